"""Finds text in a document that gives orders to a language model, and characters that nobody sees.

Source: OWASP Top 10 for LLM Applications 2025, LLM01 (indirect prompt injection).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ilson.guard.match import Finding
from ilson.guard.normalise import view

ORDER: Final = "ORDER"
"""The type of a text that gives orders to a model."""

_UNSEEN = re.compile(
    "[\U000e0000-\U000e01ef\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u061c\u180e\u115f\u1160\u3164\ufe00-\ufe0f]"
)


@dataclass(frozen=True, slots=True)
class Orders:
    """What an order to a model looks like."""

    name: str
    patterns: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, name: str, patterns: Sequence[str]) -> "Orders":
        """Return the patterns, ready to be looked for."""
        return cls(name, tuple(re.compile(pattern) for pattern in patterns))

    def find(self, text: str) -> list[Finding]:
        """Return every place that gives a model an order; it goes to the model as a token."""
        seen = view(visible := shown(text))
        places: Sequence[int] = range(len(text))
        if len(visible) < len(text):
            places = [place for place, character in enumerate(text) if not _UNSEEN.match(character)]
        return [
            Finding(ORDER, places[found.start()], places[found.end() - 1] + 1, "mask", self.name, 1.0, None, ("order",))
            for pattern in self.patterns
            for found in pattern.finditer(seen)
        ]


def shown(text: str) -> str:
    """Return the text without characters that a person cannot see and a model can read."""
    return text if text.isascii() else _UNSEEN.sub("", text)
