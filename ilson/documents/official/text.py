"""Writes the official document as plain text, to be pasted into the document system (온나라)."""

from collections.abc import Iterator

from ilson.documents.official import wording
from ilson.documents.official.items import INDENT, Placed
from ilson.documents.official.model import OfficialDocument, Rows
from ilson.documents.official.wording import ENCLOSED, END, GAP, joined


def to_text(document: OfficialDocument) -> str:
    """Return the whole document as text: head, title, items with their indent, enclosures, end sign, closing block.

    A level stands two columns further right; a table is written row by row as `| a | b |`.

    Source: 시행규칙 제2조·제4조, 별지 제1호서식.
    """
    parts = (_head(document), _middle(document), _sent(document), _closing(document))
    return "\n\n".join(filter(None, ("\n".join(part) for part in parts))) + "\n"


def _head(document: OfficialDocument) -> Iterator[str]:
    if document.agency:
        yield document.agency
        yield ""
    for label, value in wording.head(document):
        yield f"{label}{GAP}{value}".rstrip()


def _middle(document: OfficialDocument) -> list[str]:
    placed = wording.body(document)
    rows = [row for entry in placed[:-1] for row in _item(entry, entry.item.table)]
    ends = True
    if placed:
        table = placed[-1].item.table
        if table and not document.attachments:
            table, ends = wording.closed(table)
        rows += _item(placed[-1], table)
    enclosed = wording.enclosures(document)
    if enclosed:
        rows += ["", f"{ENCLOSED}{GAP}{enclosed[0]}"]
        rows += [f"{' ' * _ENCLOSED_WIDTH}{row}" for row in enclosed[1:]]
    elif not placed or not ends:
        return rows
    elif placed[-1].item.table:
        return [*rows, END]
    return [*rows[:-1], f"{rows[-1]}{END}"]


_ENCLOSED_WIDTH = 6  # columns of 「붙임」 and the gap after it


def _item(placed: Placed, table: Rows | None) -> list[str]:
    indent = " " * (INDENT * (placed.level - 1))
    first, *more = placed.item.text.split("\n")
    rows = [f"{indent}{joined((placed.marker, first), ' ')}"] if first else []
    rows += [f"{indent}{' ' * INDENT}{row.strip()}" for row in more if row.strip()]
    return rows + [f"| {' | '.join(' '.join(cell.split()) for cell in row)} |" for row in table or ()]


def _sent(document: OfficialDocument) -> Iterator[str]:
    if document.sender:
        yield joined((document.sender, document.seal), GAP)
    if document.recipients:
        if document.sender:
            yield ""
        yield f"{wording.RECIPIENTS}{GAP}{', '.join(document.recipients)}"


def _closing(document: OfficialDocument) -> Iterator[str]:
    signers = [joined((entry.title, wording.signed(entry)), " ") for entry in wording.signers(document)]
    cooperators = [joined((entry.title, wording.signed(entry)), " ") for entry in wording.cooperators(document)]
    if signers:
        yield GAP.join(signers)
    if cooperators:
        yield f"{wording.COOPERATOR}{GAP}{GAP.join(cooperators)}"
    if wording.carried_out(document):
        yield f"{wording.CARRIED_OUT}{GAP}{wording.carried_out(document)}{GAP}{wording.RECEIVED}"
    yield from filter(None, wording.contact(document))
