"""Reads DOCX: every text in reading order, tables as tables.

Source: ECMA-376 part 1 (WordprocessingML).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ilson.documents import grid, tree
from ilson.documents.package import Package
from ilson.documents.tree import Element
from ilson.domain.document import Block, Heading, Paragraph

_BODY: Final = "word/document.xml"
_BODY_TEXT: Final = 9  # the outline level that means none
_HEADING_NAME = re.compile(r"heading (\d)$", re.IGNORECASE)
_MARKS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_DELETED: Final = frozenset({"del", "moveFrom", "pPr", "rPr", "instrText", "delText", "sdtPr", "tblPr", "trPr", "tcPr"})
_NOTES: Final = {"footnoteReference": "word/footnotes.xml", "endnoteReference": "word/endnotes.xml"}


def read(package: Package) -> Iterator[Block]:
    """Yield the blocks: headers, the body with its notes, footers.

    Raises:
        FileBroken: a part is missing or damaged.
    """
    notes = {part: _notes(package, part) for part in _NOTES.values()}
    walker = _Walker(_levels(package), notes)
    yield from _margins(package, walker, "header")
    yield from walker.walk(tree.parse(package.read(_BODY)))
    yield from _margins(package, walker, "footer")


def _margins(package: Package, walker: "_Walker", kind: str) -> Iterator[Block]:
    """Yield each different header or footer once; most sections repeat those of the first."""
    seen: set[Block] = set()
    for name in sorted(package.names):
        if re.fullmatch(rf"word/{kind}\d*\.xml", name):
            for block in walker.walk(tree.parse(package.read(name))):
                if block not in seen:
                    seen.add(block)
                    yield block


def _notes(package: Package, part: str) -> Mapping[str, Element]:
    if part not in package.names:
        return {}
    return {note.get("id", ""): note for note in tree.parse(package.read(part))}


def _levels(package: Package) -> Mapping[str, int]:
    """Return the heading level of each paragraph style that has one, from 1."""
    if "word/styles.xml" not in package.names:
        return {}
    levels = {}
    for style in tree.parse(package.read("word/styles.xml")).iter("style"):
        name = style.find("name")
        title = "" if name is None else name.get("val", "")
        if hit := _HEADING_NAME.match(title):
            levels[style.get("styleId", "")] = int(hit[1])
        elif title.lower() == "title":
            levels[style.get("styleId", "")] = 1
        elif level := _outline(style):
            levels[style.get("styleId", "")] = level
    return levels


def _outline(element: Element) -> int:
    """Return the outline level that a paragraph or a style states, from 1, or 0."""
    level = tree.number(element.find("pPr/outlineLvl"), "val", _BODY_TEXT)
    return level + 1 if 0 <= level < _BODY_TEXT else 0


@dataclass(frozen=True, slots=True)
class _Walker:
    levels: Mapping[str, int]
    notes: Mapping[str, Mapping[str, Element]]

    def walk(self, parent: Element) -> Iterator[Block]:
        for element in parent:
            tag = element.tag
            if tag == "p":
                yield from self._paragraph(element)
            elif tag == "tbl":
                yield from self._table(element)
            elif tag == "AlternateContent":
                yield from self.walk(_alternative(element))
            elif tag not in _DELETED:
                yield from self.walk(element)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        parts: list[str] = []
        hanging: list[Element] = []
        self._collect(paragraph, parts, hanging)
        text = grid.clean("".join(parts))
        if text.strip():
            level = self._level(paragraph)
            yield Heading(text, level) if level else Paragraph(text)
        for element in hanging:
            yield from self.walk(element)

    def _collect(self, parent: Element, parts: list[str], hanging: list[Element]) -> None:
        """Gather the text of a paragraph, and the notes and boxes that hang on it."""
        for element in parent:
            tag = element.tag
            if tag == "t":
                parts.append(element.text or "")
            elif tag in _MARKS:
                parts.append(_MARKS[tag])
            elif tag in _NOTES:
                note = self.notes[_NOTES[tag]].get(element.get("id", ""))
                hanging += [] if note is None else [note]
            elif tag == "txbxContent":
                hanging.append(element)
            elif tag == "AlternateContent":
                self._collect(_alternative(element), parts, hanging)
            elif tag not in _DELETED:
                self._collect(element, parts, hanging)

    def _level(self, paragraph: Element) -> int:
        style = paragraph.find("pPr/pStyle")
        inherited = 0 if style is None else self.levels.get(style.get("val", ""), 0)
        return _outline(paragraph) or inherited

    def _table(self, table: Element) -> Iterator[Block]:
        laid = grid.table(cell for row, line in enumerate(_find(table, "tr")) for cell in self._row(row, line))
        if laid is not None:
            yield laid

    def _row(self, row: int, line: Element) -> Iterator[grid.Cell]:
        column = tree.number(line.find("trPr/gridBefore"), "val")
        for cell in _find(line, "tc"):
            merge = cell.find("tcPr/vMerge")
            continued = merge is not None and merge.get("val", "continue") == "continue"
            text = "" if continued else grid.flatten(self.walk(cell))
            yield grid.Cell(row, column, text)
            column += max(1, min(tree.number(cell.find("tcPr/gridSpan"), "val", 1), 1000))


def _find(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the rows or cells, also those inside content controls and tracked changes."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in {"sdt", "sdtContent", "ins", "customXml", "moveTo"}:
            yield from _find(element, tag)


def _alternative(element: Element) -> Element:
    """Return the first alternative: the others say the same for older readers."""
    return next(iter(element), element)
