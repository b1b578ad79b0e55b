"""What a value is called: in front of it, behind it, on the line above or at the head of its column."""

import pytest

from ilson.guard.compile import Guard
from ilson.guard.detect import detect, explain
from ilson.guard.labels import NOBODY, Labels


def found(text: str, guard: Guard) -> list[tuple[str, str]]:
    return [(one.type, text[one.start : one.end]) for one in detect(text, guard) if one.type != "NAME"]


def evidence(text: str, kind: str, guard: Guard) -> set[str]:
    return {key for one in detect(text, guard) if one.type == kind for key in one.evidence}


PLACES = {
    "before": "학번: 20201234",
    "before, with words between": "학번은 다음과 같다 20201234",
    "above": "학번\n20201234",
    "column of tabs": "성명\t학번\n가\t20201234",
    "column of pipes": "| 순번 | 학번 |\n|---|---|\n| 1 | 20201234 |",
    "column of commas": "순번,학번\n1,20201234",
    "column of semicolons": "순번;학번\n1;20201234",
    "column of spaces": "순번    학번\n1       20201234",
    "behind": "20201234 (학번)",
}


@pytest.mark.parametrize("place", PLACES)
def test_a_label_names_the_value_wherever_it_stands(place: str, guard: Guard) -> None:
    assert ("STUID", "20201234") in found(PLACES[place], guard)


@pytest.mark.parametrize("place", PLACES)
def test_a_finding_tells_where_its_label_stands(place: str, guard: Guard) -> None:
    wanted = "column:학번" if place.startswith("column") else f"{place.split(',', maxsplit=1)[0]}:학번"
    assert wanted in evidence(PLACES[place], "STUID", guard)


@pytest.mark.parametrize(
    "text",
    [
        "20201234",
        "접수번호: 20201234",
        "학번은 없다. 접수한 것은 20201234건이다",
        "학번\n\n20201234",
        "학번 목록을 첨부합니다.\n20201234",
        "바코드 20201234",
    ],
)
def test_without_its_label_a_plain_code_is_nobodys(text: str, guard: Guard) -> None:
    assert found(text, guard) == []


@pytest.mark.parametrize(
    "text",
    [
        "바코드 9001011234567",
        "접수번호: 110-123-456789",
        "| 계약번호 | 금액 |\n|---|---|\n| 110-123-456789 | 1,000 |",
        "운송장번호\n110-123-456789",
        "timestamp=9001011234567",
    ],
)
def test_a_label_of_what_is_nobodys_takes_the_number_away(text: str, guard: Guard) -> None:
    assert found(text, guard) == []


def test_every_row_under_a_head_is_read(guard: Guard) -> None:
    rows = [f"{number},2020{number:04}" for number in range(1, 60)]
    assert [value for _, value in found("\n".join(["순번,학번", *rows]), guard)] == [row.split(",")[1] for row in rows]


def test_the_head_of_another_column_does_not_count(guard: Guard) -> None:
    assert found("학번,접수번호\n20201234,20205678", guard) == [("STUID", "20201234")]


def test_a_table_ends_with_its_last_row(guard: Guard) -> None:
    assert found("순번,학번\n1,20201234\n\n위의 표는 2,20205678 을 뺀 것이다", guard) == [("STUID", "20201234")]


def test_a_label_only_strengthens_what_has_the_form(guard: Guard) -> None:
    (alone,) = detect("010-1234-5678", guard)
    (named,) = detect("전화번호: 010-1234-5678", guard)
    assert (alone.evidence, named.evidence) == (("form",), ("before:전화번호",))
    assert named.score > alone.score


def test_an_account_that_no_bank_writes_so_needs_a_bank_or_a_label(guard: Guard) -> None:
    written = "11-123-4567-89"
    assert found(f"국민은행 {written}", guard) == [("ACCOUNT", written)]
    assert found(f"관리 {written}", guard) == []


def test_what_has_the_form_of_another_kind_is_found_under_a_wrong_label(guard: Guard) -> None:
    assert found("계좌번호: 010-1234-5678", guard) == [("PHONE", "010-1234-5678")]
    assert found("전화번호: 900101-1234567", guard) == [("RRN", "900101-1234567")]


def test_the_label_of_a_corporation_takes_the_number_from_persons(guard: Guard) -> None:
    assert [kind for kind, _ in found("법인등록번호: 110111-1234567", guard)] == ["CRN"]


def test_a_short_label_counts_only_where_a_word_begins() -> None:
    labels = Labels({"DOB": ["생일"]})
    assert [labels.read(text).at(4) is not None for text in ("발생일 1", "재생일1", " 생일 1")] == [False, False, True]


def test_a_latin_label_counts_only_as_a_word() -> None:
    labels = Labels({"PHONE": ["tel"]})
    assert [labels.read(f"{word} 1").at(len(word) + 1) is not None for word in ("hotel", "tels", "TEL", "(tel")] == [
        *(False, False),
        *(True, True),
    ]


def test_a_label_reaches_so_far_and_not_over_the_end_of_a_sentence() -> None:
    labels = Labels({"PHONE": ["전화"], NOBODY: ["접수번호"]})

    def kind(text: str) -> str | None:
        label = labels.read(text).at(text.index("1"))
        return None if label is None else label.type

    assert kind("전화: 1") == "PHONE"
    assert kind("전화는 없습니다. 1") is None
    assert kind(f"전화 {' ' * 40}1") is None
    assert kind("전화 접수번호 1") == NOBODY


def test_what_a_label_hides_is_told_with_the_reason(guard: Guard) -> None:
    _, doubted = explain("바코드 9001011234567", guard)
    assert {(one.type, one.reason) for one in doubted} >= {("RRN", "otherwise")}
