"""The pieces of an answer, in the order in which they are known."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ilson.domain.grade import Grade
from ilson.domain.rule import Reason


@dataclass(frozen=True, slots=True)
class Step:
    """What Ilson is doing now."""

    name: Literal["reading", "checking", "answering", "mending"]


@dataclass(frozen=True, slots=True)
class Text:
    """Some more of the answer's text."""

    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """A place that the answer rests on; `[number]` in the text points to it."""

    number: int  # from 1
    document: int  # index in the question's documents
    block: int  # index in the document's blocks
    quote: str  # the words of that place
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Usage:
    """What the answer used, as the model server counts it."""

    tokens_in: int
    tokens_out: int


@dataclass(frozen=True, slots=True)
class Draft:
    """The official document as far as it is written, in the form of `documents/official/model.py`."""

    value: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Guarded:
    """What the guard did to the question: how many of each type, and the grade with its reasons."""

    counts: Mapping[str, int]  # type of finding → number of distinct values
    grade: Grade  # of what leaves: it decides which models may see it
    reasons: tuple[str, ...]  # names of the rules that raised the grade or warn
    grade_before: Grade = Grade.O  # of the question as it was typed
    released: int = 0  # values that the official let pass
    orders: int = 0  # places in documents that gave the model orders
    hidden: int = 0  # places in documents that a reader cannot see; they are left out
    warnings: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Restored:
    """All values that were put back into the answer so far, and their types."""

    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Summary:
    """The last piece: what the line under an answer says."""

    model: str
    label: str
    language_model: bool
    retention: str
    grade: Grade
    won: float
    tokens_in: int
    tokens_out: int
    leftovers: int = 0  # marks in the answer that stand for nothing that is known
    masked_answer: int = 0  # values that the model made up and that were hidden


Said = Text | Source | Usage
"""What a model says."""

Piece = Step | Guarded | Restored | Text | Source | Usage | Draft | Summary
"""What the one path yields."""
