"""Lays the fields of a structured document out as lines, and tells of each place which field it is in."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ilson.documents.official.lint.sheet import Kind, Sheet
from ilson.domain.errors import BadRequest

_LINES = ("agency", "via", "title", "number", "sender", "summary")


DEPTH: Final = 60
"""Levels of lists and groups within each other, at most: eight levels of items with a table need twenty."""


def refuse_deep(draft: Mapping[str, Any]) -> None:
    """Refuse a document whose fields hold each other deeper than anybody writes: it would exhaust the stack.

    Raises:
        BadRequest: as above.
    """
    layer: list[object] = [draft]
    for _ in range(DEPTH):
        layer = [inner for value in layer for inner in _held(value)]
        if not layer:
            return
    raise BadRequest("the document is nested too deep")


def _held(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list | tuple) else ()


@dataclass(frozen=True, slots=True)
class DraftLines:
    """The fields as one sheet; `places` are their paths and `starts` where each begins in its text."""

    sheet: Sheet
    places: tuple[str, ...]
    starts: tuple[int, ...]

    def locate(self, start: int) -> tuple[str, int, str]:
        """Return the path of the field that a place of the sheet is in, where that field begins, and its text."""
        at = bisect_right(self.starts, start) - 1
        end = self.starts[at + 1] - 1 if at + 1 < len(self.starts) else len(self.sheet.text)
        return self.places[at], self.starts[at], self.sheet.text[self.starts[at] : end]


def lay_out(draft: Mapping[str, Any], *, report: bool) -> DraftLines | None:
    """Return the fields that hold text, in the order of the page; None where there is none. Any shape is borne."""
    told = [(place, text, kind) for place, text, kind in _texts(draft) if isinstance(text, str) and text.strip()]
    said = {text for place, text, _ in told if place != "summary"}
    told = [one for one in told if one[0] != "summary" or one[1] not in said]  # mended after what it repeats
    if not told:
        return None
    kinds: list[Kind] = []
    starts: list[int] = []
    length = 0
    for _, text, kind in told:
        starts.append(length)
        kinds += [kind] * (text.count("\n") + 1)
        length += len(text) + 1
    sheet = Sheet(
        "\n".join(text for _, text, _ in told),
        parsed=True,
        report=report,
        kinds=kinds,
        attached=bool(draft.get("attachments")),
    )
    return DraftLines(sheet, tuple(place for place, _, _ in told), tuple(starts))


def _texts(draft: Mapping[str, Any]) -> Iterator[tuple[str, Any, Kind]]:
    for name in _LINES:
        yield name, draft.get(name), "prose"
    for at, fact in _mappings(draft.get("facts")):
        yield f"facts[{at}].text", fact.get("text"), "prose"
    yield from _items(draft.get("body"), "body")
    for at, entry in _mappings(draft.get("attachments")):
        yield f"attachments[{at}].name", entry.get("name"), "enclosure"
    yield "disclosure", draft.get("disclosure"), "closing"


def _items(value: object, path: str) -> Iterator[tuple[str, Any, Kind]]:
    for at, item in _mappings(value):
        here = f"{path}[{at}]"
        yield f"{here}.text", item.get("text"), "prose"
        table = item.get("table")
        for row, cells in enumerate(table if isinstance(table, list | tuple) else ()):
            for column, cell in enumerate(cells if isinstance(cells, list | tuple) else ()):
                yield f"{here}.table[{row}][{column}]", cell, "table"
        yield from _items(item.get("items"), f"{here}.items")


def _mappings(value: object) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for at, entry in enumerate(value if isinstance(value, list | tuple) else ()):
        if isinstance(entry, Mapping):
            yield at, entry
