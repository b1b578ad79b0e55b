"""Tells whether a rule finds something in one of its examples."""

from collections.abc import Callable
from datetime import date

from ilson.domain.rule import PiiRule, Rulebook, WordRule
from ilson.guard.compile import Guard
from ilson.guard.detect import detect
from ilson.guard.words import Words


def prover(rulebook: Rulebook) -> Callable[[PiiRule | WordRule, str], bool]:
    """Return what tells whether a rule finds something in an example, beside all other rules, whatever its last day.

    Raises:
        RuleInvalid: a rule cannot be compiled.
    """
    guard = Guard.of(rulebook)
    own: dict[str, Words] = {}

    def holds(rule: PiiRule | WordRule, example: str) -> bool:
        match rule:
            case PiiRule():
                return any(found.type == rule.type for found in detect(example, guard))
            case WordRule():
                if rule.name not in own:
                    own[rule.name] = Words.of([rule])
                words = own[rule.name]
                return bool(words.find(example, date.min, *rule.departments[:1]))

    return holds
