"""What stands in the line of one paragraph: text of one look after the other, and things that are no text."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

Place = tuple[int, int]
"""From where to where, in characters of the source."""


@dataclass(frozen=True, slots=True)
class Said:
    """Text of one look; `look` is the XML that a run of it begins with."""

    text: str
    look: str


@dataclass(frozen=True, slots=True)
class Thing:
    """Something in the line that is no text: a field, an anchor of a note, a picture; it stays as it is written.

    It stands between `before` and `after` in a run that begins with `look`, or in no run where that is empty.
    """

    place: Place
    look: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """What a link or a content control holds, with the XML before and after it."""

    before: str
    inside: tuple["Node", ...]
    after: str


Node = Said | Thing | Group


@dataclass(frozen=True, slots=True)
class Line:
    """The nodes of one paragraph; `signs` are the elements that stand for a sign such as a tab, in order."""

    nodes: tuple[Node, ...]
    signs: Mapping[str, Sequence[str]] = field(default_factory=dict)


def plain(nodes: Iterable[Node]) -> str:
    """Return the text alone."""
    parts: list[str] = []
    for node in nodes:
        match node:
            case Said(text=said):
                parts.append(said)
            case Thing():
                pass
            case Group(inside=inside):
                parts.append(plain(inside))
    return "".join(parts)


def main_look(nodes: Sequence[Node]) -> str:
    """Return the look that most of the text has, that of groups only where there is no other text."""
    sizes: dict[str, int] = {}
    for node in nodes:
        match node:
            case Said(text=said, look=look):
                sizes[look] = sizes.get(look, 0) + len(said.strip()) * _WEIGHT + 1
            case Thing() | Group():
                pass
    if sizes:
        return max(sizes, key=lambda look: sizes[look])
    return next((main_look(node.inside) for node in nodes if isinstance(node, Group)), "")


_WEIGHT: Final = 1000  # of a letter beside that of having a run at all


def calmed(nodes: Sequence[Node], drawn: Callable[[str], bool]) -> tuple[Node, ...]:
    """Return the nodes in which spaces look as the text before them, where nothing is drawn under or over spaces."""
    kept: list[Node] = []
    look = next((node.look for node in nodes if isinstance(node, Said) and node.text.strip()), "")
    for node in nodes:
        match node:
            case Said(text=said, look=own) if said.strip() or not look or drawn(own) or drawn(look):
                look = own
                kept.append(node)
            case Said(text=said):
                kept.append(Said(said, look))
            case Thing() | Group():
                kept.append(node)
    return joined(kept)


def joined(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Return the nodes with neighbouring texts of one look as one."""
    kept: list[Node] = []
    for node in nodes:
        match node:
            case Said(text=said, look=look):
                last = kept[-1] if kept else None
                if isinstance(last, Said) and last.look == look:
                    kept[-1] = Said(last.text + said, look)
                elif said:
                    kept.append(node)
            case Thing() | Group():
                kept.append(node)
    return tuple(kept)
