"""The built-in engine quotes what answers, and says so when nothing does."""

from pathlib import Path

import anyio
import pytest
import yaml

from ilson.domain.document import Block, Document, Heading, Paragraph, Table
from ilson.domain.piece import Said, Source, Text, Usage
from ilson.domain.question import Prompt, Turn
from ilson.engines.models.builtin.engine import BuiltinModel

RULES = Path(__file__).parents[4] / "ilson/rules/builtin.ko.yaml"
TEXTS: dict[str, str] = yaml.safe_load(RULES.read_text("utf-8"))


def document(name: str, *blocks: str | tuple[tuple[str, ...], ...]) -> Document:
    """Return a document of paragraphs; a text that begins with `# ` is a heading, rows are a table."""
    read: list[Block] = []
    for block in blocks:
        match block:
            case str() if block.startswith("# "):
                read.append(Heading(block[2:]))
            case str():
                read.append(Paragraph(block))
            case tuple():
                read.append(Table(block))
    return Document(name, "hwpx", tuple(read))


TRAINING = document(
    "교육.hwpx",
    "수신  수신자 참조",
    "제목  2026년 하반기 개인정보 보호 교육 참석 안내",
    "1. 관련: 감사담당관-1234(2026. 10. 5.)",
    "2. 전 직원의 개인정보 보호 인식을 높이기 위하여 아래와 같이 교육을 실시하니 소속 직원이 참석할 수 있도록 "
    "협조하여 주시기 바랍니다.",
    "가. 일시: 2026. 11. 30.(월) 14:00~16:00",
    "나. 장소: 구청 본관 3층 대강당",
    "다. 대상: 부서별 2명 이상(신규 임용자는 필수)",
    "라. 강사: 한국인터넷진흥원 개인정보교육팀 연구위원",
    "마. 준비물: 필기구, 공무원증",
    "3. 각 부서에서는 참석자 명단을 2026. 11. 20.(금)까지 업무관리시스템으로 제출하여 주시기 바랍니다.",
    "4. 불참 시 사유서를 부서장 결재를 받아 제출하여야 합니다.",
    "붙임  참석자 명단 서식 1부.  끝.",
    "강서구청장",
    "전화 02-2600-0000 /전송 02-2600-0001",
)
SUBSIDY = document(
    "공고.hwpx",
    "# 2027년 마을공동체 활성화 지원사업 공모",
    "# 1. 사업 개요",
    "○ 사업 기간: 협약일부터 2027년 11월까지",
    "○ 총사업비: 1억 2천만 원(개소당 최대 500만 원)",
    "○ 자부담: 보조금의 10% 이상",
    "# 2. 신청 자격",
    "○ 구에 주소를 둔 주민 5명 이상으로 구성된 모임 또는 비영리 단체",
    "○ 같은 사업으로 다른 기관의 보조금을 받는 단체는 신청할 수 없습니다.",
    "# 3. 신청 방법",
    "○ 접수 기간: 2027. 1. 11.(월) ~ 1. 29.(금) 18:00까지",
    "○ 접수 방법: 자치행정과 방문 또는 전자우편 제출",
    "○ 제출 서류: 사업신청서, 사업계획서, 단체 소개서 각 1부",
    "# 4. 심사 및 발표",
    "○ 심사는 서류심사와 면접심사로 나누어 하고, 총점 60점 미만인 사업은 선정하지 않습니다.",
    "○ 선정 결과는 2027. 2. 19.(금) 구청 누리집에 게시합니다.",
    (("심사 항목", "배점"), ("사업의 필요성", "30점"), ("실행 가능성", "40점"), ("지역 파급 효과", "30점")),
    "# 5. 유의 사항",
    "보조금을 목적 외로 사용한 경우에는 전액 환수하며, 3년간 지원 대상에서 제외합니다.",
)
MINUTES = document(
    "회의.hwpx",
    "# 제3차 주차장 건립 추진 회의 결과",
    "회의 일시: 2026년 9월 14일 10시",
    "참석자는 부구청장, 교통행정과장, 도시계획과장, 용역사 관계자 등 9명이었다.",
    "# 논의 내용",
    "교통행정과장은 화곡동 공영주차장을 지하 2층, 120면 규모로 건립하겠다고 보고하였다.",
    "도시계획과장은 도시계획시설 변경 결정에 6개월이 걸린다고 설명하였다.",
    "공사비는 물가 상승을 반영하여 당초 85억 원에서 92억 원으로 늘어났다.",
    "인근 주민은 공사 중 소음과 통학로 안전을 걱정하고 있다.",
    "# 결정 사항",
    "착공은 2027년 3월로 하고, 준공 목표는 2028년 6월로 정하였다.",
    "공사 기간에 임시주차장 40면을 화곡초등학교 옆 부지에 마련하기로 하였다.",
    "교통행정과는 10월 말까지 주민설명회를 개최한다.",
)
FEES = document(
    "요금.xlsx",
    "# 체육시설 사용료",
    (
        ("시설", "평일 사용료", "주말 사용료", "이용 시간"),
        ("수영장", "3,000원", "4,000원", "06:00~21:00"),
        ("탁구장", "2,000원", "2,500원", "09:00~22:00"),
        ("대관(체육관)", "50,000원", "80,000원", "09:00~18:00"),
    ),
    "65세 이상 어르신과 장애인은 사용료의 50%를 감면한다.",
    "환불은 이용일 3일 전까지 신청하여야 하며, 그 뒤에는 환불하지 않는다.",
    "시설은 매주 월요일에 쉰다.",
)
FINES = document(
    "조례.hwpx",
    "# 제5조(과태료)",
    "① 구청장은 위반한 자에게 과태료를 부과한다.",
    "② 과태료는 30일 이내에 납부하여야 한다.",
    "③ 이의신청은 60일 이내에 하여야 한다.",
)
FORM = document(
    "신청서.hwpx",
    "2025년 동아리 체험전시회 참가 신청서",
    "11월 4일(화)까지 제출 바랍니다.",
    (("동아리명", "21C 가우디", "구분", "창체"), ("참여형태", "전시", "", ""), ("주제", "가우디의 카페", "", "")),
)
LETTER = document(
    "시행문.hwpx",
    (("수신", "국토교통부장관(도심주택공급협력과장)"), ("(경유)", ""), ("제목", "추진실적 제출('25.3분기)")),
    "국토교통부 도심주택공급협력과-3448(2025.10.13.)호와 관련하여 붙임과 같이 추진실적을 제출합니다.",
    "붙임  추진현황('25.3분기).  끝.",
    (
        ("", "서 울 특 별 시 장", ""),
        ("시행", "전략주택공급과-13666", "", "(", "2025. 10. 24.", ")", "접수", "(", ")"),
        ("전화", "⟦전화번호#1⟧", "", "/전송", "⟦전화번호#2⟧"),
    ),
)
OUTLINE = Document("개요.hwpx", "hwpx", (Heading("장소: 구청 대강당"), Heading("일시: 2026. 12. 4.(금) 14:00")))

ANSWERED = [
    (TRAINING, "언제 하나요?", "> 일시: 2026. 11. 30."),
    (TRAINING, "어디서 하나요?", "> 장소: 구청 본관"),
    (TRAINING, "언제 열리나요?", "> 일시: 2026. 11. 30."),
    (TRAINING, "수신처는?", "수신자 참조"),
    (TRAINING, "관련 문서 번호는?", "감사담당관-1234"),
    (SUBSIDY, "얼마예요?", "1억 2천만 원"),
    (FINES, "과태료 납부 기한은?", "30일 이내에 납부"),
    (FORM, "신청서는 언제까지 내야 하나요?", "11월 4일(화)까지"),
    (LETTER, "누구에게 보내는 문서인가요?", "> 수신 국토교통부장관"),
    (LETTER, "관련 문서 번호는?", "도심주택공급협력과-3448"),
    (LETTER, "시행일은 언제인가요?", "> 시행 전략주택공급과-13666 2025. 10. 24. 접수 ["),
    (OUTLINE, "장소는?", "구청 대강당"),
    (OUTLINE, "언제 하나요?", "2026. 12. 4."),
    (TRAINING, "교육은 언제 하나요?", "2026. 11. 30."),
    (TRAINING, "개인정보 보호 교육 장소가 어디인가요?", "3층 대강당"),
    (TRAINING, "강사는 누구인가요?", "한국인터넷진흥원"),
    (TRAINING, "참석자 명단은 언제까지 내야 하나요?", "2026. 11. 20."),
    (TRAINING, "부서별로 몇 명이 참석해야 하나요?", "2명 이상"),
    (TRAINING, "준비물 알려줘", "필기구"),
    (TRAINING, "불참하면 어떻게 하나요?", "사유서"),
    (TRAINING, "교육을 왜 실시하나요?", "인식을 높이기 위하여"),
    (SUBSIDY, "접수 기간은 언제인가요?", "1. 29."),
    (SUBSIDY, "개소당 최대 얼마까지 지원하나요?", "500만 원"),
    (SUBSIDY, "신청은 어디로 하나요?", "자치행정과"),
    (SUBSIDY, "제출 서류가 뭐예요?", "사업계획서"),
    (SUBSIDY, "몇 명 이상이어야 신청할 수 있나요?", "5명 이상"),
    (SUBSIDY, "자부담 비율은 몇 퍼센트인가요?", "10%"),
    (SUBSIDY, "선정 결과 발표일은 언제인가요?", "2. 19."),
    (SUBSIDY, "실행 가능성 배점은 몇 점인가요?", "40점"),
    (SUBSIDY, "보조금을 목적과 다르게 쓰면 어떻게 되나요?", "환수"),
    (SUBSIDY, "신청기간 알려주세요", "1. 11."),
    (MINUTES, "착공은 언제인가요?", "2027년 3월"),
    (MINUTES, "공사비는 얼마로 늘었나요?", "92억 원"),
    (MINUTES, "주차장은 몇 면 규모인가요?", "120면"),
    (MINUTES, "임시주차장은 어디에 만드나요?", "화곡초등학교"),
    (MINUTES, "주민설명회는 어느 부서가 개최하나요?", "교통행정과"),
    (MINUTES, "회의에는 누가 참석했나요?", "부구청장"),
    (MINUTES, "주민들은 무엇을 걱정하나요?", "통학로"),
    (MINUTES, "준공 목표가 언제야?", "2028년 6월"),
    (FEES, "수영장 주말 사용료는 얼마인가요?", "4,000원"),
    (FEES, "체육관 대관료는 얼마인가요?", "50,000원"),
    (FEES, "어르신은 얼마나 감면되나요?", "50%"),
    (FEES, "쉬는 날은 무슨 요일인가요?", "월요일"),
    (FEES, "환불은 언제까지 신청해야 하나요?", "3일 전"),
    (FEES, "탁구장은 몇 시까지 이용할 수 있나요?", "22:00"),
]
UNANSWERED = [
    (MINUTES, "수신처는?"),
    (MINUTES, "관련 문서 번호는?"),
    (FINES, "언제 하나요?"),
    (TRAINING, "교육비는 얼마인가요?"),
    (TRAINING, "점심 식사는 제공되나요?"),
    (TRAINING, "육아휴직 신청 절차를 알려주세요"),
    (TRAINING, "주차는 어디에 하나요?"),
    (SUBSIDY, "작년 경쟁률은 얼마였나요?"),
    (SUBSIDY, "면접심사 위원은 누구인가요?"),
    (SUBSIDY, "교통 단속 과태료는 얼마인가요?"),
    (SUBSIDY, "협약식은 어디에서 열리나요?"),
    (MINUTES, "설계 용역비는 얼마인가요?"),
    (MINUTES, "다음 회의는 언제인가요?"),
    (MINUTES, "시공사는 어디인가요?"),
    (MINUTES, "여권 발급 수수료가 얼마예요?"),
    (FEES, "헬스장 이용료는 얼마인가요?"),
    (FEES, "수영 강사 이름이 뭐예요?"),
    (FEES, "올해 예산 총액은 얼마입니까?"),
    (FEES, "대한민국의 수도는 어디인가요?"),
]


def said(prompt: Prompt) -> list[Said]:
    async def collect() -> list[Said]:
        return [piece async for piece in BuiltinModel(TEXTS).answer(prompt)]

    return anyio.run(collect)


def text(asked: str, *documents: Document, before: tuple[Turn, ...] = ()) -> str:
    pieces = said(Prompt("ask", asked, "", (*before, Turn("user", asked)), documents))
    return "".join(piece.text for piece in pieces if isinstance(piece, Text))


@pytest.mark.parametrize(("given", "asked", "wanted"), ANSWERED)
def test_quotes_the_passage_that_answers(given: Document, asked: str, wanted: str) -> None:
    assert wanted in text(asked, given)


@pytest.mark.parametrize(("given", "asked"), UNANSWERED)
def test_says_that_the_document_does_not_answer(given: Document, asked: str) -> None:
    assert text(asked, given).startswith(TEXTS["not_found"])


def test_quotations_stand_literally_in_their_block_or_cell() -> None:
    for given, asked, _ in ANSWERED:
        for piece in said(Prompt("ask", asked, "", (Turn("user", asked),), (given,))):
            match piece:
                case Source(quote=quote, block=block):
                    assert any(quote in place for place in places(given.blocks[block]))
                case Text() | Usage():
                    pass


def places(block: Block) -> list[str]:
    match block:
        case Heading(text, _, _) | Paragraph(text, _):
            return [text]
        case Table(rows, _):
            return [cell for row in rows for cell in row]


def test_short_question_leans_on_the_question_before_it() -> None:
    before = (Turn("user", "참석자 명단은 누가 내나요?"), Turn("assistant", "각 부서에서 냅니다."))
    assert "2026. 11. 20." in text("그럼 언제까지?", TRAINING, before=before)


def test_question_without_a_name_asks_anew_whatever_was_asked_before() -> None:
    before = (Turn("user", "강사는 누구인가요?"), Turn("assistant", "연구위원입니다."))
    assert "> 일시: 2026. 11. 30." in text("언제 하나요?", TRAINING, before=before)


def test_telephone_number_is_no_answer_to_the_number_of_a_document() -> None:
    assert "전화" not in text("관련 문서 번호는?", LETTER)


def test_row_as_long_as_the_names_of_its_columns_keeps_them_apart() -> None:
    assert "> 수영장 | 3,000원 | 4,000원 | 06:00~21:00 [1]" in text("수영장 주말 사용료는 얼마인가요?", FEES)


def test_material_above_the_first_question_is_not_taken_for_a_question() -> None:
    before = (Turn("user", "[자료 1] 수영장 탁구장 사용료\n\n교육 장소는?"), Turn("assistant", "대강당입니다."))
    assert "14:00" in text("그럼 일시는?", TRAINING, before=before)


def test_without_a_document_says_what_to_do() -> None:
    assert text("연가는 며칠인가요?") == f"{TEXTS['no_document']}\n\n{TEXTS['no_document_next']}\n"


def test_empty_question_about_a_document_asks_what_to_find() -> None:
    assert text(" ", TRAINING) == TEXTS["no_question"] + "\n"


def test_asking_for_a_summary_gives_one() -> None:
    assert text("이 문서 요약해 줘", SUBSIDY).startswith(TEXTS["summary_notice"])


def test_names_the_document_when_there_are_several() -> None:
    assert "**요금.xlsx" in text("수영장 주말 사용료는 얼마인가요?", TRAINING, FEES)


def test_masked_value_is_quoted_whole() -> None:
    given = document("안내.hwpx", "행사 안내입니다.", "문의: 총무과 ⟦이름#1⟧ 주무관(⟦전화번호#1⟧)")
    assert "⟦이름#1⟧ 주무관(⟦전화번호#1⟧)" in text("문의처 전화번호가 어떻게 되나요?", given)


def test_list_that_a_passage_announces_is_quoted_with_it() -> None:
    given = document(
        "조례.hwpx",
        "# 제3조(위원회의 기능)",
        "위원회는 다음 각 호의 사항을 심의한다.",
        "1. 기본계획의 수립",
        "2. 예산의 편성",
        "# 제4조(수당)",
        "위원에게는 수당을 지급할 수 있다.",
    )
    answer = text("위원회는 무엇을 심의하나요?", given)
    assert ["> 기본계획의 수립 [2]" in answer, "> 예산의 편성 [3]" in answer, "수당" in answer] == [True, True, False]
