"""The rules that an officer can read and change, as frozen values."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from ilson.domain.grade import Grade
from ilson.domain.official_rule import OfficialRules

Action = Literal["warn", "confirm", "mask", "block"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a rule reacts, in words for the official."""

    rule: str  # its name
    action: Action
    why: str
    basis: str


Where = Literal["number", "text", "label"]
"""Where a form is looked for: in numbers as `guard/numbers.py` writes them, anywhere, or only where a label points."""


@dataclass(frozen=True, slots=True)
class Form:
    """One writing of a kind of personal information, and how sure it is; scores from 0 to 1, found from 0.5."""

    pattern: (
        str  # a regular expression on normalised text; `{-}`: a separator or none, `{=}`: one, `{|}`: the next cell
    )
    where: Where = "text"
    digits: int = 0  # of a number: the fewest that a find has
    alone: float = 1.0  # where nothing names it
    named: float = 0.95  # where a label or a column head names it
    otherwise: float = 0.0  # where a label or a column head names something else
    check: str | None = None  # a function in guard/checks.py


@dataclass(frozen=True, slots=True)
class PiiRule:
    """How one kind of personal information looks, and what is done about it."""

    type: str  # of the contract: RRN, PHONE …
    name: str  # Korean, stands in the token
    forms: tuple[Form, ...]
    action: Action  # on the way to a model
    longest: int  # characters; how much the stream guard must hold back
    basis: str
    matches: tuple[str, ...]
    passes: tuple[str, ...]
    opens: str = ""  # a regular expression: what a text that is still coming may end with, and one of these begin with
    tail: str = ""  # a regular expression: what may follow each find, and belongs to it
    labels: tuple[str, ...] = ()  # words that name the value beside, behind or under them
    yields: tuple[str, ...] = ()  # types whose labels say that it is certainly not this one
    in_answers: Literal["mask", "pass"] = "mask"  # on the way back: what a model made up
    release: bool = True  # the official may let a single find pass, with a reason
    shadow: bool = False  # counted, not acted upon: how a new rule is tried out


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
class PublicValue:
    """Values of one type that are public: of offices, not of persons."""

    type: str
    pattern: str  # matches the whole value, as normalised text
    reason: str  # Korean


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
    labels: tuple[str, ...]  # words that name what is nobody's: receipt numbers, amounts, barcodes
    public: tuple[PublicValue, ...]  # what the agency has made public itself
    order_name: str  # how a text that gives a model orders is called
    orders: tuple[str, ...]  # patterns of such texts
    words: tuple[WordRule, ...]
    tasks: tuple[TaskRule, ...]
    texts: dict[str, str]  # key → Korean sentence
    builtin: dict[str, str]  # what the built-in engine says, and the Korean that it knows
    names: Path | None  # the folder of what is known of names
    directory: tuple[str, ...]  # names of the agency's own people
    official: OfficialRules  # types of official documents and the rules about them
    fingerprint: str  # 12 hexadecimal digits
