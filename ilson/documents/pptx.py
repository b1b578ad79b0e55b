"""Reads PPTX: the text of each slide with its number, tables as tables.

Source: ECMA-376 part 1 (PresentationML, DrawingML).
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from ilson.documents import grid, office_charts, office_math, tree
from ilson.documents.package import Package
from ilson.documents.pptx_numbers import Numbers
from ilson.documents.tree import Element
from ilson.documents.unseen import SPECK, Unseen
from ilson.domain.document import Block, Heading, Paragraph, Table

PRESENTATION: Final = "ppt/presentation.xml"

_RELATED: Final = "ppt/_rels/presentation.xml.rels"
_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml$")
_NOTES: Final = "notesSlide"
_DIAGRAM: Final = "diagramData"
_TITLES: Final = frozenset({"title", "ctrTitle"})
_SHAPES: Final = frozenset({"sp", "grpSp", "graphicFrame"})
_POINT: Final = 100  # units of a size of letters
_CLEAR: Final = 5_000  # of 100,000; letters less opaque are not there


def read(package: Package, unseen: Unseen) -> tuple[Iterator[Block], int]:
    """Return the blocks, and the number of slides; those that a show skips are listed beside the others, and read.

    Raises:
        FileBroken: a slide is missing or damaged.
    """
    presentation = tree.parse(package.read(PRESENTATION))
    slides = _slides(package, presentation)
    size = presentation.find("sldSz")
    return _blocks(package, slides, _Walker(unseen, tree.number(size, "cx"), tree.number(size, "cy"))), len(slides)


def _blocks(package: Package, slides: list[str], walker: "_Walker") -> Iterator[Block]:
    for page, name in enumerate(slides, start=1):
        slide = tree.parse(package.read(name))
        office_charts.place(package, name, slide)
        office_math.settle(slide)
        yield from walker.walk(slide, page)
        for kind, part in _related(package, name):
            if kind == _DIAGRAM:
                yield from walker.walk(tree.parse(package.read(part)), page)
            elif kind == _NOTES:
                notes = tree.parse(package.read(part))
                for shape in (shape for shape in notes.iter("sp") if _holds_notes(shape)):
                    yield from walker.walk(shape, page)


def _related(package: Package, slide: str) -> Iterator[tuple[str, str]]:
    """Yield the kinds and the names of the parts that a slide names and that are there."""
    folder, _, name = slide.rpartition("/")
    listed = f"{folder}/_rels/{name}.rels"
    if listed not in package.names:
        return
    for item in tree.parse(package.read(listed)).iter("Relationship"):
        part = posixpath.normpath(posixpath.join(folder, item.get("Target", ""))).lstrip("/")
        if part in package.names:
            yield item.get("Type", "").rpartition("/")[2], part


def _holds_notes(shape: Element) -> bool:
    place = shape.find("nvSpPr/nvPr/ph")
    return place is not None and place.get("type", "") == "body"


def _slides(package: Package, presentation: Element) -> list[str]:
    """Return the slides in the order of the presentation, which is not always that of their numbers."""
    targets = {}
    if _RELATED in package.names:
        related = tree.parse(package.read(_RELATED))
        targets = {item.get("Id", ""): f"ppt/{item.get('Target', '')}" for item in related.iter("Relationship")}
    shown = [item.attrib for item in presentation.iter("sldId")]
    ordered = [targets[key] for item in shown for key in item.values() if key in targets]
    found = sorted((int(hit[1]), name) for name in package.names if (hit := _SLIDE.match(name)))
    return ordered or [name for _, name in found]


@dataclass(frozen=True, slots=True)
class _Walker:
    """Walks through slides of this width and height; 0 is not known."""

    unseen: Unseen
    width: int
    height: int

    def walk(self, parent: Element, page: int, *, hidden: bool = False) -> Iterator[Block]:
        """Yield the blocks of an element; nobody sees those that are hidden, or that stand beside the slide."""
        for element in parent:
            drawn = element.tag in _SHAPES
            beside = drawn and parent.tag == "spTree" and self._beside(element)
            unseen = hidden or (drawn and (beside or _is_hidden(element)))
            if element.tag == "sp":
                yield from self._shape(element, page, hidden=unseen)
            elif element.tag == "p":
                yield from self._paragraph(element, page, title=False, hidden=unseen)
            elif element.tag == "tbl":
                yield from self._table(element, page, hidden=unseen)
            elif element.tag == "AlternateContent":
                yield from self.walk(next(iter(element), element), page, hidden=unseen)
            else:
                yield from self.walk(element, page, hidden=unseen)

    def _beside(self, shape: Element) -> bool:
        """Return whether no part of a shape lies on its slide; one that is turned may."""
        place = shape.find("xfrm") if shape.tag == "graphicFrame" else shape.find("*/xfrm")
        begin, size = (None, None) if place is None else (place.find("off"), place.find("ext"))
        if place is None or begin is None or size is None or place.get("rot", "0") != "0" or not self.width:
            return False
        left, top = tree.number(begin, "x"), tree.number(begin, "y")
        right, bottom = left + tree.number(size, "cx"), top + tree.number(size, "cy")
        return right < 0 or bottom < 0 or left > self.width or top > self.height

    def _shape(self, shape: Element, page: int, *, hidden: bool) -> Iterator[Block]:
        place = shape.find("nvSpPr/nvPr/ph")
        title = place is not None and place.get("type") in _TITLES
        numbers = Numbers()
        for paragraph in shape.iter("p"):
            mark = numbers.mark(paragraph) if any(text.text for text in paragraph.iter("t")) else ""
            for said in self._paragraph(paragraph, page, title=title, hidden=hidden):
                yield replace(said, text=f"{mark}{said.text}")

    def _paragraph(self, paragraph: Element, page: int, *, title: bool, hidden: bool) -> Iterator[Heading | Paragraph]:
        faint = {text for run in paragraph.iter("r") if _is_faint(run) for text in run.iter("t")}
        parts = {"br": "\n", "tab": "\t"}
        text = grid.clean(
            "".join(
                self.unseen.keep(node.text or "", hidden=hidden or node in faint)
                if node.tag == "t"
                else parts.get(node.tag, "")
                for node in paragraph.iter()
            )
        )
        if text.strip():
            yield Heading(text, 1, page) if title else Paragraph(text, page)

    def _table(self, table: Element, page: int, *, hidden: bool) -> Iterator[Block]:
        laid = grid.table(
            grid.Cell(row, column, self._said(cell, page, hidden=hidden))
            for row, line in enumerate(table.findall("tr"))
            for column, cell in enumerate(line.findall("tc"))
        )
        if laid is not None:
            yield Table(laid.rows, page)

    def _said(self, cell: Element, page: int, *, hidden: bool) -> str:
        merged = {"hMerge", "vMerge"} & cell.attrib.keys()
        return "" if merged else grid.flatten(self.walk(cell, page, hidden=hidden))


def _is_hidden(shape: Element) -> bool:
    named = shape.find("*/cNvPr")
    return named is not None and named.get("hidden", "0") not in {"0", "false"}


def _is_faint(run: Element) -> bool:
    """Return whether the letters of a run are specks, or have neither filling nor outline."""
    look = run.find("rPr")
    if look is None:
        return False
    outlined = look.find("ln") is not None and look.find("ln/noFill") is None
    opaque = look.find("solidFill/*/alpha")
    empty = look.find("noFill") is not None or tree.number(opaque, "val", 2 * _CLEAR) <= _CLEAR
    return tree.number(look, "sz", 10 * _POINT) <= SPECK * _POINT or (empty and not outlined)
