"""Gives files that were made to harm their reader to the separate process: how long it takes, and how much memory."""

import asyncio
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.documents import originals
from bench.guard.tables import Part
from ilson.domain.document import File
from ilson.domain.errors import IlsonError
from ilson.engines.reading.desk import ProcessDesk

_MEGABYTE = 1024 * 1024


def parts() -> list[Part]:
    """Return the table; memory is the most that the process ever had, which a later file may not have raised."""
    head = ("file", "kB", "seconds by the clock", "what came of it", "process, MB")
    return [Part("Hostile files", head, asyncio.run(_all()))]


async def _all() -> list[list[object]]:
    desk = ProcessDesk(size=1)
    rows: list[list[object]] = []
    for name, content in _files():
        begun = time.perf_counter()
        try:
            document = await desk.read(File("file", content))
        except IlsonError as error:
            outcome = error.code
        else:
            outcome = f"read, {len(document.blocks)} blocks"
        rows.append([name, len(content) // 1024, time.perf_counter() - begun, outcome, _memory(desk)])
    await desk.aclose()
    return rows


def _memory(desk: ProcessDesk) -> object:
    """Return the peak of the process in MB, where the system tells it and the process lives on."""
    for child in desk._idle:  # noqa: SLF001 - nobody else needs to know its processes
        status = Path(f"/proc/{child.process.pid}/status")
        if status.exists():
            return int(status.read_text("utf-8").split("VmHWM:")[1].split()[0]) // 1024
    return "-"


def _files() -> Iterator[tuple[str, bytes]]:
    """Yield the files one after the other: together they would take more memory than a machine may have."""
    office, others = originals.doubles("office_files"), originals.doubles("open_files")
    yield "PDF of 10,000 pages", office.pdf(*[[]] * 10_000)
    yield "PDF of a page that unpacks to 500 MB", _swelling_page(office, 500)
    yield "200 MB", bytes([0x41]) * (200 * _MEGABYTE)
    yield "text of 49 MB", b"abcdefghijklmno\n" * (49 * _MEGABYTE // 16)
    yield "page of 12 million paragraphs", b"<html>" + b"<p>a" * (12 * _MEGABYTE)
    for tag in ("div", "b", "table"):
        yield f"page of 100,000 <{tag}> in each other", b"<html>" + f"<{tag}>".encode() * 100_000
    yield "HWPX of 100,000 elements in each other", _hwpx(office, "<hp:a>" * 100_000, "</hp:a>" * 100_000)
    opened, closed = "<hp:p><hp:run><hp:tbl><hp:tr><hp:tc>", "</hp:tc></hp:tr></hp:tbl></hp:run></hp:p>"
    yield "HWPX of 3,000 tables in each other", _hwpx(office, opened * 3000, closed * 3000)
    yield "HWPX that unpacks to 250 MB", office.zipped({"Contents/section0.xml": b" " * (250 * _MEGABYTE)})
    yield "HWPX of 7 million paragraphs", _hwpx(office, "<hp:p/>" * (7 * _MEGABYTE), "")
    yield "ODT of 100,000 sections in each other", others.odt("<text:section>" * 100_000, "</text:section>" * 100_000)
    yield "ODT of 3,000 lists in each other", others.odt("<text:list>" * 3000, "</text:list>" * 3000)
    laughs = b'<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY e "&a;&a;&a;">]>'
    yield "ODT whose entities grow", others.fodt(others.op("&e;")).replace(b"<office:", laughs + b"<office:", 1)
    repeated = f'<table:table-cell table:number-columns-repeated="1000000">{others.op("a")}</table:table-cell>'
    yield "ODS of a cell repeated a million times", others.odf("spreadsheet", others.otable([repeated], name="a"))
    far = {1: [office.c("A1", "a")], 1_048_576: [office.c("XFD1048576", "b")]}
    yield "XLSX of two cells at the ends", office.xlsx({"a": far})
    yield "ZIP of 60,000 members", office.zipped({f"{number}.txt": b"" for number in range(60_000)})
    yield "HML of 800,000 paragraphs", others.hml(others.hp("a") * 800_000)
    head = b"From: a@example.kr\r\nMIME-Version: 1.0\r\n"
    yield "mail of 45 MB", head + b"\r\n" + b"aaaa bbbb\r\n" * (4 * _MEGABYTE)
    inner = b"".join(b"Content-Type: multipart/mixed; boundary=x%d\r\n\r\n--x%d\r\n" % (at, at) for at in range(20_000))
    yield "mail of 20,000 parts in each other", head + inner
    yield "CSV of 40 MB", b"a,b,c,d\n" * (5 * _MEGABYTE)
    yield "Markdown of 20 million bars", b"|" * (20 * _MEGABYTE)


def _hwpx(office: Any, before: str, after: str) -> bytes:  # noqa: ANN401 - the tests are not typed
    inside = office.section(before + office.p("a") + after)
    made: bytes = office.hwpx(sections=[inside])
    return made


def _swelling_page(office: Any, megabytes: int) -> bytes:  # noqa: ANN401 - as above
    """Return a PDF whose page is so many spaces, compressed."""
    made: bytes = office.pdf([b"PLACE"])
    packed = zlib.compress(b" " * (megabytes * _MEGABYTE), 9)
    stream = b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed)
    return made.replace(b"<</Length 5>>stream\nPLACE\nendstream", stream)
