"""Runs other detectors beside ours, each in a process of its own and in an environment that is none of Ilson's."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.guard.found import Found

ROOT = Path(__file__).parents[2]
PLACE = ROOT / ".dev" / "peers"
NAMES = {
    "presidio": ["presidio-analyzer==2.2.366", "spacy"],
    "rust_pii_transformer": ["rust_pii_transformer==0.1.0"],
    "korcen": ["korcen==1.0.3"],
}
KNOWN = {
    "presidio": {"RRN", "FRN", "PASSPORT", "DL", "BRN", "CARD", "EMAIL", "IP", "PHONE"},
    "rust_pii_transformer": {"RRN", "FRN", "PASSPORT", "DL", "BRN", "CARD", "EMAIL", "PHONE", "ACCOUNT", "DOB"},
}
"""The types that a peer looks for."""

_INSTALL_SECONDS = 300


class PeerFailed(Exception):
    """A peer cannot be installed, or ended before it answered."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a peer found in one text, and the time of its thread that it took."""

    found: list[Found]
    nanoseconds: int


class Peer:
    """One running peer."""

    __slots__ = ("_process", "megabytes", "name", "seconds")

    def __init__(self, name: str, process: "subprocess.Popen[str]") -> None:
        self.name = name
        self._process = process
        told = self._read()
        self.seconds = float(told["seconds"])  # of its start, with its imports
        self.megabytes = float(told["megabytes"])  # that its start added

    def ask(self, text: str) -> Answer:
        """Return what it finds in this text.

        Raises:
            PeerFailed: it has ended.
        """
        assert self._process.stdin is not None  # noqa: S101 - for the type checker: it was started with a pipe
        try:
            self._process.stdin.write(json.dumps(text) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError as error:
            raise self._ended() from error
        told = self._read()
        return Answer([Found(kind, start, end) for kind, start, end in told["found"]], told["ns"])

    def detect(self, text: str) -> list[Found]:
        """Return what it finds in this text, without the time."""
        return self.ask(text).found

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None  # noqa: S101 - as above
        line = self._process.stdout.readline()
        if not line:
            raise self._ended()
        told: dict[str, Any] = json.loads(line)
        return told

    def _ended(self) -> PeerFailed:
        return PeerFailed(f"{self.name} ended before it answered")


def install(name: str) -> None:
    """Install a peer into `.dev/peers` unless it is there.

    Raises:
        PeerFailed: there is no uv, or the package cannot be had.
    """
    uv = shutil.which("uv") or str(ROOT / ".dev" / "bin" / "uv")
    python = PLACE / "bin" / "python"
    steps = [] if python.exists() else [[uv, "venv", "-q", "--python", sys.executable, str(PLACE)]]
    steps.append([uv, "pip", "install", "-q", "--python", str(python), *NAMES[name]])
    for step in steps:
        try:
            subprocess.run(step, check=True, capture_output=True, text=True, timeout=_INSTALL_SECONDS)
        except (OSError, subprocess.SubprocessError) as error:
            told = getattr(error, "stderr", None) or str(error)
            message = f"{name} cannot be installed: {told.strip().splitlines()[-1]}"
            raise PeerFailed(message) from error


@contextmanager
def running(name: str) -> Iterator[Peer]:
    """Install and start a peer; it ends with the block.

    Raises:
        PeerFailed: it cannot be installed or does not start.
    """
    install(name)
    command = [str(PLACE / "bin" / "python"), str(Path(__file__).with_name("peer.py")), name]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            yield Peer(name, process)
        finally:
            process.terminate()
