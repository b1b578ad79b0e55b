"""The ledger in a relational database."""

from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

import anyio
from sqlalchemy import desc, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from ilson.domain.errors import LedgerDown
from ilson.domain.grade import Grade
from ilson.domain.line import Line
from ilson.engines.sql.tables import ledger

KILLED: Final = "server_killed"  # the code of a line whose server ended without closing it


class SqlLedgerBook:
    """Implements `ports.ledger.LedgerBook`; each call takes one connection and gives it back."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._open: set[str] = set()  # ids of lines that this process has still to close
        self._settled = anyio.Event()

    async def open(self, line: Line) -> None:
        """Keep a new line; it is on disk when this returns.

        Raises:
            LedgerDown: the database did not take it.
        """
        async with self._begin() as connection:
            await connection.execute(insert(ledger).values(_row(line)))
        self._open.add(line.id)

    async def close(self, line: Line) -> None:
        """Replace the open line of the same id by its closed form.

        Raises:
            LedgerDown: the database did not take it.
        """
        try:
            async with self._begin() as connection:
                await connection.execute(update(ledger).where(ledger.c.id == line.id).values(_row(line)))
        finally:
            self._open.discard(line.id)
            if not self._open:
                self._settled.set()

    async def settle(self, seconds: float) -> None:
        """Return when every line that was opened here is closed, or after this many seconds."""
        self._settled = anyio.Event()
        with anyio.move_on_after(seconds):
            while self._open:
                await self._settled.wait()

    async def close_stale(self, before: datetime) -> None:
        """Close as broken the lines that a server left open when it was killed; an answer never takes that long.

        Raises:
            LedgerDown: the database did not take it.
        """
        stale = (ledger.c.outcome == "open") & (ledger.c.opened < before)
        async with self._begin() as connection:
            await connection.execute(update(ledger).where(stale).values(outcome="broken", code=KILLED))

    async def lines(self, limit: int) -> list[Line]:
        """Return the newest lines first.

        Raises:
            LedgerDown: the database did not answer.
        """
        async with self._begin() as connection:
            rows = await connection.execute(select(ledger).order_by(desc(ledger.c.opened)).limit(limit))
            return [_line(row) for row in rows.mappings()]

    async def ready(self) -> None:
        """Return when the database answers.

        Raises:
            LedgerDown: it does not.
        """
        async with self._begin() as connection:
            await connection.execute(text("SELECT 1"))

    @asynccontextmanager
    async def _begin(self) -> AsyncGenerator[AsyncConnection, None]:
        try:
            async with self._engine.begin() as connection:
                yield connection
        except Exception as error:  # noqa: BLE001 - a driver raises what it likes
            message = f"the database failed: {type(error).__name__}"
            raise LedgerDown(message) from None


def _row(line: Line) -> dict[str, Any]:
    return {**asdict(line), "grade": line.grade.value}


def _line(row: Mapping[Any, Any]) -> Line:
    return Line(**{**row, "grade": Grade(row["grade"])})
