"""Brings the texts that the guard is measured on; those outside the repository only where they are there."""

import re
from collections.abc import Iterator
from pathlib import Path

from bench.guard import korean
from bench.guard.marked import Marked, Span, load

SETS = Path(__file__).with_name("sets")
SHARED = Path(__file__).parents[3] / "shared"
_HEAD = re.compile(r"^---\n.*?\n---\n", re.DOTALL)
_MARKDOWN = re.compile(r"[*_`#>]+")
_LAST_SENTENCES = 800


def sets() -> dict[str, list[Marked]]:
    """Return the sets by name: those of the repository, and the development set where it is there."""
    found = {path.stem: load(path) for path in sorted(SETS.glob("*.txt"))}
    shared = SHARED / "guard" / "dev.jsonl"
    return found | ({"dev": load(shared)} if shared.is_file() else {})


def statutes() -> list[str]:
    """Return articles of statutes, 120 to 3,000 characters each: real text without personal data; none if not there."""
    files = sorted(path for path in (SHARED / "law").glob("*.md") if path.name != "README.md")
    return [article for path in files for article in _articles(path.read_text("utf-8"))]


def _articles(written: str) -> Iterator[str]:
    plain = _HEAD.sub("", written).split(korean.text("appendix"))[0]
    plain = _MARKDOWN.sub("", plain).replace("\\", "")
    for article in re.split(korean.text("article"), plain):
        tidy = re.sub(r"\n{2,}", "\n", article).strip()
        if 120 < len(tidy) < 3000:
            yield tidy


def klue() -> list[Marked]:
    """Return the sentences of KLUE-NER with their persons; the kind is where a sentence comes from; none if not there.

    Source: KLUE-NER v1.1 (CC BY-SA 4.0), https://github.com/KLUE-benchmark/KLUE.
    """
    path = SHARED / "guard" / "klue-ner-4000.tsv"
    if not path.is_file():
        return []
    blocks = re.split(r"\n(?=## klue-ner-v1_)", path.read_text("utf-8"))[1:]
    return [_sentence(block) for block in blocks]


def last(sentences: list[Marked]) -> list[Marked]:
    """Return the sentences on which no name may be learnt: the last 800."""
    return sentences[-_LAST_SENTENCES:]


def _sentence(block: str) -> Marked:
    head, _, body = block.partition("\n")
    name = head.removeprefix("## ").split("\t")[0]
    tagged = [line.rsplit("\t", 1) for line in body.split("\n") if "\t" in line]
    persons: list[Span] = []
    start: int | None = None
    for place, (_, tag) in enumerate([*tagged, ["", "O"]]):
        if start is not None and tag != "I-PS":
            persons.append(Span("NAME", start, place))
            start = None
        if tag == "B-PS":
            start = place
    text = "".join(character or " " for character, _ in tagged)
    return Marked(name, re.split("[-_]", name)[-1], text, tuple(persons))


def megabytes(texts: list[str]) -> float:
    """Return the size of the texts in UTF-8, in MB."""
    return sum(len(text.encode()) for text in texts) / 1e6
