"""Writes as text what a DOCX draws by other means: ticks of forms, signs of picture fonts, readings above letters.

Source: ECMA-376 part 1, 17.3.3 (ruby, sym), 17.16.7 (checkBox).
"""

from typing import Final

from ilson.documents.tree import Element

_TICKED: Final = "\u2611"
_EMPTY: Final = "\u2610"
_PRIVATE: Final = 0xF000
_SIGNS: Final = {
    "wingdings": {
        **dict.fromkeys((0x6F, 0x70, 0x71, 0x72, 0xA8), _EMPTY),
        0x6C: "\u25cf",
        0x6E: "\u25a0",
        0xA7: "\u25aa",
        0xA1: "\u25cb",
        0x77: "\u25c6",
        0x76: "\u2756",
        0xD8: "\u27a2",
        0xE0: "\u2192",
        0xE8: "\u2192",
        0xF0: "\u21e8",
        0x46: "\u261e",
        0xAB: "\u2605",
        0xFB: "\u2717",
        0xFC: "\u2713",
        0xFD: "\u2612",
        0xFE: _TICKED,
    },
    "wingdings 2": {0x4F: "\u2717", 0x50: "\u2713", 0x51: "\u2612", 0x52: _TICKED, 0xA3: _EMPTY, 0x2A: _EMPTY},
    "symbol": {0xB7: "\u2022", 0xAE: "\u2192", 0xB3: "\u2265", 0xA3: "\u2264", 0xB4: "\u00d7", 0xB1: "\u00b1"},
}
"""What the signs of picture fonts are in Unicode, by their codes."""
_OTHER: Final = "\u25a1"  # a sign that is not known is there all the same
_OFF: Final = frozenset({"0", "false", "off"})


def settle(root: Element) -> None:
    """Put a text where something is drawn."""
    for element in list(root.iter()):
        if element.tag == "sym":
            _say(element, _sign(element))
        elif element.tag == "checkBox":
            _say(element, _TICKED if _is_on(element) else _EMPTY)
        elif element.tag == "ruby":
            _put_reading_behind(element)


def _say(element: Element, text: str) -> None:
    element.clear()
    element.tag, element.text = "t", text


def _sign(element: Element) -> str:
    code = element.get("char", "")
    try:
        number = int(code, 16)
    except ValueError:
        return _OTHER
    known = _SIGNS.get(element.get("font", "").lower(), {})
    usual = _OTHER if number >= _PRIVATE or known else chr(number)
    return known.get(number % 0x1000 if number >= _PRIVATE else number, usual)


def _is_on(box: Element) -> bool:
    """Return whether a box is ticked: by a person, or from the beginning where nobody touched it."""
    said = box.find("checked")
    said = box.find("default") if said is None else said
    return said is not None and said.get("val", "1") not in _OFF


def _put_reading_behind(ruby: Element) -> None:
    marks = [Element("t"), Element("t")]
    marks[0].text, marks[1].text = "()"
    ruby[:] = [*ruby.findall("rubyBase"), marks[0], *ruby.findall("rt"), marks[1]]
