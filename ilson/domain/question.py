"""What an official asks, as it comes and as a model gets it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from ilson.domain.document import Attachment, Document
from ilson.domain.grade import Grade
from ilson.domain.official_rule import DocumentType


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of the conversation."""

    role: Literal["user", "assistant"]
    text: str


@dataclass(frozen=True, slots=True)
class Release:
    """A value that the official lets pass unmasked, and the key of the reason."""

    type: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question with the conversation before it; the last turn is what is asked now."""

    task: str
    turns: tuple[Turn, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    form: Mapping[str, Any] = field(default_factory=dict)  # the filled-in fields of a task that has a form
    grade: Grade = Grade.O  # what the official chose; rules may raise it
    model: str | None = None  # None: Ilson chooses
    confirmed: tuple[str, ...] = ()  # names of the rules that asked, and to which the official has answered "go on"
    released: tuple[Release, ...] = ()  # what the official lets pass, with a reason


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model gets: masked already.

    A language model reads `instructions` and `turns`; the built-in engine reads the other fields.
    """

    task: str
    asked: str
    instructions: str
    turns: tuple[Turn, ...]
    documents: tuple[Document, ...] = ()
    form: Mapping[str, Any] = field(default_factory=dict)
    type: DocumentType | None = None  # of the official document that is asked for
