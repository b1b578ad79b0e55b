"""Takes out of a section of an HWPX what a tracked change has deleted: it is there only for who looks at the changes.

Source: KS X 6101 (OWPML), trackchange marks inside hp:t.
"""

from collections import Counter
from typing import Final

from ilson.documents.tree import Element

_BEGIN: Final = "deleteBegin"
_END: Final = "deleteEnd"
_GONE: Final = "gone"


def settle(section: Element) -> None:
    """Empty the deleted texts; a deletion that has no end deletes nothing, so that a damaged mark loses no text."""
    texts = list(section.iter("t"))
    ends = Counter(_key(mark) for text in texts for mark in text if mark.tag == _END)
    if ends:
        _Settler(ends).settle(texts)


def _key(mark: Element) -> str:
    return mark.get("TcId", mark.get("Id", ""))


class _Settler:
    """Knows which deletions are open, and how many ends are still to come."""

    def __init__(self, ends: Counter[str]) -> None:
        self._ends = ends
        self._open: Counter[str] = Counter()
        self._count = 0  # of the open ones

    def settle(self, texts: list[Element]) -> None:
        """Empty the texts, in reading order."""
        for text in texts:
            if self._count:
                text.text = ""
            for mark in text:
                self._take(mark)

    def _take(self, mark: Element) -> None:
        key = _key(mark)
        if mark.tag == _BEGIN and self._open[key] < self._ends[key]:
            self._open[key] += 1
            self._count += 1
        elif mark.tag == _END:
            self._ends[key] -= 1
            ended = min(self._open[key], 1)
            self._open[key] -= ended
            self._count -= ended
        elif self._count:
            mark.tag, mark.text = _GONE, ""
        if self._count:
            mark.tail = ""
