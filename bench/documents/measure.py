"""Measures the reading of office files: what is found, how fast, beside public readers; and what damage does to it."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Final

from bench.documents import compare, hostile, large, mutate, write
from bench.guard.tables import Part

_SAMPLES: Final = Path(__file__).parents[3] / "shared" / "samples"
_PARTS: Final = ("compare", "large", "write", "hostile", "mutate")


def options(parser: argparse.ArgumentParser) -> None:
    """Add what `./dev bench documents` can be told."""
    parser.add_argument("--folder", type=Path, default=_SAMPLES, help="HWP and HWPX files to read")
    parser.add_argument("--only", choices=_PARTS, help="measure one part only")
    parser.add_argument("--mutations", type=int, default=1000, help="how many damaged files are read")


def measure(asked: argparse.Namespace) -> str:
    """Return the tables."""
    tables: dict[str, Callable[[], list[Part]]] = {
        "compare": lambda: compare.parts(asked.folder),
        "large": large.parts,
        "write": write.parts,
        "hostile": hostile.parts,
        "mutate": lambda: mutate.parts(asked.mutations, asked.folder),
    }
    return "\n\n".join(
        part.written() for name, parts in tables.items() if asked.only in {None, name} for part in parts()
    )
