"""Writes a prohibited word as people do who want to get past a list."""

import random
import unicodedata
from collections.abc import Iterator

from bench.guard import korean

_ZERO_WIDTH = "\u200b"
_WIDE_SPACE = "\u3000"
_SILENT = "\u110b"  # the first consonant of a syllable that begins with a vowel


def evasions(word: str, chance: random.Random) -> dict[str, str]:
    """Return the word by the name of the writing; `stretched` only where the first syllable is open."""
    written = {
        "plain": word,
        "symbol": chance.choice(korean.texts("symbols")).join(word),
        "digit": chance.choice("1234").join(word),
        "space": " ".join(word),
        "zero width": _ZERO_WIDTH.join(word),
        "jamo": jamo(word),
        "half jamo": word[0] + jamo(word[1:]),
        "keyboard": "".join(korean.mapping("keyboard")[one] for one in jamo(word)),
        "wide space": _WIDE_SPACE.join(word),
        "NFD": unicodedata.normalize("NFD", word),
    }
    parts = unicodedata.normalize("NFD", word[0])
    if len(parts) == 2:
        filler = unicodedata.normalize("NFC", _SILENT + parts[1])
        written["stretched"] = word[0] + filler * chance.randint(1, 3) + word[1:]
    return written


def jamo(word: str) -> str:
    """Return the word in letters that stand side by side: those of a keyboard, not those that join."""
    return "".join(_letters(unicodedata.normalize("NFD", word)))


def _letters(joining: str) -> Iterator[str]:
    for letter in joining:
        yield unicodedata.lookup("HANGUL LETTER " + unicodedata.name(letter).split()[-1])
