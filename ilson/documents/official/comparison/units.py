"""Takes a document apart into the units that are compared: articles, paragraphs, numbered items, lines of text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ilson.domain.document import Block, Document, Heading, Paragraph, Table

CHAPTER, ARTICLE, CLAUSE, ITEM, POINT, SUBITEM, SUBPOINT, PLAIN = range(8)
"""Levels: 장과 부칙, 조, 항, 호, 목, 1), 가), and text without a mark."""

_CIRCLED: Final = "①-⑳㉑-㉟㊱-㊿"
_LETTER: Final = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허"
_MARKS: Final = (
    (CHAPTER, re.compile(r"제\s?\d+\s?(?:편|장|절|관)(?:의\s?\d+)?(?=\s)|부\s*칙(?=\s*(?:[(<\u3008\uff1c]|$))")),
    (
        ARTICLE,
        re.compile(
            r"제\s?\d+\s?조(?:의\s?\d+)?(?=\s*(?:[(\uff08]|$|[①<\u3008]|삭\s*제)|\s+(?!및|또는|내지|부터|제\d)\S)"
        ),
    ),
    (CLAUSE, re.compile(f"[{_CIRCLED}]")),
    (ITEM, re.compile(r"\d{1,3}(?:의\d+)?\.(?=\s*\D|$)")),
    (POINT, re.compile(rf"[{_LETTER}](?:의\d+)?\.(?=\s|$)")),
    (SUBITEM, re.compile(r"\d{1,3}\)(?=\s)")),
    (SUBPOINT, re.compile(rf"[{_LETTER}]\)(?=\s)")),
)
_TITLE = re.compile(
    r"\s*[(\uff08][^()\uff08\uff09]*(?:[(\uff08][^()\uff08\uff09]*[)\uff09][^()\uff08\uff09]*)*[)\uff09]"
)
_PAGE = re.compile(r"-\s*\d+\s*-")
_FIRST_CLAUSE = re.compile(r"\s*(?=①)")
_MARKDOWN = re.compile(r"\*\*|\\(?=[^\w\s])|^#+\s+", re.MULTILINE)
_SAME: Final = {
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f"), '"'),
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b"), "'"),
    **dict.fromkeys(map(ord, "\u00b7\u2027\u30fb\uff65\u2219"), "\u318d"),
    **dict.fromkeys(map(ord, "\u223c\uff5e"), "~"),
    **dict.fromkeys(map(ord, "\u2212\u2013\u2014"), "-"),
}


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: `head` is its mark and its title, `body` all that follows, `path` the marks that lead to it.

    Head and body together are the text of the unit.
    """

    level: int
    mark: str
    head: str
    body: str
    path: tuple[str, ...] = ()
    row: bool = False  # of a table

    @property
    def key(self) -> str:
        """What it says, without its mark, as far as it matters: spaces and kinds of quotes do not."""
        return normal(self.head.strip()[len(self.mark) :] + self.body)


def normal(text: str) -> str:
    """Return a text without spaces, in one kind of quotes, dots and dashes."""
    return "".join(text.translate(_SAME).split())


def units(document: Document) -> tuple[Unit, ...]:
    """Return the units of a document, in order; together they hold all of its text but the numbers of its pages."""
    found: list[Unit] = []
    path: list[tuple[int, str]] = []
    for block in document.blocks:
        for unit in _units(block, markdown=document.kind == "md"):
            if unit.level != PLAIN:
                path = [(level, mark) for level, mark in path if level < unit.level]
                path.append((unit.level, "".join(unit.mark.split())))
            marks = tuple(mark for _, mark in path)
            last = found[-1] if found else None
            if last and last.level == ARTICLE and not last.body and unit.level == PLAIN and not unit.row:
                found[-1] = replace(last, body=f" {unit.body}")  # under its title on a line of its own
            else:
                found.append(replace(unit, path=marks))
    return tuple(found)


def _units(block: Block, *, markdown: bool) -> Iterator[Unit]:
    match block:
        case Heading(text) | Paragraph(text):
            for line in _lines(_MARKDOWN.sub("", text) if markdown else text):
                yield from _split(line)
        case Table(rows):
            for row in rows:
                text = _row(row)
                if text:
                    yield Unit(PLAIN, "", "", text, row=True)


def _row(cells: Sequence[str]) -> str:
    said = " | ".join(" ".join(cell.split()) for cell in cells)
    return said if said.strip(" |") else ""


def _lines(text: str) -> Iterator[str]:
    """Yield the lines that begin with a mark, with the lines without one that follow them; a chapter stands alone."""
    kept = ""
    for line in text.split("\n"):
        if kept and (_marked(line.strip()) is not None or _is_chapter(kept)):
            yield kept
            kept = line
        else:
            kept = f"{kept}\n{line}" if kept else line
    if kept.strip():
        yield kept


def _is_chapter(line: str) -> bool:
    found = _marked(line.strip())
    return found is not None and found[0] == CHAPTER


def _marked(line: str) -> tuple[int, str] | None:
    """Return the level and the mark that a line begins with."""
    for level, pattern in _MARKS:
        if hit := pattern.match(line):
            return level, hit[0]
    return None


def _split(line: str) -> Iterator[Unit]:
    """Yield the unit of a line; the first clause of an article stands in its line and is one of its own."""
    line = line.strip()
    found = _marked(line)
    if _PAGE.fullmatch(line):
        return
    if found is None:
        yield Unit(PLAIN, "", "", line)
        return
    level, mark = found
    rest = line[len(mark) :]
    title = _TITLE.match(rest) if level == ARTICLE else None
    if level == CHAPTER:
        yield Unit(level, mark, line, "")
        return
    head = mark if title is None else mark + title[0]
    body = line[len(head) :]
    clause = _FIRST_CLAUSE.match(body) if level == ARTICLE else None
    if clause is None:
        yield Unit(level, mark, head, body)
        return
    yield Unit(level, mark, head, "")
    yield from _split(body)
