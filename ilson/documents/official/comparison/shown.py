"""Writes a comparison as the manual of legislative drafting does: what is the same is only hinted at.

Source: 법제처, 「법령 입안ㆍ심사 기준」, 신구조문대비표의 작성.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from ilson.documents.official.comparison.compare import Change, Comparison, Row, Side
from ilson.documents.official.comparison.units import ARTICLE, CHAPTER, CLAUSE, ITEM, PLAIN, POINT
from ilson.documents.official.comparison.words import Piece, Pieces, joined, whole
from ilson.documents.official.items import columns

OMITTED: Final = "(생\u00a0략)"
AS_BEFORE: Final = "(현행과\u00a0같음)"
ADDED: Final = "<신\u00a0설>"
REMOVED: Final = "<삭\u00a0제>"
ELSEWHERE: Final = "<자리 옮김>"

_INDENT: Final = {ITEM: "  ", POINT: "    "}
_DEEPER: Final = "      "
_STRETCH: Final = 10  # dashes after which a stretch of them may end
_WORD = re.compile(r"\S+|\s+")
_STOP = re.compile(r"[.]$")


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of the table: what stands on each side; pieces that changed are underlined."""

    change: Change
    old: Pieces
    new: Pieces


def show(comparison: Comparison, *, every: bool = False, full: bool = False) -> tuple[Shown, ...]:
    """Return the rows of the table: those of articles in which something changed, or every one.

    A text without articles is shown in full, without dashes; so are articles where that is asked for.
    """
    if full or not any(row.unit.level == ARTICLE for row in comparison.rows):
        return tuple(_joined(_plain(row)) for row in comparison.rows if every or row.change != "same")
    shown: list[Shown] = []
    for block in _blocks(comparison.rows):
        if every or any(row.change != "same" for row in block):
            shown += map(_joined, _block(block))
    return tuple(shown)


def _joined(row: Shown) -> Shown:
    return Shown(row.change, joined(row.old), joined(row.new))


def _blocks(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield each article with all that it holds, and what stands outside of articles alone."""
    block: list[Row] = []
    for row in rows:
        inside = block and block[0].unit.level == ARTICLE and row.unit.level > ARTICLE
        if block and (not inside or (_whole(block) in {"added", "removed"} and row.change != block[0].change)):
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _whole(block: Sequence[Row]) -> Change | None:
    changes = {row.change for row in block}
    return block[0].change if len(changes) == 1 else None


def _plain(row: Row) -> Shown:
    match row.change:
        case "added":
            return Shown(row.change, _note(ADDED), _text(row.new))
        case "removed":
            return Shown(row.change, _text(row.old), _note(REMOVED))
        case "moved":
            return Shown(row.change, _text(row.old), (Piece(f"{ELSEWHERE} ", changed=False), *_text(row.new)))
        case "same" | "changed":
            return Shown(row.change, _text(row.old), _text(row.new))


def _block(block: Sequence[Row]) -> Iterator[Shown]:
    """Yield the rows of an article; its number and title go before the first of what it holds."""
    change = _whole(block)
    if change == "added":
        yield Shown(change, _note(ADDED), _lines([row.new for row in block]))
    elif change == "removed":
        yield Shown(change, _lines([row.old for row in block]), _note(REMOVED))
    elif block[0].unit.level != ARTICLE:
        yield from map(_plain, block)
    else:
        yield from _headed(list(_rows(block)))


def _headed(rows: Sequence[tuple[Shown, bool]]) -> Iterator[Shown]:
    """Yield the rows; one that is only a head goes before the next one."""
    old: Pieces = ()
    new: Pieces = ()
    change: Change = "same"
    for row, head in rows:
        if head:
            old, new, change = row.old, row.new, row.change
            continue
        apart = Piece(" ", changed=False)
        yield Shown(
            row.change if change == "same" else change,
            (*old, apart, *row.old) if old else row.old,
            (*new, apart, *row.new) if new else row.new,
        )
        old, new, change = (), (), "same"
    if old or new:
        yield Shown(change, old, new)


def _rows(block: Sequence[Row]) -> Iterator[tuple[Shown, bool]]:
    """Yield what is shown of an article, and whether it is its head alone."""
    for (kind, _), members in groupby(_kinds(block), key=lambda entry: (entry[0], entry[1])):
        rows = [row for _, _, row in members]
        match kind:
            case "added":
                yield Shown("added", _note(ADDED), _lines([row.new for row in rows])), False
            case "removed":
                yield Shown("removed", _lines([row.old for row in rows]), _note(REMOVED)), False
            case "omitted":
                yield _omitted(rows), False
            case _:
                yield from ((_told(row), _is_head(row)) for row in rows)


def _kinds(block: Sequence[Row]) -> Iterator[tuple[str, int, Row]]:
    """Yield each row with how it is shown, and what it may share a row of the table with."""
    at = 0
    while at < len(block):
        row = block[at]
        below = _below(block, at)
        if row.change in {"added", "removed"}:
            yield row.change, 0, row
            at += 1
        elif row.change in {"same", "moved"} and all(one.change == "same" for one in below) and not _bare(row, below):
            yield "omitted", row.unit.level * 2 + (row.change == "moved"), row
            at += 1 + len(below)
        else:
            yield "told", at, row
            at += 1


def _bare(row: Row, below: Sequence[Row]) -> bool:
    """Return whether a row is a head alone: there is nothing to leave out."""
    return _is_head(row) and not below


def _below(block: Sequence[Row], at: int) -> Sequence[Row]:
    level = block[at].unit.level
    end = at + 1
    while end < len(block) and block[end].unit.level > level:
        end += 1
    return block[at + 1 : end]


def _is_head(row: Row) -> bool:
    return row.unit.level == ARTICLE and not row.unit.body


def _omitted(rows: Sequence[Row]) -> Shown:
    """Return the row of units that say the same: their marks alone, underlined where they have another number."""
    old = [row.old for row in rows if row.old is not None]
    new = [row.new for row in rows if row.new is not None]
    same = AS_BEFORE if rows[0].change == "same" else _before(old)
    return Shown(rows[0].change, _summed(rows[0], old, OMITTED), _summed(rows[0], new, same))


def _summed(row: Row, sides: Sequence[Side], note: str) -> Pieces:
    """Return the marks of units and what is to be said of them: one with its title, two, or from the first to the last.

    Text without a mark has the note alone.
    """
    first, last = sides[0], sides[-1]
    marks = first.head
    if len(sides) > 1:
        between = "ㆍ" if len(sides) == _TWO else " \u223c "
        marks = whole(f"{first.unit.mark}{between}{last.unit.mark}".strip(), changed=row.change == "moved")
    return (*_indented(first), *marks, *whole(f" {note}" if marks else note, changed=False))


_TWO: Final = 2


def _before(sides: Sequence[Side]) -> str:
    names = list(dict.fromkeys(_name(side) for side in sides))
    if len(names) == 1:
        return f"(현행 {names[0]}{_with(names[0])}\u00a0같음)"
    if len(names) == _TWO:
        return f"(현행 {names[0]} 및 {names[1]}{_with(names[1])}\u00a0같음)"
    return f"(현행 {names[0]}부터 {names[-1]}까지와\u00a0같음)"


def _name(side: Side) -> str:
    """Return what a unit is called when another text speaks of it."""
    mark = side.unit.mark.strip()
    match side.unit.level:
        case level if level == CLAUSE:
            return f"제{_circled(mark)}항"
        case level if level == ITEM:
            number, _, again = mark.rstrip(".").partition("의")
            return f"제{number}호" + (f"의{again}" if again else "")
        case level if level == POINT:
            return f"{mark.rstrip('.')}목"
        case _:
            return mark


_CIRCLES: Final = ((0x2460, 0), (0x3251, 20), (0x32B1, 35))
"""The first signs of the circled numbers from 1, from 21 and from 36, and the number before it."""


def _circled(mark: str) -> int:
    first, before = max(row for row in _CIRCLES if row[0] <= ord(mark))
    return ord(mark) - first + before + 1


def _with(name: str) -> str:
    return "과" if (ord(name[-1]) - 0xAC00) % 28 else "와"  # after a final consonant, and after a vowel


def _told(row: Row) -> Shown:
    """Return a row with the words that changed; on the new side all other words are dashes."""
    old, new = _text(row.old), _text(row.new)
    if row.new is not None and row.unit.level != CHAPTER and not row.unit.row:
        new = (*_indented(row.new), *row.new.head, *_dashed(row.new.body))
    return Shown(row.change, old, new)


def _dashed(pieces: Pieces) -> Pieces:
    """Return the pieces with dashes for the words in which nothing changed; a stop at the end stays.

    Words that follow each other are one stretch of dashes up to a length at which a line can still be broken well.
    """
    kept: list[Piece] = []
    dashes = 0
    space: Pieces = ()
    for word in _words(pieces):
        text = "".join(piece.text for piece in word)
        if not text.strip():
            space = tuple(word)
            continue
        changed = any(piece.changed for piece in word)
        if changed or dashes >= _STRETCH:
            kept += [Piece(f" {'-' * dashes}", changed=False)] if dashes else []
            space, dashes = (Piece(" ", changed=False),) if dashes else space, 0
        if changed:
            kept += (*space, *word)
        else:
            dashes += columns(_STOP.sub("", text)) + (dashes > 0)
        space = ()
    stop = _STOP.search("".join(piece.text for piece in pieces)) if dashes else None
    kept += [Piece(f" {'-' * dashes}{stop[0] if stop else ''}", changed=False)] if dashes else []
    return joined(kept)


def _words(pieces: Pieces) -> Iterator[list[Piece]]:
    """Yield the words and the spaces between them, each in its pieces."""
    text = "".join(piece.text for piece in pieces)
    edges: list[int] = []
    at = 0
    for piece in pieces:
        edges.append(at)
        at += len(piece.text)
    index = 0
    for hit in _WORD.finditer(text):
        word: list[Piece] = []
        begin = hit.start()
        while begin < hit.end():
            while index + 1 < len(edges) and edges[index + 1] <= begin:
                index += 1
            end = min(hit.end(), edges[index] + len(pieces[index].text))
            word.append(Piece(text[begin:end], pieces[index].changed))
            begin = end
        yield word


def _text(side: Side | None) -> Pieces:
    return () if side is None else (*_indented(side), *side.head, *side.body)


def _lines(sides: Sequence[Side | None]) -> Pieces:
    """Return units as lines that all changed."""
    pieces: list[Piece] = []
    for side in sides:
        if side is not None:
            start = ("\n" if pieces else "") + _indent(side)
            pieces += (*whole(start, changed=False), Piece(side.said, changed=True))
    return tuple(pieces)


def _note(text: str) -> Pieces:
    return (Piece(text, changed=True),)


def _indented(side: Side) -> Pieces:
    return whole(_indent(side), changed=False)


def _indent(side: Side | None) -> str:
    level = PLAIN if side is None else side.unit.level
    return "" if level in {CHAPTER, ARTICLE, CLAUSE, PLAIN} else _INDENT.get(level, _DEEPER)
