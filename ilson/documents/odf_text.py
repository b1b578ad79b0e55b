"""Gathers the text of one paragraph of an OpenDocument file, without what nobody sees.

Source: OpenDocument 1.3 part 3, 6 (paragraph elements content).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from ilson.documents import odf_styles, tree
from ilson.documents.odf_styles import Styles
from ilson.documents.tree import Element
from ilson.documents.unseen import Colour, Unseen

_SPACES: Final = 1000  # that one element may stand for
_SPOKEN: Final = {"tab": "\t", "line-break": "\n"}
_HANGING: Final = frozenset(
    {
        "note",
        "frame",
        "g",
        "custom-shape",
        "rect",
        "ellipse",
        "circle",
        "polygon",
        "path",
        "line",
        "connector",
        "caption",
    }
)
_SKIPPED: Final = frozenset(
    {"annotation", "annotation-end", "script", "event-listeners", "note-citation", "scene", "page-number"}
)
_MAYBE_HIDDEN: Final = frozenset({"hidden-text", "hidden-paragraph", "conditional-text"})


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph that is being read: its parts, and the notes and boxes that hang on it."""

    styles: Styles
    unseen: Unseen
    ground: Colour | None
    hidden: bool
    parts: list[str] = field(default_factory=list)
    hanging: list[Element] = field(default_factory=list)


def collect(parent: Element, look: Mapping[str, str], line: Line) -> None:
    """Gather the text of an element whose text looks so, and what hangs on it."""
    _say(parent.text, look, line)
    for element in parent:
        tag = element.tag
        if tag == "s":
            _say(" " * min(max(tree.number(element, "c", 1), 0), _SPACES), look, line)
        elif tag in _SPOKEN:
            line.parts.append(_SPOKEN[tag])
        elif tag in _HANGING:
            line.hanging.append(element)
        elif tag == "ruby-text":
            _say(f"({''.join(element.itertext())})", look, line)
        elif tag in _MAYBE_HIDDEN and element.get("is-hidden") == "true":
            line.unseen.keep("".join(element.itertext()) or element.get("string-value", ""), hidden=True)
        elif tag not in _SKIPPED:
            collect(element, line.styles.inside("text", element.get("style-name", ""), look), line)
        _say(element.tail, look, line)


def _say(text: str | None, look: Mapping[str, str], line: Line) -> None:
    """Keep text; line ends of the file are spaces, and what is between two paragraphs of a shape is nothing."""
    if text:
        said = " ".join(text.split("\n"))
        line.parts.append(line.unseen.keep(said, hidden=line.hidden or odf_styles.hides(look, line.ground)))
