"""Writes the official document as an HWPX file in the form of 별지 제1호서식, in memory."""

import re
from collections.abc import Iterator
from itertools import count

from ilson.documents.official import wording
from ilson.documents.official.blocks import Blocks, Cell
from ilson.documents.official.items import INDENT, Placed
from ilson.documents.official.model import OfficialDocument, Rows, Signature
from ilson.documents.official.package import pack, skeleton
from ilson.documents.official.styles import BAR, BOXED, LINE_BELOW, MM, NO_BORDER, PT, Letters, Lines, Styles
from ilson.documents.official.text import to_text
from ilson.documents.official.wording import END, GAP, joined

PAPER_WIDTH = 210  # mm, A4 (영 제7조제6항)
MARGIN_TOP = 20  # mm, this and the next three: 서식의 설계 기준 (별표 4)
MARGIN_BOTTOM = 10  # mm
MARGIN_LEFT = 20  # mm
MARGIN_RIGHT = 20  # mm
FOOTER = 10  # mm; the page number stands in it
TEXT_WIDTH = round((PAPER_WIDTH - MARGIN_LEFT - MARGIN_RIGHT) * MM)  # HWPUNIT

AGENCY = Letters(20, bold=True, spacing=15)
HEAD = Letters(13)
BODY = Letters(12)
SENDER = Letters(18, bold=True, spacing=10)
SEAL = Letters(11, border=BOXED)
LIST = Letters(11)
CLOSING = Letters(10)
SIGNED = Letters(11, bold=True)

RECEIVED = f"{GAP * 5}{wording.RECEIVED}{GAP * 12}({GAP * 8})"
"""The empty place for the number and the date of receipt."""

_FEWEST, _MOST = 3, 4  # signers that a row has room for
_WIDE, _NARROW, _SPACE = 100, 55, 50  # hundredths of the size that a Hangul letter, a digit and a space are wide
_THIN = {".": 25, ")": 33, "(": 33, " ": _SPACE}


def to_hwpx(document: OfficialDocument) -> bytes:
    """Return the document as the bytes of an HWPX file.

    The same document gives the same bytes. It carries the title, the summary (문서요지), the keywords and the mark that
    an AI drafted it among its properties.

    Source: 시행규칙 제4조, 별지 제1호서식; 제18조 (쪽 번호); 영 제5조제2항제1호 (문서요지, 키워드).
    """
    parts = skeleton()
    styles = Styles(parts["Contents/header.xml"])
    section = _section(document, parts["Contents/section0.xml"], Blocks(styles))
    return pack(
        parts | {"Contents/section0.xml": section, "Contents/header.xml": styles.header()},
        document,
        preview=to_text(document),
    )


def _section(document: OfficialDocument, blank: str, blocks: Blocks) -> str:
    start = blank[: blank.index("<hp:p ")]
    setup = re.sub(
        r"<hp:margin [^>]*/>(?=</hp:pagePr>)",
        f'<hp:margin header="0" footer="{round(FOOTER * MM)}" gutter="0" left="{round(MARGIN_LEFT * MM)}" '
        f'right="{round(MARGIN_RIGHT * MM)}" top="{round(MARGIN_TOP * MM)}" bottom="{round(MARGIN_BOTTOM * MM)}"/>',
        blank[blank.index("<hp:secPr") : blank.index("</hp:secPr>")],
    )
    first = (
        f'<hp:run charPrIDRef="0">{setup}</hp:secPr><hp:ctrl><hp:colPr id="" type="NEWSPAPER" layout="LEFT" '
        'colCount="1" sameSz="1" sameGap="0"/></hp:ctrl><hp:ctrl><hp:pageNum pos="BOTTOM_CENTER" formatType="DIGIT" '
        'sideChar="-"/></hp:ctrl></hp:run>'
    )
    page = _Page(blocks)
    parts = (page.head(document, first), page.body(document), page.sent(document), page.closing(document))
    return f"{start}{''.join(xml for part in parts for xml in part)}</hs:sec>"


class _Page:
    """Writes the parts of the form, one after the other."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self._tables = count(1)

    def head(self, document: OfficialDocument, setup: str) -> Iterator[str]:
        lines = Lines(align="CENTER", after=14 * PT)
        yield self._blocks.paragraph(((document.agency, AGENCY),), lines, before=setup)
        for label, value in wording.head(document):
            last = label == wording.TITLE
            border = LINE_BELOW if last else NO_BORDER
            look = Lines(align="LEFT", hang=_wide(f"{label}{GAP}", HEAD), spacing=150, border=border)
            yield self._blocks.paragraph(((f"{label}{GAP}{value}".rstrip(), HEAD),), look)

    def body(self, document: OfficialDocument) -> Iterator[str]:
        yield self._blocks.paragraph((("", Letters(6)),), Lines(spacing=100))
        placed = wording.body(document)
        enclosed = wording.enclosures(document)
        for entry in placed[:-1]:
            yield from self._item(entry, entry.item.table)
        if placed:
            yield from self._last(placed[-1], closes=not enclosed)
        yield from self._enclosures(enclosed)

    def _last(self, placed: Placed, *, closes: bool) -> Iterator[str]:
        table = placed.item.table
        if not closes:
            yield from self._item(placed, table)
        elif table:
            table, ends = wording.closed(table)
            yield from self._item(placed, table)
            if ends:
                yield self._blocks.paragraph(((END, BODY),), Lines())
        else:
            yield from self._item(placed, None, end=END)

    def _item(self, placed: Placed, table: Rows | None, end: str = "") -> Iterator[str]:
        left = _wide(" " * INDENT, BODY) * (placed.level - 1)
        if placed.item.text:
            start = f"{placed.marker} " if placed.marker else ""
            look = Lines(left=left, hang=_wide(start, BODY), keep=bool(table))
            yield self._blocks.paragraph(((f"{start}{placed.item.text}{end}", BODY),), look)
        if table:
            yield self._blocks.table(table, next(self._tables), left, TEXT_WIDTH - left)

    def _enclosures(self, rows: tuple[str, ...]) -> Iterator[str]:
        label = f"{wording.ENCLOSED}{GAP}"
        for place, row in enumerate(rows):
            numbered = _wide(row[: row.index(" ") + 1], BODY) if len(rows) > 1 else 0
            text = f"{'' if place else label}{row}{END if place == len(rows) - 1 else ''}"
            indent = _wide(label, BODY)
            look = Lines(align="LEFT", hang=indent + numbered, before=BODY.size * PT)
            if place:
                look = Lines(align="LEFT", left=indent, hang=numbered)
            yield self._blocks.paragraph(((text, BODY),), look)

    def sent(self, document: OfficialDocument) -> Iterator[str]:
        if document.sender:
            pieces = [(document.sender, SENDER)]
            if document.seal:
                pieces += [(GAP, CLOSING), (f" {document.seal} ", SEAL)]
            look = Lines(align="CENTER", before=30 * PT, after=10 * PT, keep=True)
            yield self._blocks.paragraph(pieces, look)
        if document.recipients:
            label = f"{wording.RECIPIENTS}{GAP}"
            look = Lines(align="LEFT", hang=_wide(label, LIST), before=10 * PT, keep=True)
            yield self._blocks.paragraph(((f"{label}{', '.join(document.recipients)}", LIST),), look)

    def closing(self, document: OfficialDocument) -> Iterator[str]:
        look = Lines(spacing=100, before=18 * PT, after=4 * PT, border=BAR, keep=True)
        yield self._blocks.paragraph((("", Letters(2)),), look)
        people = wording.signers(document)
        if people:
            yield self._signers(people)
        helpers = [joined((entry.title, wording.signed(entry)), " ") for entry in wording.cooperators(document)]
        look = Lines(align="LEFT", spacing=150, keep=True)
        yield self._row(f"{wording.COOPERATOR}{GAP}{(GAP * 2).join(helpers)}".rstrip(), look)
        yield self._row(joined((wording.CARRIED_OUT, wording.carried_out(document), RECEIVED), GAP), look)
        for row in filter(None, wording.contact(document)):
            yield self._row(row, look)

    def _row(self, text: str, look: Lines) -> str:
        return self._blocks.paragraph(((text, CLOSING),), look)

    def _signers(self, people: tuple[Signature, ...]) -> str:
        across = min(len(people), _MOST)
        room = TEXT_WIDTH // max(across, _FEWEST)
        title, name = 60, 40  # per cent of the room of one signer
        widths = [room * share // 100 for _ in range(across) for share in (title, name)]
        cells = [cell for person in people for cell in _signer(person)]
        cells += [_closing_cell("", CLOSING)] * (-len(cells) % len(widths))
        rows = [cells[start : start + len(widths)] for start in range(0, len(cells), len(widths))]
        return self._blocks.grid(rows, widths, next(self._tables))


def _signer(person: Signature) -> tuple[Cell, Cell]:
    return (_closing_cell(person.title, CLOSING), _closing_cell(joined((person.mark, person.name), "\n"), SIGNED))


def _closing_cell(text: str, letters: Letters) -> Cell:
    return Cell(text, letters, Lines(align="LEFT", spacing=120, keep=True), NO_BORDER)


def _wide(text: str, letters: Letters) -> int:
    """Return about how wide a label or a marker is, in HWPUNIT."""
    hundredths = sum(_THIN.get(letter, _WIDE if letter >= "\u1100" else _NARROW) for letter in text)
    return hundredths * letters.size * PT // 100
