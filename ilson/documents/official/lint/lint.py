"""Checks an official document, as text or as structured fields, against all rules."""

import json
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Any, Final

from ilson.documents.official.lint import (
    amounts,
    dates,
    ending,
    fields,
    items,
    language,
    laws,
    letter,
    properties,
    references,
    signs,
    times,
)
from ilson.documents.official.lint.draft_lines import lay_out, refuse_deep
from ilson.documents.official.lint.laws import Laws
from ilson.documents.official.lint.read_document import segment_lines
from ilson.documents.official.lint.remark import Found, Remark
from ilson.documents.official.lint.sheet import Sheet
from ilson.documents.official.lint.words import Words
from ilson.domain.errors import RuleInvalid
from ilson.domain.official_rule import DocumentType, LintRule, OfficialRules
from ilson.domain.segment import Segmented

CHECKS: Final[Mapping[str, Callable[[Sheet], Iterator[Found]]]] = {
    **items.CHECKS,
    **ending.CHECKS,
    **dates.CHECKS,
    **times.CHECKS,
    **amounts.CHECKS,
    **signs.CHECKS,
    **language.CHECKS,
    **references.CHECKS,
}
"""The rules that are computed, by their ids."""

MADE_BY_CODE: Final = ("ITEM-", "END-", "LABEL-", "ATT-01", "ATT-02", "ATT-03", "ATT-04", "ATT-05", "ATT-07", "REF-02")
"""What a structured document cannot get wrong, because code writes it."""

TONE: Final = "TONE-01"
"""The rule about what is sent to others: a report and a list of conditions are written otherwise."""

EXCERPT: Final = 60
"""Characters of the place in an excerpt, at most."""

AROUND: Final = 16
"""Characters before and behind the place in an excerpt, at most."""

_WORD_END = re.compile(r"\S*$")
_WORD_START = re.compile(r"\S*")
_WEIGHTS: Final = {"error": 4.0, "warn": 2.0, "info": 0.5}
_MOST: Final = 3  # places of one rule that count
_NUMBERED: Final = "1가(①㉮Ⅰ제"


class Linter:
    """The rules of one agency, ready to check."""

    def __init__(self, rules: OfficialRules) -> None:
        """Take the rules; each proves itself on its examples.

        Raises:
            RuleInvalid: a rule has nothing that checks it, or breaks one of its own examples.
        """
        self._rules = {rule.id: rule for rule in rules.lint}
        self._official = rules
        self._words = Words(rules.lint)
        self._laws = Laws(rules.laws)
        self._prove()

    def check(
        self,
        text: str,
        *,
        name: str = "",
        parsed: bool = False,
        blanks: bool = True,
        cells: Container[int] = (),
    ) -> tuple[Remark, ...]:
        """Return what is wrong in a text, in its order; `name` is that of the type, the others are as in `Sheet`."""
        known = self._official.find(name) if name else None
        sheet = Sheet(text, parsed, blanks, _is_report(known) if known else None, cells=cells)
        active = self._active(known)
        return self._remarks(sheet, self._found(sheet, active))

    def check_file(self, file: Segmented, *, name: str = "") -> tuple[Remark, ...]:
        """Return what is wrong in an HWPX or a DOCX, in the order of its text as `segment_lines` lays it out."""
        known = self._official.find(name) if name else None
        texts = [segment.plain for segment in file.segments]
        text, cells = segment_lines(file.segments, texts)
        sheet = Sheet(text, parsed=True, report=_is_report(known) if known else None, cells=cells)
        active = self._active(known)
        starts = [0, *accumulate(len(text) + 1 for text in texts)]
        more = ((self._rules[rule], found) for rule, found in properties.check(sheet, file, starts, active))
        return self._remarks(sheet, (*self._found(sheet, active), *more))

    def check_draft(self, draft: Mapping[str, Any]) -> tuple[Remark, ...]:
        """Return what is wrong in a structured document, in the order of its fields. Any shape is borne.

        Raises:
            BadRequest: it is nested too deep.
        """
        refuse_deep(draft)
        name = draft.get("type")
        known = self._official.find(name if isinstance(name, str) else "")
        active = self._active(known)
        remarks = [
            self._remark(self._rules[rule], Found(0, 0, fix), "", place)
            for rule, check in fields.CHECKS.items()
            if rule in active
            for place, fix in check(draft)
        ]
        laid = lay_out(draft, report=_is_report(known))
        if laid:
            own = {rule for rule in active if not rule.startswith(MADE_BY_CODE)}
            for rule, found in self._checked(laid.sheet, own):
                place, start, text = laid.locate(found.start)
                moved = Found(found.start - start, found.end - start, found.fix, found.certain)
                remarks.append(self._remark(rule, moved, text, place))
        return tuple(remarks)

    def _found(self, sheet: Sheet, active: set[str]) -> Iterator[tuple[LintRule, Found]]:
        yield from self._checked(sheet, active)
        yield from ((self._rules[rule], one) for rule, one in letter.check(sheet, active))

    def _remarks(self, sheet: Sheet, found: Iterable[tuple[LintRule, Found]]) -> tuple[Remark, ...]:
        return tuple(sorted((self._remark(rule, one, sheet.text) for rule, one in found), key=_order))

    def _active(self, known: DocumentType | None) -> set[str]:
        profile = self._official.profile
        active = self._rules.keys() - set(profile.without) - set(known.without if known else ())
        ends = (known.look if known else profile.look).end
        return {rule for rule in active if ends or not rule.startswith("END-")}

    def _checked(self, sheet: Sheet, active: Iterable[str]) -> Iterator[tuple[LintRule, Found]]:
        chosen = set(active) - (set() if sheet.outward else {TONE})
        for rule, check in CHECKS.items():
            if rule in chosen:
                yield from ((self._rules[rule], found) for found in check(sheet))
        if laws.RULE in chosen:
            yield from ((self._rules[laws.RULE], found) for found in self._laws.search(sheet))
        yield from ((rule, found) for rule, found in self._words.search(sheet) if rule.id in chosen)

    def _remark(self, rule: LintRule, found: Found, text: str, place: str = "") -> Remark:
        before, behind = _around(text, found)
        told = text[found.start : min(found.end, found.start + EXCERPT)]
        return Remark(
            rule=rule.id,
            level=self._official.profile.levels.get(rule.id, rule.level),
            start=found.start,
            end=found.end,
            message=rule.says,
            basis=rule.basis,
            fix=found.fix,
            safe=rule.safe and found.fix is not None and found.certain,
            place=place,
            excerpt=f"{before}{told}{behind}".strip(),
            mended=None if found.fix is None or not text else f"{before}{found.fix}{behind}".strip(),
        )

    def _prove(self) -> None:
        for rule in self._official.lint:
            if not self._is_checked(rule):
                message = f"{rule.id}: nothing checks it; give it 'replace' or 'patterns'"
                raise RuleInvalid(message)
            if rule.safe and self._breaks(rule, "\n".join(rule.replace.values())):
                message = f"{rule.id}: a text of 'replace' is found itself, so that mending would not end; correct it"
                raise RuleInvalid(message)
            for wanted, examples in ((True, rule.wrong), (False, rule.right)):
                for number, example in enumerate(examples, 1):
                    if self._breaks(rule, example) != wanted:
                        name = "wrong" if wanted else "right"
                        message = (
                            f"{rule.id}: example {number} of {name!r} does not hold; correct the rule or the example"
                        )
                        raise RuleInvalid(message)

    @staticmethod
    def _is_checked(rule: LintRule) -> bool:
        if rule.json:
            return rule.id in fields.CHECKS
        return rule.id in CHECKS or rule.id == laws.RULE or bool(rule.replace or rule.patterns)

    def _breaks(self, rule: LintRule, example: str) -> bool:
        if rule.json:
            return any(fields.CHECKS[rule.id](_json(rule, example)))
        sheet = Sheet(example)
        return any(found.id == rule.id for found, _ in self._checked(sheet, [rule.id]))


def _json(rule: LintRule, example: str) -> Mapping[str, Any]:
    """Return the fields that an example of a rule about fields holds.

    Raises:
        RuleInvalid: it is no JSON object.
    """
    try:
        value = json.loads(example)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        message = f"{rule.id}: an example is no JSON object; a rule with 'json: true' is about fields"
        raise RuleInvalid(message)
    return value


def score(remarks: Iterable[Remark]) -> int:
    """Return a mark from 0 to 100: each place takes points by its weight, three places of one rule at most."""
    counts: dict[tuple[str, str], int] = {}
    for remark in remarks:
        key = (remark.rule, remark.level)
        counts[key] = min(_MOST, counts.get(key, 0) + 1)
    return max(0, round(100 - sum(_WEIGHTS[level] * count for (_, level), count in counts.items())))


def _around(text: str, found: Found) -> tuple[str, str]:
    """Return what of its words stands before and behind a place, on its line."""
    line = text.rfind("\n", 0, found.start) + 1
    end = text.find("\n", found.end)
    before = _WORD_END.search(text[max(line, found.start - AROUND) : found.start])
    behind = _WORD_START.match(text[found.end : len(text) if end < 0 else end][:AROUND])
    return before[0] if before else "", behind[0] if behind else ""


def _is_report(known: DocumentType | None) -> bool:
    """Return whether the type is written with bullets (개조식)."""
    return bool(known and known.look.marks and any(mark[:1] not in _NUMBERED for mark in known.look.marks))


def _order(remark: Remark) -> tuple[int, int, str]:
    return remark.start, remark.end, remark.rule
