"""Writes what was measured as Markdown."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from bench.guard.score import NAME, Score, Share, Tally

_TOP = 14  # sources of false alarms


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table; numbers with a point have three digits behind it."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def scored(score: Score, types: Iterable[str] | None = None) -> str:
    """Return the figures of a detector on one set: by type, in all, by variant, and its false alarms."""
    chosen = set(score.types if types is None else types)
    without = score.total(chosen, without=[NAME])
    rows = [_tally(kind, score.types[kind]) for kind in sorted(chosen & score.types.keys())]
    rows += [_tally("all without NAME", without), _tally("all", score.total(chosen))]
    head = ["type", "marked", "hit", "exact", "false", "neutral", "P", "R", "F1", "fully masked"]
    return "\n".join([table(head, rows), "", *_notes(score, chosen)])


def _notes(score: Score, chosen: set[str]) -> Iterable[str]:
    whole = score.total()
    yield f"Fully masked {whole.masked}/{whole.marked}, leaked characters {score.leaked.value:.3f}."
    surfaces: dict[str, Share] = defaultdict(Share)
    for (kind, variant), share in score.variants.items():
        if kind in chosen:
            surfaces[variant].part += share.part
            surfaces[variant].whole += share.whole
    most = sorted(surfaces.items(), key=lambda item: -item[1].whole)
    yield "Recall by variant: " + ", ".join(f"{name} {share.part}/{share.whole}" for name, share in most) + "."
    traps = score.trap_precision()
    yield f"Traps that nothing covers: {traps.part}/{traps.whole} = {traps.value:.3f}."
    false = ", ".join(f"{kind} on {ground} {count}" for (kind, ground), count in score.false.most_common(_TOP))
    yield f"False alarms: {false or 'none'}."


def _tally(kind: str, tally: Tally) -> list[object]:
    masked = tally.masked / tally.marked if tally.marked else 0.0
    counts = [tally.marked, tally.hit, tally.exact, tally.false, tally.neutral]
    return [kind, *counts, tally.precision, tally.recall, tally.f1, masked]


def _cell(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
