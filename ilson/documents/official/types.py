"""Finds the type of an official document, and refuses types that the document cannot have."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ilson.documents.official.complete import complete, is_complete
from ilson.documents.official.lines import FIELD_OF
from ilson.documents.official.model import FIELDS, LEVELS, LISTS, from_json
from ilson.domain.errors import BadRequest, RuleInvalid
from ilson.domain.official_rule import DocumentType, OfficialRules

REQUEST = "request"
"""Stands in a skeleton for what the official asks in their own words."""

NUMBERED = ("1.", "가.", "1)", "가)", "(1)", "(가)", "①", "㉮", "Ⅰ.", "제1조")
"""The first markers of the levels that count on; any other marker is one sign, or empty where items are prose."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def type_of(draft: Mapping[str, Any], rules: OfficialRules) -> DocumentType:
    """Return the type that a draft names; the first one where it names none.

    Raises:
        BadRequest: there is no such type.
    """
    name = draft.get("type") or ""
    found = rules.find(name) if isinstance(name, str) else None
    if found is None:
        raise BadRequest("'type' names no type of document that there is")
    return found


def check_types(rules: OfficialRules) -> None:
    """Refuse types that do not fit the official document, or whose own example does not.

    Raises:
        RuleInvalid: as above; the message names the file.
    """
    for known in rules.types:
        for wrong in (*_wrong_words(known), *_wrong_example(known)):
            message = f"{known.file}: {wrong}"
            raise RuleInvalid(message)
    for mark in rules.profile.look.marks:
        if not _is_mark(mark):
            message = f"official/profile.yaml: {_MARKS}"
            raise RuleInvalid(message)


_MARKS = f"'marks' must be at most {LEVELS} of {NUMBERED}, single signs, or empty texts"


def placeholders(text: str) -> tuple[str, ...]:
    """Return the names in curly brackets."""
    return tuple(_PLACEHOLDER.findall(text))


def _wrong_words(known: DocumentType) -> Iterator[str]:
    """Yield what is wrong with the words of a type that are names of something."""
    labels = {fact.label for fact in known.facts}
    if unknown := [name for name in known.fields if name not in (*FIELDS, *LISTS)]:
        yield f"'fields' names {unknown}; the fields are {[*FIELDS, *LISTS]}"
    if taken := [label for label in labels if "".join(label.split()) in FIELD_OF]:
        yield f"the labels {taken} are those of fields; write others"
    if len(known.look.marks) > LEVELS or not all(map(_is_mark, known.look.marks)):
        yield _MARKS
    for text in _texts(known.skeleton):
        if unknown := [name for name in placeholders(text) if name not in (*labels, *FIELDS, REQUEST)]:
            yield f"'skeleton' names {unknown}; write a label of 'facts', a field, or {REQUEST}"
        if REQUEST in placeholders(text) and text != f"{{{REQUEST}}}":
            yield f"'skeleton' has {{{REQUEST}}} beside other words; give it an item of its own"
        if set("{}") & set(_PLACEHOLDER.sub("", text)):
            yield "'skeleton' has a curly bracket without the other one"


def _is_mark(mark: str) -> bool:
    return mark in ("", *NUMBERED) or (len(mark) == 1 and not mark.isalnum() and not mark.isspace())


def _texts(items: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for item in items:
        yield item.get("text", "")
        yield from (cell for row in item.get("table", ()) for cell in row)
        yield from _texts(item["items"])


def _wrong_example(known: DocumentType) -> Iterator[str]:
    try:
        document = complete(from_json(known.example), {})
    except BadRequest as error:
        yield f"'example' is no official document ({error}); correct it"
        return
    if not is_complete(document):
        yield "'example' has no title, or nothing below it"
    told = {fact.label for fact in document.facts if fact.text}
    if unknown := told - {fact.label for fact in known.facts}:
        yield f"'example' has the facts {sorted(unknown)}, which are not in 'facts'"
    if missing := {fact.label for fact in known.facts if fact.needed} - told:
        yield f"'example' lacks the facts {sorted(missing)}, which are needed"
