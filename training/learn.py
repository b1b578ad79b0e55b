"""Learns the weights: counts syllables and common words, then fits a softmax over the lengths that a name may have."""

import json
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ilson.guard.name_features import LENGTHS, Features
from ilson.guard.name_lexicon import SCALE, Lexicon, Weights
from training.labelled import labeller
from training.read import Text

_FLAT = str.maketrans({"\t": " ", "·": "-", "ㆍ": "-"})
_RATE = 0.07
_EPOCHS = 8
_AVERAGED = 3
_DECAY = 1e-6
_LIMIT = 127
_OFTEN = 3


@dataclass(slots=True)
class Instance:
    """A place: features shared by all lengths, each length with its own, the right one (0: none)."""

    shared: list[int]
    options: list[tuple[int, list[int]]]
    right: int
    easy: bool = False


def syllables(names: Iterable[str], texts: Sequence[Text], lexicon: Lexicon) -> tuple[dict[str, int], dict[str, int]]:
    """Return how much the first and the last syllable belong to given names, in sixteenths of a natural logarithm."""
    first, last = Counter[str](), Counter[str]()
    other_first, other_last = Counter[str](), Counter[str]()
    for name in names:
        given = name[2:] if name[:2] in lexicon.doubles else name[1:]
        last[given[-1:]] += 1
        if len(given) > 1:
            first[given[0]] += 1
    for text in texts:
        for place in Features(lexicon, Weights({}, {}, {}, {}), text.text, _unlabelled).places():
            if not any(start <= place.start < end for start, end in text.names) and len(place.word) > _OFTEN:
                other_first[place.word[1]] += 1
                other_last[place.word[2]] += 1
    return _odds(first, other_first), _odds(last, other_last)


def foreign(names: Iterable[str], texts: Iterable[str]) -> dict[str, int]:
    """Return how much each syllable belongs to foreign names rather than to Korean words."""
    ours, others = Counter[str](), Counter[str]()
    for name in names:
        ours.update(set(re.findall("[가-힣]", name)))
    for text in texts:
        others.update(re.findall("[가-힣]", text))
    size, of = sum(ours.values()), sum(others.values())
    odds = {}
    for syllable in {*ours, *others}:
        share = (ours[syllable] + 0.2) / (size + 200) / ((others[syllable] + 5) / (of + 5000))
        odds[syllable] = max(-3 * SCALE, min(3 * SCALE, round(SCALE * math.log(share))))
    return odds


def _unlabelled(_: int) -> None:
    return None


def _odds(one: Counter[str], other: Counter[str]) -> dict[str, int]:
    ones, others = sum(one.values()), sum(other.values())
    odds = {}
    for syllable in {*one, *other}:
        share = (one[syllable] + 0.3) / (ones + 100) / ((other[syllable] + 3) / (others + 1000))
        odds[syllable] = max(-3 * SCALE, min(3 * SCALE, round(SCALE * math.log(share))))
    return odds


def common(texts: Iterable[Text], lexicon: Lexicon, more: Iterable[str]) -> set[str]:
    """Return words that begin with a surname, stand often in texts and are never a name there."""
    seen, named = Counter[str](), set()
    for text in texts:
        starts = {start for start, _ in text.names}
        for place in Features(lexicon, Weights({}, {}, {}, {}), text.text, _unlabelled).places():
            if place.start in starts:
                named.add(place.word)
            else:
                seen[place.word] += 1
    often = {word for word, times in seen.items() if times > 2 + 1 and word not in named}
    return often | set(more)


def runs(texts: Iterable[Text], lexicon: Lexicon) -> list[str]:
    """Return words of texts that begin with a surname and are no names, in order of the alphabet."""
    found = set()
    for text in texts:
        for place in Features(lexicon, Weights({}, {}, {}, {}), text.text, _unlabelled).places():
            if not any(start < place.end and place.start < end for start, end in text.names):
                found.add(place.word)
    return sorted(found)


def strange(texts: Iterable[Text], weights: Weights) -> set[str]:
    """Return words that sound foreign, stand often in texts and are never a name there."""
    seen, named = Counter[str](), set()
    for text in texts:
        seen.update(re.findall("[가-힣]{2,}", text.text))
        named |= {word for start, end in text.names for word in text.text[start:end].split()}
    return {word for word, times in seen.items() if times > 3 and weights.abroad(word) > 0 and word not in named}


class Learner:
    """Collects places from texts and fits weights to them."""

    def __init__(self, lexicon: Lexicon, weights: Weights, seed: int) -> None:
        self._lexicon = lexicon
        self._weights = weights
        self._random = random.Random(seed)
        self._numbers: dict[str, int] = {}
        self._instances: list[Instance] = []
        self._named: set[str] = set()
        self._people: set[str] = set()

    def add(self, text: Text, *, labelled: float) -> None:
        """Take the places of a text; its labels are seen with this probability."""
        flat = text.text.translate(_FLAT)
        label: Callable[[int], str | None] = labeller(text.text) if self._random.random() < labelled else _unlabelled
        features = Features(self._lexicon, self._weights, flat, label)
        self._people.update(text.text[start:end] for start, end in text.names if end - start > 2)
        sizes = {start: end - start for start, end in text.names}
        for place in features.places():
            right = sizes.get(place.start, 0)
            inside = any(start < place.start < end for start, end in text.names) if not right else False
            if right > max(LENGTHS) or " " in flat[place.start : place.start + right] or inside:
                continue
            right = 0 if right < min(LENGTHS) else right
            if not right and features.known(place):
                continue
            possible = features.possible(place)
            if not possible:
                continue
            around = features.around(place)
            shared = [self._number(one) for one in around.features]
            shared += [self._number(one) for one in features.beginnings(place)]
            options = [
                (length, [self._number(one) for one in own])
                for length, _, own in features.lengths(place, around, possible)
            ]
            if right:
                self._named.update(features.beginnings(place))
                self._named.add("W" + place.word[:right])
            if not right or any(length == right for length, _ in options):
                self._instances.append(Instance(shared, options, right))

    def _number(self, feature: str) -> int:
        return self._numbers.setdefault(feature, len(self._numbers))

    def fit(self) -> dict[str, int]:
        """Return the weights.

        Source: Duchi, Hazan, Singer, Adaptive Subgradient Methods (2011), on a softmax loss.
        """
        self._drop_rare()
        values = [0.0] * len(self._numbers)
        sums = [0.0] * len(self._numbers)
        squares = [1e-3] * len(self._numbers)
        for epoch in range(_EPOCHS):
            self._random.shuffle(self._instances)
            loss = 0.0
            for one in self._instances:
                if not one.easy or epoch >= _EPOCHS - _AVERAGED:
                    loss += _step(one, values, squares, _RATE)
            print(f"epoch {epoch}: loss {loss / len(self._instances):.4f}, places {len(self._instances)}", flush=True)
            if epoch >= _EPOCHS - _AVERAGED:
                sums = [one + other for one, other in zip(sums, values, strict=True)]
        return self._kept([one / _AVERAGED for one in sums])

    def _drop_rare(self) -> None:
        times = Counter[int]()
        for one in self._instances:
            times.update(one.shared)
            times.update(number for _, own in one.options for number in own)
        names = {number: feature for feature, number in self._numbers.items()}
        bad = {
            number
            for number, feature in names.items()
            if times[number] < _OFTEN
            or (feature[0] in "Ww" and feature.replace("w", "W", 1) in self._named)
            or (feature[0] == "w" and feature in self._named)
        }
        for one in self._instances:
            one.shared = [number for number in one.shared if number not in bad]
            one.options = [(length, [number for number in own if number not in bad]) for length, own in one.options]

    def _kept(self, values: list[float]) -> dict[str, int]:
        kept = {}
        for feature, number in self._numbers.items():
            weight = max(-_LIMIT, min(_LIMIT, round(values[number] * SCALE)))
            somebody = feature[2:] in self._people or feature[1:] in self._people
            if abs(weight) > 1 and not somebody and not (feature[0] in "Ww" and weight > 0):
                kept[feature] = weight
        return kept


def _step(one: Instance, values: list[float], squares: list[float], rate: float) -> float:
    shared = sum([values[number] for number in one.shared])
    scores = [shared + sum([values[number] for number in own]) for _, own in one.options]
    highest = max(0.0, *scores)
    powers = [math.exp(score - highest) for score in scores]
    none = math.exp(-highest)
    total = none + sum(powers)
    slopes = [power / total - (length == one.right) for power, (length, _) in zip(powers, one.options, strict=True)]
    right = (
        none
        if one.right == 0
        else next(p for p, (length, _) in zip(powers, one.options, strict=True) if length == one.right)
    )
    one.easy = right / total > 0.995
    _move(one.shared, sum(slopes), values, squares, rate)
    for slope, (_, own) in zip(slopes, one.options, strict=True):
        _move(own, slope, values, squares, rate)
    return -math.log(max(right / total, 1e-12))


def _move(numbers: list[int], slope: float, values: list[float], squares: list[float], rate: float) -> None:
    if abs(slope) < 1e-3:
        return
    square, step = slope * slope, slope * rate
    for number in numbers:
        squares[number] += square
        values[number] -= step / math.sqrt(squares[number]) + _DECAY * values[number]


def write(folder: Path, weights: Weights, words: Iterable[str]) -> None:
    """Write the weights and the common words into this folder."""
    by_weight = defaultdict(list)
    for feature, weight in sorted(weights.of.items()):
        by_weight[weight].append(feature)
    head = json.dumps(
        {"first": weights.first, "last": weights.last, "foreign": weights.foreign}, ensure_ascii=False, sort_keys=True
    )
    lines = ["\t".join([str(weight), *features]) for weight, features in sorted(by_weight.items())]
    (folder / "weights.txt").write_text("\n".join([head, *lines]) + "\n", "utf-8")
    text = "# Words that begin with a surname and are no names; made by training/.\n" + "\n".join(sorted(words)) + "\n"
    (folder / "words.txt").write_text(text, "utf-8")


def with_words(lexicon: Lexicon, words: Iterable[str]) -> Lexicon:
    """Return the lists with these common words."""
    return replace(lexicon, common=frozenset(words))
