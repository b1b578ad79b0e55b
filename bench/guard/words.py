"""Measures prohibited words: how many writings are found, and what is flagged that should not be."""

import random
from collections import defaultdict
from collections.abc import Callable, Sequence

from bench.guard import korean, ours, peers, sources
from bench.guard.evasions import evasions
from bench.guard.score import Share
from bench.guard.tables import Part

_SEED = 4
Flags = Callable[[str], bool]


def parts() -> list[Part]:
    """Return the tables; korcen stands beside ours where it can be installed."""
    own = {"17 stems": ours.flags(korean.texts("stems"), korean.texts("innocent")), "own list": ours.flags_insults()}
    try:
        with peers.running("korcen") as korcen:
            return _tables(own | {"korcen": lambda text: bool(korcen.detect(text))}, "")
    except peers.PeerFailed as error:
        return _tables(own, str(error))


def _tables(engines: dict[str, Flags], note: str) -> list[Part]:
    notes = [note] if note else []
    head = ["writing", "cases", *engines]
    recall = Part("Prohibited words: writings that are found", head, _writings(engines), notes)
    false = Part("Prohibited words: texts flagged that should not be", ["texts", "number", *engines], _false(engines))
    return [recall, false]


def _writings(engines: dict[str, Flags]) -> list[list[object]]:
    chance = random.Random(_SEED)  # noqa: S311 - repeatable, no secret
    found: dict[str, dict[str, Share]] = defaultdict(lambda: {name: Share() for name in engines})
    for stem in korean.texts("stems"):
        for writing, word in evasions(stem, chance).items():
            for frame in korean.texts("frames"):
                for name, flags in engines.items():
                    found[writing][name].count(holds=flags(frame % word))
    return [
        [writing, next(iter(shares.values())).whole, *(share.value for share in shares.values())]
        for writing, shares in found.items()
    ]


def _false(engines: dict[str, Flags]) -> list[list[object]]:
    texts: dict[str, Sequence[str]] = {
        "innocent sentences": korean.texts("friends"),
        "articles of statutes": sources.statutes(),
        "news (KLUE)": [one.text for one in sources.klue() if one.kind == korean.text("news")],
    }
    texts |= {f"documents of set {name}": [one.text for one in some] for name, some in sources.sets().items()}
    return [
        [name, len(some), *(sum(map(flags, some)) for flags in engines.values())]
        for name, some in texts.items()
        if some
    ]
