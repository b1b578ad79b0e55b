"""Says what the lists and the forms of a web page show beside their text: numbers, ticks, and what was chosen or typed.

Source: HTML, 4.4.5 (ol), 4.10 (forms).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from ilson.documents.numbering import written

_FORMS: Final = {"a": "LATIN_SMALL", "A": "LATIN_CAPITAL", "i": "ROMAN_SMALL", "I": "ROMAN_CAPITAL"}
_BOXES: Final = frozenset({"checkbox", "radio"})
_SILENT: Final = frozenset({"hidden", "password", "submit", "button", "reset", "image", "file", "range", "color"})
_TICKED: Final = "\u2611 "
_EMPTY: Final = "\u2610 "

Attributes = Mapping[str, str | None]


@dataclass(slots=True)
class Count:
    """A list that is open: the form of its numbers, empty where it has none, and the next one."""

    form: str = ""
    number: int = 1

    def mark(self, attributes: Attributes) -> str:
        """Return what stands before the next entry."""
        if not self.form:
            return ""
        self.number = _number(attributes.get("value"), self.number)
        self.number += 1
        return f"{written(self.number - 1, self.form)}. "


@dataclass(slots=True)
class Choice:
    """A menu that is open: its entries, and which of them are chosen."""

    several: bool
    entries: list[list[str]] = field(default_factory=list)
    chosen: set[int] = field(default_factory=set)

    def begin(self, attributes: Attributes) -> None:
        """Begin an entry."""
        if "selected" in attributes:
            self.chosen.add(len(self.entries))
        self.entries.append([])

    def take(self, text: str) -> None:
        """Keep text of the entry."""
        if self.entries:
            self.entries[-1].append(text)

    def shown(self) -> str:
        """Return what the menu shows while nobody opens it."""
        said = ["".join(entry) for entry in self.entries]
        if self.several:
            return "\n".join(said)
        return said[max(self.chosen, default=0)] if said else ""


def count(tag: str, attributes: Attributes) -> Count:
    """Return how the list that begins is numbered."""
    if tag != "ol":
        return Count()
    return Count(_FORMS.get(attributes.get("type") or "", "DIGIT"), _number(attributes.get("start"), 1))


def choice(attributes: Attributes) -> Choice:
    """Return the menu that begins."""
    return Choice(several="multiple" in attributes)


def typed(attributes: Attributes) -> str:
    """Return what a field shows."""
    kind = (attributes.get("type") or "text").lower()
    if kind in _BOXES:
        return _TICKED if "checked" in attributes else _EMPTY
    return "" if kind in _SILENT else f"{attributes.get('value') or ''} "


def _number(said: str | None, usual: int) -> int:
    return int(said) if said and said.isdecimal() and len(said) < 10 else usual  # noqa: PLR2004 - digits
