"""Tells which runs of a DOCX nobody sees: hidden, as small as a speck, or of the colour of their ground.

Source: ECMA-376 part 1, 17.3.2 (run properties), 17.7 (styles).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ilson.documents import tree
from ilson.documents.tree import Element
from ilson.documents.unseen import SPECK, WHITE, Colour, alike, colour

_OFF: Final = frozenset({"0", "false", "off"})
_EFFECTS: Final = ("outline", "shadow", "emboss", "imprint", "textOutline", "textFill", "glow")
_LEVELS: Final = 20  # of styles that are based on others
_HIGHLIGHTS: Final = {"black": (0, 0, 0), "white": WHITE}  # text of the other colours is not written on itself

_Properties = Mapping[str, Element]


@dataclass(frozen=True, slots=True)
class Looks:
    """What the styles say, by their ids, of runs and of grounds; `page` is what all stands on, None is not known."""

    runs: Mapping[str, _Properties]
    paragraphs: Mapping[str, _Properties]
    shaded: frozenset[str]  # table styles that colour cells
    usual: str  # the style of a paragraph that names none
    page: Colour | None = WHITE

    def hides(self, run: Element, style: str, ground: Colour | None) -> bool:
        """Return whether a run, in a paragraph of this style on this ground, shows nothing to an eye."""
        own = _children(run.findall("rPr"))
        named = self.runs.get(own["rStyle"].get("val", ""), {}) if "rStyle" in own else {}
        look = {**self.runs.get("", {}), **self.runs.get(style or self.usual, {}), **named, **own}
        if _on(look.get("vanish")) or tree.number(look.get("sz"), "val", 100) <= 2 * SPECK:  # in half points
            return True
        if any(_on(look.get(effect)) for effect in _EFFECTS):
            return False
        letter = look["color"].get("val", "") if "color" in look else ""
        return alike(colour(letter), _highlit(look.get("highlight"), _over(look.get("shd"), ground)))

    def paragraph(self, paragraph: Element, style: str, ground: Colour | None) -> Colour | None:
        """Return the ground of a paragraph that stands on this one."""
        shade = self.paragraphs.get(style or self.usual, {}).get("shd")
        return _over(paragraph.find("pPr/shd"), _over(shade, ground))

    def table(self, table: Element, ground: Colour | None) -> Colour | None:
        """Return the ground of the cells of a table that stands on this one."""
        style = table.find("tblPr/tblStyle")
        if style is not None and style.get("val", "") in self.shaded:
            return None
        return _over(table.find("tblPr/shd"), ground)


def cell(cell: Element, ground: Colour | None) -> Colour | None:
    """Return the ground of a cell of a table on this one."""
    return _over(cell.find("tcPr/shd"), ground)


def looks(styles: Element | None, parts: Sequence[Element]) -> Looks:
    """Return what the styles say; a picture behind the text of one of the parts makes the colour of pages unknown."""
    page = None if any(_behind(part) for part in parts) else WHITE
    if styles is None:
        return Looks({}, {}, frozenset(), "", page)
    named = {style.get("styleId", ""): style for style in styles.findall("style")}
    chains = {key: _chain(key, named) for key in named}
    runs = {key: _children(style.find("rPr") for style in chain) for key, chain in chains.items()}
    runs[""] = _children(styles.findall("docDefaults/rPrDefault/rPr"))
    return Looks(
        runs,
        {key: _children(style.find("pPr") for style in chain) for key, chain in chains.items()},
        frozenset(key for key, chain in chains.items() if any(_shades(style) for style in chain)),
        next((key for key, style in named.items() if _usual(style)), ""),
        page,
    )


def _chain(key: str, named: Mapping[str, Element]) -> list[Element]:
    """Return a style after those that it is based on."""
    chain: list[Element] = []
    while key in named and len(chain) < _LEVELS:
        chain.append(named[key])
        based = named[key].find("basedOn")
        key = "" if based is None else based.get("val", "")
    return chain[::-1]


def _usual(style: Element) -> bool:
    return style.get("type") == "paragraph" and style.get("default", "0") not in _OFF


def _shades(style: Element) -> bool:
    return style.get("type") == "table" and any(_over(shade, WHITE) != WHITE for shade in style.iter("shd"))


def _children(properties: Iterable[Element | None]) -> dict[str, Element]:
    return {child.tag: child for element in properties if element is not None for child in element}


def _on(element: Element | None) -> bool:
    return element is not None and element.get("val", "1") not in _OFF and element.find("noFill") is None


def _over(shade: Element | None, ground: Colour | None) -> Colour | None:
    """Return what a shading makes of a ground; patterns make it unknown."""
    if shade is None:
        return ground
    pattern, fill = shade.get("val", "clear"), shade.get("fill", "auto")
    if pattern in {"clear", "nil"}:
        return ground if fill == "auto" else colour(fill)
    return colour(shade.get("color", "auto")) if pattern == "solid" else None


def _highlit(mark: Element | None, ground: Colour | None) -> Colour | None:
    name = "none" if mark is None else mark.get("val", "none")
    return ground if name == "none" else _HIGHLIGHTS.get(name)


def _behind(part: Element) -> bool:
    """Return whether something is drawn behind the text, or the page has a colour of its own."""
    for element in part.iter():
        if element.tag == "anchor" and element.get("behindDoc", "0") not in _OFF:
            return True
        if "z-index:-" in element.get("style", "") and element.find("textpath") is None:  # a word behind is a watermark
            return True
    return part.find("background") is not None
