"""Lays out the body, the enclosures, and the end sign."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ilson.documents.official import typefaces, wording
from ilson.documents.official.items import INDENT, NUMBERING, Placed, columns
from ilson.documents.official.model import OfficialDocument, Picture, Rows
from ilson.documents.official.parts import MM, PAPER_HEIGHT, POINT, Image, Label, Letters, Line, Part, Run, Stand
from ilson.documents.official.pictures import measure
from ilson.documents.official.strip import strip
from ilson.documents.official.tables import table
from ilson.documents.official.widths import longest_word, wide
from ilson.documents.official.wording import END, GAP
from ilson.domain.official_rule import Look

_DOT = 75  # hundredths of a point: 96 dots in an inch
_TALLEST = 65  # per cent of the page that a picture takes at most
_LONG, _WHOLE = 30, 95
"""Per cent of a line: a word longer than the first tears holes into justified lines, one than the second fits none."""
_REMARKS = ("※", "*")
"""Bullets of remarks, which stand in smaller letters."""


def content(document: OfficialDocument, look: Look, width: int) -> Iterator[Part]:
    """Yield the items with their markers, then the enclosures; the last of all carries the end sign.

    Source: 시행규칙 제2조, 제4조제4항·제5항.
    """
    placed = wording.body(document, look.marks)
    enclosed = wording.enclosures(document)
    body = _Body(look, width)
    ends = look.end and not enclosed
    for place, entry in enumerate(placed, 1):
        yield from body.item(entry, ends=ends and place == len(placed), first=place == 1)
    if ends and not placed and document.facts:
        yield body.end()
    yield from body.enclosures(enclosed)


class _Body:
    """Lays out items in the letters of one document."""

    def __init__(self, look: Look, width: int) -> None:
        self._look = look
        self._width = width
        self._letters = Letters(typefaces.BODY[look.head])
        self._own = bool(look.marks) and tuple(look.marks) != NUMBERING

    def item(self, placed: Placed, *, ends: bool, first: bool) -> Iterator[Part]:
        """Yield an item with what stands under it."""
        item = placed.item
        rows, signed = item.table, ends
        if rows and ends:
            rows, signed = wording.closed(rows)
        behind = signed and not item.table and not item.picture
        if item.text:
            yield self._text(placed, END if behind else "", first=first)
        if rows:
            yield self._table(placed, rows)
        if item.picture:
            yield self._picture(item.picture)
        if signed and not (behind and item.text):
            yield self.end()

    def _text(self, placed: Placed, end: str, *, first: bool) -> Line:
        letters, before = self._looks(placed)
        start = wording.before(placed)
        hang, left = wide(start, letters), self._left(placed)
        share = 100 * longest_word(placed.item.text, letters) // (self._width - left - hang)
        return Line(
            (Run(f"{placed.item.text}{end}", letters),),
            Stand(
                align="left" if _LONG < share <= _WHOLE else "justify",
                left=left,
                hang=hang,
                before=0 if first else before,
                keep=bool(placed.item.table or placed.item.picture or letters.bold),
                loose=share > _WHOLE,
            ),
            labels=(Label(start, hang),) if start else (),
            indent=INDENT * (placed.level - 1),
        )

    def _looks(self, placed: Placed) -> tuple[Letters, int]:
        """Return the letters of an item and the room above it: what others stand under is a heading in a report."""
        letters = self._letters
        if not self._own:
            return letters, 0
        if placed.marker in _REMARKS:
            return replace(letters, size=letters.size - 1), 0
        if placed.level > 1:
            return letters, 2 * POINT
        told = placed.item.items or placed.item.table or placed.item.picture
        heading = bool(told) and self._look.head in ("title", "none") and not wording.is_article(placed.marker)
        return (replace(letters, size=letters.size + 1, bold=True) if heading else letters), 8 * POINT

    def _left(self, placed: Placed) -> int:
        return wide(" " * INDENT, self._letters) * (placed.level - 1)

    def _table(self, placed: Placed, rows: Rows) -> Part:
        left = self._left(placed)
        return table(rows, left, self._width - left)

    def _picture(self, picture: Picture) -> Image:
        kind, *_ = measure(picture.content)
        content = strip(picture.content, kind)
        _, across, down = measure(content)
        page = PAPER_HEIGHT - round((self._look.top + self._look.bottom) * MM)
        most = min(self._width / (across * _DOT), page * _TALLEST / 100 / (down * _DOT), 1.0)
        width, height = max(1, int(across * _DOT * most)), max(1, int(down * _DOT * most))
        return Image(content, kind, picture.says, width, height)

    def end(self) -> Line:
        """Return the end sign on a line of its own."""
        return Line((Run(END, self._letters),))

    def enclosures(self, rows: Sequence[tuple[str, str]]) -> Iterator[Line]:
        """Yield a line for each enclosure."""
        label = self._label(f"{wording.ENCLOSED}{GAP}")
        for place, (number, name) in enumerate(rows):
            numbers = (self._label(number),) if number else ()
            hang = sum(each.width for each in numbers)
            runs = (Run(f"{name}{END if self._look.end and place == len(rows) - 1 else ''}", self._letters),)
            if place:
                stand = Stand(align="left", left=label.width, hang=hang)
                yield Line(runs, stand, numbers, indent=columns(label.text))
            else:
                stand = Stand(align="left", hang=label.width + hang, before=self._letters.size * POINT)
                yield Line(runs, stand, (label, *numbers), gap=True)

    def _label(self, text: str) -> Label:
        return Label(text, wide(text, self._letters))
