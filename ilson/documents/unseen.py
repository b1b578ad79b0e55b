"""Tells what a reader of a document cannot see, and counts the places that are left out."""

import re
from dataclasses import dataclass
from typing import Final

Colour = tuple[int, int, int]
"""Red, green and blue, from 0 to 255."""

WHITE: Final = (255, 255, 255)

SPECK: Final = 1.5
"""Points; letters of this size or less are no letters to an eye."""

_NEAR: Final = 20  # of 255; two colours that differ by no more in red, green and blue look the same
_HEX = re.compile(r"#?([0-9a-fA-F]{6})")


@dataclass(slots=True)
class Unseen:
    """Counts the places of one document that nobody sees; hidden texts that follow each other are one place."""

    places: int = 0
    _inside: bool = False

    def keep(self, text: str, *, hidden: bool) -> str:
        """Return the text, or nothing where it is hidden; what stands there is not told, only that it is there."""
        if not text.strip():
            return text
        self.places += hidden and not self._inside
        self._inside = hidden
        return "" if hidden else text


def alike(letter: Colour | None, ground: Colour | None) -> bool:
    """Return whether a letter does not stand out from its ground; a colour that is not known stands out."""
    if letter is None or ground is None:
        return False
    (red, green, blue), (below_red, below_green, below_blue) = letter, ground
    return abs(red - below_red) <= _NEAR and abs(green - below_green) <= _NEAR and abs(blue - below_blue) <= _NEAR


def colour(written: str) -> Colour | None:
    """Return the colour that six hexadecimal digits name, or None where they name none."""
    hit = _HEX.fullmatch(written)
    if hit is None:
        return None
    red, green, blue = bytes.fromhex(hit[1])
    return red, green, blue
