"""Understands a question as far as words go: what it is about and what kind of answer it wants."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ilson.domain.question import Turn
from ilson.engines.models.builtin.lexicon import Lexicon, Wanted
from ilson.engines.models.builtin.words import forms, words

_SHORT_QUESTION = 2  # content words; a question with fewer leans on the one before
_SHORTEST = 2  # characters of a content word
_EARLIER_LENGTH = 200  # characters
_EARLIER_WEIGHT = 0.5  # of a word that stands only in the question before


@dataclass(frozen=True, slots=True)
class Subject:
    """A content word of the question: its forms, longest first, and how much it counts; a light one only asks."""

    forms: tuple[str, ...]
    root: str  # shorter than the stem, empty if there is none
    weight: float
    light: bool
    synonyms: frozenset[str]
    halves: tuple[tuple[frozenset[str], frozenset[str]], ...]  # ways to read a compound as two words


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the engine understands it; `strict` means that only a passage with the wanted sign answers.

    `bare` means that it only asks and names nothing; `leaning`, that its words or the question before may still tell.
    """

    subjects: tuple[Subject, ...]
    wanted: tuple[Wanted, ...]
    strict: bool
    bare: bool
    leaning: bool
    unit: re.Pattern[str] | None  # the sign of what is counted, if the question asks how many


def understand(asked: str, turns: Sequence[Turn], lexicon: Lexicon) -> Asked:
    """Return what the question is about; a short follow-up takes the words of the question before it."""
    said = list(words(asked))
    subjects = _subjects(said, 1.0, lexicon)
    if all(lexicon.words["bare_asks"].intersection(subject.forms) for subject in subjects):
        subjects = []
    bare = all(subject.light for subject in subjects)
    opening = bool(said) and said[0] in lexicon.words["opening_words"]
    leaning = opening or bool(subjects)
    if opening or len(subjects) < _SHORT_QUESTION:
        known = {form for subject in subjects for form in subject.forms}
        earlier = _subjects(list(words(_before(asked, turns))), _EARLIER_WEIGHT, lexicon)
        subjects += [subject for subject in earlier if not known.intersection(subject.forms)]
    every = {form for word in said for form in forms(word, lexicon)}
    return Asked(
        subjects=tuple(subjects),
        wanted=tuple(wanted for wanted in lexicon.wanted if every & wanted.asks),
        strict=bool(every & lexicon.words["strict_asks"]),
        bare=bare,
        leaning=leaning,
        unit=_unit(said, lexicon),
    )


def _before(asked: str, turns: Sequence[Turn]) -> str:
    """Return the question before: the last paragraph of that turn, because material may stand above it."""
    earlier = [turn.text.strip() for turn in turns if turn.role == "user"]
    if earlier and earlier[-1].endswith(asked.strip()):
        earlier.pop()
    return earlier[-1].split("\n\n")[-1][-_EARLIER_LENGTH:] if earlier else ""


def _subjects(said: list[str], weight: float, lexicon: Lexicon) -> list[Subject]:
    found: list[Subject] = []
    stop = lexicon.words["stop_words"] | lexicon.words["opening_words"] | lexicon.words["strict_asks"]
    for before, word in zip(("", *said), said, strict=False):
        every = forms(word, lexicon)
        if stop.intersection(every) or (len(every[-1]) < _SHORTEST and not every[-1].isdigit()):
            continue
        light = lexicon.says("asking_end", word) or before in lexicon.words["determiners"]
        near = frozenset(other for form in every for other in lexicon.synonyms.get(form, ()))
        halves = tuple(_halves(every[-1], lexicon))
        found.append(Subject(every, _root(every[-1], lexicon), weight, light, near, halves))
    return found


def _root(stem: str, lexicon: Lexicon) -> str:
    """Return the stem without a last syllable that only turns it into a fee, a rate or the like."""
    return stem[:-1] if len(stem) > _SHORTEST and stem[-1] in lexicon.words["light_tails"] else ""


def _halves(stem: str, lexicon: Lexicon) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Yield the two words, with their synonyms, that a compound may be made of."""
    for cut in sorted({_SHORTEST, len(stem) - _SHORTEST}):
        if cut >= _SHORTEST and len(stem) - cut >= _SHORTEST:
            first, second = stem[:cut], stem[cut:]
            yield (
                lexicon.synonyms.get(first, frozenset()) | {first},
                lexicon.synonyms.get(second, frozenset()) | {second},
            )


def _unit(said: Sequence[str], lexicon: Lexicon) -> re.Pattern[str] | None:
    counting = lexicon.words["counting"]
    apart = (word[0] for before, word in pairwise(said) if before in counting)
    joined = (word[1] for word in said if len(word) > 1 and word[0] in counting)
    for unit in (*apart, *joined):
        sign = lexicon.unit_signs.get(unit, "$.")
        return re.compile(rf"\d[\d,.]*\s?{re.escape(unit)}|{sign}")
    return None
