"""Lays an official document out: which parts stand on its paper, one after the other."""

from collections.abc import Iterator

from ilson.documents.official import wording
from ilson.documents.official.closing import closing
from ilson.documents.official.content import content
from ilson.documents.official.facts import facts
from ilson.documents.official.head import head
from ilson.documents.official.model import OfficialDocument
from ilson.documents.official.parts import MM, PAPER_WIDTH, Paper, Part, Properties
from ilson.domain.official_rule import Look

FONT = "맑은 고딕"


def lay_out(document: OfficialDocument, look: Look) -> Paper:
    """Return the document on its paper, as the look of its type says.

    Raises:
        BadRequest: a picture is no whole PNG or JPEG.

    Source: 시행규칙 제4조, 별지 제1호서식; 영 제5조제2항제1호 (문서요지, 키워드).
    """
    left, right = round(look.left * MM), round(look.right * MM)
    return Paper(
        parts=tuple(_parts(document, look, PAPER_WIDTH - left - right)),
        properties=Properties(
            title=document.title,
            agency=document.agency,
            summary=document.summary,
            keywords=document.keywords,
            mark=wording.AI_MARK,
        ),
        font=look.font or FONT,
        top=round(look.top * MM),
        bottom=round(look.bottom * MM),
        left=left,
        right=right,
    )


def _parts(document: OfficialDocument, look: Look, width: int) -> Iterator[Part]:
    told = document.facts if look.table or look.head == "press" or not document.body else ()
    yield from head(document, look, told, width)
    if look.head != "press":
        yield from facts(told, width)
    yield from content(document, look, width)
    yield from closing(document, look, width)
