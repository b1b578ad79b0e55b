"""Has a model's draft checked by the linter, and has the model repair it once."""

from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from dataclasses import replace
from typing import Any, Final

from anyio import to_thread

from ilson.documents.official.complete import complete
from ilson.documents.official.lint.lint import Linter, score
from ilson.documents.official.lint.mend import mend_draft
from ilson.documents.official.lint.remark import Remark
from ilson.documents.official.model import from_json, to_json
from ilson.documents.official.outline import parse
from ilson.domain.errors import Broken, GuardFailed, ModelContextFull
from ilson.domain.model import ModelCard
from ilson.domain.piece import Draft, Guarded, Piece, Restored, Said, Source, Step, Summary, Text, Usage
from ilson.domain.question import Prompt, Turn
from ilson.domain.rule import TaskRule
from ilson.tasks.prompt import facts_of

REMARKS: Final = 20
"""Places that a model is told of at once."""

FOR_THE_OFFICIAL: Final = ("HOLD-01", "DATE-08", "MONEY-02", "DOC-01", "DOC-02", "DOC-03")
"""Rules whose mending needs what only the official knows: a model would have to invent it."""

ALONE_NO_REASON: Final = ("DOC-05",)
"""Rules for which alone nothing is sent back: a summary and keywords are sooner written than a whole draft again."""


class Rounds:
    """The rounds of one question: a first answer, and for an official document that breaks rules a second one."""

    def __init__(self, task: TaskRule, card: ModelCard, linter: Linter, form: Mapping[str, Any]) -> None:
        """Take what was asked; `form` is the official's own, unmasked."""
        self._repairs = task.output == "official" and card.language_model
        self._linter = linter
        self._own = [name for name, value in form.items() if value and name != "body"]
        self._said = ""
        self._first: tuple[Remark, ...] | None = None
        self._usage = (0, 0)

    async def hear(self, pieces: AsyncIterator[Said]) -> AsyncGenerator[Said, None]:
        """Yield what the model says, still masked, and remember it for the repair; usage counts both rounds."""
        self._said = ""
        before, now = self._usage, (0, 0)
        async for piece in pieces:
            match piece:
                case Text(text):
                    self._said += text
                    yield piece
                case Usage(tokens_in, tokens_out):
                    now = (tokens_in, tokens_out)
                    yield Usage(before[0] + tokens_in, before[1] + tokens_out)
                case Source():
                    yield piece
        self._usage = (before[0] + now[0], before[1] + now[1])

    async def show(self, pieces: AsyncIterator[Piece], asked: Prompt) -> AsyncGenerator[Piece, None]:
        """Yield what the official sees: of a repair only the whole of it, and only if it is better.

        What can be mended without asking is mended. A repair that fails is none: the first draft stands.
        """
        shown = pieces if self._first is None else self._second(pieces, asked)
        last: Draft | None = None
        async for piece in shown:
            yield piece
            match piece:
                case Draft():
                    last = piece
                case Text() | Source() | Usage() | Restored() | Step() | Guarded() | Summary():
                    pass
        if last is not None:
            mended, count = await to_thread.run_sync(mend_draft, last.value, self._linter)
            if count:
                yield Draft({**mended, **{name: last.value[name] for name in self._own if name in last.value}})

    async def _second(self, pieces: AsyncIterator[Piece], asked: Prompt) -> AsyncGenerator[Piece, None]:
        last: Draft | None = None
        try:
            async for piece in pieces:
                match piece:
                    case Draft():
                        last = piece
                    case Usage() | Restored():
                        yield piece
                    case Text() | Source() | Step() | Guarded() | Summary():
                        pass
        except GuardFailed:
            raise
        except (Broken, ModelContextFull):
            return
        if last is not None and score(await to_thread.run_sync(self._remarks, asked)) > score(self._first or ()):
            yield last

    async def again(self, asked: Prompt, template: str) -> Prompt | None:
        """Return what to ask in the next round, None where this was the last one."""
        if not self._repairs or self._first is not None or not self._said.strip():
            return None
        self._first = await to_thread.run_sync(self._remarks, asked)
        if all(found.rule in ALONE_NO_REASON for found in self._first):
            return None
        told = "\n".join(_line(found) for found in self._first[:REMARKS])
        return replace(
            asked,
            turns=(*asked.turns, Turn("assistant", self._said), Turn("user", template.format(remarks=told))),
        )

    def _remarks(self, asked: Prompt) -> tuple[Remark, ...]:
        """Return what a model can repair in what it said: what code mends and what the official filled in is not."""
        said = complete(from_json(parse(self._said, facts_of(asked))), asked.form)
        draft = mend_draft(to_json(said), self._linter)[0]
        return tuple(
            found
            for found in self._linter.check_draft(draft)
            if found.level != "info" and found.rule not in FOR_THE_OFFICIAL and not self._is_own(found.place)
        )

    def _is_own(self, place: str) -> bool:
        return any(place.split("[", maxsplit=1)[0].split(".", maxsplit=1)[0] == name for name in self._own)


def _line(found: Remark) -> str:
    place = f"「{found.excerpt}」" if found.excerpt else found.place
    mended = "" if found.mended is None else f" → 「{found.mended}」"
    return f"- {place}: {found.message}{mended}"
