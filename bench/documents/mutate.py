"""Reads thousands of damaged files in a process that is watched: a document or a refusal, never anything else."""

import json
import select
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.guard.tables import Part

_ROOT: Final = Path(__file__).parents[2]
_SECONDS: Final = 60.0  # for one file, as the desk allows
_UNFORESEEN: Final = "file_broken: "
_TOP: Final = 12


@dataclass(frozen=True, slots=True)
class _Told:
    """What came of one damaged file."""

    kind: str
    outcome: str
    seconds: float


def parts(count: int, folder: Path) -> list[Part]:
    """Return what came of so many damaged files, by kind, and which errors nobody foresaw."""
    told = list(_all(count, folder))
    kinds = sorted({one.kind.rpartition(".")[2] for one in told})
    rows = [_row(kind, [one for one in told if one.kind.rpartition(".")[2] == kind]) for kind in kinds]
    head = ("kind", "files", "read", "refused", "crashed or hung", "slowest, seconds")
    caught = Counter(one.outcome.removeprefix(_UNFORESEEN) for one in told if _is_unforeseen(one.outcome))
    whole = [_row("all", told)]
    return [
        Part(f"{count} damaged files", head, [*rows, *whole]),
        Part(
            "Errors of parsers that were caught at the end and refused as damaged",
            ("error", "files"),
            [list(pair) for pair in caught.most_common(_TOP)] or [["none", 0]],
        ),
    ]


def _row(kind: str, told: list[_Told]) -> list[object]:
    outcomes = [one.outcome for one in told]
    crashed = sum(outcome.startswith(("crash", "broken")) for outcome in outcomes)
    read = outcomes.count("read")
    slowest = max((one.seconds for one in told), default=0.0)
    return [kind, len(told), read, len(told) - read - crashed, crashed, slowest]


def _is_unforeseen(outcome: str) -> bool:
    """Return whether the message is the name of an error's class, as the last catch writes it."""
    name = outcome.removeprefix(_UNFORESEEN)
    return outcome.startswith(_UNFORESEEN) and " " not in name and "." in name


def _all(count: int, folder: Path) -> Iterator[_Told]:
    """Yield what came of each; a process that ended or hung is replaced and goes on with the next file."""
    number = 0
    while number < count:
        for told in _some(number, count, folder):
            number += 1
            yield told


def _some(first: int, last: int, folder: Path) -> Iterator[_Told]:
    command = [sys.executable, "-m", "bench.documents.damage", str(folder), str(first), str(last)]
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        for number in range(first, last):
            line = _line(process)
            if not line:
                process.kill()
                yield _Told(str(number), "crash: the process ended or hung", _SECONDS)
                return
            _, kind, outcome, seconds = json.loads(line)
            yield _Told(kind, outcome, seconds)


def _line(process: "subprocess.Popen[bytes]") -> bytes:
    if process.stdout is None or not select.select([process.stdout], [], [], _SECONDS)[0]:
        return b""
    return process.stdout.readline()
