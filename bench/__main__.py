"""`./dev bench [name]`: runs one benchmark, or all, and prints a table."""

import argparse
import sys
from collections.abc import Callable

from bench import start
from bench.documents import measure as documents
from bench.guard import measure as guard
from bench.official import measure as official


def main() -> int:
    """Run the chosen benchmarks; return 0."""
    parser = argparse.ArgumentParser(prog="./dev bench")
    names = parser.add_subparsers(dest="name")
    names.add_parser("all", help="all of them (what runs without a name)")
    names.add_parser("start", help=start.__doc__)
    guard.options(names.add_parser("guard", help=guard.__doc__))
    documents.options(names.add_parser("documents", help=documents.__doc__))
    names.add_parser("official", help=official.__doc__)
    asked = parser.parse_args()
    on_guard = asked if asked.name == "guard" else parser.parse_args(["guard"])
    on_documents = asked if asked.name == "documents" else parser.parse_args(["documents"])
    benches: dict[str, Callable[[], str]] = {
        "start": start.measure,
        "guard": lambda: guard.measure(on_guard),
        "documents": lambda: documents.measure(on_documents),
        "official": official.measure,
    }
    for bench in [asked.name] if asked.name in benches else benches:
        sys.stdout.write(f"\n## {bench}\n\n{benches[bench]()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
