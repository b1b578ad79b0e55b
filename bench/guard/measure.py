"""Measures the guard: what it finds, what it hides by mistake, how fast it is, and how others do."""

import argparse
from pathlib import Path

from bench.guard import ours
from bench.guard.errors import errors
from bench.guard.marked import load
from bench.guard.score import score
from bench.guard.tables import scored


def options(parser: argparse.ArgumentParser) -> None:
    """Add what `./dev bench guard` can be told."""
    parser.add_argument("--set", type=Path, help="measure on this file only: marked text, or JSON lines with offsets")
    parser.add_argument(
        "--errors", nargs="?", const="", metavar="TYPE", help="print each miss and false alarm on --set, of TYPE or all"
    )
    parser.add_argument("--without-names", action="store_true", help="leave the search for names out")


def measure(asked: argparse.Namespace) -> str:
    """Return the tables, or the errors on one set."""
    detector = ours.detector(ours.guard(names=not asked.without_names))
    documents = load(asked.set)
    if asked.errors is not None:
        return "\n".join(errors(documents, detector, asked.errors))
    return scored(score(documents, detector))
