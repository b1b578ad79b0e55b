"""The guard of Ilson as the benchmark sees it; no other file of the benchmark imports the guard."""

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from bench.guard.found import Detector, Found
from bench.guard.marked import canonical
from ilson import rulebook
from ilson.domain.rule import Rulebook
from ilson.guard.compile import Guard, holds
from ilson.guard.detect import detect
from ilson.guard.match import WORD, Finding

RULES = Path(__file__).parents[2] / "ilson" / "rules"
_TOLD = {"type", "start", "end", "action", "grade"}
_NO_NAMES: dict[str, Any] = {"names": None}


def rules() -> Rulebook:
    """Return the rules that come with Ilson."""
    return rulebook.load([RULES], holds)


def guard(*, names: bool = True) -> Guard:
    """Return the guard with these rules, with or without its search for names."""
    whole = Guard.of(rules())
    if names or _NO_NAMES.keys() - {field.name for field in fields(Guard)}:
        return whole
    return replace(whole, **_NO_NAMES)


def detector(applied: Guard) -> Detector:
    """Return the search for personal information; prohibited words are left out."""
    return lambda text: [_found(one) for one in detect(text, applied) if one.type != WORD]


def _found(one: Finding) -> Found:
    told = {field.name: getattr(one, field.name) for field in fields(one) if field.name not in _TOLD}
    evidence = " ".join(f"{name}={value}" for name, value in told.items() if value)
    return Found(canonical(one.type), one.start, one.end, evidence, one.action in {"mask", "block"})
