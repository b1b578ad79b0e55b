"""What the linter of official documents finds, what it finds wrongly, and how fast, beside kordoc."""

import json
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.documents.readers import ReaderFailed, install_kordoc
from ilson.documents.official.lint.lint import Linter
from ilson.documents.official.lint.mend import mend_text
from ilson.domain.official_rule import OfficialRules
from ilson.official_rules import load_official

ROOT: Final = Path(__file__).parents[2]
STATUTES: Final = ROOT.parent / "shared" / "law"
COPIES: Final = 200  # of one letter, for the speed
ROUNDS: Final = 5
LETTER: Final = ROOT / "bench" / "official" / "letter.txt"


@dataclass(frozen=True, slots=True)
class _Told:
    """The number of findings of each text, and the seconds of the processor for all."""

    found: tuple[int, ...]
    seconds: float


def measure() -> str:
    """Return the table: examples, statutes, speed; the peer is installed beside those of the documents."""
    rules = load_official([ROOT / "ilson" / "rules"])
    linter = Linter(rules)
    texts = {
        "wrong": [example for rule in rules.lint if not rule.json for example in rule.wrong],
        "right": [example for rule in rules.lint if not rule.json for example in rule.right],
        "law": [*_statutes()],
        "speed": [LETTER.read_text("utf-8") * COPIES],
    }
    ours = {name: _ours(linter, some) for name, some in texts.items()}
    peer = {name: _peer(some) for name, some in texts.items()}
    return "\n".join(("| | Ilson | kordoc 4.14.1 |", "|---|---|---|", *_rows(rules, linter, texts, ours, peer)))


def _rows(
    rules: OfficialRules,
    linter: Linter,
    texts: dict[str, list[str]],
    ours: dict[str, _Told],
    peer: dict[str, _Told | None],
) -> Iterator[str]:
    def row(name: str, key: str) -> str:
        theirs = peer[key]
        told = "–" if theirs is None else str(sum(map(bool, theirs.found)))
        return f"| {name} | {sum(map(bool, ours[key].found))} of {len(texts[key])} | {told} |"

    yield row("wrong examples with a finding", "wrong")
    yield row("right examples with a finding", "right")
    mended = [
        mend_text(wrong, linter)[0] == right
        for rule in rules.lint
        if rule.safe
        for wrong, right in zip(rule.wrong, rule.right, strict=False)
    ]
    yield f"| wrong examples mended to the right one | {sum(mended)} of {len(mended)} | – |"
    law, theirs = ours["law"], peer["law"]
    told = "–" if theirs is None else f"{sum(theirs.found)}"
    yield f"| findings of words, numbers and form in {len(texts['law'])} statutes | {sum(law.found)} | {told} (all) |"
    length = sum(map(len, texts["speed"]))
    speeds = [f"{length / one.seconds / 1_000:.0f}" if one else "–" for one in (ours["speed"], peer["speed"])]
    yield f"| thousand characters a second | {speeds[0]} | {speeds[1]} |"


def _statutes() -> Iterator[str]:
    for path in sorted(STATUTES.glob("*__*.md")):
        yield path.read_text("utf-8").split("---", 2)[2].replace("**", "").replace("#", "")


SILENT: Final = (
    *("LOAN-", "SPELL-", "DUEUM-", "DISC-", "NUM-", "AI-", "TONE-01", "MONEY-"),
    *("LAW-02", "END-", "ATT-", "ITEM-"),
)
"""Rules about words, numbers and form that a statute does not break."""


def _ours(linter: Linter, texts: Sequence[str]) -> _Told:
    statutes = len(texts) > 1 and len(texts[0]) > 1_000
    best = float("inf")
    found: tuple[int, ...] = ()
    for _ in range(ROUNDS if len(texts) == 1 else 1):
        begun = time.process_time()
        remarks = [linter.check(text, parsed=statutes, blanks=not statutes) for text in texts]
        best = min(best, time.process_time() - begun)
        found = tuple(sum(one.rule.startswith(SILENT) for one in some) if statutes else len(some) for some in remarks)
    return _Told(found, best)


def _peer(texts: Sequence[str]) -> _Told | None:
    try:
        place = install_kordoc()
    except ReaderFailed:
        return None
    command = ["node", str(Path(__file__).parent / "kordoc.mjs"), str(place)]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    return _Told(tuple(told["found"]), told["seconds"])
