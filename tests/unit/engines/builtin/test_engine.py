"""The built-in engine answers, streams and says what it is."""

from pathlib import Path

import anyio
import pytest
import yaml

from ilson.domain.document import Document, Heading, Paragraph, Table
from ilson.domain.errors import RuleInvalid
from ilson.domain.grade import Grade
from ilson.domain.piece import Said, Source, Text, Usage
from ilson.domain.question import Prompt, Turn
from ilson.engines.models.builtin.engine import LARGE, BuiltinModel

RULES = Path(__file__).parents[4] / "ilson/rules/builtin.ko.yaml"
TEXTS: dict[str, str] = yaml.safe_load(RULES.read_text("utf-8"))

NOTICE = Document(
    "교육.hwpx",
    "hwpx",
    (
        Heading("개인정보 보호 교육 계획"),
        Paragraph("1. 추진 배경"),
        Paragraph("개인정보 유출 사고가 늘어 전 직원의 인식 개선이 필요합니다."),
        Paragraph("2. 교육 개요"),
        Paragraph("가. 일시: 2026. 11. 30.(월) 14:00"),
        Paragraph("나. 장소: 구청 3층 대강당"),
        Paragraph("다. 대상: 전 직원 350명"),
        Paragraph("라. 소요 예산: 금2,500,000원(금이백오십만원)"),
        Paragraph("3. 협조 사항"),
        Paragraph("각 부서는 참석자 명단을 2026. 11. 20.까지 감사담당관으로 제출하여 주시기 바랍니다."),
        Paragraph("문의는 ⟦전화번호#1⟧로 하시기 바랍니다."),
        Table((("구분", "인원"), ("1회차", "175명"), ("2회차", "175명"))),
    ),
)


def said(prompt: Prompt) -> list[Said]:
    async def collect() -> list[Said]:
        return [piece async for piece in BuiltinModel(TEXTS).answer(prompt)]

    return anyio.run(collect)


def text(prompt: Prompt) -> str:
    return "".join(piece.text for piece in said(prompt) if isinstance(piece, Text))


def prompt(task: str, asked: str = "", *documents: Document) -> Prompt:
    return Prompt(task, asked, "", (Turn("user", asked),), documents)


def test_card_says_that_it_is_no_language_model_and_keeps_nothing() -> None:
    card = BuiltinModel(TEXTS).card
    assert (card.name, card.label, card.grade, card.retention, card.language_model) == (
        "builtin",
        "내장 엔진",
        Grade.S,
        "none",
        False,
    )


@pytest.mark.parametrize("missing", ["label", "marker", "not_found", "when_asks", "synonyms"])
def test_missing_text_is_a_rule_error(missing: str) -> None:
    with pytest.raises(RuleInvalid, match=missing):
        BuiltinModel({key: value for key, value in TEXTS.items() if key != missing})


def test_broken_pattern_is_a_rule_error_that_does_not_show_it() -> None:
    with pytest.raises(RuleInvalid, match=r"^a pattern .* cannot be compiled$"):
        BuiltinModel(TEXTS | {"marker": "["})


@pytest.mark.parametrize("task", ["ask", "summarise", "draft"])
def test_every_answer_ends_with_a_free_usage(task: str) -> None:
    assert said(prompt(task, "교육은 언제 하나요?", NOTICE))[-1] == Usage(0, 0)


@pytest.mark.parametrize("task", ["ask", "summarise"])
def test_answers_say_that_no_language_model_wrote_them(task: str) -> None:
    assert "언어 모델이 쓴 글이 아닙니다." in text(prompt(task, "교육은 언제 하나요?", NOTICE)).splitlines()[0]


def test_text_comes_in_small_pieces_that_never_cut_a_masked_value() -> None:
    parts = [piece.text for piece in said(prompt("summarise", "", NOTICE)) if isinstance(piece, Text)]
    assert max(map(len, parts)) < 80
    assert all(part.count("⟦") == part.count("⟧") for part in parts)


def test_masked_values_in_a_row_stay_whole_in_the_stream() -> None:
    tokens = " ".join(f"⟦전화번호#{number}⟧" for number in range(100, 160))
    parts = said(prompt("summarise", "", Document("명단.txt", "txt", (Paragraph(f"연락처는 {tokens}이다."),))))
    assert all(part.text.count("⟦") == part.text.count("⟧") for part in parts if isinstance(part, Text))


def test_reference_comes_before_the_number_that_uses_it() -> None:
    spoken, known = "", set[int]()
    for piece in said(prompt("summarise", "", NOTICE)):
        match piece:
            case Source(number=number):
                known.add(number)
            case Text(part):
                spoken += part
                assert all(f"[{number}]" not in spoken for number in range(1, 20) if number not in known)
            case Usage():
                pass
    assert known


def test_large_document_is_worked_on_beside_the_event_loop() -> None:
    sentences = (
        f"{index}번 사업은 {index % 12 + 1}월까지 예산 {index}만원으로 추진한다." for index in range(LARGE // 4)
    )
    large = Document("큰 문서", "txt", tuple(Paragraph(sentence) for sentence in sentences))

    async def ticks() -> int:
        count = 0

        async def tick() -> None:
            nonlocal count
            while True:
                count += 1
                await anyio.lowlevel.checkpoint()

        async with anyio.create_task_group() as group:
            group.start_soon(tick)
            await anext(BuiltinModel(TEXTS).answer(prompt("summarise", "", large)))
            group.cancel_scope.cancel()
        return count

    assert anyio.run(ticks) > 10
