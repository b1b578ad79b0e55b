"""Finds personal information, names and prohibited words in a text."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from ilson.guard.checks import day
from ilson.guard.compile import Guard
from ilson.guard.labels import Labelled
from ilson.guard.match import WORD, Finding, Finds, Rejection, found_by, regions
from ilson.guard.normalise import view, views, without_invisible
from ilson.guard.numbers import Number, numbers, spelt_numbers

_Place = TypeVar("_Place", Finding, Rejection)
_DIGIT_OR_AT = re.compile("[0-9@]")
_YOUNGEST = 8  # years; a later day beside a name is rather when something happened
_AFTER_NAME = re.compile(
    r"[\s,(/|:·]{1,3}(?:[남여男女][성자]?[\s,/|·]{1,2})?(?P<day>'?(?:19|20)?[0-9]{2}(?:[.\-/] ?[0-9]{1,2}[.\-/] ?[0-9]{1,2}|[01][0-9][0-3][0-9]))\.?(?![0-9-])"
)


def detect(text: str, guard: Guard, department: str = "") -> list[Finding]:
    """Return what the rules find, in the order of the text; hidden values that overlap are one finding."""
    return _looked(text, guard, department, Finds()).findings


def explain(text: str, guard: Guard, department: str = "") -> tuple[list[Finding], list[Rejection]]:
    """Return the findings, and what looked like one and was not believed, with the reason."""
    finds = _looked(text, guard, department, Finds(rejections=[]))
    found = [(one.start, one.end) for one in finds.findings]
    doubted = [
        one for one in finds.rejections or () if not any(start < one.end and one.start < end for start, end in found)
    ]
    return finds.findings, sorted(dict.fromkeys(doubted), key=lambda one: (one.start, one.end))


def _looked(text: str, guard: Guard, department: str, finds: Finds) -> Finds:
    today = guard.today()
    visible, places = without_invisible(text)
    for seen in views(visible):
        _personal(seen, guard, today, finds)
    if places is not None:
        finds.findings = [_moved(one, places) for one in finds.findings]
        finds.rejections = finds.rejections and [_moved(one, places) for one in finds.rejections]
    finds.findings = [one for one in finds.findings if not is_public(one.type, text[one.start : one.end], guard)]
    finds.findings += [
        Finding(
            *(WORD, hit.start, hit.end, hit.rule.action, hit.rule.name, 1.0, hit.rule.grade),
            evidence=(f"word:{hit.view}",),
            shadow=hit.rule.shadow,
            basis=hit.rule.basis,
        )
        for hit in guard.words.find(text, today, department)
    ]
    finds.findings = resolved(finds.findings)
    return finds


def is_public(kind: str, value: str, guard: Guard) -> bool:
    """Return whether the agency has made this value public itself."""
    patterns = guard.public.get(kind)
    return patterns is not None and any(pattern.fullmatch(view(value)) for pattern in patterns)


def _personal(seen: str, guard: Guard, today: date, finds: Finds) -> None:
    labelled = guard.labels.read(seen)
    if _DIGIT_OR_AT.search(seen) or guard.least == 0:
        for number in numbers(seen, guard.least):
            _in_number(number, seen, labelled, guard, today, finds)
    for readings in spelt_numbers(seen):
        for number in readings:
            before = len(finds.findings)
            _in_number(number, seen, labelled, guard, today, finds)
            if len(finds.findings) > before:
                break
    for matcher in guard.texts:
        if not matcher.form.near or any(mark in seen for mark in matcher.form.near):
            for span in regions(matcher, seen, labelled):
                matcher.in_text(span, seen, labelled, today, finds)
    if guard.names is not None and guard.name_rule is not None:
        _names(seen, labelled, guard, finds)


def _names(seen: str, labelled: Labelled, guard: Guard, finds: Finds) -> None:
    rule = guard.name_rule
    if guard.names is None or rule is None:
        return
    taken = [(one.start, one.end) for one in finds.findings]
    for hit in guard.names.find(seen, labelled.type_at):
        if not any(start < hit.end and hit.start < end for start, end in taken):
            finds.findings.append(found_by(rule, hit.start, hit.end, round(hit.score, 2), (f"name_{hit.evidence}",)))
            _day_beside(seen, hit.end, guard, finds)


def _day_beside(seen: str, end: int, guard: Guard, finds: Finds) -> None:
    """Add the day behind a name: `김하늘(80.3.5.)` tells when she was born."""
    rule, beside = guard.rules.get("DOB"), _AFTER_NAME.match(seen, end)
    if rule is None or beside is None:
        return
    today = guard.today()
    when = day(beside["day"], today)
    if when is not None and when.year < today.year - _YOUNGEST:
        finds.findings.append(found_by(rule, *beside.span("day"), 0.7, ("beside_name",)))


def _in_number(number: Number, seen: str, labelled: Labelled, guard: Guard, today: date, finds: Finds) -> None:
    """Add what the forms find in one number; what only shows when its neighbour is gone is found too.

    A model gets a token in the place of the neighbour, so what shows then must be hidden as well.
    """
    while True:
        before = len(finds.findings)
        for matcher in guard.numbers:
            if matcher.form.digits > number.digits:
                break
            matcher.in_number(number, seen, labelled, today, finds)
        found = finds.findings[before:]
        if not found:
            return
        hidden = _without(number, found)
        if hidden.digits < guard.least or hidden.digits == number.digits:
            return
        number = hidden


def _without(number: Number, found: Iterable[Finding]) -> Number:
    spans = [(one.start, one.end) for one in found]
    text = "".join(
        "_" if any(start <= place < end for start, end in spans) else character
        for character, place in zip(number.text, number.places, strict=True)
    )
    return replace(number, text=text, digits=sum(map(str.isdigit, text)))


def _moved(one: _Place, places: list[int]) -> _Place:
    return replace(one, start=places[one.start], end=places[one.end - 1] + 1)


def resolved(found: list[Finding]) -> list[Finding]:
    """Join hidden values that overlap, so that no part of either shows; what only stops or warns stays as it is."""
    found = sorted(dict.fromkeys(found), key=lambda one: (one.start, one.end))
    joined: list[Finding] = []
    for finding in found:
        if finding.action != "mask" or finding.shadow:
            continue
        if joined and finding.start < joined[-1].end:
            joined[-1] = _join(joined[-1], finding)
        else:
            joined.append(finding)
    rest = [finding for finding in found if finding.action != "mask" or finding.shadow]
    return sorted(joined + rest, key=lambda one: (one.start, one.end)) if rest else joined


def _join(first: Finding, second: Finding) -> Finding:
    """Return the surer of two findings, over the characters of both."""
    surer = max(first, second, key=lambda one: (one.score, one.end - one.start))
    return replace(surer, start=first.start, end=max(first.end, second.end))
