"""Ilson itself, served on a loopback socket for a test, and a small client that speaks as the page does."""

import json
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from io import BytesIO

import aiohttp
from doubles.model_server import serving

from ilson.app import build
from ilson.engines.sql.book import SqlLedgerBook
from ilson.engines.sql.connect import connect, migrate
from ilson.settings import Settings


@dataclass
class Answer:
    status: int
    events: list = field(default_factory=list)
    body: dict = field(default_factory=dict)

    @property
    def said(self):
        return "".join(event["delta"] for event in self.events if event["type"] == "text-delta")

    @property
    def error(self):
        told = [json.loads(event["errorText"]) for event in self.events if event["type"] == "error"]
        return told[0] if told else self.body

    def of(self, kind):
        return [event for event in self.events if event["type"] == kind]


class House:
    """One running Ilson."""

    def __init__(self, address, database_url, session):
        self.address = address
        self.database_url = database_url
        self.session = session

    def asking(self, text="질문", task="ask", documents=(), headers=None, **more):
        parts = [{"type": "data-document", "data": document} for document in documents]
        messages = [{"id": "1", "role": "user", "parts": [*parts, {"type": "text", "text": text}]}]
        body = {"task": task, "messages": messages, **more}
        data = BytesIO(json.dumps(body).encode())
        given = {"Content-Type": "application/json", **(headers or {})}
        return self.session.post(f"{self.address}/api/answer", data=data, headers=given)

    async def ask(self, *arguments, **more):
        async with self.asking(*arguments, **more) as response:
            if response.content_type == "application/json":
                return Answer(response.status, body=await response.json())
            return Answer(response.status, events=events(await response.read()))

    async def upload(self, name, content):
        headers = {"Content-Type": "application/octet-stream", "X-File-Name": name}
        async with self.session.post(f"{self.address}/api/documents", data=content, headers=headers) as response:
            return response.status, await response.json()

    async def lines(self):
        engine = connect(self.database_url)
        try:
            return await SqlLedgerBook(engine).lines(100)
        finally:
            await engine.dispose()


def events(raw):
    data = [block.removeprefix("data: ") for block in raw.decode().strip().split("\n\n")]
    return [json.loads(item) for item in data if item != "[DONE]"]


_prepared = {}  # the file of a database that is up to date, made once for all tests


async def prepared(folder):
    """Return the address of a new database, without waiting for its migration each time."""
    address = f"sqlite:///{folder}/ilson.db"
    if not _prepared:
        engine = connect(address)
        await migrate(engine)
        async with engine.connect() as connection:
            await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        await engine.dispose()
        _prepared["file"] = (folder / "ilson.db").read_bytes()
    else:
        (folder / "ilson.db").write_bytes(_prepared["file"])
    return address


@asynccontextmanager
async def house(folder, **settings):
    database_url = await prepared(folder)
    app = build(Settings(database_url=database_url, **settings))
    async with serving(app) as address, aiohttp.ClientSession() as session:
        yield House(address, database_url, session)
