"""Runs the gates, the fastest first, the page's beside Python's; prints what each took and every failure."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).parent.parent
BIN = ROOT / ".venv" / "bin"

PYTHON = {
    "format": [BIN / "ruff", "format", "--check", "-q"],
    "lint": [BIN / "ruff", "check", "-q"],
    "imports": [BIN / "lint-imports"],
    "dependencies": [BIN / "deptry", "."],
    "dead code": [BIN / "vulture"],
    "house": [BIN / "pytest", "tests/house"],
    "types": [BIN / "mypy"],
}
NPM = [BIN / "python", "build_frontend.py", "run"]
PAGE = {"page": [*NPM, "check"]}


def passes(name, command):
    started = monotonic()
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    verdict = "ok" if result.returncode == 0 else "FAILED"
    print(f"{verdict:6} {name:12} {monotonic() - started:5.1f} s", flush=True)
    if result.returncode:
        print(result.stdout, result.stderr, flush=True)
    return result.returncode == 0


def all_pass(commands):
    results = [passes(name, command) for name, command in commands.items()]
    return all(results)


def main():
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(all_pass, [PYTHON, PAGE]))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
