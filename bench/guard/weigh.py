"""Tells how much memory the guard takes and how long it needs to start, in a process that does nothing else.

usage: python -m bench.guard.weigh; one JSON object: seconds and MB of the imports, of the rules, of the guard ready.
"""

import importlib
import json
import sys
import time
from pathlib import Path


def main() -> None:
    """Print the figures."""
    marks = [_now()]
    ours = importlib.import_module("bench.guard.ours")
    marks.append(_now())
    book = ours.rules()
    marks.append(_now())
    ours.ready(book)
    marks.append(_now())
    steps = zip(("imports", "rules", "guard"), marks[:-1], marks[1:], strict=True)
    told = {name: {"seconds": after[0] - before[0], "megabytes": after[1] - before[1]} for name, before, after in steps}
    sys.stdout.write(json.dumps(told) + "\n")


def _now() -> tuple[float, float]:
    status = Path("/proc/self/status").read_text("utf-8")
    return time.perf_counter(), int(status.split("VmRSS:")[1].split()[0]) / 1024


if __name__ == "__main__":
    main()
