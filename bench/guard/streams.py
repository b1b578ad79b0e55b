"""Measures answers that come in pieces: whether each value comes back, how much is held back, what a piece costs."""

import asyncio
import random
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import fmean, quantiles

from bench.guard import korean, ours, sources
from bench.guard.tables import Part

_TOKEN = re.compile("\u27e6[^\u27e6\u27e7]*\u27e7")
_PIECE = 5  # characters at most
_LONGEST = 200  # characters of a text that is cut up many times
_EXAMPLES = 3
_ANSWERS = 60  # whole documents whose pieces are timed


@dataclass(slots=True)
class _Pieces:
    """What was seen while answers came: for each piece what it cost and how much was held back after it."""

    microseconds: list[float] = field(default_factory=list)
    held: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)  # pieces until the official saw something


@dataclass(slots=True)
class _Answers:
    """What came of answers that were cut in pieces."""

    number: int = 0
    wrong: int = 0  # not word for word what it should be
    values: int = 0  # of them those in which a letter or a digit is another, not only a separator
    uncut: int = 0  # of the wrong ones those that are no better if they come in one piece
    examples: list[str] = field(default_factory=list)

    def row(self) -> list[object]:
        """Return the figures for the table."""
        return [self.number, self.wrong, self.values, self.uncut]

    def come(self, messages: Sequence[str], applied: ours.Applied, chance: random.Random) -> None:
        """Let a model say the last message, as it saw it, and compare; a question that is stopped has no answer."""
        asked = ours.ask(messages, applied)
        if asked is None:
            return
        wanted, masked = messages[-1], asked.texts[-1]
        seen = asyncio.run(ours.say(ours.cut(masked, chance, _PIECE), asked, applied, lambda _: None))
        self.number += 1
        if seen != wanted:
            self.wrong += 1
            self.values += [*filter(str.isalnum, seen)] != [*filter(str.isalnum, wanted)]
            self.uncut += asyncio.run(ours.say([masked], asked, applied, lambda _: None)) != wanted
            if len(self.examples) < _EXAMPLES:
                self.examples.append(f"Wrong: `{seen}` instead of `{wanted}`.")


def parts(chunkings: int) -> list[Part]:
    """Return the tables: so many random ways to cut, and the cost of a piece."""
    chance = random.Random(9)  # noqa: S311 - repeatable, no secret
    guard = ours.guard()
    persons, lines = _Answers(), _Answers()
    for _ in range(chunkings // 2):
        persons.come(_conversation(chance), guard, chance)
    marked = _lines()
    for _ in range(chunkings - chunkings // 2 if marked else 0):
        lines.come([chance.choice(marked)], guard, chance)
    rows = [["two messages, two persons, any order", *persons.row()], ["lines of the sets", *lines.row()]]
    head = ["answers", "random cuts", "not word for word", "of them another letter or digit", "of them also uncut"]
    notes = [*persons.examples, *lines.examples]
    return [Part("Streams: what was hidden comes back", head, rows, notes), *_costs(chance)]


def _conversation(chance: random.Random) -> list[str]:
    """Return two messages about a person each, and an answer that names both in any order."""
    names = chance.sample(korean.texts("persons"), 2)
    people = [(name, f"010-{chance.randint(2000, 9999)}-{chance.randint(0, 9999):04}") for name in names]
    answer = "".join(chance.choice(korean.texts("answers")) % chance.choice(people) for _ in range(4))
    return [*(korean.text("message") % person for person in people), answer]


def _lines() -> list[str]:
    """Return the lines of all sets that hold something marked."""
    found: list[str] = []
    for document in (one for documents in sources.sets().values() for one in documents):
        start = 0
        for line in document.text.split("\n"):
            end = start + len(line)
            if len(line) <= _LONGEST and any(start <= span.start < end for span in document.entities):
                found.append(line)
            start = end + 1
    return found


def _costs(chance: random.Random) -> Iterator[Part]:
    """Yield the table of the costs: on text of the sets with tokens, and on statutes, which hold nothing."""
    documents = [one.text for some in sources.sets().values() for one in some]
    texts = {"documents of the sets, masked": documents, "statutes": sources.statutes()}
    rows: list[list[object]] = []
    for name, some in texts.items():
        for label, guard in (("", ours.guard()), (", without names", ours.guard(names=False))):
            seen = _Pieces()
            for text in random.Random(2).sample(some, min(_ANSWERS, len(some))):  # noqa: S311 - repeatable, no secret
                _watch(text, guard, chance, seen)
            if seen.microseconds:
                rows.append([name + label, *_row(seen)])
    head = ["answer", "pieces", "p50 µs", "p99 µs", "held, mean", "held, p99", "held, most", "pieces until the first"]
    yield Part(f"Streams: cost of a piece of 1 to {_PIECE} characters, characters held back", head, rows)


def _row(seen: _Pieces) -> list[object]:
    costs, held = quantiles(seen.microseconds, n=100), quantiles(seen.held, n=100)
    count = len(seen.microseconds)
    return [count, costs[49], costs[98], fmean(seen.held), held[98], max(seen.held), fmean(seen.first)]


def _watch(text: str, guard: ours.Applied, chance: random.Random, seen: _Pieces) -> None:
    """Let a masked text come back in pieces, and note the costs."""
    asked = ours.ask([text], guard)
    if asked is None:
        return
    pieces = ours.cut(asked.texts[0], chance, _PIECE)
    marks: list[tuple[int, int]] = []

    def tell(length: int) -> None:
        marks.append((time.thread_time_ns(), length))

    asyncio.run(ours.say(pieces, asked, guard, tell))
    places = _places(asked)
    given = 0
    for piece, before, after in zip(pieces, marks, marks[1:], strict=False):
        given += len(piece)
        seen.microseconds.append((after[0] - before[0]) / 1e3)
        seen.held.append(max(0, given - places[min(after[1], len(places) - 1)]))
    seen.first.append(next((number for number, mark in enumerate(marks) if mark[1] > 0), len(marks)))


def _places(asked: ours.Asked) -> Sequence[int]:
    """Return for each length of the restored text how much of the masked text that is."""
    places = [0]
    masked = asked.texts[0]
    end = 0
    for found in _TOKEN.finditer(masked):
        places += range(end + 1, found.start() + 1)
        places += [found.end()] * len(asked.restored(found[0]))
        end = found.end()
    return [*places, *range(end + 1, len(masked) + 1)]
