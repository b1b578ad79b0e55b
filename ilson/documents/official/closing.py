"""Lays out what stands below the body: 결문, or the date and the sender."""

from collections.abc import Iterator

from ilson.documents.official import typefaces, wording
from ilson.documents.official.model import OfficialDocument, Signature
from ilson.documents.official.parts import POINT, Bar, Cell, Grid, Label, Line, Part, Run, Stand
from ilson.documents.official.widths import wide
from ilson.documents.official.wording import GAP, joined
from ilson.domain.official_rule import Look

_GREY = "#A6A6A6"
_FEWEST, _MOST = 3, 4  # signers that a row has room for
_TITLE, _NAME = 60, 40  # per cent of the room of one signer
_PLACE = f"{GAP * 12}({GAP * 8})"
"""The empty place for the number and the date of receipt."""
_BOX = Stand(align="left", spacing=120, keep=True)
_ROW = Stand(align="left", spacing=150, keep=True)


def closing(document: OfficialDocument, look: Look, width: int) -> Iterator[Part]:
    """Yield the closing that the look asks for."""
    match look.closing:
        case "letter":
            yield from _sent(document)
            yield from _block(document, width)
        case "sender":
            yield from _dated(document)
            yield from _sent(document)
        case "none":
            pass


def _dated(document: OfficialDocument) -> Iterator[Line]:
    if document.date:
        stand = Stand(align="center", before=24 * POINT, keep=True)
        yield Line((Run(document.date, typefaces.HEAD),), stand, gap=True)


def _sent(document: OfficialDocument) -> Iterator[Line]:
    """Yield the sender with what stands for the seal, and who receives it. Source: 시행규칙 제4조제2항·제6항."""
    if document.sender:
        seal = (Run(GAP, typefaces.CLOSING), Run(document.seal, typefaces.SEAL)) if document.seal else ()
        stand = Stand(align="center", before=30 * POINT, after=10 * POINT, keep=True)
        yield Line((Run(document.sender, typefaces.SENDER), *seal), stand, gap=True)
    if document.recipients:
        label = f"{wording.RECIPIENTS}{GAP}"
        stand = Stand(align="left", hang=wide(label, typefaces.LIST), before=10 * POINT, keep=True)
        runs = (Run(", ".join(document.recipients), typefaces.LIST),)
        yield Line(runs, stand, (Label(label, stand.hang),), gap=True)


def _block(document: OfficialDocument, width: int) -> Iterator[Part]:
    """Yield the boxes of the form below the sender. Source: 시행규칙 제4조제6항, 별지 제1호서식."""
    yield Bar(280, _GREY, before=16 * POINT, after=6 * POINT)
    people = wording.signers(document)
    if people:
        yield _signers(people, width)
    helpers = [joined((entry.title, wording.signed(entry)), " ") for entry in wording.cooperators(document)]
    told = f"{wording.COOPERATOR}{GAP}{GAP.join(helpers)}".rstrip()
    yield Line((Run(told, typefaces.CLOSING, blank=not helpers),), _ROW)
    yield _registered(wording.carried_out(document))
    for row in filter(None, wording.contact(document)):
        yield Line((Run(row, typefaces.CLOSING),), _ROW)


def _registered(number: str) -> Line:
    told = joined((wording.CARRIED_OUT, number), GAP)
    pieces = ((told, not number), (GAP * 4, True), (f"{GAP}{wording.RECEIVED}", not number), (_PLACE, True))
    return Line(tuple(Run(text, typefaces.CLOSING, blank=blank) for text, blank in pieces), _ROW)


def _signers(people: tuple[Signature, ...], width: int) -> Grid:
    across = min(len(people), _MOST)
    room = width // max(across, _FEWEST)
    widths = tuple(room * share // 100 for _ in range(across) for share in (_TITLE, _NAME))
    cells = [cell for person in people for cell in _signer(person)]
    cells += [Cell((Run("", typefaces.CLOSING),), _BOX)] * (-len(cells) % len(widths))
    rows = tuple(tuple(cells[start : start + len(widths)]) for start in range(0, len(cells), len(widths)))
    return Grid(rows, widths, use="people")


def _signer(person: Signature) -> tuple[Cell, Cell]:
    return (
        Cell((Run(person.title, typefaces.CLOSING),), _BOX),
        Cell((Run(joined((person.mark, person.name), "\n"), typefaces.SIGNED),), _BOX),
    )
