"""What stands in tables, beside names and under several heads is found by where it stands."""

from collections.abc import Callable

import pytest

from ilson.guard.compile import Guard
from ilson.guard.detect import detect
from ilson.guard.grid import Cell
from ilson.guard.stacked import stacked


def found(text: str, guard: Guard, *kinds: str) -> list[tuple[str, str]]:
    return [(one.type, text[one.start : one.end]) for one in detect(text, guard) if not kinds or one.type in kinds]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("INSERT INTO t(emp_id, nm) VALUES('15-39175','x'),('15-39176','y');", ["15-39175", "15-39176"]),
        ("SELECT * FROM t WHERE emp_no IN ('20251234','20251235')", ["20251234", "20251235"]),
        ('seq,empno,sql\n1,20251234,"SET A=1, B=2"\n2,20251235,x', ["20251234", "20251235"]),
        ("부서\t담당자사번\n총무과\tSB-48016\n(병가)\t\t\n세무과\tSB-48017", ["SB-48016", "SB-48017"]),
        ("사 번 | 20251234", ["20251234"]),
        ("학    번: 20251234", []),
        ('10.1.2.3 - 1596256 [12/Sep/2026:10:00:00 +0900] "GET /"', ["1596256"]),
    ],
)
def test_staff_numbers_in_tables_and_logs(text: str, values: list[str], guard: Guard) -> None:
    assert found(text, guard, "EMPID") == [("EMPID", value) for value in values]


def test_a_table_pasted_one_cell_below_the_other(guard: Guard) -> None:
    rows = [
        ("1", "유무성", "60-08-10", "418599"),
        ("2", "공현정", "1971. 6. 16.", "777071"),
        ("3", "배성민", "1980-03-20", "S16-818"),
    ]
    text = "임용 현황\n" + "\n".join(["연번", "성명", "생년월일", "교원번호", *(cell for row in rows for cell in row)])
    assert {value for _, value in found(text, guard, "EMPID")} == {"418599", "777071", "S16-818"}
    assert len(found(text, guard, "DOB")) == len(rows)


def test_lines_that_do_not_repeat_are_no_stacked_table() -> None:
    text = "성명\n전화\n주소\n김하늘\n서울\n화곡동\n12\n34\n56\n가나다\n라마바\n78"
    lines = ("성명", "전화", "주소")

    def is_label(cell: Cell) -> bool:
        return text[cell.start : cell.end] in lines

    assert list(stacked(text, is_label)) == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("생년월일(법인등록번호) 1968-03-30", "DOB", "1968-03-30"),
        ("주민(법인)번호 110122-5129593", "CRN", "110122-5129593"),
        ("주민(법인)번호 991115-1445846", "RRN", "991115-1445846"),
        ("㈜유림, 120122-0278901", "CRN", "120122-0278901"),
        ("국민신문고 20250216958085", "ACCOUNT", None),
        ("국민 123-456-7890123", "ACCOUNT", "123-456-7890123"),
        ("기업은행 285-776254-80-782 / 24-14-040807-56", "DL", "24-14-040807-56"),
        ("900101-1234567 / EC1337360", "PASSPORT", None),
        ("890429-6558038 / EC1337360", "PASSPORT", "EC1337360"),
        ("여권 M 7 3 8 W 4 2 9 1", "PASSPORT", "M 7 3 8 W 4 2 9 1"),
        ("계정 duty / alsdnjs431!", "SECRET", "alsdnjs431!"),
        ("COVID19! 예방", "SECRET", None),
        ("담당 cjdtkwhk1845!Z 입니다", "SECRET", "cjdtkwhk1845!Z"),
        ("집은 동홍로 144", "ADDR", "동홍로 144"),
        ("동홍로 144 공사", "ADDR", None),
        ("화곡동 우장산아이파크 102동 1708호", "ADDR", "화곡동 우장산아이파크 102동 1708호"),
        ("해남군 해남읍 중앙1로 312-15, 연락처 010-7312-4455", "ADDR", "해남군 해남읍 중앙1로 312-15"),
        ("D.O.B.: 07 MAR 1992", "DOB", "07 MAR 1992"),
        ("server 203.160.66.178 disk", "IP", "203.160.66.178"),
        ("9학년 1반 기현수(20197501) 사용\n발견자: 당직 박영호", "STUID", "20197501"),
        ("P.S. 동명이인 박영호(회계과, 665728)과 헷갈리지 마세요", "EMPID", "665728"),
        ("employeeId=A10293", "EMPID", "A10293"),
        ("개인식별번호(나이스): J6168534", "EMPID", "J6168534"),
        ("대원번호 26-89968", "STUID", None),
        ('"성명","점검자사번"\n"가나다","U-96454"', "EMPID", "U-96454"),
        ("emplyr-code: A10293", "EMPID", "A10293"),
        ("재학생 고유번호 20231104", "STUID", "20231104"),
        ("환자 건강보험 번호 확인됐나요\n구급대원: 보호자 말로는 56664126691이래요", "NHI", "56664126691"),
        ("(NM, ADDR, HLTH_INS_NO) VALUES\n('가나다', '괴정로 28 (하단동)', '14465577892')", "NHI", "14465577892"),
        (
            "CREATE TABLE t (A CHAR(8), HIC_NO CHAR(11));\nINSERT INTO t VALUES ('a','14465577892');",
            "NHI",
            "14465577892",
        ),
        ("select nm, emp_no, tel from t;\n+--+--+--+\n| 가나 | DJ-19170 | 120 |\n+--+--+--+", "EMPID", "DJ-19170"),
        ("select nm, emp_no from t;\n| 가나 | 1 | DJ-19170 |", "EMPID", None),
        ("자동차보험 14465577892", "NHI", None),
    ],
)
def test_what_a_place_says(text: str, kind: str, value: str | None, guard: Guard) -> None:
    assert found(text, guard, kind) == ([] if value is None else [(kind, value)])


def test_a_spelt_number_is_not_drawn_into_its_neighbour(guard: Guard) -> None:
    assert found("5 2022841571 OIO-4873-4423", guard, "PHONE") == [("PHONE", "OIO-4873-4423")]
    assert found("77.07.04 / o1o-1774-2o92", guard, "PHONE") == [("PHONE", "o1o-1774-2o92")]


def test_a_label_syntax_of_the_rule_files(guard_of: Callable[..., Guard], number: Callable[..., object]) -> None:
    assert found("담당사번 123", guard_of(number("A", "[0-9]{3}", matches=("123",))), "A") == [("A", "123")]
