"""Reads plain text, Markdown and separated values, in UTF-8, UTF-16 or CP949."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from ilson.documents import grid
from ilson.domain.document import Block, Heading, Paragraph, Table
from ilson.domain.errors import FileUnknown

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_DAMAGED: Final = 0.005  # share of characters that may be unreadable
_DELIMITERS: Final = ",;\t|"
_SAMPLE_LINES: Final = 50
_FIELD_CHARACTERS: Final = 2_000_000
_BLANK = re.compile(r"\n[ \t]*\n")
_FEED = re.compile(r"[\x0b\x0c]")  # a new page or column of a printer
_TOLD = re.compile(r"sep=(.)\r?\n")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_ROW = re.compile(r"\s*\|.*\|\s*$")
_RULE = re.compile(r"\s*\|?[\s:|-]*-[\s:|-]*\|?\s*$")
_CELL_END = re.compile(r"(?<!\\)\|")
_FENCE = re.compile(r"\s*(```|~~~)")


def decode(content: bytes) -> str:
    """Return the text in these bytes.

    Raises:
        FileUnknown: they are no text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if _CONTROLS.search(content):
        raise FileUnknown("control characters: no text")
    for encoding in ("utf-8", "cp949"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    for encoding in ("utf-8", "cp949"):
        text = content.decode(encoding, "replace")
        if text.count("\ufffd") <= 1 + _DAMAGED * len(text):
            return text
    raise FileUnknown("no known encoding: no text")


def paragraphs(text: str) -> Iterator[Block]:
    """Yield a paragraph for each part between blank lines, or for each line where there are no blank lines."""
    text = _FEED.sub("\n\n", text).replace("\r\n", "\n").replace("\r", "\n").strip()
    parts = _BLANK.split(text) if _BLANK.search(text) else text.split("\n")
    yield from (Paragraph(part) for part in map(grid.clean, parts) if part.strip())


def markdown(text: str) -> Iterator[Block]:
    """Yield headings, tables and paragraphs; code stays as it is."""
    waiting: list[str] = []
    rows: list[str] = []
    fenced = False
    for line in [*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""]:
        fenced = fenced != bool(_FENCE.match(line))
        if rows and not _ROW.match(line):
            yield from _pipes(rows)
            rows = []
        heading = None if fenced else _HEADING.match(line)
        row = not fenced and bool(_ROW.match(line))
        if waiting and (heading or row or not (line.strip() or fenced)):
            yield from _paragraph(waiting)
            waiting = []
        if heading and heading[2]:
            yield Heading(grid.clean(heading[2]), len(heading[1]))
        elif row:
            rows.append(line)
        elif line.strip() or fenced:
            waiting.append(line)
    yield from _paragraph(waiting)


def separated(text: str) -> Iterator[Block]:
    """Yield one table; the delimiter is the one that most lines agree on, or that the first line tells, as to Excel."""
    csv.field_size_limit(_FIELD_CHARACTERS)
    told = _TOLD.match(text)
    text = text[told.end() :] if told else text
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=told[1] if told else _delimiter(text))
    rows = [row for line in lines if any(row := [grid.clean(value) for value in line])]
    width = max(map(len, rows), default=0)
    if rows:
        yield Table(tuple(tuple(row) + ("",) * (width - len(row)) for row in rows))


def _delimiter(text: str) -> str:
    lines = [line for line in text.splitlines()[:_SAMPLE_LINES] if line.strip()]

    def agreement(sign: str) -> tuple[int, int, bool]:
        counts = Counter(line.count(sign) for line in lines if sign in line)
        return counts.total(), max(counts.values(), default=0), sign != ","  # which also stands in numbers

    return max(_DELIMITERS, key=agreement)


def _pipes(lines: list[str]) -> Iterator[Block]:
    if len(lines) < 2 or not _RULE.match(lines[1]):  # noqa: PLR2004
        yield from _paragraph(lines)
        return
    rows = [_cells(line) for line in (lines[0], *lines[2:])]
    width = max(map(len, rows))
    yield Table(tuple(tuple(row) + ("",) * (width - len(row)) for row in rows))


def _paragraph(lines: list[str]) -> Iterator[Block]:
    text = grid.clean("\n".join(lines))
    if text.strip():
        yield Paragraph(text)


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    cells = (cell.replace("\\|", "|").replace("<br>", "\n") for cell in _CELL_END.split(inner))
    return [grid.clean(cell.strip()) for cell in cells]
