"""Completes a draft: the official's own fields go first, then what the rules make certain."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from ilson.documents.official.lines import COMMAS, split
from ilson.documents.official.model import (
    FIELDS,
    INTERNAL,
    LISTS,
    SEALS,
    SEE_LIST,
    Fact,
    Item,
    OfficialDocument,
    known,
)

OPEN = "공개"

_DATE = re.compile(
    r"(?P<year>[12]\d{3})\s*(?:[-./]|년)\s*(?P<month>\d{1,2})\s*(?:[-./]|월)\s*(?P<day>\d{1,2})\s*(?:[.]|일)?"
)
_NUMBER = re.compile(r"(?P<number>[^(]*[^(\s])\s*\((?P<date>[^()]+)\)")
_CLOSED = re.compile(r"(?P<kind>부분\s?공개|비공개)\s?\(?(?P<clauses>[^()]*)\)?")
_LAW = re.compile(r"(?:정보공개법)?\s?제?9조\s?제?1항")
_CLAUSE = re.compile(r"(?:제\s?)?(?<!\d)([1-8])(?!\d)\s?호?")
_BETWEEN = " ,·ㆍ/및"
_SEALED = re.compile(rf"(?P<sender>.*?)\s*[(\[]?\s*(?P<seal>{'|'.join(filter(None, SEALS))})\s*[)\]]?")


def complete(draft: OfficialDocument, form: Mapping[str, Any]) -> OfficialDocument:
    """Return the draft with the official's own fields in it and with what is certain by rule.

    What the official filled in wins, fact by fact, but for the body: the form's body is what the draft was made from,
    so it stands in only where the draft has none. Keys of the form that are no part of the document are passed over.

    Raises:
        BadRequest: a field of the form has not the agreed shape.

    Source: 행정업무의 운영 및 혁신에 관한 규정 제7조제5항, 제13조제3항; 시행규칙 제4조제2항·제3항·제6항.
    """
    filled = _apart(known(form))
    own = {name: getattr(filled, name) for name in (*FIELDS, *LISTS) if getattr(filled, name)}
    if draft.body:
        own.pop("body", None)
    if "to" in own:
        own.setdefault("recipients", ())
    own["facts"] = _facts(draft.facts, filled.facts)
    return _addressed(_spelt(replace(_apart(draft), **own)))


def settle(document: OfficialDocument) -> OfficialDocument:
    """Return the document as it is printed, whoever filled it in.

    Dates and the disclosure are spelt as the rules say, and an internal document has no sender, seal or recipients.

    Source: 행정업무의 운영 및 혁신에 관한 규정 제7조제5항, 제13조제3항; 시행규칙 제4조제6항.
    """
    apart = _internal(_apart(document))
    return replace(apart, date=spell_date(apart.date), disclosure=spell_disclosure(apart.disclosure))


def spell_date(text: str) -> str:
    """Return a date as official documents write it, 「2026. 11. 22.」; other text comes back unchanged.

    Source: 행정업무의 운영 및 혁신에 관한 규정 제7조제5항.
    """
    found = _DATE.fullmatch(text.strip())
    if not found:
        return text
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return text
    return f"{day.year}. {day.month}. {day.day}."


def spell_disclosure(text: str) -> str:
    """Return what is not open with its clauses as a list, 「비공개(5,6)」; other text comes back unchanged.

    Source: 시행규칙 제4조제6항제4호; 공공기관의 정보공개에 관한 법률 제9조제1항.
    """
    found = _CLOSED.fullmatch(" ".join(text.split()))
    if not found:
        return text
    listed = _LAW.sub("", found["clauses"])
    if _CLAUSE.sub("", listed).strip(_BETWEEN):
        return text
    clauses = ",".join(sorted(set(_CLAUSE.findall(listed))))
    kind = "".join(found["kind"].split())
    return f"{kind}({clauses})" if clauses else kind


def _facts(drafted: tuple[Fact, ...], own: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return the facts in the order of the form, then those that only the draft has; none without a text."""
    told = {fact.label: fact.text for fact in drafted} | {fact.label: fact.text for fact in own if fact.text}
    order = dict.fromkeys(fact.label for fact in (*own, *drafted))
    return tuple(Fact(label, told[label]) for label in order if told.get(label))


def is_complete(document: OfficialDocument) -> bool:
    """Return whether the document has what it cannot do without: a title, and a body or a fact that says something."""
    return bool(document.title) and (_says(document.body) or any(fact.text for fact in document.facts))


def _says(items: tuple[Item, ...]) -> bool:
    return any(item.text or item.table or item.picture or _says(item.items) for item in items)


def _spelt(document: OfficialDocument) -> OfficialDocument:
    title = document.title.rstrip(". ")
    disclosure = spell_disclosure(document.disclosure) or OPEN
    return replace(document, title=title, date=spell_date(document.date), disclosure=disclosure)


def _apart(document: OfficialDocument) -> OfficialDocument:
    """Return the document with the date behind its number and the mark behind its sender in their own fields."""
    numbered = _NUMBER.fullmatch(document.number)
    if numbered and _DATE.fullmatch(numbered["date"]):
        document = replace(document, number=numbered["number"], date=document.date or numbered["date"])
    sealed = _SEALED.fullmatch(document.sender)
    if sealed:
        document = replace(document, sender=sealed["sender"], seal=document.seal or sealed["seal"])
    return document


def _internal(document: OfficialDocument) -> OfficialDocument:
    if "".join(document.to.split()) != INTERNAL:
        return document
    return replace(document, to=INTERNAL, recipients=(), sender="", seal="")


def _addressed(document: OfficialDocument) -> OfficialDocument:
    document = _internal(document)
    if len(document.recipients) > 1:
        return replace(document, to=SEE_LIST)
    if document.recipients and document.to in ("", SEE_LIST):
        return replace(document, to=document.recipients[0], recipients=())
    several = tuple(filter(None, split(document.to, COMMAS)))
    if len(several) > 1:
        return replace(document, to=SEE_LIST, recipients=several)
    return document
