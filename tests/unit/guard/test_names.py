"""Names of persons: what is found, by which evidence, and what is no name."""

from itertools import pairwise
from pathlib import Path

import pytest

from ilson.guard.names import NameHit, Names

FOLDER = Path(__file__).parents[3] / "ilson" / "rules" / "names"


@pytest.fixture(scope="module")
def names():
    return Names.load(FOLDER)


def unlabelled(_):
    return None


def found(names, text, label=unlabelled):
    return [text[hit.start : hit.end] for hit in names.find(text, label)]


def labelled(text, *values, kind="NAME"):
    places = {text.index(value) for value in values}
    return lambda position: kind if position in places else None


PLAIN = [
    ("민원인 홍길동 주무관이 방문함", ["홍길동"]),
    ("총무과 김서연 주무관입니다.", ["김서연"]),
    ("담당자: 박도현 (02-2600-6123)", ["박도현"]),
    ("최은정씨가 어제 전화했습니다.", ["최은정"]),
    ("이영희님께서 신청하신 건입니다.", ["이영희"]),
    ("위원 정민수, 위원 한지우, 간사 오세훈", ["정민수", "한지우", "오세훈"]),
    ("참석자: 김민준, 이서연, 박지훈", ["김민준", "이서연", "박지훈"]),
    ("참석: 김민준·이서연·박지훈", ["김민준", "이서연", "박지훈"]),
    ("| 1 | 강하늘 | 850312-1234567 | 010-1234-5678 |", ["강하늘"]),
    ("세대주 남궁민수(900101-1234567), 배우자 황보라", ["남궁민수", "황보라"]),
    ("주무관 선우진아  팀장 제갈성호", ["선우진아", "제갈성호"]),
    ("성명: 독고영재", ["독고영재"]),
    ("성 명: 김 철 수", ["김 철 수"]),
    ("신청인 박 지 훈 (서명)", ["박 지 훈"]),
    ("예금주 장미란 확인", ["장미란"]),
    ("신청인 윤서진은(는) 이웃 서동민과 다투었다.", ["윤서진", "서동민"]),
    ("성명,전화\n김태희,010-1234-5678\n송중기,010-2345-6789", ["김태희", "송중기"]),
    ("안녕하세요, 복지정책과 문지원입니다.", ["문지원"]),
    ("위원장 임재현: 회의를 시작하겠습니다.", ["임재현"]),
    ("다문화가정 응우옌 티 란 씨와 배우자 김철민 씨", ["응우옌 티 란", "김철민"]),
    ("외국인 NGUYEN VAN ANH(여권번호 M12345678)", ["NGUYEN VAN ANH"]),
    ("John Smith 씨가 문의함", ["John Smith"]),
    ("결혼이민자 왕샤오밍 씨가", ["왕샤오밍"]),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_a_name_is_found_without_its_particle_and_title(names, text, expected):
    assert found(names, text) == expected


EVIDENCE = [
    ("label", "성명: 김철수\n연락처: 010-1234-5678", "김철수"),
    ("label", "이름: 김철", "김철"),
    ("column", "성명 | 부서\n박영호 | 총무과", "박영호"),
]


@pytest.mark.parametrize(("evidence", "text", "name"), EVIDENCE)
def test_a_label_is_evidence(names, evidence, text, name):
    hits = names.find(text, labelled(text, name))
    assert [(text[hit.start : hit.end], hit.evidence) for hit in hits] == [(name, evidence)]


def test_a_label_is_no_proof(names):
    text = "담당자: 총무과"
    assert names.find(text, labelled(text, "총무과")) == []


def test_a_title_is_evidence(names):
    assert [hit.evidence for hit in names.find("김철수 주무관이 회신함", unlabelled)] == ["title"]


def test_a_list_is_evidence(names):
    hits = names.find("명단 김민준, 이서연, 박지훈", unlabelled)
    assert [hit.evidence for hit in hits] == ["list", "list", "list"]


def test_a_name_in_plain_prose_is_found_by_the_model(names):
    hits = names.find("어제 김민준이 나에게 전화를 했다.", unlabelled)
    assert [(hit.start, hit.end, hit.evidence) for hit in hits] == [(3, 6, "model")]


def test_a_sure_name_is_found_again_where_nothing_speaks_for_it(names):
    text = "신청인 조아라 씨 연락처 010-1234-5678\n조아라 30만 원, 지역 행사"
    assert found(names, text) == ["조아라", "조아라"]


def test_the_agencys_own_people_are_found(names):
    text = "강산에게 물어보세요"
    assert found(names, text) == []
    hits = Names.load(FOLDER, ["강산"]).find(text, unlabelled)
    assert hits == [NameHit(0, 2, hits[0].score, "directory")]


def test_offsets_are_those_of_the_text_given(names):
    text = "가.\t위원 홍길동\n나.\t위원 김영수"
    hits = names.find(text, unlabelled)
    assert [text[hit.start : hit.end] for hit in hits] == ["홍길동", "김영수"]


def test_the_same_text_gives_the_same_names(names):
    text = "\n".join(text for text, _ in PLAIN)
    assert names.find(text, unlabelled) == names.find(text, unlabelled)


def test_hits_stand_in_order_and_do_not_overlap(names):
    hits = names.find(" ".join(text for text, _ in PLAIN), unlabelled)
    assert all(one.end <= other.start for one, other in pairwise(hits))


HIDDEN = ["김씨가 전화함", "이모씨는 거절함", "김○○ 주무관", "성명: 홍*동", "박OO 님", "최모 씨(45)"]


@pytest.mark.parametrize("text", HIDDEN)
def test_a_masked_name_is_no_finding(names, text):
    assert found(names, text) == []


NO_NAMES = (
    "고지서 이행강제금 우수성 정기총회 전자문서 공정성 한시적 신고인 최다선 양도인 이수역 성산대교 정동길 한강공원",
    "조기집행 이의신청 장기요양 김영희한의원 박철수치과 정성식당 이행강제 조치사항 신청인 신청서 이용자 이사회 장애인",
    "장학금 정보공개 정비사업 조례안 조합원 주민등록 주차장 주민센터 지원금 지방세 지역경제 차량번호 채권자 최저임금",
    "추진계획 표준안 하도급 한국어 한옥마을 허가증 현수막 현장점검 홍보물 황색선 고충민원 고용보험 공동주택 공무원",
    "공청회 교통과 구급차 구청장 국민연금 국유재산 권고사항 금융기관 기록물 기초연금 나눔가게 남자화장실 노인복지",
    "도서관 도로명주소 도시계획 마을버스 명예기자 모집공고 문화재 민간위탁 민원실 반려견 방문객 방역소독 배수로",
    "백신접종 변호사 복지관 부동산 부서장 사업계획서 사회복지 상하수도 서울시 석면철거 선거관리 설명회 성과지표",
    "소방서 소상공인 손해배상 송달료 수수료 승강기 시민단체 신용카드 심의위원 안내문 안전점검 양육수당 어린이집",
    "여권발급 연말정산 염창동 예산과 옥외광고 온열질환 우편번호 원상복구 위임장 유지보수 육아휴직 윤리위원회 은행나무",
    "음식점 인감증명 임대주택 자원봉사 전입신고 전통시장",
)


@pytest.mark.parametrize("word", [word for line in NO_NAMES for word in line.split()])
def test_a_common_word_is_no_name(names, word):
    texts = [
        f"{word}에 관한 안내",
        f"1. {word} 제출",
        f"붙임  {word} 1부.",
        f"- {word}: 다음 달부터 시행함",
        f"담당 부서는 {word} 등을 검토하였다.",
    ]
    assert [found(names, text) for text in texts] == [[]] * len(texts)


def test_a_statute_names_nobody(names):
    text = (
        "제15조(이의신청) ① 제14조제1항에 따른 처분에 이의가 있는 신청인은 그 처분을 받은 날부터 30일 이내에 "
        "시장ㆍ군수 또는 구청장에게 대통령령으로 정하는 바에 따라 이의신청을 할 수 있다. "
        "② 위원장은 조사 결과를 신고인에게 통지하여야 한다."
    )
    assert found(names, text) == []


HOSTILE = [
    "김",
    "김 ",
    "김철수",
    "김철수,",
    "김 철 수 ",
    "이사장",
    "John Smith ",
    "응우옌 티 ",
    "| 김철수 ",
    "위원장김",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_the_work_grows_with_the_text_and_not_faster(names, unit):
    def work(times):
        asked = []
        names.find(unit * times, asked.append)
        return len(asked)

    assert work(2000) <= 2.2 * work(1000) + 10
