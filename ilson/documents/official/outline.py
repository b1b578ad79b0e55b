"""Reads and writes the outline: the official document line by line, as a model speaks it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ilson.documents.official.lines import (
    BODY,
    COMMAS,
    ENCLOSURES,
    FIELD_OF,
    LABELS,
    Line,
    enclosures,
    escape,
    escape_start,
    one_line,
    people,
    plain,
    read_fact,
    read_line,
    read_more,
    signature,
    split,
    unescape,
)
from ilson.documents.official.model import COLUMNS, FIELDS, LEVELS, ROLES, SEALS, TEXT_LENGTH, known, to_json
from ilson.documents.official.wording import COPIES, END_SIGN
from ilson.domain.official_rule import FactRule

_SEPARATOR = re.compile(r"\|(?:\s*:?-+:?\s*\|)*\s*(?::?-+:?)?\s*\|?")
_LIST_SIGN = re.compile(rf"\\.|[{COMMAS}()]")
_HEADLINE = re.compile(r"[^:]{0,19}[^:.다요]")
_NOTE = "※"
_PROSE = ("", 0)
_FURTHER = "  "
_FENCE = re.compile(r"\s*(?:```|~~~)")
_LABELLED = re.compile(r"[^\s:]{1,12}(?: [^\s:]{1,12})?\s?:\s")


def parse(text: str, facts: Sequence[FactRule] = ()) -> dict[str, Any]:
    """Return what an outline says, in the JSON form of the official document, with the keys it mentions only.

    A line with the label of one of `facts` is that fact, and lines that stand further right go on with it. A long fact
    goes on up to the next label. Half-written text gives what is there so far. Item markers, Markdown and 「끝.」 are
    dropped: code makes them. What a model says before the first field or after the end is ignored.
    """
    reader = _Reader(facts)
    rows = text.replace("\r\n", "\n").replace("\t", "    ").split("\n")
    for row in rows[:-1]:
        reader.take(row)
    if not _unfinished(rows[-1], [fact.label for fact in facts]):
        reader.take(rows[-1])
    return reader.result()


def told_facts(text: str, facts: Sequence[FactRule]) -> tuple[list[dict[str, str]], str]:
    """Return the facts that lines of a text tell with their labels, and the text without these lines."""
    found: dict[str, str] = {}
    rest: list[str] = []
    for row in text.splitlines():
        fact = read_fact(row, [fact.label for fact in facts], marked=True)
        if fact and fact[1] and fact[0] not in found:
            found[fact[0]] = unescape(fact[1])
        else:
            rest.append(row)
    return [{"label": label, "text": told} for label, told in found.items()], "\n".join(rest)


def write(form: Mapping[str, Any]) -> str:
    """Return the outline of a form in the JSON form of the official document; `parse` reads it back.

    Keys that are no part of the document are passed over, and so is what is empty; each text becomes one line, but that
    of a fact keeps its lines.

    Raises:
        BadRequest: a field of the form has not the agreed shape.
    """
    form = to_json(known(form))
    rows = [f"{LABELS[name]}: {escape_start(_flat(form[name]))}" for name in FIELDS if name in LABELS and form[name]]
    rows += _people_rows(form)
    rows += _fact_rows(form["facts"])
    if form[BODY]:
        rows.append(f"{LABELS[BODY]}:")
        rows += _item_rows(form[BODY], 0)
    for entry in form[ENCLOSURES]:
        name = _listed(entry["name"])
        quantity = f" {entry['copies']}{COPIES}" if entry["copies"] else ""
        rows.append(f"{LABELS[ENCLOSURES]}: {name}{quantity}")
    return "".join(row + "\n" for row in rows)


def _fact_rows(facts: Sequence[Mapping[str, str]]) -> list[str]:
    rows: list[str] = []
    for fact in facts:
        first, *more = [escape(_flat(line)) for line in fact["text"].splitlines() if line.strip()] or [""]
        if first:
            rows.append(f"{_flat(fact['label'])}: {first}")
            rows += [f"{_FURTHER}{_fenceless(line)}" for line in more]
    return rows


def _fenceless(line: str) -> str:
    return f"\\{line}" if _FENCE.match(line) else line


def _people_rows(form: Mapping[str, Any]) -> list[str]:
    lists = [name for name in ("recipients", "keywords") if form[name]]
    rows = [f"{LABELS[name]}: {', '.join(map(_listed, form[name]))}" for name in lists]
    for entry in form["signatures"]:
        parts = (escape_start(_flat(entry[key])) for key in ("title", "name", "mark"))
        rows.append(f"{LABELS[entry['role']]}: {' | '.join(parts)}")
    return rows


def _listed(text: str) -> str:
    escaped = escape_start(_flat(text))
    if split(f"{escaped},", COMMAS) == [escaped, ""]:
        return escaped
    return _LIST_SIGN.sub(lambda found: found[0] if len(found[0]) > 1 else f"\\{found[0]}", escaped)


def _item_rows(items: Sequence[Mapping[str, Any]], level: int) -> list[str]:
    rows: list[str] = []
    for item in items:
        rows.append(f"{'  ' * level}- {escape_start(_flat(item['text']))}")
        rows += _table_rows(item["table"] or (), level + 1)
        rows += _item_rows(item["items"], level + 1)
    return rows


def _table_rows(table: Sequence[Sequence[str]], level: int) -> list[str]:
    rows = [f"{'  ' * level}| {' | '.join(escape_start(_flat(cell)) for cell in row)} |" for row in table]
    if rows:
        rows.insert(1, f"{'  ' * level}|{' --- |' * len(table[0])}")
    return rows


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())


def _flat(text: str) -> str:
    return " ".join(text.split())


def _unfinished(row: str, labels: Sequence[str]) -> bool:
    """Return whether a last line may still become a label or the end, so that it would only flicker as an item."""
    start = row.strip(" #*")
    return bool(start) and any(label.startswith(start) for label in (*FIELD_OF, *labels, END_SIGN))


class _Reader:
    """Takes one line after the other and keeps what they said."""

    def __init__(self, facts: Sequence[FactRule] = ()) -> None:
        self._labels = {fact.label: fact.long for fact in facts}
        self._facts: dict[str, list[str]] = {}
        self._fact = ""  # the label of the one whose lines are being read
        self._fact_indent = 0
        self._found: dict[str, Any] = {}
        self._path: list[tuple[tuple[str, int], dict[str, Any]]] = []
        self._begun = False
        self._in_body = False  # a marked label is an item there, not a fact
        self._enclosing = False
        self._ended = False

    def result(self) -> dict[str, Any]:
        """Return what the lines said so far."""
        if BODY in self._found:
            self._found[BODY] = _told(self._found[BODY])
        told = ((label, "\n".join(self._facts.get(label, ()))) for label in self._labels)
        self._found["facts"] = [{"label": label, "text": text[:TEXT_LENGTH]} for label, text in told if text]
        return {name: value for name, value in self._found.items() if value}

    def take(self, row: str) -> None:
        """Take one line without its line break."""
        if _FENCE.match(row) or not row.strip() or self._goes_on(row) or self._begins(row):
            return
        line = read_line(row)
        if line.field and not (line.indent and self._path):
            self._field(line)
        elif not self._ended:
            self._text(row, line)
        self._ended = self._ended or line.ended

    def _goes_on(self, row: str) -> bool:
        """Return whether the line goes on with the fact that is being read, and keep it then."""
        if not self._fact:
            return False
        if _indent(row) <= self._fact_indent:
            long = self._labels[self._fact]
            if not long or read_line(row).field or read_fact(row, self._labels, marked=True):
                self._fact = ""
                return False
        self._tell(row)
        return True

    def _begins(self, row: str) -> bool:
        """Return whether the line names a fact, and keep it then."""
        if self._path and _indent(row):
            return False
        found = read_fact(row, self._labels, marked=not self._in_body)
        if found is None:
            return False
        self._fact, text = found
        self._fact_indent = _indent(row)
        self._begun, self._enclosing = True, False
        self._path.clear()
        self._tell(text)
        return True

    def _tell(self, row: str) -> None:
        text, ended = read_more(row)
        self._ended = self._ended or ended
        if text:
            self._facts.setdefault(self._fact, []).append(text)

    def _field(self, line: Line) -> None:
        self._begun = True
        self._enclosing = line.field == ENCLOSURES
        self._ended = self._ended and line.field not in (BODY, ENCLOSURES)
        if self._enclosing:
            self._found.setdefault(ENCLOSURES, []).extend(enclosures(line.text))
        elif line.field == BODY:
            self._in_body = True
            self._item(line) if line.text else self._path.clear()
        elif line.field in ("recipients", "keywords"):
            self._found.setdefault(line.field, []).extend(people(line.text))
        elif line.field in ROLES:
            self._found.setdefault("signatures", []).extend(signature(line.field, line.text))
        elif line.text and (line.field != "seal" or line.text in SEALS):
            self._found[line.field] = one_line(line.text)

    def _text(self, row: str, line: Line) -> None:
        if row.lstrip().startswith("|"):
            self._table(row.strip())
        elif self._enclosing:
            known = self._found.setdefault(ENCLOSURES, [])
            if line.marker or COPIES in line.text or not known:
                known.extend(enclosures(line.text))
        elif line.marker or self._begun:
            self._item(line)

    def _item(self, line: Line) -> None:
        self._begun = True
        if line.indent and self._path and not line.marker and not _LABELLED.match(line.text):
            above = self._path[-1][1]
            above["text"] = f"{above['text']} {unescape(line.text)}".strip()[:TEXT_LENGTH]
            return
        kind = (line.marker, -1 if line.marker not in ("", "-") else line.indent)
        if kind == _PROSE and self._path and not self._belongs(line.text):
            kind = self._path[0][0]
        self._climb(kind, line.indent)
        self._path.append((kind, self._add(unescape(line.text)[:TEXT_LENGTH])))

    def _belongs(self, text: str) -> bool:
        """Return whether prose stands under the last item: a note does, and so does what follows a headline."""
        return text.startswith(_NOTE) or bool(_HEADLINE.fullmatch(self._path[-1][1]["text"]))

    def _climb(self, kind: tuple[str, int], indent: int) -> None:
        """Leave the levels that this line does not stand under."""
        kinds = [entry for entry, _ in self._path]
        if kind in kinds:
            del self._path[kinds.index(kind) :]
        elif kind != _PROSE:
            deepest = indent if kind[0] == "-" else indent - 1
            while self._path and self._path[-1][0][0] == "-" and self._path[-1][0][1] > deepest:
                self._path.pop()
        del self._path[LEVELS - 1 :]

    def _add(self, text: str) -> dict[str, Any]:
        item: dict[str, Any] = {"text": text, "items": [], "table": None}
        self._in_body = True
        siblings = self._path[-1][1]["items"] if self._path else self._found.setdefault(BODY, [])
        siblings.append(item)
        return item

    def _table(self, row: str) -> None:
        self._begun = True
        if _SEPARATOR.fullmatch(row):
            return
        if not self._path:
            self._path.append((_PROSE, self._add("")))
        cells = split(plain(row)[1:], "|")
        if len(cells) > 1 and not cells[-1]:
            cells.pop()
        item = self._path[-1][1]
        item["table"] = [*(item["table"] or []), [unescape(cell)[:TEXT_LENGTH] for cell in cells[:COLUMNS]]]


def _told(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the items that say something; a marker alone is still being written."""
    for item in items:
        item["items"] = _told(item["items"])
    return [item for item in items if item["text"] or item["items"] or item["table"]]
