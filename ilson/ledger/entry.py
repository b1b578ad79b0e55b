"""Keeps exactly one ledger line for one question, however it ends."""

from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from time import monotonic
from typing import Protocol
from uuid import uuid4

import anyio

from ilson.domain.errors import IlsonError, Refused, Unexpected
from ilson.domain.grade import Grade
from ilson.domain.line import Line, Outcome
from ilson.domain.model import ModelCard
from ilson.domain.official import Official
from ilson.domain.piece import Draft, Guarded, Piece, Restored, Source, Step, Summary, Text, Usage
from ilson.ports.ledger import LedgerBook


class Counts(Protocol):
    """What the guard counted."""

    @property
    def grade(self) -> Grade:
        """Of what leaves."""
        ...

    @property
    def counts(self) -> Mapping[str, int]:
        """Type of finding → number of distinct values that were hidden."""
        ...

    @property
    def released(self) -> Mapping[str, int]:
        """Type and reason → number of values that the official let pass."""
        ...

    @property
    def noticed(self) -> Mapping[str, int]:
        """Name of a rule in the shadow → number of its finds."""
        ...


class Entry:
    """The line while the question is on its way."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self._card: ModelCard | None = None
        self._started = monotonic()

    def for_task(self, name: str) -> None:
        """Note which task it is, once it is known to exist."""
        self.line = replace(self.line, task=name)

    def checked(self, counts: Counts) -> None:
        """Note what the guard found: how many of each type, never what."""
        self.line = replace(
            self.line,
            grade=counts.grade,
            masked=dict(counts.counts),
            released=dict(counts.released),
            noticed=dict(counts.noticed),
        )

    def asks(self, card: ModelCard) -> None:
        """Note which model is asked."""
        self._card = card
        self.line = replace(self.line, model=card.name)

    def count(self, piece: Piece) -> None:
        """Note what one piece of the answer tells about time and cost."""
        match piece:
            case Text():
                if not self.line.first_seconds:
                    self.line = replace(self.line, first_seconds=self._elapsed())
            case Usage(tokens_in, tokens_out):
                self.line = replace(
                    self.line, tokens_in=tokens_in, tokens_out=tokens_out, won=self._won(tokens_in, tokens_out)
                )
            case Step() | Guarded() | Restored() | Source() | Draft() | Summary():
                pass

    def summary(self, leftovers: int, masked_answer: int) -> Summary:
        """Return the last piece: what the line under the answer says.

        Raises:
            Unexpected: no model was asked.
        """
        if self._card is None:
            raise Unexpected("a summary was asked for before a model")
        return Summary(
            model=self._card.name,
            label=self._card.label,
            language_model=self._card.language_model,
            retention=self._card.retention,
            grade=self.line.grade,
            won=self.line.won,
            tokens_in=self.line.tokens_in,
            tokens_out=self.line.tokens_out,
            leftovers=leftovers,
            masked_answer=masked_answer,
        )

    def closed(self, outcome: Outcome, code: str) -> Line:
        """Return the line as it ends."""
        return replace(self.line, outcome=outcome, code=code, seconds=self._elapsed())

    def _elapsed(self) -> float:
        return round(monotonic() - self._started, 4)

    def _won(self, tokens_in: int, tokens_out: int) -> float:
        if self._card is None:
            return 0.0
        return round((tokens_in * self._card.won_in + tokens_out * self._card.won_out) / 1000, 4)


@asynccontextmanager
async def entry(book: LedgerBook, official: Official, rules: str) -> AsyncGenerator[Entry, None]:
    """Open the line, and close it when the question ends: done, refused, broken or left.

    Raises:
        LedgerDown: the line could not be written; then there is no answer.
    """
    opened = Entry(
        Line(
            id=uuid4().hex,
            opened=datetime.now(UTC),
            official=official.id,
            department=official.department,
            task="",  # not what was typed: only the name of a task that exists may stand here
            rules=rules,
        )
    )
    await book.open(opened.line)
    outcome: Outcome = "left"  # stays when the reader goes away: neither an end nor an error is seen
    code = ""
    try:
        yield opened
        outcome = "done"
    except Refused as error:
        outcome, code = "refused", error.code
        raise
    except IlsonError as error:
        outcome, code = "broken", error.code
        raise
    except Exception:
        outcome, code = "broken", Unexpected.code
        raise
    finally:
        with anyio.CancelScope(shield=True):  # a reader who leaves must not cancel the line
            await book.close(opened.closed(outcome, code))
