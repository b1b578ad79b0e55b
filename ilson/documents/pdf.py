"""Reads PDF: text with page numbers; tables where a page has ruling lines."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pdfplumber
import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pdfplumber.page import Page as PlumberPage
from pypdfium2 import raw

from ilson.documents import grid, limits, pdf_lines
from ilson.domain.document import Block, Paragraph, Table
from ilson.domain.errors import FileBroken, FileLocked, FileTooLarge

TABLE_PAGES: Final = 100
"""Pages of one file that are searched for tables, at 0.1 to 0.3 seconds each; the rest is read as lines."""

DRAWN: Final = 3000
"""Lines and boxes on a page; more are a drawing, not a table."""

_THIN: Final = 3.0  # points, the thickness of a ruling line at most
_LONG: Final = 20.0  # points, the length of one that runs across at least
_SHORT: Final = 6.0  # points, the length of one that runs down at least
_BOX_SEGMENTS: Final = 6  # a path of more is a grid
_KEPT: Final = 0.97  # share of a page's characters that must survive the search for tables


def read(content: bytes) -> tuple[Iterator[Block], int]:
    """Return the blocks, and the number of pages.

    Raises:
        FileBroken: damaged.
        FileLocked: a password protects it.
        FileTooLarge: more pages than the limit.
    """
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise FileLocked("pdf: protected") from None
        message = f"pdf: PDFium code {error.err_code}"
        raise FileBroken(message) from None
    if len(document) > limits.PAGES:
        raise FileTooLarge("pdf: too many pages")
    return _blocks(document, content), len(document)


def _blocks(document: pdfium.PdfDocument, content: bytes) -> Iterator[Block]:
    searched = 0
    with document, pdfplumber.open(io.BytesIO(content)) as plumber:
        for index in range(len(document)):
            page = document[index]
            words = page.get_textpage()
            blocks: Sequence[Block] = ()
            if searched < TABLE_PAGES and _ruled(page):
                searched += 1
                blocks = _with_tables(words, plumber.pages[index], index + 1)
            yield from blocks or _running(words.get_text_range(), index + 1)
            words.close()
            page.close()


def _running(text: str, page: int, longest: int = 0) -> list[Block]:
    return [Paragraph(paragraph, page) for paragraph in pdf_lines.paragraphs(text, longest)]


def _ruled(page: pdfium.PdfPage) -> bool:
    """Return whether a page has crossing lines, boxes or a grid, and no drawing of very many lines."""
    across = down = boxes = 0
    for count, path in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if count > DRAWN:
            return False
        left, bottom, right, top = path.get_bounds()
        width, height = right - left, top - bottom
        across += height <= _THIN < _LONG <= width
        down += width <= _THIN < _SHORT <= height
        large = width >= _LONG and height >= _SHORT
        boxes += large * (2 if raw.FPDFPath_CountSegments(path) > _BOX_SEGMENTS else 1)
    return (across > 1 and down > 1) or boxes > 1


@dataclass(frozen=True, slots=True)
class _Found:
    top: float
    bottom: float
    table: Table


def _with_tables(words: pdfium.PdfTextPage, plumber: PlumberPage, page: int) -> Sequence[Block]:
    """Return the page in bands from top to bottom, or nothing where that would lose text."""
    try:
        found = _tables(plumber, page)
    except Exception:  # noqa: BLE001 - a page that one parser cannot read is read as lines by the other
        return ()
    finally:
        plumber.close()
    whole = words.get_text_range()
    longest = pdf_lines.width(whole)
    blocks: list[Block] = []
    below = float(plumber.height)
    for place in sorted(found, key=lambda place: place.top):
        above, below = below, min(below, float(plumber.height) - place.bottom)
        blocks += _running(_band(words, above, float(plumber.height) - place.top), page, longest)
        blocks.append(place.table)
    blocks += _running(_band(words, below, 0.0), page, longest)
    kept = sum(_signs(grid.flatten([block])) for block in blocks)
    return blocks if found and kept >= _KEPT * _signs(whole) else ()


def _band(words: pdfium.PdfTextPage, top: float, bottom: float) -> str:
    """Return the text between two heights, in points from the lower edge."""
    text: str = words.get_text_bounded(bottom=bottom, top=top) if top > bottom else ""
    return text


def _tables(plumber: PlumberPage, page: int) -> list[_Found]:
    found = []
    for table in plumber.find_tables():
        rows = [[grid.clean(cell or "") for cell in row] for row in table.extract()]
        cells = [
            grid.Cell(row, column, text) for row, line in enumerate(rows) for column, text in enumerate(line) if text
        ]
        laid = grid.table(cells)
        if laid is not None and len(laid.rows) * len(laid.rows[0]) > 1:
            found.append(_Found(table.bbox[1], table.bbox[3], Table(laid.rows, page)))
    return found


def _signs(text: str) -> int:
    """Return how many characters the text has without spaces and the signs between cells."""
    return sum(not character.isspace() and character != "|" for character in text)
