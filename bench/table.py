"""Writes figures as a Markdown table, with the median and the range of each."""

from collections.abc import Mapping, Sequence
from statistics import median


def table(figures: Mapping[str, Sequence[float]], unit: Mapping[str, str]) -> str:
    """Return one row for each figure: median, smallest, largest, unit, number of rounds."""
    rows = ["| figure | median | min | max | unit | rounds |", "|---|---|---|---|---|---|"]
    for name, values in figures.items():
        rows.append(
            f"| {name} | {median(values):.4g} | {min(values):.4g} | {max(values):.4g} | {unit[name]} | {len(values)} |"
        )
    return "\n".join(rows)
