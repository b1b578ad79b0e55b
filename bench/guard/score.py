"""Compares what a detector found with what is marked."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bench.guard.found import Detector, Found
from bench.guard.marked import Marked, Span

NAME = "NAME"
_PUBLIC = {"PUB_tel": "PHONE", "PUB_email": "EMAIL", "PUB_brn": "BRN", "PUB_addr": "ADDR"}
_DATE = "date"
_TEXT = "text"


@dataclass(slots=True)
class Tally:
    """The counts of one type."""

    marked: int = 0
    hit: int = 0
    exact: int = 0
    masked: int = 0  # every character of it is covered, by whatever type
    false: int = 0
    neutral: int = 0  # public contact data, a plain date read as a day of birth

    @property
    def precision(self) -> float:
        """Hits among the findings that count, 0 to 1; 0 where nothing was found."""
        return _share(self.hit, self.hit + self.false)

    @property
    def recall(self) -> float:
        """Hits among what is marked, 0 to 1."""
        return _share(self.hit, self.marked)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        return _share(2 * self.precision * self.recall, self.precision + self.recall)

    def add(self, other: "Tally") -> None:
        """Add the counts of another type."""
        self.marked += other.marked
        self.hit += other.hit
        self.exact += other.exact
        self.masked += other.masked
        self.false += other.false
        self.neutral += other.neutral


@dataclass(slots=True)
class Share:
    """How many of how many."""

    part: int = 0
    whole: int = 0

    def count(self, *, holds: bool) -> None:
        """Count one more, and whether it belongs to the part."""
        self.part += holds
        self.whole += 1

    @property
    def value(self) -> float:
        """From 0 to 1; 0 of nothing is 0."""
        return _share(self.part, self.whole)


@dataclass(slots=True)
class Score:
    """How a detector did on a set."""

    types: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    variants: dict[tuple[str, str], Share] = field(default_factory=lambda: defaultdict(Share))  # (type, variant)
    traps: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))  # kind → how many nothing covers
    false: Counter[tuple[str, str]] = field(default_factory=Counter)  # (type, what the finding stands on)
    leaked: Share = field(default_factory=Share)  # characters of marked values that nothing covers

    def total(self, types: Iterable[str] | None = None, without: Iterable[str] = ()) -> Tally:
        """Return the sum over these types, or over all."""
        chosen = set(self.types if types is None else types) - set(without)
        whole = Tally()
        for kind in chosen & self.types.keys():
            whole.add(self.types[kind])
        return whole

    def trap_precision(self) -> Share:
        """Return how many traps nothing covers; public contact data are no traps."""
        kept = [share for kind, share in self.traps.items() if not kind.startswith("PUB_")]
        return Share(sum(share.part for share in kept), sum(share.whole for share in kept))


@dataclass(frozen=True, slots=True)
class Judged:
    """A document with what was hit, missed and wrongly found in it."""

    hits: tuple[tuple[Span, Found], ...]
    missed: tuple[Span, ...]
    false: tuple[tuple[Found, str], ...]  # with what it stands on: a kind of trap, `on:TYPE`, or `text`
    neutral: tuple[Found, ...]


def judge(document: Marked, found: Sequence[Found]) -> Judged:
    """Return how the findings fit the marks.

    A span is hit by a finding of its type over at least half of it that is not much longer (2.2 times and 4
    characters). Another piece of a span is no finding of its own; neither is public contact data of its type.
    """
    hits: list[tuple[Span, Found]] = []
    missed: list[Span] = []
    for entity in document.entities:
        fitting = [one for one in found if _fits(one, entity)]
        if fitting:
            hits.append((entity, max(fitting, key=lambda one: _overlap(one, entity))))
        else:
            missed.append(entity)
    used = {id(one) for _, one in hits}
    left = [one for one in found if id(one) not in used and not _piece(one, document)]
    ground = [(one, _ground(one, document)) for one in left]
    return Judged(
        hits=tuple(hits),
        missed=tuple(missed),
        false=tuple((one, under) for one, under in ground if not _neutral(one, under)),
        neutral=tuple(one for one, under in ground if _neutral(one, under)),
    )


def score(documents: Sequence[Marked], detector: Detector) -> Score:
    """Return how the detector does on these documents."""
    whole = Score()
    for document in documents:
        found = detector(document.text)
        _count(whole, document, found, judge(document, found))
    return whole


def _count(whole: Score, document: Marked, found: Sequence[Found], judged: Judged) -> None:
    covered = bytearray(len(document.text))
    for one in found:
        covered[one.start : one.end] = b"\1" * (one.end - one.start)
    for entity in document.entities:
        hidden = sum(covered[entity.start : entity.end])
        length = entity.end - entity.start
        whole.leaked.part += length - hidden
        whole.leaked.whole += length
        whole.types[entity.type].marked += 1
        whole.types[entity.type].masked += hidden == length
    for entity, one in judged.hits:
        whole.types[entity.type].hit += 1
        whole.types[entity.type].exact += (one.start, one.end) == (entity.start, entity.end)
        whole.variants[entity.type, entity.variant].count(holds=True)
    for entity in judged.missed:
        whole.variants[entity.type, entity.variant].count(holds=False)
    for one, ground in judged.false:
        whole.types[one.type].false += 1
        whole.false[one.type, ground] += 1
    for one in judged.neutral:
        whole.types[one.type].neutral += 1
    for trap in document.traps:
        whole.traps[trap.type].count(holds=not any(one.hides and _overlap(one, trap) > 0 for one in found))


def _fits(one: Found, entity: Span) -> bool:
    length = entity.end - entity.start
    return one.type == entity.type and 2 * _overlap(one, entity) >= length and one.end - one.start <= 2.2 * length + 4


def _overlap(one: Found, place: Span) -> int:
    return min(one.end, place.end) - max(one.start, place.start)


def _piece(one: Found, document: Marked) -> bool:
    return any(entity.type == one.type and _overlap(one, entity) > 0 for entity in document.entities)


def _ground(one: Found, document: Marked) -> str:
    traps = (trap.type for trap in document.traps if _overlap(one, trap) > 0)
    entities = (f"on:{entity.type}" for entity in document.entities if _overlap(one, entity) > 0)
    return next(traps, None) or next(entities, _TEXT)


def _neutral(one: Found, ground: str) -> bool:
    return _PUBLIC.get(ground) == one.type or (one.type == "DOB" and ground.startswith(_DATE))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
