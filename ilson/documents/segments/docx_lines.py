"""Finds the paragraphs of a part of a DOCX and what stands in their lines.

Source: ECMA-376 part 1 (WordprocessingML).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from ilson.documents import docx_looks, tree
from ilson.documents.docx_looks import Looks
from ilson.documents.segments.found import Dialect, Found, Part
from ilson.documents.segments.line import Group, Line, Node, Said, Thing, calmed, plain
from ilson.documents.tree import Element
from ilson.documents.unseen import Colour
from ilson.domain.segment import CELLS, Where

_SIGNS: Final = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\xad",
}
_GROUPS: Final = frozenset({"hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo"})
_PROPERTIES: Final = frozenset({"sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData"})
_STALE: Final = frozenset({"proofErr", "lastRenderedPageBreak"})  # spelling and pages of the old text
_TRACKED: Final = frozenset({"ins", "del", "moveFrom", "moveTo"})
_UNSAID: Final = frozenset({"pPr", "rPr", "sdtPr", "tblPr", "trPr", "tcPr", "sectPr", *_TRACKED})
_PLACES: Final[dict[str, Where]] = {
    "tbl": "table",
    "txbxContent": "box",
    "hdr": "header",
    "ftr": "footer",
    "footnote": "note",
    "endnote": "note",
}
_SAME = re.compile(r"""<[\w.-]*:?(?:lang|noProof)\b[^<>]*/>|\s[\w.-]*:?hint=(?:"[^"]*"|'[^']*')""")
"""What a run says of the language of its text, by which nothing looks different."""
_DRAWN = re.compile(r"<[\w.-]*:?(?:u|strike|dstrike|highlight|shd|bdr)\b")
_BARE = re.compile(r"<[\w.-]*:?rFonts\s*/>|<([\w.-]*:?)rPr\s*>\s*</\1rPr\s*>|<[\w.-]*:?rPr\s*/>")


def dialect(prefix: str) -> Dialect:
    """Return how text is written where names have this prefix."""
    names = {"\t": "tab", "\n": "br", "\u2011": "noBreakHyphen", "\xad": "softHyphen"}
    signs = {letter: f"<{prefix}{name}/>" for letter, name in names.items()}
    return Dialect(f"</{prefix}r>", f'<{prefix}t xml:space="preserve">', f"</{prefix}t>", signs, text_holds_signs=False)


def find(part: Part, looks: Looks) -> None:
    """Put the paragraphs of a part into it."""
    root = part.source.root
    _Walker(part, looks).walk(root, looks.page, _PLACES.get(root.tag, "body"))


@dataclass(slots=True)
class _Read:
    """A paragraph that is being read."""

    style: str
    ground: Colour | None
    signs: dict[str, list[str]] = field(default_factory=dict)
    hanging: list[Element] = field(default_factory=list)


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
        elif tag == "AlternateContent":
            self.part.alternatives(element, lambda part, one: _Walker(part, self.looks).walk(one, ground, where))
        elif tag in _TRACKED:
            self.part.left += 1
        elif tag not in _UNSAID:
            self.walk(element, self._ground(element, ground), where)

    def _ground(self, element: Element, ground: Colour | None) -> Colour | None:
        if element.tag == "tbl":
            return self.looks.table(element, ground)
        if element.tag == "tc":
            return docx_looks.cell(element, ground)
        return None if element.tag == "txbxContent" else ground

    def _paragraph(self, paragraph: Element, ground: Colour | None, where: Where) -> None:
        named = paragraph.find("pPr/pStyle")
        style = "" if named is None else named.get("val", "")
        read = _Read(style, self.looks.paragraph(paragraph, style, ground))
        nodes = tuple(self._nodes([child for child in paragraph if child.tag != "pPr"], read))
        span = self.part.source.spans[paragraph]
        kept = tuple(self._place(child) for child in paragraph if child.tag == "pPr")
        self.part.found.append(
            Found(
                where,
                self.part.source.prefix(paragraph),
                (span.inner, span.close),
                Line(calmed(nodes, _drawn), read.signs),
                kept,
            )
        )
        for item in read.hanging:
            self._element(item, ground, where)

    def _nodes(self, children: Sequence[Element], read: _Read) -> list[Node]:
        nodes: list[Node] = []
        for child in children:
            if child.tag == "r":
                nodes += self._run(child, read)
            elif child.tag in _GROUPS:
                nodes.append(self._group(child, read))
            elif child.tag not in _STALE:
                self.part.left += child.tag in _TRACKED
                nodes.append(Thing(self._place(child)))
        return nodes

    def _group(self, group: Element, read: _Read) -> Node:
        """Return a link or a content control with its text, or as one thing where it has none."""
        children = [child for child in group if child.tag not in _PROPERTIES]
        if not children:
            return Thing(self._place(group))
        spans = self.part.source.spans
        first, last = spans[children[0]], spans[children[-1]]
        inside = tuple(self._nodes(children, read))
        text, around = self.part.source.text, spans[group]
        if not plain(inside).strip():
            return Thing(self._place(group))
        before, after = text[around.start : first.start], text[last.end : around.end]
        match inside:
            case (Group(before=more, inside=within, after=less),):  # the content of a content control
                return Group(before + more, within, less + after)
            case _:
                return Group(before, inside, after)

    def _run(self, run: Element, read: _Read) -> list[Node]:
        look = self._look(run)
        hidden = self.looks.hides(run, read.style, read.ground)
        nodes: list[Node] = []
        for item in run:
            if item.tag in _SIGNS and item.get("type", "textWrapping") == "textWrapping":
                nodes.append(Said(_SIGNS[item.tag], look))
                read.signs.setdefault(_SIGNS[item.tag], []).append(self.part.source.raw(item))
            elif item.tag == "t" and not hidden:
                nodes.append(Said(re.sub(r"[\t\r\n]", " ", item.text or ""), look))
            elif item.tag not in _STALE and item.tag != "rPr":
                self.part.left += item.tag == "t"
                nodes.append(Thing(self._place(item), look))
                read.hanging += [] if item.tag == "t" else [item]
        return nodes

    def _look(self, run: Element) -> str:
        """Return what a run begins with, without what makes no difference to the eye."""
        properties = run.find("rPr")
        raw = "" if properties is None else _BARE.sub("", _SAME.sub("", self.part.source.raw(properties)))
        return f"<{self.part.source.prefix(run)}r>{_BARE.sub('', raw)}"

    def _place(self, element: Element) -> tuple[int, int]:
        span = self.part.source.spans[element]
        return span.start, span.end


def _where(element: Element, where: Where) -> Where:
    """Return where the text of an element stands; a cell may span others, a table stand in another."""
    cell = element.find("tcPr") if element.tag == "tc" else None
    spans = cell is not None and (tree.number(cell.find("gridSpan"), "val", 1) > 1 or cell.find("vMerge") is not None)
    if spans or (element.tag == "tbl" and where in CELLS):
        return "merged"
    return _PLACES.get(element.tag, where)


def _drawn(look: str) -> bool:
    """Return whether something is drawn at letters of this look, and so at spaces too."""
    return _DRAWN.search(look) is not None
