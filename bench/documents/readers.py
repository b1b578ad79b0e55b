"""Runs public readers beside ours, each in a process of its own and in an environment that is none of Ilson's."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[2]
PLACE: Final = ROOT / ".dev" / "readers"
HERE: Final = Path(__file__).parent
PACKAGES: Final = ("unhwp==0.23.1", "rhwp-python==0.8.1", "hwp-hwpx-parser==1.0.0", "python-hwpx==6.9.0")
KORDOC: Final = "kordoc@4.14.1"
NAMES: Final = ("unhwp text", "unhwp markdown", "rhwp", "hwp-hwpx-parser", "python-hwpx", "kordoc")
_INSTALL_SECONDS: Final = 300


class ReaderFailed(Exception):
    """A reader cannot be installed, or ended before it answered."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a reader said of one file: its text and the time of the processor, or the name of its error."""

    text: str = ""
    nanoseconds: int = 0
    error: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """One running reader."""

    name: str
    process: "subprocess.Popen[str]"

    def read(self, path: Path) -> Said:
        """Return what it says of a file.

        Raises:
            ReaderFailed: it has ended.
        """
        if self.process.stdin is None:
            raise self._ended()
        try:
            self.process.stdin.write(json.dumps(str(path)) + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            raise self._ended() from None
        told = self.hear()
        return Said(told.get("text") or "", told.get("ns", 0), told.get("error", ""))

    def hear(self) -> dict[str, Any]:
        """Return its next line.

        Raises:
            ReaderFailed: it has ended.
        """
        line = "" if self.process.stdout is None else self.process.stdout.readline()
        if not line:
            raise self._ended()
        told: dict[str, Any] = json.loads(line)
        return told

    def _ended(self) -> ReaderFailed:
        return ReaderFailed(f"{self.name} ended before it answered")


@contextmanager
def running(name: str) -> Iterator[Reader]:
    """Install and start a reader; it ends with the block.

    Raises:
        ReaderFailed: it cannot be installed or does not start.
    """
    command = _kordoc() if name == "kordoc" else _python(name)
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            reader = Reader(name, process)
            reader.hear()
            yield reader
        finally:
            process.terminate()


def _python(name: str) -> list[str]:
    python = PLACE / "bin" / "python"
    uv = shutil.which("uv") or str(ROOT / ".dev" / "bin" / "uv")
    if not python.exists():
        _run(name, [uv, "venv", "-q", "--python", sys.executable, str(PLACE)])
    _run(name, [uv, "pip", "install", "-q", "--python", str(python), *PACKAGES])
    return [str(python), str(HERE / "reader.py"), name]


def install_kordoc() -> Path:
    """Return where kordoc is installed; it is, if it was not.

    Raises:
        ReaderFailed: it cannot be installed.
    """
    place = PLACE / "node"
    if not (place / "node_modules" / "kordoc").is_dir():
        _run("kordoc", ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(place), KORDOC])
    return place


def _kordoc() -> list[str]:
    return ["node", str(HERE / "kordoc.mjs"), str(install_kordoc())]


def _run(name: str, step: list[str]) -> None:
    try:
        subprocess.run(step, check=True, capture_output=True, text=True, timeout=_INSTALL_SECONDS)
    except (OSError, subprocess.SubprocessError) as error:
        told = (getattr(error, "stderr", None) or str(error)).strip().splitlines()
        message = f"{name} cannot be installed: {told[-1] if told else 'no reason given'}"
        raise ReaderFailed(message) from error
