import asyncio
import threading
from types import SimpleNamespace

import pytest
from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient

from ilson.documents import wire
from ilson.domain.document import Document, Paragraph
from ilson.domain.official_rule import DocumentType, Look, OfficialRules
from ilson.web import drafting, workbench

TYPE = {"Content-Type": "application/octet-stream"}


class Desk:
    async def read(self, file):
        return Document(file.name, "txt", (Paragraph("글"),))

    async def render(self, draft, kind, look):
        return b"made"


@pytest.fixture
async def page():
    letter = DocumentType("letter", "기안문", "기본", "쓸 때", "규정", Look(), (), (), "쓴다", (), {})
    parts = SimpleNamespace(
        gate=SimpleNamespace(admit=lambda caller: None),
        desk=Desk(),
        rulebook=SimpleNamespace(official=OfficialRules(types=(letter,))),
    )
    app = FastAPI()
    app.include_router(workbench.workbench(parts, workbench.About("기관", "1")))
    app.include_router(drafting.drafting(parts), prefix="/official")
    async with AsyncClient(transport=ASGITransport(app), base_url="http://ilson") as client:
        yield client


def waiting(function):
    """Return the function, which goes on only when the loop has done something else."""
    loop, others = asyncio.get_running_loop(), threading.Event()

    def wait(value):
        loop.call_soon_threadsafe(others.set)
        assert others.wait(5)
        return function(value)

    return wait


@pytest.mark.anyio
async def test_others_go_on_while_a_large_document_is_replied(page, monkeypatch):
    monkeypatch.setattr(workbench, "to_json", waiting(wire.to_json))
    assert (await page.post("/documents", content=b"-", headers=TYPE)).json()["characters"] == 1


@pytest.mark.anyio
@pytest.mark.parametrize("path", ["/official/render", "/official/text"])
async def test_others_go_on_while_a_large_draft_is_taken_in(page, monkeypatch, path):
    monkeypatch.setattr(drafting, "_object", waiting(drafting._object))
    assert b"made" in (await page.post(path, json={"title": "글"})).content
