"""Counts the numbered paragraphs of a shape of a PPTX and says the number that stands before each.

Source: ECMA-376 part 1, 21.1.2.4.1 (buAutoNum).
"""

import re
from dataclasses import dataclass, field
from typing import Final

from ilson.documents import tree
from ilson.documents.numbering import written
from ilson.documents.tree import Element

_FORMS: Final = {
    "arabic": "DIGIT",
    "alphaLc": "LATIN_SMALL",
    "alphaUc": "LATIN_CAPITAL",
    "romanLc": "ROMAN_SMALL",
    "romanUc": "ROMAN_CAPITAL",
    "circleNum": "CIRCLED_DIGIT",
}
_SCHEME = re.compile(rf"({'|'.join(_FORMS)})(Period|ParenR|ParenBoth|\w*Plain)")
_AROUND: Final = {"Period": "{}. ", "ParenR": "{}) ", "ParenBoth": "({}) "}
_PLAIN: Final = "{} "


@dataclass(slots=True)
class Numbers:
    """How far each level of a shape has counted, and in which scheme."""

    counts: dict[int, tuple[str, int]] = field(default_factory=dict)

    def mark(self, paragraph: Element) -> str:
        """Return what stands before a paragraph, or nothing; one without number ends the counting of its level."""
        look = paragraph.find("pPr")
        level = tree.number(look, "lvl")
        for deeper in [known for known in self.counts if known > level]:
            del self.counts[deeper]
        numbered = None if look is None else look.find("buAutoNum")
        if numbered is None:
            self.counts.pop(level, None)
            return ""
        scheme, first = numbered.get("type", ""), tree.number(numbered, "startAt", 1)
        before = self.counts.get(level, ("", 0))
        number = before[1] + 1 if before[0] == scheme else first
        self.counts[level] = (scheme, number)
        return _written(scheme, number)


def _written(scheme: str, number: int) -> str:
    hit = _SCHEME.fullmatch(scheme)
    form, around = ("DIGIT", "Period") if hit is None else (_FORMS[hit[1]], hit[2])
    return _AROUND.get(around, _PLAIN).format(written(number, form))
