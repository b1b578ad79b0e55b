"""Paints a page of a PDF, to see which white texts do not stand out from it."""

from collections.abc import Sequence
from typing import Any, Final

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

from ilson.documents.pdf_rules import Box

_LONGEST: Final = 1500  # dots of the longer side
_LIGHT: Final = bytes(range(235, 256))  # the red, green or blue of what looks white
_LINE: Final = 0.25  # share of the ground that a line or the edge of something may take
_TRACE: Final = 0.02  # share of the dots that white letters on a line change


def lost(page: pdfium.PdfPage, texts: Sequence[tuple[Any, Box]]) -> list[bool]:
    """Return for each text, an object of PDFium and its place on the page, whether it changes nothing there.

    White letters do not where the ground is white. Whether letters are white is seen only when they are painted:
    PDFium calls a pattern white too. But not every font can be painted here, so the ground decides first.
    """
    if not texts:
        return []
    for text, _ in texts:
        raw.FPDFPageObj_SetIsActive(text, False)  # noqa: FBT003
    without = _painting(page)
    grounds = [_dots(page, without, box) for _, box in texts]
    for text, _ in texts:
        raw.FPDFPageObj_SetIsActive(text, True)  # noqa: FBT003
    white = [len(ground.translate(None, _LIGHT)) <= _LINE * len(ground) for ground in grounds]
    if not any(white):
        return white
    painted = _painting(page)
    return [
        is_white and _changed(ground, _dots(page, painted, box)) <= _TRACE * len(ground)
        for is_white, ground, (_, box) in zip(white, grounds, texts, strict=True)
    ]


def _painting(page: pdfium.PdfPage) -> pdfium.PdfBitmap:
    return page.render(scale=min(1.0, _LONGEST / max(*page.get_size(), 1.0)))


def _dots(page: pdfium.PdfPage, painting: pdfium.PdfBitmap, box: Box) -> bytes:
    """Return the dots in a box of the page, row by row."""
    place = painting.get_posconv(page)
    corners = [place.to_bitmap(box[0], box[1]), place.to_bitmap(box[2], box[3])]
    left, right = sorted(min(max(int(x), 0), painting.width - 1) for x, _ in corners)
    top, bottom = sorted(min(max(int(y), 0), painting.height - 1) for _, y in corners)
    dots, each = memoryview(painting.buffer).cast("B"), painting.n_channels
    rows = (row * painting.stride for row in range(top, bottom + 1))
    return b"".join(dots[row + left * each : row + (right + 1) * each] for row in rows)


def _changed(before: bytes, after: bytes) -> int:
    return sum(abs(one - other) > len(_LIGHT) for one, other in zip(before, after, strict=True))
