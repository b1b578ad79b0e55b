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
    OfficialDocument,
    known,
    to_json,
)

OPEN = "공개"

_DATE = re.compile(
    r"(?P<year>[12]\d{3})\s*(?:[-./]|년)\s*(?P<month>\d{1,2})\s*(?:[-./]|월)\s*(?P<day>\d{1,2})\s*(?:[.]|일)?"
)
_NUMBER = re.compile(r"(?P<number>[^(]*[^(\s])\s*\((?P<date>[^()]+)\)")
_SEALED = re.compile(rf"(?P<sender>.*?)\s*[(\[]?\s*(?P<seal>{'|'.join(filter(None, SEALS))})\s*[)\]]?")


def complete(draft: OfficialDocument, form: Mapping[str, Any]) -> OfficialDocument:
    """Return the draft with the official's own fields in it and with what is certain by rule.

    What the official filled in wins, but for the body: the form's body is what the draft was made from, so it stands in
    only where the draft has none. Keys of the form that are no part of the document are passed over.

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
    return _addressed(_spelt(replace(_apart(draft), **own)))


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


def is_complete(document: OfficialDocument) -> bool:
    """Return whether the document has what it cannot do without: a title and a body that says something."""
    return bool(document.title and any(item["text"] or item["table"] for item in _flat(to_json(document)["body"])))


def _flat(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [found for item in items for found in (item, *_flat(item["items"]))]


def _spelt(document: OfficialDocument) -> OfficialDocument:
    title = document.title.rstrip(". ")
    return replace(document, title=title, date=spell_date(document.date), disclosure=document.disclosure or OPEN)


def _apart(document: OfficialDocument) -> OfficialDocument:
    """Return the document with the date behind its number and the mark behind its sender in their own fields."""
    numbered = _NUMBER.fullmatch(document.number)
    if numbered and _DATE.fullmatch(numbered["date"]):
        document = replace(document, number=numbered["number"], date=document.date or numbered["date"])
    sealed = _SEALED.fullmatch(document.sender)
    if sealed:
        document = replace(document, sender=sealed["sender"], seal=document.seal or sealed["seal"])
    return document


def _addressed(document: OfficialDocument) -> OfficialDocument:
    to = "".join(document.to.split())
    if to == INTERNAL:
        return replace(document, to=INTERNAL, recipients=(), sender="", seal="")
    if len(document.recipients) > 1:
        return replace(document, to=SEE_LIST)
    if document.recipients and document.to in ("", SEE_LIST):
        return replace(document, to=document.recipients[0], recipients=())
    several = tuple(filter(None, split(document.to, COMMAS)))
    if len(several) > 1:
        return replace(document, to=SEE_LIST, recipients=several)
    return document
