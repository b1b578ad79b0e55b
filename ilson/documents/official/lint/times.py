"""Times of day (TIME)."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from ilson.documents.official.lint.remark import Found
from ilson.documents.official.lint.sheet import RUNNING, Sheet

_LAST_HOUR, _LAST_MINUTE, _NOON, _WHOLE = 23, 59, 12, 100
_HALF = re.compile(
    r"(?P<half>오전|오후)\s?(?P<hour>\d{1,2})(?:\s?시(?!간)(?:\s?(?P<minute>\d{1,2})\s?분|\s?(?P<mid>반)(?![가-힣]))?|:(?P<clock>\d{2}))"
)
_BEHIND = r"(?=부터|까지|에(?![가-힣])|이후|이전|경(?![가-힣])|쯤|정각|\s?[~∼～〜])"
_BEFORE = r"(?:(?<=[)~∼～〜:])|(?<=[)~∼～〜:일]\s))"
_WORDS = re.compile(
    rf"(?<![\d오전후제])(?<!오[전후]\s)(?P<hour>\d{{1,2}})\s?시\s?(?P<minute>\d{{1,2}})\s?분(?!간|의)"
    rf"|(?<![\d오전후제])(?<!오[전후]\s)(?P<hour2>\d{{1,2}})\s?시{_BEHIND}"
    rf"|{_BEFORE}(?P<hour3>\d{{1,2}})\s?시(?=[\s,.)\]]|$)(?!\s\d+\s?[군구])"
)
_ONE_DIGIT = re.compile(
    r"(?<![\d:.,\-/])(?<!오[전후]\s)(?<!오[전후])(?P<hour>\d):(?P<minute>[0-5]\d)(?![\d:])(?!\s?(?:비율|축척|의 비))"
)
_APART = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})(?P<gap>\s+:\s*|\s*:\s+)(?P<minute>\d{2})(?![\d:])(?!\s?(?:명|건|개|원|%|부|대))"
)
_CLOCK = re.compile(r"(?<![\d:.\-])(?P<hour>\d{2}):(?P<minute>\d{2})(?![\d:])")
_RATIO = re.compile(r"(?:비율|축척|경쟁률|대\s?비|스코어|분담)\S{0,4}\s?$")


def _half_days(sheet: Sheet) -> Iterator[Found]:
    """Find times with 오전 and 오후. TIME-01."""
    for found in sheet.search(_HALF):
        hour, minute = int(found["hour"]), int(found["minute"] or found["clock"] or (30 if found["mid"] else 0))
        if hour > _LAST_HOUR or minute > _LAST_MINUTE:
            yield Found(found.start(), found.end())
            continue
        if found["half"] == "오후" and hour < _NOON:
            hour += _NOON
        elif found["half"] == "오전" and hour == _NOON:
            hour = 0
        yield Found(found.start(), found.end(), f"{hour:02}:{minute:02}")


def _in_words(sheet: Sheet) -> Iterator[Found]:
    """Find times with 시 and 분. TIME-02."""
    for found in sheet.search(_WORDS):
        hour, minute = int(found["hour"] or found["hour2"] or found["hour3"]), int(found["minute"] or 0)
        if hour <= _LAST_HOUR and minute <= _LAST_MINUTE:
            yield Found(found.start(), found.end(), f"{hour:02}:{minute:02}")


def _one_digit(sheet: Sheet) -> Iterator[Found]:
    """Find hours of one digit. TIME-03."""
    for found in sheet.search(_ONE_DIGIT):
        if not _RATIO.search(sheet.open, max(0, found.start() - 12), found.start()):
            yield Found(found.start("hour"), found.end("hour"), f"0{found['hour']}")


def _apart(sheet: Sheet) -> Iterator[Found]:
    """Find spaces around the colon of a time. TIME-04."""
    for found in sheet.search(_APART, RUNNING):
        if int(found["hour"]) <= _LAST_HOUR and int(found["minute"]) <= _LAST_MINUTE:
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
