"""Finds personal information and prohibited words in a text."""

import re
from dataclasses import replace
from datetime import date

from ilson.guard.checksums import AFTER, BEFORE
from ilson.guard.compile import Guard
from ilson.guard.marks import OPEN
from ilson.guard.match import Finding, PiiMatcher
from ilson.guard.normalise import lower, views, without_invisible

_DIGIT_OR_AT = re.compile("[0-9@]")
_LETTER_OR_DIGIT = re.compile("[0-9A-Za-z@]")
_AROUND = 8  # characters; no pattern looks further beyond what it finds


def detect(text: str, guard: Guard) -> list[Finding]:
    """Return what the rules find, in the order of the text; hidden values that overlap are one finding."""
    visible, places = without_invisible(text)
    seen = views(visible)
    lowered = lower(seen[0])
    today = guard.today()
    words = [finding for matcher in guard.words for finding in matcher.find(lowered, today)]
    numbers = [finding for one in seen for finding in _numbers(one, guard, today)]
    found = [*(dict.fromkeys(numbers) if len(seen) > 1 else numbers), *words]
    if places is not None:
        found = [replace(one, start=places[one.start], end=places[one.end - 1] + 1) for one in found]
    return resolved(found) if len(found) > 1 else found


def _numbers(seen: str, guard: Guard, today: date) -> list[Finding]:
    """Return all numbers and addresses; one that only shows when its neighbour is gone is found too.

    A model gets a token in the place of the neighbour, so what shows then must be hidden as well. Only what stands
    around a find can show then, so only that is looked at again: the time grows with the text, however many finds.
    """
    if guard.always == 0 and not _DIGIT_OR_AT.search(seen):
        return []
    found = [finding for matcher in guard.pii for finding in matcher.find(seen, today)]
    left = list(seen)
    for one in found:
        left[one.start : one.end] = OPEN * (one.end - one.start)
    for one in found:  # grows while it is gone through, by something not yet hidden each time
        around = left[max(0, one.start - _AROUND) : one.start] + left[one.end : one.end + _AROUND]
        if guard.always > 0 or _LETTER_OR_DIGIT.search("".join(around)):
            for matcher in guard.pii:
                for near in _beside(one, left, matcher, today):
                    found.append(near)
                    left[near.start : near.end] = OPEN * (near.end - near.start)
    return found


def _beside(one: Finding, left: list[str], matcher: PiiMatcher, today: date) -> list[Finding]:
    """Return what shows beside a find once it is hidden; what a window's edge cuts off does not count."""
    first = max(0, one.start - matcher.rule.longest - BEFORE)
    window = "".join(left[first : one.end + matcher.rule.longest + _AROUND])
    least = BEFORE if first else 0
    most = len(window) if first + len(window) == len(left) else len(window) - AFTER
    return [
        replace(near, start=near.start + first, end=near.end + first)
        for near in matcher.find(window, today)
        if least <= near.start and near.end <= most and window[near.start : near.end].strip(OPEN)
    ]


def resolved(found: list[Finding]) -> list[Finding]:
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
