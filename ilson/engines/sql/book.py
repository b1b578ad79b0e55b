"""The ledger in a relational database."""

from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import asdict
from typing import Any

from sqlalchemy import desc, insert, select, text, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from ilson.domain.errors import LedgerDown
from ilson.domain.grade import Grade
from ilson.domain.line import Line
from ilson.engines.sql.tables import ledger


class SqlLedgerBook:
    """Implements `ports.ledger.LedgerBook`; each call takes one connection and gives it back."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def open(self, line: Line) -> None:
        """Keep a new line; it is on disk when this returns.

        Raises:
            LedgerDown: the database did not take it.
        """
        async with self._begin() as connection:
            await connection.execute(insert(ledger).values(_row(line)))

    async def close(self, line: Line) -> None:
        """Replace the open line of the same id by its closed form.

        Raises:
            LedgerDown: the database did not take it.
        """
        async with self._begin() as connection:
            await connection.execute(update(ledger).where(ledger.c.id == line.id).values(_row(line)))

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
        except (SQLAlchemyError, OSError) as error:
            message = f"the database failed: {type(error).__name__}"
            raise LedgerDown(message) from None


def _row(line: Line) -> dict[str, Any]:
    return {**asdict(line), "grade": line.grade.value}


def _line(row: Mapping[Any, Any]) -> Line:
    return Line(**{**row, "grade": Grade(row["grade"])})
