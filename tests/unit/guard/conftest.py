"""The rules that Ilson ships, and a way to make a guard of a few rules of one's own."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ilson.domain.rule import Form, PiiRule, Rulebook, WordRule
from ilson.guard.compile import Guard
from ilson.guard.prove import prover
from ilson.rulebook import load

RULES = Path(__file__).parents[3] / "ilson" / "rules"
DAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return load([RULES], prover)


@pytest.fixture(scope="module")
def one_salt() -> Iterator[None]:
    """Every token ends with ·kk: a text that is made before its vault can hold tokens."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ilson.guard.vault._SALT", "k")
        yield


@pytest.fixture(scope="session")
def guard(rulebook: Rulebook) -> Guard:
    return Guard.of(rulebook, lambda: DAY)


@pytest.fixture(scope="session")
def guard_of(rulebook: Rulebook) -> Callable[..., Guard]:
    """A guard of these rules, on this day."""

    def make(*rules: PiiRule | WordRule, today: date = DAY, **more: Any) -> Guard:
        book = replace(
            rulebook,
            pii=tuple(rule for rule in rules if isinstance(rule, PiiRule)),
            words=tuple(rule for rule in rules if isinstance(rule, WordRule)),
            **more,
        )
        return Guard.of(book, lambda: today)

    return make


@pytest.fixture(scope="session")
def word() -> Callable[..., WordRule]:
    """A list of words with one reaction."""

    def make(action: str, *words: str, **more: object) -> WordRule:
        fields = {"name": f"목록-{action}", "basis": "시험", "matches": (), "passes": ()} | more
        return WordRule(words=words, action=action, **fields)  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def number() -> Callable[..., PiiRule]:
    """A kind of personal information."""

    def make(kind: str, pattern: str, check: str | None = None, **more: object) -> PiiRule:
        form = Form(pattern, check=check, otherwise=1.0, named=1.0)
        fields = {"name": kind, "action": "mask", "longest": 20, "basis": "시험", "matches": (), "passes": ()} | more
        return PiiRule(type=kind, forms=(form,), **fields)  # type: ignore[arg-type]

    return make
