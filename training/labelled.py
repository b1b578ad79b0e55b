"""Stands in for the product's labels while the weights are learnt: says what a label or a column head names."""

import re
from bisect import bisect_right
from collections.abc import Callable
from pathlib import Path

_REACH = 30
_STOP = re.compile(r"\n|다\.|[.!?] |니다|세요")
_CELLS = re.compile(r"[|\t]|,(?! )")
_LETTERS = 8


def words() -> dict[str, str]:
    """Return the type of each label."""
    written = (Path(__file__).parent / "data" / "labels.txt").read_text("utf-8").splitlines()
    lines = [line.split() for line in written if not line.startswith("#")]
    return {word: line[0] for line in lines for word in line[1:]}


_WORDS = words()
_LABEL = re.compile("|".join(sorted(_WORDS, key=len, reverse=True)))


def labeller(text: str) -> Callable[[int], str | None]:
    """Return what tells the type of the value that begins at a position."""
    hits = [(found.start(), found.end(), _WORDS[found[0]]) for found in _LABEL.finditer(text)]
    ends = [hit[1] for hit in hits]

    def label(position: int) -> str | None:
        place = bisect_right(ends, position) - 1
        if place >= 0 and hits[place][0] < position and hits[place][1] > position - _REACH:
            gap = text[hits[place][1] : position]
            letters = sum(map(str.isalpha, gap))
            if not _STOP.search(gap) and letters <= _LETTERS and len(_CELLS.findall(gap)) <= 1:
                return hits[place][2]
        return _column(text, position) or _above(text, position)

    return label


def _column(text: str, position: int) -> str | None:
    start = text.rfind("\n", 0, position) + 1
    line = text[start : (text + "\n").find("\n", position)]
    delimiter = next((one for one in ("|", "\t", ",") if one in line), "")
    if not delimiter:
        return None
    number, columns = text.count(delimiter, start, position), line.count(delimiter)
    head = ""
    for _ in range(40):
        if start == 0:
            break
        end, start = start - 1, text.rfind("\n", 0, start - 1) + 1
        above = text[start:end]
        if above.count(delimiter) != columns:
            break
        head = above
    cells = head.split(delimiter)
    return _WORDS.get(cells[number].strip().replace(" ", "")) if number < len(cells) else None


def _above(text: str, position: int) -> str | None:
    start = text.rfind("\n", 0, position) + 1
    if start == 0 or text[start:position].strip(" -0123456789."):
        return None
    above = text[text.rfind("\n", 0, start - 1) + 1 : start - 1]
    return _WORDS.get(above.strip(" :*-").replace(" ", ""))
