"""What a document points to: other documents, clauses, numbers, laws in brackets (REF, DISCL, NOTICE, LAW-02)."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from ilson.documents.official.lint.remark import Found
from ilson.documents.official.lint.sheet import ALL, RUNNING, Sheet

_RELATED = re.compile(r"관련\s?(?:근거|문서)?\s*[:：]\s*")
_CITED = re.compile(
    r"(?P<number>[가-힣][가-힣·ㆍ0-9]{1,20}-\d{1,7})(?!\d)(?P<behind>호)?\s*(?:\((?P<told>[^()\n]*(?:\([월화수목금토일]\)[^()\n]*)?)\))?"
)
_DAY = re.compile(r"(?:19|20)\d{2}\. [1-9]\d?\. [1-9]\d?\.(?:\([월화수목금토일]\))?(?:\s?,\s?.+)?")
_LOOSE_DAY = re.compile(
    r"['’‘]?(?P<year>(?:20)?\d{2})\s?[.\-/]\s?(?P<month>\d{1,2})\s?[.\-/]\s?(?P<day>\d{1,2})\.?(?P<rest>\s?,\s?.+)?"
)
_CARRIED = re.compile(r"^\s*시\s{0,4}행(?:\s{2,}|\s?[:：]\s*|\t+)(?P<told>\S.*?)(?=\s{2,}접\s*수|\s{3,}|\t|$)")
_REGISTERED = re.compile(r"[가-힣][가-힣A-Za-z0-9·ㆍ]*-\d{1,7}\s?(?:\(.*)?")
_CLOSED = re.compile(r"(?P<kind>부분\s?공개|비공개)(?P<clauses>\s?\([^()\n]*\))?(?=\s*$|\s*/)")
_BEFORE_CLOSED = re.compile(r"(?:^|/|\t|\s{2,}|공개\s?구분\s?[:：]?|공개\s?여부\s?[:：]?)\s*$")
_CLAUSES = re.compile(
    r"\s?\(\s?(?:정보공개법\s?)?(?:제?9조\s?제?1항\s?)?제?[1-8]\s?호?(?:\s?[,·및]\s?제?[1-8]\s?호?)*\s?\)"
)
_NOTICE = re.compile(
    r"(?P<kind>공고|고시)\s?(?:제\s?(?P<number>\d{1,6})\s?호|(?P<bare>(?:20)\d{2}-\d{1,5}(?![\d\-.~∼차년학회]))(?:\s?호)?)"
)
_DOUBLE = re.compile(
    r"『(?P<name>[^』\n]{1,80}(?:법|법률|시행령|시행규칙|규정|규칙|조례|고시|훈령|예규|지침|기준|령))』"
)
_POINTED = re.compile(r"[<〈](?P<name>[가-힣 ·ㆍ]{1,60}(?:법|법률|시행령|시행규칙|규정|조례))[>〉](?=\s?제\d)")
_HALF = re.compile(r"｢(?P<name>[^｢｣\n]{1,120})｣")
_OPENED, _SHUT = "「", "」"


def _related(sheet: Sheet) -> Iterator[Found]:
    """Find related documents that are not cited with number and date. REF-01."""
    for line in sheet.lines:
        told = _RELATED.search(line.raw) if line.kind in RUNNING else None
        if not told or told.start() > 12:  # noqa: PLR2004 - behind a marker or a few words
            continue
        for found in _CITED.finditer(line.raw, told.end()):
            if found["told"] is None or not _DAY.fullmatch(found["told"].strip()):
                yield _cited(line.start, found)


def _cited(start: int, found: re.Match[str]) -> Found:
    """Return a citation as it should be, where its date can be read."""
    day = _LOOSE_DAY.fullmatch(found["told"].strip()) if found["told"] else None
    if day is None:
        return Found(start + found.start(), start + found.end())
    year = int(day["year"]) + (2000 if len(day["year"]) == 2 else 0)  # noqa: PLR2004 - digits of a short year
    told = f"{year}. {int(day['month'])}. {int(day['day'])}.{day['rest'] or ''}"
    return Found(start + found.start(), start + found.end(), f"{found['number']}({told})")


def _carried_out(sheet: Sheet) -> Iterator[Found]:
    """Find a registration number that is no department with a number. REF-02."""
    for line in sheet.lines:
        found = _CARRIED.match(line.raw) if line.kind in ("closing", "prose") else None
        if found and re.search(r"\d", found["told"]) and not _REGISTERED.match(found["told"]):
            yield Found(line.start + found.start("told"), line.start + found.end("told"))


def _closed(sheet: Sheet) -> Iterator[Found]:
    """Find what is not open without the clauses of the law. DISCL-01."""
    for line in sheet.lines:
        if line.kind == "table":
            continue
        for found in _CLOSED.finditer(line.raw):
            alone = _BEFORE_CLOSED.search(line.raw, 0, found.start())
            if alone and not (found["clauses"] and _CLAUSES.fullmatch(found["clauses"])):
                yield Found(line.start + found.start(), line.start + found.end())


def _numbered(sheet: Sheet) -> Iterator[Found]:
    """Find numbers of notices without the year. NOTICE-01."""
    for found in sheet.search(_NOTICE, ALL):
        if found["number"]:
            yield Found(found.start("number"), found.end("number"))
        else:
            yield Found(found.start("bare"), found.end(), f"제{found['bare']}호")


def _quoted_otherwise(sheet: Sheet) -> Iterator[Found]:
    """Find names of laws in other brackets, and brackets without their partner. LAW-02."""
    for line in sheet.lines:
        if line.kind not in ALL:
            continue
        for pattern in (_DOUBLE, _HALF, _POINTED):
            for found in pattern.finditer(line.raw):
                yield Found(line.start + found.start(), line.start + found.end(), f"{_OPENED}{found['name']}{_SHUT}")
        yield from _without_partner(line.raw, line.start)


def _without_partner(raw: str, start: int) -> Iterator[Found]:
    opened: list[int] = []
    for at, sign in enumerate(raw):
        if sign == _OPENED:
            opened.append(at)
        elif sign == _SHUT:
            if opened:
                opened.pop()
            else:
                yield Found(start + at, start + at + 1)
    for at in opened:
        yield Found(start + at, start + at + 1)


CHECKS: Final[dict[str, Callable[[Sheet], Iterator[Found]]]] = {
    "REF-01": _related,
    "REF-02": _carried_out,
    "DISCL-01": _closed,
    "NOTICE-01": _numbered,
    "LAW-02": _quoted_otherwise,
}
