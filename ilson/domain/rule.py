"""The rules that an officer can read and change, as frozen values."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ilson.domain.grade import Grade

Action = Literal["warn", "confirm", "mask", "block"]


@dataclass(frozen=True, slots=True)
class PiiRule:
    """How one kind of personal information looks."""

    type: str  # of the contract: RRN, PHONE …
    name: str  # Korean, stands in the token
    pattern: str  # a regular expression on normalised text
    action: Action
    longest: int  # characters; how much the stream guard must hold back
    basis: str
    matches: tuple[str, ...]
    passes: tuple[str, ...]
    check: str | None = None  # a function in guard/checksums.py


@dataclass(frozen=True, slots=True)
class WordRule:
    """One list of prohibited words with one reaction."""

    name: str
    words: tuple[str, ...]
    action: Action
    basis: str
    matches: tuple[str, ...]
    passes: tuple[str, ...]
    allow: tuple[str, ...] = ()  # longer words that contain a prohibited one innocently
    grade: Grade | None = None  # raises the question to this grade
    expires: date | None = None  # the last day
    category: str = ""  # what the officer sorts lists by, Korean
    departments: tuple[str, ...] = ()  # only in these; empty: in all
    shadow: bool = False  # counted, not acted upon: how a new list is tried out


@dataclass(frozen=True, slots=True)
class TaskRule:
    """How a task speaks to a model."""

    name: str
    title: str
    instructions: str
    needs_document: bool = False
    output: Literal["text", "official"] = "text"


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules, as loaded; `fingerprint` changes when any of them does."""

    pii: tuple[PiiRule, ...]
    words: tuple[WordRule, ...]
    tasks: tuple[TaskRule, ...]
    texts: dict[str, str]  # key → Korean sentence
    builtin: dict[str, str]  # what the built-in engine says, and the Korean that it knows
    fingerprint: str  # 12 hexadecimal digits
