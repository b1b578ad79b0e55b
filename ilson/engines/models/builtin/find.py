"""Finds the passages that answer a question, or none."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ilson.engines.models.builtin.lexicon import Lexicon
from ilson.engines.models.builtin.passages import Passage
from ilson.engines.models.builtin.question import Asked, Subject
from ilson.engines.models.builtin.words import Terms, bigrams

MOST = 4  # passages
ENOUGH = 0.55  # share of the question's words, by weight, that a passage and its surroundings must cover
CLOSE = 0.6  # of the best score; a passage below it is not quoted beside the best

_LOOKED_AT = 1_000  # characters of a passage in which a sign is looked for
_K1, _B = 1.2, 0.5
_PAIR_WEIGHT = 0.3  # of a pair of syllables, in the score
_NEAR_WEIGHT = 0.4  # of a word that stands near the wanted kind of answer
_HEADING, _TITLE = 0.8, 0.6  # how much a word there counts, against one in the passage
_SYNONYM = 0.75
_COMPOUND = 0.8  # for a compound whose two words stand apart
_ROOT = 0.6  # for a word whose root only is there
_PAIRS_ENOUGH = 0.6  # share of a compound's pairs of syllables that must be there
_SPLIT_WORD = 3  # syllables; a shorter word must stand in one piece
_NO_SIGN = 0.6  # for a passage without the wanted sign (a date for "when")
_NO_UNIT = 0.6  # for a passage that counts nothing of the wanted kind
_NO_SIGN_SOFT = 0.85
_COMMON = 0.15  # the least that a word counts
_LIGHT, _LIGHT_UNKNOWN = 0.3, 0.1  # for a word that only asks
_UNKNOWN = 1.5  # how much more a word counts that the document does not have at all


@dataclass(frozen=True, slots=True)
class _Text:
    passage: Passage
    own: str
    heading: str
    title: str


def find(asked: Asked, passages: Sequence[Passage], lexicon: Lexicon) -> list[Passage]:
    """Return up to `MOST` passages that answer, best first; none if the words of the question are not there.

    A question that names nothing is answered by the lines whose label says what it asks for.

    Source: S. Robertson, H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, FTIR 3 (2009).
    """
    if asked.bare and not asked.leaning:
        return _labelled(asked, passages) or _worded(asked, passages, lexicon)
    found = _worded(asked, passages, lexicon)
    return _labelled(asked, passages) if asked.bare and not found else found


def _labelled(asked: Asked, passages: Sequence[Passage]) -> list[Passage]:
    """Return the lines that begin with a label of the wanted kind, or stand under one, and show what it promises."""
    return _distinct(
        [
            passage
            for passage in passages
            if any(
                wanted.shows.search(passage.shown[:_LOOKED_AT])
                and (
                    wanted.label.search(passage.shown[:_LOOKED_AT])
                    or wanted.label.search(f"{passage.heading[:_LOOKED_AT]}:")
                )
                for wanted in asked.wanted
            )
        ]
    )


def _worded(asked: Asked, passages: Sequence[Passage], lexicon: Lexicon) -> list[Passage]:
    if not asked.subjects:
        return []
    texts = [
        _Text(passage, passage.shown.lower(), passage.heading.lower(), passage.title.lower()) for passage in passages
    ]
    weights = [subject.weight * _rarity(subject, texts) for subject in asked.subjects]
    relevance = _bm25(asked, passages, lexicon)
    scored: list[tuple[float, int]] = []
    for index, text in enumerate(texts):
        covered = _coverage(asked, weights, text) * _sign(asked, text)
        if covered >= ENOUGH and relevance[index] > 0:
            scored.append((relevance[index] * covered * covered, index))
    scored.sort(key=lambda entry: (-entry[0], entry[1]))
    return _distinct([passages[index] for score, index in scored if score >= CLOSE * scored[0][0]])


def _distinct(found: list[Passage]) -> list[Passage]:
    kept: list[Passage] = []
    for passage in found:
        if not any(passage.quote in other.shown or other.quote in passage.shown for other in kept):
            kept.append(passage)
    return kept[:MOST]


def _rarity(subject: Subject, texts: Sequence[_Text]) -> float:
    """Return how much the word tells: little if it stands everywhere, most if the document does not have it."""
    count = sum(_presence(subject, text.own) > 0 for text in texts)
    anywhere = count or any(_presence(subject, text.heading) + _presence(subject, text.title) for text in texts)
    rarity = math.log(1 + (len(texts) - count + 0.5) / (count + 0.5)) / math.log(2 + 2 * len(texts))
    if subject.light:
        return _LIGHT if anywhere else _LIGHT_UNKNOWN
    return max(rarity, _COMMON) if anywhere else _UNKNOWN


def _coverage(asked: Asked, weights: Sequence[float], text: _Text) -> float:
    """Return the share of the question's words, by weight, that the passage and what stands above it cover."""
    covered = 0.0
    own = False
    headed = True
    for subject, weight in zip(asked.subjects, weights, strict=True):
        here = _presence(subject, text.own)
        above = _presence(subject, text.heading)
        own = own or here > 0
        headed = headed and (above > 0 or subject.light)
        covered += weight * max(here, _HEADING * above, _TITLE * _presence(subject, text.title))
    return covered / sum(weights) if own or headed or _near(asked, text) else 0.0


def _presence(subject: Subject, text: str) -> float:
    """Return 0 to 1: 1 if a form of the word stands in the text."""
    if any(form in text for form in subject.forms):
        return 1.0
    if any(word in text for word in subject.synonyms):
        return _SYNONYM
    if subject.root and subject.root in text:
        return _ROOT
    if any(_has(first, text) and _has(second, text) for first, second in subject.halves):
        return _COMPOUND
    stem = subject.forms[-1]
    if len(stem) < _SPLIT_WORD:
        return 0.0
    pairs = list(bigrams(stem))
    share = sum(pair in text for pair in pairs) / len(pairs)
    return share if share >= _PAIRS_ENOUGH else 0.0


def _has(words: frozenset[str], text: str) -> bool:
    return any(word in text for word in words)


def _near(asked: Asked, text: _Text) -> bool:
    return any(word in text.own for wanted in asked.wanted for word in wanted.near)


def _sign(asked: Asked, text: _Text) -> float:
    """Return 1 if the passage has the sign of the wanted kind of answer, less if it has not."""
    shown = text.passage.shown[:_LOOKED_AT]
    if asked.unit and not asked.unit.search(shown):
        return _NO_UNIT
    if not asked.wanted or any(wanted.shows.search(shown) for wanted in asked.wanted):
        return 1.0
    return _NO_SIGN if asked.strict else _NO_SIGN_SOFT


def _bm25(asked: Asked, passages: Sequence[Passage], lexicon: Lexicon) -> list[float]:
    query = _query(asked)
    terms = Terms(lexicon)
    bags = [Counter(terms.of(f"{passage.shown}\n{passage.heading}\n{passage.title}")) for passage in passages]
    lengths = [sum(bag.values()) for bag in bags]
    average = sum(lengths) / len(lengths) if lengths else 1.0
    spread = {term: sum(term in bag for bag in bags) for term in query}
    scores: list[float] = []
    for bag, length in zip(bags, lengths, strict=True):
        score = 0.0
        for term, weight in query.items():
            count = bag.get(term, 0)
            if count:
                rarity = math.log(1 + (len(bags) - spread[term] + 0.5) / (spread[term] + 0.5))
                score += weight * rarity * count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * length / (average or 1.0)))
        scores.append(score)
    return scores


def _query(asked: Asked) -> dict[str, float]:
    """Return the terms to look for, each with the highest weight that it has from any word of the question."""
    query: dict[str, float] = {}
    for wanted in asked.wanted:
        _raise(query, wanted.near, _NEAR_WEIGHT)
    for subject in asked.subjects:
        _raise(query, subject.forms, subject.weight)
        _raise(query, subject.synonyms, _SYNONYM * _NEAR_WEIGHT * subject.weight)
        for first, second in subject.halves:
            _raise(query, first | second, _SYNONYM * _NEAR_WEIGHT * subject.weight)
        for pair in bigrams(subject.forms[-1]):
            _raise(query, (pair, "+" + pair), _PAIR_WEIGHT * subject.weight)
    return query


def _raise(query: dict[str, float], terms: Iterable[str], weight: float) -> None:
    for term in terms:
        query[term] = max(query.get(term, 0.0), weight)
