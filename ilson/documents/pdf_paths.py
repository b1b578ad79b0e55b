"""Collects the ruling lines that a page of a PDF draws."""

import ctypes
from collections.abc import Iterator
from typing import Final

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

from ilson.documents import pdf_objects
from ilson.documents.pdf_rules import Box, Line

PATHS: Final = 3000
"""Lines and boxes of a page; more are a drawing, not a table."""

_DEPTH: Final = 3  # levels of drawings inside drawings
_THIN: Final = 3.0  # points, the thickness of a ruling line at most
_SHORT: Final = 5.0  # points, the length of a ruling line at least
_BOX_SEGMENTS: Final = 6  # a path of more is a grid or a figure
_SEGMENTS: Final = 2000  # of one path


def lines(page: pdfium.PdfPage, objects: pdf_objects.Objects) -> tuple[list[Line], list[Line]]:
    """Return the lines that run across and those that run down; none where the page is a drawing."""
    across: list[Line] = []
    down: list[Line] = []
    for count, path in enumerate(_paths(page, objects)):
        if count > PATHS:
            return [], []
        for left, bottom, right, top in _strokes(path):
            if top - bottom <= _THIN and right - left >= _SHORT:
                across.append(Line((top + bottom) / 2, left, right))
            elif right - left <= _THIN and top - bottom >= _SHORT:
                down.append(Line((left + right) / 2, bottom, top))
    return across, down


def _paths(
    page: pdfium.PdfPage, objects: pdf_objects.Objects, form: pdfium.PdfObject | None = None, depth: int = 1
) -> Iterator[pdfium.PdfObject]:
    """Yield the paths of a page; its many pieces of text are passed over without a Python object for each."""
    for kind, found in objects:
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield pdfium.PdfObject(found, page=page, pdf=page.pdf, container=form)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
            inner = pdfium.PdfObject(found, page=page, pdf=page.pdf, container=form)
            yield from _paths(page, pdf_objects.within(found), inner, depth + 1)


def _strokes(path: pdfium.PdfObject) -> Iterator[Box]:
    """Yield the straight parts of a path, each as the box around it."""
    segments = raw.FPDFPath_CountSegments(path)
    left, bottom, right, top = _outside(path, path.get_bounds())
    if min(right - left, top - bottom) <= _THIN:
        yield left, bottom, right, top
    elif segments <= _BOX_SEGMENTS:
        yield left, bottom, right, bottom
        yield left, top, right, top
        yield left, bottom, left, top
        yield right, bottom, right, top
    elif segments <= _SEGMENTS:
        yield from _parts(path, segments)


def _parts(path: pdfium.PdfObject, segments: int) -> Iterator[Box]:
    matrix = path.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    begin = last = (0.0, 0.0)
    for index in range(segments):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield _outside(path, _around(last, point))
        if raw.FPDFPathSegment_GetClose(segment):
            yield _outside(path, _around(point, begin))
        last = point


def _around(first: tuple[float, float], second: tuple[float, float]) -> Box:
    return (
        min(first[0], second[0]),
        min(first[1], second[1]),
        max(first[0], second[0]),
        max(first[1], second[1]),
    )


def _outside(path: pdfium.PdfObject, box: Box) -> Box:
    """Return a box of a drawing inside drawings where it stands on the page."""
    container = path.container
    while container is not None:
        box = container.get_matrix().on_rect(*box)
        container = container.container
    return box
