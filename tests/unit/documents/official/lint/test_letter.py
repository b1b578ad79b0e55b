"""The rules about fields hold for a letter that was typed, too."""

import pytest

BODY = "\n\n1. 관련: 디지털정책과-1234(2026. 11. 2.)\n2. 위와 관련하여 안내합니다.  끝.\n\n"


@pytest.mark.parametrize(
    ("head", "closing", "rule", "place", "fix"),
    [
        ("수신  내부결재\n제목  교육", "강서구청장\n", "DOC-01", "강서구청장", ""),
        ("수신  국토교통부장관\n제목  교육", "디지털정책과\n", "DOC-02", "디지털정책과", None),
        (
            "수신  영등포구청장, 양천구청장\n제목  교육",
            "강서구청장\n",
            "DOC-03",
            "영등포구청장, 양천구청장",
            "수신자 참조",
        ),
        ("수신  수신자 참조\n제목  교육", "강서구청장\n", "DOC-03", "수신  수신자 참조", None),
        ("수신  국토교통부장관\n제목  교육 안내.", "강서구청장(직인생략)\n", "DOC-04", "교육 안내.", "교육 안내"),
    ],
)
def test_a_field_that_is_wrong_is_found_where_it_stands(linter, head, closing, rule, place, fix):
    text = f"{head}{BODY}{closing}"
    assert [(one.rule, text[one.start : one.end], one.fix) for one in linter.check(text)] == [(rule, place, fix)]


@pytest.mark.parametrize(
    ("head", "closing"),
    [
        ("수신  내부결재\n제목  교육", "주무관 김하늘  과장 박구름\n"),
        ("수신  국토교통부장관(주택정책과장)\n제목  교육", "강서구청장\n"),
        ("수신  수신자 참조\n제목  교육", "강서구청장\n\n수신자  영등포구청장, 양천구청장\n"),
        ("수신  각 부서장\n제목  교육", "디지털정책과장\n"),
    ],
)
def test_a_letter_that_is_right_is_left_alone(broken, head, closing):
    assert broken(f"{head}{BODY}{closing}") == []
