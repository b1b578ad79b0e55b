"""Reads a folder of HWP and HWPX files with each reader and tells what each found, and how fast."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.documents import readers, recall
from bench.documents.readers import Said
from bench.guard.tables import Part
from ilson.documents.markdown import to_text
from ilson.documents.read import read
from ilson.domain.document import File
from ilson.domain.errors import IlsonError

OURS: Final = "Ilson"
_NOT_ASKED: Final = frozenset({OURS, "unhwp markdown"})  # of one reader, one vote
_ROUNDS: Final = 3
_WANTED: Final = {".hwpx": 0.99, ".hwp": 0.95}
_HEAD: Final = ("reader", "read", "refused", "files/s", "characters/s", "recall", "precision")


@dataclass(slots=True)
class _Sum:
    """What one reader did with all files of a kind."""

    read: int = 0
    refused: int = 0
    characters: int = 0
    seconds: float = 0.0
    found: list[tuple[int, int]] = field(default_factory=list)
    right: list[tuple[int, int]] = field(default_factory=list)

    def row(self) -> list[object]:
        """Return the figures for the table."""
        seconds = self.seconds or 1e-9
        speed = [round(self.read / seconds), round(self.characters / seconds)]
        return [self.read, self.refused, *speed, _ratio(self.found), _ratio(self.right)]


def ours(path: Path) -> Said:
    """Return what Ilson says of a file, with the time of the processor."""
    file = File(path.name, path.read_bytes())
    begun = time.process_time_ns()
    try:
        text = to_text(read(file))
    except IlsonError as error:
        return Said(error=error.code)
    return Said(text, time.process_time_ns() - begun)


def parts(folder: Path) -> list[Part]:
    """Return a table for each kind, and one of the files in which ours found less than it should."""
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _WANTED)
    notes: list[str] = []
    with ExitStack() as stack:
        asked: dict[str, Callable[[Path], Said]] = {OURS: ours}
        for name in readers.NAMES:
            try:
                asked[name] = stack.enter_context(readers.running(name)).read
            except readers.ReaderFailed as error:
                notes.append(str(error))
        said = {path: _ask(path, asked) for path in files}
    made = [_of_kind(suffix, said, notes) for suffix in _WANTED]
    return [*made, _short(said)]


def _ask(path: Path, asked: Mapping[str, Callable[[Path], Said]]) -> dict[str, Said]:
    """Return what each reader says of a file; the shortest of the rounds counts, and they take turns."""
    best: dict[str, Said] = {}
    for _ in range(_ROUNDS):
        for name, ask in asked.items():
            said = ask(path)
            if name not in best or said.nanoseconds < best[name].nanoseconds:
                best[name] = said
    return best


def _of_kind(suffix: str, said: Mapping[Path, Mapping[str, Said]], notes: Sequence[str]) -> Part:
    sums: dict[str, _Sum] = {}
    for path, answers in said.items():
        if path.suffix.lower() == suffix:
            truth = _truth(path, answers)
            for name, answer in answers.items():
                _add(sums.setdefault(name, _Sum()), answer, truth)
    against = "all hp:t" if suffix == ".hwpx" else "what two public readers agree on"
    rows = [[name, *sums[name].row()] for name in sums if suffix == ".hwpx" or name != "python-hwpx"]
    return Part(f"{suffix[1:].upper()}: recall of {against}, in groups of 3 characters", _HEAD, rows, notes)


def _truth(path: Path, answers: Mapping[str, Said]) -> recall.Groups:
    texts = recall.written(path) if path.suffix.lower() == ".hwpx" else None
    if texts is not None:
        return recall.each(texts)
    return recall.agreed([said.text for name, said in answers.items() if name not in _NOT_ASKED])


def _add(whole: _Sum, answer: Said, truth: recall.Groups) -> None:
    whole.read += not answer.error
    whole.refused += bool(answer.error)
    whole.characters += len(answer.text)
    whole.seconds += answer.nanoseconds / 1e9
    found = recall.groups(answer.text)
    whole.found.append(recall.share(found, truth))
    whole.right.append(recall.share(truth, recall.pieces(answer.text)))


def _ratio(shares: Iterable[tuple[int, int]]) -> float:
    pairs = list(shares)
    return sum(part for part, _ in pairs) / max(sum(whole for _, whole in pairs), 1)


def _short(said: Mapping[Path, Mapping[str, Said]]) -> Part:
    """Return the files in which ours found less than wanted, and those that ours refuses though another reads them."""
    rows: list[list[object]] = []
    for index, (path, answers) in enumerate(said.items(), start=1):
        truth = _truth(path, answers)
        part, whole = recall.share(recall.groups(answers[OURS].text), truth)
        if whole and part < _WANTED[path.suffix.lower()] * whole:
            rows.append([index, path.suffix[1:], answers[OURS].error or "-", part / whole, whole])
    head = ("file (place in the sorted folder)", "kind", "refused as", "recall", "groups")
    return Part("Files below 0.99 (HWPX) or 0.95 (HWP)", head, rows or [["none", "", "", "", ""]])
