"""Reads the marker at the beginning of a line: which level it is of, and which place it has."""

import re
from dataclasses import dataclass
from typing import Final

_SYLLABLES: Final = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호"
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CIRCLED_SYLLABLES: Final = "㉮㉯㉰㉱㉲㉳㉴㉵㉶㉷㉸㉹㉺㉻"
_SMALL: Final = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
_SMALL_SYLLABLES: Final = "㈎㈏㈐㈑㈒㈓㈔㈕㈖㈗㈘㈙㈚㈛"

_DATE = r"(?!\s*\d{1,2}(?:\.(?:[\s(~∼～〜]|$|\d)|\([월화수목금토일]\)))"
_LEGAL = (
    re.compile(rf"(\d{{1,3}})\.(?!\d){_DATE}"),
    re.compile(rf"([{_SYLLABLES}])\.(?![{_SYLLABLES}]\.)"),
    re.compile(r"(\d{1,3})\)"),
    re.compile(rf"([{_SYLLABLES}])\)"),
    re.compile(rf"\((\d{{1,3}})\)|([{_SMALL}])"),
    re.compile(rf"\(([{_SYLLABLES}])\)|([{_SMALL_SYLLABLES}])"),
    re.compile(rf"([{_CIRCLED}])"),
    re.compile(rf"([{_CIRCLED_SYLLABLES}])"),
)
_BULLET = re.compile(r"[□■◇◆○●◦◎❍ㅇ▶▷▣▪▫◾•∙·-](?=\s|\S*[가-힣])|o(?=\s)|[*–](?=\s)")
_NOT_MINUS = re.compile(r"-\s*\d")
_ORDINALS = (_SYLLABLES, _CIRCLED, _CIRCLED_SYLLABLES, _SMALL, _SMALL_SYLLABLES)


@dataclass(frozen=True, slots=True)
class Mark:
    """A marker: `level` from 1 to 8 of the legal ones, 0 for a bullet; `place` from 1; columns within the line."""

    level: int
    place: int
    sign: str
    start: int
    end: int
    text: int  # where what it marks begins


def read_mark(raw: str) -> Mark | None:
    """Return the marker that a line begins with, or None.

    Source: 시행규칙 제2조제1항.
    """
    start = len(raw) - len(raw.lstrip())
    for level, pattern in enumerate(_LEGAL, 1):
        if found := pattern.match(raw, start):
            told = next(group for group in found.groups() if group is not None)
            return _mark(raw, level, _place(told), found)
    found = _BULLET.match(raw, start)
    if found and not _NOT_MINUS.match(raw, start):
        return _mark(raw, 0, 1, found)
    return None


def _mark(raw: str, level: int, place: int, found: re.Match[str]) -> Mark:
    text = found.end() + len(raw[found.end() :]) - len(raw[found.end() :].lstrip())
    return Mark(level, place, found[0], found.start(), found.end(), text)


def _place(told: str) -> int:
    if told.isascii():
        return int(told)
    return next(signs.index(told) for signs in _ORDINALS if told in signs) + 1
