"""The fixed wording of the form: how the head, the enclosures, the end sign and the closing block are written."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ilson.documents.official.items import NUMBERING, Placed, place_items
from ilson.documents.official.model import Enclosure, OfficialDocument, Rows, Signature

TO = "수신"
VIA = "(경유)"
TITLE = "제목"
ENCLOSED = "붙임"
COPIES = "부"
RECIPIENTS = "수신자"
COOPERATOR = "협조자"
CARRIED_OUT = "시행"
RECEIVED = "접수"
POST = "우"
PHONE = "전화"
FAX = "팩스"
REST_EMPTY = "이하 빈칸"
PRESS = "보도자료"
SUBTITLE = "부제"
"""The label of the fact that stands under the title of a press release."""
NOTICE = "공고"
PUBLIC_NOTICE = "고시"
PICTURE = "그림"
ARTICLE = "조"
"""How the marker of an article ends: 「제1조」."""
AI_MARK = "AI 초안"
"""What the properties of a file say about how it came about (인공지능기본법 제31조)."""
GAP = "  "
"""Two columns (2타), which part a label from its value and the text from the end sign."""
END_SIGN = "끝."
END = f"{GAP}{END_SIGN}"


_QUANTITY = re.compile(r"(?<![\d제])\d+\s?(?:부|매|권|장|개|식|점|대|건|종)(?:\s?\([^()]*\))?\.?$")
_TYPED_END = re.compile(r"\s+끝\.?\s*$")


def head(document: OfficialDocument) -> tuple[tuple[str, str], ...]:
    """Return the labels and values of the head, in the order of the form.

    Source: 시행규칙 제4조제2항·제3항, 별지 제1호서식.
    """
    return ((TO, document.to), (VIA, document.via), (TITLE, document.title))


def notice_number(document: OfficialDocument) -> str:
    """Return the line above the title of a notice: 「강서구 공고 제2026-123호」; empty where nothing is known of it.

    A number that says what it is stays as it is; a place is left for one that is not given out yet.

    Source: 행정업무운영 편람 (공고문서: 연도표시 일련번호).
    """
    number = document.number
    if NOTICE in number or PUBLIC_NOTICE in number:
        return number
    kind = PUBLIC_NOTICE if PUBLIC_NOTICE in document.title else NOTICE
    if number:
        number = number if number.startswith("제") else f"제{number.removesuffix('호')}호"
    elif document.agency:
        number = f"제{GAP * 5}호"
    return joined((document.agency, number and f"{kind} {number}"), " ")


def body(document: OfficialDocument, marks: Sequence[str] = ()) -> tuple[Placed, ...]:
    """Return the items as they stand on the page; an end sign that somebody typed is taken away."""
    return tuple(
        replace(placed, item=replace(placed.item, text=_TYPED_END.sub("", placed.item.text)))
        for placed in place_items(document.body, marks or NUMBERING)
    )


def is_article(marker: str) -> bool:
    """Return whether a marker counts articles: 「제1조」."""
    return marker.endswith(ARTICLE)


def before(placed: Placed) -> str:
    """Return what stands before the text of an item: its marker and a space, but 「제1조(목적)」."""
    if is_article(placed.marker) and placed.item.text.startswith("("):
        return placed.marker
    return f"{placed.marker} " if placed.marker else ""


def closed(table: Rows) -> tuple[Rows, bool]:
    """Return the table as it closes the body, and whether the end sign still follows it.

    Source: 시행규칙 제4조제5항제2호.
    """
    if any(cell == REST_EMPTY for cell in table[-1]):
        return table, False
    told = max((number for number, row in enumerate(table, 1) if any(row)), default=0)
    if told == len(table):
        return table, True
    rest = (REST_EMPTY, *table[told][1:])
    return (*table[:told], rest, *table[told + 1 :]), False


def enclosures(document: OfficialDocument) -> tuple[tuple[str, str], ...]:
    """Return the number and the name of each enclosure: 「1. 」, 「계획서 1부.」; one that is alone has no number.

    Source: 시행규칙 제4조제4항.
    """
    several = len(document.attachments) > 1
    return tuple(
        (f"{place}. " if several else "", f"{_counted(entry)}.") for place, entry in enumerate(document.attachments, 1)
    )


def _counted(entry: Enclosure) -> str:
    name = _TYPED_END.sub("", entry.name).rstrip(". ")
    return f"{name} {entry.copies}{COPIES}" if entry.copies and not states_quantity(name) else name


def states_quantity(name: str) -> bool:
    """Return whether the name of an enclosure closes with how much it is: 「계획서 1부」, 「사진 3매(원본)」."""
    return bool(_QUANTITY.search(name))


def signers(document: OfficialDocument) -> tuple[Signature, ...]:
    """Return who drafted, reviewed and decided, in that order.

    Source: 시행규칙 제4조제6항제2호.
    """
    order = ("drafter", "reviewer", "approver")
    return tuple(entry for role in order for entry in document.signatures if entry.role == role)


def cooperators(document: OfficialDocument) -> tuple[Signature, ...]:
    """Return who cooperated."""
    return tuple(entry for entry in document.signatures if entry.role == "cooperator")


def signed(entry: Signature) -> str:
    """Return what stands in a signature box: the mark, if any, before the name.

    Source: 시행규칙 제7조제2항·제3항.
    """
    return joined((entry.mark, entry.name), " ")


def carried_out(document: OfficialDocument) -> str:
    """Return the registration number with the date in brackets: 「디지털정책과-5678(2026. 11. 22.)」.

    Source: 시행규칙 제4조제6항제3호.
    """
    return f"{document.number}({document.date})" if document.date else document.number


def contact(document: OfficialDocument) -> tuple[str, str]:
    """Return the two rows of where the agency is found; empty where nothing is known.

    Source: 시행규칙 제4조제6항제4호, 별지 제1호서식.
    """
    address = document.address
    if address and not address.startswith(POST):
        address = f"{POST} {address}"
    phone = document.phone and f"{PHONE} {document.phone}"
    fax = document.fax and f"{FAX} {document.fax}"
    return (
        joined((address, document.homepage), " / "),
        joined((joined((phone, fax), GAP), document.email, document.disclosure), " / "),
    )


def joined(parts: Sequence[str], between: str) -> str:
    """Return the parts that are not empty with something between them."""
    return between.join(filter(None, parts))
