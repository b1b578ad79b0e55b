"""Finds personal information, names and prohibited words in a text."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
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
_AROUND = 60  # characters
_COUNTED = "조항호목년월개명원천만퍼%회분시배급인세종차부장절편권점건억"
_LINE_BEGINS = "|".join(rf"(?<=\n{' ' * spaces}[0-9])" for spaces in range(5))
_PASSED_OVER = "|".join(
    f"(?<={before}[0-9])"
    for before in ("제", "제 ", "조의", "항의", "호의", "목의", "별표", "별표 ", "별지 ", "분의 ", "<", "ㆍ")
)
_DAY = (
    r"[0-9]{0,3}(?:\. ?[0-9]{1,2}\. ?[0-9]{1,2}(?![0-9])(?!\.? ?(?:출)?생)"
    r"|년 ?[0-9]{1,2}월 ?[0-9]{1,2}일(?! ?(?:출)?생))"
)
_NUMBER_OF_A_FLAT = "(?=호(?!의|에|를|을|및|가|와|부터|까지|·|ㆍ))"
# All begin with a digit, so that only digits are looked at.
_FIGURE = re.compile(
    rf"[0-9](?:(?:{_LINE_BEGINS})[0-9]{{0,2}}(?:의[0-9]+)?\\?[.)](?![0-9])|(?:{_PASSED_OVER})[0-9]*|(?P<day>{_DAY})"
    rf"|(?P<figure>[0-9]*(?:(?![0-9]| ?[{_COUNTED}]| ?일(?! ?(?:출)?생))|{_NUMBER_OF_A_FLAT}))|[0-9]*)"
)
_CODE = (
    "(?P<code>[A-Z]{1,3}-?[0-9]{4,9}(?:-[0-9]{2,6})?|20[0-9]{6,8}|[0-9]{6,7}|(?:19|20)[0-9]{2}-[0-9]{3,5}"
    "|20[0-9]{2}-[0-9]{2}-[0-9]{3})"
)
_CODE_BEHIND = re.compile(rf"[(\[,\t |/'\"]{{1,3}}{_CODE}(?![0-9A-Za-z-])(?=[)\],\t |/'\"\n]|\Z)")
_CODE_BEFORE = re.compile(rf"(?<![0-9A-Za-z-]){_CODE}[)\t |/'\",]{{1,3}}\Z")
_LAYERS = 4  # how often what is left of a number is looked at again
_CODE_REACH = 20  # characters
_OF_STUDENTS = re.compile("학번|학생|학과|학부|전공|수강|장학|학적|재학|졸업|휴학|std|hakbun|sno")
_OF_STAFF = re.compile(
    "사번|직원|주무관|감사반|점검자|열람자|출력자|관제|인사|발령|급여|근무|담당자|기사|간호|교원|반장|조사관|emp|접속"
)
_YOUNGEST = 8  # years; a later day beside a name is rather when something happened
_AFTER_NAME = re.compile(
    r"[\s,(/|:·]{1,3}(?:[남여男女][성자]?[\s,/|·]{1,2})?"
    r"(?P<day>'?(?:19|20)?[0-9]{2}(?:[.\-/] ?[0-9]{1,2}[.\-/] ?[0-9]{1,2}|[01][0-9][0-3][0-9]))\.?(?![0-9-])"
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
    _in_texts(seen, labelled, guard, today, finds)
    if guard.names is not None and guard.name_rule is not None:
        _names(seen, labelled, guard, finds)


def _in_texts(seen: str, labelled: Labelled, guard: Guard, today: date, finds: Finds) -> None:
    figures, days = _figures(seen)
    every = sorted([*figures, *days])
    around: dict[str, list[tuple[int, int]]] = {"": list(_spots(figures))}
    for matcher in guard.texts:
        form = matcher.form
        if form.near and not any(mark in seen for mark in form.near):
            continue
        if form.where == "label" or form.anywhere:
            spans: Iterable[tuple[int, int]] = regions(matcher, seen, labelled)
        else:
            if form.at not in around and matcher.at is not None:
                around[form.at] = list(_spots([found.start() for found in matcher.at.finditer(seen)]))
            spans = around[form.at]
        for span in spans:
            if form.where == "text" or form.anywhere or _any_between(every, *span):
                matcher.in_text(span, seen, labelled, today, finds)


def _figures(seen: str) -> tuple[list[int], list[int]]:
    """Return where numbers stand that count nothing, and where days stand.

    Articles, amounts and the notes on amendments fill a statute; without them it is read five times as fast.
    """
    found = [(one.lastgroup, one.start()) for one in _FIGURE.finditer(seen) if one.lastgroup]
    return [start for kind, start in found if kind == "figure"], [start for kind, start in found if kind == "day"]


def _spots(figures: list[int]) -> Iterator[tuple[int, int]]:
    """Yield what is around these places, joined where it overlaps."""
    start = end = -1
    for figure in figures:
        if end < figure - _AROUND:
            if end > 0:
                yield start, end
            start = max(0, figure - _AROUND)
        end = figure + _AROUND
    if end > 0:
        yield start, end


def _any_between(places: list[int], start: int, end: int) -> bool:
    place = bisect_left(places, start)
    return place < len(places) and places[place] < end


def _names(seen: str, labelled: Labelled, guard: Guard, finds: Finds) -> None:
    rule = guard.name_rule
    if guard.names is None or rule is None:
        return
    taken = bytearray(len(seen))
    for one in finds.findings:
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    for hit in guard.names.find(seen, labelled.type_at):
        if not any(taken[hit.start : hit.end]):
            finds.findings.append(found_by(rule, hit.start, hit.end, round(hit.score, 2), (f"name_{hit.evidence}",)))
            _day_beside(seen, hit.end, guard, finds)
            _code_beside(seen, (hit.start, hit.end), guard, finds, taken)


def _day_beside(seen: str, end: int, guard: Guard, finds: Finds) -> None:
    """Add the day behind a name: `김하늘(80.3.5.)` tells when she was born."""
    rule, beside = guard.rules.get("DOB"), _AFTER_NAME.match(seen, end)
    if rule is None or beside is None:
        return
    today = guard.today()
    when = day(beside["day"], today)
    if when is not None and when.year < today.year - _YOUNGEST:
        finds.findings.append(found_by(rule, *beside.span("day"), 0.7, ("beside_name",)))


def _code_beside(seen: str, name: tuple[int, int], guard: Guard, finds: Finds, taken: bytearray) -> None:
    """Add the code beside a name: `점검자 김하늘(2014-5440)`; what the text speaks of tells whose it is."""
    start, end = name
    found = _CODE_BEHIND.match(seen, end) or _CODE_BEFORE.search(seen, max(0, start - _CODE_REACH), start)
    if found is None:
        return
    where = found.span("code")
    around = seen[max(0, start - 2 * _AROUND) : end + _AROUND]
    kind = "STUID" if _OF_STUDENTS.search(around) else "EMPID" if _OF_STAFF.search(around) else ""
    rule = guard.rules.get(kind)
    if rule is not None and not any(taken[slice(*where)]) and day(found["code"], guard.today()) is None:
        finds.findings.append(found_by(rule, *where, 0.6, ("code_beside_name",)))


def _in_number(number: Number, seen: str, labelled: Labelled, guard: Guard, today: date, finds: Finds) -> None:
    """Add what the forms find in one number; what only shows when its neighbour is gone is found too.

    A model gets a token in the place of the neighbour, so what shows then must be hidden as well.
    """
    for _ in range(_LAYERS):
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
    hidden = {place for one in found for place in range(one.start, one.end)}
    text = "".join(
        "_" if place in hidden else character for character, place in zip(number.text, number.places, strict=True)
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
    rest: list[Finding] = []
    for finding in found:
        same = rest and rest[-1].rule == finding.rule and finding.start < rest[-1].end
        if (finding.action != "mask" or finding.shadow) and not same:
            rest.append(finding)
    return sorted(joined + rest, key=lambda one: (one.start, one.end)) if rest else joined


def _join(first: Finding, second: Finding) -> Finding:
    """Return the surer of two findings, over the characters of both."""
    surer = max(first, second, key=lambda one: (one.score, one.end - one.start))
    return replace(surer, start=first.start, end=max(first.end, second.end))
