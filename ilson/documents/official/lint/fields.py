"""What the fields of a structured document must hold (DOC, REF-02)."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from ilson.documents.official.model import INTERNAL, SEE_LIST

MINUTES: Final = (
    "명칭", "개최기관", "일시·장소", "참석자·배석자", "진행 순서", "상정 안건", "발언 요지", "결정 사항", "표결 내용",
)  # fmt: skip
"""What minutes must hold. Source: 공공기록물 관리에 관한 법률 시행령 제18조제2항."""

_HEADS = re.compile(r"(?:장|장관|감|지사|처장|의장|총장|대표|원장|관장|교육감|대통령|총리|위원회)$")
_ROOMS = re.compile(r"(?:과|팀|국|실|담당관|센터|본부|부|소)$")
_NUMBER = re.compile(r"[가-힣][가-힣A-Za-z0-9·ㆍ]*-\d{1,7}|.*(?:공고|고시|훈령|예규).*|제?\s?\d{4}-\d+\s?호?")
_COMMAS = re.compile(r"[,;、]")

FieldFound = tuple[str, str | None]
"""The path of a field, and what to write there, None if unknown."""


def _text(draft: Mapping[str, Any], name: str) -> str:
    value = draft.get(name)
    return value.strip() if isinstance(value, str) else ""


def _list(draft: Mapping[str, Any], name: str) -> list[Any]:
    value = draft.get(name)
    return list(value) if isinstance(value, list | tuple) else []


def _internal_sender(draft: Mapping[str, Any]) -> Iterator[FieldFound]:
    """Find a sender of a document that stays inside. DOC-01."""
    if "".join(_text(draft, "to").split()) == INTERNAL and _text(draft, "sender"):
        yield "sender", ""


def _sender(draft: Mapping[str, Any]) -> Iterator[FieldFound]:
    """Find a sender that is no head of an agency. DOC-02."""
    sender, to = _text(draft, "sender"), _text(draft, "to")
    if not sender or "".join(to.split()) == INTERNAL:
        return
    within = bool(to) and all(
        _ROOMS.search(part.strip()) or part.strip().endswith(("과장", "국장", "실장", "팀장", "부서장"))
        for part in _COMMAS.split(to)
    )
    if not _HEADS.search(sender) or (sender.endswith(("과장", "팀장")) and not within):
        yield "sender", None


def _recipients(draft: Mapping[str, Any]) -> Iterator[FieldFound]:
    """Find several recipients in the head, and a list that nobody refers to. DOC-03."""
    to, recipients = _text(draft, "to"), _list(draft, "recipients")
    several = len([part for part in _COMMAS.split(re.sub(r"\([^()]*\)", "", to)) if part.strip()]) > 1
    if several or (len(recipients) > 1 and to != SEE_LIST):
        yield "to", SEE_LIST
    elif to == SEE_LIST and not recipients:
        yield "recipients", None


def _title(draft: Mapping[str, Any]) -> Iterator[FieldFound]:
    """Find a missing title, and one that ends with a full stop. DOC-04."""
    title = _text(draft, "title")
    if not title:
        yield "title", None
    elif title.endswith("."):
        yield "title", title.rstrip(". ")


def _described(draft: Mapping[str, Any]) -> Iterator[FieldFound]:
    """Find a document without summary or keywords. DOC-05."""
    if not _text(draft, "summary"):
        yield "summary", None
    if not any(isinstance(word, str) and word.strip() for word in _list(draft, "keywords")):
        yield "keywords", None


def _minutes(draft: Mapping[str, Any]) -> Iterator[FieldFound]:
    """Find minutes that lack one of the nine things of the law. DOC-06."""
    told = draft.get("minutes")
    if isinstance(told, Mapping):
        held = {str(label): text for label, text in told.items()}
    elif draft.get("type") == "minutes":
        facts = [fact for fact in _list(draft, "facts") if isinstance(fact, Mapping)]
        held = {str(fact.get("label")): fact.get("text") for fact in facts}
    else:
        return
    for label in MINUTES:
        value = held.get(label)
        if not (isinstance(value, str) and value.strip()):
            yield f"facts.{label}", None


def _number(draft: Mapping[str, Any]) -> Iterator[FieldFound]:
    """Find a registration number that is no department with a number. REF-02."""
    number = _text(draft, "number")
    if number and any(sign.isdigit() for sign in number) and not _NUMBER.fullmatch(number):
        yield "number", None


def _merged(draft: Mapping[str, Any]) -> Iterator[FieldFound]:
    """Find tables with merged or nested cells. DOC-07."""
    for at, table in enumerate(_list(draft, "tables")):
        if isinstance(table, Mapping) and any(table.get(name) for name in ("merged", "nested", "diagonal")):
            yield f"tables[{at}]", None


CHECKS: Final[dict[str, Callable[[Mapping[str, Any]], Iterator[FieldFound]]]] = {
    "REF-02": _number,
    "DOC-01": _internal_sender,
    "DOC-02": _sender,
    "DOC-03": _recipients,
    "DOC-04": _title,
    "DOC-05": _described,
    "DOC-06": _minutes,
    "DOC-07": _merged,
}
