"""Hidden values and the tokens that stand for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ilson.guard.vault import Vault, canonical

pytestmark = pytest.mark.usefixtures("one_salt")


def filled(*values: str) -> tuple[Vault, list[str]]:
    vault = Vault()
    return vault, [vault.hide("전화번호", value) for value in values]


def test_the_same_value_has_the_same_token_however_it_is_written() -> None:
    written = [
        "010-1234-5678",
        "01012345678",
        "010.1234.5678",
        "０１０－１２３４－５６７８",
        "+82 10 1234 5678",
        "(010)1234-5678",
        "010-12\u200b34-5678",
    ]
    assert set(filled(*written)[1]) == {"⟦전화번호#1·kk⟧"}


def test_two_values_never_share_a_token() -> None:
    assert filled("010-1234-5678", "010-1234-5679")[1] == ["⟦전화번호#1·kk⟧", "⟦전화번호#2·kk⟧"]


def test_values_that_differ_in_more_than_separators_stay_two() -> None:
    pairs = [
        ("12가3456", "12나3456"),
        ("1.11.1.1", "11.1.1.1"),
        ("37.51, 126.9", "37.5, 1126.9"),
        ("a1@b.kr", "a@1b.kr"),
    ]
    assert [canonical(one) == canonical(other) for one, other in pairs] == [False] * 4


def test_each_kind_is_counted_from_one() -> None:
    vault = Vault()
    assert [vault.hide("이메일", "a@b.kr"), vault.hide("전화번호", "1")] == ["⟦이메일#1·kk⟧", "⟦전화번호#1·kk⟧"]


def test_only_exact_tokens_are_put_back() -> None:
    vault, _ = filled("010-1234-5678")
    other = "⟦전화번호#2·kk⟧ ⟦전화번호#1 ⟦전화번호⟧ [전화번호#1] ⟦전화번호#11·kk⟧ 전화번호#1⟧"
    assert vault.restore(other) == other


def test_token_eleven_is_not_token_one() -> None:
    vault, tokens = filled(*(f"010-1234-{number:04}" for number in range(12)))
    assert vault.restore(tokens[0] + tokens[10] + tokens[1]) == "010-1234-0000010-1234-0010010-1234-0001"


def test_a_typed_token_does_not_become_somebodys_number() -> None:
    vault, _ = filled("010-1234-5678")
    escaped = vault.escape("내 번호는 ⟦전화번호#1·kk⟧")
    assert "⟦전화번호#1·kk⟧" not in escaped
    assert vault.restore(escaped) == "내 번호는 ⟦전화번호#1·kk⟧"


@given(some.text(alphabet="⟦⟧#1전화번호괄 "))
def test_whatever_brackets_are_typed_come_back_as_typed(text: str) -> None:
    vault, _ = filled("010-1234-5678")
    assert vault.restore(vault.escape(text)) == text


def test_the_longest_token_is_known() -> None:
    assert filled("1")[0].longest - Vault().longest == len("⟦전화번호#1·kk⟧")
