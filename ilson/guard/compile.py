"""Makes the rules ready to be applied, once, when Ilson starts."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from ilson.domain.rule import PiiRule, Rulebook, WordRule
from ilson.guard.checksums import AFTER
from ilson.guard.match import PiiMatcher, WordMatcher, seen
from ilson.guard.normalise import view, views, without_invisible

LOOK_AHEAD = 32
"""The most characters that the stream guard may hold back of anything but an e-mail address."""

LONGEST_LOCAL = 64
"""The most characters of what may be an address in front of its @, and as many behind it, that it may hold back.

More than `LOOK_AHEAD`, because the beginning of an address alone already tells who it is. Prose is not held longer for
it: a space, Hangul or a slash ends what may be an address.

Source: RFC 5321, 4.5.3.1.1 (local part).
"""

_KOREA = timezone(timedelta(hours=9))
_NUMBER_OR_ADDRESS = re.compile(r"[0-9+(][0-9 \-./~_()\r\n]*|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]*")


def today_in_korea() -> date:
    """Return the day it is in Korea."""
    return datetime.now(_KOREA).date()


@dataclass(frozen=True, slots=True)
class Guard:
    """All rules of the guard, ready to be applied."""

    pii: tuple[PiiMatcher, ...]
    words: tuple[WordMatcher, ...]
    beginnings: frozenset[str]  # every proper beginning of a word or of a longer, innocent word
    hold: int  # characters; the most that a number or an address in a stream is held back
    always: int  # characters that are always held back, for rules whose finds may begin with any character
    today: Callable[[], date]

    @classmethod
    def of(cls, rulebook: Rulebook, today: Callable[[], date] = today_in_korea) -> "Guard":
        """Return the rules of this rulebook, ready to be applied.

        Raises:
            RuleInvalid: a pattern cannot be compiled, or a check has no such name.
        """
        pii = tuple(PiiMatcher.of(rule) for rule in rulebook.pii)
        return cls(
            pii=pii,
            words=tuple(WordMatcher.of(rule) for rule in rulebook.words if rule.words),
            beginnings=frozenset(_beginnings(rulebook.words)),
            hold=min(LOOK_AHEAD, AFTER + max((rule.longest for rule in rulebook.pii), default=0)),
            always=min(LOOK_AHEAD, max((one.rule.longest for one in pii if _begins_anyhow(one)), default=0)),
            today=today,
        )


def holds(rule: PiiRule | WordRule, example: str) -> bool:
    """Return whether this rule finds something in the example, whatever its last day.

    Raises:
        RuleInvalid: the rule cannot be compiled.
    """
    match rule:
        case PiiRule():
            matcher, today = PiiMatcher.of(rule), today_in_korea()
            return any(True for one in views(without_invisible(example)[0]) for _ in matcher.find(one, today))
        case WordRule():
            return any(WordMatcher.of(rule).find(seen(example), date.min))


def _beginnings(rules: Iterable[WordRule]) -> Iterable[str]:
    for rule in rules:
        for word in (seen(written).removeprefix("^") for written in (*rule.words, *rule.allow)):
            yield from (word[:end] for end in range(1, len(word)))


def _begins_anyhow(matcher: PiiMatcher) -> bool:
    """Whether one of the rule's own examples is found that is neither a row of digits nor an e-mail address."""
    seen_examples = map(view, matcher.rule.matches)
    finds = [found[0] for example in seen_examples for found in matcher.pattern.finditer(example)]
    return not finds or not all(_NUMBER_OR_ADDRESS.fullmatch(find) for find in finds)
