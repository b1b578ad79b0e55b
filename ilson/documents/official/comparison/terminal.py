"""Writes the rows of a comparison in two columns, for a terminal."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, zip_longest
from typing import Any, Final
from unicodedata import east_asian_width

from ilson.documents.official.comparison.sheet import HEADS

_BETWEEN: Final = " │ "
_UNDERLINED, _PLAIN = "\x1b[4m", "\x1b[24m"
_NARROWEST: Final = 20

_Letter = tuple[str, bool]
"""A letter, and whether it changed."""


def side_by_side(rows: Sequence[Mapping[str, Any]], width: int, *, underlined: bool) -> str:
    """Return rows, as `to_json` gives them, in lines of this many columns; what changed may be underlined."""
    half = max(_NARROWEST, (width - len(_BETWEEN)) // 2)
    rule = f"{'─' * half}─┼─{'─' * half}"
    lines = [_BETWEEN.join(_padded([(letter, False) for letter in head], half, underlined=False) for head in HEADS)]
    for row in rows:
        lines.append(rule)
        sides = [list(_broken(row[side], half)) for side in ("old", "new")]
        for one, two in zip_longest(*sides, fillvalue=()):
            both = (_padded(line, half, underlined=underlined) for line in (one, two))
            lines.append(_BETWEEN.join(both).rstrip())
    return "\n".join(lines)


def _broken(pieces: Sequence[Mapping[str, Any]], width: int) -> Iterator[list[_Letter]]:
    """Yield the lines of one side; a word that does not fit goes to the next line, one that never fits is cut."""
    letters = [(letter, bool(piece["changed"])) for piece in pieces for letter in piece["text"]]
    line: list[_Letter] = []
    used = 0
    for word in _words(letters):
        long = _wide(word)
        if word[0][0] == "\n" or (used and used + long > width):
            yield line
            line, used = [], 0
        if word[0][0] == "\n":
            continue
        for letter in word:
            if used + _wide([letter]) > width:
                yield line
                line, used = [], 0
            line.append(letter)
            used += _wide([letter])
    yield line


def _words(letters: Sequence[_Letter]) -> Iterator[list[_Letter]]:
    for kind, group in groupby(letters, key=lambda letter: letter[0] if letter[0] in " \n" else ""):
        found = list(group)
        yield from ([letter] for letter in found) if kind == "\n" else [found]


def _wide(letters: Sequence[_Letter]) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter, _ in letters)


def _padded(letters: Sequence[_Letter], width: int, *, underlined: bool) -> str:
    room = " " * max(0, width - _wide(letters))
    parts = (
        (changed, "".join(letter for letter, _ in group)) for changed, group in groupby(letters, key=lambda one: one[1])
    )
    said = (f"{_UNDERLINED}{text}{_PLAIN}" if changed and underlined else text for changed, text in parts)
    return "".join(said) + room
