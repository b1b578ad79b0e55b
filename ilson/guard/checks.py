"""What a rule may name as its `check`: how much surer a candidate is for what it holds and what stands around it."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from ilson.guard.candidate import Candidate, Judged
from ilson.guard.checksums import (
    barcode_digit_holds,
    birth,
    business_digit_holds,
    corporate_digit_holds,
    luhn_holds,
    resident_digit_holds,
)
from ilson.guard.days import OLDEST, day

Check = Callable[[Candidate], Judged]

_BODIES: Final = frozenset({"11", "12", "13", "14", "15", "21", "22", "31", "36"})  # 법인의 종류
_OFFICES: Final = frozenset(str(first) for first in range(11, 29))  # 등기관서 번호의 앞 두 자리
_COMPANY = re.compile(
    "법인|㈜|\\(주\\)|주식회사|업체|회사|하도급|시공|시행사|건설|산업|조경|개발|tb_corp|corp|[0-9]{3}-[0-9]{2}-[0-9]{5}"
)
_FIRM = re.compile(
    "(?:㈜|\\(주\\)|주식회사|유한회사|재단법인|사단법인)[^\n0-9]{0,14}[0-9]?[^\n0-9]{1,4}\\Z"
)  # right in front
_FINE: Final = Judged(0.0, "form")
_COVERED = re.compile(r"[*xX•●.#-]+|[0-9]{1,3}|.{1,3}|%.*%|<.*>?|\$?\{.*\}?|(?i:bearer|basic|password|secret|token)")
_MACHINE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}")  # an address of one
_ASSIGNED = re.compile(r"[:=] ?[\"']?\Z")
_NO_SECRETS = frozenset(
    {"null", "none", "true", "false", "string", "required", "hidden", "varchar", "text", "char", "http"}
)
_UNIT = re.compile(r" ?(?:원|학년|학기|천원|만원|억|건|명|개|㎡|%|조|항|호|쪽|부|회|대|톤)")
_IN_A_ROW_BEFORE = re.compile(r"[0-9][ ,]{1,2}\Z")
_IN_A_ROW_AFTER = re.compile(r"[ ,]{1,2}[0-9]")
_VERSION = re.compile(
    r"(?:(?<![a-z])(?:ver(?:sion)?|os|sw|s/w|schema)|펌웨어|버전|스키마|엔진|패치|v|판|릴리스|firmware|f/w|fw|rev)"
    r"[ .:=\"']{0,4}\Z",
    re.IGNORECASE,
)
_COURT = re.compile(
    "판결|판례|대법원|선고|사건|법원|고법|지법|결정|헌재|헌마|전원합의체|심판"
    "|소송|선례|사례|수사|원고|피고|항소|상고|행심|상대방|위자료"
)
_COURT_SYLLABLES = frozenset("도누다두후노나가마모바그구고로무수우허호하카초느재머오")
_OLD_CASE_YEARS = range(45, 100)
_SMALL: Final = 100  # most addresses have a part above it, versions have none
_NETWORK = re.compile("(?i)ip|접속|서버|from|src|dst|host|주소|에서|단말|@")
_YOUNGEST: Final = 8  # years
_HOME = re.compile(
    "(?:집|주소|거주지?|댁|자택|우편|배송지?|송달|사는 ?곳|사시는|거처|이사|전입|어르신|할머니|할아버지|환자)"
    r"[^\n0-9]{0,8}\Z|[0-9]{3,4}[- ]?[0-9]{4} ?[,/|;\t│]? ?\Z"
    r"|(?:[./-] ?[0-9]{1,2}\.?|[0-9]일)(?:생|출생)?\)?[ ,/|·│]{1,3}\Z"
)
_REACHED = re.compile(r"\"? ?[,/|│)(]{1,2} ?\(?0[0-9]|에 ?(?:살|사는|사시|거주)")


def home(candidate: Candidate) -> Judged:
    """A street and a number are somebody's where the text speaks of a home, or beside a telephone or a day."""
    if candidate.named:
        return _FINE
    found = _HOME.search(candidate.before) or _REACHED.match(candidate.after)
    return Judged(0.6, "home") if found else Judged(-1.0, "no_label")


def not_counted(candidate: Candidate) -> Judged:
    """Reject what is followed by a unit: an amount, a number of persons, an article."""
    if candidate.named:
        return _FINE
    if _UNIT.match(candidate.after):
        return Judged(-1.0, "unit")
    return _FINE


def resident_number(candidate: Candidate) -> Judged:
    """The date decides; the check digit only adds: numbers given since 2020-10-05 have none."""
    digits = candidate.digits
    holds = resident_digit_holds(digits)
    if digits[6] in "90" and not holds and not candidate.named:
        return Judged(-1.0, "no_check_digit_of_its_century")
    return _person(candidate, digits, holds=holds)


def foreigner_number(candidate: Candidate) -> Judged:
    """As for residents; the check digit is counted from 13."""
    digits = candidate.digits
    return _person(candidate, digits, holds=resident_digit_holds(digits, 13))


def _person(candidate: Candidate, digits: str, *, holds: bool) -> Judged:
    if reason := _no_birth(candidate, digits, holds=holds):
        return Judged(-1.0, reason)
    if holds:
        doubtful = candidate.label is not None and not candidate.named and candidate.text.isdigit()
        return Judged(-1.0, "barcode") if doubtful and barcode_digit_holds(digits) else Judged(0.15, "check_digit")
    if candidate.text.isdigit() and not candidate.named and (reason := _something_else(candidate, digits)):
        return Judged(-1.0, reason)
    return Judged(0.0, "day")


def _no_birth(candidate: Candidate, digits: str, *, holds: bool) -> str:
    """Return why nobody with this number can live, or an empty text."""
    day_of_birth = birth(digits)
    if day_of_birth is None:
        return "no_such_day"
    if day_of_birth > candidate.today:
        return "day_to_come"
    if day_of_birth.year < candidate.today.year - OLDEST and not holds:
        return "too_old"
    if _may_be_corporate(digits) and _FIRM.search(candidate.before):
        return "corporate"
    corporate = (digits.startswith("1101") and corporate_digit_holds(digits)) or _of_a_company(candidate, digits)
    return "corporate" if corporate and not (holds or candidate.named) else ""


def _of_a_company(candidate: Candidate, digits: str) -> bool:
    """Whether it begins with a register office and a kind of body, and the text around speaks of a company."""
    around = candidate.before[-60:] + candidate.after
    return _may_be_corporate(digits) and _COMPANY.search(around) is not None


def _may_be_corporate(digits: str) -> bool:
    """Whether it begins with a register office and a kind of body.

    Source: 법인 및 재외국민의 부동산등기용등록번호 부여에 관한 규칙, 별표.
    """
    return digits[:2] in _OFFICES and digits[4:6] in _BODIES


def _something_else(candidate: Candidate, digits: str) -> str:
    if digits.startswith("880") and barcode_digit_holds(digits):
        return "barcode"
    if digits[:2] in {"15", "16", "17", "18", "19"}:
        return "milliseconds"
    return "unit" if _UNIT.match(candidate.after) else ""


def card_number(candidate: Candidate) -> Judged:
    """The Luhn digit decides unless a label names it; a row of figures is none."""
    digits = candidate.digits
    if candidate.named:
        return Judged(0.1, "check_digit") if luhn_holds(digits) else _FINE
    if " " in candidate.text and (_IN_A_ROW_BEFORE.search(candidate.before) or _IN_A_ROW_AFTER.match(candidate.after)):
        return Judged(-1.0, "row_of_figures")
    if not luhn_holds(digits):
        return Judged(-1.0, "no_check_digit")
    if _UNIT.match(candidate.after):
        return Judged(-1.0, "unit")
    return Judged(0.35, "check_digit")


def business_number(candidate: Candidate) -> Judged:
    """The check digit and the form 3-2-5, or a label."""
    holds = business_digit_holds(candidate.digits)
    parted = len(re.findall("[^0-9]", candidate.text)) == 2  # noqa: PLR2004 - the two separators of 3-2-5
    if candidate.named:
        return Judged(0.05, "check_digit") if holds else Judged(0.0 if parted else -1.0, "form")
    if holds and parted:
        return Judged(0.7 if "-" in candidate.text else 0.4, "check_digit")
    return Judged(-1.0, "no_check_digit")


def corporate_number(candidate: Candidate) -> Judged:
    """Without a label: a check digit, and no day of birth in it; of one head for both kinds, the kind of body tells."""
    digits = candidate.digits
    if candidate.named:
        person = birth(digits) is not None and not _may_be_corporate(digits)
        barcode = digits.startswith("880") and candidate.text.isdigit() and barcode_digit_holds(digits)
        return Judged(-1.0, "barcode" if barcode else "day") if person or barcode else _FINE
    if len(set(digits)) == 1:
        return Judged(-1.0, "no_label")
    if _of_a_company(candidate, digits):
        return Judged(0.6, "corporate")
    day = birth(digits)
    if _may_be_corporate(digits) and _FIRM.search(candidate.before):
        return Judged(0.95, "corporate")
    plain = candidate.text.isdigit()
    if not plain and corporate_digit_holds(digits) and (day is None or day.year < candidate.today.year - OLDEST):
        return Judged(0.6, "check_digit")
    return Judged(-1.0, "no_label")


def plate(candidate: Candidate) -> Judged:
    """Old case numbers (98도1234) look like plates: the year, the syllable and the words around tell."""
    year, syllable = (
        re.match("[0-9]*", re.sub("^[^0-9]+", "", candidate.text)),
        re.search("[가-힣] ?[0-9]", candidate.text),
    )
    around = candidate.before[-24:] + candidate.after
    if candidate.named:
        return _FINE
    if _COURT.search(around) and syllable and syllable[0][0] in _COURT_SYLLABLES:
        return Judged(-1.0, "case_number")
    if year and len(year[0]) == 2 and syllable and syllable[0][0] in "도누두" and int(year[0]) in _OLD_CASE_YEARS:  # noqa: PLR2004 - two digits of a year
        return Judged(-1.0, "case_number")
    return _FINE


def address_of_a_machine(candidate: Candidate) -> Judged:
    """Four small numbers with full stops are rather a version or a section; a mask belongs to nobody."""
    parts = [int(part) for part in candidate.text.split(".")]
    if parts[0] in {0, 127, 255}:
        return Judged(-1.0, "version")
    if candidate.named:
        return _FINE
    if _VERSION.search(candidate.before[-14:]):
        return Judged(-1.0, "version")
    small = max(parts) < _SMALL and parts[0] not in {10, 172, 192}
    if small and not _NETWORK.search(candidate.before[-24:] + candidate.after):
        return Judged(-1.0, "version")
    return _FINE


def born(candidate: Candidate) -> Judged:
    """A day that a living person can be born on; under a row of heads not one of the last years."""
    when = day(candidate.text, candidate.today)
    if when is None:
        return Judged(-1.0, "no_such_day")
    loose = candidate.label is not None and candidate.label.place == "row"
    return Judged(-1.0 if loose and when.year > candidate.today.year - _YOUNGEST else 0.0, "day")


def secret_word(candidate: Candidate) -> Judged:
    """What stands behind `password:` and holds more than letters of a language."""
    value = candidate.text
    if (
        _COVERED.fullmatch(value)
        or _MACHINE.fullmatch(value)
        or (candidate.label is not None and value.lower() == candidate.label.word)
    ):
        return Judged(-1.0, "covered")
    if value.isalpha() and (value.lower() in _NO_SECRETS or not _ASSIGNED.search(candidate.before)):
        return Judged(-1.0, "no_label")
    return _FINE


_PASSWORD_LENGTH: Final = 6
_TICKET = re.compile("[A-Z]{1,5}#[0-9]+")
_SAID = re.compile(r"[A-Za-z]+[0-9]{1,2}[!?]+|[0-9]+[%~!?]+|.*@[A-Za-z0-9-]+")  # COVID19!, 2026!, 1200%, web@host
_SIGN_ON = re.compile(
    "(?i)계정|로그인|아이디|admin|관리자|접속|root|webmaster|login|자격|암호|비번|비밀|pw|pass|wi-?fi|서버|새올"
)


def password(candidate: Candidate) -> Judged:
    """Letters, digits and a sign in one word, as people make passwords up; near a sign-on two of them are enough."""
    value = candidate.text
    if len(value) < _PASSWORD_LENGTH or "***" in value or _TICKET.fullmatch(value):
        return Judged(-1.0, "covered")
    letters, digits = len(re.findall("[A-Za-z]", value)), len(re.findall("[0-9]", value))
    if _SIGN_ON.search(candidate.before[-60:]):
        ends = value[-1] in "!@#$%^*?"
        return Judged(0.65 if (digits and not value.endswith("%")) or (letters and ends) else -1.0, "password_shape")
    mixed = letters > 1 and digits > 1
    return Judged(0.6, "password_shape") if mixed and not _SAID.fullmatch(value) else Judged(-1.0, "no_label")


_BEGINS: Final = {"4-4-4": ("1000", "1001", "1002"), "4-4-4-1": ("900",)}
_STUDENT = re.compile("20[0-9]{7,8}|20[0-9]{2}-[0-9]{5,6}")
_NAMED_BEFORE = re.compile("[가-힣]{2,4} \\Z")
_CODE_DIGITS: Final = (4, 12)
_LOOSE_DIGITS: Final = 6  # under a row of heads whose columns do not tell
_RESIDENT_DIGITS: Final = 13
_PLATE_BEFORE = re.compile(r"[0-9][가-힣] ?\Z")
_MARKS: Final = 3  # full stops; with fewer it may be a version
_MONTH = re.compile("(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-")
_LONGEST_ACCOUNT: Final = 14  # digits
_CLOCK = re.compile("20[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])(?:[01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]")
_VIRTUAL = re.compile("가상계좌|보관금")
_PAYMENT = re.compile(r"(?:통장|계좌|입금처|입금[은을하]|송금|이체)[^\n]{0,80}\Z")
_TELEPHONE = re.compile(
    r"\(?0(?:1[016789]|2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|50[2-8]|80)[-. /)]{1,2}[0-9]{3,4}[-. /][0-9]{4}"
    "|01[016789][0-9]{7,8}"
)
_PETITION = re.compile(r"[A-Za-z]-\Z")
_INSURANCE = re.compile(
    r"(?:증번호|건강보험|보험증|의료보험|건보|피부양자)[^\n]{0,90}(?:\n[^\n]{0,90}){0,2}\Z"
)  # asked for on a line above
_SHAPES: Final = frozenset(
    {
        *("3-2-6", "3-3-6", "3-6-5", "6-2-6", "3-4-4-2", "4-2-7", "3-6-2-3", "4-3-6", "4-4-4", "4-4-4-1"),
        *("3-4-6", "3-6-2", "3-2-5-1", "4-3-7", "3-4-7", "3-3-5", "4-2-6", "3-5-6", "3-2-7", "3-3-7", "6-6-2"),
    }
)
"""How banks group the digits of an account; only as a hint."""


def account_shape(candidate: Candidate) -> Judged:
    """Groups as banks write them; what has the form of another kind is no account, whatever stands before it."""
    if _looks_otherwise(candidate) or _PLATE_BEFORE.search(candidate.before):
        return Judged(-1.0, "otherwise")
    if _CLOCK.fullmatch(candidate.text) or _VIRTUAL.search(candidate.before[-16:]):
        return Judged(-1.0, "otherwise")
    if candidate.named:
        return _FINE
    if _UNIT.match(candidate.after):
        return Judged(-1.0, "unit")
    digits = candidate.digits
    if _may_be_account(candidate) and _PAYMENT.search(candidate.before):
        clock = len(digits) in {12, 14} and digits.startswith(("20", "19"))
        return Judged(-1.0, "no_label") if clock else Judged(0.55, "payment")
    return Judged(0.55, "bank_shape") if _grouped_as_banks_do(candidate) else Judged(-1.0, "no_label")


def _grouped_as_banks_do(candidate: Candidate) -> bool:
    shape = "-".join(str(len(group)) for group in re.findall("[0-9]+", candidate.text))
    marks = shape.count("-")
    parted = candidate.text.count("-") == marks or candidate.text.count(".") == marks >= _MARKS
    dashed = shape in _SHAPES and parted and not _MONTH.match(candidate.text)
    return dashed and candidate.digits.startswith(_BEGINS.get(shape, ("",)))


def _may_be_account(candidate: Candidate) -> bool:
    plain = re.fullmatch("[0-9]+(?:-[0-9]+)*|[0-9]+(?: [0-9]+)+", candidate.text) is not None
    return candidate.label is None and plain and len(candidate.digits) <= _LONGEST_ACCOUNT


def insured(candidate: Candidate) -> Judged:
    """Eleven digits where the paragraph speaks of health insurance."""
    if candidate.named:
        return _FINE
    if _PETITION.search(candidate.before):
        return Judged(-1.0, "otherwise")
    if candidate.label is None and _INSURANCE.search(candidate.before) and not candidate.text.startswith("01"):
        return Judged(0.6, "insurance")
    return Judged(-1.0, "no_label") if _UNIT.match(candidate.after) else _FINE


def labelled_code(candidate: Candidate) -> Judged:
    """A code of a person has at least four digits and is no day, telephone number or resident number."""
    digits = candidate.digits
    loose = candidate.label is not None and candidate.label.place == "row"
    least = _LOOSE_DIGITS if loose else _CODE_DIGITS[0]
    if not least <= len(digits) <= _CODE_DIGITS[1] or _looks_otherwise(candidate):
        return Judged(-1.0, "otherwise")
    if re.fullmatch(r"(?:19|20)?[0-9]{2}[-./][01]?[0-9][-./][0-3]?[0-9]", candidate.text):
        return Judged(-1.0, "day")
    headed = candidate.label is not None and candidate.label.place in {"column", "row"}
    if headed and day(candidate.text, candidate.today) is not None and _NAMED_BEFORE.search(candidate.before):
        return Judged(-1.0, "day")  # 김하늘 800305
    year = re.fullmatch("(?:19|20)[0-9]{2}", candidate.text) and candidate.after[:1] in {".", "년", "/"}
    return Judged(-1.0, "unit") if year or _UNIT.match(candidate.after) else _FINE


def staff_code(candidate: Candidate) -> Judged:
    """As any code of a person; under a head for both, a year and five or six digits more are a student's."""
    label = candidate.label
    if label is not None and label.place in {"column", "row"} and _STUDENT.fullmatch(candidate.text):
        return Judged(-1.0, "otherwise")
    return labelled_code(candidate)


def _looks_otherwise(candidate: Candidate) -> bool:
    """Whether it has the form of a telephone number, a resident number or a card."""
    digits = candidate.digits
    if _TELEPHONE.fullmatch(candidate.text):
        return True
    if len(digits) == _RESIDENT_DIGITS:
        parted = re.fullmatch("[0-9]{6}[^0-9][0-9]{7}", candidate.text) is not None
        return birth(digits) is not None and (parted or (candidate.text.isdigit() and resident_digit_holds(digits)))
    return len(digits) in {15, 16} and luhn_holds(digits) and digits[0] in "34569"


CHECKS: Mapping[str, Check] = {
    check.__name__: check
    for check in (
        *(not_counted, resident_number, foreigner_number, card_number, business_number, corporate_number, plate),
        *(address_of_a_machine, born, secret_word, account_shape, labelled_code, staff_code, insured, password, home),
    )
}
"""The checks by name."""
