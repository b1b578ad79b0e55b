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
from ilson.domain.rule import Action, Form, PiiRule, PublicValue, Rulebook, TaskRule, Where, WordRule

Holds = Callable[[PiiRule | WordRule, str], bool]
Prover = Callable[[Rulebook], Holds]
"""Returns what tells whether a rule finds something in an example; the guard knows, the rulebook does not."""

_Rule = TypeVar("_Rule", PiiRule, WordRule, TaskRule)
Output = Literal["text", "official"]
_OUTPUTS: tuple[Output, ...] = get_args(Output)
_ACTIONS: tuple[Action, ...] = get_args(Action)
_TEXTS = "texts.ko.yaml"
_BUILTIN = "builtin.ko.yaml"
_WHERE: tuple[Where, ...] = get_args(Where)
_PII = {
    *("type", "name", "action", "longest", "basis", "matches", "passes", "forms", "pattern", "check"),
    *("labels", "yields", "answer", "release", "shadow"),
}
_FORM = {"pattern", "where", "digits", "anywhere", "near", "alone", "named", "otherwise", "check"}
_LABELS = "labels.ko.yaml"
_PUBLIC = "public.ko.yaml"
_ORDERS = "orders.ko.yaml"
_DIRECTORY = "directory.txt"
_RULES = {".yaml", ".txt"}
_WORDS = {
    *("name", "words", "action", "basis", "matches", "passes", "allow"),
    *("grade", "expires", "category", "departments", "shadow"),
}
_TASK = {"name", "title", "instructions", "needs_document", "output"}
_OPTIONAL = {
    *(
        "forms",
        "pattern",
        "labels",
        "yields",
        "answer",
        "release",
        "check",
        "allow",
        "grade",
        "expires",
        "category",
        "departments",
        "shadow",
    ),
    *("needs_document", "output"),
}


def load(folders: Sequence[Path], prover: Prover) -> Rulebook:
    """Return all rules of these folders; a later folder replaces rules of the same type or name and adds its own.

    Raises:
        RuleInvalid: a file is wrong, or a rule breaks one of its own examples; the message names the file.
    """
    pii: dict[str, PiiRule] = {}
    words: dict[str, WordRule] = {}
    tasks: dict[str, TaskRule] = {}
    texts: dict[str, str] = {}
    builtin: dict[str, str] = {}
    labels: list[str] = []
    public: list[PublicValue] = []
    orders: tuple[str, tuple[str, ...]] = ("", ())
    files: dict[str, str] = {}
    for folder in folders:
        if not folder.is_dir():
            message = f"{folder}: there is no such folder of rules; correct the setting"
            raise RuleInvalid(message)
        pii |= {rule.type: rule for rule in _each(folder / "pii", _pii_rule, files)}
        words |= {rule.name: rule for rule in _each(folder / "words", _word_rule, files)}
        tasks |= {rule.name: rule for rule in _each(folder / "tasks", _task_rule, files)}
        texts |= _texts_of(folder / _TEXTS)
        builtin |= _texts_of(folder / _BUILTIN)
        labels += _labels_of(folder / _LABELS)
        public += _public_of(folder / _PUBLIC)
        orders = _orders_of(folder / _ORDERS) or orders
    rulebook = Rulebook(
        pii=tuple(pii.values()),
        labels=tuple(labels),
        public=tuple(public),
        order_name=orders[0],
        orders=orders[1],
        words=tuple(words.values()),
        tasks=tuple(tasks.values()),
        texts=texts,
        builtin=builtin,
        names=next((folder / "names" for folder in folders if (folder / "names").is_dir()), None),
        directory=tuple(name for folder in folders for name in _lines(folder / _DIRECTORY)),
        fingerprint=_fingerprint(folders),
    )
    _prove(rulebook, prover, files)
    return rulebook


def _prove(rulebook: Rulebook, prover: Prover, files: Mapping[str, str]) -> None:
    holds = prover(rulebook)
    rules: list[PiiRule | WordRule] = [*rulebook.pii, *rulebook.words]
    for rule in rules:
        try:
            _check_examples(rule, holds)
        except RuleInvalid as error:
            message = f"{files[rule.name]}: {error}"
            raise RuleInvalid(message) from error


def _labels_of(path: Path) -> tuple[str, ...]:
    return _fields_of(path).some("labels") if path.exists() else ()


def _public_of(path: Path) -> Iterator[PublicValue]:
    if path.exists():
        for fields in _fields_of(path).mappings("public"):
            fields.only({"type", "pattern", "reason"})
            value = PublicValue(fields.string("type"), fields.string("pattern"), fields.string("reason"))
            _check_pattern(value.pattern)
            yield value


def _orders_of(path: Path) -> tuple[str, tuple[str, ...]] | None:
    if not path.exists():
        return None
    fields = _fields_of(path)
    fields.only({"name", "patterns", "matches", "passes"})
    patterns = fields.some("patterns")
    for pattern in patterns:
        _check_pattern(pattern)
    for wanted, key in ((True, "matches"), (False, "passes")):
        for number, example in enumerate(fields.some(key), start=1):
            if any(re.search(pattern, example) for pattern in patterns) != wanted:
                message = f"{path.name}: example {number} of {key!r} does not hold; correct the patterns or the example"
                raise RuleInvalid(message)
    return fields.string("name"), patterns


def _fields_of(path: Path) -> "_Fields":
    try:
        return _Fields(_mapping(path))
    except RuleInvalid as error:
        message = f"{path.name}: {error}"
        raise RuleInvalid(message) from error


def _lines(path: Path) -> list[str]:
    if not path.exists():
        return []
    return [line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]


def _fingerprint(folders: Sequence[Path]) -> str:
    digest = sha256()
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.suffix in _RULES):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()[:12]


def _each(folder: Path, make: Callable[["_Fields"], _Rule], files: dict[str, str]) -> Iterator[_Rule]:
    for path in sorted(folder.glob("*.yaml")):
        where = f"{folder.name}/{path.name}"
        try:
            rule = make(_Fields(_mapping(path)))
        except RuleInvalid as error:
            message = f"{where}: {error}"
            raise RuleInvalid(message) from error
        files[rule.name] = where
        yield rule


def _pii_rule(fields: "_Fields") -> PiiRule:
    fields.only(_PII)
    rule = PiiRule(
        type=fields.string("type"),
        name=fields.string("name"),
        forms=tuple(_forms(fields)),
        action=fields.action(),
        longest=fields.whole("longest"),
        basis=fields.string("basis"),
        matches=fields.some("matches"),
        passes=fields.some("passes"),
        labels=fields.some("labels") if fields.has("labels") else (),
        yields=fields.some("yields") if fields.has("yields") else (),
        answer="pass" if fields.choice("answer", ("mask", "pass")) == "pass" else "mask",
        release=fields.flag("release", default=True),
        shadow=fields.flag("shadow"),
    )
    if not re.fullmatch("[A-Z][A-Z0-9_]*", rule.type) or rule.type == "WORD":
        message = f"'type' is {rule.type!r}; write capital letters, and not WORD"
        raise RuleInvalid(message)
    _check_name(rule.name)
    return rule


def _forms(fields: "_Fields") -> Iterator[Form]:
    """Yield the forms; a rule with one pattern and nothing else about it writes it without `forms`."""
    if fields.has("pattern"):
        yield Form(
            _checked(fields.string("pattern")), check=fields.optional("check"), otherwise=1.0, named=1.0, anywhere=True
        )
    for form in fields.mappings("forms") if fields.has("forms") else ():
        form.only(_FORM)
        where = form.choice("where", _WHERE) or "text"
        yield Form(
            pattern=_checked(form.string("pattern")),
            where=next(one for one in _WHERE if one == where),
            digits=form.whole("digits") if form.has("digits") else 0,
            anywhere=form.flag("anywhere"),
            near=form.some("near") if form.has("near") else (),
            alone=form.share("alone", 1.0),
            named=form.share("named", 0.95),
            otherwise=form.share("otherwise", 0.0),
            check=form.optional("check"),
        )


def _checked(pattern: str) -> str:
    _check_pattern(re.sub(r"\{[-=|]\}", "-", pattern))
    return pattern


def _word_rule(fields: "_Fields") -> WordRule:
    fields.only(_WORDS)
    return WordRule(
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


def _task_rule(fields: "_Fields") -> TaskRule:
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
        missing = sorted(
            known - self.values.keys() - _OPTIONAL - _FORM
            | ({"pattern"} & known - self.values.keys() if known is _FORM else set())
        )
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

    def share(self, key: str, default: float) -> float:
        value = self.values.get(key, default)
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
            return float(value)
        raise _wrong(key, "a number from 0 to 1")

    def choice(self, key: str, choices: Sequence[str]) -> str | None:
        if not self.has(key):
            return None
        if (value := self.string(key)) in choices:
            return value
        raise _wrong(key, f"one of {list(choices)}")

    def mappings(self, key: str) -> Iterator["_Fields"]:
        value = self.values.get(key)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise _wrong(key, "a list of 'key: value' groups")
        yield from (_Fields({str(name): inner for name, inner in item.items()}) for item in value)

    def flag(self, key: str, *, default: bool = False) -> bool:
        value = self.values.get(key, default)
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
