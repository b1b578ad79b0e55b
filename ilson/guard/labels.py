"""Tells what a value is called: the label in front of it, behind it or on the line above, or the head of its column."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from ahocorasick_rs import AhoCorasick, MatchKind

from ilson.guard.grid import Cell, Grid
from ilson.guard.marks import CLOSE, OPEN
from ilson.guard.normalise import lower

NOBODY: Final = "NONE"
"""The type of a label that names what is nobody's."""

Place = Literal["before", "column", "above", "behind"]

REACH: Final = 36
"""How many characters a label may stand in front of its value."""

_SHORT = 2  # syllables; a shorter word is a label only where a word begins: 발생일 is no 생일
_HANGUL = re.compile("[가-힣]")
_LATIN = re.compile("[a-z0-9]")
_FIGURES = re.compile(r"[0-9][0-9 ,./~()-]*")
_STOP = re.compile(rf"[\n{OPEN}{CLOSE};]|다\.|[.!?](?: |$)|음[.,]|함[.,]|니다|세요")
_SAME_CELL = re.compile(r"[|\t]|,(?! )")
_NAME = "NAME"
_CODES = frozenset({"EMPID", "STUID", "SECRET", "ACCOUNT"})  # so plain that only their place in the row tells them
_HEAD = 3  # labels in a line that heads others
_ROWS = 300  # lines under it
_LONG_FIGURE = re.compile("[0-9]{4}")
_KEY = re.compile(r"[^:]:\s")
_MOST_WORDS = 14  # letters between a label and its value
_ABOVE = 20  # characters of a line that is only a label
_MARK = re.compile(r"[\s0-9.()○□ㅇ※*\-·•▪:가-하]{0,6}\Z")
_BEHIND = re.compile(r"[ \"']{0,2}[(\[/,]? ?")
_AFTER_BEHIND = re.compile(r"\s*(?:[)\],.]|$|\n|번|로|으로|입니다|이고|임)")


@dataclass(frozen=True, slots=True)
class Label:
    """What a value is called."""

    type: str
    word: str
    place: Place
    start: int
    end: int


class Labels:
    """All words that name values, ready to be looked for."""

    __slots__ = ("_automaton", "_types", "_words")

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        """Take the words by the type that they name."""
        types = {lower(word): kind for kind, some in words.items() for word in some}
        self._words = sorted(types)
        self._types = [types[word] for word in self._words]
        self._automaton = AhoCorasick(self._words, matchkind=MatchKind.LeftmostLongest) if self._words else None

    def read(self, seen: str) -> "Labelled":
        """Return the labels of one normalised text; it is read when the first label is asked for."""
        return Labelled(seen, self)

    def hits(self, seen: str) -> list[Label]:
        """Return every label, in the order of the text."""
        if self._automaton is None:
            return []
        lowered = lower(seen)
        return [
            Label(self._types[index], self._words[index], "before", start, end)
            for index, start, end in self._automaton.find_matches_as_indexes(lowered)
            if _stands_alone(lowered, start, end)
        ]


class Labelled:
    """The labels of one text."""

    def __init__(self, seen: str, labels: Labels) -> None:
        self._seen = seen
        self._labels = labels
        self.grid = Grid(seen)

    @cached_property
    def _everything(self) -> list[Label]:
        return self._labels.hits(self._seen)

    @cached_property
    def _all(self) -> tuple[list[int], list[Label]]:
        """The labels of values other than names: who somebody is does not say what the number behind the name is."""
        hits = [hit for hit in self._everything if hit.type != _NAME]
        return [hit.end for hit in hits], hits

    @cached_property
    def _of_names(self) -> "Labelled":
        """The same text with the labels of names too."""
        other = Labelled(self._seen, self._labels)
        hits = self._everything
        other.__dict__["_all"] = ([hit.end for hit in hits], hits)
        other.__dict__["grid"] = self.grid
        return other

    @cached_property
    def _rows(self) -> list[tuple[int, int, tuple[Label, ...]]]:
        """The lines under a line of at least three labels, however they are parted: start, end and those labels."""
        rows: list[tuple[int, int, tuple[Label, ...]]] = []
        head: tuple[Label, ...] = ()
        left = 0
        hits = self._everything
        place = start = 0
        for line in self._seen.split("\n"):
            end = start + len(line)
            found: list[Label] = []
            while place < len(hits) and hits[place].start < end:
                found.append(hits[place])
                place += 1
            if len(found) >= _HEAD and not _LONG_FIGURE.search(line) and not _KEY.search(line):
                head, left = tuple(found), _ROWS
            elif not line.strip() or left == 0:
                head = ()
            elif head:
                rows.append((start, end, head))
                left -= 1
            start = end + 1
        return rows

    def at(self, start: int, end: int | None = None, kind: str = "") -> Label | None:
        """Return the label of the value that begins here (and ends there, for a label behind it).

        Where nothing is nearer, a line of labels above that has one of the kind `kind` counts too.
        """
        found = self._before(start) or self._over(start) or self._above(start) or self._behind(end)
        if found is not None or not kind:
            return found
        place = bisect_right(self._rows, start, key=lambda row: row[0]) - 1
        if place < 0 or start >= self._rows[place][1]:
            return None
        begin, _, head = self._rows[place]
        for index, label in enumerate(head):
            if label.type == kind and (kind not in _CODES or len(self._seen[begin:start].split()) == index):
                return Label(kind, label.word, "column", label.start, label.end)
        return None

    def type_at(self, start: int) -> str | None:
        """Return the type that a label gives to the value that begins here."""
        label = self._of_names.at(start)
        return None if label is None else label.type

    def regions(self, kind: str) -> Iterator[Cell]:
        """Yield where values that labels call by this type may stand; regions may overlap."""
        for label in self._all[1]:
            if label.type == kind:
                yield from self._reach(label)
        for start, end, head in self._rows:
            if any(label.type == kind for label in head):
                yield Cell(start, end)

    def _reach(self, label: Label) -> Iterator[Cell]:
        line_end = self._seen.find("\n", label.end)
        line_end = len(self._seen) if line_end < 0 else line_end
        if self._seen[label.end : line_end].strip(" :：)]\"'") == "":
            below = self._seen.find("\n", line_end + 1)
            yield Cell(line_end + 1, len(self._seen) if below < 0 else below)
        yield Cell(label.end, min(line_end, label.end + 2 * REACH))
        yield from self.grid.under(label.start)
        line_start = self._seen.rfind("\n", 0, label.start) + 1
        yield Cell(max(line_start, label.start - REACH), label.start)

    def _before(self, start: int) -> Label | None:
        ends, hits = self._all
        place = bisect_left(ends, start + 1) - 1
        if place < 0 or hits[place].end <= start - REACH:
            return None
        return hits[place] if self._leads(self._seen[hits[place].end : start]) else None

    @staticmethod
    def _leads(gap: str) -> bool:
        """Whether a value after this gap still belongs to the label in front of the gap."""
        if _STOP.search(gap):
            return False
        rest = _FIGURES.sub("", gap)
        figures = len(rest) < len(gap)
        letters = sum(map(str.isalpha, rest))
        if figures and letters > 1:  # another value and a word after it
            return False
        return letters <= _MOST_WORDS and len(_SAME_CELL.findall(rest)) <= 1

    def _over(self, start: int) -> Label | None:
        head = self.grid.head(start)
        return None if head is None else self._within(head, "column")

    def _above(self, start: int) -> Label | None:
        line_start = self._seen.rfind("\n", 0, start) + 1
        if line_start == 0 or not _MARK.match(self._seen[line_start:start]):
            return None
        above = self._seen.rfind("\n", 0, line_start - 1) + 1
        if not 0 < line_start - 1 - above <= _ABOVE:
            return None
        label = self._within(Cell(above, line_start - 1), "above")
        if label is None or self._seen[label.end : line_start - 1].strip(" :：)]") != "":
            return None
        return label

    def _behind(self, end: int | None) -> Label | None:
        if end is None:
            return None
        lead = _BEHIND.match(self._seen, end)
        begins = end if lead is None else lead.end()
        hits = self._all[1]
        ends = self._all[0]
        place = bisect_left(ends, begins + 1)
        if place < len(hits) and hits[place].start == begins and _AFTER_BEHIND.match(self._seen, hits[place].end):
            hit = hits[place]
            return Label(hit.type, hit.word, "behind", hit.start, hit.end)
        return None

    def _within(self, cell: Cell, place: Place) -> Label | None:
        ends, hits = self._all
        last = bisect_left(ends, cell.end + 1) - 1
        if last < 0 or hits[last].start < cell.start:
            return None
        hit = hits[last]
        return Label(hit.type, hit.word, place, hit.start, hit.end)


def _stands_alone(lowered: str, start: int, end: int) -> bool:
    before = lowered[start - 1] if start else " "
    if _LATIN.match(lowered[start]) and _LATIN.match(before):
        return False
    if _LATIN.match(lowered[end - 1]) and end < len(lowered) and _LATIN.match(lowered[end]):
        return False
    return not (end - start <= _SHORT and _HANGUL.match(before))
