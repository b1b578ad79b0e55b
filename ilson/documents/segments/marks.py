"""Writes a line as text with marks for its looks and things, and reads such a text back into a line.

A stretch of another look, or a link, stands between ⟨1⟩ and ⟨/1⟩; a thing that is no text is ⟨2/⟩.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from ilson.documents.segments.carry import carry
from ilson.documents.segments.line import Group, Line, Node, Said, Thing, joined, main_look

MARK = re.compile(r"⟨(?P<end>/?)(?P<number>\d{1,6})(?P<alone>/?)⟩")
"""A mark of a text; only those whose number was given out for that text are marks, others are text."""

_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # in XML


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with its marks: the things at its ends need none."""

    text: str
    look: str
    first: tuple[Thing, ...]
    last: tuple[Thing, ...]
    marks: dict[int, tuple[Node, ...]] = field(default_factory=dict)


def mark(line: Line) -> Marked:
    """Return the text of a line with its marks."""
    nodes = joined(line.nodes)
    begin, end = _ends(nodes)
    first, inner, last = nodes[:begin], nodes[begin:end], nodes[end:]
    marks: dict[int, tuple[Node, ...]] = {}
    look = main_look(inner)
    text = "".join(_written(inner, look, _taken(inner) + 1, marks))
    return Marked(text, look, _things(first), _things(last), marks)


def read(marked: Marked, text: str) -> tuple[Node, ...]:
    """Return the nodes of the line with another text.

    A look may stand more than once, or not at all. Where the text lacks the mark of a thing or a link, has one twice,
    crosses marks or has none, all are put where they belong beside the old text.
    """
    text = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    inner = _read(marked, text)
    if inner is None:
        inner = _read(marked, carry(marked.text, bare(marked, text), MARK, marked.marks))
    return (*marked.first, *(inner if inner is not None else (Said(bare(marked, text), marked.look),)), *marked.last)


def bare(marked: Marked, text: str) -> str:
    """Return a text without the marks of the line."""
    return MARK.sub(lambda sign: "" if int(sign["number"]) in marked.marks else sign[0], text)


def _ends(nodes: Sequence[Node]) -> tuple[int, int]:
    """Return where the things at the beginning end, and where those at the end begin."""
    told = [index for index, node in enumerate(nodes) if not isinstance(node, Thing)]
    return (told[0], told[-1] + 1) if told else (len(nodes), len(nodes))


def _things(nodes: Sequence[Node]) -> tuple[Thing, ...]:
    return tuple(node for node in nodes if isinstance(node, Thing))


def _taken(nodes: Sequence[Node]) -> int:
    """Return the highest number that the text itself has between such brackets."""
    highest = 0
    for node in nodes:
        match node:
            case Said(text=said):
                highest = max([highest, *(int(sign["number"]) for sign in MARK.finditer(said))])
            case Thing():
                pass
            case Group(inside=inside):
                highest = max(highest, _taken(inside))
    return highest


def _written(nodes: Sequence[Node], look: str, first: int, marks: dict[int, tuple[Node, ...]]) -> Iterator[str]:
    waiting: list[Thing] = []
    for node in (*nodes, None):
        if waiting and not isinstance(node, Thing):
            number = first + len(marks)
            marks[number] = tuple(waiting)
            waiting = []
            yield f"⟨{number}/⟩"
        match node:
            case Thing():
                waiting.append(node)
            case Said(text=said, look=own) if own == look:
                yield said
            case Said(text=said):
                number = first + len(marks)
                marks[number] = (node,)
                yield f"⟨{number}⟩{said}⟨/{number}⟩"
            case Group(inside=inside):
                number = first + len(marks)
                marks[number] = (node,)
                yield f"⟨{number}⟩"
                yield from _written(joined(inside), main_look(inside), first, marks)
                yield f"⟨/{number}⟩"
            case None:
                pass


@dataclass(slots=True)
class _Open:
    """A stretch that is being read: its number, the look of its text, and what it holds so far."""

    number: int
    look: str
    group: Group | None
    nodes: list[Node] = field(default_factory=list)


def _read(marked: Marked, text: str) -> tuple[Node, ...] | None:
    """Return the nodes of a text in which no mark is missing, stands twice or crosses another, or None."""
    stack = [_Open(0, marked.look, None)]
    seen: set[tuple[int, str]] = set()
    at = 0
    for sign in MARK.finditer(text):
        number = int(sign["number"])
        if number not in marked.marks:
            continue
        again = (number, sign["end"]) in seen and not isinstance(marked.marks[number][0], Said)
        if again or not _fits(marked.marks[number], sign, stack[-1].number):
            return None
        seen.add((number, sign["end"]))
        _say(stack, text[at : sign.start()])
        _turn(stack, number, sign["end"], marked.marks[number])
        at = sign.end()
    _say(stack, text[at:])
    return joined(stack[0].nodes) if len(stack) == 1 and _whole(marked, seen) else None


def _fits(nodes: tuple[Node, ...], sign: re.Match[str], opened: int) -> bool:
    """Return whether a mark has the form that its nodes ask for, and ends what was opened last."""
    if isinstance(nodes[0], Thing):
        return sign["alone"] == "/" and not sign["end"]
    return not sign["alone"] and (not sign["end"] or opened == int(sign["number"]))


def _whole(marked: Marked, seen: set[tuple[int, str]]) -> bool:
    """Return whether nothing is missing; a text without any mark has lost its looks too."""
    needed = {number for number, nodes in marked.marks.items() if not isinstance(nodes[0], Said)}
    return needed <= {number for number, _ in seen} and bool(seen) == bool(marked.marks)


def _say(stack: list[_Open], text: str) -> None:
    if text:
        stack[-1].nodes.append(Said(text, stack[-1].look))


def _turn(stack: list[_Open], number: int, end: str, nodes: tuple[Node, ...]) -> None:
    """Take in the things of a mark, or begin or end the stretch that it marks."""
    if end:
        done = stack.pop()
        inside = tuple(done.nodes)
        if done.group is None:
            stack[-1].nodes.extend(inside)
        else:
            stack[-1].nodes.append(Group(done.group.before, joined(inside), done.group.after))
        return
    node = nodes[0]
    match node:
        case Thing():
            stack[-1].nodes.extend(nodes)
        case Said(look=look):
            stack.append(_Open(number, look, None))
        case Group(inside=inside):
            stack.append(_Open(number, main_look(inside), node))
