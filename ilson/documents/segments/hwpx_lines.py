"""Finds the paragraphs of an HWPX section and what stands in their lines.

Source: KS X 6101 (OWPML).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from ilson.documents import hwpx_looks, tree
from ilson.documents.hwpx_looks import Looks
from ilson.documents.segments.found import Dialect, Found, Part
from ilson.documents.segments.line import Line, Node, Said, Thing, calmed
from ilson.documents.tree import Element
from ilson.documents.unseen import Colour
from ilson.domain.segment import CELLS, Where

_SIGNS: Final = {"tab": "\t", "lineBreak": "\n", "nbSpace": "\xa0", "fwSpace": "\u2007", "hyphen": "\u2011"}
_BOXES: Final = frozenset({"rect", "ellipse", "polygon", "arc", "curve", "container", "textart", "pic"})
_SKIPPED: Final = frozenset({"secPr", "linesegarray", "parameters", "shapeComment"})
_PLACES: Final[dict[str, Where]] = {
    "tbl": "table",
    "drawText": "box",
    "caption": "caption",
    "footNote": "note",
    "endNote": "note",
    "header": "header",
    "footer": "footer",
}
_CHARACTERS = re.compile(r"charPrIDRef=(?:\"[^\"]*\"|'[^']*')")
_DRAWN: Final = ("underline", "strikeout")
_TRACKED: Final = {"insertBegin": 1, "insertEnd": -1, "deleteBegin": 1, "deleteEnd": -1}


def dialect(prefix: str) -> Dialect:
    """Return how text is written where names have this prefix."""
    signs = {letter: f"<{prefix}{name}/>" for name, letter in _SIGNS.items()}
    signs["\t"] = f'<{prefix}tab width="4000" leader="0" type="1"/>'
    return Dialect(f"</{prefix}run>", f"<{prefix}t>", f"</{prefix}t>", signs, text_holds_signs=True)


def find(part: Part, looks: Looks) -> None:
    """Put the paragraphs of a section into the part."""
    _Walker(part, looks).walk(part.source.root, looks.page(part.source.root), "body")


@dataclass(slots=True)
class _Read:
    """A paragraph that is being read: its nodes, its signs, and what has paragraphs of its own.

    `alike` are the tags of the first runs of each look, `drawn` those of runs with something drawn at their letters.
    """

    alike: dict[str, str] = field(default_factory=dict)
    drawn: set[str] = field(default_factory=set)
    nodes: list[Node] = field(default_factory=list)
    signs: dict[str, list[str]] = field(default_factory=dict)
    hanging: list[Element] = field(default_factory=list)
    tracked: int = 0


@dataclass(frozen=True, slots=True)
class _Walker:
    part: Part
    looks: Looks

    def walk(self, parent: Element, ground: Colour | None, where: Where) -> None:
        """Find the paragraphs in an element that stands on a ground of this colour; None is not known."""
        for element in parent:
            self._element(element, ground, where)

    def _element(self, element: Element, ground: Colour | None, where: Where) -> None:
        tag = element.tag
        where = _where(element, where)
        if tag == "p":
            self._paragraph(element, ground, where)
        elif tag == "switch":
            self.part.alternatives(element, lambda part, one: _Walker(part, self.looks).walk(one, ground, where))
        elif tag == "hiddenComment" or (tag == "fieldBegin" and element.get("type") == "MEMO"):
            self.part.left += any(text.text for text in element.iter("t"))
        elif tag not in _SKIPPED:
            self.walk(element, self._ground(element, ground), where)

    def _ground(self, element: Element, ground: Colour | None) -> Colour | None:
        if element.tag == "tbl":
            return self.looks.table(element, ground)
        if element.tag == "tc":
            return self.looks.within(element, ground)
        return hwpx_looks.painted(element.find("fillBrush")) if element.tag in _BOXES else ground

    def _paragraph(self, paragraph: Element, ground: Colour | None, where: Where) -> None:
        below = self.looks.paragraph(paragraph, ground)
        read = _Read()
        for child in paragraph:
            if child.tag == "run":
                self._run(child, read, hidden=self.looks.hides(child, below))
            elif child.tag != "linesegarray":
                read.nodes.append(Thing(self._place(child)))
                read.hanging.append(child)
        span = self.part.source.spans[paragraph]
        line = Line(calmed(read.nodes, read.drawn.__contains__), read.signs)
        self.part.found.append(Found(where, self.part.source.prefix(paragraph), (span.inner, span.close), line))
        for item in read.hanging:
            self._element(item, below if item.tag == "tbl" else ground, where)

    def _run(self, run: Element, read: _Read, *, hidden: bool) -> None:
        look = self._look(run, read)
        for item in run:
            if item.tag == "t" and not hidden:
                self._text(item, look, read)
            else:
                self.part.left += item.tag == "t" and bool("".join(item.itertext()).strip())
                read.nodes.append(Thing(self._place(item), look))
                read.hanging += [] if item.tag == "t" else [item]

    def _look(self, run: Element, read: _Read) -> str:
        """Return the tag of the first run of the paragraph that looks as this one does."""
        look = self.looks.runs.get(run.get("charPrIDRef", ""))
        tag = self.part.source.tag(run)
        if look is None:
            return tag
        tag = read.alike.setdefault(_CHARACTERS.sub("", tag) + _shape(look), tag)
        if any(_draws(look.find(name)) for name in _DRAWN):
            read.drawn.add(tag)
        return tag

    def _text(self, text: Element, look: str, read: _Read) -> None:
        source = self.part.source
        prefix = source.prefix(text)
        begin, end = f"<{prefix}t>", f"</{prefix}t>"
        for said, place, child in self._told(text):
            if read.tracked and place[0] < place[1]:
                read.nodes.append(Thing(place, look, begin, end))
            else:
                read.nodes.append(Said(said, look))
            if child is None:
                continue
            if child.tag in _SIGNS and not read.tracked:
                read.nodes.append(Said(_SIGNS[child.tag], look))
                read.signs.setdefault(_SIGNS[child.tag], []).append(source.raw(child))
                continue
            turn = _TRACKED.get(child.tag, 0)
            read.tracked = max(0, read.tracked + turn)
            self.part.left += turn > 0
            read.nodes.append(Thing(self._place(child), look, begin, end))

    def _told(self, text: Element) -> Iterator[tuple[str, tuple[int, int], Element | None]]:
        """Yield each stretch of text, where it stands, and the element that follows it."""
        span = self.part.source.spans[text]
        at, said = span.inner, text.text or ""
        for child in text:
            place = self._place(child)
            yield said, (at, place[0]), child
            at, said = place[1], child.tail or ""
        yield said, (at, span.close), None

    def _place(self, element: Element) -> tuple[int, int]:
        span = self.part.source.spans[element]
        return span.start, span.end


def _where(element: Element, where: Where) -> Where:
    """Return where the text of an element stands; a cell may span others, a table stand in another."""
    span = element.find("cellSpan") if element.tag == "tc" else None
    spans = span is not None and max(tree.number(span, "colSpan", 1), tree.number(span, "rowSpan", 1)) > 1
    if spans or (element.tag == "tbl" and where in CELLS):
        return "merged"
    return _PLACES.get(element.tag, where)


def _shape(look: Element) -> str:
    """Return what letters look like; the space between them is fitted to a line and says nothing."""
    parts = [f"{key}={value}" for key, value in look.attrib.items() if key != "id"]
    parts += [f"{part.tag}{sorted(part.attrib.items())}" for part in look if part.tag != "spacing"]
    return " ".join(parts)


def _draws(line: Element | None) -> bool:
    return line is not None and "NONE" not in {line.get("type", ""), line.get("shape", "")}


def preview(said: Sequence[str]) -> bytes:
    """Return what Preview/PrvText.txt holds of paragraphs that say this: the beginning, in lines."""
    return "\r\n".join(said)[:_PREVIEW_CHARACTERS].encode("utf-8", "replace")


_PREVIEW_CHARACTERS: Final = 1_000
