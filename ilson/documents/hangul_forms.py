"""Says what the form controls of a Hangul document show: boxes that are ticked or not, and what was chosen or typed.

Source: KS X 6101 (OWPML), form objects; Hancom, HWP Document File Formats 5.0, revision 1.3, form objects.
"""

import re
from typing import Final

from ilson.documents.tree import Element

CONTROLS: Final = frozenset({"checkBtn", "radioBtn", "btn", "comboBox", "edit"})
"""The elements of HWPX that are form controls."""

_TICKED: Final = "\u2611"
_EMPTY: Final = "\u2610"
_TEXT = re.compile(r"(Caption|Text):wstring:(\d{1,6}):")
_VALUE = re.compile(r"\bValue:int:(-?\d+)")
_MOST: Final = 100_000  # characters of what a control says of itself


def of_element(control: Element) -> str:
    """Return what a control of HWPX shows, with a space behind, or nothing."""
    caption = control.get("caption", "")
    if control.tag in {"checkBtn", "radioBtn"}:
        return _box(caption, ticked=control.get("value") == "CHECKED")
    return _shown(caption or control.get("selectedValue") or control.findtext("text") or "")


def of_record(data: bytes) -> str:
    """Return what a control of HWP 5 shows, which it says in words: names, the kinds of values, and values."""
    said = data[: 2 * _MOST].decode("utf-16-le", "ignore")
    texts = {hit[1]: said[hit.end() : hit.end() + int(hit[2])] for hit in _TEXT.finditer(said)}
    value = _VALUE.search(said)
    if "Caption" in texts and value is not None:
        return _box(texts["Caption"], ticked=value[1] == "1")
    return _shown(texts.get("Caption") or texts.get("Text", ""))


def _box(caption: str, *, ticked: bool) -> str:
    return _shown(f"{_TICKED if ticked else _EMPTY} {caption}".strip())


def _shown(text: str) -> str:
    """Return a text as it shows: where a control has a key of its own, Hangul writes an ampersand twice."""
    return f"{text.replace('&&', '&')} " if text.strip() else ""
