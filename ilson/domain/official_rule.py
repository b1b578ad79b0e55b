"""What an agency decides about official documents, as frozen values: their types, how they look, what is checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Level = Literal["error", "warn", "info"]
Head = Literal["letter", "title", "press", "notice", "none"]
Closing = Literal["letter", "sender", "none"]


@dataclass(frozen=True, slots=True)
class Look:
    """How a document of one type is laid out by one agency; lengths in millimetres."""

    head: Head = "letter"  # letter: 두문; title: a large title; press: 보도자료; notice: a number and a title
    closing: Closing = "letter"  # letter: 결문; sender: date and sender in the middle; none: nothing
    marks: tuple[str, ...] = ()  # of the levels, as written in the first item; empty: the eight of the law
    end: bool = True  # whether the end sign is written
    table: bool = True  # whether the facts stand as a table; if not, the body tells them
    top: int = 20
    bottom: int = 10
    left: int = 20
    right: int = 20
    font: str = ""  # empty: the one that the writers choose


@dataclass(frozen=True, slots=True)
class FactRule:
    """A fact that a type of document asks for: it stands with its label in the document, or the body tells it."""

    label: str
    hint: str = ""
    needed: bool = False
    long: bool = False  # more than one line


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of official document as a template: the form, the look, the prompt, and an example that can be run."""

    name: str  # stable, in Latin letters
    title: str  # Korean
    group: str  # Korean; where the chooser lists it
    when: str  # Korean; one sentence: what it is for
    basis: str
    look: Look
    fields: tuple[str, ...]  # of the document, which the form shows unfolded
    facts: tuple[FactRule, ...]
    instructions: str  # for a model
    skeleton: tuple[
        Mapping[str, Any], ...
    ]  # items with {label} for a fact or {title} for a field, for the built-in engine
    example: Mapping[str, Any]  # a filled-in form, as the document's JSON
    without: tuple[str, ...] = ()  # rules that do not hold for this type
    file: str = ""  # where it stands, for messages


@dataclass(frozen=True, slots=True)
class LintRule:
    """One rule about official documents, with the examples that prove it."""

    id: str
    level: Level
    says: str  # Korean: what holds
    basis: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    safe: bool = False  # whether its mending never changes the meaning
    json: bool = False  # its examples are structured documents, not text
    replace: Mapping[str, str] = field(default_factory=dict)  # a word, and what to write instead; may be empty
    patterns: Mapping[str, str] = field(default_factory=dict)  # a regular expression, and what to write instead
    allow: tuple[str, ...] = ()  # longer words that hold one of these innocently


@dataclass(frozen=True, slots=True)
class Profile:
    """What one agency decides for all its documents."""

    look: Look = Look()
    without: tuple[str, ...] = ()  # rules that are switched off
    levels: Mapping[str, Level] = field(default_factory=dict)  # rules that weigh otherwise here


@dataclass(frozen=True, slots=True)
class OfficialRules:
    """Everything of rules/official."""

    types: tuple[DocumentType, ...] = ()
    lint: tuple[LintRule, ...] = ()
    profile: Profile = Profile()
    laws: Mapping[str, str] = field(default_factory=dict)  # names of laws, and others that people write → the right one

    def find(self, name: str) -> DocumentType | None:
        """Return the type of this name; the first one for an empty name, None for one that is not known."""
        if not name:
            return self.types[0] if self.types else None
        return next((known for known in self.types if known.name == name), None)
