"""Writes an official document of exactly 100 pages as each kind of file, and reads each of them again."""

import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any, Final, TypeVar

from bench.documents import originals
from bench.guard.tables import Part
from ilson.documents import limits
from ilson.documents.official.render import render
from ilson.documents.official.write import KINDS
from ilson.documents.read import read
from ilson.domain.document import Document, File
from ilson.domain.official_rule import Look

_ROUNDS: Final = 5
_WANTED: Final = 1.0  # seconds

Result = TypeVar("Result")


def parts() -> list[Part]:
    """Return the table: what writing and reading take, in seconds of the processor."""
    body = _of_pages(originals.body(), originals.PAGES)
    draft = {"title": "점검 결과", "body": body}
    rows = [_row(kind, draft) for kind in KINDS]
    head = ("kind", "kB", "write, seconds of the processor", "read", "characters read")
    slow = [str(row[0]) for row in rows if max(float(str(row[2])), float(str(row[3]))) > _WANTED]
    note = f"Above {_WANTED:.0f} second: {', '.join(slow) or 'none'}."
    return [Part(f"One official document of exactly {originals.PAGES} pages (median of {_ROUNDS})", head, rows, [note])]


def _row(kind: str, draft: dict[str, Any]) -> list[object]:
    content, written = _timed(lambda: render(draft, kind, Look()))
    document, taken = _timed(lambda: _read(kind, content))
    return [kind, len(content) // 1024, written, taken, limits.characters(document.blocks)]


def _read(kind: str, content: bytes) -> Document:
    return read(File(f"written.{kind}", content))


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    rounds = [_once(work) for _ in range(_ROUNDS)]
    return rounds[0][0], median(seconds for _, seconds in rounds)


def _once(work: Callable[[], Result]) -> tuple[Result, float]:
    begun = time.process_time()
    result = work()
    return result, time.process_time() - begun


def _of_pages(body: Sequence[dict[str, object]], pages: int) -> list[dict[str, object]]:
    """Return as many items from the beginning as fill so many pages of a PDF."""
    fewest, most = 0, len(body)
    while most - fewest > 1:
        tried = (fewest + most) // 2
        if _pages(body[:tried]) > pages:
            most = tried
        else:
            fewest = tried
    return list(body[:fewest])


def _pages(body: Sequence[dict[str, object]]) -> int:
    return _read("pdf", render({"title": "점검 결과", "body": list(body)}, "pdf", Look())).pages or 0
