"""Looks at texts that stand together: what is found in one counts for all of them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ilson.guard.compile import NAME, Guard
from ilson.guard.detect import detect, resolved
from ilson.guard.match import Finding

_CELL_END = re.compile("[\t\n]")
_SURE_NAME = 3  # syllables; a shorter name may be a word elsewhere


@dataclass(slots=True)
class Looked:
    """Every text that was looked at, in order, and the findings in each."""

    guard: Guard
    department: str
    texts: list[str] = field(default_factory=list)
    findings: list[list[Finding]] = field(default_factory=list)

    def at(self, parts: Sequence[str], ends: Sequence[str], *, orders: bool) -> None:
        """Look at texts that stand together: a table's head names what is under it, a number may go on in the next."""
        alone = len(parts) == 1
        joined = (
            parts[0]
            if alone
            else "".join(_CELL_END.sub(" ", part) + end for part, end in zip(parts, ends, strict=True))
        )
        found = detect(joined, self.guard, self.department)
        if orders:
            found = resolved([*found, *self.guard.orders.find(joined)])
        begin = 0
        for part in parts:
            end = begin + len(part)
            self.texts.append(part)
            self.findings.append(list(_shares(found, begin, end)))
            begin = end + 1

    def again(self) -> None:
        """Add the names that were found in one text wherever else they stand."""
        rule = self.guard.name_rule
        names = {
            text[one.start : one.end]
            for text, found in zip(self.texts, self.findings, strict=True)
            for one in found
            if one.type == NAME and one.end - one.start >= _SURE_NAME
        }
        if not names or rule is None:
            return
        pattern = re.compile("(?<![가-힣])(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + ")")
        for place, text in enumerate(self.texts):
            taken = bytearray(len(text))
            for one in self.findings[place]:
                taken[one.start : one.end] = b"\1" * (one.end - one.start)
            more = [
                Finding(
                    *(NAME, *found.span(), rule.action, rule.name, 0.9, None, ("name_again",)),
                    *(rule.shadow, rule.release, rule.basis),
                )
                for found in pattern.finditer(text)
                if not any(taken[found.start() : found.end()])
            ]
            if more:
                self.findings[place] = resolved([*self.findings[place], *more])


def _shares(found: Iterable[Finding], begin: int, end: int) -> Iterable[Finding]:
    for one in found:
        if one.start < end and begin < one.end:
            yield one._replace(start=max(one.start, begin) - begin, end=min(one.end, end) - begin)
