"""The items of the body: their markers, their order and their place (ITEM)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from ilson.documents.official.items import INDENT, marker
from ilson.documents.official.lint.markers import Mark
from ilson.documents.official.lint.remark import Found
from ilson.documents.official.lint.sheet import Line, Sheet

_SMALL: Final = {**{chr(0x2474 + at): f"({at + 1})" for at in range(20)}}
_SMALL_SYLLABLES: Final = {chr(0x320E + at): f"({sign})" for at, sign in enumerate("가나다라마바사아자차카타파하")}


@dataclass(frozen=True, slots=True)
class _Step:
    """One item among its neighbours: the item above it, and the one before it on its level."""

    line: Line
    mark: Mark
    above: Line | None
    before: Mark | None
    skipped: bool
    first: bool  # of its run: nothing stands above or before it


def _steps(sheet: Sheet) -> Iterator[_Step]:
    """Yield the legal items in order; a chapter or a bullet between them begins a new run."""
    open_items: list[tuple[Mark, Line]] = []
    for line in sheet.lines:
        if line.kind in ("chapter", "enclosure", "closing") or (line.kind == "bullet" and sheet.report):
            open_items.clear()
        if line.kind != "item" or line.mark is None:
            continue
        mark, first = line.mark, not open_items
        before = None
        while open_items and open_items[-1][0].level >= mark.level:
            last, _ = open_items.pop()
            before = last if last.level == mark.level else before
        above = open_items[-1][1] if open_items else None
        depth = open_items[-1][0].level if open_items else 0
        skipped = not first and mark.level > depth + 1 and before is None
        yield _Step(line, mark, above, before, skipped, first)
        open_items.append((mark, line))


def _span(step: _Step) -> tuple[int, int]:
    return step.line.start + step.mark.start, step.line.start + step.mark.end


def _skipped(sheet: Sheet) -> Iterator[Found]:
    """Find items that stand more than one level below the one above. ITEM-01."""
    if not sheet.letter:
        return
    for step in _steps(sheet):
        deep = step.first and sheet.headed and step.mark.level > 1
        if step.skipped or deep:
            level = 1 if step.above is None or step.above.mark is None else step.above.mark.level + 1
            yield Found(*_span(step), marker(level, step.mark.place - 1))


def _out_of_order(sheet: Sheet) -> Iterator[Found]:
    """Find numbers that are missing, doubled or out of order. ITEM-02."""
    if not sheet.letter:
        return
    for step in _steps(sheet):
        wanted = step.before.place + 1 if step.before else 1
        if step.mark.place == wanted or step.skipped:
            continue
        begins = step.before is None
        if begins and step.above is None and not sheet.headed:
            continue  # a part of a longer text may begin anywhere
        yield Found(*_span(step), marker(step.mark.level, wanted - 1))


def _out_of_place(sheet: Sheet) -> Iterator[Found]:
    """Find items that do not stand two columns further right than the level above. ITEM-03."""
    if sheet.parsed or not sheet.letter:
        return
    for step in _steps(sheet):
        if step.above is not None and step.above.mark is not None:
            wanted = step.above.indent + INDENT * (step.mark.level - step.above.mark.level)
        elif step.mark.level == 1:
            wanted = 0
        else:
            continue
        if step.line.indent != wanted and not step.skipped:
            yield Found(step.line.start, step.line.start + step.mark.start, " " * wanted)


def _gap(sheet: Sheet) -> Iterator[Found]:
    """Find items whose text does not stand one column behind the marker. ITEM-04."""
    for line in sheet.lines:
        if sheet.letter and line.kind == "item" and line.mark and line.mark.text < len(line.raw):
            gap = line.raw[line.mark.end : line.mark.text]
            if gap != " " and (sheet.blanks or not gap):
                yield Found(line.start + line.mark.end, line.start + line.mark.text, " ")


def _alone(sheet: Sheet) -> Iterator[Found]:
    """Find markers of items that have no brother. ITEM-05."""
    steps = list(_steps(sheet))
    if not sheet.letter or (len(steps) < 2 and not sheet.whole):  # noqa: PLR2004 - a single line is a part of something
        return
    for at, step in enumerate(steps):
        if step.before is not None or step.mark.place != 1:
            continue
        after = next((other for other in steps[at + 1 :] if other.mark.level <= step.mark.level), None)
        if after is None or after.before is None or after.mark.level != step.mark.level:
            yield Found(step.line.start + step.mark.start, step.line.start + step.mark.text, "")


def _one_sign(sheet: Sheet) -> Iterator[Found]:
    """Find brackets that are one sign, as ⑴ and ㈎. ITEM-06."""
    for line in sheet.lines:
        if line.kind == "item" and line.mark and line.mark.sign in (_SMALL | _SMALL_SYLLABLES):
            start = line.start + line.mark.start
            yield Found(start, start + 1, (_SMALL | _SMALL_SYLLABLES)[line.mark.sign])


def _empty(sheet: Sheet) -> Iterator[Found]:
    """Find markers without anything behind them. ITEM-07."""
    for line in sheet.lines:
        if sheet.letter and line.kind == "item" and line.mark and line.mark.text >= len(line.raw.rstrip()):
            yield Found(line.start + line.mark.start, line.end)


def _mixed(sheet: Sheet) -> Iterator[Found]:
    """Find bullets among legal items. ITEM-08."""
    if not sheet.letter or not any(line.kind == "item" for line in sheet.lines):
        return
    for line in sheet.lines:
        if line.kind == "bullet" and line.mark:
            yield Found(line.start + line.mark.start, line.start + line.mark.end)


CHECKS: Final[dict[str, Callable[[Sheet], Iterator[Found]]]] = {
    "ITEM-01": _skipped,
    "ITEM-02": _out_of_order,
    "ITEM-03": _out_of_place,
    "ITEM-04": _gap,
    "ITEM-05": _alone,
    "ITEM-06": _one_sign,
    "ITEM-07": _empty,
    "ITEM-08": _mixed,
}
