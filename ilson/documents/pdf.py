"""Reads PDF: text with page numbers; tables where a page has ruling lines."""

from collections.abc import Iterator, Sequence
from typing import Final

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

from ilson.documents import grid, limits, pdf_forms, pdf_lines, pdf_looks, pdf_objects, pdf_paths, pdf_rules
from ilson.documents.pdf_rules import Box
from ilson.documents.unseen import Unseen
from ilson.domain.document import Block, Paragraph, Table
from ilson.domain.errors import FileBroken, FileLocked, FileTooLarge

_KEPT: Final = 0.97  # share of a page's characters that must survive the search for tables
_MARGIN: Final = 1.0  # points inside a cell where the lines around it end


def read(content: bytes, unseen: Unseen) -> tuple[Iterator[Block], int]:
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
    return _blocks(document, unseen), len(document)


def _blocks(document: pdfium.PdfDocument, unseen: Unseen) -> Iterator[Block]:
    with document:
        forms = pdf_forms.begin(document)
        for index in range(len(document)):
            page = document[index]
            objects = pdf_objects.of_page(page)
            words = pdf_looks.words(page, objects, unseen)
            found = pdf_rules.tables(*pdf_paths.lines(page, objects))
            whole = words.get_text_range()
            yield from _with_tables(words, found, whole, index + 1) or _running(whole, index + 1)
            if forms is not None:
                yield from (Paragraph(said, index + 1) for said in pdf_forms.said(page, forms, unseen))
            words.close()
            page.close()


def _running(text: str, page: int, longest: int = 0) -> list[Block]:
    return [Paragraph(paragraph, page) for paragraph in pdf_lines.paragraphs(text, longest)]


def _with_tables(words: pdfium.PdfTextPage, found: Sequence[list[Box]], whole: str, page: int) -> Sequence[Block]:
    """Return the page in bands from top to bottom, or nothing where that would lose text."""
    longest = pdf_lines.width(whole)
    blocks: list[Block] = []
    below: float | None = None
    for cells in sorted(found, key=lambda cells: -cells[0][3]):
        laid = _table(words, cells)
        if laid is None:
            continue
        top, bottom = max(cell[3] for cell in cells), min(cell[1] for cell in cells)
        blocks += _running(_band(words, below, top), page, longest)
        blocks.append(Table(laid.rows, page))
        below = bottom if below is None else min(below, bottom)
    if not blocks:
        return ()
    blocks += _running(_band(words, below, None), page, longest)
    kept = sum(_signs(grid.flatten([block])) for block in blocks)
    return blocks if kept >= _KEPT * _signs(whole) else ()


def _band(words: pdfium.PdfTextPage, top: float | None, bottom: float | None) -> str:
    """Return the text between two heights, in points from the lower edge; None is the edge of the page."""
    if top is not None and bottom is not None and top <= bottom:
        return ""
    text: str = words.get_text_bounded(top=top, bottom=bottom)
    return text


def _table(words: pdfium.PdfTextPage, cells: Sequence[Box]) -> Table | None:
    heights = sorted({cell[3] for cell in cells}, reverse=True)
    lefts = sorted({cell[0] for cell in cells})
    rows = {height: index for index, height in enumerate(heights)}
    columns = {left: index for index, left in enumerate(lefts)}
    return grid.table(grid.Cell(rows[cell[3]], columns[cell[0]], _said(words, cell)) for cell in cells)


def _said(words: pdfium.PdfTextPage, cell: Box) -> str:
    left, bottom, right, top = cell
    text = words.get_text_bounded(
        left=left + _MARGIN, bottom=bottom + _MARGIN, right=right - _MARGIN, top=top - _MARGIN
    )
    return grid.clean(text)


def _signs(text: str) -> int:
    """Return how many characters the text has without spaces and the signs between cells."""
    return sum(not character.isspace() and character != "|" for character in text)
