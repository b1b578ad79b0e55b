"""Joins the lines of a page to paragraphs."""

import re
from collections.abc import Iterator
from typing import Final

from ilson.documents import grid

_FULL: Final = 0.8  # share of the longest line from which a line counts as wrapped, not ended
_SHORTEST: Final = 40  # columns; where all lines are shorter, they are items or cells
_SPACED: Final = 0.15  # share of wrapped lines that end with a space, where a page writes these spaces at all
_END: Final = ".!?:;。"
_HYPHEN: Final = "\ufffe"  # what PDFium writes for a hyphen at the end of a line
_WIDE = re.compile(r"[\u1100-\U0010ffff]+")  # from the first Hangul letter on, letters take two columns
_SYLLABLES: Final = (0xAC00, 0xD7A3)
_MARKER = re.compile(
    r"\s*(?:[-*·•‣▪▫■□▲△▶▷◆◇○●◎◦※☞✓➢<\[「『(]"
    r"|[0-9]{1,3}[.)]|[\uac00-\ud7a3][.)]\s|[\u2460-\u24ff\u3200-\u32ff]|[IVXivx]{1,4}\.|[A-Za-z][.)]\s)"
)


def paragraphs(text: str, longest: int = 0) -> Iterator[str]:
    """Yield the paragraphs of a page or a part of it; `longest` is the width of the page's longest line, in columns.

    A line runs on into the next if it is nearly full, does not end a sentence and the next is no new item. Korean
    breaks lines inside words: if enough lines end with a space, one that ends without it broke inside a word.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    longest = max(longest, width(text), _SHORTEST)
    pairs = list(zip(lines, [*lines[1:], ""], strict=True))
    wrapped = [line for line, following in pairs if _runs_on(line, following, longest)]
    spaced = sum(line.endswith(" ") for line in wrapped) > _SPACED * len(wrapped)
    current = ""
    for line, following in pairs:
        current += line
        if _runs_on(line, following, longest):
            current = _prepared(current, following, spaced=spaced)
            continue
        if cleaned := grid.clean(current):
            yield cleaned
        current = ""


def width(text: str) -> int:
    """Return the width of the longest line, in columns; a syllable takes two."""
    return max(map(_width, text.splitlines()), default=0)


def _runs_on(line: str, following: str, longest: int) -> bool:
    stripped = line.rstrip()
    if not stripped or not following.strip():
        return False
    if stripped.endswith(_HYPHEN):
        return True
    full = _width(stripped) >= _FULL * longest
    return full and stripped[-1] not in _END and not _MARKER.match(following)


def _prepared(current: str, following: str, *, spaced: bool) -> str:
    """Return the text so far with what belongs between it and the next line."""
    stripped = current.rstrip()
    if stripped.endswith(_HYPHEN):
        return stripped.removesuffix(_HYPHEN)
    inside_word = spaced and stripped == current and _syllable(stripped[-1]) and _syllable(following[0])
    return stripped if inside_word else f"{stripped} "


def _syllable(character: str) -> bool:
    return _SYLLABLES[0] <= ord(character) <= _SYLLABLES[1]


def _width(line: str) -> int:
    said = line.rstrip()
    return len(said) + sum(map(len, _WIDE.findall(said)))
