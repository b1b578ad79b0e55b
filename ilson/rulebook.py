"""Reads rules/ into frozen typed values; refuses a rule whose own examples do not hold."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TypeVar, get_args

from ilson.domain.errors import RuleInvalid
from ilson.domain.rule import Form, PiiRule, PublicValue, Rulebook, TaskRule, Where, WordRule
from ilson.official_rules import load_official
from ilson.rulefile import Fields, check_pattern, read_file

Holds = Callable[[PiiRule | WordRule, str], bool]
Prover = Callable[[Rulebook], Holds]
"""Returns what tells whether a rule finds something in an example; the guard knows, the rulebook does not."""

_Rule = TypeVar("_Rule", PiiRule, WordRule, TaskRule)
_TEXTS = "texts.ko.yaml"
_BUILTIN = "builtin.ko.yaml"
_WHERE: tuple[Where, ...] = get_args(Where)
_PII = {
    *("type", "name", "action", "longest", "basis", "matches", "passes", "forms", "pattern", "check"),
    *("labels", "yields", "answer", "release", "shadow", "opens", "tail"),
}
_FORM = {"pattern", "where", "digits", "alone", "named", "otherwise", "check"}
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
    *("forms", "pattern", "labels", "yields", "answer", "release", "check", "allow", "grade", "expires", "category"),
    *("departments", "shadow", "needs_document", "output", "opens", "tail"),
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
        official=load_official(folders),
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
    return read_file(path).some("labels") if path.exists() else ()


def _public_of(path: Path) -> Iterator[PublicValue]:
    if path.exists():
        for fields in read_file(path).mappings("public"):
            fields.only({"type", "pattern", "reason"}, set())
            value = PublicValue(fields.string("type"), fields.string("pattern"), fields.string("reason"))
            check_pattern(value.pattern)
            yield value


def _orders_of(path: Path) -> tuple[str, tuple[str, ...]] | None:
    if not path.exists():
        return None
    fields = read_file(path)
    fields.only({"name", "patterns", "matches", "passes"}, set())
    patterns = fields.some("patterns")
    for pattern in patterns:
        check_pattern(pattern)
    for wanted, key in ((True, "matches"), (False, "passes")):
        for number, example in enumerate(fields.some(key), start=1):
            if any(re.search(pattern, example) for pattern in patterns) != wanted:
                message = f"{path.name}: example {number} of {key!r} does not hold; correct the patterns or the example"
                raise RuleInvalid(message)
    return fields.string("name"), patterns


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


def _each(folder: Path, make: Callable[[Fields], _Rule], files: dict[str, str]) -> Iterator[_Rule]:
    for path in sorted(folder.glob("*.yaml")):
        where = f"{folder.name}/{path.name}"
        try:
            rule = make(read_file(path))
        except RuleInvalid as error:
            message = f"{where}: {error}"
            raise RuleInvalid(message) from error
        files[rule.name] = where
        yield rule


def _pii_rule(fields: Fields) -> PiiRule:
    fields.only(_PII, _OPTIONAL)
    rule = PiiRule(
        type=fields.string("type"),
        name=fields.string("name"),
        forms=tuple(_forms(fields)),
        action=fields.action(),
        longest=fields.whole("longest"),
        opens=_checked(fields.string("opens")) if fields.has("opens") else "",
        tail=_checked(f"x{fields.string('tail')}")[1:] if fields.has("tail") else "",  # alone, it may find nothing
        basis=fields.string("basis"),
        matches=fields.some("matches"),
        passes=fields.some("passes"),
        labels=fields.some("labels") if fields.has("labels") else (),
        yields=fields.some("yields") if fields.has("yields") else (),
        in_answers="pass" if fields.choice("answer", ("mask", "pass")) == "pass" else "mask",
        release=fields.flag("release", default=True),
        shadow=fields.flag("shadow"),
    )
    if not re.fullmatch("[A-Z][A-Z0-9_]*", rule.type) or rule.type == "WORD":
        message = f"'type' is {rule.type!r}; write capital letters, and not WORD"
        raise RuleInvalid(message)
    _check_name(rule.name)
    return rule


def _forms(fields: Fields) -> Iterator[Form]:
    """Yield the forms; a rule with one pattern and nothing else about it writes it without `forms`."""
    if fields.has("pattern"):
        yield Form(_checked(fields.string("pattern")), check=fields.optional("check"), otherwise=1.0, named=1.0)
    for form in fields.mappings("forms") if fields.has("forms") else ():
        form.only(_FORM, _FORM - {"pattern"})
        where = form.choice("where", _WHERE) or "text"
        yield Form(
            pattern=_checked(form.string("pattern")),
            where=next(one for one in _WHERE if one == where),
            digits=form.whole("digits") if form.has("digits") else 0,
            alone=form.share("alone", 1.0),
            named=form.share("named", 0.95),
            otherwise=form.share("otherwise", 0.0),
            check=form.optional("check"),
        )


def _checked(pattern: str) -> str:
    check_pattern(re.sub(r"\{[-=|]\}", "-", pattern))
    return pattern


def _word_rule(fields: Fields) -> WordRule:
    fields.only(_WORDS, _OPTIONAL)
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


def _task_rule(fields: Fields) -> TaskRule:
    fields.only(_TASK, _OPTIONAL)
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
        fields = read_file(path)
        return {key: fields.string(key) for key in fields.values}
    except RuleInvalid as error:
        message = f"{path.name}: {error}"
        raise RuleInvalid(message) from error


def _check_name(name: str) -> None:
    if re.search(r"[⟦⟧\[\]#\s]", name):
        message = f"'name' is {name!r}; it stands in a token: write one word without brackets, # and spaces"
        raise RuleInvalid(message)


def _check_examples(rule: PiiRule | WordRule, holds: Holds) -> None:
    for number, example in enumerate(rule.matches, start=1):
        if not holds(rule, example):
            message = f"example {number} of 'matches' is not found; correct the rule or the example"
            raise RuleInvalid(message)
    for number, example in enumerate(rule.passes, start=1):
        if holds(rule, example):
            message = f"example {number} of 'passes' is found; correct the rule or the example"
            raise RuleInvalid(message)
