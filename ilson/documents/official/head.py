"""Lays out what stands above the body: 두문, a title, the banner of a press release, or the number of a notice."""

from collections.abc import Iterator, Sequence

from ilson.documents.official import typefaces, wording
from ilson.documents.official.facts import paired
from ilson.documents.official.model import Fact, OfficialDocument
from ilson.documents.official.parts import POINT, Bar, Label, Line, Part, Run, Stand
from ilson.documents.official.widths import wide
from ilson.documents.official.wording import GAP, joined
from ilson.domain.official_rule import Look

_THIN = 40  # hundredths of a point; so are the next two
_THICK = 200
_BANNER = 300
_DARK = "#1F3864"
_CENTER = Stand(align="center", spacing=130, keep=True)
_BETWEEN_BARS = Stand(align="center", spacing=120, before=9 * POINT, after=4 * POINT, keep=True)


def head(document: OfficialDocument, look: Look, told: Sequence[Fact], width: int) -> Iterator[Part]:
    """Yield the head that the look asks for; that of a press release holds the facts that are told."""
    match look.head:
        case "letter":
            yield from _letter(document)
        case "title":
            yield from _title(document, look)
        case "press":
            yield from _press(document, told, width)
        case "notice":
            yield from _notice(document)
        case "none":
            pass


def _letter(document: OfficialDocument) -> Iterator[Part]:
    """Yield the head of the form. Source: 시행규칙 제4조제2항·제3항, 별지 제1호서식."""
    letters = typefaces.HEAD
    yield Line((Run(document.agency, typefaces.AGENCY),), Stand(align="center", after=14 * POINT))
    for place, (label, value) in enumerate(wording.head(document)):
        hang = wide(f"{label}{GAP}", letters) if value else 0
        yield Line(
            (Run(value or label, letters),),
            Stand(align="left", hang=hang, spacing=150),
            labels=(Label(f"{label}{GAP}", hang),) if value else (),
            title=label == wording.TITLE,
            gap=not place,
        )
    yield Bar(120, before=2 * POINT, after=9 * POINT)


def _title(document: OfficialDocument, look: Look) -> Iterator[Part]:
    yield Bar(_THICK, _DARK)
    yield Line((Run(document.title, typefaces.TITLE),), _BETWEEN_BARS, title=True)
    yield Bar(_THICK, _DARK, after=5 * POINT)
    date = "" if look.closing == "sender" else document.date
    told = joined((date, document.agency), f"{GAP}|{GAP}")
    if told:
        stand = Stand(align="right", spacing=130, after=6 * POINT)
        yield Line((Run(told, typefaces.UNDER_TITLE),), stand)
    yield Bar(0, after=6 * POINT)


def _press(document: OfficialDocument, told: Sequence[Fact], width: int) -> Iterator[Part]:
    yield Line((Run(joined((document.agency, document.date), f"{GAP}|{GAP}"), typefaces.BANNER_AGENCY),), _CENTER)
    yield Line((Run(wording.PRESS, typefaces.BANNER),), _CENTER)
    yield Bar(_BANNER, _DARK, after=4 * POINT)
    yield from paired([fact for fact in told if fact.label != wording.SUBTITLE], width)
    title = Stand(align="center", spacing=130, before=14 * POINT, after=4 * POINT, keep=True)
    yield Line((Run(document.title, typefaces.TITLE),), title, title=True, gap=True)
    for fact in told:
        if fact.label == wording.SUBTITLE and fact.text:
            yield Line((Run(fact.text, typefaces.SUBTITLE),), _CENTER)
    yield Bar(_THIN, before=4 * POINT, after=9 * POINT)


def _notice(document: OfficialDocument) -> Iterator[Part]:
    number = wording.notice_number(document)
    if number:
        yield Line((Run(number, typefaces.HEAD),), Stand(align="left", after=10 * POINT, keep=True))
    stand = Stand(align="center", spacing=140, before=6 * POINT, after=10 * POINT, keep=True)
    yield Line((Run(document.title, typefaces.TITLE),), stand, title=True, gap=True)
    yield Bar(0, after=4 * POINT)
