"""Finds names that are not written as Koreans write theirs: in Latin letters, foreign ones in Korean, with gaps."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ilson.guard.name_lexicon import Lexicon, Weights

_WORD = "(?:[A-Z]{2,15}|[A-Z][a-z]{1,14})"
_NEXT = "(?:,?[ ](?:[A-Z]{1,15}|[A-Z][a-z]{0,14})\\.?|[-'][A-Z]?[a-z]+)"
_LATIN = re.compile(f"(?<![A-Za-z0-9@._/-]){_WORD}{_NEXT}{{0,4}}(?![A-Za-z0-9@_])")
_FIGURE = re.compile("[0-9)]")
_STATUTE = re.compile("제[0-9]+[조항호]|각 호|법률|규정|<개정|<신설")
_FOREIGN = re.compile(
    "외국|여권|국적|체류|결혼이민|이주|귀화|비자|난민|유학생|다문화|영문|통역|베트남|중국|필리핀|태국|몽골|캄보디아|네팔|우즈베|러시아|미국|일본"
    "|[A-Z]{2,} [A-Z]{2,}|[A-Z][a-z]+ [A-Z][a-z]+|인도|미얀마|라오스|스리랑카|카자흐|방글라|파키스탄"
)
_GAPS = re.compile("(?<![가-힣])[가-힣](?: {1,3}[가-힣]){1,3}(?![가-힣])")
_BEFORE_GAPS = re.compile("(?<![가-힣])[가-힣] {1,3}$")
_WORDS = "[가-힣]{1,8}(?: [가-힣]{1,8}){0,3}"
_CELL = re.compile(
    f"(?:(?<=[:|,(/])|(?<=[:|,(/] )|^|(?<=님 )|(?<=자 )|(?<=인 )) ?({_WORDS})(?= *(?:[|,()/]|$))", re.MULTILINE
)
_NEAR_TITLE = re.compile("[가-힣]{1,8}(?: [가-힣]{2,8}){0,3}(?= ?(?:씨|님)(?![가-힣]{2}))")
_TOKEN = re.compile("[가-힣]+|[A-Za-z]+|[0-9]+|[^ ]")
_SURE = 0.9
_LIKELY = 0.7
_NEAR = 30
_LONGEST = 16
_RUN = re.compile("[가-힣]+")
_WORD_BEFORE = re.compile("[가-힣]+(?= $)")
_ABROAD = 6
_STRANGE = 18
_LEAST = 2

Label = Callable[[int], "str | None"]


@dataclass(frozen=True, slots=True)
class Other:
    """Such a name; offsets in characters."""

    start: int
    end: int
    score: float
    evidence: str


@dataclass(frozen=True, slots=True)
class Others:
    """Finds such names in one text."""

    lexicon: Lexicon
    weights: Weights
    seen: str
    label: Label

    def find(self) -> Iterator[Other]:
        """Yield every such name, in no order; they may overlap."""
        yield from self._latin()
        yield from self._gaps()
        yield from self._hangul()

    def _beside(self, start: int, end: int) -> str:
        """Return what says that a name stands here: label, title, list (words about foreigners), or nothing."""
        if self.label(start) == "NAME":
            return "label"
        right = _TOKEN.findall(self.seen, end, end + 12)[:2]
        left = _TOKEN.findall(self.seen, max(0, start - 12), start)[-2:]
        if right and self.lexicon.begins_with_title(right[0] if right[0] != "(" else right[-1]):
            return "title"
        if left and self.lexicon.ends_with_title(left[-1] if left[-1] not in "(:" else left[0]):
            return "title"
        around = self.seen[max(0, start - _NEAR) : start] + " " + self.seen[end : end + _NEAR]
        return "list" if _FOREIGN.search(around) else ""

    def _latin(self) -> Iterator[Other]:
        for found in _LATIN.finditer(self.seen):
            start, end = found.span()
            words = found[0].upper().replace(".", "").replace(",", " ").replace("-", " ").split()
            if len(words) < _LEAST or not self.lexicon.latin_words.isdisjoint(words):
                continue
            listed = not self.lexicon.latin.isdisjoint(words)
            evidence = self._beside(start, end)
            if listed or evidence in ("label", "title"):
                yield Other(start, end, _SURE if evidence == "label" else _LIKELY, evidence or "model")

    def _gaps(self) -> Iterator[Other]:
        for found in _GAPS.finditer(self.seen):
            start, end = found.span()
            joined = found[0].replace(" ", "")
            double = joined[:2] in self.lexicon.doubles and len(joined) > _LEAST
            if (joined[0] not in self.lexicon.surnames and not double) or joined in self.lexicon.common:
                continue
            beside = self.seen[start - 1 : start] + self.seen[end : end + 1]
            if joined in self.lexicon.titles or _FIGURE.search(beside):
                continue
            like = self.weights.like(joined[2:] if double else joined[1:])
            evidence = self._beside(start, end)
            if _BEFORE_GAPS.search(self.seen, max(0, start - 5), start):
                continue
            following = _TOKEN.search(self.seen, end, end + 4)
            if following and len(following[0]) == 1 and following[0] >= "가":
                continue
            told = evidence in ("label", "title") and len(joined) > _LEAST
            open_end = following is None or following[0] < "가" or self.lexicon.begins_with_title(following[0])
            if told or (like > 1 and open_end and len(joined) > _LEAST) or (evidence == "label" and like and open_end):
                yield Other(start, end, _SURE if evidence else _LIKELY, evidence or "model")

    def _hangul(self) -> Iterator[Other]:
        exotic = self.weights.exotic
        places = {found.start(1) for found in _CELL.finditer(self.seen)}
        places |= {found.start() for found in _NEAR_TITLE.finditer(self.seen)}
        if exotic is not None:
            words = [found.start() for found in exotic.finditer(self.seen)]
            places |= {*words, *(before.start() for word in words if (before := self._word_before(word)))}
        for start in sorted(places):
            if self._may_begin(start):
                yield from self._foreign(start)

    def _may_begin(self, start: int) -> bool:
        word = self.seen[start : start + 5]
        foreign = self.lexicon.foreign
        return (
            self.weights.abroad(word[:2]) >= 0
            or word[:2].rstrip() in foreign
            or word[:3].rstrip() in foreign
            or word[:4].rstrip() in foreign
            or word in foreign
        )

    def _word_before(self, start: int) -> re.Match[str] | None:
        return _WORD_BEFORE.search(self.seen, max(0, start - 8), start)

    def _foreign(self, start: int) -> Iterator[Other]:
        end = place = start
        total = letters = 0
        found = _RUN.match(self.seen, place)
        while found and letters < _LONGEST:
            if place > start and self.lexicon.begins_with_title(found[0]):
                break
            stem = self._stem(found[0])
            odds = self.weights.abroad(stem)
            if (
                not stem
                or (odds < 0 and stem not in self.lexicon.foreign)
                or found[0] in self.lexicon.common
                or stem in self.lexicon.titles
            ):
                break
            total += odds
            letters += len(stem)
            end = place + len(stem)
            if len(stem) < len(found[0]) or self.seen[end : end + 1] != " ":
                break
            place = end + 1
            found = _RUN.match(self.seen, place)
        if letters <= _LEAST or _STATUTE.search(self.seen, max(0, start - _NEAR), end + _NEAR):
            return
        evidence = self._beside(start, end)
        cell = self.seen[end : end + 2].lstrip(" ")[:1] in ("", "|", ",", "(", ")", "/", "\n", ";", "'", '"')
        evidence = evidence if cell or evidence != "list" else ""
        if self._enough(self.seen[start:end], evidence, total / letters):
            yield Other(start, end, _SURE if evidence == "label" else _LIKELY, evidence or "model")

    def _enough(self, name: str, evidence: str, mean: float) -> bool:
        """Return whether this is a name: by its syllables, by its words, and by what says that a name stands here."""
        if self.lexicon.loanword.search(name):
            return False
        words = name.split()
        exotic = self.weights.exotic
        strange = exotic is not None and exotic.search(name) is not None
        if len(words) == 1 and len(name) == _LEAST + 1 and not strange:
            return False
        if self._all_listed(name) and (len(words) == 1 or mean >= _ABROAD):
            return True
        if strange and evidence and mean >= _STRANGE:
            return True
        told = (evidence in ("label", "title") and len(words) > 1) or (evidence and self._listed(name))
        return bool(told) and mean >= (_ABROAD if self._listed(name) else _STRANGE)

    def _all_listed(self, name: str) -> bool:
        words = name.split()
        foreign = self.lexicon.foreign
        if len(words) == 1:
            exotic = self.weights.exotic
            return (name in foreign and len(name) > _LEAST + 1) or bool(
                exotic and exotic.search(name) and self._made_of_listed(name)
            )
        return all(word in foreign for word in words)

    def _made_of_listed(self, word: str) -> bool:
        place = 0
        while place < len(word):
            size = next((n for n in range(6, 0, -1) if word[place : place + n] in self.lexicon.foreign), 0)
            if size == 0:
                return False
            place += size
        return True

    def _listed(self, name: str) -> bool:
        words = name.split()
        return any(word in self.lexicon.foreign and len(word) > 1 for word in words) or self._all_listed(name)

    def _stem(self, word: str) -> str:
        """Return the word without a particle, title or form of address at its end."""
        for size in range(1, min(len(word), 6)):
            if self.lexicon.rest(word[size:]) in "PHT" and self.weights.abroad(word[size:]) < 0:
                return word[:size]
        return word
