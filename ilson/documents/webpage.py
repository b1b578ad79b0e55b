"""Reads HTML: headings, paragraphs and tables, without scripts and styles."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from ilson.documents import grid, webpage_forms, webpage_looks
from ilson.documents.unseen import Unseen
from ilson.documents.webpage_forms import Choice, Count
from ilson.documents.webpage_looks import Look
from ilson.domain.document import Block, Heading, Paragraph
from ilson.domain.errors import FileTooLarge

_UNSEEN: Final = frozenset({"script", "style", "template", "noscript", "head", "svg", "rp", "datalist"})
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_BREAKS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt", "fieldset"}
    | {"figcaption", "figure", "footer", "form", "header", "hr", "html", "li", "main", "menu", "nav", "ol", "p", "pre"}
    | {"section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_EMPTY: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_TABLE: Final = frozenset({"table"})
_LISTS: Final = frozenset({"ol", "ul", "menu"})
_LINED: Final = ("pre", "textarea")  # what keeps its lines
_INSIDE: Final = frozenset({"br", "input", "select", "option", "rt"})
_PARAGRAPH: Final = frozenset({"p"})
_PARTS: Final = frozenset({"thead", "tbody", "tfoot"})
_ENDS: Final = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol"})),
    **dict.fromkeys(("dt", "dd"), (frozenset({"dt", "dd"}), frozenset({"dl"}))),
    **dict.fromkeys(("td", "th"), (frozenset({"td", "th"}), frozenset({"tr", "table"}))),
    "tr": (frozenset({"tr"}), _TABLE),
    **dict.fromkeys(_PARTS, (_PARTS, _TABLE)),
    "option": (frozenset({"option"}), frozenset({"select"})),
}
"""What the beginning of an element ends, unless it stands in one of the second."""

_STEP: Final = 1 << 20  # characters that are taken in at once
_DEPTH: Final = 2000  # elements inside elements; browsers stop at some hundreds
_SPAN: Final = 1000  # columns or rows that one cell may span


def read(text: str, unseen: Unseen) -> Iterator[Block]:
    """Yield what a browser would show."""
    parser = _Parser(webpage_looks.page(text), unseen)
    for start in range(0, len(text), _STEP):
        parser.feed(text[start : start + _STEP])
        yield from parser.found()
    parser.close()
    yield from parser.rest()


@dataclass(slots=True)
class _Grid:
    """A table that is being read, and the places that its spanning cells take."""

    cells: list[grid.Cell] = field(default_factory=list)
    titled: bool = False  # while its caption is read
    taken: set[tuple[int, int]] = field(default_factory=set)
    row: int = -1
    place: tuple[int, int] = (0, 0)

    def open_cell(self, spans: Mapping[str, str | None]) -> None:
        column = 0
        row = max(self.row, 0)
        while (row, column) in self.taken:
            column += 1
        down, across = (_span(spans.get(name)) for name in ("rowspan", "colspan"))
        if len(self.taken) < _SPAN * _SPAN:
            self.taken |= {(row + y, column + x) for y in range(down) for x in range(across)}
        self.place = (row, column)


class _Parser(HTMLParser):
    """Collects blocks; a table inside a cell becomes lines of that cell."""

    def __init__(self, look: Look, unseen: Unseen) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, Look]] = [("", look)]
        self._left_out = unseen
        self._counts: Counter[str] = Counter()  # of the open elements
        self._found: list[Block] = []
        self._parts: list[str] = []
        self._tables: list[_Grid] = []
        self._lists: list[Count] = []
        self._choice: Choice | None = None
        self._mark = ""  # the number of an entry that has no text yet
        self._unseen = 0
        self._level = 0

    def found(self) -> Sequence[Block]:
        """Return what was found since the last time."""
        found, self._found = self._found, []
        return found

    def rest(self) -> Sequence[Block]:
        """Return what was found at the end, where all that is open ends."""
        while self._tables:
            self._end_table()
        self._flush()
        return self.found()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        said = dict(attrs)
        if tag not in _EMPTY:
            self._end_before(tag)
            self._begin(tag, webpage_looks.inside(self._open[-1][1], said))
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _INSIDE:
            self._show(tag, said)
        elif tag in _BREAKS or tag in _HEADINGS:
            self._flush()
            self._level = _HEADINGS.get(tag, 0)
            self._enter(tag, said)

    def _show(self, tag: str, said: webpage_forms.Attributes) -> None:
        """Take in what an element shows inside a line."""
        if self._unseen:
            return
        if tag == "br":
            self._parts.append("\n")
        elif tag == "rt":
            self._parts.append("(")
        elif tag == "input":
            look = webpage_looks.inside(self._open[-1][1], said)
            self._take(self._left_out.keep(webpage_forms.typed(said), hidden=look.hides))
        elif tag == "select":
            self._end_choice()
            self._choice = webpage_forms.choice(said)
        elif self._choice is not None:
            self._choice.begin(said)

    def _enter(self, tag: str, said: webpage_forms.Attributes) -> None:
        """Go into a table or a list, or a part of one."""
        if tag == "table":
            self._tables.append(_Grid())
        elif tag in _LISTS:
            self._lists.append(webpage_forms.count(tag, said))
        elif tag == "li" and self._lists:
            self._mark = self._lists[-1].mark(said)
        elif not self._tables:
            return
        elif tag == "caption":
            self._tables[-1].titled = True
        elif tag == "tr":
            self._tables[-1].row += 1
        elif tag in {"td", "th"}:
            self._tables[-1].open_cell(said)

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        self._end(frozenset({tag}), frozenset() if tag == "table" else _TABLE)
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "table" and self._tables:
            self._end_table()
        elif tag == "rt":
            self._parts.append(")")
        elif tag == "select":
            self._end_choice()
        elif tag in _BREAKS or tag in _HEADINGS:
            self._flush()
            self._leave(tag)

    def handle_data(self, data: str) -> None:
        """Keep text that is shown."""
        if not self._unseen:
            lined = any(self._counts[tag] for tag in _LINED)
            said = data if lined else " ".join(data.split("\n"))
            self._take(self._left_out.keep(said, hidden=self._open[-1][1].hides))

    def _take(self, text: str) -> None:
        if self._choice is None:
            self._parts.append(text)
        else:
            self._choice.take(text)

    def _end_choice(self) -> None:
        """End a menu: at its end, or where something begins that stands in none."""
        choice, self._choice = self._choice, None
        if choice is not None:
            self._parts.append(f"{choice.shown()} ")

    def _leave(self, tag: str) -> None:
        self._level = 0
        if tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "caption" and self._tables:
            self._tables[-1].titled = False

    def _begin(self, tag: str, look: Look) -> None:
        """Open an element.

        Raises:
            FileTooLarge: in more others than anyone writes; what they look like could no longer be told in time.
        """
        if len(self._open) > _DEPTH:
            raise FileTooLarge("elements inside elements without end")
        self._open.append((tag, look))
        self._counts[tag] += 1

    def _end_before(self, tag: str) -> None:
        """End what an element ends by its beginning: few pages end every paragraph and every row."""
        if tag in _ENDS:
            self._end(*_ENDS[tag])
        elif tag in _BREAKS or tag in _HEADINGS:
            self._end(_PARAGRAPH, _TABLE)

    def _end(self, tags: frozenset[str], within: frozenset[str]) -> None:
        """End the innermost of these elements with all in it, unless one of the others lies around it closer."""
        if not any(self._counts[tag] for tag in tags):
            return
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place][0] in tags:
                self._counts.subtract(tag for tag, _ in self._open[place:])
                del self._open[place:]
                return
            if self._open[place][0] in within:
                return

    def _flush(self) -> None:
        self._end_choice()
        lines = "".join(self._parts).split("\n")
        text = grid.clean("\n".join(" ".join(line.split()) for line in lines)).strip()
        self._parts.clear()
        if not text:
            return
        text, self._mark = f"{self._mark}{text}", ""
        around = self._tables[:-1] if self._tables and self._tables[-1].titled else self._tables
        if around:
            around[-1].cells.append(grid.Cell(*around[-1].place, text))
        else:
            self._found.append(Heading(text, self._level) if self._level else Paragraph(text))

    def _end_table(self) -> None:
        self._flush()
        laid = grid.table(self._tables.pop().cells)
        if laid is None:
            return
        if self._tables:
            self._parts.append(grid.flatten([laid]))
            self._flush()
        else:
            self._found.append(laid)


def _span(value: str | None) -> int:
    return min(max(int(value), 1), _SPAN) if value and value.isdecimal() else 1
