"""What is found in one part of a package: paragraphs with their place, and the words of the format."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from ilson.documents.segments.line import Group, Line, Node, Said, Thing, plain
from ilson.documents.segments.source import Pieces, Source
from ilson.documents.tree import Element
from ilson.domain.segment import Where


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph with text: where its XML stands, what stays before its line, and its line.

    `prefix` is that of the names of its elements, with the colon. `echoes` say the same for older readers.
    """

    where: Where
    prefix: str
    place: tuple[int, int]
    line: Line
    kept: tuple[tuple[int, int], ...] = ()
    echoes: list["Found"] = field(default_factory=list)


@dataclass(slots=True)
class Part:
    """One part of a package; `left` counts the places whose text is left as it is: hidden, tracked, commented."""

    name: str
    source: Source
    found: list[Found] = field(default_factory=list)
    left: int = 0

    def alternatives(self, element: Element, find: Callable[["Part", Element], None]) -> None:
        """Take in the first alternative that says something; those that say the same change with it."""
        first: Part | None = None
        for alternative in element:
            part = Part(self.name, self.source)
            find(part, alternative)
            if first is None and part.found:
                first = part
            elif first is not None and _said(first) == _said(part):
                for one, other in zip(first.found, part.found, strict=True):
                    one.echoes.append(other)
        if first is not None:
            self.found += first.found
            self.left += first.left


def _said(part: Part) -> list[str]:
    return [plain(found.line.nodes) for found in part.found]


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a format writes text: the end of a run, what stands around text, and signs that are elements."""

    run_end: str
    text_begin: str
    text_end: str
    signs: dict[str, str]
    text_holds_signs: bool

    def pieces(self, found: Found, nodes: tuple[Node, ...]) -> Pieces:
        """Return the XML of a paragraph with these nodes; neighbours of one look stand in one run."""
        taken = {sign: iter(raws) for sign, raws in found.line.signs.items()}

        def sign(letter: str) -> str:
            return next(taken.get(letter, iter(())), self.signs[letter])

        pieces: list[str | tuple[int, int]] = list(found.kept)
        for look, parts in groupby(self._parts(nodes, sign), key=lambda part: part[0]):
            inside = [piece for _, within in parts for piece in within]
            pieces += [look, *inside, self.run_end] if look else inside
        return pieces

    def _parts(self, nodes: tuple[Node, ...], sign: Callable[[str], str]) -> Iterator[tuple[str, Pieces]]:
        for node in nodes:
            match node:
                case Said(text=said, look=look):
                    yield look, [self.said(said, sign)]
                case Thing(place=place, look=look, before=before, after=after):
                    yield look, [before, place, after]
                case Group(before=before, inside=inside, after=after):
                    yield "", [before]
                    for look, parts in groupby(self._parts(inside, sign), key=lambda part: part[0]):
                        within = [piece for _, pieces in parts for piece in pieces]
                        yield "", [look, *within, self.run_end] if look else within
                    yield "", [after]

    def said(self, text: str, sign: Callable[[str], str]) -> str:
        """Return a text as XML; a sign that the format has an element for is written as one."""
        parts: list[str] = []
        for special, letters in groupby(text, key=lambda letter: letter in self.signs):
            if special:
                parts += [sign(letter) for letter in letters]
            elif self.text_holds_signs:
                parts.append(escape("".join(letters), quote=False))
            else:
                parts += [self.text_begin, escape("".join(letters), quote=False), self.text_end]
        inner = "".join(parts)
        return f"{self.text_begin}{inner}{self.text_end}" if self.text_holds_signs else inner
