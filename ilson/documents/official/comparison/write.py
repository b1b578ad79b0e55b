"""Compares two documents and writes what comes out, as JSON or as a file."""

from collections.abc import Sequence
from typing import Any, Final, get_args

import orjson

from ilson.documents.official.comparison.compare import Change, Comparison, compare
from ilson.documents.official.comparison.sheet import lay_out
from ilson.documents.official.comparison.shown import Shown, show
from ilson.documents.official.comparison.words import Pieces
from ilson.documents.official.write import KINDS as FILES
from ilson.documents.official.write import write
from ilson.domain.document import Document
from ilson.domain.errors import BadRequest

KINDS: Final = ("json", *FILES)


def write_comparison(old: Document, new: Document, kind: str, *, every: bool = False, full: bool = False) -> bytes:
    """Return the comparison in a kind of KINDS; `every` shows what is the same too, `full` writes no dashes.

    Raises:
        BadRequest: no such kind.
        TooLong: more rows than a file of this kind may have.
    """
    if kind not in KINDS:
        message = "no such kind of file"
        raise BadRequest(message)
    comparison = compare(old, new)
    rows = show(comparison, every=every, full=full)
    return orjson.dumps(to_json(comparison, rows)) if kind == "json" else write(lay_out(rows), kind)


def to_json(comparison: Comparison, rows: Sequence[Shown]) -> dict[str, Any]:
    """Return the rows as values that JSON can carry; `counts` counts the units of the whole, by how they changed."""
    return {
        "old": comparison.old,
        "new": comparison.new,
        "counts": {change: comparison.count(change) for change in get_args(Change)},
        "rows": [{"change": row.change, "old": _pieces(row.old), "new": _pieces(row.new)} for row in rows],
    }


def _pieces(pieces: Pieces) -> list[dict[str, Any]]:
    return [{"text": piece.text, "changed": piece.changed} for piece in pieces]
