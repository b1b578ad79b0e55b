"""Returns a text as the patterns see it: other writings of digits, dashes and spaces become plain ones.

The result has as many characters as the text, so an offset in one is the same offset in the other.
"""

import re
import unicodedata

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2500\u2501\u3161\u30fc\uff70\ufe58\ufe63\u301c"
_SPACES = "\u00a0\u2002\u2003\u2005\u2009\u202f\u3000"
_OTHER_DIGITS = (0x0660, 0x06F0, 0x0966, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6)  # first of ten in a row
_CIRCLED = "⓪①②③④⑤⑥⑦⑧⑨"
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u20e3\ufe00-\ufe0f\ufeff]")


def _table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {ord(mark): "-" for mark in _DASHES}
    table |= {ord(mark): " " for mark in _SPACES}
    return table | {first + digit: str(digit) for first in _OTHER_DIGITS for digit in range(10)}


def _marks() -> dict[int, str]:
    circled = {ord(mark): str(digit) for digit, mark in enumerate(_CIRCLED)}
    superscripts = (chr(code) for code in (0xB2, 0xB3, 0xB9, *range(0x2070, 0x208A)))
    return circled | {
        ord(mark): str(unicodedata.digit(mark)) for mark in superscripts if unicodedata.digit(mark, -1) >= 0
    }


_LAST_OF_PLANE = 0xFFFF
_TABLE = _table()
_WITH_MARKS = _TABLE | _marks()
_MARK = re.compile("[" + "".join(map(chr, _marks())) + "]")
_MARK_BESIDE = re.compile(f"{_MARK.pattern}(?:(?=[0-9])|(?<=[0-9].))")
# Apart, because a class with characters above U+FFFF is twenty times as slow.
_ODD = re.compile("[" + "".join(chr(code) for code in sorted(_WITH_MARKS) if code <= _LAST_OF_PLANE) + "]")
_ODD_HIGH = re.compile("[" + "".join(chr(code) for code in sorted(_WITH_MARKS) if code > _LAST_OF_PLANE) + "]")


def view(text: str) -> str:
    """Return the text with plain digits, letters, dashes and spaces, character for character."""
    if text.isascii():
        return text
    odd = set(_ODD.findall(text))  # a text has few kinds of them
    if len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text):
        odd.update(_ODD_HIGH.findall(text))
    for mark in odd:
        text = text.replace(mark, _WITH_MARKS[ord(mark)])
    return text


def views(text: str) -> tuple[str, ...]:
    """Return `view`, and if ①, ¹ and the like stand beside digits, also a view in which they are none.

    Such a mark may be a digit of a number or the mark of a list or a note beside it; only the number can tell.
    """
    return (view(text), view(_MARK.sub(" ", text))) if _MARK_BESIDE.search(text) else (view(text),)


def without_invisible(text: str) -> tuple[str, list[int] | None]:
    """Return the text without characters of no width, and where each of its characters stood; None if none is gone."""
    if text.isascii() or not _INVISIBLE.search(text):
        return text, None
    places = [place for place, character in enumerate(text) if not _INVISIBLE.match(character)]
    return "".join(text[place] for place in places), places


def lower(text: str) -> str:
    """Return the text with small letters, character for character."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)
