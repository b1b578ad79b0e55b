"""Ilson as its own process, in a folder of its own that holds everything that it can write."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ILSON = Path(sys.executable).with_name("ilson")


@dataclass
class Process:
    folder: Path
    address: str
    running: subprocess.Popen

    def kill(self):
        """End it as a power cut would."""
        self.running.send_signal(signal.SIGKILL)
        self.running.wait(10)

    def written(self):
        """Yield every file that it has written, with what is in it."""
        for path in self.folder.rglob("*"):
            if path.is_file():
                yield path, path.read_bytes()


def environment(folder, **more):
    for name in ("data", "tmp", "home", "cache"):
        (folder / name).mkdir(exist_ok=True)
    return {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "tmp"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "ILSON_DATABASE_URL": f"sqlite:///{folder}/data/ilson.db",
        **more,
    }


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def process(folder, **more):
    port = free_port()
    with (folder / "log").open("wb") as log:
        running = subprocess.Popen(
            [ILSON, "serve", "--port", str(port)],
            cwd=folder,
            env=environment(folder, **more),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        _await_health(address, running)
        yield Process(folder, address, running)
    finally:
        if running.poll() is None:
            running.terminate()
            running.wait(15)


def _await_health(address, running):
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        assert running.poll() is None, "ilson serve ended before it answered"
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=5) as response:
                assert response.status == 200
                return
        except urllib.error.URLError:
            time.sleep(0.05)
    raise AssertionError("ilson serve did not answer in 60 s")
