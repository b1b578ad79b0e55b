"""Lays out the facts of a document as a table of labels and values."""

from collections.abc import Iterator, Sequence

from ilson.documents.official import typefaces
from ilson.documents.official.items import columns
from ilson.documents.official.model import Fact
from ilson.documents.official.parts import MM, POINT, Bar, Cell, Grid, Part, Run, Stand
from ilson.documents.official.widths import wide

_LABEL_ROOM = round(5 * MM)
_LABEL_SHARE = 30  # per cent of the width that the labels take at most
_SHORT = 28  # columns up to which a value shares its row with another
_LABEL = Stand(align="center", spacing=140)
_VALUE = Stand(align="left", spacing=140)


def facts(given: Sequence[Fact], width: int) -> Iterator[Part]:
    """Yield the facts as rows of a label and its value."""
    if told := _told(given):
        label = _label_width(told, width)
        rows = tuple((_label(fact), _value(fact)) for fact in told)
        yield Grid(rows, (label, width - label), use="facts", gap=True)
        yield Bar(0, after=8 * POINT)


def paired(given: Sequence[Fact], width: int) -> Iterator[Part]:
    """Yield the facts as rows of two pairs where both are short."""
    if told := _told(given):
        half = width // 2
        label = _label_width(told, half)
        widths = (label, half - label, label, width - half - label)
        yield Grid(tuple(_pairs(told)), widths, use="facts", gap=True)


def _told(given: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in given if fact.text]


def _pairs(told: Sequence[Fact]) -> Iterator[tuple[Cell, ...]]:
    waiting: Fact | None = None
    for fact in told:
        short = columns(fact.text) <= _SHORT and "\n" not in fact.text
        if waiting and short:
            yield (_label(waiting), _value(waiting), _label(fact), _value(fact))
            waiting = None
            continue
        if waiting:
            yield (_label(waiting), _value(waiting, 3))
        waiting = fact if short else None
        if not short:
            yield (_label(fact), _value(fact, 3))
    if waiting:
        yield (_label(waiting), _value(waiting, 3))


def _label_width(told: Sequence[Fact], width: int) -> int:
    longest = max(wide(fact.label, typefaces.CELL_HEAD) for fact in told)
    return min(longest + _LABEL_ROOM, width * _LABEL_SHARE // 100)


def _label(fact: Fact) -> Cell:
    return Cell((Run(fact.label, typefaces.CELL_HEAD),), _LABEL, head=True)


def _value(fact: Fact, across: int = 1) -> Cell:
    return Cell((Run(fact.text, typefaces.CELL),), _VALUE, across=across)
