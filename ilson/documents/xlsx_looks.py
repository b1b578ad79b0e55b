"""Tells which places of a workbook's sheets nobody sees: hidden rows and columns, and cells that show nothing.

Source: ECMA-376 part 1 (SpreadsheetML), 18.3 (worksheets), 18.8 (styles).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from ilson.documents import tree
from ilson.documents.package import Package
from ilson.documents.tree import Element
from ilson.documents.unseen import SPECK, WHITE, Colour, alike, colour

_BOOK: Final = "xl/workbook.xml"
_RELATED: Final = "xl/_rels/workbook.xml.rels"
_STYLES: Final = "xl/styles.xml"
_NOTHING = re.compile(r"\s*;\s*;\s*;\s*")  # a format that shows no number and no text
_SHARE = re.compile(r"[#,]*0(?:\.(0+))?%(?:;.*)?")
_USUAL: Final = {"9": "0%", "10": "0.00%"}  # formats that every workbook has, by their numbers
_WHITES: Final = frozenset({"1", "9"})  # of the colours that have a number
_TINT: Final = 0.05  # what a tint of less does to white is not seen
_HIDING = re.compile(rb"hidden|\bht=[\"']0|\bwidth=[\"']0")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_COLOURING: Final = frozenset({"tablePart", "conditionalFormatting", "picture"})  # what else may colour a cell
_LETTERS: Final = 26
_COLUMNS: Final = 16_384


@dataclass(slots=True)
class Looks:
    """What nobody sees of one sheet; rows and columns count from 0.

    `shares` are the cells that show a per cent, and how many digits behind the point.
    """

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    cells: set[tuple[int, int]] = field(default_factory=set)
    shares: dict[tuple[int, int], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Styles:
    """The numbers of the styles that never show anything, and of those whose letters have the colour of the cell.

    `shares` are those that show a per cent, and how many digits behind the point.
    """

    empty: frozenset[str] = frozenset()
    pale: frozenset[str] = frozenset()
    shares: Mapping[str, int] = field(default_factory=dict)


def looks(package: Package) -> Mapping[str, Looks]:
    """Return what nobody sees, by the names of the sheets that have such places.

    Raises:
        FileBroken: a part is damaged.
    """
    styles = _styles(tree.parse(package.read(_STYLES))) if _STYLES in package.names else _Styles()
    found: dict[str, Looks] = {}
    for name, part in sheets(package).items():
        data = package.read(part)
        if styles.empty or styles.pale or styles.shares or _HIDING.search(data):
            reader = _Sheet(styles)
            tree.tell(data, reader.start)
            seen = reader.looks()
            if seen.rows or seen.columns or seen.cells or seen.shares:
                found[name] = seen
    return found


def sheets(package: Package) -> Mapping[str, str]:
    """Return the parts of the sheets that are there, by the names of the sheets.

    Raises:
        FileBroken: a part is damaged.
    """
    if _BOOK not in package.names or _RELATED not in package.names:
        return {}
    related = tree.parse(package.read(_RELATED))
    targets = {item.get("Id", ""): item.get("Target", "") for item in related.iter("Relationship")}
    found = {
        sheet.get("name", ""): f"xl/{targets.get(sheet.get('id', ''), '').removeprefix('/xl/')}"
        for sheet in tree.parse(package.read(_BOOK)).iter("sheet")
    }
    return {name: part for name, part in found.items() if part in package.names}


def column(letters: str) -> int:
    """Return the number of a column, from 0."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1


class _Sheet:
    """Hears of the elements of a sheet."""

    def __init__(self, styles: _Styles) -> None:
        self._styles = styles
        self._seen = Looks()
        self._pale: set[tuple[int, int]] = set()
        self._coloured = False
        self._row = self._column = -1

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take note of an element that begins."""
        if tag == "c":
            self._cell(attributes)
        elif tag == "row":
            self._row = _number(attributes.get("r"), self._row + 2) - 1
            self._column = -1
            if _is_hidden(attributes, "ht"):
                self._seen.rows.add(self._row)
        elif tag == "col" and _is_hidden(attributes, "width"):
            first = _number(attributes.get("min"), 1)
            last = min(_number(attributes.get("max"), first), _COLUMNS)
            self._seen.columns.update(range(first - 1, last))
        elif tag in _COLOURING:
            self._coloured = True

    def looks(self) -> Looks:
        """Return what was found; where something else colours the cells, the colours of their styles say little."""
        if not self._coloured:
            self._seen.cells |= self._pale
        return self._seen

    def _cell(self, attributes: Mapping[str, str]) -> None:
        hit = _PLACE.fullmatch(attributes.get("r", ""))
        self._column = column(hit[1]) if hit else self._column + 1
        style = attributes.get("s", "0")
        if style in self._styles.empty:
            self._seen.cells.add((self._row, self._column))
        elif style in self._styles.pale:
            self._pale.add((self._row, self._column))
        if style in self._styles.shares:
            self._seen.shares[self._row, self._column] = self._styles.shares[style]


def _styles(sheet: Element) -> _Styles:
    formats = dict(_USUAL)
    formats |= {each.get("numFmtId", ""): each.get("formatCode", "") for each in sheet.findall("numFmts/numFmt")}
    nothing = {key for key, code in formats.items() if _NOTHING.fullmatch(code)}
    fonts = sheet.findall("fonts/font")
    letters = [_colour(font.find("color")) for font in fonts]
    specks = {str(index) for index, font in enumerate(fonts) if _size(font) <= SPECK}
    grounds = [_ground(fill.find("patternFill")) for fill in sheet.findall("fills/fill")]
    empty: set[str] = set()
    pale: set[str] = set()
    shares: dict[str, int] = {}
    for number, style in enumerate(sheet.findall("cellXfs/xf")):
        if hit := _SHARE.fullmatch(formats.get(style.get("numFmtId", ""), "")):
            shares[str(number)] = len(hit[1] or "")
        font, fill = tree.number(style, "fontId"), tree.number(style, "fillId")
        if style.get("numFmtId", "0") in nothing or style.get("fontId", "0") in specks:
            empty.add(str(number))
        elif 0 <= font < len(letters) and alike(letters[font], grounds[fill] if 0 <= fill < len(grounds) else WHITE):
            pale.add(str(number))
    return _Styles(frozenset(empty), frozenset(pale), shares)


def _ground(pattern: Element | None) -> Colour | None:
    """Return the ground of a cell, or None where a pattern or a run of colours makes it unknown."""
    if pattern is None:
        return None
    kind = pattern.get("patternType", "none")
    if kind == "none":
        return WHITE
    return _colour(pattern.find("fgColor")) if kind == "solid" else None


def _colour(said: Element | None) -> Colour | None:
    """Return a colour that is said in itself, and white also where it is said by its number or by the theme."""
    if said is None:
        return None
    if written := said.get("rgb"):
        return colour(written[-6:])  # before it stands how opaque it is
    themed = said.get("theme") == "0" and abs(_decimal(said.get("tint"), 0)) < _TINT
    return WHITE if themed or said.get("indexed") in _WHITES else None


def _size(font: Element) -> float:
    size = font.find("sz")
    return 2 * SPECK if size is None else _decimal(size.get("val"), 2 * SPECK)


def _is_hidden(attributes: Mapping[str, str], size: str) -> bool:
    return attributes.get("hidden", "0") in {"1", "true"} or _decimal(attributes.get(size), 1) == 0


def _number(written: str | None, default: int) -> int:
    return int(written) if written and written.isdecimal() else default


def _decimal(written: str | None, default: float) -> float:
    try:
        return default if written is None else float(written)
    except ValueError:
        return default
