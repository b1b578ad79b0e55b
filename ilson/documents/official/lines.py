"""Reads one line of the outline: a field, an item with its marker, or plain text; knows how text is escaped.

A backslash before anything but a Latin letter makes that letter plain.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from ilson.documents.official import wording
from ilson.documents.official.model import FIELD_LENGTH, MARKS

BODY = "body"
ENCLOSURES = "attachments"
COMMAS = ",;、"

LABELS = {
    "agency": "행정기관명",
    "to": wording.TO,
    "via": wording.VIA,
    "recipients": wording.RECIPIENTS,
    "title": wording.TITLE,
    BODY: "본문",
    ENCLOSURES: wording.ENCLOSED,
    "sender": "발신명의",
    "seal": "관인",
    "drafter": "기안자",
    "reviewer": "검토자",
    "cooperator": wording.COOPERATOR,
    "approver": "결재권자",
    "number": wording.CARRIED_OUT,
    "date": "시행일",
    "address": "주소",
    "homepage": "홈페이지",
    "phone": wording.PHONE,
    "fax": wording.FAX,
    "email": "전자우편",
    "disclosure": "공개구분",
    "summary": "문서요지",
    "keywords": "키워드",
}
"""The label of each field, as the outline writes it."""

FIELD_OF = {label: field for field, label in LABELS.items()} | {
    "기관명": "agency",
    "경유": "via",
    "건명": "title",
    "내용": BODY,
    "첨부": ENCLOSURES,
    "별첨": ENCLOSURES,
    "발신": "sender",
    "결재자": "approver",
    "문서번호": "number",
    "시행번호": "number",
    "시행일자": "date",
    "전화번호": "phone",
    "팩스번호": "fax",
    "전송": "fax",
    "이메일": "email",
    "요지": "summary",
    "핵심어": "keywords",
}
"""The field of each label that is understood."""


def _labelled(labels: list[str]) -> str:
    longest_first = sorted(labels, key=len, reverse=True)
    return "|".join(r"\s{0,2}".join(map(re.escape, label)) for label in longest_first)


_FIELD = re.compile(rf"(?P<label>{_labelled(list(FIELD_OF))})(?:\s*[:：]|\s{{2,}}|\s*$)\s*(?P<text>.*)")
_NARROW_FIELD = re.compile(r"(?P<label>\(경유\)|수신|제목|붙임(?=\s+(?:1\.|.*\d\s?부)))\s+(?P<text>.*)")
_COLONED = re.compile(r"(?P<label>[^:：]{1,60})[:：]\s*(?P<text>.*)")
_FACT = re.compile(rf"{_COLONED.pattern}|(?P<alone>[^:：]{{1,60}})")
_HEADING = re.compile(r"^#{1,6}\s+")
_BULLET = re.compile(r"[-*+•·ㆍ○●◦▪■□◇▶]\s+|[-*+•○●□■ㅇ](?=\s*$)|[○●□■]")
_MARKERS = {
    "1.": re.compile(r"\d{1,3}\.(?!\s*\d{1,2}\.(?!\s*\d{1,2}\.))(?!\d)\s*"),
    "가.": re.compile(r"[가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허]\.(?:\s+|$)"),
    "1)": re.compile(r"\d{1,3}\)\s*"),
    "가)": re.compile(r"[가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허]\)\s*"),
    "(1)": re.compile(r"(?:\(\d{1,3}\)|[⑴-⒇])\s*"),
    "(가)": re.compile(r"(?:\([가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허]\)|[㈎-㈛])\s*"),
    "①": re.compile(r"[①-⑳㉑-㉟㊱-㊿]\s*"),
    "㉮": re.compile(r"[㉮-㉻]\s*"),
}
_END = re.compile(r"(?:^|(?<=[\s.)\]]))\s*끝\.\s*$|(?<=[.)])\s+끝\s*$")
_BOLD = re.compile(r"\\.|\*\*")
_ESCAPED = re.compile(r"\\([^A-Za-z])")
_QUANTITY = re.compile(r"(?P<name>.*\S)\s+(?P<copies>\d{1,5})\s?부\.?")
_NOTHING = ("없음", "해당 없음", "-")
_NEXT_ENCLOSURE = re.compile(r"\s+(?=\d{1,2}\.\s)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `indent` in columns, `field` or `marker` (its kind, as `1.` or `-`) empty where it has none.

    `text` is still escaped; `ended` tells that the line closed with 「끝.」.
    """

    indent: int
    text: str
    field: str = ""
    marker: str = ""
    ended: bool = False


def read_line(row: str) -> Line:
    """Return what one line is, without its marker, Markdown and 「끝.」."""
    indent = len(row) - len(row.lstrip())
    text = _HEADING.sub("", plain(row).strip(), count=1)
    found = _FIELD.fullmatch(text) or _NARROW_FIELD.fullmatch(text)
    if found:
        field = FIELD_OF["".join(found["label"].split())]
        text, ended = _without_end(found["text"]) if field in (BODY, ENCLOSURES) else (found["text"], False)
        return Line(indent, text.strip(), field=field, ended=ended)
    text, ended = _without_end(text)
    bulleted = _BULLET.match(text)
    marker, rest = _marker(text[bulleted.end() :] if bulleted else text)
    return Line(indent, rest.strip(), marker="-" if bulleted else marker, ended=ended)


def read_fact(row: str, labels: Collection[str], *, marked: bool) -> tuple[str, str] | None:
    """Return the label and the text, still escaped, of a line that names one of these facts.

    With `marked` the label may also stand behind the marker of an item, or alone on its line, as models like to write.
    """
    text = _HEADING.sub("", plain(row).strip(), count=1)
    if marked:
        bulleted = _BULLET.match(text)
        text = _marker(text[bulleted.end() :] if bulleted else text)[1]
    found = (_FACT if marked else _COLONED).fullmatch(text)
    if found is None:
        return None
    label = joint(found["label"] or found["alone"])
    known = next((known for known in labels if joint(known) == label), None)
    return None if known is None else (known, found["text"] or "")


def joint(label: str) -> str:
    """Return a label without blanks and with one kind of middle dot, so that two writings of it are equal."""
    return "".join(re.sub("[ㆍ・•‧]", "·", label).split())


def read_more(row: str) -> tuple[str, bool]:
    """Return a further line of a fact, its marker kept, and whether it closed with the end sign."""
    text, ended = _without_end(plain(row).strip())
    return unescape(text), ended


def split(text: str, separator: str) -> list[str]:
    """Return the parts of an escaped text between separators that are neither escaped nor in round brackets."""
    parts, depth, part = [], 0, ""
    for piece in re.findall(r"\\.|.", text):
        depth += (piece == "(") - (piece == ")" and depth > 0)
        if piece in separator and (not depth or separator == "|"):
            parts.append(part.strip())
            part = ""
        else:
            part += piece
    return [*parts, part.strip()]


def people(text: str) -> list[str]:
    """Return the entries of a list that is parted by commas."""
    return [one_line(part) for part in split(text, COMMAS) if part]


def signature(role: str, text: str) -> list[dict[str, str]]:
    """Return who signs in this role: `title | name | mark`, or the same words as people write them; none if empty."""
    if not text:
        return []
    parts = split(text, "|")
    if len(parts) == 1:
        parts = _loose_signature(text)
    title, name, mark = (*(one_line(part) for part in parts), "", "")[:3]
    return [{"role": role, "title": title, "name": name, "mark": mark if mark in MARKS else ""}]


def _loose_signature(text: str) -> list[str]:
    mark = next((mark for mark in MARKS if mark and mark in text), "")
    words = text.replace(mark, " ").split() if mark else text.split()
    return [" ".join(words[:-1]), words[-1], mark] if len(words) > 1 else [" ".join(words), "", mark]


def enclosures(text: str) -> Iterator[dict[str, Any]]:
    """Yield what an enclosure line names, each with its copies; 0 copies where the name states another quantity."""
    marker, rest = _marker(text)
    parts = _NEXT_ENCLOSURE.split(rest) if marker == "1." else split(rest, ",") if _many(rest) else [rest]
    for part in parts:
        name = _marker(part)[1].strip() if part is not rest else part
        if name and name.rstrip(".") not in _NOTHING:
            yield _enclosure(name)


def _many(text: str) -> bool:
    return all(_QUANTITY.fullmatch(part) for part in split(text, ","))


def _enclosure(text: str) -> dict[str, Any]:
    counted = _QUANTITY.fullmatch(text)
    if counted:
        return {"name": one_line(counted["name"]), "copies": int(counted["copies"])}
    name = one_line(text.removesuffix("."))
    return {"name": name, "copies": 0 if wording.states_quantity(name) else 1}


def escape(text: str) -> str:
    """Return a text of one line that reading gives back as it is, wherever it stands in a line."""
    escaped = text.replace("\\", "\\\\").replace("*", "\\*").replace("|", "\\|")
    if not _END.search(escaped):
        return escaped
    at = escaped.rindex(wording.END_SIGN[0])
    return f"{escaped[:at]}\\{escaped[at:]}"


def escape_start(text: str) -> str:
    """Return the escaped text; a backslash goes first where it would read as a marker."""
    escaped = escape(text)
    starts = escaped and (_marker(escaped)[0] or _BULLET.match(escaped) or escaped[0] in "#|`~-:")
    return f"\\{escaped}" if starts else escaped


def unescape(text: str) -> str:
    """Return the text without its backslashes, every run of spaces made one."""
    return " ".join(_ESCAPED.sub(r"\1", text).split())


def one_line(text: str) -> str:
    """Return the unescaped text of a field, no longer than a field may be."""
    return unescape(text)[:FIELD_LENGTH]


def plain(row: str) -> str:
    """Return the line without the signs of bold type."""
    return _BOLD.sub(lambda found: "" if found[0] == "**" else found[0], row)


def _without_end(text: str) -> tuple[str, bool]:
    without = _END.sub("", text)
    return without, without != text


def _marker(text: str) -> tuple[str, str]:
    for kind, pattern in _MARKERS.items():
        found = pattern.match(text)
        if found:
            return kind, text[found.end() :]
    return "", text
