"""Amounts of money and numbers (MONEY, NUM)."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

from ilson.documents.official.lint.remark import Found
from ilson.documents.official.lint.sheet import RUNNING, Sheet
from ilson.documents.official.numerals import MOST, amount, hangul

_DIGITS = r"(?<![\d,])(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,18})(?![\d,]*\d)"
_GOLD = r"(?<![가-힣])금"
_BEHIND_WON = r"(?=정?(?:[\s,.()\]~∼/·]|을|은|이(?![가-힣]{2})|의|에|과|와|도|씩|으로|까지|부터|입니다|$))"
_HANGUL = r"[영공일이삼사오육륙칠팔구십백천만억조]"
_PLAIN = re.compile(rf"{_GOLD}\s?(?P<digits>{_DIGITS})\s?원(?!\s?\(|정?\s?\(){_BEHIND_WON}(?:정)?")
_NAMED = re.compile(
    rf"(?:계약\s?금액|지급\s?(?:금액|액)|청구\s?(?:금액|액)|지출\s?(?:금액|액)|납부\s?(?:금액|액))\s?[:：]?\s?(?P<digits>{_DIGITS})원(?!\s?\(|정?\s?\()"
)
_SPELT_ONLY = re.compile(rf"{_GOLD}(?P<hangul>{_HANGUL}{{2,}})원(?:정)?(?!\s?\(|[가-힣]{{2}})")
_BOTH = re.compile(
    rf"(?P<gold>{_GOLD}\s?)?(?P<digits>{_DIGITS})\s?원(?:정)?\s?\(\s?(?:금|일금)?\s?(?P<hangul>{_HANGUL}(?:{_HANGUL}|\s(?={_HANGUL}))*)\s?원?(?:정)?\s?\)"
)
_GOLD_GAP = re.compile(rf"{_GOLD}(?P<gap>\s+)(?=(?:{_DIGITS})\s?원(?:{_BEHIND_WON}|$))")
_WON_GAP = re.compile(rf"(?<=\d)(?P<gap>[ \t]+)원{_BEHIND_WON}")
_THOUSANDS = re.compile(r"(?<![\d,.])(?P<digits>\d{1,3}(?:,\d{3})+|\d{2,})\s?(?P<unit>천|백만|천만)\s?원")
_UNIT = re.compile(r"단위\s?[:：]?\s?$")
_NO_COMMA = re.compile(rf"(?<![\d,.\-])(?P<digits>\d{{4,}})(?=\s?원{_BEHIND_WON})")
_BAD_COMMA = re.compile(r"(?<![\d,.])(?P<digits>\d{1,3}(?:,\d+)+)(?=\s?원)")
_GOOD_COMMA = re.compile(r"\d{1,3}(?:,\d{3})+")
_WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ]+(?:[．，：][０-９Ａ-Ｚａ-ｚ]+)*(?:(?<=[０-９])．)?")  # noqa: RUF001 - the full-width letters themselves
_COUNTED = re.compile(
    r"(?<![가-힣])(?P<number>[일이삼사오육칠팔구]?(?:[일이삼사오육칠팔구]?[천백십만])+[일이삼사오육칠팔구]?)\s?"
    r"(?P<unit>명|건|개(?:소|월|국|사|년)?|회|부|대|년|가구|세대|곳|종|권|장|매|시간|일간|주간)(?![가-힣]{2})"
)
_SIZES: Final = {"천": 1_000, "백만": 1_000_000, "천만": 10_000_000}


def _number(digits: str) -> int:
    return int(digits.replace(",", ""))


def _spelt(digits: str) -> str | None:
    value = _number(digits)
    return hangul(value) if value <= MOST else None


def _without_hangul(sheet: Sheet) -> Iterator[Found]:
    """Find amounts that stand in digits only. MONEY-01."""
    for found in (*sheet.search(_PLAIN, RUNNING), *sheet.search(_NAMED, RUNNING)):
        spelt = _spelt(found["digits"])
        gold = "" if found[0].lstrip().startswith("금") else "금"
        fix = f"{gold}{found[0]}(금{spelt}원)" if spelt and not gold else None
        yield Found(found.start(), found.end(), fix)
    for found in sheet.search(_SPELT_ONLY, RUNNING):
        value, bracket = amount(found["hangul"]), sheet.before(found.start())[-2:].rstrip().endswith("(")
        if value and not bracket:
            yield Found(found.start(), found.end(), f"금{value:,}원(금{hangul(value)}원)" if value <= MOST else None)


def _both(sheet: Sheet) -> Iterator[tuple[re.Match[str], int, int | None]]:
    for found in sheet.search(_BOTH):
        yield found, _number(found["digits"]), amount(found["hangul"])


def _unequal(sheet: Sheet) -> Iterator[Found]:
    """Find amounts whose digits and Hangul differ. MONEY-02."""
    for found, digits, told in _both(sheet):
        if digits != told and digits <= MOST:
            yield Found(found.start("hangul"), found.end("hangul"), hangul(digits))


def _without_one(sheet: Sheet) -> Iterator[Found]:
    """Find amounts in Hangul that leave out 일. MONEY-03."""
    for found, digits, told in _both(sheet):
        if digits == told and digits <= MOST and "".join(found["hangul"].split()) != hangul(digits):
            yield Found(found.start("hangul"), found.end("hangul"), hangul(digits))


def _apart(sheet: Sheet) -> Iterator[Found]:
    """Find blanks between 금, the digits and 원. MONEY-04."""
    for found in (*sheet.search(_GOLD_GAP), *sheet.search(_WON_GAP)):
        yield Found(found.start("gap"), found.end("gap"), "")


def _in_thousands(sheet: Sheet) -> Iterator[Found]:
    """Find amounts as 345천원; 「단위: 천원」 is none. MONEY-05."""
    for found in sheet.search(_THOUSANDS, RUNNING):
        if not _UNIT.search(sheet.open, max(0, found.start() - 8), found.start()):
            yield Found(found.start(), found.end(), f"{_number(found['digits']) * _SIZES[found['unit']]:,}원")


def _commas(sheet: Sheet) -> Iterator[Found]:
    """Find amounts without a comma at every third digit. NUM-01."""
    for found in sheet.search(_NO_COMMA):
        if not found["digits"].startswith("0"):
            yield Found(found.start("digits"), found.end("digits"), f"{int(found['digits']):,}")
    for found in sheet.search(_BAD_COMMA):
        if not _GOOD_COMMA.fullmatch(found["digits"]):
            yield Found(found.start("digits"), found.end("digits"), f"{_number(found['digits']):,}", certain=False)


def _wide(sheet: Sheet) -> Iterator[Found]:
    """Find full-width digits and letters. NUM-02."""
    for found in sheet.search(_WIDE):
        yield Found(found.start(), found.end(), unicodedata.normalize("NFKC", found[0]))


def _in_words(sheet: Sheet) -> Iterator[Found]:
    """Find numbers in Hangul before what they count. NUM-03."""
    for found in sheet.search(_COUNTED, RUNNING):
        value = amount(found["number"]) if len(found["number"]) > 1 else None
        if value:
            yield Found(found.start(), found.end(), f"{value:,}{found['unit']}")


CHECKS: Final[dict[str, Callable[[Sheet], Iterator[Found]]]] = {
    "MONEY-01": _without_hangul,
    "MONEY-02": _unequal,
    "MONEY-03": _without_one,
    "MONEY-04": _apart,
    "MONEY-05": _in_thousands,
    "NUM-01": _commas,
    "NUM-02": _wide,
    "NUM-03": _in_words,
}
