"""Tells an official what the guard would do, before anything is sent; and an officer why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypedDict

from ilson.domain.document import Document, Table
from ilson.domain.grade import Grade
from ilson.domain.question import Question, Release, Turn
from ilson.domain.rule import PiiRule, WordRule
from ilson.guard.compile import Guard
from ilson.guard.detect import explain
from ilson.guard.inspect import as_it_is, decide
from ilson.guard.mask import hidden, mask
from ilson.guard.match import WORD, Finding
from ilson.guard.vault import Vault, canonical
from ilson.guard.why import reason, why


class Place(TypedDict, total=False):
    """Where a text stands: the question's text, a document's name, or a block of it, for tables with row and cell."""

    field: str
    block: int
    row: int | None
    cell: int | None


class Shown(TypedDict):
    """A finding as the page shows it; offsets in code points of its text."""

    place: Place
    start: int
    end: int
    value: str
    type: str
    label: str
    action: str
    why: str
    basis: str
    release: bool
    released: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be masked, and the grade before and after."""

    findings: tuple[Shown, ...]
    grade: Grade
    grade_after: Grade
    reasons: tuple[str, ...]


def preview(
    text: str, document: Document | None, guard: Guard, *, department: str, chosen: Grade, released: Sequence[Release]
) -> Preview:
    """Return what the guard would do with a text and a document, if they were sent now."""
    documents = () if document is None else (document,)
    question = Question(task="", turns=(Turn("user", text),), grade=chosen, released=tuple(released))
    decided = decide(question, documents, guard, department)
    let = {(one.type, canonical(one.value)) for one in released}
    places = [*(() if document is None else _places(document)), Place(field="text")]
    shown: list[Shown] = []
    for place, written, found in zip(places, decided.looked.texts, decided.looked.findings, strict=True):
        for one in found:
            if not one.shadow:
                value = written[one.start : one.end]
                is_let = one.release and (one.type, canonical(value)) in let
                shown.append(_shown(place, one, value, guard, released=is_let))
    told = decided.told(chosen)
    return Preview(tuple(shown), told.grade_before, told.grade, tuple(as_it_is(told, guard.texts_ko)))


def _places(document: Document) -> Iterator[Place]:
    for number, block in enumerate(document.blocks):
        if isinstance(block, Table):
            for row, cells in enumerate(block.rows):
                for cell in range(len(cells)):
                    yield Place(field="block", block=number, row=row, cell=cell)
        else:
            yield Place(field="block", block=number, row=None, cell=None)
    yield Place(field="name")


def _shown(place: Place, one: Finding, value: str, guard: Guard, *, released: bool) -> Shown:
    told = reason(one, value, guard.texts_ko)
    rule = guard.rules.get(one.type)
    return Shown(
        place=place,
        start=one.start,
        end=one.end,
        value=value,
        type=one.type,
        label=rule.name if rule is not None else one.rule,
        action=one.action,
        why=told.why,
        basis=one.basis,
        release=one.release,
        released=released,
    )


class Doubted(TypedDict):
    """What looked like a finding and was not believed."""

    type: str
    label: str
    start: int
    end: int
    value: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Trial:
    """What the guard does with a text that an officer tries."""

    findings: tuple[tuple[Shown, float, bool], ...]  # with the score, and whether only counted
    rejections: tuple[Doubted, ...]
    masked: str
    restored: str


def attempt(text: str, guard: Guard, *, department: str, shadow: Sequence[str]) -> Trial:
    """Return the findings, what was not believed and why, the masked text, and the text put back from it.

    The rules that `shadow` names are counted and not acted upon, as if their files said so.
    """
    found, doubted = explain(text, guard, department)
    found = [one._replace(shadow=one.shadow or one.rule in shadow) for one in found]
    vault = Vault()
    masked = mask(text, hidden(found), vault)
    place = Place(field="text")
    return Trial(
        findings=tuple(
            (_shown(place, one, text[one.start : one.end], guard, released=False), one.score, one.shadow)
            for one in found
        ),
        rejections=tuple(
            Doubted(
                type=one.type,
                label=one.rule,
                start=one.start,
                end=one.end,
                value=text[one.start : one.end],
                reason=why([one.reason], guard.texts_ko),
                score=one.score,
            )
            for one in doubted
        ),
        masked=masked,
        restored=vault.restore(masked),
    )


def described(rules: Sequence[PiiRule | WordRule]) -> list[dict[str, object]]:
    """Return the rules as the page lists them."""
    return [_described(rule) for rule in rules]


def _described(rule: PiiRule | WordRule) -> dict[str, object]:
    shared: dict[str, object] = {
        "name": rule.name,
        "action": rule.action,
        "basis": rule.basis,
        "matches": list(rule.matches),
        "passes": list(rule.passes),
        "shadow": rule.shadow,
    }
    match rule:
        case PiiRule():
            return shared | {
                "type": rule.type,
                "category": "",
                "answer": rule.in_answers,
                "labels": list(rule.labels),
                "release": rule.release,
                "departments": [],
                "expires": None,
            }
        case WordRule():
            return shared | {
                "type": WORD,
                "category": rule.category,
                "answer": "mask",
                "labels": list(rule.words),
                "release": False,
                "departments": list(rule.departments),
                "expires": None if rule.expires is None else rule.expires.isoformat(),
            }
