"""Administrative Korean is split where sentences end, and nowhere else."""

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ilson.engines.models.builtin.lexicon import compiled
from ilson.engines.models.builtin.sentences import split

RULES = Path(__file__).parents[4] / "ilson/rules/builtin.ko.yaml"
LEXICON = compiled(yaml.safe_load(RULES.read_text("utf-8")))

EXAMPLES = [
    ("첫 문장이다. 둘째 문장입니다.", ["첫 문장이다.", "둘째 문장입니다."]),
    ("빈칸이 없는 문장입니다.다음 문장입니다.", ["빈칸이 없는 문장입니다.", "다음 문장입니다."]),
    ("시행일은 2026. 11. 22.이며 3. 1. 공포한다.", ["시행일은 2026. 11. 22.이며 3. 1. 공포한다."]),
    ("비율은 3.5%이고 금액은 1,234.5원이다.", ["비율은 3.5%이고 금액은 1,234.5원이다."]),
    ("11. 30.(월) 14시에 실시한다.", ["11. 30.(월) 14시에 실시한다."]),
    ("1. 12. 4. 개최한다.", ["12. 4. 개최한다."]),
    ("1. 관련: 총무과-12(2026. 3. 1.)", ["관련: 총무과-12(2026. 3. 1.)"]),
    ("가. 일시: 2026. 11. 30.(월) 14:00", ["일시: 2026. 11. 30.(월) 14:00"]),
    ("□ 추진 배경", ["추진 배경"]),
    ("  ○ 대상: 전 직원", ["대상: 전 직원"]),
    ("- ‘재산분’의 명칭을 고침", ["‘재산분’의 명칭을 고침"]),
    ("※ 유의 사항입니다", ["유의 사항입니다"]),
    ("① 민원인은 신청할 수 있다.", ["민원인은 신청할 수 있다."]),
    ("붙임  계획서 1부.  끝.", ["붙임  계획서 1부.", "끝."]),
    ("붙임  1. 계획서 1부.\n2. 명단 1부.  끝.", ["붙임  1. 계획서 1부.", "명단 1부.", "끝."]),
    ("참석할 것. 늦지 말 것.", ["참석할 것.", "늦지 말 것."]),
    ("검토함. 이상 없음. 시행 바람.", ["검토함.", "이상 없음.", "시행 바람."]),
    (
        "이를 “법은 정한다. 그리고 지킨다.”라고 한다. 다음이다.",
        ["이를 “법은 정한다. 그리고 지킨다.”라고 한다.", "다음이다."],
    ),
    (
        "청구인(법인을 포함한다. 이하 같다)은 신청한다. 끝이다.",
        ["청구인(법인을 포함한다. 이하 같다)은 신청한다.", "끝이다."],
    ),
    ("언제 오나요? 어서 오세요! 네.", ["언제 오나요?", "어서 오세요!", "네."]),
    (
        "담당은 ⟦이름#1⟧입니다. 전화는 ⟦전화번호#1⟧. 문의 바랍니다.",
        ["담당은 ⟦이름#1⟧입니다.", "전화는 ⟦전화번호#1⟧.", "문의 바랍니다."],
    ),
    ("제출은 No. 3 양식으로 한다.", ["제출은 No. 3 양식으로 한다."]),
    ("(가)는 옳고 (나)는 그르다.", ["(가)는 옳고 (나)는 그르다."]),
    ("대상은 가. 직원 나. 시민 모두이다.", ["대상은 가. 직원 나. 시민 모두이다."]),
    ("한 줄\n두 줄", ["한 줄", "두 줄"]),
    ("", []),
    (" \n\t\n", []),
]


@pytest.mark.parametrize(("text", "sentences"), EXAMPLES)
def test_splits_as_a_reader_would(text: str, sentences: list[str]) -> None:
    assert [text[span.start : span.end] for span in split(text, LEXICON)] == sentences


@given(st.text(st.sampled_from("가나다라한글다요.?!。 \n\t()[]「」“”\"'⟦⟧#12-○□※①:,a"), max_size=80))
def test_sentences_are_in_order_and_nothing_but_markers_and_blanks_is_lost(text: str) -> None:
    spans = split(text, LEXICON)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] != "" for span in spans)


@given(
    st.lists(st.sampled_from(["한다. ", "⟦전화번호#1⟧", "⟦주소#2. 가⟧", "○ ", " 및 ", "!", "("]), max_size=20).map(
        "".join
    )
)
def test_no_sentence_cuts_a_masked_value(text: str) -> None:
    assert all(
        text[span.start : span.end].count("⟦") == text[span.start : span.end].count("⟧")
        for span in split(text, LEXICON)
    )


def test_text_without_an_end_is_cut_but_never_in_a_masked_value() -> None:
    text = "가" * 795 + "⟦전화번호#1⟧" + "나" * 1_000_000
    parts = [text[span.start : span.end] for span in split(text, LEXICON)]
    assert parts[0] == "가" * 795
    assert "".join(parts) == text
    assert max(map(len, parts)) <= 800
