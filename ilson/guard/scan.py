"""Applies the guard to a single text, for the command line."""

from typing import TypedDict

from ilson.domain.rule import Action
from ilson.guard.compile import Guard
from ilson.guard.detect import detect
from ilson.guard.mask import hidden, mask
from ilson.guard.vault import Vault


class Scanned(TypedDict):
    """A finding as the command line prints it; offsets in code points of the original text."""

    type: str
    start: int
    end: int
    action: Action


def scan(text: str, guard: Guard) -> list[Scanned]:
    """Return the findings in the order of the text."""
    return [
        {"type": finding.type, "start": finding.start, "end": finding.end, "action": finding.action}
        for finding in detect(text, guard)
        if not finding.shadow
    ]


def mask_text(text: str, guard: Guard) -> str:
    """Return the text with everything hidden that the rules tell to hide or to block."""
    return mask(text, hidden(detect(text, guard)), Vault())
