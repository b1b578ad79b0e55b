"""Gives every item of the body its marker, its level and its place on the line."""

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


@dataclass(frozen=True, slots=True)
class Placed:
    """An item as it stands on the page: `level` from 1, `marker` empty where the item stands alone."""

    level: int
    marker: str
    item: Item


def syllable(place: int) -> str:
    """Return the Hangul ordinal at a place from 0: 가 … 하, then 거 … 허, 고, 구, 그, 기; after 84 it starts again.

    Source: 행정업무운영 편람 (단모음 순), 시행규칙 제2조제1항.
    """
    turn, letter = divmod(place % (len(_SYLLABLES) * len(_VOWELS)), len(_SYLLABLES))
    return chr(ord(_SYLLABLES[letter]) + _VOWELS[turn] * _FINALS)


def marker(level: int, place: int) -> str:
    """Return the marker of the item at a level from 1 to 8 and a place from 0.

    After the circled characters end, the level goes on with its bare number or syllable in brackets.

    Source: 시행규칙 제2조제1항.
    """
    number = str(place + 1)
    shapes = (
        f"{number}.",
        f"{syllable(place)}.",
        f"{number})",
        f"{syllable(place)})",
        f"({number})",
        f"({syllable(place)})",
        _CIRCLED_NUMBERS[place] if place < len(_CIRCLED_NUMBERS) else f"<{number}>",
        _CIRCLED_SYLLABLES[place] if place < len(_CIRCLED_SYLLABLES) else f"<{syllable(place)}>",
    )
    return shapes[level - 1]


def place_items(items: Sequence[Item], level: int = 1) -> Iterator[Placed]:
    """Yield every item in reading order with its marker; an item alone on its level has none, nor has one without text.

    What stands below an item without marker takes that item's level, so that no level is skipped.
    """
    told = sum(1 for item in items if item.text)
    number = 0
    for item in items:
        shown = bool(item.text) and told > 1 and level <= LEVELS
        yield Placed(level, marker(level, number) if shown else "", item)
        number += shown
        yield from place_items(item.items, level + 1 if shown else level)


def columns(text: str) -> int:
    """Return how many columns (타) a text takes: Hangul and other wide letters two, the rest one."""
    return sum(2 if letter >= "\u1100" else 1 for letter in text)
