"""Reads PPTX: the text of each slide with its number, tables as tables.

Source: ECMA-376 part 1 (PresentationML, DrawingML).
"""

import re
from collections.abc import Iterator
from typing import Final

from ilson.documents import grid, tree
from ilson.documents.package import Package
from ilson.documents.tree import Element
from ilson.domain.document import Block, Heading, Paragraph, Table

PRESENTATION: Final = "ppt/presentation.xml"

_RELATED: Final = "ppt/_rels/presentation.xml.rels"
_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml$")
_TITLES: Final = frozenset({"title", "ctrTitle"})


def read(package: Package) -> tuple[Iterator[Block], int]:
    """Return the blocks, and the number of slides.

    Raises:
        FileBroken: a slide is missing or damaged.
    """
    slides = _slides(package)
    return _blocks(package, slides), len(slides)


def _blocks(package: Package, slides: list[str]) -> Iterator[Block]:
    for page, name in enumerate(slides, start=1):
        yield from _walk(tree.parse(package.read(name)), page)


def _slides(package: Package) -> list[str]:
    """Return the slides in the order of the presentation, which is not always that of their numbers."""
    targets = {}
    if _RELATED in package.names:
        related = tree.parse(package.read(_RELATED))
        targets = {item.get("Id", ""): f"ppt/{item.get('Target', '')}" for item in related.iter("Relationship")}
    shown = [item.attrib for item in tree.parse(package.read(PRESENTATION)).iter("sldId")]
    ordered = [targets[key] for item in shown for key in item.values() if key in targets]
    found = sorted((int(hit[1]), name) for name in package.names if (hit := _SLIDE.match(name)))
    return ordered or [name for _, name in found]


def _walk(parent: Element, page: int) -> Iterator[Block]:
    for element in parent:
        if element.tag == "sp":
            yield from _shape(element, page)
        elif element.tag == "p":
            yield from _paragraph(element, page, title=False)
        elif element.tag == "tbl":
            yield from _table(element, page)
        elif element.tag == "AlternateContent":
            yield from _walk(next(iter(element), element), page)
        else:
            yield from _walk(element, page)


def _shape(shape: Element, page: int) -> Iterator[Block]:
    place = shape.find("nvSpPr/nvPr/ph")
    title = place is not None and place.get("type") in _TITLES
    for paragraph in shape.iter("p"):
        yield from _paragraph(paragraph, page, title=title)


def _paragraph(paragraph: Element, page: int, *, title: bool) -> Iterator[Block]:
    parts = {"br": "\n", "tab": "\t"}
    text = grid.clean(
        "".join(parts.get(node.tag) or (node.text or "" if node.tag == "t" else "") for node in paragraph.iter())
    )
    if text.strip():
        yield Heading(text, 1, page) if title else Paragraph(text, page)


def _table(table: Element, page: int) -> Iterator[Block]:
    cells = (
        grid.Cell(row, column, "" if {"hMerge", "vMerge"} & cell.attrib.keys() else grid.flatten(_walk(cell, page)))
        for row, line in enumerate(table.findall("tr"))
        for column, cell in enumerate(line.findall("tc"))
    )
    laid = grid.table(cells)
    if laid is not None:
        yield Table(laid.rows, page)
