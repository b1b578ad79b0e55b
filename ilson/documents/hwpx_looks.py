"""Tells which runs of an HWPX nobody sees: as small as a speck, or of the colour of their ground.

Source: KS X 6101 (OWPML), charPr, borderFill.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ilson.documents import tree
from ilson.documents.tree import Element
from ilson.documents.unseen import SPECK, WHITE, Colour, alike, colour

_POINT: Final = 100  # units of a height
_UNSHADED: Final = frozenset({"none", "#ffffff"})  # old files write white for none
_EFFECTS: Final = ("outline", "shadow")
_RELIEFS: Final = ("emboss", "engrave")


@dataclass(frozen=True, slots=True)
class Looks:
    """What the head of a document says, by their ids, of runs, paragraphs and fills; a fill of None is not known."""

    runs: Mapping[str, Element]
    paragraphs: Mapping[str, str]  # the id of the fill behind each
    fills: Mapping[str, Colour | None]  # only those that paint

    def hides(self, run: Element, ground: Colour | None) -> bool:
        """Return whether a run on this ground shows nothing to an eye."""
        look = self.runs.get(run.get("charPrIDRef", ""))
        if look is None:
            return False
        if _height(look) <= SPECK * _POINT:
            return True
        shade = look.get("shadeColor", "none").lower()
        below = self.fills.get(look.get("borderFillIDRef", ""), ground)
        if shade not in _UNSHADED:
            below = colour(shade)
        return alike(colour(look.get("textColor", "")), below) and not _effect(look)

    def paragraph(self, paragraph: Element, ground: Colour | None) -> Colour | None:
        """Return the ground of a paragraph that stands on this one."""
        return self.fills.get(self.paragraphs.get(paragraph.get("paraPrIDRef", ""), ""), ground)

    def table(self, table: Element, ground: Colour | None) -> Colour | None:
        """Return the ground of the cells of a table; a zone paints some of them."""
        zones = table.findall("cellzoneList/cellzone")
        if any(zone.get("borderFillIDRef", "") in self.fills for zone in zones):
            return None
        return self.within(table, ground)

    def within(self, holder: Element, ground: Colour | None) -> Colour | None:
        """Return the ground of what stands in a cell, or in anything else that names its fill."""
        return self.fills.get(holder.get("borderFillIDRef", ""), ground)

    def page(self, section: Element) -> Colour | None:
        """Return the ground of the pages of a section, or None where something is drawn behind their text."""
        for element in section.iter():
            behind = element.get("textWrap") == "BEHIND_TEXT" and self._paints(element)
            master = element.tag == "secPr" and tree.number(element, "masterPageCnt") > 0
            if behind or master or (element.tag == "pageBorderFill" and self.within(element, WHITE) != WHITE):
                return None
        return WHITE

    def _paints(self, drawn: Element) -> bool:
        return any(
            inner.tag in {"pic", "fillBrush", "ole", "video"} or inner.get("borderFillIDRef", "") in self.fills
            for inner in drawn.iter()
        )


def looks(heads: Sequence[Element]) -> Looks:
    """Return what the heads of a document say."""
    edges = {shape.get("id", ""): next(shape.iter("border"), None) for head in heads for shape in head.iter("paraPr")}
    fills = {fill.get("id", ""): fill.find("fillBrush") for head in heads for fill in head.iter("borderFill")}
    return Looks(
        {shape.get("id", ""): shape for head in heads for shape in head.iter("charPr")},
        {key: edge.get("borderFillIDRef", "") for key, edge in edges.items() if edge is not None},
        {key: painted(brush) for key, brush in fills.items() if _paints(brush)},
    )


def painted(brush: Element | None) -> Colour | None:
    """Return the colour that a brush paints with; a picture, a run of colours or a hatch is not known."""
    if brush is None or not _paints(brush):
        return None
    plain = brush.find("winBrush")
    if plain is None or len(brush) > 1 or plain.get("hatchStyle") or plain.get("alpha", "0") != "0":
        return None
    return colour(plain.get("faceColor", ""))


def _paints(brush: Element | None) -> bool:
    if brush is None:
        return False
    plain = brush.find("winBrush")
    return len(brush) > 1 or plain is None or plain.get("faceColor") != "none" or bool(plain.get("hatchStyle"))


def _height(look: Element) -> float:
    """Return the height of the tallest letters, in hundredths of a point."""
    shares = look.find("relSz")
    share = 100 if shares is None else max((tree.number(shares, name, 100) for name in shares.attrib), default=100)
    return tree.number(look, "height", 10 * _POINT) * share / 100


def _effect(look: Element) -> bool:
    """Return whether letters have a shadow, an outline or a relief, which show whatever their colour."""
    drawn = any(look.find(relief) is not None for relief in _RELIEFS)
    return drawn or any(effect.get("type") != "NONE" for name in _EFFECTS for effect in look.findall(name))
