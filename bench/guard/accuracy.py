"""Measures what is found and what is found wrongly, side by side with others."""

from collections import defaultdict
from collections.abc import Sequence

from bench.guard import korean, ours, peers, sources
from bench.guard.found import Detector
from bench.guard.marked import Marked
from bench.guard.score import NAME, Score, Share, Tally, score
from bench.guard.tables import Part

OURS = "Ilson"
_PEERS = ("presidio", "rust_pii_transformer")
_TOP = 20  # kinds of traps and grounds of false alarms


def parts() -> list[Part]:
    """Return the tables for all sets, statutes and names."""
    sets = sources.sets()
    statutes = [Marked("", "", text) for text in sources.statutes()]
    if statutes:
        sets["statutes"] = statutes
    scores: dict[str, dict[str, Score]] = {name: {} for name in sets}
    notes = [] if "dev" in sets else ["../shared/guard/dev.jsonl is not there."]
    for name, some in sets.items():
        scores[name][OURS] = score(some, ours.detector(ours.guard()))
    for peer in _PEERS:
        try:
            with peers.running(peer) as running:
                for name, some in sets.items():
                    scores[name][peer] = score(some, running.detect)
        except peers.PeerFailed as error:
            notes.append(str(error))
    statute_scores = scores.pop("statutes", {})
    tables = [table for name in scores for table in _of_set(name, scores[name], notes)]
    size = sources.megabytes([one.text for one in statutes])
    return [*tables, *_statutes(statute_scores, size), _names(scores, statute_scores, size)]


def _of_set(name: str, scores: dict[str, Score], notes: list[str]) -> list[Part]:
    whole = ["detector", "P", "R", "F1", "F1 with NAME", "fully masked", "leaked characters", "trap precision"]
    return [
        Part(f"Set {name}: in all, P R F1 over the types without NAME", whole, _whole(scores)),
        Part(f"Set {name}: by type", _head(scores), _types(scores), notes),
        Part(f"Set {name}: recall by variant, types without NAME", ["variant", "marked", *scores], _variants(scores)),
        Part(
            f"Set {name}: traps that nothing covers, by kind (those that something covers)",
            ["kind", "traps", *scores],
            _traps(scores),
        ),
        Part(f"Set {name}: false alarms of {OURS}", ["type", "on", "number"], _false(scores[OURS])),
    ]


def _head(scores: dict[str, Score]) -> list[str]:
    others = [name for name in scores if name != OURS]
    return ["type", "marked", "P", "R", "F1", "exact", "false", "neutral", "fully masked", *(f"{o} F1" for o in others)]


def _types(scores: dict[str, Score]) -> list[list[object]]:
    mine = scores[OURS]
    kinds = sorted(kind for kind, tally in mine.types.items() if tally.marked)
    groups = [(kind, [kind]) for kind in kinds]
    groups += [("all without NAME", sorted({*mine.types} - {NAME})), ("all", sorted(mine.types))]
    rows: list[list[object]] = []
    for label, chosen in groups:
        tally = mine.total(chosen)
        masked = Share(tally.masked, tally.marked).value
        others = [
            one.total({*one.types} if label == "all" else chosen).f1 for name, one in scores.items() if name != OURS
        ]
        row = [label, tally.marked, tally.precision, tally.recall, tally.f1, Share(tally.exact, tally.marked).value]
        rows.append([*row, tally.false, tally.neutral, masked, *others])
    return [*rows, *_own_types(scores)]


def _own_types(scores: dict[str, Score]) -> list[list[object]]:
    """Return for each peer a row over the types that it looks for."""
    rows: list[list[object]] = []
    for peer, known in peers.KNOWN.items():
        if peer in scores:
            mine = scores[OURS].total(known)
            others = [one.total(known).f1 for name, one in scores.items() if name != OURS]
            row = [f"types of {peer}", mine.marked, mine.precision, mine.recall, mine.f1]
            masked = Share(mine.masked, mine.marked).value
            rows.append([*row, Share(mine.exact, mine.marked).value, mine.false, mine.neutral, masked, *others])
    return rows


def _whole(scores: dict[str, Score]) -> list[list[object]]:
    """Return a row for each detector: figures without names, then over everything."""
    rows: list[list[object]] = []
    for name, one in scores.items():
        structured, total = one.total(without=[NAME]), one.total()
        masked = Share(total.masked, total.marked).value
        figures = [structured.precision, structured.recall, structured.f1, total.f1]
        rows.append([name, *figures, masked, one.leaked.value, one.trap_precision().value])
    return rows


def _variants(scores: dict[str, Score]) -> list[list[object]]:
    found: dict[str, dict[str, Share]] = defaultdict(lambda: {name: Share() for name in scores})
    for name, one in scores.items():
        for (kind, variant), share in one.variants.items():
            if kind != NAME:
                found[variant][name].part += share.part
                found[variant][name].whole += share.whole
    evaded = {name: Share() for name in scores}
    for variant, shares in found.items():
        for name, share in shares.items():
            evaded[name].part += share.part * (variant != "plain")
            evaded[name].whole += share.whole * (variant != "plain")
    rows = sorted(found.items(), key=lambda item: -item[1][OURS].whole)
    return [
        [variant, shares[OURS].whole, *(share.value for share in shares.values())]
        for variant, shares in [*rows, ("all but plain", evaded)]
    ]


def _traps(scores: dict[str, Score]) -> list[list[object]]:
    kinds = {kind: share for kind, share in scores[OURS].traps.items() if share.part < share.whole}
    most = sorted(kinds, key=lambda kind: kinds[kind].part - kinds[kind].whole)[:_TOP]
    rows = [[kind, kinds[kind].whole, *(one.traps[kind].value for one in scores.values())] for kind in most]
    total = [one.trap_precision() for one in scores.values()]
    return [*rows, ["all but PUB_*", total[0].whole, *(share.value for share in total)]]


def _false(mine: Score) -> list[list[object]]:
    return [[kind, ground, count] for (kind, ground), count in mine.false.most_common(_TOP)]


def _statutes(scores: dict[str, Score], size: float) -> list[Part]:
    if not scores:
        return [Part("Statutes", ["what"], [["../shared/law is not there"]])]
    kinds = sorted({kind for one in scores.values() for kind, tally in one.types.items() if tally.false})
    rows: list[list[object]] = [
        [kind, *(one.types[kind].false / size for one in scores.values())] for kind in kinds if kind != NAME
    ]
    structured = [one.total(without=[NAME]).false / size for one in scores.values()]
    rows.append(["all without NAME", *structured])
    rows.append([NAME, *(one.types[NAME].false / size for one in scores.values())])
    return [Part(f"Statutes ({size:.2f} MB of UTF-8): false alarms per MB", ["type", *scores], rows)]


def _names(scores: dict[str, dict[str, Score]], statutes: dict[str, Score], size: float) -> Part:
    rows: list[list[object]] = []
    for name, some in scores.items():
        tally = some[OURS].types[NAME]
        rows.append([f"set {name}", tally.marked, tally.precision, tally.recall, tally.f1, ""])
    sentences = sources.last(sources.klue())
    notes = [] if sentences else ["../shared/guard/klue-ner-4000.tsv is not there."]
    if sentences:
        rows.append(_klue(sentences, ours.detector(ours.guard())))
    if statutes:
        notes.append(f"False names per MB of statutes: {statutes[OURS].types[NAME].false / size:.1f}.")
    return Part("Names", ["texts", "marked", "P", "R", "F1", "full Korean names, exact recall"], rows, notes)


def _klue(sentences: Sequence[Marked], detector: Detector) -> list[object]:
    """Return the row of news and comments: strict figures over all persons, and the recall of full Korean names."""
    wanted = {
        (one.name, span.start, span.end): one.text[span.start : span.end] for one in sentences for span in one.entities
    }
    found = {
        (one.name, place.start, place.end) for one in sentences for place in detector(one.text) if place.type == NAME
    }
    hits = wanted.keys() & found
    strict = Tally(marked=len(wanted), hit=len(hits), false=len(found - hits))
    full = {place for place, name in wanted.items() if _is_full(name)}
    told = f"{len(full & found)}/{len(full)} = {Share(len(full & found), len(full)).value:.3f}"
    return ["KLUE, last 800, strict, all persons", strict.marked, strict.precision, strict.recall, strict.f1, told]


def _is_full(name: str) -> bool:
    """Whether this is a family name and a given name in Hangul, 3 or 4 syllables."""
    surnames, long_surnames = korean.text("surnames"), tuple(korean.texts("long_surnames"))
    syllables = all("\uac00" <= one <= "\ud7a3" for one in name)
    return syllables and len(name) in {3, 4} and (name[0] in surnames or name.startswith(long_surnames))
