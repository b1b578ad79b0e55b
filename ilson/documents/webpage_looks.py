"""Tells which text of a web page nobody sees, as far as the elements themselves say it.

What style sheets say is not known here: where a page has some, only what no style sheet is likely to undo counts.
Source: CSS Display 3, CSS Color 4, HTML (the hidden attribute).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from ilson.documents.unseen import SPECK, WHITE, Colour, alike, colour

_STYLED = re.compile(r"<style|stylesheet", re.IGNORECASE)
_LENGTH = re.compile(r"(-?\d*\.?\d+)(px|pt|em|rem|%|vw|vh|)")
_POINTS: Final = {"px": 0.75, "pt": 1.0, "": 0.75}
_RELATIVE: Final = 12.0  # points that one em may have; only that it is next to nothing counts
_FAR: Final = -600.0  # points; nobody scrolls so far to the left or to the top
_RGB = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+)%?)?\s*\)")
_SHORT = re.compile(r"#([0-9a-f])([0-9a-f])([0-9a-f])")
_NAMES: Final = {"white": WHITE, "snow": WHITE, "black": (0, 0, 0), "ivory": WHITE}
_CLEAR: Final = frozenset({"transparent", "rgba(0,0,0,0)"})
_SAME: Final = frozenset({"none", "inherit", "transparent", "initial", "unset"})
_FAINT: Final = 0.05  # of 1; what is no more opaque is not there


@dataclass(frozen=True, slots=True)
class Look:
    """How the text of an element looks; a colour of None is not known, and stands out."""

    gone: bool = False  # nothing inside can undo it
    invisible: bool = False
    speck: bool = False
    letter: Colour | None = None
    ground: Colour | None = WHITE
    styled: bool = False  # whether the page has style sheets

    @property
    def hides(self) -> bool:
        """Whether nobody sees the text."""
        return self.gone or self.invisible or self.speck or alike(self.letter, self.ground)


def page(text: str) -> Look:
    """Return how the text of a page looks where its elements say nothing."""
    styled = bool(_STYLED.search(text))
    return Look(ground=None if styled else WHITE, styled=styled)


def inside(look: Look, attributes: Mapping[str, str | None]) -> Look:
    """Return how the text of an element looks that stands in one that looks so."""
    said = _declared(attributes.get("style") or "")
    if look.styled and {"class", "id"} & attributes.keys():  # a style sheet may say something else of it
        look = replace(look, speck=False, letter=None, ground=None)
    look = replace(look, gone=look.gone or _gone(said) or ("hidden" in attributes and "display" not in said))
    if "visibility" in said:
        look = replace(look, invisible=said["visibility"] in {"hidden", "collapse"})
    if (size := _points(said.get("font-size", ""))) is not None:
        look = replace(look, speck=size <= SPECK)
    return _coloured(look, said, attributes)


def _coloured(look: Look, said: Mapping[str, str], attributes: Mapping[str, str | None]) -> Look:
    letter = said.get("color") or (attributes.get("color") or attributes.get("text") or "").lower()
    ground = said.get("background-color") or said.get("background") or (attributes.get("bgcolor") or "").lower()
    if letter in _CLEAR:
        look = replace(look, invisible=True)
    elif letter and letter != "inherit":
        look = replace(look, letter=_colour(letter))
    if ground and ground not in _SAME:
        look = replace(look, ground=_colour(ground))
    return look


def _declared(style: str) -> dict[str, str]:
    """Return what a style attribute declares, in small letters."""
    pairs = (part.partition(":") for part in style.lower().split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs if value.strip()}


def _gone(said: Mapping[str, str]) -> bool:
    if said.get("display") == "none" or _number(said.get("opacity", "1")) <= _FAINT:
        return True
    clipped = said.get("overflow") in {"hidden", "clip"} and any(
        (size := _points(said.get(name, ""))) is not None and size <= 1 for name in ("width", "height", "max-height")
    )
    placed = said.get("position") in {"absolute", "fixed"}
    moved = ("text-indent", "margin-left", *(("left", "top") if placed else ()))
    far = any((size := _points(said.get(name, ""))) is not None and size <= _FAR for name in moved)
    return clipped or far or (placed and said.get("clip", "").startswith("rect(0"))


def _points(length: str) -> float | None:
    """Return a length in points, or None where it is no length."""
    hit = _LENGTH.fullmatch(length)
    return None if hit is None else float(hit[1]) * _POINTS.get(hit[2], _RELATIVE if hit[2] != "%" else 0.12)


def _number(written: str) -> float:
    try:
        return float(written)
    except ValueError:
        return 1.0


def _colour(written: str) -> Colour | None:
    if hit := _SHORT.fullmatch(written):
        written = "#" + "".join(2 * digit for digit in hit.groups())
    if hit := _RGB.fullmatch(written):
        return None if hit[4] else (int(hit[1]), int(hit[2]), int(hit[3]))
    return _NAMES.get(written) or colour(written)
