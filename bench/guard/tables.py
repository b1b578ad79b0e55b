"""Writes what was measured as Markdown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bench.guard.score import NAME, Score, Share, Tally

_TOP = 14  # sources of false alarms


@dataclass(frozen=True, slots=True)
class Part:
    """One table with its title and what must be said about it."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[object]]
    notes: Sequence[str] = field(default=())

    def written(self) -> str:
        """Return it as Markdown."""
        return "\n\n".join([f"### {self.title}", table(self.head, self.rows), *self.notes])


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table; numbers with a point have three digits behind it, large ones fewer."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def scored(score: Score) -> str:
    """Return the figures of a detector on one set: by type, in all, by variant, and its false alarms."""
    rows = [_tally(kind, score.types[kind]) for kind in sorted(score.types)]
    rows += [_tally("all without NAME", score.total(without=[NAME])), _tally("all", score.total())]
    head = ["type", "marked", "hit", "exact", "false", "neutral", "P", "R", "F1", "fully masked"]
    return "\n".join([table(head, rows), "", *_notes(score)])


def _notes(score: Score) -> Iterable[str]:
    whole = score.total()
    yield f"Fully masked {whole.masked}/{whole.marked}, leaked characters {score.leaked.value:.3f}."
    surfaces: dict[str, Share] = {}
    for (_, variant), share in score.variants.items():
        sum_of_variant = surfaces.setdefault(variant, Share())
        sum_of_variant.part += share.part
        sum_of_variant.whole += share.whole
    most = sorted(surfaces.items(), key=lambda item: -item[1].whole)
    yield "Recall by variant: " + ", ".join(f"{name} {share.part}/{share.whole}" for name, share in most) + "."
    traps = score.trap_precision()
    yield f"Traps that nothing covers: {traps.part}/{traps.whole} = {traps.value:.3f}."
    false = ", ".join(f"{kind} on {ground} {count}" for (kind, ground), count in score.false.most_common(_TOP))
    yield f"False alarms: {false or 'none'}."


def _tally(kind: str, tally: Tally) -> list[object]:
    counts = [tally.marked, tally.hit, tally.exact, tally.false, tally.neutral]
    masked = Share(tally.masked, tally.marked).value
    return [kind, *counts, tally.precision, tally.recall, tally.f1, masked]


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}" if value >= 100 else f"{value:.3f}"
    return str(value).replace("|", "\\|")
