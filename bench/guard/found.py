"""What a detector found, whosever it is."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A place that a detector names; offsets in code points."""

    type: str
    start: int
    end: int
    evidence: str = ""  # why, as far as the detector tells
    hides: bool = True  # whether a model would not see it


Detector = Callable[[str], list[Found]]
