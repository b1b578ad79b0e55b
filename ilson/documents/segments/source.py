"""Tells where each element of an XML part stands in its text, so that places can be replaced and the rest copied."""

import codecs
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ilson.documents import tree
from ilson.documents.tree import Element
from ilson.domain.errors import FileBroken

_MARKS: Final = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SIGN = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
    r"""|<(?P<end>/?)(?P<tag>[^\s/>!?]+)[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Span:
    """Where one element stands, in characters: its tag, from `inner` to `close` what it holds, and its end tag."""

    start: int
    inner: int
    close: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """One XML part as text and as a tree, with the place of each element."""

    text: str
    encoding: str
    root: Element
    spans: dict[Element, Span]

    def raw(self, element: Element) -> str:
        """Return an element as it is written."""
        span = self.spans[element]
        return self.text[span.start : span.end]

    def tag(self, element: Element) -> str:
        """Return the tag with its attributes that an element begins with; it does not close itself."""
        span = self.spans[element]
        opened = self.text[span.start : span.inner]
        return f"{opened[:-2].rstrip()}>" if opened.endswith("/>") else opened

    def prefix(self, element: Element) -> str:
        """Return the prefix of the name of an element, with its colon, or nothing."""
        name = re.match(r"<([^\s/>]*:)?", self.text[self.spans[element].start :][:80])
        return "" if name is None else name[1] or ""


Place = tuple[int, int]
"""From where to where, in characters of the source."""

Pieces = Sequence[str | Place]
"""What stands in a place: new XML, and places of the source that stay."""


def open_source(data: bytes) -> Source:
    """Return a part with the places of its elements.

    Raises:
        FileBroken: not well-formed, with a document type, or in an encoding other than UTF-8 and UTF-16.
    """
    root = tree.parse(data)
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise FileBroken("a part in another encoding cannot be rewritten") from None
    spans = _spans(text)
    elements = list(root.iter())
    if len(elements) != len(spans):
        raise FileBroken("the elements of a part cannot be told apart")
    return Source(text, encoding, root, dict(zip(elements, spans, strict=True)))


def _spans(text: str) -> list[Span]:
    """Return the spans of all elements in the order in which they begin.

    Raises:
        FileBroken: an end without a beginning.
    """
    spans: list[Span] = []
    waiting: list[int] = []
    for sign in _SIGN.finditer(text):
        if sign["tag"] is None:
            continue
        if not sign["end"]:
            closed = text[sign.end() - 2] == "/"
            spans.append(Span(sign.start(), sign.end(), sign.end(), sign.end()))
            waiting += [] if closed else [len(spans) - 1]
        elif waiting:
            index = waiting.pop()
            spans[index] = Span(spans[index].start, spans[index].inner, sign.start(), sign.end())
        else:
            raise FileBroken("an element that ends before it begins")
    return spans


def rewrite(source: Source, edits: dict[Place, Pieces]) -> bytes:
    """Return the part with the pieces in their places; places inside a piece of the source are edited too."""
    order = sorted(edits)
    starts = [start for start, _ in order]

    def written(begin: int, end: int) -> Iterator[str]:
        at = begin
        for place in order[bisect_left(starts, begin) : bisect_left(starts, end)]:
            if place[0] < at or place[1] > end:  # inside one that is written already, or around this one
                continue
            yield source.text[at : place[0]]
            yield from put(edits[place])
            at = place[1]
        yield source.text[at:end]

    def put(pieces: Pieces) -> Iterator[str]:
        for piece in pieces:
            match piece:
                case str():
                    yield piece
                case (begin, end):
                    yield from written(begin, end)

    return "".join(written(0, len(source.text))).encode(source.encoding)
