"""Makes the rules ready to be applied, once, when Ilson starts."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone

from ilson.domain.errors import RuleInvalid
from ilson.domain.rule import PiiRule, PublicValue, Rulebook
from ilson.guard.candidate import AFTER
from ilson.guard.labels import NOBODY, Labels
from ilson.guard.match import Matcher
from ilson.guard.names import Names
from ilson.guard.normalise import view
from ilson.guard.numbers import signs
from ilson.guard.orders import Orders
from ilson.guard.sieve import Sieve
from ilson.guard.words import Words

LOOK_AHEAD = 32
"""The most characters that the stream guard may hold back of anything but an e-mail address."""

LONGEST_LOCAL = 64
"""The most characters of what may be an address in front of its @, and as many behind it, that it may hold back.

More than `LOOK_AHEAD`, because the beginning of an address alone already tells who it is. Prose is not held longer for
it: a space, Hangul or a slash ends what may be an address.

Source: RFC 5321, 4.5.3.1.1 (local part).
"""

NAME = "NAME"
"""The type of a person's name: found by `guard/names.py`, not by a form."""

_NUMBER_OR_ADDRESS = re.compile(r"[0-9+(][0-9 \-./~_()\r\n]*|[A-Za-z0-9._%+-]+(?:@[A-Za-z0-9.-]*)?")
_KOREA = timezone(timedelta(hours=9))


def today_in_korea() -> date:
    """Return the day it is in Korea."""
    return datetime.now(_KOREA).date()


@dataclass(frozen=True, slots=True)
class Guard:
    """All rules of the guard, ready to be applied."""

    numbers: tuple[Matcher, ...]  # forms of numbers, those with the fewest digits first
    number_sieve: Sieve  # of `numbers`, in their order
    texts: tuple[Matcher, ...]  # forms that are looked for in the text
    labelled: tuple[Matcher, ...]  # forms that are looked for only where labels point
    sieve: Sieve  # of `texts`, in their order, then of numbers and of spelt ones
    least: int  # digits; no form of a number has fewer
    labels: Labels
    label_types: frozenset[str]  # of `labelled`
    public: dict[str, tuple[re.Pattern[str], ...]]  # by type
    words: Words
    names: Names | None  # None: names are not looked for
    name_rule: PiiRule | None
    rules: dict[str, PiiRule]  # by type
    orders: Orders
    texts_ko: Mapping[str, str]  # sentences for people, by key
    opened: re.Pattern[str] | None  # what the end of a stream may be, and the beginning of something to hide
    always: int  # characters that a stream holds back for forms that may begin with any character
    hold: int  # characters; the most that a number or an address in a stream is held back
    today: Callable[[], date]
    answers: "Guard | None" = None  # what holds for answers, if that is something else

    @classmethod
    def of(cls, rulebook: Rulebook, today: Callable[[], date] = today_in_korea) -> "Guard":
        """Return the rules of this rulebook, ready to be applied.

        Raises:
            RuleInvalid: a pattern cannot be compiled, or a check has no such name.
        """
        matchers = [Matcher.of(rule, form) for rule in rulebook.pii for form in rule.forms]
        numbers = sorted((one for one in matchers if one.form.where == "number"), key=lambda one: one.form.digits)
        texts = tuple(one for one in matchers if one.form.where == "text")
        least = max(1, min((one.form.digits for one in numbers), default=1))
        name_rule = next((rule for rule in rulebook.pii if rule.type == NAME), None)
        guard = cls(
            numbers=tuple(numbers),
            number_sieve=_sieve(numbers),
            texts=texts,
            labelled=tuple(one for one in matchers if one.form.where == "label"),
            sieve=_sieve(texts, *signs(least)),
            least=least,
            labels=Labels({NOBODY: rulebook.labels, **{rule.type: rule.labels for rule in rulebook.pii}}),
            label_types=frozenset(one.rule.type for one in matchers if one.form.where == "label"),
            public=_public(rulebook.public),
            words=Words.of(rulebook.words),
            names=_names(rulebook) if name_rule is not None else None,
            name_rule=name_rule,
            rules={rule.type: rule for rule in rulebook.pii},
            orders=Orders.of(rulebook.order_name, rulebook.orders),
            texts_ko=rulebook.texts,
            opened=_opened(rulebook.pii),
            always=min(LOOK_AHEAD, max((one.rule.longest for one in matchers if _begins_anyhow(one)), default=0)),
            hold=min(LOOK_AHEAD, AFTER + max((rule.longest for rule in rulebook.pii), default=0)),
            today=today,
        )
        return replace(guard, answers=guard._answering())

    def ready(self) -> None:
        """Wait until everything is compiled; before that the guard finds the same, more slowly.

        Raises:
            RuleInvalid: a pattern cannot be looked for at once with the others.
        """
        self.sieve.ready()
        self.number_sieve.ready()

    def for_answers(self) -> "Guard":
        """Return the rules that hold for what a model says: what an answer may show is not looked for."""
        return self.answers or self

    def _answering(self) -> "Guard":
        kept = {kind for kind, rule in self.rules.items() if rule.in_answers == "mask"}
        texts = tuple(one for one in self.texts if one.rule.type in kept)
        numbers = tuple(one for one in self.numbers if one.rule.type in kept)
        return replace(
            self,
            numbers=numbers,
            number_sieve=self.number_sieve if numbers == self.numbers else _sieve(numbers),
            texts=texts,
            labelled=tuple(one for one in self.labelled if one.rule.type in kept),
            sieve=self.sieve if texts == self.texts else _sieve(texts, *signs(self.least)),
            names=self.names if NAME in kept else None,
        )


def _sieve(matchers: Sequence[Matcher], *signs: str) -> Sieve:
    return Sieve((*(one.core for one in matchers), *signs))


def _opened(rules: Sequence[PiiRule]) -> re.Pattern[str] | None:
    opens = [f"(?:{rule.opens})" for rule in rules if rule.opens and rule.in_answers == "mask"]
    try:
        return re.compile(f"(?:{'|'.join(opens)})\\Z", re.ASCII) if opens else None
    except re.error as error:
        message = f"what opens a find is no regular expression: {error}"
        raise RuleInvalid(message) from error


def _begins_anyhow(matcher: Matcher) -> bool:
    """Whether it is looked for everywhere, and one of the rule's own examples is no row of digits and no address."""
    if matcher.form.where != "text" or matcher.rule.opens:
        return False
    group = "value" if "value" in matcher.pattern.groupindex else 0
    finds = [found[group] for example in matcher.rule.matches for found in matcher.pattern.finditer(view(example))]
    return not finds or not all(_NUMBER_OR_ADDRESS.fullmatch(find) for find in finds)


def _names(rulebook: Rulebook) -> Names | None:
    return None if rulebook.names is None else Names.load(rulebook.names, rulebook.directory)


def _public(values: tuple[PublicValue, ...]) -> dict[str, tuple[re.Pattern[str], ...]]:
    kinds = {value.type for value in values}
    return {
        kind: tuple(re.compile(value.pattern, re.ASCII) for value in values if value.type == kind) for kind in kinds
    }
