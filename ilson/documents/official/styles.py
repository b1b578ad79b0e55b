"""Collects the styles that one HWPX file uses and writes them into its header."""

import re
from dataclasses import dataclass

MM = 7200 / 25.4
"""HWPUNIT in a millimetre."""
PT = 100
"""HWPUNIT in a point."""

FONT = "맑은 고딕"
SECOND_FONT = "함초롬바탕"

NO_BORDER = 1
CELL, SHADED, LINE_BELOW, BAR, BOXED = range(3, 8)
"""The border fills that are added; 1 and 2 are the skeleton's own, without lines."""

_SIDES = ("left", "right", "top", "bottom")
_BORDERS = {
    CELL: (_SIDES, "0.12 mm", "#000000", ""),
    SHADED: (_SIDES, "0.12 mm", "#000000", "#E5E5E5"),
    LINE_BELOW: (("bottom",), "0.4 mm", "#000000", ""),
    BAR: (("bottom",), "1 mm", "#A6A6A6", ""),
    BOXED: (_SIDES, "0.12 mm", "#000000", ""),
}
_SCRIPTS = ("hangul", "latin", "hanja", "japanese", "other", "symbol", "user")


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters look: `size` in points, `spacing` between them in per cent of the size, `border` a border fill."""

    size: int
    bold: bool = False
    spacing: int = 0
    border: int = 2


@dataclass(frozen=True, slots=True)
class Lines:
    """How a paragraph stands: lengths in HWPUNIT, `spacing` of its lines in per cent.

    `hang` is how much further right the second and later lines begin; `left` is where the first one begins.
    """

    align: str = "JUSTIFY"
    left: int = 0
    hang: int = 0
    before: int = 0
    after: int = 0
    spacing: int = 160
    border: int = 2
    keep: bool = False


class Styles:
    """Gives each look its number, once, and writes all of them."""

    def __init__(self, skeleton: str) -> None:
        self._skeleton = skeleton
        self._letters: dict[Letters, int] = {}
        self._lines: dict[Lines, int] = {}
        self._first_letters = _count(skeleton, "charProperties")
        self._first_lines = _count(skeleton, "paraProperties")

    def letters(self, look: Letters) -> int:
        """Return the number of this look of letters."""
        return self._letters.setdefault(look, self._first_letters + len(self._letters))

    def lines(self, look: Lines) -> int:
        """Return the number of this look of a paragraph."""
        return self._lines.setdefault(look, self._first_lines + len(self._lines))

    def header(self) -> str:
        """Return the header of the file: the skeleton with every look that was asked for."""
        header = re.sub(r'face="함초롬돋움"', f'face="{FONT}"', self._skeleton)
        header = re.sub(r'face="함초롬바탕"', f'face="{SECOND_FONT}"', header)
        header = _add(header, "borderFills", [_border_xml(number) for number in _BORDERS])
        header = _add(header, "charProperties", [_letters_xml(*entry) for entry in self._letters.items()])
        return _add(header, "paraProperties", [_lines_xml(*entry) for entry in self._lines.items()])


def _count(header: str, name: str) -> int:
    found = re.search(rf'<hh:{name} itemCnt="(\d+)"', header)
    return int(found[1]) if found else 0


def _add(header: str, name: str, entries: list[str]) -> str:
    total = _count(header, name) + len(entries)
    header = re.sub(rf'<hh:{name} itemCnt="\d+"', f'<hh:{name} itemCnt="{total}"', header)
    return header.replace(f"</hh:{name}>", f"{''.join(entries)}</hh:{name}>")


def _border_xml(number: int) -> str:
    sides, width, color, fill = _BORDERS[number]
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
        f'<hh:charPr id="{number}" height="{look.size * PT}" textColor="#000000" shadeColor="none" useFontSpace="0" '
        f'useKerning="0" symMark="NONE" borderFillIDRef="{look.border}"><hh:fontRef {every(0)}/>'
        f"<hh:ratio {every(100)}/><hh:spacing {every(look.spacing)}/><hh:relSz {every(100)}/><hh:offset {every(0)}/>"
        f"{'<hh:bold/>' if look.bold else ''}"
        '<hh:underline type="NONE" shape="SOLID" color="#000000"/><hh:strikeout shape="NONE" color="#000000"/>'
        '<hh:outline type="NONE"/><hh:shadow type="NONE" color="#C0C0C0" offsetX="10" offsetY="10"/></hh:charPr>'
    )


def _lines_xml(look: Lines, number: int) -> str:
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
        f'<hh:align horizontal="{look.align}" vertical="BASELINE"/><hh:heading type="NONE" idRef="0" level="0"/>'
        '<hh:breakSetting breakLatinWord="KEEP_WORD" breakNonLatinWord="KEEP_WORD" widowOrphan="0" '
        f'keepWithNext="{int(look.keep)}" keepLines="0" pageBreakBefore="0" lineWrap="BREAK"/>'
        '<hh:autoSpacing eAsianEng="0" eAsianNum="0"/>'
        '<hp:switch><hp:case hp:required-namespace="http://www.hancom.co.kr/hwpml/2016/HwpUnitChar">'
        f"<hh:margin>{lengths(1)}</hh:margin>{spacing}</hp:case>"
        f"<hp:default><hh:margin>{lengths(2)}</hh:margin>{spacing}</hp:default></hp:switch>"
        f'<hh:border borderFillIDRef="{look.border}" offsetLeft="0" offsetRight="0" offsetTop="0" offsetBottom="0" '
        'connect="0" ignoreMargin="0"/></hh:paraPr>'
    )
