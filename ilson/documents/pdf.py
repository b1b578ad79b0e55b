"""Reads PDF: text with page numbers; tables where a page has ruling lines."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pdfplumber
import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pdfplumber.page import Page as PlumberPage

from ilson.documents import grid, pdf_lines
from ilson.domain.document import Block, Paragraph, Table
from ilson.domain.errors import FileBroken, FileLocked

TABLE_PAGES: Final = 100
"""Pages of one file that are searched for tables, at 0.1 to 0.3 seconds each; the rest is read as lines."""

RULES: Final = (4, 3000)
"""Lines and boxes on a page that may be a table; more are a drawing."""

_KEPT: Final = 0.97  # share of a page's characters that must survive the search for tables
_PATH: Final = 2  # FPDF_PAGEOBJ_PATH
_PASSWORD: Final = 4  # FPDF_ERR_PASSWORD
_SECURITY: Final = 5  # FPDF_ERR_SECURITY


def read(content: bytes) -> tuple[Iterator[Block], int]:
    """Return the blocks, and the number of pages.

    Raises:
        FileBroken: damaged.
        FileLocked: a password protects it.
    """
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if error.err_code in {_PASSWORD, _SECURITY}:
            raise FileLocked("pdf: protected") from None
        message = f"pdf: PDFium code {error.err_code}"
        raise FileBroken(message) from None
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


def _running(text: str, page: int) -> list[Block]:
    return [Paragraph(paragraph, page) for paragraph in pdf_lines.paragraphs(text)]


def _ruled(page: pdfium.PdfPage) -> bool:
    least, most = RULES
    count = 0
    for _ in page.get_objects(filter=[_PATH], max_depth=3):
        count += 1
        if count > most:
            return False
    return count >= least


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
    blocks: list[Block] = []
    height = float(plumber.height)
    edge = 0.0
    for place in sorted(found, key=lambda place: place.top):
        blocks += _band(words, height - edge, height - place.top, page)
        blocks.append(place.table)
        edge = max(edge, place.bottom)
    blocks += _band(words, height - edge, 0.0, page)
    enough = _KEPT * _signs(words.get_text_range())
    return blocks if found and sum(_signs(grid.flatten([block])) for block in blocks) >= enough else ()


def _band(words: pdfium.PdfTextPage, top: float, bottom: float, page: int) -> list[Block]:
    return _running(words.get_text_bounded(bottom=bottom, top=top), page) if top > bottom else []


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
