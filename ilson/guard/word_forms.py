"""Writes a prohibited word in each way in which it is looked for, and says what each means."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ilson.domain.errors import RuleInvalid
from ilson.domain.rule import WordRule
from ilson.guard.hangul import View, fold, keys
from ilson.guard.normalise import lower, view

_MANY_KEYS = 5  # fewer make an English word too easily, unless it has no vowel
_JAMO_ONLY = re.compile("[ㄱ-ㅣ]+")
_ENGLISH_VOWEL = re.compile("[aeiou]")


class Meaning(NamedTuple):
    """What it means that a pattern stands in a text."""

    rule: int
    begins: bool  # counts only where a word begins
    view: View
    letters: int  # without spaces


def meanings(rules: Sequence[WordRule]) -> tuple[dict[str, list[Meaning]], dict[str, list[Meaning]]]:
    """Return the patterns of all words and of all longer, innocent words, and what each means."""
    words: dict[str, list[Meaning]] = defaultdict(list)
    innocent: dict[str, list[Meaning]] = defaultdict(list)
    for index, rule in enumerate(rules):
        for written in rule.words:
            for form, meaning in _forms(index, written):
                words[form].append(meaning)
            _add_keys(words, *_forms(index, written)[-1])
        for written in rule.allow:
            for form, meaning in _forms(index, written):
                innocent[form].append(meaning)
    return words, innocent


def _forms(rule: int, written: str) -> list[tuple[str, Meaning]]:
    """Return the writings of a word, with its spaces and without, the last one without; and what they mean.

    Raises:
        RuleInvalid: nothing of the word is left to be found.
    """
    word = fold(unicodedata.normalize("NFC", written.removeprefix("^").strip())).text
    closed = "".join(word.split())
    if not closed:
        message = f"the word {written!r} has no character that can be found; correct it"
        raise RuleInvalid(message)
    seen_as: View = "initials" if _JAMO_ONLY.fullmatch(closed) else "plain"
    meaning = Meaning(rule, written.startswith("^"), seen_as, len(closed))
    return [(form, meaning) for form in dict.fromkeys((word, closed))]


def _add_keys(words: dict[str, list[Meaning]], closed: str, meaning: Meaning) -> None:
    typed_keys = keys(closed)
    if len(typed_keys) >= _MANY_KEYS or (len(typed_keys) == _MANY_KEYS - 1 and not _ENGLISH_VOWEL.search(typed_keys)):
        words[typed_keys].append(meaning._replace(view="keyboard"))


def beginnings_of(written: Iterable[str]) -> Iterator[str]:
    """Yield every proper beginning of these words, as `lower(view())`."""
    for word in written:
        seen = lower(view(unicodedata.normalize("NFC", word.removeprefix("^").strip())))
        yield from (seen[:end] for end in range(1, len(seen)))
