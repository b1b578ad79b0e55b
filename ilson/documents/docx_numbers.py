"""Says the number or the bullet that Word draws before a paragraph.

Source: ECMA-376 part 1, 17.9 (numbering), 17.18.59 (number formats).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from ilson.documents import grid, tree
from ilson.documents.numbering import DOT, Level, Marks
from ilson.documents.tree import Element

_FORMS: Final = {
    "decimal": "DIGIT",
    "decimalEnclosedCircle": "CIRCLED_DIGIT",
    "ganada": "HANGUL_SYLLABLE",
    "chosung": "HANGUL_JAMO",
    "upperRoman": "ROMAN_CAPITAL",
    "lowerRoman": "ROMAN_SMALL",
    "upperLetter": "LATIN_CAPITAL",
    "lowerLetter": "LATIN_SMALL",
}
_SILENT: Final = frozenset({"none", "bullet"})
_PLACE = re.compile(r"%([1-9])")
_PARENTS: Final = 20  # of styles that are based on others


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the numbering part says: the scheme of each list, and the list and level that a style names."""

    marks: Marks = field(default_factory=Marks)
    schemes: Mapping[str, str] = field(default_factory=dict)  # by the id of a list
    styles: Mapping[str, tuple[str, int]] = field(default_factory=dict)  # list and level, from 1

    def mark(self, paragraph: Element, style: str) -> str:
        """Return what stands before a paragraph, with a space, or nothing."""
        usual, level = self.styles.get(style, ("", 1))
        own = paragraph.find("pPr/numPr")
        if own is not None:
            level = tree.number(own.find("ilvl"), "val", level - 1) + 1
            named = own.find("numId")
            usual = usual if named is None else named.get("val", "")
        scheme = self.schemes.get(usual, "")
        return grid.mark(self.marks.count(scheme, level) or self.marks.bullet(f"{scheme} {level}"))


def numbers(numbering: Element | None, styles: Element | None) -> Numbers:
    """Return what the numbering part and the styles say; without the first no paragraph has a number."""
    if numbering is None:
        return Numbers()
    shapes = {shape.get("abstractNumId", ""): shape for shape in numbering.findall("abstractNum")}
    levels: dict[str, Mapping[int, Level]] = {}
    bullets: dict[str, str] = {}
    lists: dict[str, str] = {}
    for one in numbering.findall("num"):
        named = one.find("abstractNumId")
        shape = "" if named is None else named.get("val", "")
        changed = one.findall("lvlOverride")
        key = f"{shape} {one.get('numId', '')}" if changed else shape  # one that begins anew counts by itself
        lists[one.get("numId", "")] = key
        if shape in shapes:
            found = {tree.number(level, "ilvl") + 1: level for level in shapes[shape].findall("lvl")}
            levels[key] = _levels(found, changed)
            bullets |= {f"{key} {level}": _bullet(element) for level, element in found.items()}
    return Numbers(Marks(levels, bullets), lists, _named(styles))


def _levels(found: Mapping[int, Element], changed: list[Element]) -> Mapping[int, Level]:
    begins = {tree.number(one, "ilvl") + 1: tree.number(one.find("startOverride"), "val", 1) for one in changed}
    return {
        level: Level(
            _PLACE.sub(r"^\1", _value(element, "lvlText")),
            _FORMS.get(_value(element, "numFmt"), "DIGIT"),
            begins.get(level, tree.number(element.find("start"), "val", 1)),
        )
        for level, element in found.items()
        if _value(element, "numFmt") not in _SILENT
    }


def _bullet(level: Element) -> str:
    return (_value(level, "lvlText").strip() or DOT) if _value(level, "numFmt") == "bullet" else ""


def _value(parent: Element, name: str) -> str:
    element = parent.find(name)
    return "" if element is None else element.get("val", "")


def _named(styles: Element | None) -> dict[str, tuple[str, int]]:
    """Return the list and the level that each style names, or that those name which it is based on."""
    named = {} if styles is None else {style.get("styleId", ""): style for style in styles.findall("style")}
    return {key: said for key in named if (said := _of_style(key, named)) is not None}


def _of_style(key: str, named: Mapping[str, Element]) -> tuple[str, int] | None:
    for _ in range(_PARENTS):
        if key not in named:
            return None
        properties = named[key].find("pPr/numPr")
        if properties is not None and _value(properties, "numId"):
            return _value(properties, "numId"), tree.number(properties.find("ilvl"), "val") + 1
        key = _value(named[key], "basedOn")
    return None
