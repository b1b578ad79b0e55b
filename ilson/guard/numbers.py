r"""Finds the numbers in a text and writes each in one way, however it is spaced, dashed or spelt.

A number is a run of digits with at most four separators between two of them. It is written with a single separator
in each gap, so that a rule says once what `010-1234-5678`, `010 - 1234 - 5678` and `010-\n1234-5678` have in common.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

ANY: Final = r"[-./~ \n)]?"
"""What `{-}` means in a rule: a separator or none."""

ONE: Final = r"[-./~ \n)]"
"""What `{=}` means in a rule: a separator."""

CELL: Final = "[|,]"
"""What `{|}` means in a rule: the border of a cell."""

_MARKS = " \\t\\r\\n/~_()|;\"'·ㆍ・•\\-"
# At most five marks; what a full stop and a comma part is two numbers: the days in `2020. 1. 1., 2021. 2. 2.`
_GAP = rf"(?:[{_MARKS},]{{0,5}}|[{_MARKS},]{{0,2}}\.[{_MARKS}.]{{0,3}})"
_SIGN = re.compile("[+(]*\\Z")
_SIGNS = 4  # characters
_APART = re.compile("(?<![0-9])[0-9](?:[ -][0-9](?![0-9])){7,}")
_PLAIN = re.compile("[0-9]+(?:[-./ ][0-9]+)*")
_DIGITS = re.compile("[0-9]+")

_SPELT = dict(zip("공영빵일이삼사오육륙칠팔구", "0001234566789", strict=True))
_LOOKALIKE = {"O": "0", "o": "0", "l": "1", "I": "1"}
_AS_DIGIT = str.maketrans(_SPELT | _LOOKALIKE)
_DIGIT = "[0-9OolI" + "".join(_SPELT) + "]"
_SPOKEN_GAP = "(?:(?:[./~_-]{0,2}| [.~_-]{0,2} ?|[.~_-]{1,2} )(?:(?:에|의|다시|대시|하이픈|빼기|국에|국의|국|번에) ?)?)"
_SHORTEST_SPELT = 8  # digits; a shorter number that is spelt is not looked for
_IN_A_ROW = 5  # of them, with one that is spelt, tell that a number may be there; all of them take long to compile
_SPELT_NUMBER = re.compile(rf"{_DIGIT}(?:{_SPOKEN_GAP}{_DIGIT}){{{_SHORTEST_SPELT - 1},}}")
_SPELT_DIGIT = re.compile("[" + "".join(_SPELT) + "OolI]")
_UNSPACED = re.compile("[^ ]+")
_SPELT_RUN = re.compile("[0-9" + "".join(_SPELT) + "]{3}|[Oo][1l][Oo0]|0[lI]0|[0-9][OolI]|[OolI][0-9]")
_LETTER = re.compile("[A-Za-z]")
_PARTICLE = 2  # characters of a word in front, or of a particle behind, that sound like digits: 이고, 이에요


class Number(NamedTuple):
    """A number in its one way of writing; `places[i]` is where its character i stands in the text."""

    text: str
    places: range | list[int]
    digits: int
    spelt: bool = False

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where these characters of the number stand in the text."""
        return self.places[start], self.places[end - 1] + 1


def signs(least: int) -> tuple[str, str]:
    """Return patterns without which a text has no number of so many digits, and no spelt one."""
    spelt = (
        _times(_DIGIT + _SPOKEN_GAP, place) + _SPELT_DIGIT.pattern + _times(_SPOKEN_GAP + _DIGIT, _IN_A_ROW - 1 - place)
        for place in range(_IN_A_ROW)
    )
    return "[0-9]" + _times(f"{_GAP}[0-9]", least - 1), "|".join(spelt)


def _times(pattern: str, number: int) -> str:
    return f"(?:{pattern}){{{number}}}" if number else ""


@lru_cache(maxsize=8)
def _number(least: int) -> re.Pattern[str]:
    # The look behind comes after the first digit, so that only digits are looked at.
    return re.compile(rf"[0-9](?<![0-9][0-9])(?:{_GAP}[0-9]){{{least - 1},}}")


def numbers(seen: str, least: int, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Yield the numbers of a normalised text with at least so many digits; one that is torn apart also as one run.

    Only those are read that begin between two offsets.
    """
    for found in _number(least).finditer(seen, start):
        if end is not None and found.start() >= end:
            return
        sign = _SIGN.search(seen, max(start, found.start() - _SIGNS), found.start())
        start = found.start() if sign is None else sign.start()
        raw = seen[start : found.end()]
        digits = sum(map(len, _DIGITS.findall(raw)))
        if _PLAIN.fullmatch(raw):
            yield (written := Number(raw, range(start, start + len(raw)), digits))
        else:
            yield (written := _written(raw, start))
        if _APART.search(written.text):
            yield _squeezed(written, _APART)
        if "\n" in written.text and written.digits >= _BROKEN:
            yield _squeezed(written, _LINE_END)


_BROKEN = 9  # digits; a shorter number that a line break parts is not put together
_LINE_END = re.compile("[0-9]\n[0-9]")


def spelt_numbers(seen: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Number, ...]]:
    """Yield the numbers that are spelt in Hangul or with letters that look like digits: each in its possible readings.

    A word in front and a particle behind may sound like digits, so a reading may leave out some at either end.
    Only those are read that begin between two offsets.
    """
    for found in _SPELT_NUMBER.finditer(seen, start):
        if end is not None and found.start() >= end:
            return
        if not _SPELT_DIGIT.search(found[0]) or not _SPELT_RUN.search(found[0]):
            continue
        for begin, last in ((found.start(), found.end()), *_pieces(found)):
            if not _part_of_a_word(seen, begin, last):
                yield _readings(seen, begin, last)


def _pieces(found: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield what spaces part, where it is long enough to be a number of its own: another number may stand beside it."""
    if " " not in found[0]:
        return
    for piece in _UNSPACED.finditer(found[0]):
        if _SPELT_DIGIT.search(piece[0]) and sum(map(_is_digit, piece[0])) >= _SHORTEST_SPELT:
            yield found.start() + piece.start(), found.start() + piece.end()


def _is_digit(character: str) -> bool:
    return "0" <= character <= "9" or character in _SPELT or character in _LOOKALIKE


def _readings(seen: str, start: int, end: int) -> tuple[Number, ...]:
    readings = [_written_spelt(seen, start, end)]
    for first in range(_PARTICLE + 1):
        for last in range(_PARTICLE + 1):
            if first + last and _sounds(seen[start : start + first]) and _sounds(seen[end - last : end]):
                begins = start + first + (seen[start + first] == " ")
                readings += [_written_spelt(seen, begins, end - last)]
    return tuple(readings)


def _sounds(part: str) -> bool:
    return all(character in _SPELT for character in part)


def _part_of_a_word(seen: str, start: int, end: int) -> bool:
    """Whether a letter that looks like a digit belongs to a Latin word that goes on outside."""
    begins = seen[start] in _LOOKALIKE and start > 0 and _LETTER.match(seen[start - 1])
    ends = seen[end - 1] in _LOOKALIKE and end < len(seen) and _LETTER.match(seen[end])
    return bool(begins or ends)


def _written(raw: str, offset: int) -> Number:
    text: list[str] = []
    places: list[int] = []
    digits = 0
    gap_from = -1
    for place, character in enumerate(raw):
        if "0" <= character <= "9":
            if gap_from >= 0:
                text.append(_separator(raw[gap_from:place]))
                places.append(offset + gap_from)
                gap_from = -1
            digits += 1
            text.append(character)
            places.append(offset + place)
        elif digits == 0:
            text.append(character)
            places.append(offset + place)
        elif gap_from < 0:
            gap_from = place
    return Number("".join(text), places, digits)


def _written_spelt(seen: str, start: int, end: int) -> Number:
    text: list[str] = []
    places: list[int] = []
    digits = 0
    for place in range(start, end):
        character = seen[place].translate(_AS_DIGIT)
        if "0" <= character <= "9":
            digits += 1
        elif text and text[-1] == "-":
            continue
        else:
            character = "-"
        text.append(character)
        places.append(place)
    return Number("".join(text), places, digits, spelt=True)


def _squeezed(number: Number, pattern: re.Pattern[str]) -> Number:
    """Return the number without the separators that stand where the pattern finds them."""
    gone = {
        place
        for found in pattern.finditer(number.text)
        for place in range(found.start(), found.end())
        if number.text[place] in " \n"
    }
    kept = [place for place in range(len(number.text)) if place not in gone]
    return Number(
        "".join(number.text[place] for place in kept), [number.places[place] for place in kept], number.digits
    )


@lru_cache(maxsize=4096)
def _separator(gap: str) -> str:
    """Return the one mark that stands for what parts two groups of digits.

    A mark with spaces around it that is no dash is the border of a cell, and what a full stop and a space part is two
    numbers; a dash counts before a line's end only where it follows the digit.
    """
    if (
        ("  " in gap and "\n" not in gap)
        or any(mark in gap for mark in "|\t\"';")
        or (" " in gap and any(mark in gap for mark in "·ㆍ・•/"))
    ):
        return "|"
    for mark in "(),":
        if mark in gap:
            return mark
    if "\n" in gap and gap[0] not in "-_·~./" and not gap.endswith("\n-"):
        return "\n"
    for mark in "-~/":
        if mark in gap:
            return mark
    if any(mark in gap for mark in "_·ㆍ・•"):
        return "-"
    return "." if gap in {".", ".\n"} else " "
