"""Finds what stands beside a name without a label: a day of birth, the number of an employee or of a student."""

import re
from dataclasses import dataclass
from functools import cached_property

from ilson.guard.compile import Guard
from ilson.guard.days import day
from ilson.guard.labels import Labelled
from ilson.guard.match import Finding, found_by

_YOUNGEST = 8  # years; a later day beside a name is rather when something happened, unless the name is a child's
_CHILD = re.compile(
    "(?:자녀|아동|원아|영아|유아|학생|아들|딸|손자|손녀|남아|여아|신생아|장남|차남|장녀|차녀|어린이)[^\n]{0,6}\\Z"
    "|(?<![가-힣])[자녀손] ?:? ?\\Z"
)
_CHILD_REACH = 14  # characters
_TITLE = (
    "(?: ?(?:님|씨|군|양|어르신|할머니|할아버지|아동|학생|교사|주무관|선생님?|원장|대표|과장|팀장|환자|신청인|대상자))?"
)
_BETWEEN = r"[\s,(/|:·;^┃'\"\[]{1,4}"
_SEX = rf"(?:(?:[남여男女][성자]?|[MF]|처|부|모|자|녀|배우자|남편|아내|본인)(?:{_BETWEEN}))?"
_DATE = (
    r"(?:(?:(?:19|20)[0-9]{2}|'?[0-9]{2})(?:[.\-/] ?[0-9]{1,2}[.\-/] ?[0-9]{1,2}|년 ?[0-9]{1,2}월 ?[0-9]{1,2}일)"
    "|(?:19|20)?[0-9]{2}[01][0-9][0-3][0-9])"
)
_HAPPENED = (
    " ?(?:에(?! ?(?:낳|태어|출생))|부터|까지|자로?|~|입사|임용|발령|퇴직|퇴사|접수|졸업|전입|전출|작성|신청|등록|부과"
    "|체납|위반|개시|시행|승진|취임|사임|사망|등기|개업|폐업|지급|계약|방문|입금|처리|완료|제출|교육|이수|수료|결재|승인|점검"
    "|시작|종료|만료|발급|회신|출발|도착|면담|상담|채용|수령|반납|[0-9]{1,2}:|[0-9]{1,2}시)"
)
_DAY_BEHIND = re.compile(rf"{_TITLE}{_BETWEEN}?{_SEX}(?P<day>{_DATE}\.?)(?![0-9-])(?!{_HAPPENED})")

_CODE = (
    "(?P<code>[A-Za-z]{1,3}-?[0-9]{4,9}(?:-[0-9]{2,6})?|[가-힣]{2,3}-[0-9]{4}|(?:19|20)[0-9]{2}-[0-9]{3,5}|20[0-9]{2}-[0-9]{2}-[0-9]{3,4}"
    "|[0-9]{2}-[0-9]-[0-9]{2}-[0-9]{2}|[0-9]{2}-[0-9]{5}|[0-9]{6,10}(?<!00)|[0-9]{5}(?<!00))"
)
_STUDENT_CODE = re.compile(
    "20[0-9]{7,8}|20[0-9]{2}-[0-9]{2}-[0-9]{3,4}|[0-9]{2}-[0-9]-[0-9]{2}-[0-9]{2}"
)  # year, class, number
_END = r"(?![0-9A-Za-z-])(?![.,][0-9])(?! ?(?:원|건|명|개|㎡|호|천원|만원|점|회|%))"
_CODE_BEHIND = re.compile(rf"{_TITLE}(?:{_BETWEEN}|\s?\([가-힣]{{2,10}}, ){_CODE}{_END}")  # (회계과, 665728) too
_CODE_BEFORE = re.compile(rf"(?<![0-9A-Za-z.-]){_CODE}[)\],\s|/'\";:^┃]{{1,4}}\Z")
_REACH = 24  # characters
_AROUND = 60  # characters
_OF_STUDENTS = re.compile(
    "(?i)학번|학생|[0-9]학년|학과|학부|전공|수강|장학|학적|재학|졸업|휴학|예비 ?[0-9]번|stdn?t?|student|hakbun|sno"
)
_OF_STAFF = re.compile(
    "(?i)사번|행번|직번|직원|공무원|주무관|감사반|점검자|열람자|출력자|조회자|관제|인사|발령|급여|근무|담당|기사|간호|교원"
    "|반장|조사관|조사자|인계자|인수자|입회|검수|촬영|간사|수행|추출자|서기|과장|공무직|역무원|당번|운전|협력관|상담사"
    "|[가-힣]과[, )]|소속|당직|팀|emp|login|접속"
)
_SHORT_CODE = 5  # digits; as short as this it counts only with the word beside it
_TWICE = 2  # a code that stands beside more names is nobody's
_TYPES = ("EMPID", "STUID")


@dataclass(frozen=True)
class Beside:
    """What stands beside the names of one text."""

    labelled: Labelled
    guard: Guard
    taken: bytearray  # 1 where something is found already

    def find(self, start: int, end: int) -> list[Finding]:
        """Return what tells more about the person whose name stands here."""
        return [one for one in (self._day(start, end), *self._codes(start, end)) if one is not None]

    def _day(self, start: int, end: int) -> Finding | None:
        """`김하늘(80.3.5.)` tells when she was born."""
        rule, beside = self.guard.rules.get("DOB"), _DAY_BEHIND.match(self.labelled.seen, end)
        if rule is None or beside is None or self._is_taken(*beside.span("day")):
            return None
        label = self.labelled.at(beside.start("day"))
        if label is not None and label.type not in {"DOB", "NAME", "EMPID"}:
            return None
        today = self.guard.today()
        when = day(beside["day"], today)
        child = _CHILD.search(self.labelled.seen, max(0, start - _CHILD_REACH), start) is not None
        if when is None or not (child or when.year < today.year - _YOUNGEST):
            return None
        return found_by(rule, *beside.span("day"), 0.7, ("beside_name",))

    def _codes(self, start: int, end: int) -> list[Finding | None]:
        """`점검자 김하늘(2014-5440)`: what the text speaks of tells whose number it is."""
        seen = self.labelled.seen
        behind = _CODE_BEHIND.match(seen, end)
        before = _CODE_BEFORE.search(seen, max(0, start - _REACH), start)
        return [self._code(found, start, end) for found in (behind, before) if found is not None]

    def _code(self, found: re.Match[str], start: int, end: int) -> Finding | None:
        where, code = found.span("code"), found["code"]
        if self._is_taken(*where) or day(code, self.guard.today()) is not None:
            return None
        if self.labelled.seen.count(code) > _TWICE:
            return None
        label = self.labelled.at(where[0])
        if label is not None and label.type not in {"NAME", *_TYPES}:
            return None
        grid = self.labelled.grid
        head = grid.head(where[0]) or grid.column(where[0])
        if label is None and head is not None and head != (grid.head(start) or grid.column(start)):
            return None  # its column has a name of its own
        kind = self._kind(code, where, start, end)
        rule = None if kind is None else self.guard.rules.get(kind)
        return None if rule is None else found_by(rule, *where, 0.6, ("code_beside_name",))

    def _kind(self, code: str, where: tuple[int, int], start: int, end: int) -> str | None:
        """Return whose number a code is: what it looks like, what is near, what the labels name, where it stands."""
        seen = self.labelled.seen
        if _STUDENT_CODE.fullmatch(code):
            return "STUID"
        short = code.isdigit() and len(code) <= _SHORT_CODE
        near = seen[max(0, start - 2 * _SHORT_CODE) : end] if short else seen[max(0, start - _AROUND) : end + _AROUND]
        for words in (near, _line(seen, start, end)):
            student, staff = _OF_STUDENTS.search(words) is not None, _OF_STAFF.search(words) is not None
            if student != staff:
                return "STUID" if student else "EMPID"
        if self._only is not None and not short:
            return self._only
        # What else has a letter and stands in brackets behind a name?
        if code[0].isalpha() and seen[where[0] - 1] == "(" and seen[where[1] : where[1] + 1] == ")":
            return "STUID" if _OF_STUDENTS.search(seen) else "EMPID"
        return None

    @cached_property
    def _only(self) -> str | None:
        """The one of the two types that the labels of the text name, if they name only one."""
        named = [kind for kind in _TYPES if kind in self.labelled.types]
        return named[0] if len(named) == 1 else None

    def _is_taken(self, start: int, end: int) -> bool:
        return any(self.taken[start:end])


def _line(seen: str, start: int, end: int) -> str:
    """Return what stands in the same line, near."""
    before, after = seen[max(0, start - _AROUND) : start], seen[end : end + _AROUND]
    return before.rpartition("\n")[2] + seen[start:end] + after.partition("\n")[0]
