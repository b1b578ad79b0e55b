"""Splits Korean text into words and terms that can be compared."""

import re
from collections.abc import Iterator

from ilson.engines.models.builtin.lexicon import Lexicon

_WORD = re.compile(r"⟦[^⟦⟧]{0,80}⟧|[0-9A-Za-z\uac00-\ud7a3]+(?:[.,][0-9]+)*")
_SHORTEST_STEM = 2  # syllables; a shorter stem would join words that have nothing in common
_PASSES = 2  # how often a suffix is taken off: an ending after a particle, a particle after an ending


def words(text: str) -> Iterator[str]:
    """Yield the words of the text in lower case; a masked value is one word."""
    for found in _WORD.finditer(text):
        yield found.group().lower()


def forms(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the word and its stems, the shortest last.

    The word itself stays, because many nouns end like a particle; comparing all forms makes both readings meet.
    """
    found = [word]
    for _ in range(_PASSES):
        stem = _stem(found[-1], lexicon)
        if stem is None:
            break
        found.append(stem)
    return tuple(found)


def _stem(word: str, lexicon: Lexicon) -> str | None:
    for length in range(min(lexicon.longest_suffix, len(word) - _SHORTEST_STEM), 0, -1):
        if word[-length:] in lexicon.suffixes:
            return word[:-length]
    return None


def bigrams(word: str) -> Iterator[str]:
    """Yield the pairs of neighbouring characters of a word.

    Korean compounds are written with and without spaces; pairs of syllables find them either way.

    Source: J. H. Lee, J. S. Ahn, Using n-grams for Korean text retrieval, SIGIR 1996.
    """
    for index in range(len(word) - 1):
        yield word[index : index + 2]


class Terms:
    """Terms of texts, with a memory of words that lasts as long as this object: one question."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, text: str) -> list[str]:
        """Return the terms of the text, repeated as often as they occur: stems of words and pairs of syllables."""
        found: list[str] = []
        for word in words(text):
            known = self._known.get(word)
            if known is None:
                known = self._known[word] = self._terms(word)
            found.extend(known)
        return found

    def _terms(self, word: str) -> tuple[str, ...]:
        stem = forms(word, self.lexicon)[-1]
        if word in self.lexicon.words["stop_words"] or stem in self.lexicon.words["stop_words"]:
            return ()
        if len(stem) < _SHORTEST_STEM:
            return (word,) if word.isdigit() else ()
        return (stem, *(("+" + pair) for pair in bigrams(stem) if len(stem) > _SHORTEST_STEM))
