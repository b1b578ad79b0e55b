"""Tells what a value is called: the label in front of it, behind it or on the line above, or the head of its column."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from ilson.guard.grid import Cell, Grid
from ilson.guard.marks import CLOSE, OPEN
from ilson.guard.normalise import lower
from ilson.guard.stacked import stacked

NOBODY: Final = "NONE"
"""The type of a label that names what is nobody's."""

Place = Literal["before", "column", "above", "behind", "row"]

REACH: Final = 36
"""How many characters a label may stand in front of its value."""

_SHORT = 2  # syllables; a shorter word is a label only where a word begins: 발생일 is no 생일
_SYLLABLES = re.compile("[가-힣]{2,4}")
_GAPS = (" ", "  ", "    ")
_LATIN = re.compile("[a-z0-9]")
_LAST_WORD = re.compile(r"(?<=[가-힣]{2})((?:식별|고유|증)?(?:번호|코드|아이디)|[a-z]{2,})\Z")
_SEVERAL = re.compile("[가-힣a-z0-9]+(?:[ _-][가-힣a-z0-9]+)+")
_FIGURES = re.compile(r"[0-9][0-9 ,./~()-]*")
_STOP = re.compile(rf"[\n{OPEN}{CLOSE}]|다\.|[.!?](?: |$)|음[.,]|함[.,]|니다|세요")
_SAME_CELL = re.compile(r"[|\t;^┃]|,(?! )")
_HAS_VALUE = re.compile(
    r"[0-9](?:[-. ]?[0-9]){5,}(?: [/·] | ?[|;\t^┃]|,(?! )| {2,})"
)  # and the cell behind it has another
_ENDS_LINE = re.compile(r"[ :)\]\"']*(?:[(·/][가-힣 ()·/]{1,14})?[ :)\]\"']*")
_TWINS = re.compile(r" ?[(·ㆍ/및]? ?")
_NAME = "NAME"
_CODES = frozenset({"EMPID", "STUID", "SECRET", "ACCOUNT"})  # so plain that only their place in the row tells them
_NO_HEAD = re.compile("[='\"]|[0-9]{4}")
_HEAD_MORE = 16  # characters of a head beside its label
_HEAD = 3  # labels in a line that heads others
_ROWS = 300  # lines under it
_LONG_FIGURE = re.compile("[0-9]{4}")
_KEY = re.compile(r"[^:]:\s|[='\"]|다[.]|[한해된](?:다|야)|하여|하는|에 따| 등 |\A\s*(?:[0-9]{1,2}\\?|[가-하])[.)]\s")
_WORD = re.compile(r"\S{0,128}")
_LIST = re.compile(r"(?i) {0,2}(?:in)? {0,2}\((?:\\?'[^'\n]{1,40}', ?)+\\?'")  # IN ('20251234','20251235')
_MOST_WORDS = 14  # letters between a label and its value
_ABOVE = 20  # characters of a line that is only a label
_MARK = re.compile(r"[\s0-9.()○□ㅇ※*\-·•▪:가-하]{0,6}\Z")
_BEHIND = re.compile(r"[ \"']{0,2}[(\[/,]? ?")
_AFTER_BEHIND = re.compile(r"\s*(?:[)\],.]|$|\n|번|로|으로|입니다|이고|임)")


class Label(NamedTuple):
    """What a value is called."""

    type: str
    word: str
    place: Place
    start: int
    end: int


class Labels:
    """All words that name values, ready to be looked for."""

    __slots__ = ("_automaton", "_latin", "_short", "_types", "_whole", "_words")

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        """Take the words by the type that they name.

        `~사번` may be the end of a longer word (담당자사번), `국민!` is not the beginning of one (국민신문고).
        """
        named = [(kind, word) for kind, some in words.items() for word in some]
        written = {form: (kind, word) for kind, word in named for form in _forms(word)}
        for kind, word in named:
            for form in _spaced(word):
                written.setdefault(form, (kind, word))
        self._words = sorted(written)
        self._types = [written[word][0] for word in self._words]
        self._short = [
            len(word.replace(" ", "")) <= _SHORT and not written[word][1].startswith("~") for word in self._words
        ]
        self._whole = [written[word][1].endswith("!") for word in self._words]
        self._latin = [bool(_LATIN.match(word[0]) or _LATIN.match(word[-1])) for word in self._words]
        self._automaton = (
            AhoCorasick(self._words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)
            if self._words
            else None
        )

    def read(self, seen: str) -> "Labelled":
        """Return the labels of one normalised text; it is read when the first label is asked for."""
        return Labelled(seen, self)

    def any_of(self, seen: str, types: Container[str]) -> bool:
        """Return whether a label of one of these types stands in a normalised text."""
        hits = self.hits(seen)
        return any(hits.types[index] in types for index, _, _ in hits.found)

    def hits(self, seen: str) -> "Hits":
        """Return every label, in the order of the text."""
        if self._automaton is None:
            return Hits([], self._types, self._words)
        lowered = lower(seen)
        found = self._automaton.find_matches_as_indexes(lowered)
        latin, short, whole, last = self._latin, self._short, self._whole, len(lowered)
        kept = [
            (index, start, end)
            for index, start, end in found
            if not (short[index] and start and "가" <= lowered[start - 1] <= "힣")
            and not (whole[index] and end < last and "가" <= lowered[end] <= "힣")
            and (not latin[index] or _stands_alone(lowered, start, end))
        ]
        return Hits(kept, self._types, self._words)


@dataclass(frozen=True, slots=True)
class Hits:
    """Labels as the automaton gives them: which word, from where to where; a `Label` is made when one is asked for."""

    found: list[tuple[int, int, int]]
    types: list[str]
    words: list[str]

    def label(self, place: int, at: Place = "before") -> Label:
        """Return one as a label."""
        index, start, end = self.found[place]
        return Label(self.types[index], self.words[index], at, start, end)

    def without(self, kind: str) -> "Hits":
        """Return those that are not of this type."""
        types = self.types
        return Hits([hit for hit in self.found if types[hit[0]] != kind], self.types, self.words)

    def ends(self) -> list[int]:
        """Return where each ends."""
        return [end for _, _, end in self.found]


class Labelled:
    """The labels of one text."""

    def __init__(self, seen: str, labels: Labels) -> None:
        self.seen = seen
        self._labels = labels
        self._known: dict[int, Label | None] = {}  # by where the value begins
        self.grid = Grid(seen)

    @cached_property
    def _everything(self) -> Hits:
        return self._labels.hits(self.seen)

    @cached_property
    def _all(self) -> tuple[list[int], Hits]:
        """The labels of values other than names: who somebody is does not say what the number behind the name is."""
        hits = self._everything.without(_NAME)
        return hits.ends(), hits

    @cached_property
    def _of_names(self) -> "Labelled":
        """The same text with the labels of names too."""
        other = Labelled(self.seen, self._labels)
        other.__dict__["_all"] = (self._everything.ends(), self._everything)
        other.__dict__["grid"] = self.grid
        return other

    @cached_property
    def _rows(self) -> list[tuple[int, int, tuple[Label, ...]]]:
        """The lines under a line of at least three labels, however they are parted: start, end and those labels."""
        rows: list[tuple[int, int, tuple[Label, ...]]] = []
        below = 0  # where the rows that are known so far end
        for head in self._heads():
            start = self.seen.find("\n", head[0].end) + 1
            if start == 0:
                break
            rows = [row for row in rows if row[0] < start]
            for _ in range(_ROWS):
                end = self.seen.find("\n", start)
                end = len(self.seen) if end < 0 else end
                if not self.seen[start:end].strip():
                    break
                rows.append((start, end, head))
                start = end + 1
                if start > len(self.seen):
                    break
            below = max(below, start)
        return rows

    def _heads(self) -> Iterator[tuple[Label, ...]]:
        """Yield the labels of each line that consists of little else."""
        hits = self._everything
        place = 0
        while place + _HEAD <= len(hits.found):
            line_end = self.seen.find("\n", hits.found[place][2])
            last = place + 1
            while last < len(hits.found) and hits.found[last][1] < line_end:
                last += 1
            if last - place >= _HEAD:
                line = self.seen[self.seen.rfind("\n", 0, hits.found[place][1]) + 1 : line_end]
                named = sum(end - start for _, start, end in hits.found[place:last])
                if named * 2 >= len("".join(line.split())) and not _LONG_FIGURE.search(line) and not _KEY.search(line):
                    yield tuple(hits.label(index, "column") for index in range(place, last))
            place = last

    def at(self, start: int, end: int | None = None, kind: str = "") -> Label | None:
        """Return the label of the value that begins here (and ends there, for a label behind it).

        Where nothing is nearer, a line of labels above that has one of the kind `kind` counts too.
        """
        if start not in self._known:
            self._known[start] = (
                self._heading(self.grid.column(start))
                or self._before(start)
                or self._heading(self._stacks.get(self.seen.rfind("\n", 0, start) + 1))
                or self._over(start)
                or self._above(start)
            )
        found = self._known[start] or self._behind(end)
        if found is not None:
            return found if found.type == kind or not kind else self._twin(found, kind) or found
        if not kind:
            return None
        above = bisect_right(self._rows, start, key=lambda row: row[0]) - 1
        if above < 0 or start >= self._rows[above][1] or self.grid.head(start) is not None:
            return None
        begin, _, head = self._rows[above]
        line = self.seen.rfind("\n", 0, head[0].start) + 1
        words = len(self.seen[line : head[-1].end].split()) >= len(head)
        for index, label in enumerate(head):
            place = len(self.seen[line : label.start].split()) if words else index
            if label.type == kind and (kind not in _CODES or len(self.seen[begin:start].split()) == place):
                return Label(kind, label.word, "row", label.start, label.end)
        return None

    def type_at(self, start: int) -> str | None:
        """Return the type that a label gives to the value that begins here."""
        label = self._of_names.at(start)
        return None if label is None else label.type

    @property
    def types(self) -> Collection[str]:
        """The types that labels name somewhere in the text."""
        return self._by_type.keys()

    def regions(self, kind: str) -> Iterator[Cell]:
        """Yield where values that labels call by this type may stand; regions may overlap."""
        hits = self._all[1]
        of_kind = self._by_type.get(kind)
        if of_kind is None:
            return
        for place in of_kind:
            yield from self._reach(hits.label(place))
        for start, end, head in self._rows:
            if any(label.type == kind for label in head):
                yield Cell(start, end)

    @cached_property
    def _stacks(self) -> dict[int, Cell]:
        """The heads of stacked tables, by where the line of the cell begins."""
        return {cell.start: head for cell, head in stacked(self.seen, lambda line: self._heading(line) is not None)}

    @cached_property
    def _by_type(self) -> dict[str, list[int]]:
        hits = self._all[1]
        found: dict[str, list[int]] = {}
        for place, (index, _, _) in enumerate(hits.found):
            kind = hits.types[index]
            if kind != NOBODY:
                found.setdefault(kind, []).append(place)
        return found

    def _reach(self, label: Label) -> Iterator[Cell]:
        line_end = self.seen.find("\n", label.end)
        line_end = len(self.seen) if line_end < 0 else line_end
        if _ENDS_LINE.fullmatch(self.seen, label.end, line_end):
            below = self.seen.find("\n", line_end + 1)
            yield Cell(line_end + 1, len(self.seen) if below < 0 else below)
        yield Cell(label.end, min(line_end, self._word_end(label.end + 2 * REACH)))
        yield from self.grid.under(label.start)
        yield from self.grid.valued(label.start)
        for start, head in self._stacks.items():
            if head.start <= label.start < head.end:
                yield Cell(start, self.grid.line_end(start))
        line_start = self.seen.rfind("\n", 0, label.start) + 1
        yield Cell(max(line_start, label.start - REACH), label.start)

    def _word_end(self, position: int) -> int:
        """Return where the word ends in which this position is: no value is looked at in part."""
        goes_on = _WORD.match(self.seen, position)
        return position if goes_on is None else goes_on.end()

    def _before(self, start: int) -> Label | None:
        ends, hits = self._all
        place = bisect_left(ends, start + 1) - 1
        if place < 0 or ends[place] <= start - REACH:
            return None
        return hits.label(place) if self._leads(self.seen[ends[place] : start]) else None

    @staticmethod
    def _leads(gap: str) -> bool:
        """Whether a value after this gap still belongs to the label in front of the gap."""
        if _STOP.search(gap) or _HAS_VALUE.search(gap):
            return False
        if _LIST.fullmatch(gap):
            return True
        rest = _FIGURES.sub("", gap)
        figures = len(rest) < len(gap)
        letters = sum(map(str.isalpha, rest))
        if figures and letters > 1:  # another value and a word after it
            return False
        return letters <= _MOST_WORDS and len(_SAME_CELL.findall(rest)) <= 1

    def _twin(self, label: Label, kind: str) -> Label | None:
        """Return the label of this kind that stands right in front: `생년월일(법인등록번호)` names two values."""
        ends, hits = self._all
        index = bisect_left(ends, label.start + 1) - 1
        start = label.start
        while index >= 0 and _TWINS.fullmatch(self.seen, ends[index], start):
            if hits.types[hits.found[index][0]] == kind:
                return hits.label(index, label.place)
            start, index = hits.found[index][1], index - 1
        return None

    def _over(self, start: int) -> Label | None:
        return self._heading(self.grid.head(start))

    def _heading(self, head: Cell | None) -> Label | None:
        """Return the label in a head, if the head is little more than it."""
        if head is None or _NO_HEAD.search(self.seen, head.start, head.end):
            return None
        label = self._within(head, "column")
        return label if label and head.end - head.start <= label.end - label.start + _HEAD_MORE else None

    def _above(self, start: int) -> Label | None:
        line_start = self.seen.rfind("\n", 0, start) + 1
        if line_start == 0 or not _MARK.match(self.seen[line_start:start]):
            return None
        above = self.seen.rfind("\n", 0, line_start - 1) + 1
        if not 0 < line_start - 1 - above <= _ABOVE:
            return None
        label = self._within(Cell(above, line_start - 1), "above")
        if label is None or not _ENDS_LINE.fullmatch(self.seen, label.end, line_start - 1):
            return None
        return label

    def _behind(self, end: int | None) -> Label | None:
        if end is None:
            return None
        lead = _BEHIND.match(self.seen, end)
        begins = end if lead is None else lead.end()
        ends, hits = self._all
        place = bisect_left(ends, begins + 1)
        follows = place < len(ends) and hits.found[place][1] == begins
        return hits.label(place, "behind") if follows and _AFTER_BEHIND.match(self.seen, ends[place]) else None

    def _within(self, cell: Cell, place: Place) -> Label | None:
        ends, hits = self._all
        last = bisect_left(ends, cell.end + 1) - 1
        if last < 0 or hits.found[last][1] < cell.start:
            return None
        return hits.label(last, place)


def _forms(word: str) -> Iterator[str]:
    """Yield a label as it is looked for, also with its letters apart: 생 일, 학    번."""
    plain = lower(word.strip("~!"))
    yield plain
    if _SYLLABLES.fullmatch(plain):
        for gap in _GAPS if len(plain) == _SHORT else _GAPS[:1]:
            yield gap.join(plain)


def _spaced(word: str) -> Iterator[str]:
    """Yield a label of several words with other things between them: employee_id, employee-id, 직원 번호, 직원번호."""
    plain = _LAST_WORD.sub(r" \1", lower(word.strip("~!")))
    if _SEVERAL.fullmatch(plain):
        words = re.split("[ _-]", plain)
        yield from (between.join(words) for between in ("", " ", "_", "-"))


def _stands_alone(lowered: str, start: int, end: int) -> bool:
    """Whether no Latin word goes on before or behind a Latin one."""
    if start and _LATIN.match(lowered[start]) and _LATIN.match(lowered[start - 1]):
        return False
    return not (end < len(lowered) and _LATIN.match(lowered[end - 1]) and _LATIN.match(lowered[end]))
