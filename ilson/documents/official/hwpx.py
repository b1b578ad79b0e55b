"""Writes a laid-out document as an HWPX file, in memory."""

import re

from ilson.documents.official.blocks import Blocks
from ilson.documents.official.package import pack, skeleton
from ilson.documents.official.parts import MM, Bar, Paper
from ilson.documents.official.styles import Styles
from ilson.documents.official.text import to_text

FOOTER = round(10 * MM)
"""How high the room is that the page number stands in."""

_SECTION = "Contents/section0.xml"
_HEADER = "Contents/header.xml"
_NOTHING = Bar(0)


def to_hwpx(paper: Paper) -> bytes:
    """Return the document as the bytes of an HWPX file; equal documents give equal bytes.

    Source: 시행규칙 제18조 (쪽 번호).
    """
    parts = skeleton()
    styles = Styles(parts[_HEADER], paper.font)
    blocks = Blocks(styles)
    section = _section(paper, parts[_SECTION], blocks)
    return pack(
        parts | {_SECTION: section, _HEADER: styles.header()}, paper.properties, blocks.images, preview=to_text(paper)
    )


def _section(paper: Paper, blank: str, blocks: Blocks) -> str:
    first, *rest = paper.parts or (_NOTHING,)
    written = [blocks.part(first, _setup(paper, blank)), *map(blocks.part, rest)]
    return f"{blank[: blank.index('<hp:p ')]}{''.join(written)}</hs:sec>"


def _setup(paper: Paper, blank: str) -> str:
    setup = re.sub(
        r"<hp:margin [^>]*/>(?=</hp:pagePr>)",
        f'<hp:margin header="0" footer="{FOOTER}" gutter="0" left="{paper.left}" right="{paper.right}" '
        f'top="{paper.top}" bottom="{paper.bottom}"/>',
        blank[blank.index("<hp:secPr") : blank.index("</hp:secPr>")],
    )
    return (
        f'<hp:run charPrIDRef="0">{setup}</hp:secPr><hp:ctrl><hp:colPr id="" type="NEWSPAPER" layout="LEFT" '
        'colCount="1" sameSz="1" sameGap="0"/></hp:ctrl><hp:ctrl><hp:pageNum pos="BOTTOM_CENTER" formatType="DIGIT" '
        'sideChar="-"/></hp:ctrl></hp:run>'
    )
