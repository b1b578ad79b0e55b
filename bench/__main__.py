"""`./dev bench [name]`: runs one benchmark, or all, and prints a table."""

import argparse
import sys

from bench import start

BENCHES = {"start": start.measure}


def main() -> int:
    """Run the chosen benchmarks; return 0."""
    parser = argparse.ArgumentParser(prog="./dev bench")
    parser.add_argument("name", nargs="?", choices=[*BENCHES, "all"], default="all")
    name = parser.parse_args().name
    for bench in [name] if name in BENCHES else BENCHES:
        sys.stdout.write(f"\n## {bench}\n\n{BENCHES[bench]()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
