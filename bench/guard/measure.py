"""Measures the guard: what it finds, what it hides by mistake, how fast it is, and how others do."""

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from bench.guard import accuracy, ours, speed, streams, words
from bench.guard.errors import errors
from bench.guard.marked import load
from bench.guard.score import score
from bench.guard.tables import Part, scored

_PARTS = ("accuracy", "words", "speed", "streams")


def options(parser: argparse.ArgumentParser) -> None:
    """Add what `./dev bench guard` can be told."""
    parser.add_argument("--set", type=Path, help="measure on this file only: marked text, or JSON lines with offsets")
    parser.add_argument(
        "--errors", nargs="?", const="", metavar="TYPE", help="print each miss and false alarm on --set, of TYPE or all"
    )
    parser.add_argument("--without-names", action="store_true", help="on --set: leave the search for names out")
    parser.add_argument("--only", choices=_PARTS, help="measure one part only")
    parser.add_argument("--chunkings", type=int, default=2000, help="how many random ways to cut an answer are tried")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all tables to this file too")


def measure(asked: argparse.Namespace) -> str:
    """Return the tables, or the errors on one set."""
    if asked.set is not None:
        return _one_set(asked)
    tables: dict[str, Callable[[], list[Part]]] = {
        "accuracy": accuracy.parts,
        "words": words.parts,
        "speed": speed.parts,
        "streams": lambda: streams.parts(asked.chunkings),
    }
    measured = [part for name, parts in tables.items() if asked.only in {None, name} for part in parts()]
    if asked.json is not None:
        asked.json.write_text(json.dumps([asdict(part) for part in measured], ensure_ascii=False, indent=1), "utf-8")
    return "\n\n".join(part.written() for part in measured)


def _one_set(asked: argparse.Namespace) -> str:
    detector = ours.detector(ours.guard(names=not asked.without_names))
    documents = load(asked.set)
    if asked.errors is not None:
        return "\n".join(errors(documents, detector, asked.errors))
    return scored(score(documents, detector))
