"""Reads which column a value has in SQL: rows that are put in, and rows that a client printed under its question."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

Span = tuple[int, int]
"""A place in a text, as offsets."""

_QUOTED = re.compile("'[^'\n]*'")
_NAMED = re.compile(r"\(([^()\n]{3,400})\)\s{0,3}(?:VALUES|values)\s{0,3}")
_TUPLE = re.compile(r",?\s{0,3}\(((?:'[^'\n]{0,300}'|[^()'\n]){1,1000})\)")
_CREATED = re.compile(
    r"(?i)create table (?:if not exists )?[\"`]?([a-z_0-9가-힣.]{1,60})[\"`]?\s{0,3}"
    r"\(((?:[^();]|\([^();]{0,40}\)){3,2000})\)"
)
_UNNAMED = re.compile(r"(?i)insert into [\"`]?([a-z_0-9가-힣.]{1,60})[\"`]?\s{1,3}values\s{0,3}")
_ASKED = re.compile(r"(?i)select ([^;\n]{3,400}?) from [^\n]{0,400}\n")
_PRINTED = re.compile(r"\|([^\n]{3,1000})\|[ \r]*(?:\n|\Z)|\+[-+]{3,}\+[ \r]*(?:\n|\Z)")
_DEPTH = re.compile(r"\([^()]{0,40}\)")
_NAME = re.compile(r"\s{0,9}[\"`]?([^\s\"`]{1,60})")


def columns(text: str) -> Iterator[tuple[Span, Span]]:
    """Yield the place of each value, and the place of the name that its column has elsewhere in the text."""
    lowered = text.lower()
    if "values" in lowered:
        yield from _inserted(text)
    if "select " in lowered:
        yield from _printed(text)


def _inserted(text: str) -> Iterator[tuple[Span, Span]]:
    """Yield the values of `(A, B) VALUES ('1', '2')`, and of `CREATE TABLE T (A, B)` and `INSERT INTO T VALUES (…)`."""
    created = {table[1].lower(): _names(table[2], table.start(2)) for table in _CREATED.finditer(text)}
    named = ((_parts(heads[1], heads.start(1)), heads.end()) for heads in _NAMED.finditer(text))
    of_table = ((created.get(into[1].lower(), ()), into.end()) for into in _UNNAMED.finditer(text) if created)
    for names, end in chain(named, of_table):
        at = end
        while row := _TUPLE.match(text, at):
            yield from _paired(_parts(row[1], row.start(1)), names)
            at = row.end()


def _printed(text: str) -> Iterator[tuple[Span, Span]]:
    """Yield the values of the rows in pipes under `select A, B from T;`."""
    for asked in _ASKED.finditer(text):
        names, at = _parts(asked[1], asked.start(1)), asked.end()
        while row := _PRINTED.match(text, at):
            if row[1] is not None:
                yield from _paired(_parts(row[1], row.start(1), "|"), names)
            at = row.end()


def _paired(cells: Sequence[Span], names: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Yield each value with its name if there is one for each."""
    if len(cells) == len(names):
        yield from zip(cells, names, strict=True)


def _names(definitions: str, start: int) -> list[Span]:
    """Return the names in the definitions of columns: `NM VARCHAR(30), AMT NUMBER(9,2)`."""
    flat = _DEPTH.sub(lambda inside: "x" * len(inside[0]), definitions)
    found = [_NAME.match(flat, first - start, end - start) for first, end in _parts(flat, start)]
    return [(name.start(1) + start, name.end(1) + start) for name in found if name is not None]


def _parts(row: str, start: int, delimiter: str = ",") -> list[Span]:
    """Return the cells that a delimiter parts, but for those in quotes."""
    cells: list[Span] = []
    for cell in _QUOTED.sub(lambda quoted: "x" * len(quoted[0]), row).split(delimiter):
        cells.append((start, start + len(cell)))
        start += len(cell) + 1
    return cells
