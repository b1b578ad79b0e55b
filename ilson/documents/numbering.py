"""Counts the numbered paragraphs of a document and says the number that stands before each.

Source: KS X 6101 (OWPML), numbering and paraHead.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

FORMS: Final = (
    "DIGIT", "CIRCLED_DIGIT", "ROMAN_CAPITAL", "ROMAN_SMALL", "LATIN_CAPITAL", "LATIN_SMALL", "CIRCLED_LATIN_CAPITAL",
    "CIRCLED_LATIN_SMALL", "HANGUL_SYLLABLE", "CIRCLED_HANGUL_SYLLABLE", "HANGUL_JAMO", "CIRCLED_HANGUL_JAMO",
)  # fmt: skip
"""The forms of a number, in the order in which HWP 5 counts them; others are written as digits."""

DOT: Final = "\u2022"
"""What stands for a bullet whose sign only its own font can show."""

_LEVELS: Final = 10
_PRIVATE: Final = range(0xE000, 0xF900)
_INITIALS: Final = (0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18)  # ga, na, da … ha among the 19 initials
_VOWELS: Final = (0, 4, 8, 13, 18, 20)  # a, eo, o, u, eu, i: what follows after ha
_SYLLABLE: Final = (0xAC00, 588, 28)  # the first syllable, syllables of one initial, of one vowel
_JAMO: Final = (0x3131, 0x3134, 0x3137, 0x3139, 0x3141, 0x3142, 0x3145, 0x3147, 0x3148, *range(0x314A, 0x314F))
_ROMAN: Final = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_CIRCLED: Final = {
    "CIRCLED_DIGIT": (0x2460, 20),
    "CIRCLED_LATIN_CAPITAL": (0x24B6, 26),
    "CIRCLED_LATIN_SMALL": (0x24D0, 26),
    "CIRCLED_HANGUL_SYLLABLE": (0x326E, 14),
    "CIRCLED_HANGUL_JAMO": (0x3260, 14),
}
_PLACE = re.compile(r"\^(\d+)")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level is numbered: `pattern` has `^1` where the number of level 1 stands."""

    pattern: str
    form: str = "DIGIT"
    start: int = 1


@dataclass(frozen=True, slots=True)
class Marks:
    """The schemes and bullets of a document, by their ids, and how far each scheme has counted."""

    schemes: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)
    bullets: Mapping[str, str] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)

    def count(self, scheme: str, level: int) -> str:
        """Return what stands before the next paragraph of this level, from 1, or nothing where none is known."""
        levels = self.schemes.get(scheme, {})
        if level not in levels:
            return ""
        counts = self.counts.setdefault(scheme, [])
        del counts[level:]
        while len(counts) < level:
            counts.append(levels.get(len(counts) + 1, Level("")).start - (len(counts) + 1 == level))
        counts[level - 1] += 1

        def spoken(place: re.Match[str]) -> str:
            which = min(max(int(place[1]), 1), _LEVELS)
            return written(counts[which - 1], levels[which].form) if which <= level and which in levels else ""

        return _PLACE.sub(spoken, levels[level].pattern)

    def bullet(self, key: str) -> str:
        """Return the sign of a bullet."""
        sign = self.bullets.get(key, "")
        return DOT if sign and ord(sign[0]) in _PRIVATE else sign


def written(number: int, form: str) -> str:
    """Return a number in a form; in digits where the form does not reach so far."""
    index = number - 1
    if index < 0:
        return str(number)
    if form in _CIRCLED and index < _CIRCLED[form][1]:
        return chr(_CIRCLED[form][0] + index)
    if form == "HANGUL_SYLLABLE" and index < len(_INITIALS) * len(_VOWELS):
        vowel, initial = divmod(index, len(_INITIALS))
        first, initials, vowels = _SYLLABLE
        return chr(first + _INITIALS[initial] * initials + _VOWELS[vowel] * vowels)
    return _plain(number, form)


def _plain(number: int, form: str) -> str:
    index = number - 1
    if form == "HANGUL_JAMO" and index < len(_JAMO):
        return chr(_JAMO[index])
    if form.startswith("LATIN") and index < 26:  # noqa: PLR2004 - letters of the alphabet
        return chr((ord("A") if form == "LATIN_CAPITAL" else ord("a")) + index)
    if form.startswith("ROMAN") and number < 400:  # noqa: PLR2004 - above needs letters nobody numbers with
        roman = _roman(number)
        return roman.upper() if form == "ROMAN_CAPITAL" else roman
    return str(number)


def _roman(number: int) -> str:
    parts = []
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        parts.append(letters * times)
    return "".join(parts)
