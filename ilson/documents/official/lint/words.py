"""Finds words that should be others: the lists of the rule files, all of them at once."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

from ilson.documents.official.lint.remark import Found
from ilson.documents.official.lint.sheet import RUNNING, Sheet
from ilson.domain.official_rule import LintRule

_HANGUL_START, _HANGUL_END = "가", "힣"
_FINALS = 28
_RIEUL = 8  # the place of ㄹ among the finals
_PAIRS = (("을", "를"), ("이", "가"), ("은", "는"), ("과", "와"), ("으로", "로"))
_SHORT = 2  # letters; so short a word begins others
_ENDED = re.compile(r"(?![가-힣])|[은는이가을를에의과와도만로중및자간한하할함되된될에]|으로|부터|까지")
_NAMING = re.compile(
    r"(?:㈜|\([주유사재]\)|(?:주식|유한|합자|합명)회사|(?:재단|사단|의료|학교|사회복지)법인|상호\s?[:：]?)\s?$|[A-Za-z]$"
)
_NAMED = re.compile(
    r"[가-힣A-Za-z0-9]{0,10}(?:빌딩|타워|아파트|프라자|플라자|상가|맨션|빌라|오피스텔|호텔|모텔|마트"
    r"|거리|골목|연구소|연구원|진흥원|협회|재단|학원|병원|은행|공단|조합|학회|주식회사|\s?\(주\)|㈜| 주식회사)"
)
_PERSON = re.compile(
    r"[가-힣]{0,2} (?:주무관|사무관|서기관|주사보?|서기보?|과장|팀장|국장|동장|위원|의원|교수|작가|배우|기자|님|씨)"
    r"(?![가-힣]{3})"
)
_QUOTED_BEFORE = re.compile(r"[‘《〈<'][^’》〉>'\n]{0,40}$")
_QUOTED_BEHIND = re.compile(r"[^‘《〈<'\n]{0,40}[’》〉>']")
_LONGEST: Final = 4  # letters of a person's name
_PARTICLE = re.compile(r"(?:으로|[을를은는과와이가로])(?![가-힣])|(?:으로|[은는과와로])(?=[도만의써])")


class Words:
    """The lists of words of many rules; looking at a text takes one pass for all of them."""

    def __init__(self, rules: Sequence[LintRule]) -> None:
        self._words: list[tuple[LintRule, str, str]] = [
            (rule, word, wanted) for rule in rules for word, wanted in rule.replace.items()
        ]
        self._allowed = [(rule, word) for rule in rules for word in rule.allow]
        told = [word for _, word, _ in self._words] + [word for _, word in self._allowed]
        self._finder = AhoCorasick(told, matchkind=MatchKind.Standard) if told else None
        self._patterns = [
            (rule, re.compile(pattern), wanted) for rule in rules for pattern, wanted in rule.patterns.items()
        ]

    def search(self, sheet: Sheet) -> Iterator[tuple[LintRule, Found]]:
        """Yield what the lists find in running text, the longest word where several begin at one place."""
        running = _running(sheet)
        for rule, start, end, wanted in self._listed(sheet.open):
            if running(start):
                word = _found(sheet.open, start, end, wanted)
                yield rule, replace(word, certain=not _is_name(sheet.open, start, end))
        for rule, pattern, wanted in self._patterns:
            for found in sheet.search(pattern, RUNNING):
                if not any(word in found[0] for word in rule.allow):
                    yield rule, Found(found.start(), found.end(), found.expand(wanted) if wanted else None)

    def _listed(self, text: str) -> Iterator[tuple[LintRule, int, int, str]]:
        """Yield the words of the lists with their places; what a longer word of `allow` holds is none of them."""
        longest: dict[tuple[str, int], tuple[LintRule, int, int, str]] = {}
        allowed: dict[str, list[tuple[int, int]]] = {}
        hits = self._finder.find_matches_as_indexes(text, overlapping=True) if self._finder else []
        for index, start, end in hits:
            if index >= len(self._words):
                allowed.setdefault(self._allowed[index - len(self._words)][0].id, []).append((start, end))
                continue
            rule, word, wanted = self._words[index]
            before = longest.get((rule.id, start))
            whole = rule.safe or len(word) > _SHORT or _ENDED.match(text, end)
            if whole and _begins(text, start, word) and (before is None or end > before[2]):
                longest[rule.id, start] = (rule, start, end, wanted)
        for (name, start), found in longest.items():
            if not any(first <= start and found[2] <= last for first, last in allowed.get(name, ())):
                yield found


def _running(sheet: Sheet) -> Callable[[int], bool]:
    """Return what tells whether a place is in running text; places are asked in any order."""
    starts = [line.start for line in sheet.lines]
    return lambda place: sheet.lines[bisect_right(starts, place) - 1].kind in RUNNING


def _begins(text: str, start: int, word: str) -> bool:
    """Return whether a word stands at the beginning of a word; signs stand anywhere."""
    before = text[start - 1] if start else " "
    return not (_hangul(word[0]) and _hangul(before))


def _is_name(text: str, start: int, end: int) -> bool:
    """Return whether the word is a part of a name, by what stands beside it: a firm, a building, a person, a title."""
    firm = _NAMING.search(text, max(0, start - 8), start) or _NAMED.match(text, end)
    quoted = _QUOTED_BEFORE.search(text, max(0, start - 41), start) and _QUOTED_BEHIND.match(text, end)
    return bool(firm or quoted or (end - start <= _LONGEST and _PERSON.match(text, end)))


def _found(text: str, start: int, end: int, wanted: str) -> Found:
    """Return the place, with the particle behind it changed where the new word ends otherwise."""
    if not wanted:
        return Found(start, end)
    first = wanted.split(",", maxsplit=1)[0].strip()
    particle = _PARTICLE.match(text, end)
    if particle and _hangul(first[-1]) and (fitting := _fitting(first, particle[0])) != particle[0]:
        return Found(start, end + len(particle[0]), first + fitting)
    return Found(start, end, first)


def _fitting(word: str, particle: str) -> str:
    final = (ord(word[-1]) - ord(_HANGUL_START)) % _FINALS
    for closed, opened in _PAIRS:
        if particle in (closed, opened):
            vowel = not final or (closed == "으로" and final == _RIEUL)
            return opened if vowel else closed
    return particle


def _hangul(sign: str) -> bool:
    return _HANGUL_START <= sign <= _HANGUL_END
