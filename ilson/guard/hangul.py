"""Reads a text behind another way of writing it, and knows where each character stood.

A word hides behind jamo (ㅆㅣㅂㅏㄹ), the keys of the other layout (tlqkf), stretched vowels (씨이발), repeated
syllables, characters between the syllables (씨@발, 대 외 비), and what only looks different (NFD, full width).
"""

import itertools
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from ilson.guard.normalise import lower

_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_TAILS = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"  # the first: no tail
_WHOLES = "ㅘㅙㅚㅝㅞㅟㅢㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ"
_HALVES = "ㅗㅏㅗㅐㅗㅣㅜㅓㅜㅔㅜㅣㅡㅣㄱㅅㄴㅈㄴㅎㄹㄱㄹㅁㄹㅂㄹㅅㄹㅌㄹㅍㄹㅎㅂㅅ"  # of each of them
_SINGLES = {whole: _HALVES[2 * place : 2 * place + 2] for place, whole in enumerate(_WHOLES)}
_PAIRS = {pair: whole for whole, pair in _SINGLES.items()}
_KEYS = dict(
    zip(
        "rRseEfaqQtTdwWczxvgkoiOjpuPhynbml",
        "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ",
        strict=True,
    )
)
_KEY_OF = {jamo: key.lower() for key, jamo in _KEYS.items()}
_TYPED = str.maketrans({key: jamo for key, jamo in _KEYS.items() if key.islower()})
_FIRST, _PER_LEAD, _PER_VOWEL = ord("가"), 588, 28
_SILENT = _LEADS.index("ㅇ")

_VOWEL = "(?:ㅗ[ㅏㅐㅣ]|ㅜ[ㅓㅔㅣ]|ㅡㅣ|[ㅏ-ㅣ])"
_TAIL = "(?:(?:ㄱㅅ|ㄴ[ㅈㅎ]|ㄹ[ㄱㅁㅂㅅㅌㅍㅎ]|ㅂㅅ|[ㄱ-ㄷㄹ-ㅂㅄ-ㅈㅊ-ㅎ])(?![ㅏ-ㅣ]))"
_SYLLABLE = re.compile(f"([{_LEADS}])({_VOWEL})({_TAIL}?)|([가-힣])({_TAIL})")
_JAMO = re.compile("[ㄱ-ㅣ]")
_HANGUL = re.compile("[가-힣]+")

# U+0300 to U+036F: strokes and dots over a letter; U+115F, U+1160, U+3164: Hangul letters of no shape.
_NO_WIDTH = (
    "\u00ad\u0300-\u036f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u20e3\u3164\ufe00-\ufe0f\ufeff"
)
_INVISIBLE = re.compile(f"[{_NO_WIDTH}]+")
_DECOMPOSED = re.compile("(?:[\u1100-\u1112][\u1161-\u1175]|[가-힣])[\u11a8-\u11c2]|[\u1100-\u1112][\u1161-\u1175]")
_CONJOINING = re.compile("[\u1100-\u11c2]")
_LOOKALIKES = (
    *(0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000),  # spaces
    *range(0xC0, 0x250),  # letters with strokes and dots
    *range(0x24B6, 0x24EA),  # circled letters
    *range(0x3260, 0x326E),  # circled jamo
    *range(0xFF01, 0xFFDD),  # full-width letters, half-width jamo
    *range(0x1D400, 0x1D800),  # mathematical letters
)
_ODD = re.compile(
    "[ㄱ-ㅣ\u00a0\u2000-\u200a\u202f\u205f\u3000\u00c0-\u024f\u1100-\u11c2\u24b6-\u24e9\u3260-\u326d\uff01-\uffdc"
    f"\U0001d400-\U0001d7ff{_NO_WIDTH}]"
)

_NO_GAP = "\n\r\t\v\f,.·ㆍ・()\\[\\]「」『』<>《》〈〉{}\"'“”‘’…:;|、。\u3040-\u30ff\u4e00-\u9fff"


def _gaps(letters: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what may stand between two letters of one word: spaces behind a letter that stands alone, or signs.

    Each pattern begins with a gap and looks behind then, so that nothing else is looked at.
    """
    sign = f"[^{letters}{_NO_GAP} ]"
    alone = f"(?<![{letters}0-9])[{letters}] "
    return (
        re.compile(f" (?<={alone}) {{0,2}}(?:{sign}{{1,3}} ?)?(?=[{letters}])"),
        re.compile(f"{sign}(?<=[{letters}].){sign}{{0,5}}(?=[{letters}])"),
    )


_GAPS = _gaps("가-힣ㄱ-ㅣa-z")
_GAPS_OR_JAMO = _gaps("가-힣a-z")


def _plain_of(code: int) -> str:
    """Return the plain character that this one looks like, or itself."""
    first, *marks = iter(unicodedata.normalize("NFKD", chr(code)))
    return _compatible(first).lower() if all(map(unicodedata.combining, marks)) else chr(code)


def _compatible(jamo: str) -> str:
    """Return a jamo that is made to be joined as one that stands alone; anything else as it is."""
    code = ord(jamo)
    for first, row in ((0x1100, _LEADS), (0x1161, _VOWELS), (0x11A7, _TAILS)):
        if first <= code < first + len(row) and code != 0x11A7:  # noqa: PLR2004 - the place of no tail
            return row[code - first]
    return jamo


_PLAIN = {code: plain for code in _LOOKALIKES if (plain := _plain_of(code)) != chr(code)}
_ALONE = {code: _compatible(chr(code)) for code in range(0x1100, 0x11C3)}


View = Literal["plain", "initials", "keyboard", "jamo", "gap", "stretched"]
"""How a word was read: as written, as initials only (ㅅㅂ), or behind another writing."""


class Change(NamedTuple):
    """A piece of a text, offsets in code points, that reads as one other character or as nothing."""

    start: int
    end: int
    reads: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A text read in some way, and the text that it was read from; offsets in code points."""

    text: str
    view: View = "plain"
    base: "Seen | None" = None  # None: read from the text as typed, character for character
    changes: tuple[Change, ...] = ()
    places: tuple[int, ...] = ()  # of the changes in `text`
    plain: bool = False  # nothing but plain letters, digits and signs: certainly no jamo

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return where this piece stood in the base."""
        return self._start(start), self._end(end)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return where this piece stood in the text as typed."""
        seen: Seen | None = self
        while seen is not None:
            start, end = seen.back(start, end)
            seen = seen.base
        return start, end

    def inside(self, start: int, end: int) -> tuple[Change, ...]:
        """Return the changes without which this piece would not read so."""
        first = bisect_left(self.places, start)
        last = bisect_left(self.places, end)
        while first < last and self.places[first] == start and not self.changes[first].reads:
            first += 1
        return self.changes[first:last]

    def _start(self, place: int) -> int:
        index = bisect_right(self.places, place) - 1
        if index < 0:
            return place
        change, at = self.changes[index], self.places[index]
        behind = place - at - len(change.reads)
        return change.start if behind < 0 else change.end + behind

    def _end(self, place: int) -> int:
        index = bisect_right(self.places, place - 1) - 1
        if index < 0:
            return place
        change, at = self.changes[index], self.places[index]
        return change.end + max(0, place - at - len(change.reads))


def fold(text: str) -> Seen:
    """Return the text with small letters, without characters of no width, with whole syllables."""
    if not _ODD.search(text):
        return Seen(lower(text), plain=True)
    seen = Seen(lower(text.translate(_PLAIN)))
    if _INVISIBLE.search(seen.text):
        seen = _rewritten(seen, (Change(*found.span(), "") for found in _INVISIBLE.finditer(seen.text)))
    if _CONJOINING.search(seen.text):
        whole = _rewritten(seen, _composed(seen.text))
        seen = replace(whole, text=whole.text.translate(_ALONE))
    return seen


def _composed(text: str) -> Iterator[Change]:
    for found in _DECOMPOSED.finditer(text):
        syllable = unicodedata.normalize("NFC", found[0])
        if len(syllable) == 1:
            yield Change(*found.span(), syllable)


def has_jamo(seen: Seen) -> bool:
    """Whether a consonant or a vowel stands alone somewhere."""
    return not seen.plain and _JAMO.search(seen.text) is not None


def joined(base: Seen) -> Seen:
    """Return the text with single jamo joined to syllables: ㅆㅣㅂㅏㄹ and 씨ㅂㅏㄹ read 씨발."""
    return _rewritten(base, _joints(base.text), "jamo")


def _joints(text: str) -> Iterator[Change]:
    for found in _SYLLABLE.finditer(text):
        lead, vowel, tail, syllable, closing = found.groups()
        if syllable is None:
            yield Change(*found.span(), _syllable(_LEADS.index(lead), _VOWELS.index(_single(vowel)), _tail(tail)))
        elif not (ord(syllable) - _FIRST) % _PER_VOWEL:
            yield Change(*found.span(), chr(ord(syllable) + _tail(closing)))


def gapless(base: Seen, *, jamo: bool) -> str:
    """Return the text of `without_gaps`, faster."""
    spaces, signs = _GAPS_OR_JAMO if jamo else _GAPS
    return signs.sub("", spaces.sub("", base.text))


def without_gaps(base: Seen, *, jamo: bool) -> Seen:
    """Return the text without what stands between two letters and is no punctuation: 씨@발, 대 외 비; jamo if told."""
    gaps = (found.span() for pattern in (_GAPS_OR_JAMO if jamo else _GAPS) for found in pattern.finditer(base.text))
    return _rewritten(base, (Change(start, end, "") for start, end in sorted(gaps)), "gap")


def unstretched(base: Seen, begun: Iterable[int]) -> Seen:
    """Return the text with stretched and repeated letters as one, where one begins at one of these places, in order."""
    return _rewritten(base, _unstretchings(base.text, begun), "stretched")


def _unstretchings(text: str, begun: Iterable[int]) -> Iterator[Change]:
    done = 0
    for start in begun:
        if start < done:
            continue
        first = text[start]
        silent = _silent(first)
        end = start + 1
        while end < len(text) and text[end] in (first, silent):
            end += 1
        reads = first
        if silent and end < len(text) and ord(silent) < ord(text[end]) < ord(silent) + _PER_VOWEL:
            reads = chr(ord(first) + ord(text[end]) - ord(silent))
            end += 1
        if end > start + 1:
            yield Change(start, end, reads)
        done = end


def stretches(word: str) -> Iterator[str]:
    """Yield the two letters with which each letter of the word begins when it is stretched or repeated."""
    last = len(word) - 1
    for place, letter in enumerate(word):
        if not _HANGUL.match(letter):
            if letter.isalpha():
                yield letter * 2
            continue
        tail = (ord(letter) - _FIRST) % _PER_VOWEL
        opened = chr(ord(letter) - tail)
        silent = _silent(opened)
        if place < last or tail:
            yield letter * 2
            yield opened + silent
        if tail:
            yield opened + chr(ord(silent) + tail)


def pairs(word: str) -> Iterator[str]:
    """Yield each letter of the word with the next one, or alone if there is only one.

    A letter that may be stretched comes as it begins, too: 벼엉 for 병.
    """
    if len(word) == 1:
        yield from (word, _opened(word))
    for first, second in itertools.pairwise(word):
        for one in (first, _opened(first)):
            yield from (one + second, one + _opened(second))


def _opened(letter: str) -> str:
    """Return a syllable without what closes it; anything else as it is."""
    return chr(ord(letter) - (ord(letter) - _FIRST) % _PER_VOWEL) if _HANGUL.match(letter) else letter


def keys(word: str) -> str:
    """Return the keys, as small letters, that write a word of whole syllables on the Korean layout; else nothing."""
    if not _HANGUL.fullmatch(word):
        return ""
    jamo = (_SINGLES.get(one, one) for syllable in word for one in _parts(syllable))
    return "".join(_KEY_OF[single] for one in jamo for single in one)


def typed(run: str) -> str:
    """Return what these keys write on the Korean layout, in small letters."""
    text = run.translate(_TYPED)
    return _rewritten(Seen(text), _joints(text)).text


def _parts(syllable: str) -> Iterator[str]:
    code = ord(syllable) - _FIRST
    yield _LEADS[code // _PER_LEAD]
    yield _VOWELS[code % _PER_LEAD // _PER_VOWEL]
    if code % _PER_VOWEL:
        yield _TAILS[code % _PER_VOWEL]


def _silent(letter: str) -> str:
    """Return the syllable that stretches this open one (씨: 이); nothing for any other letter."""
    code = ord(letter) - _FIRST
    if not 0 <= code < len(_LEADS) * _PER_LEAD or code % _PER_VOWEL:
        return ""
    return _syllable(_SILENT, code % _PER_LEAD // _PER_VOWEL, 0)


def _syllable(lead: int, vowel: int, tail: int) -> str:
    return chr(_FIRST + lead * _PER_LEAD + vowel * _PER_VOWEL + tail)


def _single(jamo: str) -> str:
    return _PAIRS.get(jamo, jamo)


def _tail(jamo: str) -> int:
    return _TAILS.index(_single(jamo)) if jamo else 0


def _rewritten(base: Seen, changes: Iterable[Change], view: View = "plain") -> Seen:
    """Return the base with these changes, which come in order and do not overlap."""
    kept = tuple(changes)
    parts: list[str] = []
    places: list[int] = []
    left = shift = 0
    for change in kept:
        parts += base.text[left : change.start], change.reads
        places.append(change.start + shift)
        shift += len(change.reads) - (change.end - change.start)
        left = change.end
    return Seen("".join((*parts, base.text[left:])), view, base, kept, tuple(places))
