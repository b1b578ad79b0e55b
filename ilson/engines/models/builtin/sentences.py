"""Splits Korean administrative text into sentences with exact offsets."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from ilson.engines.models.builtin.lexicon import Lexicon

_LINE = re.compile(r"[^\n\r\v\f\u2028\u2029]+")
_STOP = re.compile("(?:[.。](?![.。])|[!?]+)[)\\]”’\"'」』]*")
_PROTECTED = re.compile(
    "⟦[^⟦⟧]{0,80}⟧"  # a masked value
    "|\\((?:[^()]|\\([^()]*\\)){0,600}\\)|\\[[^\\[\\]]{0,300}\\]|<[^<>]{0,300}>"
    '|「[^」]{0,300}」|『[^』]{0,300}』|“[^”]{0,600}”|‘[^’]{0,300}’|"[^"]{0,600}"'
)
_ABBREVIATION = re.compile(r"(?:^|[^A-Za-z])(?:[A-Za-z]|No|no|vs|Mr|Ms|Dr|Co|Ltd|Inc|cf|etc|pp|Vol|Fig|St|e\.g|i\.e)$")
_FIRST_SYLLABLE, _LAST_SYLLABLE = 0xAC00, 0xD7A3
_LONGEST = 800  # characters; what has no end by then is cut
_MOST_MARKERS = 3  # list markers that may stand one after another


@dataclass(frozen=True, slots=True)
class Span:
    """A sentence in a text: offsets in characters, and whether a list marker stood before it."""

    start: int
    end: int
    marked: bool


def split(text: str, lexicon: Lexicon) -> list[Span]:
    """Return where the sentences of the text are, in order, without list markers and outer blanks.

    A line break ends a sentence. A full stop after a number, after the letter of a list or inside brackets and
    quotation marks does not.
    """
    return [span for line in _LINE.finditer(text) for span in _line(text, line.start(), line.end(), lexicon)]


def _line(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Span]:
    body = _after_markers(text, start, end, lexicon)
    marked = text[start:body].strip() != ""
    protected = [found.span() for found in _PROTECTED.finditer(text, body, end)]
    starts = [place for place, _ in protected]
    begin = body
    for stop in _STOP.finditer(text, body, end):
        near = bisect_left(starts, stop.start()) - 1
        if (near >= 0 and stop.start() < protected[near][1] - 1) or not _ends(text, stop, end, lexicon):
            continue
        yield from _span(text, begin, stop.end(), marked=marked)
        begin = _after_markers(text, stop.end(), end, lexicon)
        marked = text[stop.end() : begin].strip() != ""
    yield from _span(text, begin, end, marked=marked)


def _after_markers(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    for _ in range(_MOST_MARKERS):
        while start < end and text[start].isspace():
            start += 1
        marker = lexicon.patterns["marker"].match(text, start, end)
        if marker is None or marker.end() >= end:
            return start
        start = marker.end()
    return start


def _span(text: str, start: int, end: int, *, marked: bool) -> Iterator[Span]:
    while start < end:
        cut = _cut(text, start) if end - start > _LONGEST else end
        piece = text[start:cut]
        if piece.strip():
            yield Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()), marked)
            marked = False
        start = cut


def _cut(text: str, start: int) -> int:
    """Return where to cut a text that does not end: after a blank if there is one, never in a masked value."""
    blank = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
    cut = blank if blank > 0 else start + _LONGEST
    opened = text.rfind("⟦", start + 1, cut)
    return opened if opened > text.rfind("⟧", start, cut) else cut


def _ends(text: str, stop: re.Match[str], end: int, lexicon: Lexicon) -> bool:
    """Return whether this stop ends a sentence."""
    if stop.end() >= end:
        return True
    before = text[stop.start() - 1] if stop.start() else ""
    if text[stop.end()].isspace():
        return not stop.group().startswith(".") or _ends_word(text, stop.start(), before, lexicon)
    return before == lexicon.glued_ending and stop.group().startswith(".") and _is_syllable(text[stop.end()])


def _ends_word(text: str, dot: int, before: str, lexicon: Lexicon) -> bool:
    if before.isdigit() or before.isspace() or before == "":
        return False
    if before in lexicon.ordinals and (dot == 1 or not text[dot - 2].isalnum()):
        return False
    return not (before.isascii() and _ABBREVIATION.search(text, max(0, dot - 8), dot))


def _is_syllable(character: str) -> bool:
    return _FIRST_SYLLABLE <= ord(character) <= _LAST_SYLLABLE
