"""Finds personal information, names and prohibited words in a text."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import accumulate
from typing import TypeVar

from ilson.guard.beside import Beside
from ilson.guard.compile import Guard
from ilson.guard.labels import Labelled
from ilson.guard.match import WORD, Finding, Finds, Rejection, found_by
from ilson.guard.normalise import view, views, without_invisible
from ilson.guard.numbers import Number, numbers, spelt_numbers

_Place = TypeVar("_Place", Finding, Rejection)
_BETWEEN = "\0"  # two numbers; no form has it
_HIDDEN = "_"  # a character that is found already; no form has it
_LAYERS = 4  # how often what is left of a number is looked at again


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
    _in_parts(labelled, guard, today, finds)
    for matcher in guard.labelled:
        for cell in labelled.regions(matcher.rule.type):
            matcher.in_cell(cell, labelled, today, finds)
    if guard.names is not None and guard.name_rule is not None:
        _names(seen, labelled, guard, finds)


def _in_parts(labelled: Labelled, guard: Guard, today: date, finds: Finds) -> None:
    """Look in each part of the text for what the sieve has left there."""
    seen, texts = labelled.seen, guard.texts
    run: list[Number] = []
    ends: dict[int, int] = {}  # of the last find of each pattern
    for start, end, patterns in guard.sieve.parts(seen):
        for index in patterns:
            begin = max(start, ends.get(index, 0))
            if index < len(texts):
                ends[index] = texts[index].in_text(begin, end, labelled, today, finds)
            elif index == len(texts):
                for number in numbers(seen, guard.least, begin, end):
                    run.append(number)
                    ends[index] = number.places[-1] + 1
            else:
                for readings in spelt_numbers(seen, begin, end):
                    ends[index] = readings[0].places[-1] + 1
                    if guard.number_sieve.through(_BETWEEN.join(number.text for number in readings)):
                        any(_in_numbers([number], labelled, guard, today, finds) for number in readings)
    _in_numbers(run, labelled, guard, today, finds)


def _in_numbers(run: list[Number], labelled: Labelled, guard: Guard, today: date, finds: Finds) -> bool:
    """Add what the forms find in these numbers; what only shows when its neighbour is gone is found too.

    A model gets a token in the place of the neighbour, so what shows then must be hidden as well.
    """
    any_found = False
    for _ in range(_LAYERS):
        if not run:
            break
        found = list(_round(run, labelled, guard, today, finds))
        any_found = any_found or any(found)
        run = [
            left
            for number, ones in zip(run, found, strict=True)
            if ones
            and ones[0] != number.span(0, len(number.text))  # nothing would be left
            and (left := _without(number, ones)).digits < number.digits
            and any(_digits(part) >= guard.least for part in left.text.split(_HIDDEN))
        ]
    return any_found


def _round(
    run: list[Number], labelled: Labelled, guard: Guard, today: date, finds: Finds
) -> Iterator[list[tuple[int, int]]]:
    """Look for every form in all numbers at once, and yield for each number where something was found."""
    text = _BETWEEN.join(number.text for number in run)
    starts = list(accumulate((len(number.text) + 1 for number in run[:-1]), initial=0))
    found: list[list[tuple[int, int]]] = [[] for _ in run]
    for which in guard.number_sieve.through(text):
        matcher = guard.numbers[which]
        for one in matcher.pattern.finditer(text):
            if _digits(one[0]) < matcher.form.digits:
                continue
            index = bisect_right(starts, one.start()) - 1
            start, end = run[index].span(one.start() - starts[index], one.end() - starts[index])
            before = len(finds.findings)
            matcher.weigh(one[0], start, end, labelled, today, finds)
            if len(finds.findings) > before:
                found[index].append((start, end))
    yield from found


def _names(seen: str, labelled: Labelled, guard: Guard, finds: Finds) -> None:
    rule = guard.name_rule
    if guard.names is None or rule is None:
        return
    taken = bytearray(len(seen))
    for one in finds.findings:
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    beside = Beside(labelled, guard, taken)
    for hit in guard.names.find(seen, labelled.type_at):
        if not any(taken[hit.start : hit.end]):
            finds.findings.append(found_by(rule, hit.start, hit.end, round(hit.score, 2), (f"name_{hit.evidence}",)))
            finds.findings += beside.find(hit.start, hit.end)


def _without(number: Number, found: Iterable[tuple[int, int]]) -> Number:
    hidden = {place for start, end in found for place in range(start, end)}
    text = "".join(
        _HIDDEN if place in hidden else character for character, place in zip(number.text, number.places, strict=True)
    )
    return number._replace(text=text, digits=_digits(text))


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def _moved(one: _Place, places: list[int]) -> _Place:
    return one._replace(start=places[one.start], end=places[one.end - 1] + 1)


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
    return surer._replace(start=first.start, end=max(first.end, second.end))
