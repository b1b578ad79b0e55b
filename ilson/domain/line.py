"""A line of the ledger: who used what, when, at what cost; never what was said."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from ilson.domain.grade import Grade

Outcome = Literal["open", "done", "refused", "broken", "left"]


@dataclass(frozen=True, slots=True)
class Line:
    """One question's line; `open` while it is being answered."""

    id: str
    opened: datetime  # UTC
    official: str
    department: str
    task: str
    rules: str  # fingerprint of the rulebook
    outcome: Outcome = "open"
    code: str = ""  # of the error, if refused or broken
    model: str = ""
    grade: Grade = Grade.O
    masked: dict[str, int] = field(default_factory=dict)  # type of finding → number
    released: dict[str, int] = field(default_factory=dict)  # kind and reason → number that the official let pass
    noticed: dict[str, int] = field(default_factory=dict)  # name of a rule in the shadow → number
    tokens_in: int = 0
    tokens_out: int = 0
    won: float = 0.0
    first_seconds: float = 0.0  # from opening to the first text
    seconds: float = 0.0  # from opening to closing
