"""Lays out what stands above the body: 두문, a title, the banner of a press release, or the number of a notice."""

from collections.abc import Iterator

from ilson.documents.official import typefaces, wording
from ilson.documents.official.facts import paired
from ilson.documents.official.model import OfficialDocument
from ilson.documents.official.parts import POINT, Bar, Line, Part, Run, Stand
from ilson.documents.official.widths import wide
from ilson.documents.official.wording import GAP, joined
from ilson.domain.official_rule import Look

_THIN = 40  # hundredths of a point; so are the next two
_THICK = 200
_BANNER = 300
_DARK = "#1F3864"
_CENTER = Stand(align="center", spacing=130, keep=True)


def head(document: OfficialDocument, look: Look, width: int) -> Iterator[Part]:
    """Yield the head that the look asks for."""
    match look.head:
        case "letter":
            yield from _letter(document)
        case "title":
            yield from _title(document, look)
        case "press":
            yield from _press(document, width)
        case "notice":
            yield from _notice(document)
        case "none":
            pass


def _letter(document: OfficialDocument) -> Iterator[Part]:
    """Yield the head of the form. Source: 시행규칙 제4조제2항·제3항, 별지 제1호서식."""
    letters = typefaces.HEAD
    yield Line((Run(document.agency, typefaces.AGENCY),), Stand(align="center", after=14 * POINT))
    for place, (label, value) in enumerate(wording.head(document)):
        yield Line(
            (Run(f"{label}{GAP}{value}".rstrip(), letters),),
            Stand(align="left", hang=wide(f"{label}{GAP}", letters), spacing=150),
            title=label == wording.TITLE,
            gap=not place,
        )
    yield Bar(120, before=100, after=9 * POINT)


def _title(document: OfficialDocument, look: Look) -> Iterator[Part]:
    yield Bar(_THICK, _DARK)
    yield Line((Run(document.title, typefaces.TITLE),), _around(_CENTER), title=True)
    yield Bar(_THICK, _DARK, after=3 * POINT)
    date = "" if look.closing == "sender" else document.date
    told = joined((date, document.agency), f"{GAP}|{GAP}")
    if told:
        stand = Stand(align="right", spacing=130, after=6 * POINT)
        yield Line((Run(told, typefaces.UNDER_TITLE),), stand)
    yield Bar(0, after=3 * POINT)


def _around(stand: Stand) -> Stand:
    return Stand(align=stand.align, spacing=stand.spacing, keep=True, before=5 * POINT, after=6 * POINT)


def _press(document: OfficialDocument, width: int) -> Iterator[Part]:
    yield Line((Run(joined((document.agency, document.date), f"{GAP}|{GAP}"), typefaces.BANNER_AGENCY),), _CENTER)
    yield Line((Run(wording.PRESS, typefaces.BANNER),), _CENTER)
    yield Bar(_BANNER, _DARK, after=4 * POINT)
    told = [fact for fact in document.facts if fact.text]
    yield from paired([fact for fact in told if fact.label != wording.SUBTITLE], width)
    title = Stand(align="center", spacing=130, before=14 * POINT, after=4 * POINT, keep=True)
    yield Line((Run(document.title, typefaces.TITLE),), title, title=True, gap=True)
    for fact in told:
        if fact.label == wording.SUBTITLE:
            yield Line((Run(fact.text, typefaces.SUBTITLE),), _CENTER)
    yield Bar(_THIN, before=6 * POINT, after=9 * POINT)


def _notice(document: OfficialDocument) -> Iterator[Part]:
    number = wording.notice_number(document)
    if number:
        yield Line((Run(number, typefaces.HEAD),), Stand(align="left", after=10 * POINT, keep=True))
    stand = Stand(align="center", spacing=140, before=6 * POINT, after=10 * POINT, keep=True)
    yield Line((Run(document.title, typefaces.TITLE),), stand, title=True, gap=True)
    yield Bar(0, after=4 * POINT)
