"""Reads the fields of a letter that was typed as text, so that the rules about fields hold for it too (DOC)."""

import re
from collections.abc import Container, Iterator
from typing import Any, Final

from ilson.documents.official.lint import fields
from ilson.documents.official.lint.remark import Found
from ilson.documents.official.lint.sheet import Sheet, headed

RULES: Final = ("DOC-01", "DOC-02", "DOC-03", "DOC-04")
"""The rules about fields that a typed letter shows; the others are about what stands in no text."""

_SENDER = re.compile(r"[가-힣·ㆍ]{2,20}(?: [가-힣·ㆍ]{2,20})?")
_SEAL = re.compile(r"\s*[(\[]?\s*(?:관인|직인|서명)\s?생략\s*[)\]]?\s*$")
_RECIPIENTS = re.compile(r"\s*수신자\s+(?P<names>\S.*)")
_COMMAS = re.compile(r"\s*[,、]\s*")

_Fields = tuple[dict[str, Any], dict[str, tuple[int, int]]]


def check(sheet: Sheet, active: Container[str]) -> Iterator[tuple[str, Found]]:
    """Yield what is wrong with the head and the sender of a typed letter, each with the id of its rule."""
    if not any(line.kind == "head" for line in sheet.lines) or not sheet.ends:
        return
    told, places = _fields(sheet)
    for rule in RULES:
        if rule in active:
            for place, fix in fields.CHECKS[rule](told):
                start, end = places.get(place, places["head"])
                yield rule, Found(start, end, fix)


def _fields(sheet: Sheet) -> _Fields:
    told: dict[str, Any] = {"recipients": []}
    places: dict[str, tuple[int, int]] = {}
    for number, line in enumerate(sheet.lines):
        found = headed(line.raw) if line.kind == "head" else None
        if found:
            name = {"수": "to", "제": "title"}.get(found["label"][0], "via")
            told[name] = found["value"].strip()
            places[name] = (line.start + found.start("value"), line.end)
            places.setdefault("head", (line.start, line.end))
        elif line.kind == "closing" and number > sheet.ends[-1].line:
            _closing(told, places, line.raw, line.start)
    return told, places


def _closing(told: dict[str, Any], places: dict[str, tuple[int, int]], raw: str, start: int) -> None:
    named = _RECIPIENTS.fullmatch(raw)
    if named:
        told["recipients"] = [name for name in _COMMAS.split(named["names"]) if name]
        places["recipients"] = (start + named.start("names"), start + len(raw.rstrip()))
    sender = _SEAL.sub("", raw).strip()
    if "sender" not in told and _SENDER.fullmatch(sender) and not named:
        told["sender"] = sender
        begin = start + raw.index(sender)
        places["sender"] = (begin, begin + len(sender))
