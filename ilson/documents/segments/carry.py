"""Carries the marks of a text over to another text that lacks them."""

import re
from collections.abc import Callable, Container

from ilson.documents.diff import changes


def carry(old: str, new: str, mark: re.Pattern[str], known: Container[int]) -> str:
    """Return the new text with the marks of the old one, each beside the words that it stood beside.

    Where the words are others, a mark stands as far along as it did; a mark has its number in the group `number`, and
    those whose number is not known are text.
    """
    letters: list[str] = []
    signs: list[tuple[int, re.Match[str]]] = []
    at = total = 0
    for sign in mark.finditer(old):
        if int(sign["number"]) in known:
            letters.append(old[at : sign.start()])
            total += sign.start() - at
            signs.append((total, sign))
            at = sign.end()
    letters.append(old[at:])
    place = _places("".join(letters), new)
    parts: list[str] = []
    at = 0
    for index, sign in signs:
        there = max(at, place(index, not (sign["end"] or sign["alone"])))
        parts += (new[at:there], sign[0])
        at = there
    return "".join((*parts, new[at:]))


def _places(old: str, new: str) -> Callable[[int, bool], int]:
    """Return where a place of the old text is in the new one; one that goes with what follows says so."""
    found = list(changes(old, new))

    def place(index: int, following: bool) -> int:  # noqa: FBT001 - called in one place
        moved = index
        for a, b, c, d in found:
            if index < a:
                break
            if index == a and (a < b or not following):
                return c
            if index < b:
                return c + (index - a) * (d - c) // (b - a)
            moved = d + index - b
        return moved

    return place
