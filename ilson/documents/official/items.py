"""Gives every item of the body its marker, its level and its place on the line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ilson.documents.official.model import LEVELS, Item

INDENT = 2
"""Columns (타) that each level stands further right; a Hangul letter is two columns wide."""

_SYLLABLES = "가나다라마바사아자차카타파하"
_VOWELS = (0, 4, 8, 13, 18, 20)  # places of ㅏ ㅓ ㅗ ㅜ ㅡ ㅣ among the 21 medial vowels of Unicode
_FINALS = 28  # code points from one medial vowel to the next
_CIRCLED_NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
_CIRCLED_SYLLABLES = "㉮㉯㉰㉱㉲㉳㉴㉵㉶㉷㉸㉹㉺㉻"
_ROMAN_ONE = "\u2160"  # not the letter I
_ROMAN = "".join(chr(ord(_ROMAN_ONE) + place) for place in range(12))

NUMBERING = ("1.", "가.", "1)", "가)", "(1)", "(가)", "①", "㉮")
"""The first markers of the eight levels (시행규칙 제2조제1항)."""
_FIRST = re.compile(r"(?P<before>[^\w]*|제)(?P<first>1|가|①|㉮|\u2160)(?P<after>[^\w]*|조)")


@dataclass(frozen=True, slots=True)
class Placed:
    """An item as it stands on the page: `level` from 1, `marker` empty where it has none."""

    level: int
    marker: str
    item: Item


def syllable(place: int) -> str:
    """Return the Hangul ordinal at a place from 0: 가 … 하, then 거 … 허, 고, 구, 그, 기; after 84 it starts again.

    Source: 행정업무운영 편람 (단모음 순), 시행규칙 제2조제1항.
    """
    turn, letter = divmod(place % (len(_SYLLABLES) * len(_VOWELS)), len(_SYLLABLES))
    return chr(ord(_SYLLABLES[letter]) + _VOWELS[turn] * _FINALS)


def counts(mark: str) -> bool:
    """Return whether a marker counts on, as `1.` and `제1조` do; any other sign is a bullet."""
    return bool(_FIRST.fullmatch(mark))


def marker(level: int, place: int) -> str:
    """Return the marker of the law at a level from 1 to 8 and a place from 0.

    Source: 시행규칙 제2조제1항.
    """
    return marked(NUMBERING[level - 1], place)


def marked(mark: str, place: int) -> str:
    """Return the marker at a place from 0 on a level whose first one is the mark; a bullet is the same at every place.

    After the circled characters end, the level goes on with its bare number or syllable in brackets.
    """
    found = _FIRST.fullmatch(mark)
    return f"{found['before']}{_counted(found['first'], place)}{found['after']}" if found else mark


def _counted(first: str, place: int) -> str:
    rows = {"①": _CIRCLED_NUMBERS, "㉮": _CIRCLED_SYLLABLES, _ROMAN_ONE: _ROMAN}
    if place < len(rows.get(first, "")):
        return rows[first][place]
    told = syllable(place) if first in "가㉮" else str(place + 1)
    return f"<{told}>" if first in "①㉮" else told


def place_items(items: Sequence[Item], marks: Sequence[str] = NUMBERING, level: int = 1) -> Iterator[Placed]:
    """Yield every item in reading order with its marker; the last of the marks serves the deeper levels, too.

    An item without text has no marker, nor has one that is alone on its level, unless its marker is a bullet. What
    stands below an item without marker takes that item's level, so that no level is skipped.
    """
    mark = marks[min(level, len(marks)) - 1]
    told = sum(1 for item in items if item.text)
    number = 0
    for item in items:
        shown = bool(item.text) and (told > 1 or not counts(mark))
        yield Placed(level, marked(mark, number) if shown else "", item)
        number += shown
        yield from place_items(item.items, marks, min(level + 1, LEVELS) if shown else level)


def columns(text: str) -> int:
    """Return how many columns (타) a text takes: Hangul and other wide letters two, the rest one."""
    return sum(2 if letter >= "\u1100" else 1 for letter in text)
