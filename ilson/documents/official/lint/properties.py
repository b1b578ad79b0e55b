"""What an office file must hold beside its text: summary and keywords, and tables that are open to all (DOC)."""

import re
from collections.abc import Container, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from ilson.documents.official.lint.remark import Found
from ilson.documents.official.lint.sheet import Sheet
from ilson.domain.segment import Segmented

SINCE: Final = date(2026, 5, 19)
"""The day from which a document holds both. Source: 행정업무의 운영 및 혁신에 관한 규정 제5조제2항제1호."""

_CARRIED_OUT = re.compile(r"시\s{0,4}행\b.*?\((?P<year>20\d{2})\.\s?(?P<month>\d{1,2})\.\s?(?P<day>\d{1,2})\.?\s?\)")


def check(sheet: Sheet, file: Segmented, starts: Sequence[int], active: Container[str]) -> Iterator[tuple[str, Found]]:
    """Yield what the properties and the tables of a letter lack, each with the id of its rule.

    `starts` is where each segment begins in the text of the sheet.
    """
    heads = [line for line in sheet.lines if line.kind == "head"]
    if not heads or not sheet.ends:
        return
    if "DOC-05" in active and not (file.summary and file.keywords) and not _older(sheet):
        yield "DOC-05", Found(heads[-1].start, heads[-1].end)
    if "DOC-07" in active:
        merged = [segment.place == "merged" for segment in file.segments]
        for at, (before, here) in enumerate(pairwise((False, *merged))):
            if here and not before and heads[-1].end < starts[at] < sheet.ends[-1].start:
                yield "DOC-07", Found(starts[at], starts[at] + len(file.segments[at].plain))


def _older(sheet: Sheet) -> bool:
    """Return whether the document was carried out before the rule was."""
    for line in sheet.lines:
        found = _CARRIED_OUT.search(line.raw) if line.kind == "closing" else None
        if found:
            try:
                return date(int(found["year"]), int(found["month"]), int(found["day"])) < SINCE
            except ValueError:
                return False
    return False
