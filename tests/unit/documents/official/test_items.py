from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ilson.documents.official.items import NUMBERING, columns, counts, marked, marker, place_items, syllable
from ilson.documents.official.model import Item

LEAVES = st.builds(Item, st.sampled_from(["", "항목"]))
ITEMS = st.recursive(LEAVES, lambda below: st.builds(Item, st.just("항목"), st.lists(below, max_size=3).map(tuple)))


BULLETS = ("□", "○", "-")


def markers(*items: Item, marks: Sequence[str] = NUMBERING) -> list[str]:
    return [placed.marker for placed in place_items(items, marks)]


@pytest.mark.parametrize(
    ("place", "shapes"),
    [
        (0, ["1.", "가.", "1)", "가)", "(1)", "(가)", "①", "㉮"]),
        (1, ["2.", "나.", "2)", "나)", "(2)", "(나)", "②", "㉯"]),
        (13, ["14.", "하.", "14)", "하)", "(14)", "(하)", "⑭", "㉻"]),
        (14, ["15.", "거.", "15)", "거)", "(15)", "(거)", "⑮", "<거>"]),
        (50, ["51.", "주.", "51)", "주)", "(51)", "(주)", "<51>", "<주>"]),
    ],
)
def test_the_eight_levels_have_the_markers_of_the_rule(place: int, shapes: list[str]) -> None:
    assert [marker(level, place) for level in range(1, 9)] == shapes


def test_after_ha_the_syllables_go_on_with_the_next_vowel() -> None:
    assert "".join(map(syllable, range(84))) == (
        "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호"
        "구누두루무부수우주추쿠투푸후그느드르므브스으즈츠크트프흐기니디리미비시이지치키티피히"
    )


def test_items_are_numbered_on_each_level() -> None:
    assert markers(Item("가", (Item("나"), Item("다"))), Item("라")) == ["1.", "가.", "나.", "2."]


def test_an_item_alone_on_its_level_has_no_marker() -> None:
    assert markers(Item("가"), Item("나", (Item("다"),))) == ["1.", "2.", ""]


def test_below_an_item_without_marker_no_level_is_skipped() -> None:
    assert markers(Item("다음과 같이 실시합니다.", (Item("일시"), Item("장소")))) == ["", "1.", "2."]


@pytest.mark.parametrize(
    ("mark", "places"),
    [
        ("Ⅰ.", ["Ⅰ.", "Ⅱ.", "Ⅻ."]),
        ("제1조", ["제1조", "제2조", "제12조"]),
        ("(1)", ["(1)", "(2)", "(12)"]),
        ("[가]", ["[가]", "[나]", "[타]"]),
        ("□", ["□", "□", "□"]),
        ("1가", ["1가", "1가", "1가"]),
    ],
)
def test_a_mark_counts_on_and_any_other_sign_is_a_bullet(mark: str, places: list[str]) -> None:
    assert [marked(mark, place) for place in (0, 1, 11)] == places
    assert counts(mark) == (places[0] != places[1])


def test_roman_numbers_go_on_where_unicode_has_no_sign() -> None:
    assert marked("Ⅰ.", 12) == "13."


def test_a_bullet_stands_where_an_item_is_alone() -> None:
    assert markers(Item("가", (Item("나", (Item("다"),)),)), marks=BULLETS) == ["□", "○", "-"]


def test_a_number_of_the_agency_does_not_stand_alone() -> None:
    assert markers(Item("가", (Item("나"), Item("다"))), marks=("Ⅰ.", "○")) == ["", "Ⅰ.", "Ⅱ."]


def test_the_last_mark_serves_the_deeper_levels() -> None:
    assert markers(Item("가", (Item("나", (Item("다"),)),)), marks=("□", "○")) == ["□", "○", "○"]


def test_an_item_without_text_is_not_counted() -> None:
    assert markers(Item("가"), Item("", table=(("표",),)), Item("나")) == ["1.", "", "2."]


@given(st.lists(ITEMS, max_size=4))
def test_markers_never_skip_a_level_going_down(items: list[Item]) -> None:
    levels = [0, *(placed.level for placed in place_items(items) if placed.marker)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_hangul_letter_is_two_columns_wide() -> None:
    assert columns("붙임  1.") == 8
