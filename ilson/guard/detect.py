"""Finds personal information and prohibited words in a text."""

import re
from dataclasses import replace
from datetime import date

from ilson.guard.compile import Guard
from ilson.guard.marks import OPEN
from ilson.guard.match import Finding
from ilson.guard.normalise import lower, view

_DIGIT_OR_AT = re.compile("[0-9@]")


def detect(text: str, guard: Guard) -> list[Finding]:
    """Return what the rules find, in the order of the text; hidden values that overlap are one finding."""
    seen = view(text)
    lowered = lower(seen)
    today = guard.today()
    words = [finding for matcher in guard.words for finding in matcher.find(lowered, today)]
    found = [*_numbers(seen, guard, today), *words]
    return _resolved(found) if len(found) > 1 else found


def _numbers(seen: str, guard: Guard, today: date) -> list[Finding]:
    """Return all numbers and addresses; one that only shows when its neighbour is gone is found too.

    A model gets a token in the place of the neighbour, so what shows then must be hidden as well.
    """
    found: list[Finding] = []
    if guard.always == 0 and not _DIGIT_OR_AT.search(seen):
        return found
    more = [finding for matcher in guard.pii for finding in matcher.find(seen, today)]
    while more:
        found += more
        left = list(seen)
        for one in more:
            left[one.start : one.end] = OPEN * (one.end - one.start)
        seen = "".join(left)
        more = [finding for matcher in guard.pii for finding in matcher.find(seen, today)]
    return found


def _resolved(found: list[Finding]) -> list[Finding]:
    """Join hidden values that overlap, so that no part of either shows; what only stops or warns stays as it is."""
    found.sort(key=lambda one: (one.start, one.end))
    joined: list[Finding] = []
    for finding in found:
        if finding.action != "mask":
            continue
        if joined and finding.start < joined[-1].end:
            joined[-1] = _join(joined[-1], finding)
        else:
            joined.append(finding)
    rest = [finding for finding in found if finding.action != "mask"]
    return sorted(joined + rest, key=lambda one: (one.start, one.end)) if rest else joined


def _join(first: Finding, second: Finding) -> Finding:
    """Return the longer of two findings, over the characters of both."""
    longer = max(first, second, key=lambda one: (one.end - one.start, one.score))
    return replace(longer, start=first.start, end=max(first.end, second.end))
