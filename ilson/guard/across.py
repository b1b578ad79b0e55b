"""Finds a number whose parts stand in neighbouring cells of a row or in neighbouring paragraphs."""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ilson.guard.compile import Guard
from ilson.guard.detect import detect
from ilson.guard.match import WORD, Finding
from ilson.guard.normalise import view

_MOST = 3  # parts of one number; four figures in a row of a table are rather figures
_ENDS = re.compile(r"[0-9][-./~_) ]*\Z")
_BEGINS = re.compile(r" *[-./~_(]?[0-9]")
_DASH = re.compile(r"[-./~_]\Z")


def across(parts: Sequence[str], guard: Guard) -> list[list[Finding]]:
    """Return for each part the findings that are only the part's share of a number over several parts."""
    shares: list[list[Finding]] = [[] for _ in parts]
    for first, last in _runs(parts):
        begins: list[int] = []
        joined = ""
        for part in parts[first:last]:
            joined += (" " if _DASH.search(view(joined[-1:])) else " - ") if begins else ""
            begins.append(len(joined))
            joined += part
        places = [(first + place, begin, begin + len(parts[first + place])) for place, begin in enumerate(begins)]
        for finding in detect(joined, guard):
            touched = [
                one
                for one in places[max(0, bisect(begins, finding.start) - 1) : bisect(begins, finding.end)]
                if one[1] < finding.end and finding.start < one[2]
            ]
            if finding.type != WORD and 1 < len(touched) <= _MOST:
                for place, begin, end in touched:
                    start = max(finding.start, begin) - begin
                    shares[place].append(replace(finding, start=start, end=min(finding.end, end) - begin))
    return shares


def _runs(parts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where parts stand that go on with a digit where the one before ends with one: first, and after the last."""
    first = 0
    for place in range(1, len(parts) + 1):
        goes_on = (
            place < len(parts) and _ENDS.search(view(parts[place - 1][-8:])) and _BEGINS.match(view(parts[place][:8]))
        )
        if not goes_on:
            if place - first > 1:
                yield first, place
            first = place
