"""Describes a place where a Korean name may stand, as strings that weights are learnt for.

A place is a word that begins with a surname. What stands around it is described once; each length that the name may
have (two to four syllables) by its syllables and by the rest of the word.
No feature holds a whole name, so that no person is inside the weights: a word's beginning as such (`W`) is kept only
for words that are no names.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ilson.guard.name_lexicon import Lexicon, Weights

LENGTHS = (2, 3, 4)
PAIR = 2
"""How many syllables the shortest name has, its surname one of them."""
USUAL = 3
"""How many syllables most names have."""
LEFT = 20
"""How many characters in front of a word are looked at."""
RIGHT = 16
"""How many characters behind it."""

_TOKEN = re.compile("[가-힣]+|[A-Za-z]+|[0-9]+|[^ ]")
_FORMAL = re.compile(
    "제[0-9]+[조항호장절관편]|각 [호목]|[「」①-⑮]|법률|시행령|대통령령|부령|<개정|<신설|따른|따라|규정|정하는"
    '|경우에는|하여야|한다\\.|된다\\.|이하 "'
)
_HANGUL = re.compile("[가-힣]+")
_MARK = re.compile("[0-9:|/=<>*()□○;#-]")
_NEAR = 30
_FEW = 2
_BLOCK = 300
_WINDOW = 150
_SEPARATORS = frozenset(",-/+&|")
_LONGEST_RUN = 12
_LINE = "/n"
_GLUED = 5
_DENSE = 4
_MOST = 3
_LINE_REACH = 60
_SHORT_LINE = 40

Label = Callable[[int], "str | None"]


@dataclass(frozen=True, slots=True)
class Place:
    """A word that may be or hold a name: where it begins and ends, and which characters stand there."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a word: features that hold for every length, and the kinds of evidence."""

    features: list[str]
    label: str
    titled: bool
    listed: bool
    formal: int
    column: bool

    def evidence(self, what: str) -> str:
        """Return the key of the strongest evidence for a name with such a rest."""
        if self.label == "NAME":
            return "column" if self.column else "label"
        if self.titled or what in "HT":
            return "title"
        return "list" if self.listed else "model"


def kind(token: str) -> str:
    """Return a token as features see it: figures by their number, Latin letters as one letter."""
    first = token[0]
    if first >= "가":
        return token
    if first.isspace():
        return _LINE
    if first.isdigit():
        return "01" if token.startswith("01") else f"0{min(len(token), 7)}"
    return "A" if first.isalpha() and first.isascii() else first


def _single(character: str) -> str:
    return "_" if character.isspace() and character != " " else character


class Features:
    """Finds the places in a text and describes them; made once for a text."""

    def __init__(self, lexicon: Lexicon, weights: Weights, seen: str, label: Label) -> None:
        self._lexicon = lexicon
        self._weights = weights
        self._seen = seen
        self._label = label
        self._blocks: dict[int, int] = {}
        self._marks = [found.start() for found in _FORMAL.finditer(seen)]

    def places(self) -> Iterator[Place]:
        """Yield each word that begins with a surname, also behind a title without a space between."""
        surnames, doubles, titles = self._lexicon.surnames, self._lexicon.doubles, self._lexicon.titles
        for found in _HANGUL.finditer(self._seen):
            word = found[0]
            size = len(word)
            if size < PAIR:
                continue
            start, end = found.span()
            if word[0] in surnames or word[:2] in doubles:
                yield Place(start, end, word[:_LONGEST_RUN])
            if size >= _GLUED:
                for cut in range(2, min(6, size - 1)):
                    if word[cut] in surnames and word[:cut] in titles:
                        yield Place(start + cut, end, word[cut : cut + _LONGEST_RUN])

    def known(self, place: Place) -> bool:
        """Return whether this is a common word, and nothing beside it says that it is a name."""
        if not self._lexicon.is_common(place.word):
            return False
        if len(place.word) == PAIR:
            return True
        right = _TOKEN.findall(self._seen, place.end, place.end + 10)
        if right and self._lexicon.begins_with_title(right[0]):
            return False
        return self._label(place.start) != "NAME"

    def formal(self, position: int) -> int:
        """Return from 0 to 3 how much the text around this position is written like a statute."""
        block = position // _BLOCK
        found = self._blocks.get(block)
        if found is None:
            start, end = max(0, block * _BLOCK - _WINDOW), block * _BLOCK + _BLOCK + _WINDOW
            count = self._marks_between(start, end)
            share = count * 100 // max(min(len(self._seen), end) - start, _WINDOW)
            found = self._blocks[block] = _MOST if share >= _DENSE else 2 if share >= _DENSE / 2 else min(1, count)
        return found

    def prose(self, place: Place) -> bool:
        """Return whether words stand around this one, not figures and marks as in forms, lists and tables."""
        start = self._seen.rfind("\n", max(0, place.start - _NEAR), place.start) + 1
        end = self._seen.find("\n", place.end, place.end + _NEAR)
        span = max(start, place.start - _NEAR), end if end >= 0 else place.end + _NEAR
        return span[1] - span[0] > _NEAR and len(_MARK.findall(self._seen, *span)) <= _FEW

    def _marks_between(self, start: int, end: int) -> int:
        return bisect_left(self._marks, end) - bisect_left(self._marks, start)

    def around(self, place: Place) -> Around:
        """Return what stands around this word."""
        seen, lexicon = self._seen, self._lexicon
        left = [kind(token) for token in _TOKEN.findall(seen, max(0, place.start - LEFT), place.start)[-3:]]
        right = [kind(token) for token in _TOKEN.findall(seen, place.end, place.end + RIGHT)[:3]]
        l3, l2, l1 = (["^", "^", "^", *left])[-3:]
        r1, r2, r3 = ([*right, "$", "$", "$"])[:3]
        before = " " if seen[place.start - 1 : place.start] == " " else "_"
        after = " " if seen[place.end : place.end + 1] == " " else "_"
        label = self._label(place.start) or "-"
        if label not in ("NAME", "-"):
            label = "other"
        word, mark = (l1, "") if l1 >= "가" else (l2, l1) if l2 >= "가" else (l3, l2 + l1)
        by_left = l1 >= "가" and lexicon.ends_with_title(l1)
        by_right = lexicon.begins_with_title(r1 if r1 != "(" else r2)
        beside = self._beside(l1, l2, l3), self._beside(r1, r2, r3)
        line = self._line(place)
        block = self.formal(place.start)
        local = min(2, self._marks_between(place.start - _LINE_REACH, place.end + _LINE_REACH))
        formal = (0, 0, 1, 1)[block] if local == 0 else (0, 0, 2, 3)[block] if local > 1 else min(block, 2)
        flags = f"{int(by_left)}{int(by_right)}"
        features = [
            "a" + before + l1[-3:],
            "c" + l1[-1],
            "e" + l2[-2:],
            f"F{mark}{word[-2:]}",
            "g" + after + r1[:3],
            "h" + after + r1[:2],
            "I" + r2[:2],
            f"j{l1[-2:]}|{r1[:2]}",
            "k" + label,
            "l" + line,
            "t" + flags,
            f"u{beside[0]}{beside[1]}",
            f"v{beside[0]}{beside[1]}{l1[-1] in _SEPARATORS:d}{r1[0] in _SEPARATORS:d}",
            f"m{formal}",
            f"n{block}{local}",
            f"M{formal}{flags}",
        ]
        column = l1 in "^/n|," or r1 == "|"
        return Around(features, label, by_left or by_right, max(beside) > 1, formal, column)

    def possible(self, place: Place) -> list[tuple[int, str]]:
        """Return each length the name may have, and the kind of the rest of the word; none in the name of a shop."""
        lexicon, word = self._lexicon, place.word
        if len(word) > USUAL + 1 and lexicon.rest(word[USUAL:]) == "B" and word[USUAL:] not in lexicon.titles:
            return []
        return [
            (length, what)
            for length in LENGTHS
            if length <= len(word) and ((what := lexicon.rest(word[length:])) in "EPHT" or length == USUAL)
        ]

    def lengths(
        self, place: Place, around: Around, possible: list[tuple[int, str]]
    ) -> Iterator[tuple[int, str, list[str]]]:
        """Yield each length the name may have, the kind of the rest, and the features of this length."""
        lexicon, weights = self._lexicon, self._weights
        word = place.word
        flags = f"{around.label[0]}{int(around.titled)}{int(around.listed)}"
        following = _single(self._seen[place.end : place.end + 1])
        preceding = _single(self._seen[place.start - 1 : place.start])
        for length, what in possible:
            rest = word[length:]
            double = word[:2] in lexicon.doubles
            given = word[2:length] if double else word[1:length]
            like = weights.like(given)
            last = word[length - 1]
            features = [
                f"0{length}",
                f"1{length}{what}",
                f"2{length}{what}{flags}",
                f"3{length}{what}{around.formal}",
                f"4{length}{what}{like}",
                f"5{length}{like}{flags}",
                f"6{what}{preceding}{following}",
                f"7{length}{rest[:3]}",
                f"8{rest[:2]}",
                f"9{last}{rest[:1]}",
                f"A{length}{word[0]}",
                f"B{length}{last}",
                f"C{length}{word[1]}",
                f"D{length}{int(double)}{what}",
                f"E{length}{like}{int(double)}{around.formal}",
                f"L{length}{what}{following}{flags}",
            ]
            if length > PAIR:
                features += [f"P{length}{word[:2]}", f"Q{length}{word[length - 2 : length]}"]
            yield length, what, features

    def beginnings(self, place: Place) -> list[str]:
        """Return the beginnings of the word as such: training keeps them only for words that are no names."""
        word = place.word
        return ["W" + word[:2], "W" + word[:3], "W" + word[:4], "w" + word]

    def _beside(self, first: str, *others: str) -> int:
        for token in (first, *others):
            if PAIR <= len(token) <= USUAL and token[0] in self._lexicon.surnames:
                like = self._weights.like(token[1:])
                if like > 1 and token not in self._lexicon.common:
                    return like
        return 0

    def _line(self, place: Place) -> str:
        seen = self._seen
        start = seen.rfind("\n", max(0, place.start - _LINE_REACH), place.start) + 1
        end = seen.find("\n", place.end, place.end + _LINE_REACH)
        begins = not seen[max(start, place.start - 6) : place.start].strip(" -*0123456789.)(|□○")
        ends = end >= 0 and not seen[place.end : end].strip(" |,.")
        if end < 0 and place.end + _LINE_REACH >= len(seen):
            end = len(seen)
            ends = not seen[place.end :].strip(" |,.")
        short = end >= 0 and (start > 0 or place.start < _LINE_REACH) and end - start < _SHORT_LINE
        bars = "|" in seen[max(start, place.start - 12) : place.end + 6]
        return f"{begins:d}{ends:d}{short:d}{bars:d}"
