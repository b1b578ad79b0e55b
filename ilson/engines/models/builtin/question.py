"""Understands a question as far as words go: what it is about and what kind of answer it wants."""

from collections.abc import Sequence
from dataclasses import dataclass

from ilson.domain.question import Turn
from ilson.engines.models.builtin.lexicon import Lexicon, Wanted
from ilson.engines.models.builtin.words import forms, words

_SHORT_QUESTION = 2  # content words; a question with fewer leans on the one before
_SHORTEST = 2  # characters of a content word
_EARLIER_LENGTH = 200  # characters
_EARLIER_WEIGHT = 0.5  # of a word that stands only in the question before
_PREDICATE_WEIGHT = 0.4  # of a word that only asks (…하나요): its absence says little


@dataclass(frozen=True, slots=True)
class Subject:
    """A content word of the question: its forms, longest first, and how much it counts."""

    forms: tuple[str, ...]
    weight: float
    synonyms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the engine understands it; `strict` means that only a passage with the wanted sign answers."""

    subjects: tuple[Subject, ...]
    wanted: tuple[Wanted, ...]
    strict: bool


def understand(asked: str, turns: Sequence[Turn], lexicon: Lexicon) -> Asked:
    """Return what the question is about; a short follow-up takes the words of the question before it."""
    said = list(words(asked))
    subjects = _subjects(said, 1.0, lexicon)
    opening = bool(said) and said[0] in lexicon.words["opening_words"]
    if opening or len(subjects) < _SHORT_QUESTION:
        known = {form for subject in subjects for form in subject.forms}
        earlier = _subjects(list(words(_before(asked, turns))), _EARLIER_WEIGHT, lexicon)
        subjects += [subject for subject in earlier if not known.intersection(subject.forms)]
    every = {form for word in said for form in forms(word, lexicon)}
    return Asked(
        subjects=tuple(subjects),
        wanted=tuple(wanted for wanted in lexicon.wanted if every & wanted.asks),
        strict=bool(every & lexicon.words["strict_asks"]),
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
    for word in said:
        every = forms(word, lexicon)
        if stop.intersection(every) or (len(every[-1]) < _SHORTEST and not every[-1].isdigit()):
            continue
        asks = len(every) > 1 and word.removeprefix(every[-1]) in lexicon.words["endings"]
        near = frozenset(other for form in every for other in lexicon.synonyms.get(form, ()))
        found.append(Subject(every, weight * (_PREDICATE_WEIGHT if asks else 1.0), near))
    return found
