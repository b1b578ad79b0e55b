"""Reads rules/official/ into frozen values: types of documents, rules about them, and the agency's profile."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields as fields_of
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar, get_args

from ilson.domain.errors import RuleInvalid
from ilson.domain.official_rule import (
    Closing,
    DocumentType,
    FactRule,
    Head,
    Level,
    LintRule,
    Look,
    OfficialRules,
    Profile,
)
from ilson.rulefile import Fields, check_pattern, read_file

_LEVELS: tuple[Level, ...] = get_args(Level)
_HEADS: tuple[Head, ...] = get_args(Head)
_CLOSINGS: tuple[Closing, ...] = get_args(Closing)
_LOOK = {field.name for field in fields_of(Look)}
_TYPE = {field.name for field in fields_of(DocumentType)} - {"file"}
_LINT = {field.name for field in fields_of(LintRule)}
_LINT_OPTIONAL = {"safe", "json", "replace", "patterns", "allow"}
_TYPE_OPTIONAL = {"look", "facts", "skeleton", "without"}
_SIGNS = ":|{}\\*\n"
"""What a label may not hold: in the outline these signs part a label from its text, or are none of the text."""
_PROFILE = {field.name for field in fields_of(Profile)}

_Read = TypeVar("_Read")


def load_official(folders: Sequence[Path]) -> OfficialRules:
    """Return what the folders' `official/` say; a later folder replaces what has the same name or id, and adds its own.

    Raises:
        RuleInvalid: a file is wrong; the message names it.
    """
    types: dict[str, DocumentType] = {}
    lint: dict[str, LintRule] = {}
    profile = Profile()
    for folder in (folder / "official" for folder in folders):
        if (path := folder / "profile.yaml").exists():
            profile = _named(path, lambda path: _profile(read_file(path)))
    for folder in (folder / "official" for folder in folders):
        types |= _types(folder / "types", profile.look)
        for path in sorted((folder / "lint").glob("*.yaml")):
            lint |= {rule.id: rule for rule in _named(path, lambda path: [*_lint_rules(read_file(path))])}
    if lint:
        _check_ids("official/profile.yaml", {*profile.without, *profile.levels}, lint)
        for known in types.values():
            _check_ids(known.file, {*known.without}, lint)
    laws = {written: right for folder in folders for written, right in _laws(folder / "official" / "laws.txt")}
    return OfficialRules(tuple(types.values()), tuple(lint.values()), profile, laws)


def _laws(path: Path) -> Iterator[tuple[str, str]]:
    """Yield each name of a law, and each other name that people write for it, with the right one."""
    if not path.exists():
        return
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise RuleInvalid("official/laws.txt: the file is no text in UTF-8; save it as UTF-8") from None
    for line in (line.strip() for line in lines):
        right, _, others = line.partition("=")
        if right and not line.startswith("#"):
            yield from ((written.strip(), right.strip()) for written in (right, *others.split(",")) if written.strip())


def _types(folder: Path, look: Look) -> dict[str, DocumentType]:
    """Return the types of one folder by name."""
    types: dict[str, DocumentType] = {}
    for path in sorted(folder.glob("*.yaml")):
        found = _named(path, lambda path: _type(read_file(path), look))
        if twin := types.get(found.name):
            message = f"{_place(path)}: 'name' is {found.name!r}, as in {twin.file}; give each type its own"
            raise RuleInvalid(message)
        types[found.name] = replace(found, file=_place(path))
    return types


def _check_ids(place: str, told: set[str], lint: Mapping[str, LintRule]) -> None:
    if unknown := told - lint.keys():
        message = f"{place}: there are no rules {sorted(unknown)}; correct 'without' or 'levels'"
        raise RuleInvalid(message)


def _place(path: Path) -> str:
    return f"official/{path.parent.name}/{path.name}" if path.parent.name != "official" else f"official/{path.name}"


def _named(path: Path, read: Callable[[Path], _Read]) -> _Read:
    try:
        return read(path)
    except RuleInvalid as error:
        message = f"{_place(path)}: {error}"
        raise RuleInvalid(message) from error


def _profile(fields: Fields) -> Profile:
    fields.only(_PROFILE, _PROFILE)
    levels = _mapping(fields, "levels")
    if any(level not in _LEVELS for level in levels.values()):
        message = f"'levels' must give each rule one of {list(_LEVELS)}"
        raise RuleInvalid(message)
    return Profile(
        look=_look(fields, Look()),
        without=_some(fields, "without"),
        levels={rule: next(known for known in _LEVELS if known == level) for rule, level in levels.items()},
    )


def _look(fields: Fields, look: Look) -> Look:
    """Return the look with what the file says of it."""
    if not fields.has("look"):
        return look
    told = fields.group("look")
    told.only(_LOOK, _LOOK)
    head, closing = told.choice("head", _HEADS), told.choice("closing", _CLOSINGS)
    return replace(
        look,
        head=next((known for known in _HEADS if known == head), look.head),
        closing=next((known for known in _CLOSINGS if known == closing), look.closing),
        marks=_marks(told) or look.marks,
        end=told.flag("end", default=look.end),
        table=told.flag("table", default=look.table),
        font=told.optional("font") or look.font,
        top=told.whole("top") if told.has("top") else look.top,
        bottom=told.whole("bottom") if told.has("bottom") else look.bottom,
        left=told.whole("left") if told.has("left") else look.left,
        right=told.whole("right") if told.has("right") else look.right,
    )


def _type(fields: Fields, look: Look) -> DocumentType:
    fields.only(_TYPE, _TYPE_OPTIONAL)
    name = fields.string("name")
    if not (name.isascii() and name.isidentifier()):
        raise RuleInvalid("'name' must be a word of Latin letters, digits and _; write another")
    return DocumentType(
        name=name,
        title=fields.string("title"),
        group=fields.string("group"),
        when=fields.string("when"),
        basis=fields.string("basis"),
        look=_look(fields, look),
        fields=fields.some("fields"),
        facts=tuple(_facts(fields)),
        instructions=fields.string("instructions"),
        skeleton=tuple(_items(fields, "skeleton")),
        example=_example(fields.group("example"), name),
        without=_some(fields, "without"),
    )


def _facts(fields: Fields) -> Iterator[FactRule]:
    labels: set[str] = set()
    for group in fields.mappings("facts") if fields.has("facts") else ():
        group.only({"label", "hint", "needed", "long"}, {"hint", "needed", "long"})
        label = group.string("label")
        if label in labels or set(label) & set(_SIGNS):
            message = f"the label {label!r} stands there twice, or holds one of {_SIGNS}; write another"
            raise RuleInvalid(message)
        labels.add(label)
        yield FactRule(label, group.optional("hint") or "", needed=group.flag("needed"), long=group.flag("long"))


def _items(fields: Fields, key: str) -> Iterator[Mapping[str, Any]]:
    """Yield items of a skeleton, each with a text or a table."""
    for group in fields.mappings(key) if fields.has(key) else ():
        group.only({"text", "items", "table"}, {"text", "items", "table"})
        item: dict[str, Any] = {"items": tuple(_items(group, "items"))}
        if group.has("text") or not group.has("table"):
            item["text"] = group.string("text")
        if group.has("table"):
            item["table"] = tuple(_rows(group))
        yield item


def _rows(fields: Fields) -> Iterator[tuple[str, ...]]:
    rows = fields.values["table"]
    if not isinstance(rows, list) or not rows:
        raise RuleInvalid("'table' must be a list of rows, each a list of texts")
    for row in rows:
        yield Fields({"table": row}).some("table")


def _example(fields: Fields, name: str) -> Mapping[str, Any]:
    if fields.values.get("type", name) != name:
        raise RuleInvalid("the 'type' of 'example' is another one; leave it out")
    return {**fields.values, "type": name}


def _lint_rules(fields: Fields) -> Iterator[LintRule]:
    fields.only({"rules"}, set())
    for group in fields.mappings("rules"):
        try:
            yield _lint_rule(group)
        except RuleInvalid as error:
            message = f"{group.values.get('id', 'a rule without id')}: {error}"
            raise RuleInvalid(message) from error


def _lint_rule(fields: Fields) -> LintRule:
    fields.only(_LINT, _LINT_OPTIONAL)
    level = fields.choice("level", _LEVELS)
    patterns = _mapping(fields, "patterns")
    for pattern, wanted in patterns.items():
        check_pattern(pattern)
        _check_wanted(pattern, wanted)
    if any(not word.strip() for word in (*_mapping(fields, "replace"), *_some(fields, "allow"))):
        raise RuleInvalid("a word of 'replace' or 'allow' is empty; write the word that is looked for")
    return LintRule(
        id=fields.string("id"),
        level=next((known for known in _LEVELS if known == level), "warn"),
        says=fields.string("says"),
        basis=fields.string("basis"),
        wrong=fields.some("wrong"),
        right=fields.some("right"),
        safe=fields.flag("safe"),
        json=fields.flag("json"),
        replace=_mapping(fields, "replace"),
        patterns=patterns,
        allow=_some(fields, "allow"),
    )


def _check_wanted(pattern: str, wanted: str) -> None:
    """Refuse what a pattern is to become if it speaks of a group that the pattern has not.

    Raises:
        RuleInvalid: as above.
    """
    try:
        re.compile(f"(?:{pattern})?").sub(wanted, "")
    except (re.error, IndexError) as error:
        message = f"'patterns' has a text that speaks of no group of its pattern ({error}); correct it"
        raise RuleInvalid(message) from error


def _some(fields: Fields, key: str) -> tuple[str, ...]:
    return fields.some(key) if fields.values.get(key) else ()


def _marks(fields: Fields) -> tuple[str, ...]:
    """Return the first markers of the levels; an empty one is a level without marker."""
    marks = fields.values.get("marks") or []
    if not isinstance(marks, list) or not all(isinstance(mark, str) for mark in marks):
        raise RuleInvalid("'marks' must be a list of texts (put quotation marks around each)")
    return tuple(marks)


def _mapping(fields: Fields, key: str) -> Mapping[str, str]:
    if not fields.has(key):
        return {}
    return {name: "" if value is None else str(value) for name, value in fields.group(key).values.items()}
