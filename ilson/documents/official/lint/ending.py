"""The end sign and what is attached (END, ATT)."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from ilson.documents.official.items import columns
from ilson.documents.official.lint.remark import Found
from ilson.documents.official.lint.sheet import BODY, End, Line, Sheet, enclosed, has_quantity
from ilson.documents.official.wording import ENCLOSED, END, END_SIGN, GAP, REST_EMPTY

_MENTION = re.compile(
    r"(?:붙임|별첨|첨부|따로 붙임)(?:\s?\d+)?(?:[과와] 같(?:이|음|습니다)|\s?(?:참조|참고)(?!하지)|된|하여|의"
    r"|\s[가-힣 ]{1,16}[과와] 같(?:이|음|습니다)|\s?(?:문서|자료|파일|양식|서식)(?:[을를과와의에]|으?로|\s|$))"
)
_EMPTY_CELLS = re.compile(r"\|(?:\s*\|)+")
_NUMBER = re.compile(r"(\d{1,2})\.\s*")
_UNDER: Final = " " * columns(f"{ENCLOSED}{GAP}")
_NOTHING = re.compile(r"(?:해당 ?(?:사항 ?)?)?없음")
_DAY_FIRST = re.compile(r"\d{1,2}\.\s?\d{1,2}\.")
_ADDED = re.compile(r"(?:[다오]|까)\.\s*$")


def _table_above(sheet: Sheet, end: End) -> Line | None:
    above = [line for line in sheet.lines[: end.line] if line.kind != "blank"]
    alone = sheet.lines[end.line].raw.strip() in (END_SIGN, END_SIGN[:-1])
    return above[-1] if alone and above and above[-1].kind == "table" else None


def _missing(sheet: Sheet) -> Iterator[Found]:
    """Find whole documents without an end sign. END-01."""
    told = [line for line in sheet.lines if line.kind in (*BODY, "enclosure", "table")]
    if not sheet.headed or sheet.ends or not told or sheet.notice or REST_EMPTY in told[-1].raw:
        return
    yield Found(told[-1].end, told[-1].end, END)


def _undotted(sheet: Sheet) -> Iterator[Found]:
    """Find an end sign without its full stop. END-02."""
    for end in sheet.ends:
        if not end.dotted:
            yield Found(end.start, end.end, END_SIGN)


def _near(sheet: Sheet) -> Iterator[Found]:
    """Find an end sign that is not one letter (two columns) behind the text. END-03."""
    if not sheet.blanks:
        return
    for end in sheet.ends:
        gap = sheet.text[end.gap : end.start]
        if columns(gap) != len(GAP) and _table_above(sheet, end) is None:
            yield Found(end.gap, end.start, GAP)


def _before_enclosures(sheet: Sheet) -> Iterator[Found]:
    """Find an end sign before what is attached. END-04."""
    last = max((number for number, line in enumerate(sheet.lines) if line.kind == "enclosure"), default=-1)
    for end in sheet.ends:
        if end.line < last and sheet.lines[end.line].kind != "enclosure":
            yield Found(end.gap, end.end, "")


def _under_table(sheet: Sheet) -> Iterator[Found]:
    """Find an end sign under a table that does not stand two columns from the left. END-05."""
    if not sheet.blanks:
        return
    for end in sheet.ends:
        gap = sheet.text[end.gap : end.start]
        if _table_above(sheet, end) is not None and columns(gap) != len(GAP):
            yield Found(end.gap, end.start, GAP)


def _after_rest(sheet: Sheet) -> Iterator[Found]:
    """Find an end sign under a table that ends before its last row. END-06."""
    for end in sheet.ends:
        table = _table_above(sheet, end)
        if table is not None and (REST_EMPTY in table.raw or _EMPTY_CELLS.fullmatch(table.raw.strip())):
            yield Found(end.gap, end.end, "")


def _again(sheet: Sheet) -> Iterator[Found]:
    """Find a second end sign, and what was added behind the last one. END-07."""
    if not sheet.ends:
        return
    enclosures = any(line.kind == "enclosure" for line in sheet.lines[sheet.ends[0].line + 1 :])
    for end in sheet.ends[:-1]:
        if not enclosures:
            yield Found(end.gap, end.end, "")
    for line in sheet.lines[sheet.ends[-1].line + 1 :]:
        if line.kind == "item" or (line.kind in BODY and _ADDED.search(line.raw)):
            yield Found(line.start, line.end)


def _groups(sheet: Sheet) -> Iterator[list[Line]]:
    """Yield the lines of each list of enclosures; the first names it."""
    group: list[Line] = []
    for line in (*sheet.lines, None):
        if line is not None and line.kind == "enclosure" and not (group and enclosed(line.raw)):
            group.append(line)
            continue
        if group:
            yield group
        group = [line] if line is not None and line.kind == "enclosure" else []


def _first(line: Line) -> "re.Match[str] | None":
    return enclosed(line.raw)


def _colon(sheet: Sheet) -> Iterator[Found]:
    """Find a colon behind the label. ATT-01."""
    for group in _groups(sheet):
        found = _first(group[0])
        if found and found["gap"].strip():
            yield from _wide_apart(sheet, group, found)


def _wide_apart(sheet: Sheet, group: list[Line], found: "re.Match[str]") -> Iterator[Found]:
    """Yield the gap behind a label, and the lines that were lined up with what follows it."""
    yield Found(group[0].start + found.start("gap"), group[0].start + found.end("gap"), GAP)
    before, after = (columns(found[0][: found.start("gap")] + gap) for gap in (found["gap"], GAP))
    for line in group[1:] if not sheet.parsed else ():
        if line.indent == before != after:
            yield Found(line.start, line.start + len(line.raw) - len(line.raw.lstrip()), " " * after)


def _narrow(sheet: Sheet) -> Iterator[Found]:
    """Find a label that is not two columns from what is attached. ATT-02."""
    for group in _groups(sheet):
        found = _first(group[0])
        loose = not sheet.blanks and found and found["gap"]
        if found and found["value"] and not found["gap"].strip() and not loose and columns(found["gap"]) != len(GAP):
            yield from _wide_apart(sheet, group, found)


def _numbered_alone(sheet: Sheet) -> Iterator[Found]:
    """Find a number before the only enclosure. ATT-03."""
    for group in _groups(sheet):
        found = _first(group[0])
        number = _NUMBER.match(found["value"]) if found else None
        if not found or not number or len(group) > 1 or number[1] != "1":
            continue
        more = re.search(r"\s[2-9]\.\s", found["value"]) or _DAY_FIRST.match(found["value"])
        if not more and not _goes_on(sheet, group[0]):
            start = group[0].start + found.start("value")
            yield Found(start, start + number.end(), "")


def _goes_on(sheet: Sheet, last: Line) -> bool:
    """Return whether another numbered line follows: a second label, or blank lines within the list."""
    after = (line for line in sheet.lines if line.start > last.start and line.kind != "blank")
    behind = next(after, None)
    if behind is None:
        return False
    found = _first(behind)
    return bool(_NUMBER.match(found["value"] if found else behind.raw.lstrip()))


def _lined_up(sheet: Sheet) -> Iterator[Found]:
    """Find several enclosures that are not numbered, not on lines of their own, or not under each other. ATT-04."""
    for group in _groups(sheet):
        found = _first(group[0])
        if not found:
            continue
        first = _NUMBER.match(found["value"])
        if first and int(first[1]) > 1 and not _DAY_FIRST.match(found["value"]):  # the label stands there again
            yield Found(group[0].start + found.start("label"), group[0].start + found.start("value"), _UNDER)
        if first and re.search(r"[부매권장]\.?\s+2\.\s", found["value"]):
            yield Found(group[0].start + found.start("value"), group[0].end)
        wanted = columns(group[0].raw[: found.start("value")])
        for place, line in enumerate(group[1:], 2):
            number = _NUMBER.match(line.raw.lstrip())
            if number and line.indent != wanted and not sheet.parsed:
                yield Found(line.start, line.start + len(line.raw) - len(line.raw.lstrip()), " " * wanted)
            elif not number and has_quantity(line.raw) and has_quantity(group[place - 2].raw):
                yield Found(line.start, line.end)


def _uncounted(sheet: Sheet) -> Iterator[Found]:
    """Find enclosures without their quantity. ATT-05."""
    for group in _groups(sheet):
        found = _first(group[0])
        for at, line in enumerate(group):
            last = at == len(group) - 1 or _NUMBER.match(group[at + 1].raw.lstrip())
            value = (found["value"] if found and at == 0 else line.raw).strip()
            if (
                value
                and last
                and not _NOTHING.match(value)
                and not has_quantity(value)
                and len(value.rstrip(".끝 ")) > 1
            ):
                end = line.start + len(re.sub(r"[.\s]*(?:끝\.?)?\s*$", "", line.raw))
                yield Found(end, end, " 1부")


def _unattached(sheet: Sheet) -> Iterator[Found]:
    """Find words that point to an enclosure where there is none. ATT-06."""
    if sheet.attached or not sheet.whole or sheet.notice:
        return
    for found in sheet.search(_MENTION, BODY):
        yield Found(found.start(), found.end())


def _otherwise_called(sheet: Sheet) -> Iterator[Found]:
    """Find another label than 붙임. ATT-07."""
    for group in _groups(sheet):
        found = _first(group[0])
        if found and "".join(found["label"].split()) != ENCLOSED:
            yield Found(group[0].start + found.start("label"), group[0].start + found.end("label"), ENCLOSED)


CHECKS: Final[dict[str, Callable[[Sheet], Iterator[Found]]]] = {
    "END-01": _missing,
    "END-02": _undotted,
    "END-03": _near,
    "END-04": _before_enclosures,
    "END-05": _under_table,
    "END-06": _after_rest,
    "END-07": _again,
    "ATT-01": _colon,
    "ATT-02": _narrow,
    "ATT-03": _numbered_alone,
    "ATT-04": _lined_up,
    "ATT-05": _uncounted,
    "ATT-06": _unattached,
    "ATT-07": _otherwise_called,
}
