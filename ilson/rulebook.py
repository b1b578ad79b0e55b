"""Reads rules/ into frozen typed values; refuses a rule whose own examples do not hold."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Literal, TypeVar, get_args

import yaml

from ilson.domain.errors import RuleInvalid
from ilson.domain.grade import Grade
from ilson.domain.rule import Action, PiiRule, Rulebook, TaskRule, WordRule

Holds = Callable[[PiiRule | WordRule, str], bool]
"""Whether a rule finds something in an example; the guard knows, the rulebook does not."""

_Rule = TypeVar("_Rule")
Output = Literal["text", "official"]
_OUTPUTS: tuple[Output, ...] = get_args(Output)
_ACTIONS: tuple[Action, ...] = get_args(Action)
_TEXTS = "texts.ko.yaml"
_BUILTIN = "builtin.ko.yaml"
_PII = {"type", "name", "pattern", "action", "longest", "basis", "matches", "passes", "check"}
_WORDS = {
    *("name", "words", "action", "basis", "matches", "passes", "allow"),
    *("grade", "expires", "category", "departments", "shadow"),
}
_TASK = {"name", "title", "instructions", "needs_document", "output"}
_OPTIONAL = {
    *("check", "allow", "grade", "expires", "category", "departments", "shadow"),
    *("needs_document", "output"),
}


def load(folders: Sequence[Path], holds: Holds) -> Rulebook:
    """Return all rules of these folders; a later folder replaces rules of the same type or name and adds its own.

    Raises:
        RuleInvalid: a file is wrong, or a rule breaks one of its own examples; the message names the file.
    """
    pii: dict[str, PiiRule] = {}
    words: dict[str, WordRule] = {}
    tasks: dict[str, TaskRule] = {}
    texts: dict[str, str] = {}
    builtin: dict[str, str] = {}
    for folder in folders:
        if not folder.is_dir():
            message = f"{folder}: there is no such folder of rules; correct the setting"
            raise RuleInvalid(message)
        pii |= {rule.type: rule for rule in _each(folder / "pii", _pii_rule, holds)}
        words |= {rule.name: rule for rule in _each(folder / "words", _word_rule, holds)}
        tasks |= {rule.name: rule for rule in _each(folder / "tasks", _task_rule, holds)}
        texts |= _texts_of(folder / _TEXTS)
        builtin |= _texts_of(folder / _BUILTIN)
    return Rulebook(
        pii=tuple(pii.values()),
        words=tuple(words.values()),
        tasks=tuple(tasks.values()),
        texts=texts,
        builtin=builtin,
        fingerprint=_fingerprint(folders),
    )


def _fingerprint(folders: Sequence[Path]) -> str:
    digest = sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*.yaml")):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()[:12]


def _each(folder: Path, make: Callable[["_Fields", Holds], _Rule], holds: Holds) -> Iterator[_Rule]:
    for path in sorted(folder.glob("*.yaml")):
        try:
            yield make(_Fields(_mapping(path)), holds)
        except RuleInvalid as error:
            message = f"{folder.name}/{path.name}: {error}"
            raise RuleInvalid(message) from error


def _pii_rule(fields: "_Fields", holds: Holds) -> PiiRule:
    fields.only(_PII)
    rule = PiiRule(
        type=fields.string("type"),
        name=fields.string("name"),
        pattern=fields.string("pattern"),
        action=fields.action(),
        longest=fields.whole("longest"),
        basis=fields.string("basis"),
        matches=fields.some("matches"),
        passes=fields.some("passes"),
        check=fields.optional("check"),
    )
    if not re.fullmatch("[A-Z][A-Z0-9_]*", rule.type) or rule.type == "WORD":
        message = f"'type' is {rule.type!r}; write capital letters, and not WORD"
        raise RuleInvalid(message)
    _check_name(rule.name)
    _check_pattern(rule.pattern)
    _check_examples(rule, holds)
    return rule


def _word_rule(fields: "_Fields", holds: Holds) -> WordRule:
    fields.only(_WORDS)
    rule = WordRule(
        name=fields.string("name"),
        words=fields.some("words"),
        action=fields.action(),
        basis=fields.string("basis"),
        matches=fields.some("matches"),
        passes=fields.some("passes"),
        allow=fields.some("allow") if fields.has("allow") else (),
        grade=fields.grade(),
        expires=fields.day("expires"),
        category=fields.optional("category") or "",
        departments=fields.some("departments") if fields.has("departments") else (),
        shadow=fields.flag("shadow"),
    )
    _check_examples(rule, holds)
    return rule


def _task_rule(fields: "_Fields", _holds: Holds) -> TaskRule:
    fields.only(_TASK)
    return TaskRule(
        name=fields.string("name"),
        title=fields.string("title"),
        instructions=fields.string("instructions"),
        needs_document=fields.flag("needs_document"),
        output=fields.output(),
    )


def _texts_of(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    try:
        fields = _Fields(_mapping(path))
        return {key: fields.string(key) for key in fields.values}
    except RuleInvalid as error:
        message = f"{path.name}: {error}"
        raise RuleInvalid(message) from error


def _check_name(name: str) -> None:
    if re.search(r"[⟦⟧\[\]#\s]", name):
        message = f"'name' is {name!r}; it stands in a token: write one word without brackets, # and spaces"
        raise RuleInvalid(message)


def _check_pattern(pattern: str) -> None:
    try:
        empty = re.compile(pattern, re.ASCII).search("")
    except re.error as error:
        message = f"'pattern' is no regular expression ({error}); correct it"
        raise RuleInvalid(message) from error
    if empty:
        raise RuleInvalid("'pattern' finds the empty text; write what must be there")


def _check_examples(rule: PiiRule | WordRule, holds: Holds) -> None:
    for number, example in enumerate(rule.matches, start=1):
        if not holds(rule, example):
            message = f"example {number} of 'matches' is not found; correct the rule or the example"
            raise RuleInvalid(message)
    for number, example in enumerate(rule.passes, start=1):
        if holds(rule, example):
            message = f"example {number} of 'passes' is found; correct the rule or the example"
            raise RuleInvalid(message)


def _mapping(path: Path) -> Mapping[str, object]:
    try:
        written = path.read_text(encoding="utf-8")
        _refuse_twins(yaml.compose(written, Loader=yaml.SafeLoader))
        content = yaml.safe_load(written)
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


class _Fields:
    """The fields of one file, read with their types."""

    __slots__ = ("values",)

    def __init__(self, values: Mapping[str, object]) -> None:
        self.values = values

    def only(self, known: set[str]) -> None:
        unknown = sorted(self.values.keys() - known)
        missing = sorted(known - self.values.keys() - _OPTIONAL)
        if unknown or missing:
            message = f"unknown: {unknown}, missing: {missing}; the fields are {sorted(known)}"
            raise RuleInvalid(message)

    def has(self, key: str) -> bool:
        return self.values.get(key) is not None

    def string(self, key: str) -> str:
        value = self.values.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        raise _wrong(key, "a text")

    def optional(self, key: str) -> str | None:
        return self.string(key) if self.has(key) else None

    def some(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key)
        if isinstance(value, list) and value and all(isinstance(item, str) and item.strip() for item in value):
            return tuple(value)
        raise _wrong(key, "a list of texts (put quotation marks around each)")

    def whole(self, key: str) -> int:
        value = self.values.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return value
        raise _wrong(key, "a whole number above 0")

    def flag(self, key: str) -> bool:
        value = self.values.get(key, False)
        if isinstance(value, bool):
            return value
        raise _wrong(key, "true or false")

    def day(self, key: str) -> date | None:
        value = self.values.get(key)
        if value is None or type(value) is date:
            return value
        raise _wrong(key, "a day like 2026-12-31")

    def action(self) -> Action:
        value = self.values.get("action")
        for action in _ACTIONS:
            if value == action:
                return action
        raise _wrong("action", f"one of {list(_ACTIONS)}")

    def output(self) -> Output:
        value = self.values.get("output", "text")
        for output in _OUTPUTS:
            if value == output:
                return output
        raise _wrong("output", f"one of {list(_OUTPUTS)}")

    def grade(self) -> Grade | None:
        if not self.has("grade"):
            return None
        value = self.string("grade")
        if value in Grade.__members__:
            return Grade[value]
        raise _wrong("grade", f"one of {list(Grade.__members__)}")


def _wrong(key: str, wanted: str) -> RuleInvalid:
    message = f"'{key}' must be {wanted}"
    return RuleInvalid(message)
