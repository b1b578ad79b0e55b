"""Ranks the sentences of a document and chooses those that say most with the least repetition."""

import math
from collections import Counter
from collections.abc import Sequence

from ilson.engines.models.builtin.gather import Unit
from ilson.engines.models.builtin.lexicon import Lexicon
from ilson.engines.models.builtin.words import Terms

CANDIDATES = 120  # sentences that are compared with each other; the best by their own words
_DAMPING = 0.85
_ROUNDS = 20
_ALIKE = 0.08  # cosine; below it two sentences are no neighbours
_PAIR_WEIGHT = 0.4  # a pair of syllables counts less than a stem
_REPETITION = 0.75  # how much likeness to what is chosen already costs
_SAME_HEADING = 0.1  # what each further sentence under the same heading costs

_SHORT, _GOOD_LENGTH, _LONG, _TOO_LONG = 12, 20, 220, 400  # characters
_CUES = {
    "deadline_cue": 0.2,
    "date_cue": 0.25,
    "amount_cue": 0.2,
    "must_cue": 0.25,
    "fact_label": 0.6,
    "duty_cue": 0.05,
}
_DOUBTS = {
    "lead_in": 0.5,
    "scope_clause": 0.6,
    "weak_cue": 0.75,
    "enclosure": 0.25,
    "delegation": 0.4,
    "cross_reference": 0.8,
}
_SECTIONS = {"addenda": 0.25, "purpose_section": 1.5, "key_section": 1.2}

Vector = dict[str, float]


def choose(units: Sequence[Unit], title: str, wish: str, count: int, lexicon: Lexicon) -> list[int]:
    """Return the indexes of at most `count` sentences, in document order.

    A sentence is good if its words are those of the whole document, if the good sentences resemble it, if it stands
    early, near to its heading and the title, and if it names dates, amounts or duties. `wish` are words that the
    official cares for. Repetition costs.

    Source: D. Radev et al., Centroid-based summarization of multiple documents, IPM 40 (2004);
    G. Erkan, D. Radev, LexRank, JAIR 22 (2004); J. Carbonell, J. Goldstein, The use of MMR, SIGIR 1998.
    """
    terms = Terms(lexicon)
    bags = [Counter(terms.of(unit.text)) for unit in units]
    weights = _weights(bags)
    own = _own_scores(units, bags, weights, lexicon)
    _favour(own, bags, units, terms, title, wish)
    best = sorted(range(len(units)), key=lambda index: -own[index])[:CANDIDATES]
    vectors = [_vector(bags[index], weights) for index in best]
    alike = _likeness(vectors)
    central = _lexrank(alike)
    scores = [own[index] * (0.55 + 0.45 * central[place]) for place, index in enumerate(best)]
    return sorted(best[place] for place in _diverse(scores, alike, [units[index].heading for index in best], count))


def _weights(bags: Sequence[Counter[str]]) -> Vector:
    spread: Counter[str] = Counter()
    for bag in bags:
        spread.update(bag.keys())
    total = len(bags) + 1
    return {
        term: math.log(total / (0.5 + count)) * (_PAIR_WEIGHT if term.startswith("+") else 1.0)
        for term, count in spread.items()
    }


def _own_scores(units: Sequence[Unit], bags: Sequence[Counter[str]], weights: Vector, lexicon: Lexicon) -> list[float]:
    centre: Counter[str] = Counter()
    for bag in bags:
        centre.update(bag)
    heavy = {term: weights[term] * math.log1p(count) for term, count in centre.items() if count > 1}
    topical = [sum(heavy.get(term, 0.0) for term in bag) / (8 + sum(weights[term] for term in bag)) for bag in bags]
    top = max(topical, default=0.0) or 1.0
    return [
        (0.35 + 0.65 * score / top)
        * _shape(unit, lexicon)
        * (1 + _cues(unit, lexicon))
        * _place(index, unit, len(units))
        for index, (unit, score) in enumerate(zip(units, topical, strict=True))
    ]


def _shape(unit: Unit, lexicon: Lexicon) -> float:
    length = len(unit.text)
    fit = min(1.0, max(0.15, (length - _SHORT / 2) / (_GOOD_LENGTH - _SHORT / 2)))
    if length > _LONG:
        fit *= max(0.4, 1 - (length - _LONG) / (2 * _TOO_LONG))
    if not lexicon.says("finished", unit.text) and not unit.marked:
        fit *= 0.8
    for name, factor in _DOUBTS.items():
        if lexicon.says(name, unit.text):
            fit *= factor
    return fit


def _cues(unit: Unit, lexicon: Lexicon) -> float:
    return sum(gain for name, gain in _CUES.items() if lexicon.says(name, unit.text))


def _place(index: int, unit: Unit, total: int) -> float:
    early = 0.35 * math.exp(-4 * index / total) + (0.15 if index == 0 else 0.0)
    return 1 + early + (0.15 if unit.first else 0.0)


def _favour(
    scores: list[float], bags: Sequence[Counter[str]], units: Sequence[Unit], terms: Terms, title: str, wish: str
) -> None:
    named = frozenset(terms.of(title))
    wished = frozenset(terms.of(wish)) & set().union(*bags)
    headings = {unit.heading: frozenset(terms.of(unit.heading)) for unit in units}
    lexicon = terms.lexicon
    for index, (bag, unit) in enumerate(zip(bags, units, strict=True)):
        near = headings[unit.heading]
        scores[index] *= 1 + 0.3 * _share(named, bag) + 0.3 * _share(near, bag) + 8.0 * _share(wished, bag)
        if wished:
            scores[index] *= 1 + 2.0 * len(wished & near) / len(wished)
        scores[index] *= next((gain for name, gain in _SECTIONS.items() if lexicon.says(name, unit.heading)), 1.0)


def _share(wanted: frozenset[str], bag: Counter[str]) -> float:
    return sum(term in bag for term in wanted) / len(wanted) if wanted else 0.0


def _vector(bag: Counter[str], weights: Vector) -> Vector:
    raw = {term: count * weights[term] for term, count in bag.items()}
    length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
    return {term: value / length for term, value in raw.items()}


def _likeness(vectors: Sequence[Vector]) -> list[dict[int, float]]:
    """Return for each vector its cosine with every vector that shares a term with it."""
    holders: dict[str, list[tuple[int, float]]] = {}
    for index, vector in enumerate(vectors):
        for term, value in vector.items():
            holders.setdefault(term, []).append((index, value))
    alike: list[dict[int, float]] = [{} for _ in vectors]
    for index, vector in enumerate(vectors):
        row = alike[index]
        for term, value in vector.items():
            for other, weight in holders[term]:
                row[other] = row.get(other, 0.0) + value * weight
        row.pop(index, None)
    return alike


def _lexrank(alike: Sequence[dict[int, float]]) -> list[float]:
    """Return how central each sentence is, 0 to 1."""
    links = [{other: value for other, value in row.items() if value >= _ALIKE} for row in alike]
    out = [sum(row.values()) or 1.0 for row in links]
    rank = [1.0] * len(links)
    for _ in range(_ROUNDS):
        rank = [
            (1 - _DAMPING) + _DAMPING * sum(rank[other] * value / out[other] for other, value in row.items())
            for row in links
        ]
    top = max(rank, default=1.0)
    return [value / top for value in rank]


def _diverse(
    scores: Sequence[float], alike: Sequence[dict[int, float]], headings: Sequence[str], count: int
) -> list[int]:
    chosen: list[int] = []
    left = set(range(len(scores)))
    nearest = [0.0] * len(scores)
    under: Counter[str] = Counter()
    while left and len(chosen) < count:
        best = max(
            left,
            key=lambda place: (
                scores[place] * (1 - _REPETITION * nearest[place]) / (1 + _SAME_HEADING * under[headings[place]]),
                -place,
            ),
        )
        left.remove(best)
        chosen.append(best)
        under[headings[best]] += 1
        for other, value in alike[best].items():
            nearest[other] = max(nearest[other], value)
    return chosen
