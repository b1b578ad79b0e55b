"""The salt that each request has of its own, and what becomes of marks that stand for nothing."""

from ilson.guard.vault import Vault

NUMBER = "010-1234-5678"


def test_two_requests_rarely_have_the_same_salt() -> None:
    tokens = {Vault().hide("전화번호", NUMBER) for _ in range(200)}
    assert len(tokens) > 100


def test_one_request_has_one_salt() -> None:
    vault = Vault()
    tokens = [vault.hide("전화번호", NUMBER), vault.hide("이메일", "a@b.kr"), vault.hide("전화번호", "010-1234-5679")]
    assert len({token.rpartition("·")[2] for token in tokens}) == 1


def test_a_token_of_another_request_stays_and_is_counted() -> None:
    vault = Vault()
    mine = vault.hide("전화번호", NUMBER)
    others = {token for token in (Vault().hide("전화번호", NUMBER) for _ in range(200)) if token != mine}
    said = " ".join(sorted(others))
    assert (vault.restore(said), vault.leftovers, vault.restored) == (said, len(others), {})


def test_spaces_that_a_model_puts_into_a_token_do_not_matter() -> None:
    vault = Vault()
    name, number = vault.hide("전화번호", NUMBER, "PHONE").strip("⟦⟧").split("#")
    assert vault.restore(f"⟦ {name} #{number} ⟧") == NUMBER
    assert (vault.restored, vault.leftovers) == ({NUMBER: "PHONE"}, 0)


def test_a_bracket_that_a_person_typed_is_no_value_that_came_back() -> None:
    vault = Vault()
    assert vault.restore(vault.escape("⟦가⟧")) == "⟦가⟧"
    assert vault.restored == {}
