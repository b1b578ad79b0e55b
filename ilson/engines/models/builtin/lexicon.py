"""The Korean that the engine knows, compiled from the rule data."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ilson.domain.errors import RuleInvalid

SENTENCES = (
    "label",
    "summary_notice",
    "whole_notice",
    "table_notice",
    "pasted_notice",
    "answer_notice",
    "not_found",
    "not_found_next",
    "no_document",
    "no_document_next",
    "nothing_to_summarise",
    "no_question",
    "no_text",
    "draft_notice",
    "no_draft",
    "adnominal",
    "polite_after_vowel",
    "polite_after_consonant",
)
"""What the engine says, and the endings that it makes; all of it must be there."""

KINDS = ("when", "much", "many", "who", "where", "contact", "why", "number")
"""What a question may ask for; each has the keys `<kind>_asks`, `<kind>_shows`, `<kind>_near` and `<kind>_label`."""

_LOOKED_AT = 500  # characters; patterns may take quadratic time, so that no hostile text may be long

WORD_LISTS = (
    "particles",
    "endings",
    "stop_words",
    "strict_asks",
    "bare_asks",
    "summary_noise",
    "opening_words",
    "determiners",
    "counting",
    "light_tails",
    "native_numbers",
    "keyword_idle",
)
PATTERNS = (
    "marker",
    "finished",
    "section_line",
    "article_line",
    "heading_ends",
    "statement",
    "title_label",
    "title_line",
    "head_label",
    "end_mark",
    "furniture",
    "contents_line",
    "wordless",
    "fact_label",
    "addenda",
    "enclosure",
    "lead_in",
    "scope_clause",
    "list_follows",
    "deadline_cue",
    "date_cue",
    "amount_cue",
    "must_cue",
    "duty_cue",
    "delegation",
    "cross_reference",
    "purpose_section",
    "weak_cue",
    "key_section",
    "summary_counts",
    "asking_end",
    "summary_words",
    "wish_tail",
    "idle_words",
    "dangling",
    "title_core",
    "title_break",
    "title_tail",
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A kind of answer: the words that ask for it, its signs in a passage, the words near it, the labels before it."""

    asks: frozenset[str]
    shows: re.Pattern[str]
    near: tuple[str, ...]
    label: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists and patterns, ready to use."""

    texts: Mapping[str, str]
    suffixes: frozenset[str]
    longest_suffix: int  # characters
    ordinals: frozenset[str]
    glued_ending: str  # the syllable that ends a sentence even where no blank follows its full stop
    synonyms: Mapping[str, frozenset[str]]
    wish_endings: tuple[tuple[str, str], ...]  # how a wish ends and how the document says it, longest first
    unit_signs: Mapping[str, str]  # first syllable of a unit: a pattern for the sign that stands for it
    wanted: tuple[Wanted, ...]
    words: Mapping[str, frozenset[str]]
    patterns: Mapping[str, re.Pattern[str]]

    def says(self, name: str, text: str) -> bool:
        """Return whether the pattern of this name occurs in the text, of a long one at its beginning or end."""
        if len(text) > 2 * _LOOKED_AT:
            text = f"{text[:_LOOKED_AT]} {text[-_LOOKED_AT:]}"
        return self.patterns[name].search(text) is not None


def compiled(texts: Mapping[str, str]) -> Lexicon:
    """Return the lexicon that the rule data describes.

    Raises:
        RuleInvalid: a key is missing or a pattern cannot be compiled.
    """
    try:
        words = {name: frozenset(texts[name].split()) for name in WORD_LISTS}
        for name in SENTENCES:
            texts[name]
        suffixes = words["particles"] | words["endings"]
        return Lexicon(
            texts=texts,
            suffixes=suffixes,
            longest_suffix=max(map(len, suffixes)),
            ordinals=frozenset(texts["ordinal_syllables"]),
            glued_ending=texts["glued_ending"],
            synonyms=_synonyms(texts["synonyms"]),
            wish_endings=_endings(texts["wish_endings"]),
            unit_signs=_pairs(texts["unit_signs"]),
            wanted=tuple(_wanted(texts, kind) for kind in KINDS),
            words=words,
            patterns={name: _pattern(texts[name]) for name in PATTERNS},
        )
    except KeyError as missing:
        message = f"the built-in engine's texts lack {missing.args[0]!r}"
        raise RuleInvalid(message) from None
    except re.error:
        message = "a pattern of the built-in engine's texts cannot be compiled"
        raise RuleInvalid(message) from None


def _pattern(lines: str) -> re.Pattern[str]:
    return re.compile("|".join(line for line in lines.split("\n") if line))


def _pairs(entries: str) -> dict[str, str]:
    return {name: value for name, _, value in (entry.partition("=") for entry in entries.split())}


def _endings(lines: str) -> tuple[tuple[str, str], ...]:
    pairs = ((ending, said) for ending, _, said in (line.partition("=") for line in lines.split("\n")))
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _wanted(texts: Mapping[str, str], kind: str) -> Wanted:
    return Wanted(
        asks=frozenset(texts[f"{kind}_asks"].split()),
        shows=_pattern(texts[f"{kind}_shows"]),
        near=tuple(texts[f"{kind}_near"].split()),
        label=_pattern(texts[f"{kind}_label"]),
    )


def _synonyms(groups: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in groups.split("/"):
        members = frozenset(group.split())
        for word in members:
            found[word] = found.get(word, frozenset()) | members - {word}
    return found
