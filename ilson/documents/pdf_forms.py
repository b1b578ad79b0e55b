"""Says what was filled into the form of a PDF page: it stands in fields, which are no text of the page.

Source: ISO 32000-1, 12.7 (interactive forms).
"""

import ctypes
from collections.abc import Callable, Iterator
from typing import Any, Final

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

from ilson.documents import grid
from ilson.documents.unseen import Unseen

FIELDS: Final = 5_000
"""Fields of a page; more are no form."""

_TICKED: Final = "\u2611"
_EMPTY: Final = "\u2610"
_HIDDEN: Final = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
_BOXES: Final = frozenset({raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON})
_TYPED: Final = frozenset({raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX})

_Handle = Any
"""An object of PDFium."""


def begin(document: pdfium.PdfDocument) -> _Handle:
    """Return what opens the fields of a document, or None where it has no form; before its pages are opened."""
    if document.get_formtype() == raw.FORMTYPE_NONE:
        return None
    document.init_forms()
    return document.formenv.raw if document.formenv is not None else None


def said(page: pdfium.PdfPage, forms: _Handle, unseen: Unseen) -> Iterator[str]:
    """Yield what each field of a page shows, after what it is called where that is said to people."""
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), FIELDS)):
        field = raw.FPDFPage_GetAnnot(page, index)
        if raw.FPDFAnnot_GetSubtype(field) == raw.FPDF_ANNOT_WIDGET:
            hidden = bool(raw.FPDFAnnot_GetFlags(field) & _HIDDEN)
            if shown := grid.clean(unseen.keep(_shown(forms, field), hidden=hidden)).strip():
                yield shown
        raw.FPDFPage_CloseAnnot(field)


def _shown(forms: _Handle, field: _Handle) -> str:
    kind = raw.FPDFAnnot_GetFormFieldType(forms, field)
    called = _text(raw.FPDFAnnot_GetFormFieldAlternateName, forms, field)
    if kind in _BOXES:
        ticked = bool(raw.FPDFAnnot_IsChecked(forms, field))
        return f"{_TICKED if ticked else _EMPTY} {called}" if called or ticked else ""
    value = _text(raw.FPDFAnnot_GetFormFieldValue, forms, field) if kind in _TYPED else ""
    return f"{called}: {value}" if called and value.strip() else value


def _text(told: Callable[..., int], forms: _Handle, field: _Handle) -> str:
    length = told(forms, field, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 2))
    told(forms, field, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw.decode("utf-16-le", "ignore").rstrip("\0")
