"""Collects the styles that one HWPX file uses and writes them into its header."""

import re
from html import escape

from ilson.documents.official.parts import MM, POINT, Bar, Letters, Stand

SECOND_FONT = "함초롬바탕"

NO_BORDER, PLAIN, CELL, SHADED, BOXED = range(1, 6)
"""Border fills that every file has; the first two are the skeleton's own, without lines."""

_SIDES = ("left", "right", "top", "bottom")
_HAIR = "0.12 mm"
_BLACK = "#000000"
_BORDERS = {
    CELL: (_SIDES, _HAIR, _BLACK, ""),
    SHADED: (_SIDES, _HAIR, _BLACK, "#E5E5E5"),
    BOXED: (_SIDES, _HAIR, _BLACK, ""),
}
_WEIGHTS = (0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0)  # mm: what HWPX knows
BETWEEN_WORDS = "BREAK_WORD"
"""Lines of Hangul end between words: the name says the opposite of what Hancom's program does.

Files that it wrote hold where it broke each line: under KEEP_WORD half of the lines end inside a word.
"""
_SCRIPTS = ("hangul", "latin", "hanja", "japanese", "other", "symbol", "user")


class Styles:
    """Gives each look its number, once, and writes all of them."""

    def __init__(self, skeleton: str, font: str) -> None:
        self._skeleton = skeleton
        self._font = font
        self._letters: dict[Letters, int] = {}
        self._stands: dict[tuple[Stand, int], int] = {}
        self._bars: dict[tuple[int, str], int] = {}
        self._first_letters = _count(skeleton, "charProperties")
        self._first_stand = _count(skeleton, "paraProperties")

    def letters(self, look: Letters) -> int:
        """Return the number of this look of letters."""
        return self._letters.setdefault(look, self._first_letters + len(self._letters))

    def stand(self, look: Stand, border: int = PLAIN) -> int:
        """Return the number of this look of a paragraph with a border fill."""
        return self._stands.setdefault((look, border), self._first_stand + len(self._stands))

    def bar(self, bar: Bar) -> int:
        """Return the number of a border fill that draws the bar below a paragraph; 0 where it is only room."""
        if not bar.weight:
            return 0
        return self._bars.setdefault((bar.weight, bar.color), BOXED + 1 + len(self._bars))

    def header(self) -> str:
        """Return the header of the file: the skeleton with every look that was asked for."""
        font, second = escape(self._font), SECOND_FONT
        header = self._skeleton.replace('face="함초롬돋움"', f'face="{font}"')
        header = header.replace('face="함초롬바탕"', f'face="{second}"')
        borders = [_border_xml(number, *look) for number, look in _BORDERS.items()]
        borders += [_bar_xml(number, *look) for look, number in self._bars.items()]
        header = _add(header, "borderFills", borders)
        header = _add(header, "charProperties", [_letters_xml(*entry) for entry in self._letters.items()])
        stands = [_stand_xml(look, border, number) for (look, border), number in self._stands.items()]
        return _add(header, "paraProperties", stands)


def _count(header: str, name: str) -> int:
    found = re.search(rf'<hh:{name} itemCnt="(\d+)"', header)
    return int(found[1]) if found else 0


def _add(header: str, name: str, entries: list[str]) -> str:
    total = _count(header, name) + len(entries)
    header = re.sub(rf'<hh:{name} itemCnt="\d+"', f'<hh:{name} itemCnt="{total}"', header)
    return header.replace(f"</hh:{name}>", f"{''.join(entries)}</hh:{name}>")


def _bar_xml(number: int, weight: int, color: str) -> str:
    nearest = min(_WEIGHTS, key=lambda known: abs(known - weight / MM))
    return _border_xml(number, ("bottom",), f"{nearest:g} mm", color, "")


def _border_xml(number: int, sides: tuple[str, ...], width: str, color: str, fill: str) -> str:
    lines = "".join(
        f'<hh:{side}Border type="{"SOLID" if side in sides else "NONE"}" '
        f'width="{width if side in sides else "0.1 mm"}" color="{color}"/>'
        for side in _SIDES
    )
    brush = f'<hc:winBrush faceColor="{fill or "none"}" hatchColor="#999999" alpha="0"/>'
    return (
        f'<hh:borderFill id="{number}" threeD="0" shadow="0" centerLine="NONE" breakCellSeparateLine="0">'
        '<hh:slash type="NONE" Crooked="0" isCounter="0"/><hh:backSlash type="NONE" Crooked="0" isCounter="0"/>'
        f'{lines}<hh:diagonal type="SOLID" width="0.1 mm" color="#000000"/>'
        f"<hc:fillBrush>{brush}</hc:fillBrush></hh:borderFill>"
    )


def _letters_xml(look: Letters, number: int) -> str:
    def every(value: int) -> str:
        return " ".join(f'{script}="{value}"' for script in _SCRIPTS)

    return (
        f'<hh:charPr id="{number}" height="{look.size * POINT}" textColor="#000000" shadeColor="none" useFontSpace="0" '
        f'useKerning="0" symMark="NONE" borderFillIDRef="{BOXED if look.boxed else PLAIN}">'
        f"<hh:fontRef {every(0)}/><hh:ratio {every(100)}/><hh:spacing {every(look.spacing)}/>"
        f"<hh:relSz {every(100)}/><hh:offset {every(0)}/>{'<hh:bold/>' if look.bold else ''}"
        f'<hh:underline type="{"BOTTOM" if look.underline else "NONE"}" shape="SOLID" color="#000000"/>'
        '<hh:strikeout shape="NONE" color="#000000"/><hh:outline type="NONE"/>'
        '<hh:shadow type="NONE" color="#C0C0C0" offsetX="10" offsetY="10"/></hh:charPr>'
    )


def _breaks(look: Stand) -> str:
    latin, other = ("BREAK_WORD", "KEEP_WORD") if look.loose else ("KEEP_WORD", BETWEEN_WORDS)
    return f'breakLatinWord="{latin}" breakNonLatinWord="{other}"'


def _stand_xml(look: Stand, border: int, number: int) -> str:
    def lengths(times: int) -> str:
        return "".join(
            f'<hc:{name} value="{value * times}" unit="HWPUNIT"/>'
            for name, value in (
                ("intent", -look.hang),
                ("left", look.left),
                ("right", 0),
                ("prev", look.before),
                ("next", look.after),
            )
        )

    spacing = f'<hh:lineSpacing type="PERCENT" value="{look.spacing}" unit="HWPUNIT"/>'
    return (
        f'<hh:paraPr id="{number}" tabPrIDRef="0" condense="0" fontLineHeight="0" snapToGrid="0" '
        'suppressLineNumbers="0" checked="0" textDir="LTR">'
        f'<hh:align horizontal="{look.align.upper()}" vertical="BASELINE"/>'
        '<hh:heading type="NONE" idRef="0" level="0"/>'
        f'<hh:breakSetting {_breaks(look)} widowOrphan="0" '
        f'keepWithNext="{int(look.keep)}" keepLines="0" pageBreakBefore="0" lineWrap="BREAK"/>'
        '<hh:autoSpacing eAsianEng="0" eAsianNum="0"/>'
        '<hp:switch><hp:case hp:required-namespace="http://www.hancom.co.kr/hwpml/2016/HwpUnitChar">'
        f"<hh:margin>{lengths(1)}</hh:margin>{spacing}</hp:case>"
        f"<hp:default><hh:margin>{lengths(2)}</hh:margin>{spacing}</hp:default></hp:switch>"
        f'<hh:border borderFillIDRef="{border}" offsetLeft="0" offsetRight="0" offsetTop="0" offsetBottom="0" '
        'connect="0" ignoreMargin="0"/></hh:paraPr>'
    )
