"""The guard of Ilson as the benchmark sees it; no other file of the benchmark imports the guard."""

import random
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench.guard import korean
from bench.guard.found import Detector, Found
from bench.guard.marked import canonical
from ilson import rulebook
from ilson.domain.errors import Refused
from ilson.domain.piece import Said, Text
from ilson.domain.question import Question, Turn
from ilson.domain.rule import Rulebook, WordRule
from ilson.guard.compile import Guard
from ilson.guard.detect import detect
from ilson.guard.inspect import inspect
from ilson.guard.match import WORD, Finding
from ilson.guard.prove import prover
from ilson.guard.stream import inspect_stream
from ilson.guard.vault import Vault

RULES = Path(__file__).parents[2] / "ilson" / "rules"
Applied = Guard
"""What stands for the guard in the other files."""

_TOLD = {"type", "start", "end", "action", "grade", "basis", "release"}
_EXAMPLE = "010-1234-5678"


def rules() -> Rulebook:
    """Return the rules that come with Ilson."""
    return rulebook.load([RULES], prover)


def guard(*, names: bool = True) -> Guard:
    """Return the guard with these rules, with or without its search for names."""
    whole = Guard.of(rules())
    return whole if names else _nameless(whole)


def ready(book: Rulebook) -> Guard:
    """Return the guard with these rules after its first search, so that nothing is left to be made ready."""
    applied = Guard.of(book)
    applied.ready()
    detect(_EXAMPLE, applied)
    return applied


def _nameless(whole: Guard) -> Guard:
    return replace(whole, names=None)


def detector(applied: Guard) -> Detector:
    """Return the search for personal information; prohibited words are left out."""
    return lambda text: [_found(one) for one in detect(text, applied) if one.type != WORD]


def everything(applied: Guard) -> Callable[[str], int]:
    """Return the whole search, words with it, as it is timed: how many places there are."""
    return lambda text: len(detect(text, applied))


def _found(one: Finding) -> Found:
    told = {name: value for name, value in one._asdict().items() if name not in _TOLD}
    evidence = " ".join(f"{name}={value}" for name, value in told.items() if value)
    hides = one.action in {"mask", "block"} and not one.shadow
    return Found(canonical(one.type), one.start, one.end, evidence, hides)


def word_guard(words: Sequence[str], allow: Sequence[str] = ()) -> Guard:
    """Return a guard that looks for these words only."""
    rule = WordRule("bench", tuple(words), "mask", "bench", (), (), allow=tuple(allow))
    return _nameless(Guard.of(replace(rules(), pii=(), words=(rule,))))


def flags(words: Sequence[str], allow: Sequence[str]) -> Callable[[str], bool]:
    """Return whether a text holds one of these words, however it is written."""
    return _flags(word_guard(words, allow))


def flags_insults() -> Callable[[str], bool]:
    """Return whether the list of insults that comes with Ilson flags a text."""
    book = rules()
    kept = tuple(rule for rule in book.words if rule.name == korean.text("profanity"))
    return _flags(_nameless(Guard.of(replace(book, pii=(), words=kept))))


def _flags(applied: Guard) -> Callable[[str], bool]:
    return lambda text: any(one.type == WORD for one in detect(text, applied))


@dataclass(frozen=True, slots=True)
class Asked:
    """Messages as a model gets them, and the vault with what was hidden in them."""

    texts: tuple[str, ...]
    vault: Vault

    def restored(self, text: str) -> str:
        """Return the text with its tokens put back, all at once."""
        return self.vault.restore(text)


def ask(texts: Sequence[str], applied: Guard) -> Asked | None:
    """Return what a model gets of the messages of one conversation; None if a rule stops it."""
    question = Question(task="ask", turns=tuple(Turn("user", text) for text in texts))
    try:
        inspected = inspect(question, (), applied)
    except Refused:
        return None
    return Asked(tuple(turn.text for turn in inspected.question.turns), inspected.vault)


async def say(pieces: Sequence[str], asked: Asked, applied: Guard, tell: Callable[[int], None]) -> str:
    """Return what the official sees of an answer that comes in these pieces.

    Before a piece is taken, and once after the last, `tell` gets how many characters the official has seen so far.
    """
    seen: list[str] = []
    length = 0

    async def spoken() -> AsyncIterator[Said]:
        for piece in pieces:
            tell(length)
            yield Text(piece)
        tell(length)

    async for one in inspect_stream(spoken(), asked.vault, applied):
        if isinstance(one, Text):
            seen.append(one.text)
            length += len(one.text)
    return "".join(seen)


def cut(text: str, chance: random.Random, most: int) -> list[str]:
    """Return the text in pieces of random length, 1 to `most` characters."""
    pieces: list[str] = []
    start = 0
    while start < len(text):
        end = start + chance.randint(1, most)
        pieces.append(text[start:end])
        start = end
    return pieces
