"""Tells what the styles of an OpenDocument file say: what nobody sees, how lists are numbered, what is not shown.

Source: OpenDocument 1.3 part 3, 16 (styles), 20 (formatting attributes).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ilson.documents import tree
from ilson.documents.numbering import DOT, Level, Marks
from ilson.documents.tree import Element
from ilson.documents.unseen import SPECK, WHITE, Colour, alike, colour

OUTLINE: Final = "outline"
"""The scheme of headings; names of list styles have a sign that no name has before them."""

PAGE: Final = WHITE
"""What all text stands on."""

_FORMS: Final = {
    ord("a"): "LATIN_SMALL",
    ord("A"): "LATIN_CAPITAL",
    ord("i"): "ROMAN_SMALL",
    ord("I"): "ROMAN_CAPITAL",
    0x2460: "CIRCLED_DIGIT",
    0x3131: "HANGUL_JAMO",
    0x3260: "CIRCLED_HANGUL_JAMO",
    0x326E: "CIRCLED_HANGUL_SYLLABLE",
    0xAC00: "HANGUL_SYLLABLE",
}
_TITLE: Final = "Title"
_PARENTS: Final = 20  # of styles that stand on others
_POINTS = re.compile(r"([\d.]+)pt$")


@dataclass(frozen=True, slots=True)
class Styles:
    """The text properties of each style by family and name, the names of what is not displayed, and the lists."""

    looks: Mapping[tuple[str, str], Mapping[str, str]]
    undisplayed: frozenset[str]  # tables and sections
    titles: frozenset[str]  # the names of paragraph styles that are titles
    marks: Marks

    def ground(self, family: str, name: str, ground: Colour | None) -> Colour | None:
        """Return the ground that a style makes of this one."""
        return _over(self.looks.get((family, name), {}).get("background-color", ""), ground)

    def inside(self, family: str, name: str, look: Mapping[str, str]) -> Mapping[str, str]:
        """Return how the text of an element of a style looks that stands in text that looks so."""
        own = self.looks.get((family, name))
        return {**look, **own} if own else look

    def usual(self) -> Mapping[str, str]:
        """Return how paragraphs look whose style says nothing."""
        return self.looks.get(("paragraph", ""), {})


def hides(look: Mapping[str, str], ground: Colour | None) -> bool:
    """Return whether text that looks so shows nothing to an eye on this ground."""
    size = _POINTS.match(look.get("font-size", ""))
    if look.get("display") == "none" or (size and float(size[1]) <= SPECK):
        return True
    drawn = any(look.get(name, "none") not in {"none", "false"} for name in ("text-shadow", "text-outline"))
    below = _over(look.get("text-background", ""), ground)
    return not drawn and alike(colour(look.get("color", "")), below)


def styles(roots: Sequence[Element]) -> Styles:
    """Return what the styles in these parts say; those of the content come last and count most."""
    named = {_key(style): style for root in roots for style in root.iter("style") if style.get("family")}
    for root in roots:
        named |= {(style.get("family", ""), ""): style for style in root.iter("default-style")}
    schemes, bullets = _schemes(roots)
    chains = {key: _chain(key, named) for key in named}
    return Styles(
        {key: _look(chain) for key, chain in chains.items()},
        frozenset(name for (_, name), chain in chains.items() if any(map(_undisplayed, chain))),
        frozenset(name for (_, name), chain in chains.items() if any(style.get("name") == _TITLE for style in chain)),
        Marks(schemes, bullets),
    )


def _key(style: Element) -> tuple[str, str]:
    return style.get("family", ""), style.get("name", "")


def _chain(key: tuple[str, str], named: Mapping[tuple[str, str], Element]) -> list[Element]:
    """Return a style after those that it stands on, the default of its family first."""
    family = key[0]
    chain: list[Element] = []
    while key in named and len(chain) < _PARENTS:
        chain.append(named[key])
        key = (family, named[key].get("parent-style-name", ""))
    return chain[::-1]


def _look(chain: Iterable[Element]) -> dict[str, str]:
    look: dict[str, str] = {}
    for style in chain:
        for properties in style:
            text = properties.tag == "text-properties"
            for name, value in properties.attrib.items():
                look["text-background" if text and name == "background-color" else name] = value
    return look


def _undisplayed(style: Element) -> bool:
    return any(properties.get("display") == "false" for properties in style.findall("table-properties"))


def _over(written: str, ground: Colour | None) -> Colour | None:
    """Return the ground after a colour was laid over it; one that is not understood makes it unknown."""
    return ground if written in {"", "transparent"} else colour(written)


def _schemes(roots: Sequence[Element]) -> tuple[dict[str, dict[int, Level]], dict[str, str]]:
    """Return how the levels of each list style are numbered, and the bullets by style and level."""
    schemes: dict[str, dict[int, Level]] = {}
    bullets: dict[str, str] = {}
    for root in roots:
        for style in (element for element in root.iter() if element.tag in {"list-style", "outline-style"}):
            name = OUTLINE if style.tag == "outline-style" else style.get("name", "")
            schemes[name] = {}
            for level in style:
                number = tree.number(level, "level", 1)
                if level.tag in {"list-level-style-number", "outline-level-style"}:
                    schemes[name] |= {number: made} if (made := _level(level, number)) else {}
                elif level.tag == "list-level-style-bullet":
                    bullets[bullet(name, number)] = level.get("bullet-char", "") or DOT
    return schemes, bullets


def bullet(style: str, level: int) -> str:
    """Return the id of the bullet of a level of a list style."""
    return f"{style} {level}"


def _level(level: Element, number: int) -> Level | None:
    """Return how a level is numbered, or None where it shows no number."""
    form = level.get("num-format", "")
    if not form:
        return None
    shown = min(max(tree.number(level, "display-levels", 1), 1), number)
    numbers = ".".join(f"^{each}" for each in range(number - shown + 1, number + 1))
    pattern = f"{level.get('num-prefix', '')}{numbers}{level.get('num-suffix', '')}"
    return Level(pattern, _FORMS.get(ord(form[0]), "DIGIT"), tree.number(level, "start-value", 1))
