"""Looks for what one form describes, and weighs how sure a find is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from ilson.domain.errors import RuleInvalid
from ilson.domain.grade import Grade
from ilson.domain.rule import Action, Form, PiiRule
from ilson.guard.candidate import AFTER, BEFORE, Candidate
from ilson.guard.checks import CHECKS, Check
from ilson.guard.labels import Label, Labelled
from ilson.guard.numbers import ANY, CELL, ONE, Number

WORD = "WORD"
"""The type of a prohibited word."""

SURE: Final = 0.5
"""From this score a candidate is a finding."""

# One or two digits in front with a full stop or a dash are a list mark (1. 2-), longer ones part of a longer number.
# Telephone numbers in a row with dashes between them are each found.
_LEFT = r"(?<![0-9])(?:(?<![0-9]{3}[-.])|(?<=-[0-9]{4}-[0-9]{4}-))(?<![.-][0-9][-.])(?<![.-][0-9]{2}[-.])"
_RIGHT = r"(?![0-9])(?!-(?!01[016789]-)[0-9])"
_NUMBERED = re.compile(r"제 ?\Z")
_NUMBERED_END = re.compile(r" ?호")
_DOUBTS: Final = frozenset({"no_label", "otherwise"})  # that other evidence has outweighed
_NEVER: Final = -2.0  # no check makes up for it


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in a text that a rule names; offsets in code points of the original text."""

    type: str
    start: int
    end: int
    action: Action
    rule: str  # the rule's name, Korean
    score: float  # 0 to 1
    grade: Grade | None = None  # to which the rule raises the question
    evidence: tuple[str, ...] = ()  # keys of reasons; `label:…` with the word
    shadow: bool = False  # only to be counted
    release: bool = False  # the official may let it pass
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Rejection:
    """A place that looks like something a rule names and is not, and the key of the reason."""

    type: str
    start: int
    end: int
    rule: str
    score: float
    reason: str


@dataclass(slots=True)
class Finds:
    """What was found in one text, and, if wanted, what was not believed."""

    findings: list[Finding] = field(default_factory=list)
    rejections: list[Rejection] | None = None


@dataclass(frozen=True, slots=True)
class Matcher:
    """One form of a rule, ready to be looked for."""

    rule: PiiRule
    form: Form
    pattern: re.Pattern[str]
    at: re.Pattern[str] | None  # what stands in every find
    check: Check | None

    @classmethod
    def of(cls, rule: PiiRule, form: Form) -> "Matcher":
        """Return the form, ready to be looked for.

        Raises:
            RuleInvalid: the pattern cannot be compiled, or no check has this name.
        """
        if form.check is not None and form.check not in CHECKS:
            message = f"rule {rule.type}: no check is called {form.check!r}; there are {sorted(CHECKS)}"
            raise RuleInvalid(message)
        written = form.pattern.replace("{-}", ANY).replace("{=}", ONE).replace("{|}", CELL)
        if form.where == "number":
            written = f"{_LEFT}(?:{written}){_RIGHT}"
        try:
            # ASCII: a particle glued to a number is no part of it, whatever class the pattern uses.
            pattern = re.compile(written, re.ASCII)
            at = re.compile(form.at, re.ASCII) if form.at else None
        except re.error as error:
            message = f"rule {rule.type}: the pattern is no regular expression: {error}"
            raise RuleInvalid(message) from error
        return cls(rule, form, pattern, at, None if form.check is None else CHECKS[form.check])

    def in_number(self, number: Number, seen: str, labelled: Labelled, today: date, finds: Finds) -> None:
        """Add what the form finds in a number."""
        for found in self.pattern.finditer(number.text):
            start, end = number.span(*found.span())
            self._weigh(found[0], (start, end), seen, labelled, today, finds)

    def in_text(self, span: tuple[int, int], seen: str, labelled: Labelled, today: date, finds: Finds) -> None:
        """Add what the form finds between two offsets of a text; its group `value`, if it has one, is the finding."""
        for found in self.pattern.finditer(seen, *span):
            where = found.span("value") if "value" in self.pattern.groupindex else found.span()
            if where[0] < where[1]:
                self._weigh(seen[where[0] : where[1]], where, seen, labelled, today, finds)

    def _weigh(
        self, text: str, span: tuple[int, int], seen: str, labelled: Labelled, today: date, finds: Finds
    ) -> None:
        start, end = span
        label = labelled.at(start, end, self.rule.type)
        named = label is not None and label.type == self.rule.type
        score, why = self._named(label)
        if not named and self.form.where == "number" and _is_numbered(seen, start, end):
            score, why = _NEVER, "numbered"
        evidence = [f"{label.place}:{label.word}" if named and label is not None else why]
        if self.check is not None and score > _NEVER:
            before, after = seen[max(0, start - BEFORE) : start], seen[end : end + AFTER]
            judged = self.check(Candidate(text, before, after, label, named, today))
            score += judged.more
            if judged.why not in evidence:
                evidence.append(judged.why)
        score = round(max(0.0, min(1.0, score)), 2)
        if score >= SURE:
            believed = tuple(one for one in evidence if one not in _DOUBTS)
            finds.findings.append(found_by(self.rule, start, end, score, believed))
        elif finds.rejections is not None:
            finds.rejections.append(Rejection(self.rule.type, start, end, self.rule.name, score, evidence[-1]))

    def _named(self, label: Label | None) -> tuple[float, str]:
        """Return how sure the form is under this label; under a label of something else a check cannot raise it."""
        if label is None:
            return self.form.alone, "form" if self.form.alone else "no_label"
        if label.type == self.rule.type:
            return self.form.named, "named"
        if label.type in self.rule.yields or self.form.otherwise == 0:
            return _NEVER, "otherwise"
        return self.form.otherwise, "otherwise"


def found_by(rule: PiiRule, start: int, end: int, score: float, evidence: tuple[str, ...]) -> Finding:
    """Return what a rule finds at this place."""
    return Finding(
        type=rule.type,
        start=start,
        end=end,
        action=rule.action,
        rule=rule.name,
        score=score,
        evidence=evidence,
        shadow=rule.shadow,
        release=rule.release,
        basis=rule.basis,
    )


def _is_numbered(seen: str, start: int, end: int) -> bool:
    """Whether it stands in `제…호`: the number of a document."""
    return bool(_NUMBERED.search(seen, max(0, start - 3), start) and _NUMBERED_END.match(seen, end))


def regions(matcher: Matcher, seen: str, labelled: Labelled) -> Iterator[tuple[int, int]]:
    """Yield where a form may be found: everywhere, or where a label of its type points."""
    match matcher.form.where:
        case "label":
            for cell in labelled.regions(matcher.rule.type):
                yield cell.start, cell.end
        case "text" | "number":
            yield 0, len(seen)
