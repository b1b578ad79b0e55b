"""Reads HML (HWPML 2), the XML form of a Hangul document, as the HWPX that it became.

Source: Hancom, Hangul document file formats, HWPML, revision 1.2.
"""

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from ilson.documents import hwpx, tree
from ilson.documents.tree import Element
from ilson.documents.unseen import Unseen
from ilson.domain.document import Block
from ilson.domain.errors import FileBroken

_NAMES: Final = {
    "P": "p", "TEXT": "run", "CHAR": "t", "TABLE": "tbl", "ROW": "tr", "CELL": "tc", "CAPTION": "caption",
    "TAB": "tab", "LINEBREAK": "lineBreak", "NBSPACE": "nbSpace", "FWSPACE": "fwSpace", "HYPHEN": "hyphen",
    "PARASHAPE": "paraPr", "CHARSHAPE": "charPr", "BORDERFILL": "borderFill", "NUMBERING": "numbering",
    "PARAHEAD": "paraHead", "BULLET": "bullet", "SECDEF": "secPr", "HIDDENCOMMENT": "hiddenComment",
    "EQUATION": "equation", "SCRIPT": "script", "RECTANGLE": "rect", "ELLIPSE": "ellipse", "POLYGON": "polygon",
    "ARC": "arc", "CURVE": "curve", "CONTAINER": "container", "TEXTART": "textart", "PICTURE": "pic",
    "SHAPECOMMENT": "shapeComment", "FILLBRUSH": "fillBrush", "WINDOWBRUSH": "winBrush", "COMPOSE": "compose",
    "DUTMAL": "dutmal", "MAINTEXT": "mainText", "SUBTEXT": "subText",
    "AUTONUM": "autoNum", "AUTONUMFORMAT": "autoNumFormat", "FOOTNOTE": "footNote", "ENDNOTE": "endNote",
}  # fmt: skip
_ATTRIBUTES: Final = {
    "Id": "id", "ParaShape": "paraPrIDRef", "CharShape": "charPrIDRef", "BorderFill": "borderFillIDRef",
    "Height": "height", "Level": "level", "Start": "start", "NumFormat": "numFormat", "Char": "char",
    "OutlineShape": "outlineShapeIDRef", "FaceColor": "faceColor", "HatchStyle": "hatchStyle", "Alpha": "alpha",
    "Number": "num", "NumberType": "numType", "SuffixChar": "suffixChar", "PrefixChar": "prefixChar", "Type": "type",
    "CompText": "composeText",
}  # fmt: skip
_FORMS: Final = {
    "Digit": "DIGIT", "CircledDigit": "CIRCLED_DIGIT", "RomanCapital": "ROMAN_CAPITAL", "RomanSmall": "ROMAN_SMALL",
    "LatinCapital": "LATIN_CAPITAL", "LatinSmall": "LATIN_SMALL", "HangulSyllable": "HANGUL_SYLLABLE",
    "CircledHangulSyllable": "CIRCLED_HANGUL_SYLLABLE", "HangulJamo": "HANGUL_JAMO",
    "CircledHangulJamo": "CIRCLED_HANGUL_JAMO", "CircledLatinCapital": "CIRCLED_LATIN_CAPITAL",
    "CircledLatinSmall": "CIRCLED_LATIN_SMALL",
}  # fmt: skip
_COLOURS: Final = {"TextColor": "textColor", "ShadeColor": "shadeColor", "FaceColor": "faceColor"}
_PLACES: Final = {"RowAddr": "rowAddr", "ColAddr": "colAddr"}
_NO_COLOUR: Final = 0xFFFFFF + 1


def read(content: bytes, unseen: Unseen) -> Iterator[Block]:
    """Yield the blocks of all sections.

    Raises:
        FileBroken: damaged, or without a section.
    """
    root = tree.parse(content)
    heads, sections = root.findall("HEAD"), root.findall("BODY/SECTION")
    if not sections:
        raise FileBroken("hml: no section")
    for part in (*heads, *sections):
        for element in list(part.iter()):
            _rename(element)
    yield from hwpx.blocks(heads, sections, unseen)


def _rename(element: Element) -> None:
    """Give an element the name, the attributes and the parts that it has in HWPX."""
    element.tag = _NAMES.get(element.tag, element.tag)
    told = element.attrib
    told.update({new: told[old] for old, new in _ATTRIBUTES.items() if old in told})
    told.update({new: _colour(told[old]) for old, new in _COLOURS.items() if old in told})
    if "numFormat" in told:
        told["numFormat"] = _FORMS.get(told["numFormat"], "DIGIT")
    if element.tag in _PARTS:
        element.extend(_PARTS[element.tag](element))


def _captions(table: Element) -> list[Element]:
    return table.findall("SHAPEOBJECT/CAPTION")


def _place(cell: Element) -> list[Element]:
    place = {new: cell.attrib[old] for old, new in _PLACES.items() if old in cell.attrib}
    return [ET.Element("cellAddr", place)]


def _heading(shape: Element) -> list[Element]:
    kind = shape.get("HeadingType", "").upper()
    return [ET.Element("heading", {"type": kind, "idRef": shape.get("Heading", ""), "level": shape.get("level", "0")})]


_PARTS: Final = {"tbl": _captions, "tc": _place, "paraPr": _heading}
"""What HWPX says with an element where HML says it with an attribute, or in another place."""


def _colour(written: str) -> str:
    """Return a colour, written as one number with red lowest, as HWPX writes it."""
    value = int(written) if written.isdecimal() else _NO_COLOUR
    if value >= _NO_COLOUR:
        return "none"
    return f"#{value & 0xFF:02x}{value >> 8 & 0xFF:02x}{value >> 16 & 0xFF:02x}"
