"""The socket for the ledger."""

from typing import Protocol

from ilson.domain.line import Line


class LedgerBook(Protocol):
    """Where the lines are kept. When it is down there is no answer: `LedgerDown`."""

    async def open(self, line: Line) -> None:
        """Keep a new line; returning means it is on disk."""
        ...

    async def close(self, line: Line) -> None:
        """Replace the open line of the same id by its closed form; returning means it is on disk."""
        ...

    async def lines(self, limit: int) -> list[Line]:
        """Return the newest lines first."""
        ...
