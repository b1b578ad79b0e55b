"""Measures how fast the guard and others go, how much memory they take and how long they need to start."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from bench.guard import ours, peers, sources
from bench.guard.tables import Part

ROOT = Path(__file__).parents[2]
_ROUNDS = 7
_MESSAGE = 2048  # bytes
_MOST = 500_000  # bytes of each kind of text; more would take minutes with the slow ones
_WORDS = 5000
_UNITS = ("seconds", "megabytes")
Timed = Callable[[str], int]  # a text → nanoseconds of the thread


@dataclass(slots=True)
class _Clock:
    """The times of one engine, by kind of text."""

    timed: Timed
    speeds: dict[str, list[float]] = field(default_factory=dict)  # MB/s of each round
    milliseconds: dict[str, list[float]] = field(default_factory=dict)  # of each message

    def round(self, texts: Mapping[str, Sequence[str]], messages: Mapping[str, Sequence[str]]) -> None:
        """Go through all texts once more."""
        for kind, of_kind in texts.items():
            self.speeds.setdefault(kind, []).append(_throughput(self.timed, of_kind))
        for kind, of_kind in messages.items():
            self.milliseconds.setdefault(kind, []).extend(self.timed(message) / 1e6 for message in of_kind)

    def row(self) -> list[object]:
        """Return the figures for the table."""
        hundredths = [quantiles(each, n=100) for each in self.milliseconds.values()]
        return [*map(median, self.speeds.values()), *(each[at] for each in hundredths for at in (49, 98))]


def parts() -> list[Part]:
    """Return the tables: throughput and latency, memory and start.

    The engines take turns in each round, so that what else the machine does meets all of them.
    """
    sets = sources.sets()
    of_dev = [one.text for one in sets.pop("dev", [])]
    kinds = {
        "statutes": _calm(),
        "sets": _some([one.text for documents in sets.values() for one in documents]),
        "dev": _some(of_dev),
    }
    texts = {kind: of_kind for kind, of_kind in kinds.items() if of_kind}
    messages = {kind: _messages(of_kind) for kind, of_kind in texts.items() if kind != "statutes"}
    notes = [f"../shared is not there: no figures on {kind}." for kind in kinds if kind not in texts]
    weights: list[list[object]] = _own_weight()
    clocks = {
        "Ilson": _Clock(_timed(ours.everything(ours.guard()))),
        "Ilson without names": _Clock(_timed(ours.everything(ours.guard(names=False)))),
        f"Ilson, {_WORDS} words only": _Clock(_timed(ours.everything(ours.word_guard(_many_words())))),
    }
    with ExitStack() as stack:
        for name in peers.NAMES:
            try:
                peer = stack.enter_context(peers.running(name))
            except peers.PeerFailed as error:
                notes.append(str(error))
            else:
                weights.append([name, "start, with imports", peer.seconds, peer.megabytes])
                clocks[name] = _Clock(_asked(peer))
        for _ in range(_ROUNDS):
            for clock in clocks.values():
                clock.round(texts, messages)
    percentiles = [f"{which} ms, {kind}" for kind in messages for which in ("p50", "p99")]
    head = ["engine", *(f"MB/s {kind}" for kind in texts), *percentiles]
    rows = [[name, *clock.row()] for name, clock in clocks.items()]
    return [
        Part(
            f"Speed (CPU time of the thread, median of {_ROUNDS} rounds; messages of {_MESSAGE} bytes)",
            head,
            rows,
            notes,
        ),
        Part("Memory and start", ["engine", "what", "seconds", "MB"], weights),
    ]


def _asked(peer: peers.Peer) -> Timed:
    return lambda text: peer.ask(text).nanoseconds


def _calm() -> list[str]:
    """Return articles of statutes in which the guard finds nothing."""
    looks = ours.everything(ours.guard())
    return _some([text for text in sources.statutes() if looks(text) == 0])


def _some(texts: Sequence[str]) -> list[str]:
    """Return texts from all over, up to `_MOST` bytes."""
    shuffled = list(texts)
    random.Random(1).shuffle(shuffled)  # noqa: S311 - repeatable, no secret
    kept: list[str] = []
    size = 0
    for text in shuffled:
        size += len(text.encode())
        if size > _MOST:
            break
        kept.append(text)
    return kept


def _timed(function: Callable[[str], object]) -> Timed:
    def timed(text: str) -> int:
        begun = time.thread_time_ns()
        function(text)
        return time.thread_time_ns() - begun

    return timed


def _throughput(timed: Timed, texts: Sequence[str]) -> float:
    """Return the speed in MB of UTF-8 a second."""
    return sources.megabytes(list(texts)) / (sum(map(timed, texts)) / 1e9)


def _messages(texts: Sequence[str]) -> list[str]:
    """Return the texts as messages of `_MESSAGE` bytes."""
    messages: list[str] = []
    current = ""
    size = 0
    for character in "\n".join(texts):
        size += len(character.encode())
        if size > _MESSAGE:
            messages.append(current)
            current, size = "", len(character.encode())
        current += character
    return messages


def _many_words() -> list[str]:
    """Return 5,000 words of 3 to 5 random syllables."""
    chance = random.Random(5)  # noqa: S311 - repeatable, no secret
    words: set[str] = set()
    while len(words) < _WORDS:
        words.add("".join(chr(chance.randint(0xAC00, 0xD7A3)) for _ in range(chance.randint(3, 5))))
    return sorted(words)


def _own_weight() -> list[list[object]]:
    runs = [_weighed() for _ in range(_ROUNDS)]
    rows: list[list[object]] = [
        ["Ilson", what, *(median(run[what][unit] for run in runs) for unit in _UNITS)] for what in runs[0]
    ]
    whole = [median(sum(step[unit] for step in run.values()) for run in runs) for unit in _UNITS]
    return [*rows, ["Ilson", "start, with imports", *whole]]


def _weighed() -> dict[str, dict[str, float]]:
    command = [sys.executable, "-m", "bench.guard.weigh"]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    told: dict[str, dict[str, float]] = json.loads(done.stdout)
    return told
