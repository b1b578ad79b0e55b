"""A document as it was read: blocks in reading order, in memory only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 1 is the highest, `page` counts from 1 or is None where the format has no pages."""

    text: str
    level: int = 1
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table, row by row; a merged cell has its text once, its other places are empty."""

    rows: tuple[tuple[str, ...], ...]
    page: int | None = None


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """What one file says; a place in it is the index of a block, from 0."""

    name: str
    kind: str  # hwp, hwpx, hml, pdf, docx, xlsx, pptx, odt, ods, odp, eml, html, csv, txt, md
    blocks: tuple[Block, ...]
    pages: int | None = None
    hidden: int = 0  # places that a reader of the file cannot see; they are left out


@dataclass(frozen=True, slots=True)
class File:
    """A file as it came: its name and its bytes."""

    name: str
    content: bytes


Attachment = Document | File
