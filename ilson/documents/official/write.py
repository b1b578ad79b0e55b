"""Writes a laid-out document as a file of the kind that is asked for."""

from collections.abc import Callable, Mapping

from ilson.documents.official.docx import to_docx
from ilson.documents.official.html import to_html
from ilson.documents.official.hwpx import to_hwpx
from ilson.documents.official.parts import Paper
from ilson.documents.official.pdf import to_pdf
from ilson.documents.official.text import to_text

_WRITERS: Mapping[str, Callable[[Paper], bytes]] = {
    "hwpx": to_hwpx,
    "docx": to_docx,
    "pdf": to_pdf,
    "html": to_html,
    "txt": lambda paper: to_text(paper).encode(),
}

KINDS = tuple(_WRITERS)


def write(paper: Paper, kind: str) -> bytes:
    """Return the paper as the bytes of a file of a kind of KINDS; text is UTF-8.

    Raises:
        TooLong: more than this kind of file can hold.
    """
    return _WRITERS[kind](paper)
