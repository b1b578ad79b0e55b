"""Finds the names of persons in a text."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from pathlib import Path

from ilson.guard.name_features import PAIR, Features, Label, Place
from ilson.guard.name_foreign import Others
from ilson.guard.name_lexicon import SCALE, WEIGHTS, Lexicon, Weights

_FLAT = str.maketrans({"\t": " ", "\u00b7": "-", "\u318d": "-", "\u2027": "-", "\uff65": "-", "\u30fb": "-"})
_LEAST = 0.5
_FORMAL = (0.0, 0.6, 0.85, 0.95)  # by how much the text is written like a statute
_FORMAL_MOST = 2
_REPEATED = 3
_STRONG = 0.95
_SHORT = 0.75
_PROSE = 0.2
_SURE = 0.9
_HARDLY = 0.02
_NO_NAME = -14  # sixteenths: what the beginning of the word alone says
_ANNOUNCED = 0.97


@dataclass(frozen=True, slots=True)
class NameHit:
    """Where a person's name stands, without particle or title; offsets in characters.

    The score is a probability. The evidence is the strongest of: label, column, title, list, model, directory, again.
    """

    start: int
    end: int
    score: float
    evidence: str


@dataclass(frozen=True, slots=True)
class _Guess:
    """The likeliest length of a name at one place."""

    place: Place
    length: int
    rest: str
    score: float
    evidence: str
    formal: int
    prose: bool = False

    @property
    def name(self) -> str:
        return self.place.word[: self.length]

    @property
    def hit(self) -> NameHit:
        return NameHit(self.place.start, self.place.start + self.length, self.score, self.evidence)


@dataclass(frozen=True, slots=True)
class Names:
    """Finds names, by what training has learnt and by the agency's own people."""

    lexicon: Lexicon
    weights: Weights
    directory: frozenset[str] = frozenset()

    @classmethod
    def load(cls, folder: Path, directory: Sequence[str] = ()) -> "Names":
        """Return what finds names by the lists and weights in this folder; the directory holds names to find always."""
        people = frozenset(name.replace(" ", "") for name in directory)
        return cls(Lexicon.load(folder), Weights.load(folder / WEIGHTS), people)

    def find(self, seen: str, label: Label) -> list[NameHit]:
        """Return the names in a normalised text, in its order and without overlap.

        The label tells which type a label or a column head gives to the value that begins at a position, None if none.
        """
        flat = seen.translate(_FLAT)
        guesses = list(self._guesses(Features(self.lexicon, self.weights, flat, label)))
        hits = [guess.hit for guess in self._chosen(guesses)]
        others = Others(self.lexicon, self.weights, flat, label).find()
        hits += [NameHit(other.start, other.end, other.score, other.evidence) for other in others]
        return _without_overlap(hits)

    def _guesses(self, features: Features) -> Iterator[_Guess]:
        for place in features.places():
            listed = self._listed(place) if self.directory else None
            if listed:
                yield listed
            elif not features.known(place):
                guess = self._guess(features, place)
                if guess:
                    yield guess

    def _listed(self, place: Place) -> _Guess | None:
        for length in (4, 3, 2):
            if length <= len(place.word) and place.word[:length] in self.directory:
                rest = self.lexicon.rest(place.word[length:])
                if rest in "EPHT" and (length > PAIR or not self.lexicon.is_common(place.word)):
                    return _Guess(place, length, rest, _ANNOUNCED, "directory", 0)
        return None

    def _guess(self, features: Features, place: Place) -> _Guess | None:
        weigh = self.weights.of.get
        possible = features.possible(place)
        if not possible:
            return None
        begins = sum(map(weigh, features.beginnings(place), repeat(0)))
        if begins < _NO_NAME:
            return None
        around = features.around(place)
        shared = begins + sum(map(weigh, around.features, repeat(0)))
        best, total = (-math.inf, 0, "E"), 1.0
        for length, what, own in features.lengths(place, around, possible):
            weight = (shared + sum(map(weigh, own, repeat(0)))) / SCALE
            total += math.exp(min(weight, 50.0))
            best = max(best, (weight, length, what))
        weight, length, what = best
        score = math.exp(min(weight, 50.0)) / total
        evidence = around.evidence(what)
        prose = _PROSE <= score < _LEAST and features.prose(place)
        return _Guess(place, length, what, score, evidence, around.formal, prose)

    def _chosen(self, guesses: list[_Guess]) -> Iterator[_Guess]:
        weak = _weak(guesses)
        sure = {
            guess.name
            for guess in guesses
            if guess.score >= _SURE and guess.formal < _FORMAL_MOST and guess.length > PAIR
        } - weak
        for guess in guesses:
            if guess.evidence == "directory" or (guess.score >= _least(guess) and guess.name not in weak):
                yield guess
            else:
                again = self._again(guess, sure)
                if again:
                    yield again

    def _again(self, guess: _Guess, sure: set[str]) -> _Guess | None:
        for length in (4, 3):
            if length <= len(guess.place.word) and guess.place.word[:length] in sure:
                rest = self.lexicon.rest(guess.place.word[length:])
                if rest in "EPHT":
                    return replace(guess, length=length, rest=rest, score=max(guess.score, _SURE), evidence="again")
        return None


def _weak(guesses: list[_Guess]) -> set[str]:
    """Return the words that stand often in the text, and surely as a name nowhere, or at few of the places."""
    scores = defaultdict(list)
    for guess in guesses:
        scores[guess.name].append(_ANNOUNCED if guess.evidence == "directory" else guess.score)
    often = {name: some for name, some in scores.items() if len(some) >= _REPEATED}
    return {
        name
        for name, some in often.items()
        if max(some) < _STRONG or 2 * sum(score < _HARDLY for score in some) > len(some)
    }


def _least(guess: _Guess) -> float:
    least = max(_PROSE if guess.prose and not guess.formal else _LEAST, _FORMAL[guess.formal])
    return max(least, _SHORT) if guess.length == PAIR and guess.evidence == "model" else least


def _without_overlap(hits: list[NameHit]) -> list[NameHit]:
    kept: list[NameHit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, hit.start - hit.end, -hit.score)):
        if kept and hit.start < kept[-1].end:
            if hit.end - hit.start > kept[-1].end - kept[-1].start:
                kept[-1] = hit
            continue
        kept.append(hit)
    return kept
