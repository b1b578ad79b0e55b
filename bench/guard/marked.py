"""Reads texts in which what must be found, and what must not, is marked."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_HEAD = re.compile(r"^=== (\S+)(?: (\S+))?[^\n]*\n", re.MULTILINE)
_MARK = re.compile(r"\{\{(-?)([A-Za-z0-9_-]+)(?:/([A-Za-z0-9_-]+))?:(.*?)\}\}", re.DOTALL)
_PHONES = {"MOBILE", "TEL"}
PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Span:
    """A marked place; offsets in code points of the text without marks."""

    type: str  # of an entity: RRN, PHONE …; of a trap: its kind
    start: int
    end: int
    variant: str = PLAIN  # how it is written


@dataclass(frozen=True, slots=True)
class Marked:
    """One document, what is in it, and what only looks like it."""

    name: str
    kind: str
    text: str
    entities: tuple[Span, ...] = ()
    traps: tuple[Span, ...] = ()


def canonical(kind: str) -> str:
    """Return the type under which findings of this one are counted: mobile and fixed telephones are one."""
    return "PHONE" if kind in _PHONES else kind


def load(path: Path) -> list[Marked]:
    """Return the documents of a set: a file of marked text, or JSON lines with offsets.

    Raises:
        ValueError: a mark is not closed; the message names the document.
    """
    written = path.read_text("utf-8")
    return list(_lines(written) if path.suffix == ".jsonl" else _documents(written))


def parse(name: str, kind: str, written: str) -> Marked:
    """Return one document without its marks.

    Raises:
        ValueError: a mark is not closed.
    """
    parts: list[str] = []
    entities: list[Span] = []
    traps: list[Span] = []
    end = length = 0
    for found in _MARK.finditer(written):
        trap, marked, variant, value = found.groups()
        between = written[end : found.start()]
        start = length + len(between)
        length = start + len(value)
        parts += (between, value)
        end = found.end()
        place = Span(marked if trap else canonical(marked), start, length, variant or PLAIN)
        (traps if trap else entities).append(place)
    text = "".join(parts) + written[end:]
    if "{{" in text or "}}" in text:
        message = f"document {name}: a mark is not closed or not written as it must be"
        raise ValueError(message)
    return Marked(name, kind, text, tuple(entities), tuple(traps))


def _documents(written: str) -> Iterator[Marked]:
    heads = list(_HEAD.finditer(written))
    ends = [head.start() for head in heads[1:]] + [len(written)]
    for head, end in zip(heads, ends, strict=True):
        yield parse(head[1], head[2] or "", written[head.end() : end].strip("\n"))


def _lines(written: str) -> Iterator[Marked]:
    for line in written.splitlines():
        one = json.loads(line)
        entities = tuple(
            Span(canonical(span["type"]), span["start"], span["end"], span.get("variant", PLAIN))
            for span in one["spans"]
        )
        traps = tuple(Span(trap["kind"], trap["start"], trap["end"]) for trap in one.get("traps", ()))
        yield Marked(one["id"], one.get("kind", ""), one["text"], entities, traps)
