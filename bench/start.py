"""How long until the page answers, how much memory the idle server holds, how large the page's entry is."""

import gzip
import re
import subprocess
import time
from pathlib import Path

from bench.server import await_page, folder, free_port, serving
from bench.table import table

ROOT = Path(__file__).parent.parent
STATIC = ROOT / "ilson" / "web" / "static"
ROUNDS = 5
UNITS = {"first start": "s", "later start": "s", "./dev run, later": "s", "idle memory": "MB", "page entry, gzip": "kB"}


def measure() -> str:
    """Return the table; a first start copies the repository and installs everything from warm caches."""
    figures: dict[str, list[float]] = {name: [] for name in UNITS}
    figures["first start"].append(_first_start())
    with folder() as place:
        with serving(place):
            pass
        for _ in range(ROUNDS):
            with serving(place) as server:
                figures["later start"].append(server.seconds)
                figures["idle memory"].append(_resident_megabytes(server.pid))
    figures["./dev run, later"] = [_dev_run(ROOT) for _ in range(ROUNDS)]
    figures["page entry, gzip"].append(_entry_kilobytes())
    return table(figures, UNITS)


def _first_start() -> float:
    with folder() as place:
        subprocess.run(["git", "clone", "-q", str(ROOT), str(place / "ilson")], check=True)
        return _dev_run(place / "ilson")


def _dev_run(checkout: Path) -> float:
    port = free_port()
    started = time.perf_counter()
    with subprocess.Popen(["./dev", "run", "--port", str(port)], cwd=checkout, stderr=subprocess.DEVNULL) as process:
        await_page(f"http://127.0.0.1:{port}")
        seconds = time.perf_counter() - started
        process.terminate()
    return seconds


def _resident_megabytes(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    found = re.search(r"VmRSS:\s+([0-9]+) kB", status)
    return int(found[1]) / 1024 if found else float("nan")


def _entry_kilobytes() -> float:
    page = (STATIC / "index.html").read_text("utf-8")
    names = re.findall(r'(?:src|href)="/?((?:\./)?assets/[^"]+\.(?:js|css))"', page)
    return sum(len(gzip.compress((STATIC / name).read_bytes(), 6)) for name in names) / 1000
