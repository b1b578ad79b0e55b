"""Other writings of a text."""

from hypothesis import given
from hypothesis import strategies as some

from ilson.guard.normalise import lower, view


@given(some.text())
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(view(text)) == len(lower(view(text))) == len(text)


@given(some.text(alphabet=some.characters(max_codepoint=126, min_codepoint=32)))
def test_plain_text_is_seen_as_it_is(text: str) -> None:
    assert view(text) == text


def test_other_writings_of_a_number_are_seen_as_plain_ones() -> None:
    others = ["０１０－１２３４－５６７８", "010–1234—5678", "①②③⓪", "٠١٠", "010\u00a01234\u30005678"]
    assert [view(other) for other in others] == [
        "010-1234-5678",
        "010-1234-5678",
        "1230",
        "010",
        "010 1234 5678",
    ]


def test_hangul_and_hanja_stay() -> None:
    assert view("丙申年 병신년 ㄱ 「」") == "丙申年 병신년 ㄱ 「」"


def test_a_letter_whose_small_form_is_longer_stays() -> None:
    assert lower("İA") == "İa"
