"""The built-in summary says what matters, literally, with references."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from ilson.documents.read import read
from ilson.domain.document import Block, Document, File, Heading, Paragraph, Table
from ilson.domain.errors import Refused
from ilson.domain.piece import Source, Text, Usage
from ilson.engines.models.builtin.lexicon import compiled
from ilson.engines.models.builtin.summarise import summarise

ROOT = Path(__file__).parents[4]
TEXTS: dict[str, str] = yaml.safe_load((ROOT / "ilson/rules/builtin.ko.yaml").read_text("utf-8"))
LEXICON = compiled(TEXTS)
SAMPLES = sorted(path for path in (ROOT / "../shared/samples").glob("*.hwp*"))

PLAN = Document(
    "계획.hwpx",
    "hwpx",
    tuple(
        Paragraph(line)
        for line in (
            "수신  수신자 참조",
            "(경유)",
            "제목  2026년 개인정보 보호 교육 실시",
            "1. 추진 배경",
            "최근 개인정보 유출 사고가 늘어 전 직원의 개인정보 보호 인식을 높일 필요가 있습니다.",
            "날씨가 점점 추워지고 있습니다.",
            "2. 교육 개요",
            "가. 교육 일시: 2026. 11. 30.(월) 14:00",
            "나. 교육 장소: 구청 본관 3층 대강당",
            "다. 교육 대상: 전 직원 350명",
            "라. 소요 예산: 금2,500,000원(금이백오십만원)",
            "마. 그 밖에 참고로 알아 두시면 좋습니다.",
            "3. 협조 사항",
            "각 부서는 개인정보 보호 교육 참석자 명단을 2026. 11. 20.까지 감사담당관으로 제출하여 주시기 바랍니다.",
            "교육장에는 주차 공간이 넉넉하지 않습니다.",
            "붙임  개인정보 보호 교육 계획서 1부.  끝.",
            "강서구청장",
            "주무관 김일손  감사담당관 이일손",
            "시행 감사담당관-1234(2026. 11. 2.)  접수",
            "우 07510 서울특별시 강서구 화곡로 302 / http://www.example.kr",
            "전화 02-2600-0000 /전송 02-2600-0001 / 공개",
            "- 1 -",
        )
    ),
)


def answer(*documents: Document, asked: str = "") -> str:
    return "".join(piece.text for piece in summarise(documents, asked, LEXICON) if isinstance(piece, Text))


def sources(*documents: Document, asked: str = "") -> list[Source]:
    return [piece for piece in summarise(documents, asked, LEXICON) if isinstance(piece, Source)]


def places(block: Block) -> list[str]:
    match block:
        case Heading(text, _, _) | Paragraph(text, _):
            return [text]
        case Table(rows, _):
            return [cell for row in rows for cell in row]


def strays(document: Document, asked: str = "") -> Iterator[str]:
    """Yield what the summary shows and the document does not have."""
    said = sources(document, asked=asked)
    yield from (
        source.quote
        for source in said
        if not any(source.quote in place for place in places(document.blocks[source.block]))
    )
    quotes = {source.quote for source in said}
    for line in answer(document, asked=asked).splitlines():
        if line.startswith("- ") and line[2:].rpartition(" [")[0] not in quotes:
            yield line


@pytest.mark.parametrize("fact", ["2026. 11. 20.까지", "2026. 11. 30.(월) 14:00", "금2,500,000원", "3층 대강당"])
def test_deadline_date_amount_and_place_surface(fact: str) -> None:
    assert fact in answer(PLAN)


@pytest.mark.parametrize("noise", ["전송", "강서구청장", "07510", "접수", "- 1 -", "경유", "끝.", "추워지고", "주무관"])
def test_letterhead_footer_and_small_talk_do_not(noise: str) -> None:
    assert noise not in answer(PLAN)


def test_title_and_headings_group_the_sentences() -> None:
    lines = answer(PLAN).splitlines()
    assert [line for line in lines if line.startswith("**")] == [
        "**2026년 개인정보 보호 교육 실시**",
        "**1. 추진 배경**",
        "**2. 교육 개요**",
        "**3. 협조 사항**",
    ]


def test_everything_shown_stands_in_the_document() -> None:
    assert list(strays(PLAN)) == []


def test_short_document_is_quoted_whole() -> None:
    short = Document("짧은.txt", "txt", (Paragraph("회의를 엽니다. 모두 오십시오."), Paragraph("장소는 3층입니다.")))
    assert answer(short) == (
        f"{TEXTS['whole_notice']}\n\n- 회의를 엽니다. [1]\n- 모두 오십시오. [2]\n- 장소는 3층입니다. [3]\n"
    )


def test_official_may_ask_for_a_number_of_sentences() -> None:
    assert len(sources(PLAN, asked="두 문장으로 요약해 줘")) == 2


def test_official_may_ask_for_a_subject() -> None:
    assert "소요 예산: 금2,500,000원(금이백오십만원)" in answer(PLAN, asked="예산 중심으로 1줄로 요약")


def test_repetition_is_said_once() -> None:
    sentence = "개인정보 보호 교육을 실시하고 참석자 명단을 제출한다."
    for times in (2, 30):
        again = Document("되풀이.txt", "txt", tuple(Paragraph(sentence) for _ in range(times)))
        assert [source.quote for source in sources(again)] == [sentence]


def test_several_documents_are_grouped_by_name_and_numbered_through() -> None:
    other = Document("둘째.txt", "txt", (Paragraph("예산은 5억 원이다."),))
    assert f"\n## 둘째.txt\n\n- 예산은 5억 원이다. [{len(sources(PLAN)) + 1}]\n" in answer(PLAN, other)


def test_table_without_sentences_is_shown_as_a_table() -> None:
    rows = (("구", "수"), ("갑", "10"), ("을", "20"))
    table = Document("표.csv", "csv", (Table(rows),))
    assert answer(table) == f"{TEXTS['table_notice']}\n\n| 구 | 수 |\n| --- | --- |\n| 갑 | 10 |\n| 을 | 20 |\n\n[1]\n"


def test_value_in_a_form_stands_under_its_label() -> None:
    form = Document("서식.hwpx", "hwpx", (Table((("사업 기간", "2026. 1. 1. ~ 2026. 12. 31."), ("주관", "총무과"))),))
    assert "**사업 기간**\n- 2026. 1. 1. ~ 2026. 12. 31. [1]" in answer(form)


def test_long_request_without_a_document_is_itself_summarised() -> None:
    pasted = "\n".join(f"{index}월에는 {index}번 사업을 추진하고 결과를 보고한다." for index in range(1, 13))
    assert answer(asked=pasted).startswith(TEXTS["pasted_notice"])
    assert "[1]" not in answer(asked=pasted)


def test_short_request_without_a_document_is_told_what_is_missing() -> None:
    assert answer(asked="요약해 줘") == TEXTS["nothing_to_summarise"] + "\n"


def test_document_without_words_is_said_to_have_none() -> None:
    assert TEXTS["no_text"] in answer(Document("빈.txt", "txt", ()))


@pytest.mark.parametrize("text", ["끝.", "- 3 -", "...", "□", "①", "전화 02-123-4567", "2026. 1. 1.", "가"])
def test_document_with_any_text_never_gets_an_empty_summary(text: str) -> None:
    assert len(sources(Document("짧은.txt", "txt", (Paragraph(text),)))) == 1


def test_real_files_are_summarised_literally_and_never_emptily() -> None:
    for path in SAMPLES:
        try:
            document = read(File(path.name, path.read_bytes()))
        except Refused:
            continue
        assert sources(document), path.name
        assert list(strays(document)) == [], path.name


def test_sources_carry_the_page() -> None:
    paged = Document("쪽.pdf", "pdf", (Paragraph("사업을 추진한다.", page=7),), pages=9)
    assert sources(paged)[0].page == 7


def test_summary_says_only_text_and_sources() -> None:
    assert not any(isinstance(piece, Usage) for piece in summarise((PLAN,), "", LEXICON))


def outline(*headings: tuple[str, int]) -> Document:
    return Document("개요.hwpx", "hwpx", tuple(Heading(text, level) for text, level in headings))


def test_outline_items_that_a_file_marks_as_headings_are_all_shown() -> None:
    items = outline(("장소: 구청 대강당", 1), ("일시: 2026. 12. 4.(금) 14:00", 1))
    assert [source.quote for source in sources(items)] == ["장소: 구청 대강당", "일시: 2026. 12. 4.(금) 14:00"]


def test_heading_without_text_of_its_own_is_shown_under_the_heading_above_it() -> None:
    items = outline(("교육 계획", 1), ("1. 대상", 2), ("가. 전 직원", 3), ("나. 신규 임용자", 3), ("2. 준비물", 2))
    assert answer(items).endswith(
        "**교육 계획**\n\n**1. 대상**\n- 전 직원 [1]\n- 신규 임용자 [2]\n\n**교육 계획**\n- 준비물 [3]\n"
    )


def test_heading_that_states_a_fact_is_shown_though_text_follows() -> None:
    blocks = (Heading("교육 계획"), Heading("1. 기한: 2026. 12. 4.까지", 2), Paragraph("명단을 냅니다."))
    assert sources(Document("계획.hwpx", "hwpx", blocks))[0].quote == "기한: 2026. 12. 4.까지"


def test_chapter_that_tells_only_when_it_was_amended_stays_a_heading() -> None:
    blocks = (Heading("어느 법"), Heading("제2장 도입 <개정 2011. 4. 8.>", 2), Paragraph("정부가 도입한다."))
    assert [source.quote for source in sources(Document("법.md", "md", blocks))] == ["정부가 도입한다."]


def test_plan_of_a_few_lines_is_quoted_whole() -> None:
    lines = ("추진 배경입니다.", "일시: 2026. 12. 4.", "장소: 구청 대강당", "대상: 전 직원", "예산: 금500,000원")
    assert len(sources(Document("계획.txt", "txt", tuple(map(Paragraph, lines))))) == len(lines)


def test_everything_copied_is_said_only_if_every_line_is_shown() -> None:
    table = Table((("구분", "인원", "비고"), ("1회차", "175명", "오전"), ("2회차", "175명", "오후")))
    assert TEXTS["whole_notice"] not in answer(Document("회의.txt", "txt", (Paragraph("회의를 엽니다."), table)))


def test_everything_copied_is_not_said_if_fewer_sentences_were_wished() -> None:
    short = Document("짧은.txt", "txt", (Paragraph("회의를 엽니다. 모두 오십시오. 늦지 마십시오."),))
    assert answer(short, asked="두 문장으로 요약해 줘").startswith(TEXTS["summary_notice"])
