"""What is known of a model before it is asked."""

from dataclasses import dataclass
from typing import Literal

from ilson.domain.grade import Grade

Retention = Literal["none", "contract", "logged", "stateful"]


@dataclass(frozen=True, slots=True)
class ModelCard:
    """A model as the catalogue describes it."""

    name: str  # stable, for settings and the ledger
    label: str  # what the official reads, Korean
    grade: Grade  # the highest grade that it may see
    retention: Retention  # what its operator keeps
    language_model: bool = True  # False: the built-in engine, which only extracts
    won_in: float = 0.0  # won per 1,000 tokens read
    won_out: float = 0.0  # won per 1,000 tokens written
