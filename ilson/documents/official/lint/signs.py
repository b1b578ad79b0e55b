"""Signs: colons, brackets, dashes, labels, Markdown (COLON, LABEL, PAREN, AI, SYM-02, HOLD)."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from ilson.documents.official.items import columns
from ilson.documents.official.lint.remark import Found
from ilson.documents.official.lint.sheet import BODY, FILLER, RUNNING, Line, Sheet, enclosed, headed
from ilson.documents.official.wording import GAP

_COLON = re.compile(r"(?P<before>(?:(?<![ \t])[ \t]+)?)[:：](?P<after>[ \t]*)")
_PARTS = re.compile(r"[/,;·|()]|\.\s|\s{2}")
_RATIO = re.compile(r"비율|비례|=|\s:\s")
_LAID_OUT: Final = 3  # blanks that make room, as for a signature
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_PICTURES = "\U0001f000-\U0001faff"
_SHOWN_AS_PICTURES = "\u2705\u274c\u274e\u2753-\u2757\u2795-\u2797\u2b50\u2b55\u26a1\u2728"
_EMOJI = re.compile(f"(?:[{_PICTURES}]|[\u2600-\u27bf]\ufe0f|[{_SHOWN_AS_PICTURES}])[\ufe0f\u200d{_PICTURES}]*")
_BOLD = re.compile(r"(?P<sign>\*\*|(?<!\w)__)(?=\S)(?P<text>[^*_\n]{1,300}?)(?<=\S)(?P=sign)")
_HASHES = re.compile(r"(?m)^[ \t]*(?P<hashes>#{1,6}[ \t]+)(?=\S)")
_QUOTE = re.compile(r"(?m)^[ \t]*(?P<quote>>[ \t]+)(?=[^\s\d])")
_FENCE = re.compile(r"(?m)^[ \t]*(?:`{3,}|~{3,})[\w-]*[ \t]*(?:\n|$)")
_RULE = re.compile(r"(?m)^[ \t]*(?:-{3,}|\*{3,})[ \t]*(?:\n|$)")
_TICKS = re.compile(r"(?<!`)`(?P<text>[^`\n]{1,200})`(?!`)")
_LINK = re.compile(r"\[(?P<text>[^\[\]\n]{1,200})\](?=\((?:https?://|/|#)[^()\s]*\))")
_DASH = re.compile(r"(?<=[가-힣A-Za-z0-9)])[ \t]*(?:—|[ \t]–[ \t]|―)[ \t]*(?=[가-힣A-Za-z(「])")
_HOLD = re.compile(
    r"\[[^\[\]\n]{0,20}(?:입력|기재|작성|이름|성명|날짜|기관명|부서명|내용|삽입|수정|확인)[^\[\]\n]{0,10}\]"
    r"|\{\{[^{}\n]{1,20}\}\}|\{[가-힣 _]{1,20}\}|<[^<>\n]{0,20}(?:입력|기재|이름|날짜)[^<>\n]{0,10}>"
    r"|(?<![가-힣○])○{2,}(?!○)|(?<![A-Za-z가-힣])[OX]{3,}(?![A-Za-z])|(?<![가-힣△])△{2,}(?=[가-힣\s])|_{3,}|\(\s{3,}\)|TODO|TBD|(?<!\d)0{2,3}-0{3,4}-0{4}(?!\d)|(?<!\d)0000\.|\?{3,}"
)
_BLANKS: Final = 8  # before an emoji, that go with it
_PAIRS: Final = {")": "(", "]": "[", "}": "{", "》": "《", "〉": "〈", "）": "（", "】": "【"}
_NUMBERING = re.compile(r"(?:^|[\s,.·ㆍ]|[호목항])(?:\d{1,2}|[가나다라마바사아자차카타파하ㄱ-ㅎⅰ-ⅹa-z])$")
_LABEL = re.compile(r"^\s*(?:[*※]\s?)?(?:예시?|주|단|참고|비고)\)")
_SMILE = re.compile(r"[:;=^]['\-]?\)")


def _colons(sheet: Sheet) -> Iterator[Found]:
    """Find colons with a blank before them, or not exactly one behind. COLON-01."""
    signs = {end.start for end in sheet.ends}
    for line in sheet.lines:
        if line.kind not in BODY | {"head"}:
            continue
        start = line.start + _told_from(line)
        last = start
        for found in _COLON.finditer(sheet.open, start, line.end):
            again = last > start and not _PARTS.search(sheet.open, last, found.start())
            last = found.end()
            if found.start() > start and found.end() not in signs:
                yield from _colon(sheet, line, found, again=again)


def _told_from(line: Line) -> int:
    """Return where what a line says begins: behind its label or its marker."""
    label = headed(line.raw) if line.kind == "head" else None
    return label.start("value") if label else line.mark.text if line.mark else 0


def _colon(sheet: Sheet, line: Line, found: re.Match[str], *, again: bool) -> Iterator[Found]:
    """Yield a colon that is out of place; a second one, as in 「1안 : 2안 = 3 : 7」, may be no label's."""
    left = sheet.open[found.start() - 1]
    right = sheet.open[found.end()] if found.end() < line.end else ""
    digits = left.isdigit() and right.isdigit()
    tight = found[0] == ":" or (left.isalpha() and right.isalpha())
    latin = bool(left and right) and left.isascii() and right.isascii() and not digits and tight
    if digits or latin or left.isspace() or left in (FILLER, ":") or right in (":", "/"):
        return
    wanted = ": " if right else ":"
    if found[0] != wanted and not (not right and found[0].strip() == ":" and not found["before"]):
        certain = not again and len(found["after"]) < _LAID_OUT and not _RATIO.search(sheet.open, found.end(), line.end)
        yield Found(found.start(), found.end(), wanted, certain=certain)


def _labels(sheet: Sheet) -> Iterator[Found]:
    """Find 수신 and 제목 that are not two columns from what follows. LABEL-01."""
    for line in sheet.lines:
        found = headed(line.raw) if line.kind == "head" else None
        if not found or not found["value"] or "경" in found["label"]:
            continue
        narrow = columns(found["gap"]) != len(GAP)
        if found["gap"].strip() or (narrow and (sheet.blanks or not found["gap"])):
            yield Found(line.start + found.start("gap"), line.start + found.end("gap"), GAP)


def _private(sheet: Sheet) -> Iterator[Found]:
    """Find signs that only one font knows. SYM-02."""
    for found in sheet.search(_PRIVATE):
        yield Found(found.start(), found.end())


def _markdown(sheet: Sheet) -> Iterator[Found]:
    """Find what a language model leaves behind: Markdown and emoji. AI-01."""
    for pattern, name in ((_FENCE, 0), (_RULE, 0), (_HASHES, "hashes"), (_QUOTE, "quote")):
        yield from (Found(found.start(name), found.end(name), "") for found in pattern.finditer(sheet.text))
    for found in _BOLD.finditer(sheet.text):
        if found["sign"] == "__" and found["text"].isascii():  # a name in code, as __init__
            continue
        yield Found(found.start(), found.start() + len(found["sign"]), "")
        yield Found(found.end() - len(found["sign"]), found.end(), "")
    for pattern in (_TICKS, _LINK):
        yield from (Found(found.start(), found.end(), found["text"]) for found in pattern.finditer(sheet.text))
    for found in _EMOJI.finditer(sheet.text):
        yield from _picture(sheet.text, found)


def _picture(text: str, found: re.Match[str]) -> Iterator[Found]:
    """Yield an emoji with the blanks before it, unless these part two words."""
    before = text[max(0, found.start() - _BLANKS) : found.start()]
    start = found.start() - len(before) + len(before.rstrip(" \t"))
    behind = text[found.end() : found.end() + 1]
    joint = " " if start < found.start() and start and behind and not behind.isspace() else ""
    yield Found(start, found.end(), joint)


def _dashes(sheet: Sheet) -> Iterator[Found]:
    """Find dashes between words. AI-03."""
    for found in sheet.search(_DASH, RUNNING):
        yield Found(found.start(), found.end())


def _placeholders(sheet: Sheet) -> Iterator[Found]:
    """Find what was left to be filled in. HOLD-01."""
    for found in sheet.search(_HOLD, RUNNING):
        yield Found(found.start(), found.end())


def _brackets(sheet: Sheet) -> Iterator[Found]:
    """Find brackets without their partner in a paragraph. PAREN-01."""
    for lines in _paragraphs(sheet):
        waiting: list[tuple[str, int]] = []
        for line in lines:
            yield from _unmatched(sheet, line, waiting)
        for _, place in waiting:
            yield Found(place, place + 1)


def _unmatched(sheet: Sheet, line: Line, waiting: list[tuple[str, int]]) -> Iterator[Found]:
    start = line.mark.end if line.mark else 0
    found = enclosed(line.raw) if line.kind == "enclosure" else None
    told = _SMILE.sub(lambda hit: " " * len(hit[0]), sheet.open[line.start : line.end])
    told = _LABEL.sub(lambda hit: " " * len(hit[0]), told, count=1)
    for at in range(found.start("value") if found else start, len(told)):
        sign = told[at]
        if sign in _PAIRS.values():
            waiting.append((sign, line.start + at))
        elif sign in _PAIRS:
            if waiting and waiting[-1][0] == _PAIRS[sign]:
                waiting.pop()
            elif not (sign == ")" and _NUMBERING.search(told, max(0, at - 4), at)):
                yield Found(line.start + at, line.start + at + 1)


def _paragraphs(sheet: Sheet) -> Iterator[list[Line]]:
    """Yield lines that run on: prose goes on what stands before it until a blank line."""
    group: list[Line] = []
    for line in sheet.lines:
        if line.kind not in RUNNING:
            kept, group = group, []
        elif line.kind == "prose" and group and not sheet.parsed:
            group.append(line)
            continue
        else:
            kept, group = group, [line]
        if kept:
            yield kept
    if group:
        yield group


CHECKS: Final[dict[str, Callable[[Sheet], Iterator[Found]]]] = {
    "COLON-01": _colons,
    "LABEL-01": _labels,
    "PAREN-01": _brackets,
    "SYM-02": _private,
    "AI-01": _markdown,
    "AI-03": _dashes,
    "HOLD-01": _placeholders,
}
