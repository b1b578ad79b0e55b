"""Times of day (TIME)."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from ilson.documents.official.lint.remark import Found
from ilson.documents.official.lint.sheet import RUNNING, Sheet

_LAST_HOUR, _LAST_MINUTE, _NOON, _WHOLE = 23, 59, 12, 100
_FIRST_SAID: Final = 9  # an earlier hour in words may be one of the afternoon: 「2시」 is 14:00 as a rule
_FIRST_WRITTEN: Final = 7  # with a colon, few write the afternoon so
_LATE: Final = ("오후", "PM", "pm", "저녁", "밤", "낮")
_PLAIN_HALVES: Final = ("오전", "오후")
_EVENING: Final = 5  # 「저녁 7시」 and 「밤 10시」 begin here; 「낮 1시」 before
_HALF = re.compile(
    r"(?P<half>(?<!오전[·/,])(?:오전|오후)|(?<![가-힣])(?:새벽|아침|저녁|밤|낮)|(?<![A-Za-z])(?:AM|PM|am|pm))\s?(?P<hour>\d{1,2})"
    r"(?:\s?시(?!간)(?:\s?(?P<minute>\d{1,2})\s?분|\s?(?P<mid>반)(?![가-힣]))?|:(?P<clock>\d{2}))"
)
_FROM_HALF = re.compile(
    r"(?P<half>오전|오후|새벽|아침|저녁|밤|낮)\s?(?P<hour>\d{1,2})(?:\s?시(?:\s?\d{1,2}\s?분|\s?반)?|:\d{2})?\s?(?:부터|에서|[~∼～〜-])\s?$"
)
_BARE_PERIOD = re.compile(
    r"(?P<half>오전|오후)\s?(?P<hour>\d{1,2})\s?[~∼～〜-]\s?(?P<last>\d{1,2})\s?시(?!간)(?!\s?\d)"
)
_TOLD = re.compile(
    r"(?P<half>오전|오후|저녁|밤|낮|PM|pm|AM|am)?\s?(?<!\d)(?P<hour>\d{1,2})\s?(?:시(?!간)|:(?=\d{2}))\s?(?P<minute>\d{1,2})?"
)
_BEHIND = r"(?=부터|까지|에(?![가-힣])|이후|이전|경(?![가-힣])|쯤|정각|\s?[~∼～〜])"
_BEFORE = r"(?:(?<=[)~∼～〜:])|(?<=[)~∼～〜:일]\s)|(?<=\d\.\s))"
_HALVES_BEFORE = r"(?<!오[전후]\s)(?<!새벽\s)(?<!아침\s)(?<!저녁\s)(?<![밤낮]\s)(?<!새벽)(?<!아침)(?<!저녁)(?<![밤낮])"
_WORDS = re.compile(
    rf"(?<![\d오전후제]){_HALVES_BEFORE}(?P<hour>\d{{1,2}})\s?시\s?(?P<minute>\d{{1,2}})\s?분(?!간|의|짜리|\s?\d+\s?초|\s?(?:소요|거리|동안))"
    rf"|(?<![\d오전후제]){_HALVES_BEFORE}(?P<hour2>\d{{1,2}})\s?시{_BEHIND}"
    rf"|{_BEFORE}(?P<hour3>\d{{1,2}})\s?시(?=[\s,.)\]]|$)(?!\s\d+\s?[군구])"
    r"|(?<![\d제])(?P<hour4>0\d)시(?![간도군가-힣])"
)
_MINUTE_WORD = re.compile(r"(?<![\d:])\d{1,2}:\d{2}(?P<word>\s?분)(?=부터|까지|에(?![가-힣])|이후|경|\W|$)")
_SUFFIX = re.compile(r"(?<![\d:])(?P<hour>\d{1,2}):(?P<minute>\d{2})\s?(?P<half>[AP]M|[ap]m)(?![A-Za-z])")
_ONE_DIGIT = re.compile(
    r"(?<![\d:.,\-/])(?<!오[전후]\s)(?<!오[전후])(?<![AP]M\s)(?<![ap]m\s)(?P<hour>\d):(?P<minute>[0-5]\d)(?![\d:])(?!\s?(?:[AP]M|[ap]m))"
)
_APART = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})(?P<gap>\s+:\s*|\s*:\s+)(?P<minute>\d{2})(?![\d:])(?!\s?(?:명|건|개|원|%|부|대))"
)
_CLOCK = re.compile(r"(?<![\d:.\-])(?P<hour>\d{2}):(?P<minute>\d{2})(?![\d:])")
_RATIO = re.compile(r"(?:비율|축척|경쟁률|대\s?비|스코어|점수|분담|(?<=[가-힣])비|=)\S{0,4}\s{0,2}$")
_RATIO_BEHIND = re.compile(
    r"\s?(?:비율|축척|의\s?비|비례|화면|희석|배합|(?:으로|로)\s?(?:섞|혼합|희석|배합|나누|나눈|이기|이김|이겨|지고|졌|승|패))"
)


def _half_days(sheet: Sheet) -> Iterator[Found]:
    """Find times with 오전 and 오후, or 밤 and 새벽. TIME-01."""
    for found in sheet.search(_HALF):
        hour, minute = int(found["hour"]), int(found["minute"] or found["clock"] or (30 if found["mid"] else 0))
        if hour > _LAST_HOUR or minute > _LAST_MINUTE:
            yield Found(found.start(), found.end())
            continue
        half = found["half"]
        late = half in _LATE and hour < _NOON and not (half == "낮" and hour >= _EVENING)
        told = hour + _NOON if late else 0 if hour == _NOON and half in ("오전", "AM", "am", "밤", "새벽") else hour
        certain = half in _PLAIN_HALVES
        yield Found(found.start(), found.end(), f"{told:02}:{minute:02}", certain=certain)

    for found in sheet.search(_SUFFIX):
        hour = int(found["hour"]) % _NOON + (_NOON if found["half"] in _LATE else 0)
        yield Found(found.start(), found.end(), f"{hour:02}:{found['minute']}", certain=False)
    for found in sheet.search(_BARE_PERIOD):
        first, last = int(found["hour"]), int(found["last"])
        if first < last <= _NOON:
            noon = _NOON if found["half"] == "오후" else 0
            yield Found(found.start(), found.end(), f"{first + noon:02}:00∼{last + noon:02}:00", certain=last < _NOON)


def _in_words(sheet: Sheet) -> Iterator[Found]:
    """Find times with 시 and 분; which half of the day is meant must be certain. TIME-02."""
    as_one = {found.end() for found in sheet.search(_BARE_PERIOD)}  # 「오후 1∼3시」
    for found in sheet.search(_WORDS):
        told = found["hour"] or found["hour2"] or found["hour3"] or found["hour4"]
        hour, minute = int(told), int(found["minute"] or 0)
        if hour > _LAST_HOUR or minute > _LAST_MINUTE or found.end() in as_one:
            continue
        wanted, certain = _meant(sheet, found.start(), told, _FIRST_SAID)
        yield Found(found.start(), found.end(), f"{wanted:02}:{minute:02}", certain=certain)
    for found in sheet.search(_MINUTE_WORD):
        yield Found(found.start("word"), found.end("word"), "")


def _meant(sheet: Sheet, start: int, told: str, first: int) -> tuple[int, bool]:
    """Return the hour of 24 that is meant, and whether that is certain.

    「오후 2시∼5시」 ends at 17:00. An hour that is earlier than the one before it on its line may be of another half.
    """
    hour = int(told)
    if hour >= _NOON or hour == 0 or told.startswith("0"):
        return hour, True
    line = sheet.before(start)
    begun = _FROM_HALF.search(line)
    if begun and begun["half"] not in _PLAIN_HALVES:
        return hour + (_NOON if begun["half"] in _LATE else 0), False
    if begun:
        later = hour > int(begun["hour"]) % _NOON
        return (hour + _NOON if (begun["half"] == "오후") == later else hour), later
    before = [_value(told) for told in _TOLD.finditer(line)]
    if before and before[-1] > hour:
        return hour + (_NOON if hour + _NOON > before[-1] else 0), False
    return hour, hour >= first


def _value(told: "re.Match[str]") -> int:
    """Return the hour of 24 that a time names."""
    hour = int(told["hour"])
    return hour + _NOON if told["half"] in _LATE and hour < _NOON else hour


def _is_ratio(sheet: Sheet, found: "re.Match[str]") -> bool:
    """Return whether two numbers with a colon are a ratio or a score, by the words around them."""
    before = _RATIO.search(sheet.open, max(0, found.start() - 12), found.start())
    return bool(before or _RATIO_BEHIND.match(sheet.open, found.end()))


def _one_digit(sheet: Sheet) -> Iterator[Found]:
    """Find hours of one digit. TIME-03."""
    for found in sheet.search(_ONE_DIGIT):
        if not _is_ratio(sheet, found):
            hour, certain = _meant(sheet, found.start(), found["hour"], _FIRST_WRITTEN)
            yield Found(found.start("hour"), found.end("hour"), f"{hour:02}", certain=certain)


def _apart(sheet: Sheet) -> Iterator[Found]:
    """Find spaces around the colon of a time. TIME-04."""
    for found in sheet.search(_APART, RUNNING):
        hour, minute = int(found["hour"]), int(found["minute"])
        if hour <= _LAST_HOUR and minute <= _LAST_MINUTE and not _is_ratio(sheet, found):
            yield Found(found.start("gap"), found.end("gap"), ":")


def _no_such_time(sheet: Sheet) -> Iterator[Found]:
    """Find times that no clock shows; two numbers that make 100 are a ratio. TIME-05."""
    for found in sheet.search(_CLOCK, RUNNING):
        hour, minute = int(found["hour"]), int(found["minute"])
        far = hour > _LAST_HOUR + 6  # late-night hours are told as 25:00; beyond it is a ratio
        if (hour > _LAST_HOUR or minute > _LAST_MINUTE) and not far and hour + minute != _WHOLE:
            midnight = hour == _LAST_HOUR + 1 and minute == 0
            yield Found(found.start(), found.end(), "다음 날 00:00" if midnight else None)


CHECKS: Final[dict[str, Callable[[Sheet], Iterator[Found]]]] = {
    "TIME-01": _half_days,
    "TIME-02": _in_words,
    "TIME-03": _one_digit,
    "TIME-04": _apart,
    "TIME-05": _no_such_time,
}
