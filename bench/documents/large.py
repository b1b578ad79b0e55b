"""Reads a document of 100 pages and 188,000 characters of each kind, here and through the separate process."""

import asyncio
import time
from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import Final

from bench.documents import originals
from bench.guard.tables import Part
from ilson.documents import limits
from ilson.documents.read import read
from ilson.domain.document import Document, File
from ilson.engines.reading.desk import ProcessDesk

_ROUNDS: Final = 5
_WANTED: Final = 1.0  # seconds


def parts() -> list[Part]:
    """Return the table: what reading takes by itself, and with the way to the process and back."""
    files = originals.large()
    over = asyncio.run(_over_the_desk(files))
    rows = list(_rows(files, over))
    head = (
        "kind",
        "kB",
        "characters",
        "pages",
        "read, seconds of the processor",
        "with the process, seconds by the clock",
        "characters/s",
    )
    slow = [str(row[0]) for row in rows if _of_hundred_pages(row) > _WANTED]
    note = f"Above {_WANTED:.0f} second of the processor for 100 pages: {', '.join(slow) or 'none'}."
    title = f"One document of {originals.PAGES} pages or more (median of {_ROUNDS})"
    return [Part(title, head, rows, [note])]


def _of_hundred_pages(row: Sequence[object]) -> float:
    pages = row[3] if isinstance(row[3], int) else originals.PAGES
    return float(str(row[4])) * 100 / pages


def _rows(files: Mapping[str, bytes], over: Mapping[str, float]) -> Iterator[list[object]]:
    for kind, content in files.items():
        rounds = [_timed(File(f"large.{kind}", content)) for _ in range(_ROUNDS)]
        document, taken = rounds[0][0], median(seconds for _, seconds in rounds)
        said = limits.characters(document.blocks)
        yield [kind, len(content) // 1024, said, document.pages or "-", taken, over[kind], round(said / taken)]


def _timed(file: File) -> tuple[Document, float]:
    begun = time.process_time()
    document = read(file)
    return document, time.process_time() - begun


async def _over_the_desk(files: Mapping[str, bytes]) -> dict[str, float]:
    desk = ProcessDesk(size=1)
    await desk.read(File("warm.txt", b"warm"))
    seconds: dict[str, float] = {}
    for kind, content in files.items():
        rounds = []
        for _ in range(_ROUNDS):
            begun = time.perf_counter()
            await desk.read(File(f"large.{kind}", content))
            rounds.append(time.perf_counter() - begun)
        seconds[kind] = median(rounds)
    await desk.aclose()
    return seconds
