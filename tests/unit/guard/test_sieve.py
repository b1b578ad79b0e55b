"""The sieve never holds back what a pattern would match."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ilson.domain.errors import RuleInvalid
from ilson.domain.rule import Rulebook
from ilson.guard.compile import Guard
from ilson.guard.normalise import view
from ilson.guard.numbers import numbers
from ilson.guard.sieve import Sieve

PATTERNS = ("(?<![가-힣])[가-힣]{1,4}로 ?[0-9]{1,4}(?!원)", "[0-9]{2}가[0-9]{4}", "a[b-d]*+@", r"(?P<s>[-.])1(?P=s)")
PIECES = st.sampled_from(
    ["화곡", "로 ", "3", "12가", "3456", "원", "abcd@", "-1-", ".1-", "\n", " ", "\ud800", "😀", "é"]
)


def ready(patterns: tuple[str, ...]) -> Sieve:
    sieve = Sieve(patterns)
    sieve.ready()
    return sieve


def test_before_it_is_compiled_nothing_is_held_back() -> None:
    sieve = Sieve(tuple(f"{pattern}|{number}" for number in range(9) for pattern in PATTERNS))
    assert sieve.through("가") in ([], list(range(9 * len(PATTERNS))))
    sieve.ready()
    assert sieve.through("가") == []


@given(st.lists(PIECES, max_size=40).map("".join))
def test_what_a_pattern_finds_passes_the_sieve(text: str) -> None:
    sieve = ready(PATTERNS)
    passed = set(sieve.through(text))
    assert passed >= {index for index, pattern in enumerate(PATTERNS) if re.search(pattern, text, re.ASCII)}


@given(st.lists(st.sampled_from(["화곡로 302", "가나다라 ", "\n", "x" * 90]), max_size=120).map("".join))
def test_every_find_begins_in_a_part_that_names_its_pattern(text: str) -> None:
    sieve = ready(PATTERNS)
    parts = list(sieve.parts(text))
    for found in re.finditer(PATTERNS[0], text):
        assert any(part.start <= found.start() < part.end and 0 in part.patterns for part in parts)


def test_the_examples_of_every_rule_pass(rulebook: Rulebook, guard: Guard) -> None:
    guard.ready()
    for rule in rulebook.pii:
        for example in (*rule.matches, *rule.passes):
            seen = view(example)
            passed = set(guard.sieve.through(seen))
            assert passed >= {index for index, one in enumerate(guard.texts) if one.pattern.search(seen)}
            assert len(guard.texts) in passed or not list(numbers(seen, guard.least))


def test_nothing_to_look_for_is_nowhere() -> None:
    assert Sieve(()).through("12가3456") == []


def test_a_pattern_that_cannot_be_read_is_told_and_nothing_is_held_back() -> None:
    sieve = Sieve(["(?:[0-9]{2", "a"])
    with pytest.raises(RuleInvalid, match="looked for at once"):
        sieve.ready()
    assert sieve.through("b") == [0, 1]


def test_threads_do_not_disturb_each_other() -> None:
    sieve = ready(PATTERNS)
    texts = ["화곡로 302 " * 400 if even else "가나다 " * 900 for even in (True, False) * 40]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: bool(sieve.through(text)), texts)) == [True, False] * 40
