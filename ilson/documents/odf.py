"""Reads OpenDocument text, workbooks and presentations: every text in reading order, tables as tables.

Source: OpenDocument 1.3 part 3.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from ilson.documents import grid, limits, odf_styles, odf_tables, tree
from ilson.documents.odf_styles import PAGE, Styles
from ilson.documents.odf_text import Line, collect
from ilson.documents.package import Package
from ilson.documents.tree import Element
from ilson.documents.unseen import Colour, Unseen
from ilson.domain.document import Block, Heading, Paragraph, Table
from ilson.domain.errors import FileBroken, FileLocked, FileUnknown

CONTENT: Final = "content.xml"

_STYLES: Final = "styles.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_KINDS: Final = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}
_BOXES: Final = frozenset({"text-box", "custom-shape", "rect", "ellipse", "circle", "polygon", "path", "caption"})
_SKIPPED: Final = frozenset(
    {"forms", "annotation", "annotation-end", "title", "desc", "event-listeners", "object", "binary-data", "settings"}
    | {"table-of-content-source", "illustration-index-source", "alphabetical-index-source", "user-index-source"}
    | {"table-index-source", "object-index-source", "bibliography-source", "content-validations", "named-expressions"}
    | {"database-ranges", "data-pilot-tables", "header-decl", "footer-decl", "date-time-decl", "note-citation"}
)


def read(package: Package, unseen: Unseen) -> tuple[str, Iterator[Block], int | None]:
    """Return the kind, the blocks, and the number of slides of a presentation.

    Raises:
        FileBroken: a part is missing or damaged.
        FileLocked: a password protects it.
        FileUnknown: a drawing, a formula or another kind without running text.
    """
    if _MANIFEST in package.names and b"encryption-data" in package.read(_MANIFEST):
        raise FileLocked("odf: encrypted")
    content = tree.parse(package.read(CONTENT))
    return of(content, [tree.parse(package.read(_STYLES))] if _STYLES in package.names else [], unseen)


def of(content: Element, others: Sequence[Element], unseen: Unseen) -> tuple[str, Iterator[Block], int | None]:
    """Return the kind, the blocks and the number of slides of a document whose content is this part.

    Raises:
        FileBroken: it has no body.
        FileUnknown: as above.
    """
    body = content.find("body")
    if body is None or not len(body):
        raise FileBroken("odf: no body")
    inner = body[-1]
    if inner.tag not in _KINDS:
        raise FileUnknown("odf: a kind without running text")
    parts = [*others, content]
    walker = _Walker(odf_styles.styles(parts), unseen)
    if inner.tag == "presentation":
        slides = inner.findall("page")
        return "odp", _slides(slides, walker), len(slides)
    return _KINDS[inner.tag], _blocks(inner, parts, walker), None


def _slides(slides: Sequence[Element], walker: "_Walker") -> Iterator[Block]:
    for page, slide in enumerate(slides, start=1):
        yield from replace(walker, page=page).walk(slide, None)


def _blocks(body: Element, parts: Sequence[Element], walker: "_Walker") -> Iterator[Block]:
    """Yield each different header of a text once, the body, and each different footer once."""
    if body.tag == "spreadsheet":
        for sheet in body.findall("table"):
            yield from walker.sheet(sheet)
        return
    pages = [page for part in parts for page in part.iter("master-page")]
    yield from _margins(pages, walker, "header")
    yield from walker.walk(body, PAGE)
    yield from _margins(pages, walker, "footer")


def _margins(pages: Sequence[Element], walker: "_Walker", kind: str) -> Iterator[Block]:
    seen: set[Block] = set()
    for margin in (margin for page in pages for margin in page if margin.tag.startswith(kind)):
        blocks = [block for block in walker.walk(margin, PAGE) if block not in seen]
        seen.update(blocks)
        yield from blocks


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an element stands: the style and the level of its list, from 1, and the mark of a list or note if due."""

    style: str = ""
    level: int = 0
    due: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Walker:
    """Walks through a document: `page` is the number of the slide, `title` and `hidden` what all of it is here."""

    styles: Styles
    unseen: Unseen
    place: _Place = field(default_factory=_Place)
    page: int | None = None
    hidden: bool = False
    title: bool = False

    def walk(self, parent: Element, ground: Colour | None) -> Iterator[Block]:
        """Yield the blocks of what stands in an element, on a ground of this colour; None is not known."""
        for element in parent:
            yield from self.one(element, ground)

    def sheet(self, table: Element) -> Iterator[Block]:
        """Yield a sheet of a workbook after its name, or nothing where it is empty."""
        blocks = list(self._table(table, PAGE))
        name = grid.clean(table.get("name", ""))
        yield from [Heading(name), *blocks] if blocks and name else blocks

    def one(self, element: Element, ground: Colour | None) -> Iterator[Block]:
        """Yield the blocks of one element."""
        tag = element.tag
        if tag in {"p", "h"}:
            yield from self._paragraph(element, ground)
        elif tag == "list":
            yield from self._list(element, ground)
        elif tag == "table":
            yield from self._table(element, ground)
        elif tag == "note":
            yield from self._note(element)
        elif tag == "tracked-changes":
            for deletion in element.iter("deletion"):
                self.unseen.keep("".join(text for p in deletion.iter("p") for text in p.itertext()), hidden=True)
        elif tag not in _SKIPPED:
            yield from self._within(element, ground)

    def _within(self, element: Element, ground: Colour | None) -> Iterator[Block]:
        """Yield the blocks of what only holds others; what fills a box is not known."""
        hidden = element.tag == "section" and (element.get("display") == "none" or element.get("is-hidden") == "true")
        title = self.title or (element.tag == "frame" and element.get("class") == "title")
        walker = replace(self, hidden=self.hidden or hidden, title=title) if hidden or title else self
        yield from walker.walk(element, None if element.tag in _BOXES else ground)

    def _paragraph(self, paragraph: Element, ground: Colour | None) -> Iterator[Block]:
        """Yield the text; the notes and boxes that hang on it follow."""
        style = paragraph.get("style-name", "")
        line = Line(self.styles, self.unseen, self.styles.ground("paragraph", style, ground), self.hidden)
        collect(paragraph, self.styles.inside("paragraph", style, self.styles.usual()), line)
        text = grid.clean("".join(line.parts))
        if text.strip():
            level = self._level(paragraph)
            text = grid.mark(self._mark(paragraph, level)) + text
            yield Heading(text, level, self.page) if level else Paragraph(text, self.page)
        for element in line.hanging:
            yield from replace(self, place=_Place()).one(element, ground)

    def _mark(self, paragraph: Element, level: int) -> str:
        marks, place = self.styles.marks, self.place
        if place.note or place.due:
            mark = place.note or marks.count(place.style, place.level)
            return mark or marks.bullet(odf_styles.bullet(place.style, place.level))
        counted = level and paragraph.tag == "h" and paragraph.get("is-list-header") != "true" and not place.level
        return marks.count(odf_styles.OUTLINE, level) if counted else ""

    def _level(self, paragraph: Element) -> int:
        """Return the level of a heading, from 1, or 0 for running text."""
        if paragraph.tag == "h":
            return min(max(tree.number(paragraph, "outline-level", 1), 1), limits.LEVELS)
        return int(self.title or paragraph.get("style-name", "") in self.styles.titles)

    def _list(self, element: Element, ground: Colour | None) -> Iterator[Block]:
        """Yield the items of a list, each with its mark before its first paragraph."""
        level = self.place.level + 1
        style = element.get("style-name", "") or self.place.style
        continued = "continue-list" in element.attrib or element.get("continue-numbering") == "true"
        if level == 1 and not continued:
            self.styles.marks.counts.pop(style, None)
        for item in element:
            due = item.tag == "list-item"
            for child in item:
                walker = replace(self, place=_Place(style, level, due))
                yield from walker.one(child, ground)
                due = due and child.tag not in {"p", "h"}

    def _note(self, note: Element) -> Iterator[Block]:
        number = "".join(note.findtext("note-citation") or "").strip()
        for body in note.findall("note-body"):
            for index, child in enumerate(body):
                place = _Place(note=f"{number})" if number and not index else "")
                yield from replace(self, place=place).one(child, PAGE)

    def _table(self, table: Element, ground: Colour | None) -> Iterator[Block]:
        """Yield a table, and what is drawn on it."""
        name = table.get("style-name", "")
        walker = replace(self, place=_Place(), hidden=self.hidden or name in self.styles.undisplayed)
        below = self.styles.ground("table", name, ground)
        cells = [walker.cell(place, below) for place in odf_tables.places(table)]
        if (laid := grid.table(cells)) is not None:
            yield Table(laid.rows, self.page)
        for shapes in table.findall("shapes"):
            yield from walker.walk(shapes, None)

    def cell(self, place: odf_tables.Place, ground: Colour | None) -> grid.Cell:
        """Return a cell of a table on this ground."""
        below = self.styles.ground("table-cell", place.cell.get("style-name", ""), ground)
        walker = replace(self, hidden=True) if place.hidden else self
        return grid.Cell(place.row, place.column, grid.flatten(walker.walk(place.cell, below)))
