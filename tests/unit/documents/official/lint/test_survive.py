"""What only looks wrong has a meaning: it survives a mending, and what is wrong in words of its own is found."""

import pytest

from ilson.documents.official.lint.mend import mend_segments, mend_text
from ilson.domain.segment import Segment


@pytest.mark.parametrize(
    "text",
    [
        "붙임  10. 29. 참사 대책 1부.  끝.",
        "붙임  1. 계획서 1부.\n\n      2. 명단 1부.  끝.",
        "붙임  1. 계획서 1부.\n붙임  2. 명단 1부.  끝.",
        "파일명: 회의록_2026-11-22.hwp",
        "워크샵.pdf와 컨텐츠.hwp를 엽니다.",
        "D:\\자료\\2026.11.22",
        "전화번호 2026-11-22",
        "문서 번호 2026.11.22-01",
        "펌웨어 버전: 2026.1.15",
        "v2026.11.02",
        "__init__와 a__b__c",
        "성비 1:10, 혼합비 1 : 20으로",
        "물과 시멘트를 7:20으로 섞음",
        "1안 : 2안 = 3 : 7",
        "도서명: 서울의 밤 : 기록",
        "key : value",
        "성명:           (인)",
        "오뚜기 주식회사",
        "(주)디지탈미디어",
        "주식회사 데이타솔루션",
        "㈜컨셉트디자인",
        "컨셉빌딩 3층",
        "배끼남 주무관",
        "주민 생활에 영향을 미쳐 고칩니다.",
        "애시당초",
        "금 5 원형",
        "금 100 원권",
        "기간 평균 3.5점",
        "평균 3.5~4.5점",
        "카드로 결재선을 지정",
        "화일동 123",
        "가능한한계",
        "오전·오후 2시",
        "아침 7시∼9시",
        "밤 8시∼10시",
        "9:00 PM",
        "2026-1-5∼1-9",
        "50:50 분담",
        "‘컨텐츠’라는 말",
        "영화 《메세지》 상영",
        "컨텐츠진흥원과 협약",
        "붙임  없음.  끝.",
    ],
)
def test_what_only_looks_wrong_survives(linter, text):
    assert mend_text(text, linter) == (text, 0)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("기간: 12. 1 ~ 12. 5", "기간: 12. 1.∼12. 5."),
        ("기간: 12.1.~12.5.", "기간: 12. 1.~12. 5."),
        ("11. 22(일) ~ 11.24(화)", "11. 22.(일)∼11. 24.(화)"),
        ("11/22(일) 개최", "11. 22.(일) 개최"),
        ("2026.11.22 일요일", "2026. 11. 22.(일)"),
        ("2026.11.∼2027.1.", "2026. 11.∼2027. 1."),
        ("삼가하여 주시기 바랍니다.", "삼가 주시기 바랍니다."),
        ("제출하십시요.", "제출하십시오."),
        ("몇 일이 걸리는지", "며칠이 걸리는지"),
        ("신청하므로써", "신청함으로써"),
        ("초과되서 반려", "초과돼서 반려"),
        ("미쳐 확인하지 못한 사항", "미처 확인하지 못한 사항"),
        ("왠 소동", "웬 소동"),
        ("오후2:30~4:30", "14:30~16:30"),
        ("오전 9:30분부터", "09:30부터"),
        ("법인카드로 결재하였습니다.", "법인카드로 결제하였습니다."),
        ("1.5(월)~9(금)", "1. 5.(월)~9.(금)"),
        ("2026 . 1 . 5 .", "2026. 1. 5."),
        ("２０２６．１．５．", "2026. 1. 5."),
        ("１，０００원", "1,000원"),
        ("년 2회 점검", "연 2회 점검"),
    ],
)
def test_what_is_wrong_is_mended_whole(linter, text, mended):
    assert mend_text(text, linter)[0] == mended


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("DATE-05", "2026.11월 현재"),
        ("DATE-04", "26년 상반기"),
        ("DATE-04", "'26~'27년"),
        ("TIME-01", "밤 10시"),
        ("TIME-02", "2시 30분"),
        ("ATT-04", "붙임  1. 계획서 1부.\n붙임  2. 명단 1부.  끝."),
        ("LAW-01", "개인정보보호법에 따라"),
        ("LAW-02", "<지방자치법> 제13조"),
        ("NOTICE-01", "강서구 고시 2026-12호"),
        ("MONEY-01", "금오백만원을 지급합니다."),
        ("TONE-01", "기한 안에 제출할것."),
        ("AI-02", "물론이죠! 아래와 같이 작성했습니다."),
        ("HOLD-01", "문의: 000-0000-0000"),
        ("RANGE-04", "2026. 11. 24.∼2026. 11. 22"),
    ],
)
def test_what_is_written_otherwise_than_the_examples_is_found(broken, rule, text):
    assert rule in broken(text)


@pytest.mark.parametrize(
    "text",
    [
        "경비 근무: 22:00∼06:00",
        "당직 18:00∼09:00",
        "근거 법률(이하 “정보공개법”이라 한다)과 정보공개법",
        "음주·금주 교육",
        "차주에게 알립니다.",
        "2026. 11. 22.∼2026. 11. 24",
        "인공지능으로서 대통령령으로 정하는 것",
        '"차용인"(借用人)이라 한다.',
        '"상습범으로 한정한다)의 죄"로',
        "제목 가\n본문\n제목 나\n본문",
    ],
)
def test_what_is_right_is_left(broken, text):
    assert {"RANGE-04", "LAW-01", "PLAIN-01", "AI-02", "FOR-03", "PAREN-01", "LABEL-01"} & {*broken(text)} == set()


def test_a_file_is_mended_as_its_type_is_written(linter):
    segments = [Segment("0.0", "오후 2시부터", "body", "오후 2시부터")]
    told = [mend_segments(segments, linter, name=name)[0] for name in ("", "press")]
    assert told == [{"0.0": "14:00부터"}, {}]
