"""Starts `ilson serve` as its own process in a folder of its own, for a benchmark."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    address: str
    pid: int
    seconds: float  # from the start of the process to the first page


def free_port() -> int:
    """Return a TCP port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(folder: Path, **environment: str) -> Iterator[Server]:
    """Yield a server that has answered with its page."""
    port = free_port()
    command = [str(Path(sys.executable).with_name("ilson")), "serve", "--port", str(port)]
    settings = {"PATH": os.environ["PATH"], "ILSON_DATABASE_URL": f"sqlite:///{folder}/ilson.db", **environment}
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, env=settings, stderr=subprocess.DEVNULL) as process:
        address = f"http://127.0.0.1:{port}"
        await_page(address)
        try:
            yield Server(address, process.pid, time.perf_counter() - started)
        finally:
            process.terminate()


def await_page(address: str) -> None:
    """Return when the page is answered.

    Raises:
        TimeoutError: it is not within 120 s.
    """
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=5) as response:
                response.read()
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.01)
    raise TimeoutError("the page was not answered in 120 s")


@contextmanager
def folder() -> Iterator[Path]:
    """Yield an empty folder that is removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="ilson-bench-") as name:
        yield Path(name)
