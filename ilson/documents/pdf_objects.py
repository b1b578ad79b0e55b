"""Lists what a page of a PDF draws, once for all who look at it: a page may have thousands of texts."""

from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

Objects = list[tuple[int, Any]]
"""The kind and the handle of each object of PDFium, in the order in which they are drawn."""


def of_page(page: pdfium.PdfPage) -> Objects:
    """Return what a page draws; a drawing that holds others is one."""
    handle = page.raw
    found = [raw.FPDFPage_GetObject(handle, index) for index in range(raw.FPDFPage_CountObjects(handle))]
    return [(raw.FPDFPageObj_GetType(item), item) for item in found]


def within(drawing: Any) -> Objects:  # noqa: ANN401 - a handle of PDFium
    """Return what a drawing holds."""
    found = [raw.FPDFFormObj_GetObject(drawing, index) for index in range(raw.FPDFFormObj_CountObjects(drawing))]
    return [(raw.FPDFPageObj_GetType(item), item) for item in found]
