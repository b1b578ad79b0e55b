"""Turns a document into plain values for JSON, and plain values from outside into a document."""

from collections.abc import Mapping
from typing import Any, Final

from ilson.documents import limits
from ilson.domain.document import Block, Document, Heading, Paragraph, Table
from ilson.domain.errors import BadRequest, TooLong

NAME_CHARACTERS: Final = 255
"""Characters of a file's name."""

KIND_CHARACTERS: Final = 16
"""Characters of a kind."""


def to_json(document: Document) -> dict[str, Any]:
    """Return the document as values that JSON can carry; `characters` counts the text of all blocks."""
    return {
        "name": document.name,
        "kind": document.kind,
        "pages": document.pages,
        "characters": limits.characters(document.blocks),
        "hidden": document.hidden,
        "blocks": [_from_block(block) for block in document.blocks],
    }


def from_json(value: object) -> Document:
    """Return the document that these values describe; `characters` is not believed.

    Raises:
        BadRequest: they have not the agreed form.
        TooLong: more characters than one document may hold.
    """
    fields = _mapping(value, frozenset({"name", "kind", "blocks"}), frozenset({"pages", "characters", "hidden"}))
    blocks = tuple(_to_block(block) for block in _list(fields["blocks"], limits.BLOCKS))
    if limits.characters(blocks) > limits.CHARACTERS:
        raise TooLong("a document with too many characters")
    return Document(
        name=_text(fields["name"], NAME_CHARACTERS),
        kind=_text(fields["kind"], KIND_CHARACTERS),
        blocks=blocks,
        pages=_count(fields.get("pages"), limits.PAGES),
        hidden=_count(fields.get("hidden", 0), limits.CHARACTERS, least=0) or 0,
    )


def _from_block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(text, level, page):
            return {"kind": "heading", "text": text, "level": level, "page": page}
        case Paragraph(text, page):
            return {"kind": "paragraph", "text": text, "page": page}
        case Table(rows, page):
            return {"kind": "table", "rows": [list(row) for row in rows], "page": page}


def _to_block(value: object) -> Block:
    kind = value.get("kind") if isinstance(value, Mapping) else None
    page = frozenset({"page"})
    if kind == "heading":
        fields = _mapping(value, frozenset({"kind", "text"}), page | {"level"})
        level = _count(fields.get("level", 1), limits.LEVELS)
        return Heading(_text(fields["text"]), 1 if level is None else level, _count(fields.get("page"), limits.PAGES))
    if kind == "paragraph":
        fields = _mapping(value, frozenset({"kind", "text"}), page)
        return Paragraph(_text(fields["text"]), _count(fields.get("page"), limits.PAGES))
    if kind == "table":
        fields = _mapping(value, frozenset({"kind", "rows"}), page)
        return Table(_rows(fields["rows"]), _count(fields.get("page"), limits.PAGES))
    raise BadRequest("a block of an unknown kind")


def _rows(value: object) -> tuple[tuple[str, ...], ...]:
    rows = _list(value, limits.CELLS)
    return tuple(tuple(_text(cell) for cell in _list(row, limits.CELLS)) for row in rows)


def _mapping(value: object, needed: frozenset[str], allowed: frozenset[str]) -> Mapping[str, object]:
    if not isinstance(value, Mapping) or not needed <= value.keys() <= needed | allowed:
        raise BadRequest("a document or a block lacks a field, or has one too many")
    return value


def _list(value: object, most: int) -> list[object]:
    if not isinstance(value, list) or len(value) > most:
        raise BadRequest("a field is no list, or too long a list")
    return value


def _text(value: object, most: int = limits.CHARACTERS) -> str:
    if not isinstance(value, str) or len(value) > most:
        raise BadRequest("a field is no text, or too long a text")
    return value


def _count(value: object, most: int, *, least: int = 1) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise BadRequest("a field is no number within its limits")
    return value
