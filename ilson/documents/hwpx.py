"""Reads HWPX: the XML of its sections, every text in reading order, tables as tables.

Source: KS X 6101 (OWPML).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ilson.documents import grid, hangul_forms, hwpx_changes, hwpx_looks, limits, tree
from ilson.documents.hwpx_looks import Looks
from ilson.documents.numbering import Level, Marks, written
from ilson.documents.package import Package
from ilson.documents.tree import Element
from ilson.documents.unseen import Colour, Unseen
from ilson.domain.document import Block, Heading, Paragraph
from ilson.domain.errors import FileBroken, FileLocked

HEADING_CHARACTERS = 120
"""Characters; an outline paragraph that is longer is running text."""

_SECTION = re.compile(r"(?:^|/)(section(\d+)\.xml)$", re.IGNORECASE)
_MASTER = re.compile(r"(?:^|/)masterpage\d+\.xml$", re.IGNORECASE)
_MASTER_PAGE: Final = "masterPage"
_MARGINS: Final = frozenset({"header", "footer", "HEADER", "FOOTER"})
_MANIFEST: Final = "META-INF/manifest.xml"
_MARKS: Final = {"tab": "\t", "lineBreak": "\n", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}
_BOXES: Final = frozenset({"rect", "ellipse", "polygon", "arc", "curve", "container", "textart", "pic"})
_COUNTED: Final = frozenset({"FOOTNOTE", "ENDNOTE", "PICTURE", "FIGURE", "TABLE", "EQUATION"})
_SKIPPED: Final = frozenset({"secPr", "linesegarray", "parameters", "shapeComment"})


def read(package: Package, unseen: Unseen) -> Iterator[Block]:
    """Yield the blocks of all sections.

    Raises:
        FileBroken: a section is missing or damaged; half a document is never returned.
        FileLocked: the sections are encrypted.
    """
    names = sections(package)
    heads = [tree.parse(package.read(name)) for name in package.names if name.lower().endswith("header.xml")]
    masters = sorted(name for name in package.names if _MASTER.search(name))
    yield from blocks(heads, (tree.parse(package.read(name)) for name in [*names, *masters]), unseen)


def blocks(heads: Sequence[Element], parts: Iterable[Element], unseen: Unseen) -> Iterator[Block]:
    """Yield the blocks of sections that these heads describe."""
    shapes = {shape.get("id", ""): shape.find("heading") for head in heads for shape in head.iter("paraPr")}
    marks, looks = _marks(heads), hwpx_looks.looks(heads)
    margins: set[tuple[Block, ...]] = set()
    for section in parts:
        hwpx_changes.settle(section)
        first = section.find(".//secPr")
        outline = "" if first is None else first.get("outlineShapeIDRef", "")
        walker, page = _Walker(shapes, marks, outline, looks, unseen, margins), looks.page(section)
        yield from walker.once(section, page) if section.tag == _MASTER_PAGE else walker.walk(section, page)


def sections(package: Package) -> list[str]:
    """Return the names of the sections, in order.

    Raises:
        FileBroken: a section is missing or damaged.
        FileLocked: the sections are encrypted.
    """
    if _MANIFEST in package.names and b"encryption-data" in package.read(_MANIFEST):
        raise FileLocked("hwpx: the sections are encrypted")
    found = {name: hit for name in package.names if (hit := _SECTION.search(name))}
    promised = {
        hit[1].lower()
        for name in package.names
        if name.lower().endswith(".hpf")
        for item in tree.parse(package.read(name)).iter("item")
        if (hit := _SECTION.search(item.get("href", "")))
    }
    if not found or promised - {hit[1].lower() for hit in found.values()}:
        raise FileBroken("hwpx: a section is missing")
    return sorted(found, key=lambda name: int(found[name][2]))


def _marks(heads: Sequence[Element]) -> Marks:
    """Return how paragraphs are numbered and what their bullets are."""
    schemes = {
        scheme.get("id", ""): {
            tree.number(level, "level"): Level(
                level.text or "", level.get("numFormat", ""), tree.number(level, "start", 1)
            )
            for level in scheme.findall("paraHead")
        }
        for head in heads
        for scheme in head.iter("numbering")
    }
    bullets = {bullet.get("id", ""): bullet.get("char", "") for head in heads for bullet in head.iter("bullet")}
    return Marks(schemes, bullets)


@dataclass(frozen=True, slots=True)
class _Walker:
    shapes: Mapping[str, Element | None]
    marks: Marks
    outline: str
    looks: Looks
    unseen: Unseen
    margins: set[tuple[Block, ...]]  # what headers, footers and master pages said so far: most sections repeat it

    def walk(self, parent: Element, ground: Colour | None, *, hidden: bool = False) -> Iterator[Block]:
        """Yield the blocks of an element that stands on a ground of this colour; None is not known."""
        for element in parent:
            yield from self._element(element, ground, hidden=hidden)

    def _element(self, element: Element, ground: Colour | None, *, hidden: bool) -> Iterator[Block]:
        tag = element.tag
        if tag == "p":
            yield from self._paragraph(element, ground, hidden=hidden)
        elif tag == "tbl":
            yield from self._table(element, self.looks.table(element, ground), hidden=hidden)
        elif tag == "switch":
            yield from self._switch(element, ground, hidden=hidden)
        elif tag == "t":
            yield from self._text(["", self.unseen.keep(_inline(element), hidden=hidden)], 0)
        elif tag in _MARGINS:
            yield from self.once(element, ground, hidden=hidden)
        elif tag in _BOXES:
            yield from self.walk(element, hwpx_looks.painted(element.find("fillBrush")), hidden=hidden)
        elif tag not in _SKIPPED:
            yield from self.walk(element, ground, hidden=hidden or tag == "hiddenComment")

    def once(self, margin: Element, ground: Colour | None, *, hidden: bool = False) -> Iterator[Block]:
        """Yield what a header, a footer or a master page says, unless another said the same."""
        said = tuple(self.walk(margin, ground, hidden=hidden))
        if said not in self.margins:
            self.margins.add(said)
            yield from said

    def _paragraph(self, paragraph: Element, ground: Colour | None, *, hidden: bool) -> Iterator[Block]:
        """Yield the text, with tables where they stand; notes, boxes and headers follow the text they hang on."""
        level, mark = self._begin(self.shapes.get(paragraph.get("paraPrIDRef", "")))
        below = self.looks.paragraph(paragraph, ground)
        parts: list[str] = [mark]
        hanging: list[Element] = []
        for item, run in _items(paragraph):
            if item.tag == "tbl":
                yield from self._text(parts, level)
                parts = [""]
                yield from self._table(item, self.looks.table(item, below), hidden=hidden)
            elif (text := _said(item)) is None:
                hanging.append(item)
            else:
                parts.append(self.unseen.keep(text, hidden=hidden or self.looks.hides(run, below)))
        yield from self._text(parts, level)
        for item in hanging:
            yield from self._element(item, ground, hidden=hidden)

    def _begin(self, heading: Element | None) -> tuple[int, str]:
        """Return the outline level of a paragraph, from 1 or 0 for running text, and the number that it begins with."""
        kind = "" if heading is None else heading.get("type", "")
        level = min(max(tree.number(heading, "level"), 0) + 1, limits.LEVELS)
        key = "" if heading is None else heading.get("idRef", "")
        if kind == "OUTLINE":
            return level, grid.mark(self.marks.count(self.outline, level))
        if kind == "NUMBER":
            return 0, grid.mark(self.marks.count(key, level))
        return 0, grid.mark(self.marks.bullet(key)) if kind == "BULLET" else ""

    def _text(self, parts: list[str], level: int) -> Iterator[Block]:
        """Yield the paragraph of these parts, the first of which is its number: alone it says nothing."""
        text = grid.clean("".join(parts))
        if "".join(parts[1:]).strip():
            yield Heading(text, level) if level and len(text) <= HEADING_CHARACTERS else Paragraph(text)

    def _table(self, table: Element, ground: Colour | None, *, hidden: bool) -> Iterator[Block]:
        for extra in table.findall("caption"):
            yield from self.walk(extra, ground, hidden=hidden)
        cells = [(row, cell) for row, line in enumerate(table.findall("tr")) for cell in line.findall("tc")]
        if len(cells) == 1 and cells[0][1].find(".//tbl") is not None:  # a frame around other tables
            frame = cells[0][1]
            yield from self.walk(frame, self.looks.within(frame, ground), hidden=hidden)
            return
        laid = grid.table(
            self._cell((row, index), cell, self.looks.within(cell, ground), hidden=hidden)
            for index, (row, cell) in enumerate(cells)
        )
        if laid is not None:
            yield laid

    def _cell(self, usual: tuple[int, int], cell: Element, ground: Colour | None, *, hidden: bool) -> grid.Cell:
        """Return a cell; where it does not say its row and column, they are the usual ones."""
        place = cell.find("cellAddr")
        text = grid.flatten(self.walk(cell, ground, hidden=hidden))
        return grid.Cell(tree.number(place, "rowAddr", usual[0]), tree.number(place, "colAddr", usual[1]), text)

    def _switch(self, switch: Element, ground: Colour | None, *, hidden: bool) -> Iterator[Block]:
        """Yield the first alternative that says something: the others say the same for older readers."""
        for alternative in switch:
            blocks = list(self.walk(alternative, ground, hidden=hidden))
            if blocks:
                yield from blocks
                return


def _items(paragraph: Element) -> Iterator[tuple[Element, Element]]:
    """Yield what stands in a paragraph, each with the run that it stands in."""
    for child in paragraph:
        if child.tag == "run":
            yield from ((item, child) for item in child)
        else:
            yield child, child


def _said(item: Element) -> str | None:
    """Return what stands in the line itself, or None for what has paragraphs of its own."""
    said = _SAID.get(item.tag)
    return None if said is None else said(item)


def _equation(item: Element) -> str:
    return item.findtext("script") or ""


def _overlapping(item: Element) -> str:
    return item.get("composeText", "")


def _with_reading(item: Element) -> str:
    return f"{item.findtext('mainText') or ''}({item.findtext('subText') or ''})"


def _counted(item: Element) -> str | None:
    """Return the number of a note, a picture, a table or an equation; that of a page is nowhere in the text."""
    number = item if item.tag == "autoNum" else item.find("autoNum")
    if number is None or number.get("numType", "").upper() not in _COUNTED:
        return None
    form = number.find("autoNumFormat")
    signs = {} if form is None else form.attrib
    said = written(tree.number(number, "num", 1), signs.get("type", "").upper())
    return f"{signs.get('prefixChar', '')}{said}{signs.get('suffixChar', '')}"


def _inline(text: Element) -> str:
    parts = [text.text or ""]
    for mark in text:
        parts += (_MARKS.get(mark.tag) or _inline(mark), mark.tail or "")
    return "".join(parts)


_SAID: Final[Mapping[str, Callable[[Element], str | None]]] = {
    "t": _inline,
    "ctrl": _counted,
    "autoNum": _counted,
    "equation": _equation,
    "compose": _overlapping,
    "dutmal": _with_reading,
    **dict.fromkeys(hangul_forms.CONTROLS, hangul_forms.of_element),
}
"""What says something in the line itself."""
