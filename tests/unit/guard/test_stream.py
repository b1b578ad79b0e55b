"""What the official gets to see of an answer, while it is being said."""

import random
import re
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from contextlib import aclosing
from typing import Any

import anyio
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as some

from ilson.domain.errors import GuardFailed, ModelBrokeOff
from ilson.domain.piece import Said, Source, Text, Usage
from ilson.domain.question import Question, Turn
from ilson.domain.rule import PiiRule, Rulebook, WordRule
from ilson.guard.compile import LONGEST_LOCAL, LOOK_AHEAD, Guard
from ilson.guard.inspect import inspect
from ilson.guard.mask import mask_answer
from ilson.guard.stream import inspect_stream
from ilson.guard.vault import Vault

pytestmark = pytest.mark.usefixtures("one_salt")

ANSWER = (
    "안녕하십니까. ⟦이름#1·kk⟧ 님의 전화는 ⟦전화번호#1·kk⟧이고, 새 번호 010-9999-8888로 문자하십시오. 주민등록번호는 "
    "900101-1234567입니다. 메일 hong.gil@korea.kr로, 카드 4111-1111-1111-1111. 시발점에서 씨발 시발놈 2026. 11. 22. "
    "계약금 1,234,567원(₩9001011234567원), 사업자 124-81-00998. 법인등록번호 110111-1234567; "
    "⟦전화번호#2·kk⟧ ⟦전화번호#9·kk⟧ ⟦끝 (02) 123-4567"
)


async def pieces_of(parts: Iterable[Said | str]) -> AsyncIterator[Said]:
    for part in parts:
        yield Text(part) if isinstance(part, str) else part


def said(parts: Iterable[Said | str], vault: Vault, guard: Guard) -> list[Said]:
    async def collect() -> list[Said]:
        return [piece async for piece in inspect_stream(pieces_of(parts), vault, guard)]

    return now(collect())


def now(work: Coroutine[Any, Any, list[Said]]) -> list[Said]:
    """Nothing here waits for anything: a loop for each of thousands of texts would only cost time."""
    try:
        work.send(None)
    except StopIteration as done:
        return done.value
    raise AssertionError("the stream waited for something")


def text_of(pieces: Iterable[Said]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, Text))


def chunks(text: str, dice: random.Random, longest: int) -> list[str]:
    cuts, at = [], 0
    while at < len(text):
        step = dice.randint(1, longest)
        cuts.append(text[at : at + step])
        at += step
    return cuts


@pytest.fixture
def vault() -> Vault:
    filled = Vault()
    for name, value in (("이름", "홍길동"), ("전화번호", "010-1111-2222"), ("전화번호", "010-3333-4444")):
        filled.hide(name, value)
    return filled


def test_made_up_data_is_hidden_and_the_officials_own_comes_back(guard: Guard, vault: Vault) -> None:
    text = "⟦이름#1·kk⟧ ⟦전화번호#1·kk⟧, 010-9999-8888로. 씨발 대외비"
    assert text_of(said([text], vault, guard)) == "홍길동 010-1111-2222, [전화번호 가림]로. **** 대외비"


def test_a_value_that_the_official_gave_may_be_said_in_other_writing(guard: Guard, vault: Vault) -> None:
    assert text_of(said(["0101111", "2222로"], vault, guard)) == "01011112222로"


def test_a_word_that_stood_in_the_question_may_be_said_and_a_new_one_not(guard: Guard, vault: Vault) -> None:
    vault.hide("비속어", "씨발")
    assert text_of(said(["⟦비속어#1·kk⟧ ", "씨발 지랄하네"], vault, guard)) == "씨발 씨발 ****네"


def test_every_single_cut_says_the_same_as_no_cut(guard: Guard, vault: Vault) -> None:
    whole = mask_answer(ANSWER, guard.for_answers(), vault)
    assert {text_of(said([ANSWER[:cut], ANSWER[cut:]], vault, guard)) for cut in range(len(ANSWER))} == {whole}


def test_two_thousand_random_chunkings_say_the_same_as_no_cut(guard: Guard, vault: Vault) -> None:
    dice, wrong = random.Random(20261122), 0
    for _ in range(2_000):
        start = dice.randrange(len(ANSWER) - 60)
        text = ANSWER[start : start + dice.randint(10, 60)]
        parts = chunks(text, dice, dice.choice((1, 2, 4, 8, 20)))
        wrong += text_of(said(parts, vault, guard)) != mask_answer(text, guard.for_answers(), vault)
    assert wrong == 0


PARTS = some.sampled_from(
    [
        "010-1234-5678",
        "01012345678",
        "900101-1234567",
        "850312-5345678",
        "a.b@korea.kr ",  # glued to the next, its end would be the beginning of that
        "4111-1111-1111-1111",
        "4111111111111111",
        "124-81-00998",
        "⟦전화번호#1·kk⟧",
        "⟦이름#1·kk⟧",
        "⟦",
        "⟧",
        "#1",
        "로",
        "입니다. ",
        " ",
        "-",
        ".",
        "1",
        "원",
        "82",
        "+",
        "(",
        ")",
        "를 정한다. 법인등록번호 ",  # alone it could be the label of what stands before it
        "를 정한다. 주민번호 ",
        "시발",
        "씨발",
        "점",
        "fuck",
        "er",
        "\n",
        "2026. 11. 22. ",
        "1,234",
        "@",
        "hong_gildong@mail.example.co.kr ",
        "110111-1234567",
        "8801012123457",
        "02)",
        "+82-",
        "①",
        "1-",
        "제",
        "호)",
        "\u200b",
    ]
)


@given(some.lists(PARTS, max_size=14), some.integers(0, 999_999))
def test_any_text_in_any_chunks_says_the_same_as_no_cut(guard: Guard, parts: list[str], seed: int) -> None:
    vault, text, dice = Vault(), "".join(parts), random.Random(seed)
    assume(not re.search(r"[A-Za-z0-9._%+-]{60,}@|@[A-Za-z0-9.-]{60,}", text))  # longer than any address
    assume(not re.search("[-0-9\u200b ]{33,}", text))  # longer than any number
    vault.hide("전화번호", "010-1111-2222")
    vault.hide("이름", "홍길동")
    assert text_of(said(chunks(text, dice, 6), vault, guard)) == mask_answer(text, guard.for_answers(), vault)


def test_a_number_that_went_out_by_its_label_is_not_hidden_when_the_answer_leaves_the_label_out(guard: Guard) -> None:
    text = "바코드 9001011234567"
    inspected = inspect(Question(task="ask", turns=(Turn("user", text),)), (), guard)
    assert inspected.question.turns[0].text == text
    assert text_of(said(["번호는 9001011234567입니다."], inspected.vault, guard)) == "번호는 9001011234567입니다."


@example(["법인등록번호 ", "⟦전화번호#1·kk⟧", "⟦이름#1·kk⟧", "900101-1234567"], 1)
@given(some.lists(PARTS, max_size=12), some.integers(0, 999_999))
def test_what_goes_in_masked_comes_out_as_it_was(guard: Guard, parts: list[str], seed: int) -> None:
    # Glued to a number, it becomes a word only beside the number's token; +82 is another writing of the same value.
    text = "".join(parts).replace("fuck", "").replace("+", "")
    inspected = inspect(Question(task="ask", turns=(Turn("user", text),)), (), guard)
    masked = inspected.question.turns[0].text
    back = text_of(said(chunks(masked, random.Random(seed), 5), inspected.vault, guard))
    digits = re.compile("[^0-9a-z]")  # one value written in two ways comes back in the first writing
    assert digits.sub("", back) == digits.sub("", text)


def test_a_thousand_people_in_two_turns_are_never_swapped(guard: Guard) -> None:
    dice = random.Random(5)
    for _ in range(1_000):
        first, second = (f"010-{dice.randint(2000, 9999)}-{dice.randint(0, 9999):04}" for _ in range(2))
        question = Question(
            task="ask", turns=(Turn("user", f"갑은 {first}"), Turn("user", f"을은 {second}, 갑은 {first}"))
        )
        inspected = inspect(question, (), guard)
        answer = " / ".join(turn.text for turn in inspected.question.turns)
        assert inspected.vault.restore(answer) == f"갑은 {first} / 을은 {second}, 갑은 {first}"


def test_two_thousand_random_texts_come_back_as_they_were_in_any_chunks(guard: Guard) -> None:
    dice, wrong = random.Random(26), []
    values = [
        "010-1111-2222",
        "010-3333-4444",
        "900101-1234567",
        "850312-5345678",
        "4579-7212-3456-7893",
        "124-81-00998",
    ]
    words = ["전화 ", "님의 ", "는 ", ", ", ".\n", " 그리고 ", "(", ") ", "⟦", "⟧", "씨발 ", "| ", "제3조 "]
    for _ in range(2_000):
        parts = [dice.choice(values) if dice.random() < 0.5 else dice.choice(words) for _ in range(dice.randint(2, 9))]
        text = " ".join(parts)
        inspected = inspect(Question(task="ask", turns=(Turn("user", text),)), (), guard)
        masked = inspected.question.turns[0].text
        if text_of(said(chunks(masked, dice, dice.choice((1, 3, 9))), inspected.vault, guard)) != text:
            wrong.append(text)
        assert not any(value in masked for value in values[2:4])
    assert wrong == []


def test_a_long_address_does_not_show_its_beginning(guard: Guard) -> None:
    assert text_of(said("a" * 60 + "@" + "b" * 40 + ".example.kr로", Vault(), guard)) == "[이메일 가림]로"


def test_the_name_in_a_token_is_no_label_for_the_number_behind_it(guard: Guard, vault: Vault) -> None:
    vault.hide("주민등록번호", "900101-1234567")
    assert text_of(said(["⟦주민등록번호#1·kk⟧ 8801012123457"], vault, guard)) == "900101-1234567 8801012123457"


def test_prose_is_said_at_once(rulebook: Rulebook, guard_of: Callable[..., Guard]) -> None:
    parts = ["안녕하십", "니까. 조례", " 제3조에 ", "따라 처리", "합니다"]
    guard = guard_of(*rulebook.pii)  # no list of words: one may begin with any syllable
    assert [piece.text for piece in said(parts, Vault(), guard) if isinstance(piece, Text)] == parts


@pytest.mark.parametrize(("piece", "most"), [("7 ", LOOK_AHEAD), ("7", LONGEST_LOCAL), ("a", LONGEST_LOCAL)])
def test_no_more_than_the_look_ahead_is_held_back(piece: str, most: int, guard: Guard) -> None:
    held = []

    async def collect() -> None:
        given = 0

        async def digits() -> AsyncIterator[Said]:
            nonlocal given
            for _ in range(500):
                given += len(piece)
                yield Text(piece)

        passed = 0
        async for heard in inspect_stream(digits(), Vault(), guard):
            passed += len(text_of([heard]))
            held.append(given - passed)

    anyio.run(collect)
    assert max(held) <= most + 1


def test_an_unclosed_bracket_holds_back_no_more_than_a_token(guard: Guard, vault: Vault) -> None:
    parts = ["⟦", *"가나다라마바사아자차카타파하거너더러"]
    first = next(piece for piece in said(parts, vault, guard) if isinstance(piece, Text))
    assert len(first.text) <= vault.longest


def test_quotes_are_restored_and_masked_and_counts_pass(guard: Guard, vault: Vault) -> None:
    source = Source(number=1, document=0, block=2, quote="⟦이름#1·kk⟧ 010-9999-8888")
    assert said([source, Usage(3, 4)], vault, guard) == [
        Source(number=1, document=0, block=2, quote="홍길동 [전화번호 가림]"),
        Usage(3, 4),
    ]


def test_rules_that_begin_with_any_character_are_found_over_pieces_too(
    guard_of: Callable[..., Guard], number: Callable[..., PiiRule]
) -> None:
    guard = guard_of(number("CASE", "[가-힣]{2}동-[0-9]{3}", matches=("대조동-123",), longest=8))
    text = "주소 대조동-123 앞"
    assert {text_of(said([text[:cut], text[cut:]], Vault(), guard)) for cut in range(len(text))} == {
        "주소 [CASE 가림] 앞"
    }


WHOLE_ONLY = {"ADDR"}
"""A street may be seen before its number is: 화곡로 is in every text, 화곡로 302 is where somebody lives."""


def test_what_a_model_makes_up_letter_by_letter_is_hidden_as_if_it_came_at_once(
    rulebook: Rulebook, guard: Guard
) -> None:
    answers = guard.for_answers()
    shown = {
        rule.type
        for rule in rulebook.pii
        for match in rule.matches
        if text_of(said(match, Vault(), guard)) != mask_answer(match, answers, Vault())
    }
    assert shown <= WHOLE_ONLY


def test_a_word_over_many_pieces_is_hidden(guard_of: Callable[..., Guard], word: Callable[..., WordRule]) -> None:
    guard = guard_of(word("block", "아주 나쁜 말", allow=("아주 나쁜 말씀",)))
    assert text_of(said("참 아주 나쁜 말, 아주 나쁜 말씀", Vault(), guard)) == "참 ****, 아주 나쁜 말씀"


class Failing(Vault):
    """A vault that fails on its way back."""

    def restore(self, text: str) -> str:
        if "폭" in text:
            raise RuntimeError(text)
        return text


def test_a_guard_that_fails_says_nothing_more(guard: Guard) -> None:
    heard: list[str] = []

    async def collect() -> None:
        async for piece in inspect_stream(pieces_of(["안녕 ", "폭 900101-", "1234567"]), Failing(), guard):
            heard.append(text_of([piece]))  # noqa: PERF401 - what was heard before the failure counts

    with pytest.raises(GuardFailed) as failed:
        anyio.run(collect)
    assert (heard, "900101" in str(failed.value), failed.value.__suppress_context__) == (["안녕 "], False, True)


def test_a_model_that_breaks_off_is_told_as_it_is_and_its_rest_is_dropped(guard: Guard) -> None:
    heard: list[str] = []

    async def broken() -> AsyncIterator[Said]:
        yield Text("번호는 900101-12")
        raise ModelBrokeOff("connection lost")

    async def collect() -> None:
        async with aclosing(inspect_stream(broken(), Vault(), guard)) as answer:
            async for piece in answer:
                heard.append(text_of([piece]))  # noqa: PERF401 - what was heard before the failure counts

    with pytest.raises(ModelBrokeOff):
        anyio.run(collect)
    assert heard == ["번호는 "]
