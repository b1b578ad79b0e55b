"""What a form found, before it is decided whether it is what it looks like."""

from datetime import date
from typing import NamedTuple

from ilson.guard.labels import Label

BEFORE = 100
"""How many characters in front of a candidate a check may read."""

AFTER = 8
"""How many characters behind it."""


class Candidate(NamedTuple):
    """What a form found: as the form saw it, and what stands around it on the normalised text."""

    text: str
    before: str
    after: str
    label: Label | None
    named: bool  # the label names this type
    today: date

    @property
    def digits(self) -> str:
        """Only its digits."""
        return "".join(character for character in self.text if "0" <= character <= "9")


class Judged(NamedTuple):
    """What a check says: how much surer the candidate is, from -1 (certainly not) to 1, and the key of the reason."""

    more: float
    why: str
