"""Finds prohibited words in a text, also those that hide behind another writing."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from ilson.domain.rule import WordRule
from ilson.guard.hangul import (
    Change,
    Seen,
    View,
    fold,
    gapless,
    has_jamo,
    joined,
    pairs,
    stretches,
    typed,
    unstretched,
    without_gaps,
)
from ilson.guard.word_forms import Meaning, beginnings_of, meanings

_PART = 1000  # characters
_PARTICLE_KEYS = 20  # keys behind a word that are looked at
_SHORT = 2  # letters; a word as short as this, if disguised, counts only where a word begins
_BESIDE_JAMO = re.compile("[ㄱ-ㅊㅌㅍㅏ-ㅗㅛㅝ-ㅟㅢㅣ]")  # not ㅋ, ㅎ, ㅠ, ㅜ and ㅡ: they laugh and weep
_LATIN_RUN = re.compile("[a-z]+")
_SYLLABLES = re.compile("[가-힣]+")
_LETTER = re.compile("[가-힣a-z0-9]")
_WEAK = re.compile(r"[-/~_+=&\\'`]|.* .*| .*|.* ")  # stands between words too: every letter must be apart
_PARTICLE = re.compile("이[라므다네냐지란]|라[고니]|[아야같놈년들]|새끼")
_ADDRESS = frozenset("/@=_&.%")  # in front of a run of letters: a part of an address
_ORDINAL = "제"
_COUNTED = "조항호건명년월일시분초회차층동번급종부장권원"


@dataclass(frozen=True, slots=True)
class WordHit:
    """A prohibited word in a text; offsets in code points of the text given."""

    start: int
    end: int
    rule: WordRule
    view: View


_Match = tuple[int, int, int]
"""A pattern, and where it starts and ends."""


class _Found(NamedTuple):
    """A match that counts; offsets in the text as `fold` returns it."""

    meaning: Meaning
    start: int
    end: int
    view: View


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Patterns, looked for all at once."""

    automaton: AhoCorasick
    meanings: tuple[tuple[Meaning, ...], ...]  # of each pattern; none: only the beginning of a stretched word

    @classmethod
    def of(cls, meanings: dict[str, list[Meaning]]) -> "_Patterns":
        return cls(
            AhoCorasick(meanings.keys(), store_patterns=False, implementation=Implementation.ContiguousNFA),
            tuple(map(tuple, meanings.values())),
        )

    def find(self, text: str) -> list[_Match]:
        """Return every match, also those that overlap."""
        return self.automaton.find_matches_as_indexes(text, overlapping=True)


@dataclass(frozen=True, slots=True)
class Words:
    """All lists of words, ready to be looked for at once."""

    rules: tuple[WordRule, ...]
    _beginnings: frozenset[str]  # every proper beginning of a word or of a longer, innocent word, as `lower(view())`
    _longest: int  # of them, in characters
    _last: frozenset[str]  # letters with which they end
    _words: _Patterns
    _innocent: _Patterns
    _stretched: frozenset[int]  # the patterns with which a stretched letter of a word begins
    _pairs: frozenset[str]  # neighbouring letters of the words

    @classmethod
    def of(cls, rules: Sequence[WordRule]) -> "Words":
        """Return the lists, ready to be looked for.

        Raises:
            RuleInvalid: a word has no letter that could be found.
        """
        words, innocent = meanings(rules)
        stretched = [pattern for pattern, meant in words.items() if any(one.view != "keyboard" for one in meant)]
        begun = {two for pattern in stretched for two in stretches(pattern)}
        words |= {two: [] for two in begun if two not in words}
        written = [word for rule in rules for word in (*rule.words, *rule.allow)]
        beginnings = frozenset(beginnings_of(written))
        return cls(
            rules=tuple(rules),
            _beginnings=beginnings,
            _longest=max(map(len, beginnings), default=0),
            _last=frozenset(beginning[-1] for beginning in beginnings),
            _words=_Patterns.of(words),
            _innocent=_Patterns.of(innocent),
            _stretched=frozenset(index for index, pattern in enumerate(words) if pattern in begun),
            _pairs=frozenset(pair for pattern in stretched for pair in pairs(pattern) if " " not in pair),
        )

    def find(self, text: str, today: date, department: str = "") -> list[WordHit]:
        """Return the words of the lists that hold on this day in this department, in the order of the text.

        Of two finds of one list, of which one lies inside the other, the longer counts.
        """
        hits: list[WordHit] = []
        for offset, part in _parts(text):
            found: dict[int, list[_Found]] = defaultdict(list)
            plain = fold(part)
            for one in self._all(plain):
                if _holds(self.rules[one.meaning.rule], today, department):
                    found[one.meaning.rule].append(one)
            for rule, ones in found.items():
                for one in _longest(self._guilty(rule, ones, plain.text)):
                    start, end = plain.origin(one.start, one.end)
                    hits.append(WordHit(offset + start, offset + end, self.rules[rule], one.view))
        return sorted(hits, key=lambda hit: (hit.start, hit.end))

    def may_be_in(self, text: str) -> bool:
        """Return whether `find` may find something: quicker, and never wrong when it says no."""
        plain = fold(text)
        matches = self._words.find(plain.text)
        if matches and (self._words_of(matches) or self._begun(plain.text, matches)):
            return True
        if has_jamo(plain):
            return True
        closer = gapless(plain, jamo=False)
        return closer != plain.text and bool(self._words.find(closer))

    def begun(self, lowered: str) -> int:
        """Return how many characters at the end of a text, as `lower(view())`, may be the beginning of a word."""
        end = len(lowered)
        if not end or lowered[-1] not in self._last:
            return 0
        lengths = range(min(self._longest, end), 0, -1)
        return next((length for length in lengths if lowered[end - length :] in self._beginnings), 0)

    def _all(self, plain: Seen) -> Iterator[_Found]:
        matches = self._words.find(plain.text)
        yield from self._read(plain, matches)
        yield from self._behind(plain, matches, jamo=False)
        if has_jamo(plain):
            yield from self._behind(plain, matches, jamo=True)
            for whole in (joined(plain), joined(without_gaps(plain, jamo=False))):
                matches = self._words.find(whole.text)
                yield from self._changed(whole, matches)
                yield from self._behind(whole, matches, jamo=True)

    def _read(self, plain: Seen, matches: list[_Match]) -> Iterator[_Found]:
        """Yield what stands there as it is written."""
        for pattern, start, end in matches:
            for meaning in self._words.meanings[pattern]:
                if _bounded(meaning, plain.text, start, end):
                    yield _Found(meaning, start, end, meaning.view)

    def _behind(self, base: Seen, matches: list[_Match], *, jamo: bool) -> Iterator[_Found]:
        """Yield what shows when stretched letters become one, and when what stands between letters is gone."""
        yield from self._unstretched(base, matches)
        text = gapless(base, jamo=jamo)
        if len(text) == len(base.text):
            return
        closer = self._words.find(text)
        if not self._shows(matches, text, closer):
            return
        whole = without_gaps(base, jamo=jamo)
        yield from self._changed(whole, closer)
        yield from self._unstretched(whole, closer)

    def _shows(self, matches: list[_Match], text: str, closer: list[_Match]) -> bool:
        """Whether a text without gaps shows more: other words than before, or some word once it is unstretched."""
        if self._words_of(closer) != self._words_of(matches):
            return True
        begun = self._begun(text, closer)
        return bool(begun) and bool(self._words_of(self._words.find(unstretched(Seen(text), begun).text)))

    def _words_of(self, matches: list[_Match]) -> list[int]:
        return [pattern for pattern, _, _ in matches if self._words.meanings[pattern]]

    def _begun(self, text: str, matches: list[_Match]) -> list[int]:
        """Return where letters may be stretched, in order; none if none stands beside a letter as in a word."""
        begun = sorted([(start, end) for pattern, start, end in matches if pattern in self._stretched])
        for start, end in begun:
            first, more = text[start], text[end : end + 1]
            if more in text[start:end] or first in self._pairs:
                break
            if text[start - 1 : start] + first in self._pairs or first + more in self._pairs:
                break
        else:
            return []
        return [start for start, _ in begun]

    def _unstretched(self, base: Seen, matches: list[_Match]) -> Iterator[_Found]:
        begun = self._begun(base.text, matches)
        if begun:
            whole = unstretched(base, begun)
            yield from self._changed(whole, self._words.find(whole.text))

    def _changed(self, seen: Seen, matches: list[_Match]) -> Iterator[_Found]:
        """Yield what only shows in this way of reading."""
        for pattern, start, end in matches:
            for meaning in self._words.meanings[pattern]:
                if meaning.view != "keyboard" and seen.inside(start, end):
                    yield from _disguised(meaning, seen, start, end)

    def _guilty(self, rule: int, found: list[_Found], text: str) -> list[_Found]:
        """Return the finds that lie in no longer, innocent word of this list; one that is disguised is not innocent."""
        if not self.rules[rule].allow:
            return found
        cover = self._cover(rule, text)
        return [one for one in found if one.end > cover(one.start)]

    def _cover(self, rule: int, text: str) -> "_Cover":
        """Return where the innocent words of this list end that have begun up to a place."""
        cover = _Cover([-1], [0])
        for pattern, start, end in sorted(self._innocent.find(text), key=lambda match: match[1]):
            for meaning in self._innocent.meanings[pattern]:
                if meaning.rule == rule and _bounded(meaning, text, start, end):
                    cover.starts.append(start)
                    cover.ends.append(max(end, cover.ends[-1]))
        return cover


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield some lines after the other, and where they begin: no word goes on in the next line."""
    start = 0
    while len(text) - start > _PART:
        end = text.find("\n", start + _PART) + 1
        if end == 0:
            break
        yield start, text[start:end]
        start = end
    yield start, text[start:] if start else text


class _Cover(NamedTuple):
    starts: list[int]
    ends: list[int]  # the furthest of all that have begun

    def __call__(self, place: int) -> int:
        return self.ends[bisect_right(self.starts, place) - 1]


def _holds(rule: WordRule, today: date, department: str) -> bool:
    return (rule.expires is None or today <= rule.expires) and (not rule.departments or department in rule.departments)


def _longest(found: list[_Found]) -> Iterator[_Found]:
    """Yield the finds that lie inside no other."""
    done = -1
    for one in sorted(found, key=lambda one: (one.start, -one.end, one.view != "plain")):
        if one.end > done:
            yield one
            done = one.end


def _bounded(meaning: Meaning, text: str, start: int, end: int) -> bool:
    """Whether what stands around a word lets it be one."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if meaning.begins and (before.isalnum() or before == "_"):
        return False
    if meaning.view == "keyboard":
        return not (_latin(before) or before in _ADDRESS) and _is_typed(text, start, end)
    if meaning.view == "initials":
        return not (_BESIDE_JAMO.match(before) or _BESIDE_JAMO.match(after))
    return not (_latin(text[start]) and _latin(before)) and not (_latin(text[end - 1]) and _latin(after))


def _latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _is_typed(text: str, start: int, end: int) -> bool:
    """Whether these keys, and what is typed behind them, write whole syllables that begin with the word."""
    run = _LATIN_RUN.match(text, start, end + _PARTICLE_KEYS)
    word, whole = typed(text[start:end]), typed(run[0] if run else "")
    return whole.startswith(word) and _SYLLABLES.fullmatch(whole) is not None


def _disguised(meaning: Meaning, seen: Seen, start: int, end: int) -> Iterator[_Found]:
    """Yield a word that only shows in another way of reading, if what stands around and in it says it was meant."""
    view, meant, begins = seen.view, True, False
    while seen.base is not None and seen.view != "plain":
        changes, how = seen.inside(start, end), seen.view
        start, end = seen.back(start, end)
        seen = seen.base
        if changes and how == "gap":
            meant = meant and _kept_apart(meaning, seen.text, (start, end), changes)
        elif changes and how == "stretched":
            begins = meaning.letters <= _SHORT
    if meant and not (begins and _letter(seen.text[start - 1 : start])) and _bounded(meaning, seen.text, start, end):
        yield _Found(meaning, start, end, view)


def _kept_apart(meaning: Meaning, text: str, span: tuple[int, int], gaps: Sequence[Change]) -> bool:
    """Whether what stands between the letters was put there to hide a word, and is no list, number or phrase."""
    start, end = span
    begins = not _letter(text[start - 1 : start])
    signs = [text[gap.start : gap.end] for gap in gaps]
    apart = len(signs) >= meaning.letters - 1
    if not _SYLLABLES.match(text[start]):
        spaced = any(" " in sign for sign in signs)
        return apart and len(set(signs)) == 1 and not (spaced and (meaning.view == "initials" or signs[0].strip()))
    if all(_counts(gap, text, meaning.letters) for gap in gaps):
        return False
    if any(sign[0].isdigit() for sign in signs) and not begins:
        return False
    if not any(map(_WEAK.fullmatch, signs)):
        return begins or meaning.letters > _SHORT
    ends = meaning.letters > _SHORT or not _letter(text[end : end + 1]) or _PARTICLE.match(text, end) is not None
    return apart and begins and ends and not text[max(0, start - 3) : start].rstrip(" ")[-1:].isdigit()


def _counts(gap: Change, text: str, letters: int) -> bool:
    """Whether a gap is the number of an ordinal (제18조) or of something that is counted (3개)."""
    if not text[gap.start : gap.end].strip().isdigit():
        return False
    return text[gap.start - 1] in _ORDINAL or (letters <= _SHORT + 1 and text[gap.end] in _COUNTED)


def _letter(character: str) -> bool:
    """Whether a character belongs to the same word as the one beside it."""
    return _LETTER.match(character) is not None
