"""Reads DOCX: every text in reading order, tables as tables.

Source: ECMA-376 part 1 (WordprocessingML).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ilson.documents import docx_looks, docx_numbers, docx_pages, docx_signs, grid, office_charts, office_math, tree
from ilson.documents.docx_looks import Looks
from ilson.documents.docx_numbers import Numbers
from ilson.documents.package import Package
from ilson.documents.tree import Element
from ilson.documents.unseen import Colour, Unseen
from ilson.domain.document import Block, Heading, Paragraph

_BODY: Final = "word/document.xml"
_STYLES: Final = "word/styles.xml"
_NUMBERING: Final = "word/numbering.xml"
_MARGIN = re.compile(r"word/(header|footer)\d*\.xml")
_BODY_TEXT: Final = 9  # the outline level that means none
_HEADING_NAME = re.compile(r"heading (\d)$", re.IGNORECASE)
_MARKS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_DELETED: Final = frozenset({"del", "moveFrom", "pPr", "rPr", "instrText", "delText", "sdtPr", "tblPr", "trPr", "tcPr"})
_NOTES: Final = {"footnoteReference": "word/footnotes.xml", "endnoteReference": "word/endnotes.xml"}

_NONE: Final = Element("none")
_NUMBERED: Final = {"footnoteRef": "footnoteReference", "endnoteRef": "endnoteReference"}


def read(package: Package, unseen: Unseen) -> Iterator[Block]:
    """Yield the blocks: headers, the body with its notes, footers.

    Raises:
        FileBroken: a part is missing or damaged.
    """
    notes = {part: _notes(package, part) for part in _NOTES.values()}
    styles, numbering = (
        tree.parse(package.read(name)) if name in package.names else None for name in (_STYLES, _NUMBERING)
    )
    body = tree.parse(package.read(_BODY))
    _number(body, notes)
    office_charts.place(package, _BODY, body)
    office_math.settle(body)
    margins = {name: tree.parse(package.read(name)) for name in sorted(package.names) if _MARGIN.fullmatch(name)}
    for part in (body, *margins.values()):
        docx_signs.settle(part)
    for margin in margins.values():
        docx_pages.settle(margin)
    looks = docx_looks.looks(styles, [body, *margins.values()])
    walker = _Walker(_levels(styles), notes, docx_numbers.numbers(numbering, styles), looks, unseen)
    yield from _margins(margins, walker, "header")
    yield from walker.walk(body, looks.page)
    yield from _margins(margins, walker, "footer")


def _margins(margins: Mapping[str, Element], walker: "_Walker", kind: str) -> Iterator[Block]:
    """Yield each different header or footer once; most sections repeat those of the first."""
    seen: set[Block] = set()
    for name, margin in margins.items():
        if kind in name:
            for block in walker.walk(margin, walker.looks.page):
                if block not in seen:
                    seen.add(block)
                    yield block


def _notes(package: Package, part: str) -> Mapping[str, Element]:
    if part not in package.names:
        return {}
    return {note.get("id", ""): note for note in tree.parse(package.read(part))}


def _number(body: Element, notes: Mapping[str, Mapping[str, Element]]) -> None:
    """Write its number into each note where Word draws it."""
    for mark, reference in _NUMBERED.items():
        told = dict.fromkeys(element.get("id", "") for element in body.iter(reference))
        for count, key in enumerate(told, start=1):
            for place in notes[_NOTES[reference]].get(key, _NONE).iter(mark):
                place.text = f"{count})"


def _levels(styles: Element | None) -> Mapping[str, int]:
    """Return the heading level of each paragraph style that has one, from 1."""
    levels: dict[str, int] = {}
    for style in () if styles is None else styles.iter("style"):
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
class _Line:
    """A paragraph that is being read: its parts, and the notes and boxes that hang on it, each with its ground."""

    style: str
    ground: Colour | None
    parts: list[str]
    hanging: list[tuple[Element, Colour | None]]


@dataclass(frozen=True, slots=True)
class _Walker:
    levels: Mapping[str, int]
    notes: Mapping[str, Mapping[str, Element]]
    numbers: Numbers
    looks: Looks
    unseen: Unseen

    def walk(self, parent: Element, ground: Colour | None) -> Iterator[Block]:
        """Yield the blocks of an element that stands on a ground of this colour; None is not known."""
        for element in parent:
            tag = element.tag
            if tag == "p":
                yield from self._paragraph(element, ground)
            elif tag == "tbl":
                yield from self._table(element, self.looks.table(element, ground))
            elif tag == "AlternateContent":
                yield from self.walk(_alternative(element), ground)
            elif tag not in _DELETED:
                yield from self.walk(element, ground)

    def _paragraph(self, paragraph: Element, ground: Colour | None) -> Iterator[Block]:
        named = paragraph.find("pPr/pStyle")
        style = "" if named is None else named.get("val", "")
        line = _Line(style, self.looks.paragraph(paragraph, style, ground), [], [])
        self._collect(paragraph, line, hidden=False)
        text = grid.clean("".join(line.parts))
        if text.strip():
            text = self.numbers.mark(paragraph, style or self.looks.usual) + text
            level = _outline(paragraph) or self.levels.get(style, 0)
            yield Heading(text, level) if level else Paragraph(text)
        for element, below in line.hanging:
            yield from self.walk(element, below)

    def _collect(self, parent: Element, line: _Line, *, hidden: bool) -> None:
        """Gather the text of a paragraph, and the notes and boxes that hang on it."""
        for element in parent:
            tag = element.tag
            if tag == "t":
                line.parts.append(self.unseen.keep(element.text or "", hidden=hidden))
            elif tag in _MARKS or tag in _NUMBERED:
                line.parts.append(_MARKS.get(tag) or element.text or "")
            elif tag in _NOTES:
                note = self.notes[_NOTES[tag]].get(element.get("id", ""))
                line.hanging.extend([] if note is None else [(note, self.looks.page)])
            elif tag in {"txbxContent", "chart"}:
                line.hanging.append((element, None))  # what a box is filled with, or lies on, is not known
            elif tag == "AlternateContent":
                self._collect(_alternative(element), line, hidden=hidden)
            elif tag not in _DELETED:
                unseen = hidden or (tag == "r" and self.looks.hides(element, line.style, line.ground))
                self._collect(element, line, hidden=unseen)

    def _table(self, table: Element, ground: Colour | None) -> Iterator[Block]:
        laid = grid.table(cell for row, line in enumerate(_find(table, "tr")) for cell in self._row(row, line, ground))
        if laid is not None:
            yield laid

    def _row(self, row: int, line: Element, ground: Colour | None) -> Iterator[grid.Cell]:
        column = tree.number(line.find("trPr/gridBefore"), "val")
        for cell in _find(line, "tc"):
            merge = cell.find("tcPr/vMerge")
            continued = merge is not None and merge.get("val", "continue") == "continue"
            text = "" if continued else grid.flatten(self.walk(cell, docx_looks.cell(cell, ground)))
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
