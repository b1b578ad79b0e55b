"""Takes the text that nobody sees out of a page of a PDF.

Source: ISO 32000-1, 9.3.6 (text rendering mode).
"""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import hypot
from typing import Any, Final, Literal

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

from ilson.documents import pdf_objects, pdf_paint
from ilson.documents.pdf_rules import Box
from ilson.documents.unseen import SPECK, WHITE, Unseen, alike

OBJECTS: Final = 20_000
"""Objects of a page; more are a drawing, which is not painted to see what shows on it."""

_DEPTH: Final = 4  # levels of drawings inside drawings
_FILLED: Final = frozenset({raw.FPDF_TEXTRENDERMODE_FILL, raw.FPDF_TEXTRENDERMODE_FILL_CLIP})
_FAINT: Final = 5  # of 255; what is no more opaque is not there

_READ: Final = frozenset({"", "invisible"})  # where all text of a page is so: seen, or recognised in a scan

_Outer = tuple[pdfium.PdfMatrix, ...]
"""How the drawings that something is in change it, the innermost first."""

_Handle = Any
"""An object of PDFium."""


_Doubt = Literal["", "beside", "speck", "invisible", "pale"]
"""Why a text may be one that nobody sees."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text of the page; where it stands is known where it is in doubt."""

    handle: _Handle
    doubt: _Doubt
    box: Box = (0.0, 0.0, 0.0, 0.0)
    text: str = ""


def words(page: pdfium.PdfPage, objects: pdf_objects.Objects, unseen: Unseen) -> pdfium.PdfTextPage:
    """Return the text of the page without what nobody sees, which the page no longer has."""
    found: pdfium.PdfTextPage = page.get_textpage()
    drawn = list(_drawn(objects))
    gauge = _Gauge(page.get_bbox())
    texts = [(item, outer) for kind, item, outer in drawn if kind == raw.FPDF_PAGEOBJ_TEXT]
    doubts = [gauge.doubt(item, outer) for item, outer in texts]
    if len(kinds := set(doubts)) <= 1 and kinds <= _READ:
        unseen.keep(found.get_text_range(), hidden=False)
        return found
    pieces = [_piece(item, outer, doubt) for (item, outer), doubt in zip(texts, doubts, strict=True)]
    pieces = [replace(piece, text=_said(piece.handle, found)) for piece in pieces]
    found.close()
    pictures = [_box(item, outer) for kind, item, outer in drawn if kind == raw.FPDF_PAGEOBJ_IMAGE]
    for piece in _without_recognised(_without_contrasted(page, pieces, len(drawn)), pictures):
        unseen.keep(piece.text, hidden=bool(piece.doubt))
        raw.FPDFPageObj_SetIsActive(piece.handle, not piece.doubt)
    return page.get_textpage()


def _drawn(objects: pdf_objects.Objects, outer: _Outer = ()) -> Iterator[tuple[int, _Handle, _Outer]]:
    """Yield the kind and the handle of each object, and the drawings that it is in."""
    for kind, found in objects:
        yield kind, found, outer
        if kind == raw.FPDF_PAGEOBJ_FORM and len(outer) < _DEPTH:
            yield from _drawn(pdf_objects.within(found), (_matrix(found), *outer))


def _piece(text: _Handle, outer: _Outer, doubt: _Doubt) -> _Piece:
    return _Piece(text, doubt, _box(text, outer)) if doubt else _Piece(text, "")


@dataclass(frozen=True, slots=True)
class _Gauge:
    """Looks at the texts of one page; what PDFium writes its answers to is made once, as a page has many texts."""

    edge: Box
    colour: tuple[ctypes.c_uint, ...] = field(default_factory=lambda: tuple(ctypes.c_uint() for _ in range(4)))
    size: ctypes.c_float = field(default_factory=ctypes.c_float)
    matrix: raw.FS_MATRIX = field(default_factory=raw.FS_MATRIX)

    def doubt(self, text: _Handle, outer: _Outer) -> _Doubt:
        """Return why a text may be one that nobody sees."""
        matrix = self.matrix
        raw.FPDFPageObj_GetMatrix(text, matrix)
        left, bottom, right, top = self.edge
        if outer or not (left <= matrix.e <= right and bottom <= matrix.f <= top):
            box = _box(text, outer)
            if box[2] < left or box[0] > right or box[3] < bottom or box[1] > top:
                return "beside"
        red, green, blue, opaque = self.colour
        mode = raw.FPDFTextObj_GetTextRenderMode(text)
        drawn = raw.FPDFPageObj_GetFillColor(text, red, green, blue, opaque)
        if mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE or (drawn and opaque.value <= _FAINT):
            return "invisible" if _plain(text) else ""
        if self._points(text, outer) <= SPECK:
            return "speck" if _plain(text) else ""
        pale = drawn and mode in _FILLED and alike((red.value, green.value, blue.value), WHITE)
        return "pale" if pale else ""

    def _points(self, text: _Handle, outer: _Outer) -> float:
        """Return the size of the letters on the page, in points: the smaller of height and width."""
        raw.FPDFTextObj_GetFontSize(text, self.size)
        matrix, size = self.matrix, abs(self.size.value)
        across, up = size * hypot(matrix.a, matrix.b), size * hypot(matrix.c, matrix.d)
        for shape in outer:
            across *= hypot(shape.a, shape.b)
            up *= hypot(shape.c, shape.d)
        return min(across, up)


def _without_contrasted(page: pdfium.PdfPage, pieces: Sequence[_Piece], objects: int) -> list[_Piece]:
    """Return the pieces, no longer in doubt about white letters that stand out from the page."""
    pale = [piece for piece in pieces if piece.doubt == "pale"]
    hidden = pdf_paint.lost(page, [(piece.handle, piece.box) for piece in pale]) if objects <= OBJECTS else []
    lost = {id(piece) for piece, is_lost in zip(pale, hidden, strict=False) if is_lost}
    return [replace(piece, doubt="") if piece.doubt == "pale" and id(piece) not in lost else piece for piece in pieces]


def _without_recognised(pieces: Sequence[_Piece], pictures: Sequence[Box]) -> list[_Piece]:
    """Return the pieces, no longer in doubt about invisible text that says what a scanned page shows."""
    invisible = [piece for piece in pieces if piece.doubt == "invisible"]
    written = sum(len(piece.text.strip()) for piece in pieces if not piece.doubt)
    recognised = sum(len(piece.text.strip()) for piece in invisible)
    kept = {
        id(piece)
        for piece in invisible
        if not written or (recognised > written and any(_covers(picture, piece.box) for picture in pictures))
    }
    return [replace(piece, doubt="") if id(piece) in kept else piece for piece in pieces]


def _covers(picture: Box, box: Box) -> bool:
    """Return whether the middle of a box lies in a picture."""
    across, up = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return picture[0] <= across <= picture[2] and picture[1] <= up <= picture[3]


def _plain(text: _Handle) -> bool:
    """Return whether its font is of letters; one without a name is of drawings, which show at any size and mode."""
    return bool(raw.FPDFFont_GetBaseFontName(raw.FPDFTextObj_GetFont(text), None, 0) > 1)


def _matrix(item: _Handle) -> pdfium.PdfMatrix:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    return pdfium.PdfMatrix.from_raw(matrix)


def _box(item: _Handle, outer: _Outer) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    box = (left.value, bottom.value, right.value, top.value)
    for matrix in outer:
        box = matrix.on_rect(*box)
    return box


def _said(text: _Handle, found: pdfium.PdfTextPage) -> str:
    length = raw.FPDFTextObj_GetText(text, found, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFTextObj_GetText(text, found, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw.decode("utf-16-le", "ignore").rstrip("\0")
