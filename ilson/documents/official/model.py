"""The official document as frozen values, and its JSON form in both directions."""

import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from ilson.domain.errors import BadRequest

INTERNAL = "내부결재"
SEE_LIST = "수신자 참조"
SEALS = ("", "관인생략", "서명생략")
MARKS = ("", "전결", "대결")
GRADES = ("", "O", "S", "C")
ROLES = ("drafter", "reviewer", "approver", "cooperator")

LEVELS = 8
FIELD_LENGTH = 1_000  # characters
TEXT_LENGTH = 50_000  # characters
ITEMS = 20_000  # items on all levels together
ENTRIES = 1_000  # recipients, enclosures, signatures, keywords: each
ROWS = 5_000
COLUMNS = 50
COPIES = 100_000
PICTURE_LENGTH = 14_000_000  # characters of Base64: 10 MB of a file

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")

Rows = tuple[tuple[str, ...], ...]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the body; `content` is a whole PNG or JPEG file, `says` tells it to whoever cannot see it."""

    content: bytes
    says: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the body without its marker; `items` are one level deeper, `table` and `picture` stand under it."""

    text: str = ""
    items: tuple["Item", ...] = ()
    table: Rows | None = None
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a type of document asks for by its label, as 「일시·장소」; `text` may have several lines."""

    label: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """Something attached; `copies` counts 부, 0 where the name states its quantity itself."""

    name: str
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Signature:
    """One person of the closing block; `role` is one of ROLES, `mark` one of MARKS."""

    role: str
    title: str = ""
    name: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """An official document (기안문, 시행문); an empty field is a field that nobody filled in.

    Source: 행정업무의 운영 및 혁신에 관한 규정 시행규칙 제4조, 별지 제1호서식.
    """

    type: str = ""
    agency: str = ""
    to: str = ""
    via: str = ""
    recipients: tuple[str, ...] = ()
    title: str = ""
    facts: tuple[Fact, ...] = ()
    body: tuple[Item, ...] = ()
    attachments: tuple[Enclosure, ...] = ()
    sender: str = ""
    seal: str = ""
    signatures: tuple[Signature, ...] = ()
    number: str = ""
    date: str = ""
    address: str = ""
    homepage: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""
    disclosure: str = ""
    summary: str = ""
    keywords: tuple[str, ...] = ()
    grade: str = ""


LISTS = ("recipients", "facts", "body", "attachments", "signatures", "keywords")
FIELDS = tuple(field.name for field in fields(OfficialDocument) if field.name not in LISTS)
"""The names of the fields that hold one line of text, in the order of the form."""


def from_json(value: Mapping[str, Any]) -> OfficialDocument:
    """Return the document that a JSON object describes; every key may be left out.

    Items below the last of the LEVELS stand on it, in reading order. Characters that no file format can carry are
    dropped; a field of one line keeps no line break.

    Raises:
        BadRequest: an unknown key, a wrong type, an unknown choice, or more than the limits allow.
    """
    _known(value, (*FIELDS, *LISTS))
    for name in FIELDS:
        _line(value, name)
    return OfficialDocument(
        **{name: _line(value, name) for name in FIELDS if name not in ("seal", "grade")},
        seal=_choice(value, "seal", SEALS),
        grade=_choice(value, "grade", GRADES),
        facts=_each(value, "facts", _fact),
        recipients=_each(value, "recipients", lambda entry: _clean_line(entry, "recipients")),
        body=_body(value),
        attachments=_each(value, "attachments", _enclosure),
        signatures=_each(value, "signatures", _signature),
        keywords=_each(value, "keywords", lambda entry: _clean_line(entry, "keywords")),
    )


def known(form: Mapping[str, Any]) -> OfficialDocument:
    """Return the document that a form describes, whatever else the form holds.

    Raises:
        BadRequest: a field has not the agreed shape.
    """
    return from_json({name: form[name] for name in (*FIELDS, *LISTS) if form.get(name)})


def to_json(document: OfficialDocument) -> dict[str, Any]:
    """Return the whole document as a JSON object, every key present."""
    result: dict[str, Any] = {name: getattr(document, name) for name in FIELDS}
    result["recipients"] = list(document.recipients)
    result["facts"] = [{"label": fact.label, "text": fact.text} for fact in document.facts]
    result["body"] = [_item_json(item) for item in document.body]
    result["attachments"] = [{"name": entry.name, "copies": entry.copies} for entry in document.attachments]
    result["signatures"] = [
        {"role": entry.role, "title": entry.title, "name": entry.name, "mark": entry.mark}
        for entry in document.signatures
    ]
    result["keywords"] = list(document.keywords)
    return result


def _item_json(item: Item) -> dict[str, Any]:
    table = None if item.table is None else [list(row) for row in item.table]
    told = {"text": item.text, "items": [_item_json(child) for child in item.items], "table": table}
    if item.picture is None:
        return told
    picture = {"content": b64encode(item.picture.content).decode(), "says": item.picture.says}
    return {**told, "picture": picture}


def _body(value: Mapping[str, Any]) -> tuple[Item, ...]:
    body = _items(_list(value, "body", ITEMS), 1)
    if sum(map(_size, body)) > ITEMS:
        message = f"more than {ITEMS} items"
        raise BadRequest(message)
    return body


def _size(item: Item) -> int:
    return 1 + sum(map(_size, item.items))


def _items(entries: Iterable[object], level: int) -> tuple[Item, ...]:
    return tuple(_item(entry, level) for entry in (entries if level < LEVELS else _flat(entries)))


def _flat(entries: Iterable[object]) -> Iterator[Mapping[str, Any]]:
    waiting = [*entries][::-1]
    while waiting:  # no recursion: the levels of a request have no limit
        entry = _object(waiting.pop(), "body")
        waiting += _list(entry, "items", ITEMS)[::-1]
        yield {**entry, "items": ()}


def _item(value: object, level: int) -> Item:
    entry = _object(value, "body")
    _known(entry, ("text", "items", "table", "picture"))
    return Item(
        text=_clean(entry.get("text", ""), "text", TEXT_LENGTH).strip(),
        items=_items(_list(entry, "items", ITEMS), level + 1),
        table=None if entry.get("table") is None else _table(entry),
        picture=None if entry.get("picture") is None else _picture(entry["picture"]),
    )


def _picture(value: object) -> Picture:
    entry = _object(value, "picture")
    _known(entry, ("content", "says"))
    content = entry.get("content")
    if not isinstance(content, str) or len(content) > PICTURE_LENGTH:
        message = f"'picture' holds no content in Base64, or more than {PICTURE_LENGTH} characters of it"
        raise BadRequest(message)
    try:
        return Picture(b64decode(content, validate=True), _line(entry, "says"))
    except ValueError:
        raise BadRequest("the content of a picture is no Base64") from None


def _fact(value: object) -> Fact:
    entry = _object(value, "facts")
    _known(entry, ("label", "text"))
    return Fact(_line(entry, "label"), _clean(entry.get("text", ""), "facts", TEXT_LENGTH).strip())


def _table(entry: Mapping[str, Any]) -> Rows | None:
    rows = tuple(_row(row) for row in _list(entry, "table", ROWS))
    columns = max(map(len, rows), default=0)
    return tuple(row + ("",) * (columns - len(row)) for row in rows) if columns else None


def _row(value: object) -> tuple[str, ...]:
    cells = _list({"table": value}, "table", COLUMNS)
    return tuple(_clean(cell, "table", TEXT_LENGTH).strip() for cell in cells)


def _enclosure(value: object) -> Enclosure:
    entry = _object(value, "attachments")
    _known(entry, ("name", "copies"))
    copies = entry.get("copies", 1)
    if type(copies) is not int or not 0 <= copies <= COPIES:
        message = f"'copies' is not a number from 0 to {COPIES}"
        raise BadRequest(message)
    return Enclosure(_line(entry, "name"), copies)


def _signature(value: object) -> Signature:
    entry = _object(value, "signatures")
    _known(entry, ("role", "title", "name", "mark"))
    return Signature(
        role=_choice(entry, "role", ROLES),
        title=_line(entry, "title"),
        name=_line(entry, "name"),
        mark=_choice(entry, "mark", MARKS),
    )


def _each(value: Mapping[str, Any], key: str, read: Callable[[object], Value]) -> tuple[Value, ...]:
    return tuple(read(entry) for entry in _list(value, key, ENTRIES))


def _known(value: Mapping[str, Any], keys: Sequence[str]) -> None:
    for key in value:
        if key not in keys:
            message = f"a key that is none of {', '.join(keys)}"  # the key itself is what somebody typed
            raise BadRequest(message)


def _object(value: object, key: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        message = f"{key!r} holds something that is no object"
        raise BadRequest(message)
    return value


def _list(value: Mapping[str, Any], key: str, most: int) -> Sequence[object]:
    entries = value.get(key, ())
    if not isinstance(entries, list | tuple):
        message = f"{key!r} is no list"
        raise BadRequest(message)
    if len(entries) > most:
        message = f"{key!r} has more than {most} entries"
        raise BadRequest(message)
    return entries


def _choice(value: Mapping[str, Any], key: str, choices: Sequence[str]) -> str:
    chosen = _line(value, key)
    if chosen not in choices:
        message = f"{key!r} is none of its choices"
        raise BadRequest(message)
    return chosen


def _line(value: Mapping[str, Any], key: str) -> str:
    return _clean_line(value.get(key, ""), key)


def _clean_line(value: object, key: str) -> str:
    return " ".join(_clean(value, key, FIELD_LENGTH).split("\n")).strip()


def _clean(value: object, key: str, most: int) -> str:
    if not isinstance(value, str):
        message = f"{key!r} is no text"
        raise BadRequest(message)
    if len(value) > most:
        message = f"{key!r} is longer than {most} characters"
        raise BadRequest(message)
    return _UNFIT.sub("", value.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
