"""Fills the skeleton of a type of official document with what the form says."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ilson.documents.official.lines import BODY, read_line, unescape
from ilson.documents.official.model import FIELDS, known, to_json
from ilson.documents.official.types import REQUEST, placeholders
from ilson.domain.official_rule import DocumentType

MISSING = "○○"
"""Stands where the type needs something that nobody has told; officials know it as a blank to be filled."""

_Items = list[dict[str, Any]]


def known_facts(form: Mapping[str, Any], told: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    """Return the facts of the form, then those of `told` that it leaves open.

    Raises:
        BadRequest: the facts of the form have not the agreed shape.
    """
    own = {fact.label: fact.text for fact in known(form).facts if fact.text}
    return [{"label": label, "text": text} for label, text in ({f["label"]: f["text"] for f in told} | own).items()]


def fill_in(form: dict[str, Any], kind: DocumentType, *, drafted: bool) -> None:
    """Put into the form what the type's skeleton makes of its facts, fields and items.

    What is needed and missing is left as MISSING; an item that only repeats the title is dropped. A body that is not
    `drafted` is the official's own and stays. Facts that the body tells are taken out of the form.
    """
    facts = {fact["label"]: fact["text"] for fact in form["facts"]}
    needed = {fact.label for fact in kind.facts if fact.needed}
    if not form.get("title") and (kind.skeleton or kind.facts):
        form["title"] = f"{MISSING} {kind.title}"
    body = [item for item in form.get(BODY) or [] if not drafted or item != {"text": form["title"]}]
    if drafted and (kind.skeleton or kind.facts):
        form[BODY] = body
    if drafted and kind.skeleton:
        lines = to_json(known(form))
        values = {name: str(lines[name]) for name in FIELDS} | facts
        _lead(kind.skeleton, values, needed, body)
        form[BODY] = _filled(kind.skeleton, _Values(values, needed, body))
        if body and not any(REQUEST in placeholders(text) for text in _texts(kind.skeleton)):
            form[BODY] += body
    labels = dict.fromkeys((*(fact.label for fact in kind.facts), *facts)) if kind.look.table else {}
    found = ((label, facts.get(label) or (MISSING if label in needed else "")) for label in labels)
    form["facts"] = [{"label": label, "text": text} for label, text in found if text]


def _lead(skeleton: Sequence[Mapping[str, Any]], values: dict[str, str], needed: set[str], body: _Items) -> None:
    """Let the first sentence of the wish open the document, where the fact that should open it is missing."""
    for entry in skeleton:
        name = _alone(str(entry.get("text", "")))
        if name in needed:
            if body and not values.get(name):
                first = body.pop(0)
                values[name] = first["text"]
                body[:0] = first.get("items", [])
            return


class _Values:
    """What the placeholders of a skeleton stand for."""

    def __init__(self, values: Mapping[str, str], needed: set[str], body: _Items) -> None:
        self._values = values
        self._needed = needed
        self.body = body

    def empty(self, text: str) -> bool:
        """Return whether a text says nothing: all its placeholders are empty, and none of them is needed."""
        names = placeholders(text)
        return bool(names) and not any(self._values.get(name) or name in self._needed for name in names)

    def put(self, text: str) -> str:
        """Return the text with its placeholders filled; what is missing is left as MISSING."""
        return re.sub(r"\{([^{}]*)\}", lambda found: " ".join(self._told(found[1])), text)

    def lines(self, text: str) -> list[str]:
        """Return an item for each line of a fact that makes up the whole text, otherwise the text alone."""
        name = _alone(text)
        return self._told(name, f"{MISSING}({name})") if name else [self.put(text)]

    def _told(self, name: str, missing: str = MISSING) -> list[str]:
        return [_unmarked(line) for line in self._values.get(name, "").splitlines() if line.strip()] or [missing]


def _alone(text: str) -> str:
    """Return the name of the placeholder that is the whole text; empty if there is none."""
    names = placeholders(text)
    return names[0] if len(names) == 1 and text == f"{{{names[0]}}}" else ""


def _filled(skeleton: Sequence[Mapping[str, Any]], values: _Values) -> _Items:
    return [item for entry in skeleton for item in _items(entry, values)]


def _items(entry: Mapping[str, Any], values: _Values) -> Iterator[dict[str, Any]]:
    """Yield what one item of the skeleton becomes; nothing, where it and all below it would say nothing."""
    text = str(entry.get("text", ""))
    if _alone(text) == REQUEST:
        yield from values.body
        return
    below = _filled(entry["items"], values)
    table = [list(map(values.put, row)) for row in entry.get("table", ()) if not values.empty(" ".join(row))]
    if len(table) == 1 and len(entry["table"]) > 1:
        table = []  # a head without rows
    heads = bool(entry["items"] or entry.get("table")) and not placeholders(text)
    if values.empty(text) or (heads and not below and not table):
        yield from below
        return
    *before, last = values.lines(text) or [""]
    yield from ({"text": line, "items": []} for line in before)
    yield {"text": last, "items": below, "table": table or None}


def _texts(items: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for item in items:
        yield item.get("text", "")
        yield from _texts(item["items"])


def _unmarked(line: str) -> str:
    """Return a line of a fact without the marker that somebody typed."""
    read = read_line(line)
    return line.strip() if read.field else unescape(read.text)
