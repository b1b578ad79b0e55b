"""Reads the texts to learn from: KLUE-NER, statutes, and made-up texts with marked names."""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

KLUE = "klue-ner-4000.tsv"
KLUE_LEARN = 3200
"""How many sentences of the file are learnt from; those behind them measure."""

_MARK = re.compile(r"\{\{(-?[^:{}]*):(.*?)\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Text:
    """A text, where names stand in it, and which of its words are known to be none; offsets in characters."""

    text: str
    names: tuple[tuple[int, int], ...] = ()


def there(path: Path) -> Path:
    """Return the path.

    Raises:
        SystemExit: nothing is there.
    """
    if not path.exists():
        sys.exit(f"{path} is missing: give the place of the texts as an argument (see training/README.md)")
    return path


def klue(folder: Path) -> list[Text]:
    """Return the sentences of KLUE-NER with their persons."""
    written = there(folder / KLUE).read_text("utf-8")
    return [_sentence(block) for block in written.split("\n\n") if "\tO" in block or "\tB-" in block]


def _sentence(block: str) -> Text:
    lines = [line.rsplit("\t", 1) for line in block.strip("\n").split("\n") if not line.startswith("## ")]
    characters = [line[0] or " " for line in lines]
    names: list[tuple[int, int]] = []
    start = -1
    for place, tag in enumerate([*(line[-1] for line in lines), "O"]):
        if start >= 0 and tag != "I-PS":
            names.append((start, place))
            start = -1
        if tag == "B-PS":
            start = place
    return Text("".join(characters), tuple(names))


def statutes(folder: Path, *, held_out: bool | None = None) -> list[Text]:
    """Return whole statutes: all, only those held out (every third file by its name) or only the others."""
    files = [path for path in sorted(there(folder).glob("*.md")) if path.name != "README.md"]
    return [
        Text(re.sub(r"\A---\n.*?\n---\n", "", path.read_text("utf-8"), flags=re.DOTALL))
        for place, path in enumerate(files)
        if held_out is None or (place % 3 == 0) == held_out
    ]


def generated(path: Path) -> Iterator[Text]:
    """Yield documents of JSON lines with `spans`."""
    for line in there(path).read_text("utf-8").splitlines():
        document = json.loads(line)
        spans = [(span["start"], span["end"]) for span in document["spans"] if span["type"] == "NAME"]
        yield Text(document["text"], tuple(spans))


def marked(path: Path) -> Iterator[Text]:
    """Yield documents with the marks `{{TYPE:value}}`."""
    for chunk in re.split(r"(?m)^=== ", there(path).read_text("utf-8"))[1:]:
        body = chunk.partition("\n")[2]
        parts: list[str] = []
        names: list[tuple[int, int]] = []
        size = at = 0
        for found in _MARK.finditer(body):
            parts += [body[at : found.start()], found[2]]
            size += found.start() - at
            if found[1].split("/")[0] == "NAME":
                names.append((size, size + len(found[2])))
            size += len(found[2])
            at = found.end()
        yield Text("".join(parts) + body[at:], tuple(names))
