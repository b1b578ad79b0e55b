"""Finds names of laws that are not quoted, or not written as the law is called (LAW-01)."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

from ilson.documents.official.lint.remark import Found
from ilson.documents.official.lint.sheet import RUNNING, Sheet

RULE: Final = "LAW-01"
"""The rule that this file checks."""

_ARTICLE = re.compile(r"(?:법률|법|시행령|시행규칙)(?=\s?제\d{1,4}조)")
_BEFORE: Final = 60  # characters in which a name that nobody knows may begin
_NAME = re.compile(r"[가-힣·ㆍ ]*$")
_BEHIND = re.compile(r"(?![가-힣])|시행|에|의|을|를|이|은|과|와|상|으로|및|제\d")
_LEADING = re.compile(r"(?:은|는|에|에서|하여|하고|하며|으로|따라|의거|및|또는|과|와|라|근거한?|관련)$")
_KEPT: Final = ("관한", "위한", "등에", "이용에", "관리에", "보호에")
_POINTING: Final = ("같은", "동", "위", "이", "그")
_BY_LAWS: Final = ("시행령", "시행규칙")
_DECREE: Final = "법|법률|시행령|시행규칙"
_ALONE = re.compile(
    rf"(?:(?:같은|동|이|위|본|그|해당|개정|현행|관련|관계|종전|상위) ?)?(?:{_DECREE})(?: 시행령| 시행규칙)?"
)
_MARKS: Final = ('"', "“")
_SIGNS: Final = ('"', "“", "'", "‘", "「")
_NO_LAW = re.compile(r"(?:방|불|합|위|적|입|기|수|용|문|어|해|공|비)법$")
_OPENED: Final = ("「", "<", "〈", "『", "｢")
_SHUT: Final = ("」", ">", "〉", "』", "｣")
_QUOTED = re.compile(r"「(?P<name>[^」\n]{2,80}?)(?P<rest>\s?(?:시행령|시행규칙))?」")


class Laws:
    """The names of the laws, and what people write for them."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._right = {_plain(written): right for written, right in names.items()}
        self._named = {"".join(written.split()): right for written, right in names.items()} | dict(names)
        self._names = list(self._named)
        self._finder = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest) if self._names else None

    def search(self, sheet: Sheet) -> Iterator[Found]:
        """Yield names outside of 「」, and names inside that the law does not have."""
        named = [self._cited(sheet.open, found.end()) for found in sheet.search(_ARTICLE, RUNNING)]
        seen = [one for one in named if one]
        yield from (one for one in seen if not _half(sheet.open, one.start, one.end))
        inside = {place for one in seen for place in range(one.start, one.end)}
        yield from (one for one in self._known(sheet) if one.start not in inside)
        for line in sheet.lines:
            for found in _QUOTED.finditer(line.raw) if line.kind in RUNNING else ():
                right = self._right.get(_plain(found["name"]))
                cited = line.raw[found.start() - 1 : found.start()] in _MARKS
                if right and right != found["name"] and not cited:
                    yield Found(line.start + found.start("name"), line.start + found.end("name"), right)

    def _known(self, sheet: Sheet) -> Iterator[Found]:
        if self._finder is None:
            return
        running = [(line.start, line.end) for line in sheet.lines if line.kind in RUNNING]
        at = 0
        for index, start, end in self._finder.find_matches_as_indexes(sheet.open):
            while at < len(running) and running[at][1] < start:
                at += 1
            if self._is_short(sheet, index):
                continue
            inside = at < len(running) and running[at][0] <= start
            if (
                inside
                and not _hangul(sheet.open[start - 1 : start])
                and _BEHIND.match(sheet.open, end)
                and not _half(sheet.open, start, end)
            ):
                yield Found(start, end, f"「{self._named[self._names[index]]}」")

    def _is_short(self, sheet: Sheet, index: int) -> bool:
        """Return whether a name stands for a law that the text calls so itself: (이하 “정보공개법”이라 한다)."""
        name = self._names[index]
        return self._named[name] != name and any(f"{sign}{name}" in sheet.text for sign in _SIGNS)

    def _cited(self, text: str, end: int) -> Found | None:
        """Return a name before an article: the longest that is known, else the words that look like one."""
        before = _NAME.search(text[max(text.rfind("\n", 0, end) + 1, end - _BEFORE) : end])
        told = before[0].lstrip() if before else ""
        words = told.split(" ")
        for first in range(len(words)):
            name = " ".join(words[first:])
            law, rest = _parted(name)
            if right := self._right.get(_plain(law)):
                return Found(end - len(name), end, f"「{right}{rest}」")
        name = " ".join(words[_first_word(words) :])
        if not name or _ALONE.fullmatch(name) or _NO_LAW.search(name):
            return None
        return Found(end - len(name), end, f"「{name}」")


def _parted(name: str) -> tuple[str, str]:
    """Return the law and the decree under it, as 「 시행령」."""
    for by_law in _BY_LAWS:
        if name.endswith(by_law) and name != by_law:
            return name.removesuffix(by_law).rstrip(), f" {by_law}"
    return name, ""


def _first_word(words: list[str]) -> int:
    """Return the first word of a name that nobody knows: behind the last word that only leads to it."""
    for at in range(len(words) - 2, -1, -1):
        if words[at] in _POINTING:
            return at
        if not words[at] or (_LEADING.search(words[at]) and not words[at].endswith(_KEPT)):
            return at + 1
        plain_law = words[-1].endswith("법") and not words[-1].endswith("에 관한 법")
        if plain_law and at < len(words) - 1:
            return len(words) - 1
    return 0


def _half(text: str, start: int, end: int) -> bool:
    """Return whether a bracket stands at one side already: that its partner is missing is another rule's to say."""
    return text[start - 1 : start] in _OPENED or text[end : end + 1] in _SHUT


def _plain(name: str) -> str:
    return re.sub(r"[\s·ㆍ,]", "", name)


def _hangul(sign: str) -> bool:
    return "가" <= sign <= "힣"
