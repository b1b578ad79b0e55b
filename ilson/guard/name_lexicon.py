"""Holds the word lists and the learnt weights by which names of persons are known."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

WEIGHTS = "weights.txt"
SCALE = 16
"""Weights are whole numbers of sixteenths of a natural logarithm."""

_LONGEST_TITLE = 5
_LIKE_LIMIT = 3
_COMMON = 3
_EXOTIC = 40


def _lines(folder: Path, name: str) -> list[str]:
    written = (folder / name).read_text("utf-8").splitlines()
    return [line for line in written if line and not line.startswith("#")]


def _words(folder: Path, name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(folder, name) for word in line.split())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Surnames, titles and the words that may follow a name, and which words are no names."""

    surnames: frozenset[str]
    doubles: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    honorifics: frozenset[str]
    places: frozenset[str]
    common: frozenset[str]
    foreign: frozenset[str]
    latin: frozenset[str]
    latin_words: frozenset[str]
    loanword: re.Pattern[str]
    heads: frozenset[str]

    @classmethod
    def load(cls, folder: Path) -> "Lexicon":
        """Return the lists of this folder."""
        single, double = _lines(folder, "surnames.txt")
        behind = _words(folder, "titles.txt") | _words(folder, "honorifics.txt") | _words(folder, "places.txt")
        return cls(
            surnames=frozenset(single),
            doubles=frozenset(double.split()),
            titles=_words(folder, "titles.txt"),
            particles=_words(folder, "particles.txt"),
            honorifics=_words(folder, "honorifics.txt"),
            places=_words(folder, "places.txt"),
            common=_words(folder, "words.txt"),
            foreign=_words(folder, "foreign.txt"),
            latin=_words(folder, "latin.txt"),
            latin_words=_words(folder, "latin_words.txt"),
            loanword=re.compile("|".join(sorted(_words(folder, "loanwords.txt")))),
            heads=frozenset(word[0] for word in behind),
        )

    def is_common(self, word: str) -> bool:
        """Return whether the word is a common one, which is no name; those of three syllables also with a particle."""
        return word in self.common or any(
            word[:size] in self.common and word[size:] in self.particles
            for size in range(max(_COMMON, len(word) - _COMMON), len(word))
        )

    def begins_with_title(self, word: str) -> bool:
        """Return whether the word is a title, alone or with a particle or a polite ending behind it."""
        for size in range(min(_LONGEST_TITLE, len(word)), 0, -1):
            if word[:size] in self.titles:
                rest = word[size:]
                return not rest or rest in self.particles or rest in self.honorifics or rest[:1] in self.honorifics
        return False

    def ends_with_title(self, word: str) -> bool:
        """Return whether the word is a title, or ends with one of at least two syllables."""
        return word in self.titles or any(word[-size:] in self.titles for size in (2, 3, 4))

    def rest(self, rest: str) -> str:
        """Return what stands behind a name in the same word: a letter for its kind.

        E nothing, P a particle, H a form of address, T a title, B what makes a shop or a place of it, O anything else.
        """
        if not rest:
            return "E"
        if rest in self.particles:
            return "P"
        if rest[0] not in self.heads:
            return "O"
        if self._starts(rest, self.places):
            return "B"
        if self._starts(rest, self.honorifics):
            return "H"
        return "T" if self.begins_with_title(rest) else "O"

    def _starts(self, rest: str, words: frozenset[str]) -> bool:
        for size in range(min(7, len(rest)), 0, -1):
            if rest[:size] in words and (size == len(rest) or rest[size:] in self.particles):
                return True
        return False


@dataclass(frozen=True, slots=True)
class Weights:
    """What training has learnt: a weight for each feature, and how much a syllable belongs to given names."""

    of: dict[str, int]
    first: dict[str, int]
    last: dict[str, int]
    foreign: dict[str, int]
    exotic: re.Pattern[str] | None = None

    @classmethod
    def load(cls, path: Path) -> "Weights":
        """Return the weights in this file: a line of JSON with the syllables, then a line for each weight."""
        head, *lines = path.read_text("utf-8").rstrip("\n").split("\n")
        syllables = json.loads(head)
        of: dict[str, int] = {}
        for line in lines:
            weight, *features = line.split("\t")
            of.update(dict.fromkeys(features, int(weight)))
        return cls.of_syllables(of, syllables["first"], syllables["last"], syllables["foreign"])

    @classmethod
    def of_syllables(
        cls, of: dict[str, int], first: dict[str, int], last: dict[str, int], foreign: dict[str, int]
    ) -> "Weights":
        """Return the weights, with a pattern for words that hold a syllable seldom seen but in foreign names."""
        exotic = "".join(syllable for syllable, odds in foreign.items() if odds >= _EXOTIC)
        pattern = re.compile(f"(?<![가-힣])[가-힣]*[{exotic}][가-힣]*") if exotic else None
        return cls(of, first, last, foreign, pattern)

    def abroad(self, word: str) -> int:
        """Return how much the syllables belong to foreign names, summed up; below 0 to Korean words."""
        odds = self.foreign.get
        return sum([odds(syllable, 0) for syllable in word])

    def like(self, given: str) -> int:
        """Return from 0 to 3 how much these syllables are like a given name."""
        if not given:
            return 0
        sum_of = self.last.get(given[-1], -SCALE)
        if len(given) > 1:
            sum_of += self.first.get(given[0], -SCALE)
        return min(_LIKE_LIMIT, max(0, sum_of // SCALE + 1))
