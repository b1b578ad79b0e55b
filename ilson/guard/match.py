"""Looks for what one rule describes, on a normalised text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ilson.domain.errors import RuleInvalid
from ilson.domain.grade import Grade
from ilson.domain.rule import Action, PiiRule, WordRule
from ilson.guard.checksums import AFTER, BEFORE, CHECKS, Candidate, Check
from ilson.guard.marks import CLOSE, OPEN
from ilson.guard.normalise import lower, view

WORD = "WORD"
"""The type of a prohibited word."""

_TOKENS = re.compile(f"^[^{OPEN}{CLOSE}]*{CLOSE}|{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")


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


@dataclass(frozen=True, slots=True)
class PiiMatcher:
    """One kind of personal information, ready to be looked for."""

    rule: PiiRule
    pattern: re.Pattern[str]
    check: Check | None

    @classmethod
    def of(cls, rule: PiiRule) -> "PiiMatcher":
        """Return the rule, ready to be looked for.

        Raises:
            RuleInvalid: the pattern cannot be compiled, or no check has this name.
        """
        if rule.check is not None and rule.check not in CHECKS:
            message = f"rule {rule.type}: no check is called {rule.check!r}; there are {sorted(CHECKS)}"
            raise RuleInvalid(message)
        try:
            # ASCII: a particle glued to a number is no part of it, whatever class the pattern uses.
            pattern = re.compile(rule.pattern, re.ASCII)
        except re.error as error:
            message = f"rule {rule.type}: the pattern is no regular expression: {error}"
            raise RuleInvalid(message) from error
        return cls(rule, pattern, None if rule.check is None else CHECKS[rule.check])

    def find(self, seen: str, today: date) -> Iterator[Finding]:
        """Yield what is found in a text as `view` returns it."""
        rule = self.rule
        for found in self.pattern.finditer(seen):
            start, end = found.span()
            # The name inside a token in front is no label: it says what stood there, not what stands here.
            before = _TOKENS.sub("", seen[max(0, start - BEFORE) : start])
            candidate = Candidate(found[0], before, seen[end : end + AFTER], today)
            score = 1.0 if self.check is None else self.check(candidate)
            if score > 0 and start < end:
                yield Finding(rule.type, start, end, rule.action, rule.name, score)


@dataclass(frozen=True, slots=True)
class WordMatcher:
    """One list of words, ready to be looked for."""

    rule: WordRule
    pattern: re.Pattern[str]
    allow: re.Pattern[str] | None

    @classmethod
    def of(cls, rule: WordRule) -> "WordMatcher":
        """Return the list, ready to be looked for."""
        allow = re.compile(f"(?=({_any_of(rule.allow)}))") if rule.allow else None
        return cls(rule, re.compile(_any_of(rule.words)), allow)

    def find(self, lowered: str, today: date) -> Iterator[Finding]:
        """Yield what is found in a text as `seen` returns it; nothing after the rule's last day."""
        rule = self.rule
        if rule.expires is not None and today > rule.expires:
            return
        innocent: Iterator[re.Match[str]] | None = None
        longer: re.Match[str] | None = None
        covered = 0  # where the innocent words that have begun so far end
        for found in self.pattern.finditer(lowered):
            if innocent is None:
                innocent = self.allow.finditer(lowered) if self.allow else iter(())
                longer = next(innocent, None)
            start, end = found.span()
            while longer is not None and longer.start() <= start:
                covered = max(covered, longer.end(1))
                longer = next(innocent, None)
            if end > covered:
                yield Finding(WORD, start, end, rule.action, rule.name, 1.0, rule.grade)


def seen(text: str) -> str:
    """Return the text as the words see it, character for character."""
    return lower(view(text))


def _any_of(words: Iterable[str]) -> str:
    return "|".join(_word(word) for word in sorted(map(seen, words), key=len, reverse=True))


def _word(word: str) -> str:
    """Return the pattern of one word; `^` in front of it means: only where a word begins."""
    if word.startswith("^"):
        return r"(?<!\w)" + _word(word[1:])
    before = "(?<![a-z0-9])" if word[0].isascii() and word[0].isalnum() else ""
    behind = "(?![a-z0-9])" if word[-1].isascii() and word[-1].isalnum() else ""
    return before + re.escape(word) + behind
