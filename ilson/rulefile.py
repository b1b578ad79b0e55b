"""Reads one file of rules into fields with their types."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal, get_args

import yaml

from ilson.domain.errors import RuleInvalid
from ilson.domain.grade import Grade
from ilson.domain.rule import Action

_TWICE_ENDLESS = re.compile(
    r"(?<!\\)\((?:\?:|\?P<\w+>)?(?:\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^\\()\[\]])(?:[*+]|\{\d*,\})\)(?:[*+]|\{\d*,\})"
)
"""A group that is nothing but a repetition, repeated: a text that nearly fits is tried in as many ways as there are."""

Output = Literal["text", "official"]
_OUTPUTS: tuple[Output, ...] = get_args(Output)
_ACTIONS: tuple[Action, ...] = get_args(Action)


def read_file(path: Path) -> "Fields":
    """Return the fields of a file.

    Raises:
        RuleInvalid: it is no YAML in UTF-8, or a key stands there twice; the message names the file.
    """
    try:
        return Fields(_mapping(path))
    except RuleInvalid as error:
        message = f"{path.name}: {error}"
        raise RuleInvalid(message) from error


def check_pattern(pattern: str) -> None:
    """Refuse what is no regular expression, finds the empty text, or would take for ever on a text that nearly fits.

    Raises:
        RuleInvalid: as above.
    """
    try:
        empty = re.compile(pattern, re.ASCII).search("")
    except re.error as error:
        message = f"'pattern' is no regular expression ({error}); correct it"
        raise RuleInvalid(message) from error
    if empty:
        raise RuleInvalid("'pattern' finds the empty text; write what must be there")
    if _TWICE_ENDLESS.search(pattern):
        raise RuleInvalid(
            "'pattern' repeats a group that repeats itself, as (a+)+: a long text would stop Ilson; simplify"
        )


def _mapping(path: Path) -> Mapping[str, object]:
    try:
        loader = yaml.CSafeLoader(path.read_text(encoding="utf-8"))  # ten times as fast as the one in Python
        try:
            node = loader.get_single_node()
            _refuse_twins(node)
            content = None if node is None else loader.construct_document(node)
        finally:
            loader.dispose()
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
        message = f"the file is no YAML in UTF-8 ({' '.join(str(error).split())}); correct it"
        raise RuleInvalid(message) from error
    if not isinstance(content, dict):
        raise RuleInvalid("the file must hold 'key: value' lines")
    return {str(key): value for key, value in content.items()}


def _refuse_twins(node: yaml.Node | None) -> None:
    """YAML takes the last of two equal keys silently: a rule would lose half of itself."""
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        twins = sorted({str(key) for key in keys if keys.count(key) > 1})
        if twins:
            message = f"{', '.join(map(repr, twins))} stands there twice; keep one"
            raise RuleInvalid(message)


class Fields:
    """The fields of one file, read with their types."""

    __slots__ = ("values",)

    def __init__(self, values: Mapping[str, object]) -> None:
        self.values = values

    def only(self, known: set[str], optional: set[str]) -> None:
        """Refuse fields that are not known, and the lack of one that is not optional."""
        unknown = sorted(self.values.keys() - known)
        missing = sorted(known - self.values.keys() - optional)
        if unknown or missing:
            message = f"unknown: {unknown}, missing: {missing}; the fields are {sorted(known)}"
            raise RuleInvalid(message)

    def has(self, key: str) -> bool:
        """Return whether the field is there."""
        return self.values.get(key) is not None

    def string(self, key: str) -> str:
        """Return a text."""
        value = self.values.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        raise _wrong(key, "a text")

    def optional(self, key: str) -> str | None:
        """Return a text, or None where there is none."""
        return self.string(key) if self.has(key) else None

    def some(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self.values.get(key)
        if isinstance(value, list) and value and all(isinstance(item, str) and item.strip() for item in value):
            return tuple(value)
        raise _wrong(key, "a list of texts (put quotation marks around each)")

    def whole(self, key: str) -> int:
        """Return a whole number above 0."""
        value = self.values.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return value
        raise _wrong(key, "a whole number above 0")

    def share(self, key: str, default: float) -> float:
        """Return a number from 0 to 1."""
        value = self.values.get(key, default)
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
            return float(value)
        raise _wrong(key, "a number from 0 to 1")

    def choice(self, key: str, choices: Sequence[str]) -> str | None:
        """Return one of these, or None where there is none."""
        if not self.has(key):
            return None
        if (value := self.string(key)) in choices:
            return value
        raise _wrong(key, f"one of {list(choices)}")

    def mappings(self, key: str) -> Iterator["Fields"]:
        """Yield groups of fields."""
        value = self.values.get(key)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise _wrong(key, "a list of 'key: value' groups")
        yield from (Fields({str(name): inner for name, inner in item.items()}) for item in value)

    def group(self, key: str) -> "Fields":
        """Return one group of fields."""
        value = self.values.get(key)
        if not isinstance(value, dict):
            raise _wrong(key, "a group of 'key: value' lines")
        return Fields({str(name): inner for name, inner in value.items()})

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Return true or false."""
        value = self.values.get(key, default)
        if isinstance(value, bool):
            return value
        raise _wrong(key, "true or false")

    def day(self, key: str) -> date | None:
        """Return a day, or None where there is none."""
        value = self.values.get(key)
        if value is None or type(value) is date:
            return value
        raise _wrong(key, "a day like 2026-12-31")

    def action(self) -> Action:
        """Return what a rule does."""
        value = self.values.get("action")
        for action in _ACTIONS:
            if value == action:
                return action
        raise _wrong("action", f"one of {list(_ACTIONS)}")

    def output(self) -> Output:
        """Return what a task writes."""
        value = self.values.get("output", "text")
        for output in _OUTPUTS:
            if value == output:
                return output
        raise _wrong("output", f"one of {list(_OUTPUTS)}")

    def grade(self) -> Grade | None:
        """Return a grade, or None where there is none."""
        if not self.has("grade"):
            return None
        value = self.string("grade")
        if value in Grade.__members__:
            return Grade[value]
        raise _wrong("grade", f"one of {list(Grade.__members__)}")


def _wrong(key: str, wanted: str) -> RuleInvalid:
    message = f"'{key}' must be {wanted}"
    return RuleInvalid(message)
