"""Looks for what one form describes, and weighs how sure a find is."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from ilson.domain.errors import RuleInvalid
from ilson.domain.grade import Grade
from ilson.domain.rule import Action, Form, PiiRule
from ilson.guard.candidate import AFTER, BEFORE, Candidate
from ilson.guard.checks import CHECKS, Check
from ilson.guard.grid import Cell
from ilson.guard.labels import Label, Labelled
from ilson.guard.numbers import ANY, CELL, ONE

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


class Finding(NamedTuple):
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


class Rejection(NamedTuple):
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
    ends: dict[tuple[str, int], int] = field(default_factory=dict)  # type and start of what a form has found → its end


@dataclass(frozen=True, slots=True)
class Matcher:
    """One form of a rule, ready to be looked for."""

    rule: PiiRule
    form: Form
    pattern: re.Pattern[str]
    core: str  # the pattern without what may follow
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
            tail = rule.tail if form.where != "number" else ""
            pattern = re.compile(written + tail, re.ASCII)
        except re.error as error:
            message = f"rule {rule.type}: the pattern is no regular expression: {error}"
            raise RuleInvalid(message) from error
        return cls(rule, form, pattern, written, None if form.check is None else CHECKS[form.check])

    def in_text(self, start: int, end: int, labelled: Labelled, today: date, finds: Finds) -> int:
        """Add what the form finds that begins between two offsets of a text, and return where the last one ends."""
        limit, last = end + self.rule.longest, start
        for found in self.pattern.finditer(labelled.seen, start, limit):
            if found.start() >= end:
                break
            if found.end() == limit:  # it goes on behind what was looked at
                found = self.pattern.match(labelled.seen, found.start()) or found  # noqa: PLW2901 - the whole of it
            last = found.end()
            self._weigh_value(found, labelled, today, finds)
        return last

    def in_cell(self, cell: Cell, labelled: Labelled, today: date, finds: Finds) -> None:
        """Add what the form finds in a place to which a label points."""
        for found in self.pattern.finditer(labelled.seen, cell.start, cell.end):
            self._weigh_value(found, labelled, today, finds)

    def _weigh_value(self, found: re.Match[str], labelled: Labelled, today: date, finds: Finds) -> None:
        """Weigh the group `value` of a find, or all of it."""
        group = "value" if "value" in self.pattern.groupindex else 0
        start, end = found.span(group)
        if start < end:
            self.weigh(found[group], start, end, labelled, today, finds)

    def weigh(self, text: str, start: int, end: int, labelled: Labelled, today: date, finds: Finds) -> None:
        """Add what the form has found here, if it is sure enough; else, if wanted, why it is not.

        What another form of the rule has found there already is not weighed again.
        """
        if finds.ends.get((self.rule.type, start), 0) >= end:
            return
        seen = labelled.seen
        label = labelled.at(start, end, self.rule.type)
        named = label is not None and label.type == self.rule.type
        score, why = self._named(label)
        if not named and self.form.where == "number" and _is_numbered(seen, start, end):
            score, why = _NEVER, "numbered"
        if score == _NEVER and finds.rejections is None:
            return
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
            finds.ends[self.rule.type, start] = end
        elif finds.rejections is not None:
            reason = "otherwise" if why == "otherwise" and score > 0 else evidence[-1]
            finds.rejections.append(Rejection(self.rule.type, start, end, self.rule.name, score, reason))

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
