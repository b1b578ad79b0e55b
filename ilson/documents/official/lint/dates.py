"""Dates and periods (DATE, RANGE)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from ilson.documents.official.lint.remark import Found
from ilson.documents.official.lint.sheet import RUNNING, Sheet

_MONTHS: Final = 12
_DAYS: Final = "월화수목금토일"
_WEEKDAY = rf"\((?P<weekday>[{_DAYS}])(?:요일)?\)"
_UNITS = r"(?!\s?(?:명|건|개|회|%|퍼센트|원|천|만|억|배|호|쪽|시간|분|점|위|차|동|층|번|일|km|kg|m)(?!요일))"
_COUNTED = r"(?!(?:명|건|개|회|원|호|쪽|번|층|동)(?![가-힣])|일(?!요일)|%)"
_FULL = re.compile(
    r"(?<![\d.\-A-Za-z_])(?P<year>(?:19|20)\d{2})(?P<gap1>\s{0,3}\.[ \t]*)(?P<month>\d{1,2})(?P<gap2>\s{0,2}\.[ \t]*)"
    rf"(?P<day>\d{{1,2}})(?!\d)(?!\.\d)(?![-_]\w){_COUNTED}(?P<dot>\s?\.)?(?P<rest>[ \t]*{_WEEKDAY})?"
)
_SHORT = re.compile(
    r"(?<![\d.\-/])(?<!\d\s)(?<!\d\.\s)(?P<month>\d{1,2})(?P<gap>\.[ \t]*)(?P<day>\d{1,2})(?P<dot>\.)?"
    rf"(?P<rest>[ \t]*{_WEEKDAY})"
)
_NUMBERED = re.compile(r"(?:번호|버전|판본|펌웨어|빌드|모델명?)\s?[:：]?\s?$")
_NAMED = re.compile(r"(?:기간|일시|기한|일정|일자|날짜)[ \t]?[:：]?[ \t]*")
_PLAIN_SHORT = re.compile(
    r"(?<![\d.\-/:,])(?<!\d\s)(?<!\d\.\s)(?P<month>\d{1,2})(?P<gap>\.[ \t]*)(?P<day>\d{1,2})(?P<dot>\.)?"
    rf"(?![\d%]){_UNITS}"
)
_BEGUN = re.compile(rf"(?:19|20)\d{{2}}\.\s?\d{{1,2}}\.\s?\d{{1,2}}\.?(?:\([{_DAYS}]\))?[ \t]?[~∼～〜][ \t]?$")
_TILDES: Final = "~∼～〜"
_SLASHED = re.compile(
    rf"(?<![\d\-/.])(?P<month>\d{{1,2}})(?P<sign>[-/])(?P<day>\d{{1,2}})(?=\s?\([{_DAYS}](?:요일)?\))"
)
_YEAR_MONTH = re.compile(
    r"(?<![\d.A-Za-z_\-/])(?P<year>(?:19|20)\d{2})(?P<gap>\.)(?P<month>\d{1,2})"
    r"(?=\.?[ \t]*[∼~～〜]|\.?[ \t]+(?:현재|기준)|\.?(?:까지|부터)|월)"
)
_YEAR_MONTH_LAST = re.compile(
    r"(?<=[∼~～〜])[ \t]?(?P<year>(?:19|20)\d{2})(?P<gap>\.)(?P<month>\d{1,2})(?!\d|\.[ \t]?\d)"
)
_POINT_MONTH = re.compile(r"(?<![\d.])(?P<year>(?:19|20)\d{2})\.\s?(?P<month>\d{1,2})\s?월(?!\s?\d)")
_BARE_YEAR = re.compile(
    r"(?<![\d'’‘`´.,~∼제약총만])(?<!지난 )(?<!최근 )(?P<year>2\d)년(?=\s?(?:\d{1,2}월|상반기|하반기|[1-4]분기))"
)
_DAY_ONLY = re.compile(rf"(?<=[~∼～〜])\s?(?P<day>\d{{1,2}})(?=\([{_DAYS}]\))")
_NEXT_DASHED = re.compile(r"\s?[~∼～〜]\s?\d{1,2}[-/]\d")
_QUOTED_YEAR = re.compile(r"['’‘`´](?P<year>\d{2})(?P<rest>\s?\.\s?\d{1,2}|\s?년|\s?[~∼～〜]\s?['’‘`´]\d{2})")
_QUARTER = re.compile(r"\s?\.\s?(?=[1-4]\s?(?:/4\s?)?분기)")
_TWO_DIGITS = re.compile(
    r"(?<![\d.\-/'’‘`´])(?P<year>\d{2})\.\s?(?P<month>\d{1,2})\.\s?(?P<day>\d{1,2})(?![\d])(?!\.\d)"
)
_WORDS = re.compile(
    r"(?<!\d)(?:(?P<year>(?:19|20)\d{2})\s?년\s?(?P<month>\d{1,2})\s?월(?:\s?(?P<day>\d{1,2})\s?일(?![가-힣]*간))?"
    r"|(?P<month2>\d{1,2})\s?월\s?(?P<day2>\d{1,2})\s?일)"
)
_WORD_WEEKDAY = re.compile(
    rf"(?<!\d)(?P<year>(?:19|20)\d{{2}})(?:\s?년\s?|[-/])(?P<month>\d{{1,2}})(?:\s?월\s?|[-/])(?P<day>\d{{1,2}})\s?일?\s?{_WEEKDAY}"
)
_DASHED = re.compile(
    r"(?<![\d\-/제.A-Za-z_])(?P<year>(?:19|20)\d{2})(?P<sign>[-/])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?![0-9A-Za-z_\-/호])\.?"
)
_APART = re.compile(
    rf"(?<=\d)\.[ \t]*\d{{1,2}}\.(?P<apart>[ \t]+\((?P<day>[{_DAYS}])(?:요일)?\)"
    rf"|[ \t]*\((?P<long>[{_DAYS}])요일\)|[ \t]*(?P<bare>[{_DAYS}])요일)"
)
_MONTH_ONLY = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d{2})\.\s?(?P<month>\d{1,2})"
    r"(?=[ \t]+(?:현재|기준|말|초|중순|상순|하순|이후|이전|중|까지|부터)|[ \t]*[∼~～〜)]|(?:까지|부터)|[ \t]*$)",
    re.MULTILINE,
)
_TILDE = r"[~∼～〜]"
_LOOSE = re.compile(
    rf"(?<=[\d.)월일시분원명%])(?P<gap>[ \t]+{_TILDE}[ \t]*|[ \t]*{_TILDE}[ \t]+)(?=['’‘]?\d|익일|다음)"
)
_UNTIL = re.compile(
    rf"{_TILDE}\s?(?:\d[\d.:,\s]*(?:\([{_DAYS}]\))?[.\s]?(?:\s?\d{{1,2}}:\d{{2}})?|\d+월(?:\s?\d+일)?|\d+일|\d+시)\s?(?P<until>까지)"
)
_TIME = r"\d{1,2}:\d{2}"
_HYPHEN = re.compile(
    rf"(?<![\d:]){_TIME}(?P<time>\s?[-–—]\s?){_TIME}(?![\d:])"
    rf"|(?:(?<=\d\.)|(?<=[{_DAYS}]\)))(?P<day>\s?[-–—]\s?)(?=(?:(?:19|20)\d{{2}}\.\s?)?\d{{1,2}}\.\s?\d{{1,2}}\.)"
)
_PERIOD = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d{2})\.\s?(?P<month>\d{1,2})\.\s?(?P<day>\d{1,2})\.?(?:\([^()]\))?"
    rf"\s?{_TILDE}\s?(?:(?:(?P<year2>(?:19|20)\d{{2}})\.\s?)?(?P<month2>\d{{1,2}})\.\s?)?"
    r"(?P<day2>\d{1,2})(?:\.|(?=[ \t]*(?:$|[(),]|까지)))"
)
_SHORT_PERIOD = re.compile(
    rf"(?<![\d.])(?<!\d\s)(?<!\d\.\s)(?P<month>\d{{1,2}})\.\s?(?P<day>\d{{1,2}})\.(?:\([^()]\))?\s?{_TILDE}\s?(?P<month2>\d{{1,2}})\.\s?(?P<day2>\d{{1,2}})\."
)
_HOURS = re.compile(rf"(?<![\d:])(?P<from>\d{{2}}:\d{{2}})\s?{_TILDE}\s?(?P<to>\d{{2}}:\d{{2}})(?![\d:])")
_EVENING, _MORNING = "20:00", "09:00"  # who works at night ends on another day
_NEXT_DAY = ("다음 날", "다음날", "익일", "이튿날", "야간", "심야", "당직", "숙직", "철야", "밤샘", "교대")


@dataclass(frozen=True, slots=True)
class _Day:
    """A date in the text: the match, and the day if there is such a day."""

    found: re.Match[str]
    day: date | None


def _day(year: str | int, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _is_number(sheet: Sheet, start: int) -> bool:
    """Return whether the words before say that this is a number or a version that only looks like a date."""
    return bool(_NUMBERED.search(sheet.open, max(0, start - 8), start))


def _shorts(sheet: Sheet) -> Iterator[re.Match[str]]:
    """Yield months with days: with a day of the week, or where the line says that it tells a time and a period."""
    yield from sheet.search(_SHORT)
    for found in sheet.search(_PLAIN_SHORT):
        line = sheet.before(found.start())
        named = _NAMED.search(line)
        behind = sheet.open[found.end() : found.end() + 2].lstrip()[:1]
        period = behind in _TILDES if behind else False
        begun = _BEGUN.search(line)
        told = begun or (named and (period or line.rstrip()[-1:] in _TILDES or named.end() == len(line)))
        if told and _day(2000, found["month"], found["day"]):
            yield found


def _full(sheet: Sheet) -> Iterator[_Day]:
    for found in sheet.search(_FULL):
        if not _is_number(sheet, found.start()):
            yield _Day(found, _day(found["year"], found["month"], found["day"]))


def _spaces(sheet: Sheet) -> Iterator[Found]:
    """Find dates without one space behind each full stop. DATE-01."""
    for day in _full(sheet):
        if (day.found["gap1"], day.found["gap2"]) != (". ", ". "):
            yield Found(day.found.start("gap1"), day.found.end("gap2"), f". {day.found['month']}. ")
        if day.found["dot"] and day.found["dot"] != ".":
            yield Found(day.found.start("dot"), day.found.end("dot"), ".")
    for found in _shorts(sheet):
        if found["gap"] != ". ":
            yield Found(found.start("gap"), found.end("gap"), ". ")
    for found in (*sheet.search(_YEAR_MONTH), *sheet.search(_YEAR_MONTH_LAST)):
        if 0 < int(found["month"]) <= _MONTHS and not _is_number(sheet, found.start()):
            yield Found(found.start("gap"), found.end("gap"), ". ")


def _last_stop(sheet: Sheet) -> Iterator[Found]:
    """Find dates without the full stop behind the day. DATE-02."""
    for found in (*(day.found for day in _full(sheet)), *_shorts(sheet)):
        if not found["dot"]:
            yield Found(found.end("day"), found.end("day"), ".")
    for found in sheet.search(_DAY_ONLY):
        yield Found(found.end("day"), found.end("day"), ".")


def _zeros(sheet: Sheet) -> Iterator[Found]:
    """Find months and days that begin with 0. DATE-03."""
    for found in (*(day.found for day in _full(sheet)), *_shorts(sheet)):
        for part in ("month", "day"):
            if found[part].startswith("0") and found[part].strip("0"):
                yield Found(found.start(part), found.start(part) + 1, "")


def _short_year(sheet: Sheet) -> Iterator[Found]:
    """Find years of two digits. DATE-04."""
    for found in sheet.search(_QUOTED_YEAR):
        quarter = _QUARTER.match(sheet.open, found.end("year"))
        end, told = (quarter.end(), "년 ") if quarter else (found.end("year"), "")
        yield Found(found.start(), end, f"20{found['year']}{told}")
    for found in sheet.search(_BARE_YEAR):
        yield Found(found.start("year"), found.end("year"), f"20{found['year']}")
    for found in sheet.search(_TWO_DIGITS):
        if _day(f"20{found['year']}", found["month"], found["day"]) and int(found["year"]) > 12:  # noqa: PLR2004 - it could be a month
            yield Found(found.start("year"), found.end("year"), f"20{found['year']}")


def _in_words(sheet: Sheet) -> Iterator[Found]:
    """Find dates with 년, 월 and 일. DATE-05."""
    if sheet.notice:
        return
    for found in sheet.search(_WORDS, RUNNING):
        parts = [found["year"], found["month"] or found["month2"], found["day"] or found["day2"]]
        yield Found(found.start(), found.end(), " ".join(f"{int(part)}." for part in parts if part))
    for found in sheet.search(_POINT_MONTH, RUNNING):
        yield Found(found.start(), found.end(), f"{found['year']}. {int(found['month'])}.")


def _dashed(sheet: Sheet) -> Iterator[Found]:
    """Find dates with hyphens or slashes. DATE-06."""
    for found in sheet.search(_DASHED):
        day = _day(found["year"], found["month"], found["day"])
        whole = not _NEXT_DASHED.match(sheet.open, found.end())
        if day and not _is_number(sheet, found.start()):
            yield Found(found.start(), found.end(), f"{day.year}. {day.month}. {day.day}.", certain=whole)
    for found in sheet.search(_SLASHED):
        if _day(2000, found["month"], found["day"]):
            yield Found(found.start(), found.end(), f"{int(found['month'])}. {int(found['day'])}.")


def _weekday_apart(sheet: Sheet) -> Iterator[Found]:
    """Find days of the week that are not in brackets right behind the date. DATE-07."""
    for found in sheet.search(_APART):
        yield Found(found.start("apart"), found.end("apart"), f"({found['day'] or found['long'] or found['bare']})")


def _wrong_weekday(sheet: Sheet) -> Iterator[Found]:
    """Find days of the week that the calendar contradicts; a date without its year takes that of its line. DATE-08."""
    for found in (*(day.found for day in _full(sheet)), *sheet.search(_WORD_WEEKDAY)):
        yield from _against(found, _day(found["year"], found["month"], found["day"]))
    for found in sheet.search(_SHORT):
        line = sheet.before(found.start())
        years = re.findall(r"(?<!\d)(?:19|20)\d{2}(?=\.)", line)
        if years:
            yield from _against(found, _day(years[-1], found["month"], found["day"]))


def _against(found: re.Match[str], day: date | None) -> Iterator[Found]:
    if day and found["weekday"] and found["weekday"] != _DAYS[day.weekday()]:
        yield Found(found.start("weekday"), found.end("weekday"), _DAYS[day.weekday()])


def _no_such_day(sheet: Sheet) -> Iterator[Found]:
    """Find dates that are in no calendar. DATE-09."""
    for found in (*(day.found for day in _full(sheet) if not day.day), *sheet.search(_DASHED), *sheet.search(_WORDS)):
        year, month, day = found["year"], found["month"], found["day"]
        if year and month and day and not _day(year, month, day) and int(day) > 0:
            last = next((at for at in range(int(day), 27, -1) if _day(year, month, str(at))), 0)
            yield Found(found.start("day"), found.end("day"), str(last) if last else None)
    for found in sheet.search(_SHORT):
        if not _day(2000, found["month"], found["day"]):
            yield Found(found.start("month"), found.end("day"))


def _month_only(sheet: Sheet) -> Iterator[Found]:
    """Find a year and a month without the last full stop. DATE-10."""
    for found in sheet.search(_MONTH_ONLY):
        if 0 < int(found["month"]) <= _MONTHS:
            yield Found(found.end("month"), found.end("month"), ".")


def _loose(sheet: Sheet) -> Iterator[Found]:
    """Find spaces around the tilde of a period. RANGE-01."""
    for found in sheet.search(_LOOSE):
        yield Found(found.start("gap"), found.end("gap"), "∼")


def _until(sheet: Sheet) -> Iterator[Found]:
    """Find 까지 behind a period with a tilde. RANGE-02."""
    for found in sheet.search(_UNTIL):
        yield Found(found.start("until"), found.end("until"), "")


def _hyphen(sheet: Sheet) -> Iterator[Found]:
    """Find a hyphen in the place of the tilde. RANGE-03."""
    for found in sheet.search(_HYPHEN):
        name = "time" if found["time"] else "day"
        yield Found(found.start(name), found.end(name), "∼")


def _backwards(sheet: Sheet) -> Iterator[Found]:
    """Find periods that end before they begin. RANGE-04."""
    for found in sheet.search(_PERIOD):
        first = _day(found["year"], found["month"], found["day"])
        month, year = found["month2"] or found["month"], found["year2"] or found["year"]
        last = _day(year, month, found["day2"])
        told = found["year2"] or not found["month2"] or int(month) == int(found["month"])
        if first and last and told and last < first:
            yield Found(found.start(), found.end())
    for found in sheet.search(_SHORT_PERIOD):
        if int(found["month"]) == int(found["month2"]) and int(found["day2"]) < int(found["day"]):
            yield Found(found.start(), found.end())
    for found in sheet.search(_HOURS):
        line = sheet.before(found.start()) + sheet.open[found.start() : found.end() + 10]
        night = found["from"] >= _EVENING and found["to"] <= _MORNING
        if found["to"] < found["from"] and not night and not any(word in line for word in _NEXT_DAY):
            yield Found(found.start(), found.end())


CHECKS: Final[dict[str, Callable[[Sheet], Iterator[Found]]]] = {
    "DATE-01": _spaces,
    "DATE-02": _last_stop,
    "DATE-03": _zeros,
    "DATE-04": _short_year,
    "DATE-05": _in_words,
    "DATE-06": _dashed,
    "DATE-07": _weekday_apart,
    "DATE-08": _wrong_weekday,
    "DATE-09": _no_such_day,
    "DATE-10": _month_only,
    "RANGE-01": _loose,
    "RANGE-02": _until,
    "RANGE-03": _hyphen,
    "RANGE-04": _backwards,
}
