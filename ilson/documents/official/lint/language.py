"""Sentences and foreign letters (FOR, SENT, DUEUM)."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from ilson.documents.official.lint.remark import Found
from ilson.documents.official.lint.sheet import BODY, FAR, RUNNING, Sheet

SENTENCE: Final = 100
"""Characters of one sentence, at most. Source: 공공기관 공문서 평가 (이해하기 쉬운 정도)."""

_FOREIGN_FIRST = re.compile(
    r"(?<![A-Za-z(])(?P<foreign>[A-Za-z][A-Za-z&/ -]{0,30}[A-Za-z])\((?P<own>[가-힣][가-힣 ·]{1,20})\)"
)
_ABBREVIATION = re.compile(r"(?<![A-Za-z0-9_./@-])[A-Z][A-Z&]{1,5}(?![A-Za-z0-9_@]|\.[a-z]|\([가-힣])")
_EXPLAINED = re.compile(r"[(,]\s?([A-Z][A-Z&]{1,5})\s?[,)]")
_KNOWN: Final = frozenset(
    {"PDF", "HWP", "HWPX", "DOCX", "XLSX", "PPTX", "CSV", "TXT", "HTML", "TV", "PC", "OK", "FAX", "TEL"}
)
_HANJA = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_GLOSS = re.compile(r"[가-힣][\"”’'」』]?\s?\([^()\n]*$")
_SENTENCE_END = re.compile(r"(?<=[다요오까음함임됨것])[.!?](?=\s|$)|(?<=[.!?]) (?=\S)")
_ENDED: Final = ".!?"
_YEAR = re.compile(
    r"(?<![가-힣\d○])(?<![\d수몇여○] )년"
    r"(?=도(?!\s?가지)|간(?=\s|[가-힣])|말(?=[까에의\s])|초(?=[에의부\s]|$)|\s?\d{1,3}\s?(?:회|차례|번|퍼센트|%)|령(?=[층별대에을이\s]))"
)


def _foreign_first(sheet: Sheet) -> Iterator[Found]:
    """Find a foreign word that has its Korean in brackets behind it. FOR-01."""
    for found in sheet.search(_FOREIGN_FIRST, RUNNING):
        yield Found(found.start(), found.end(), f"{found['own']}({found['foreign']})")


def _unexplained(sheet: Sheet) -> Iterator[Found]:
    """Find the first place of each abbreviation that no Korean explains. FOR-02."""
    known = {*_KNOWN, *_EXPLAINED.findall(sheet.text)}
    for found in sheet.search(_ABBREVIATION, RUNNING):
        if found[0] not in known:
            known.add(found[0])
            yield Found(found.start(), found.end())


def _hanja(sheet: Sheet) -> Iterator[Found]:
    """Find Chinese characters that do not stand in brackets behind their Hangul. FOR-03."""
    for found in sheet.search(_HANJA, RUNNING):
        line = sheet.text[max(sheet.text.rfind("\n", 0, found.start()) + 1, found.start() - FAR) : found.start()]
        if not _GLOSS.search(line):
            yield Found(found.start(), found.end())


def _long(sheet: Sheet) -> Iterator[Found]:
    """Find sentences that are longer than SENTENCE. SENT-01."""
    for line in sheet.lines:
        if line.kind not in BODY:
            continue
        start = line.mark.text if line.mark else len(line.raw) - len(line.raw.lstrip())
        for end in [*(hit.end() for hit in _SENTENCE_END.finditer(line.raw, start)), len(line.raw.rstrip())]:
            told = line.raw[start:end].strip()
            if len(told) > SENTENCE:
                yield Found(line.start + start, line.start + end)
            start = max(start, end)


def _years(sheet: Sheet) -> Iterator[Found]:
    """Find 년 at the beginning of a word. DUEUM-01.

    Source: 한글 맞춤법 제10항.
    """
    for found in sheet.search(_YEAR, RUNNING):
        yield Found(found.start(), found.end(), "연")


CHECKS: Final[dict[str, Callable[[Sheet], Iterator[Found]]]] = {
    "FOR-01": _foreign_first,
    "FOR-02": _unexplained,
    "FOR-03": _hanja,
    "SENT-01": _long,
    "DUEUM-01": _years,
}
