"""Writes the outline of an official document from its form, or a skeleton from what the official wrote."""

from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from ilson.documents.official.lines import BODY, ENCLOSURES, LABELS, read_line
from ilson.documents.official.outline import parse, told_facts, write
from ilson.documents.official.types import REQUEST
from ilson.domain.piece import Said, Text
from ilson.domain.question import Prompt
from ilson.engines.models.builtin.describe import describe
from ilson.engines.models.builtin.gather import gather
from ilson.engines.models.builtin.lexicon import Lexicon
from ilson.engines.models.builtin.rank import choose
from ilson.engines.models.builtin.sentences import split
from ilson.engines.models.builtin.skeleton import fill_in, known_facts

WISH = REQUEST
"""The field of the form that holds what the official wants to say, in their own words."""

_ENCLOSED = f"{LABELS[ENCLOSURES]} "  # what another document encloses is no item of this one
_TITLE_LENGTH = 60  # characters
_TAIL = 200  # characters in which the words of a wish are looked for
_FIRST_SYLLABLE, _SYLLABLES = 0xAC00, 11_172  # of Hangul
_FINALS, _FINAL_BIEUP = 28, 17  # syllables differ by their final consonant; the place of the one that politeness adds
_FROM_DOCUMENTS = 4  # sentences taken from an attached document


def draft(prompt: Prompt, lexicon: Lexicon) -> Iterator[Said]:
    """Yield the outline of the official document, line by line.

    What the official filled in stays as it is. Without a body the items are those of the type's skeleton, and the
    sentences of the wish and of the attached documents; nothing is invented.
    """
    form = dict(prompt.form)
    wish = _wish(prompt)
    if prompt.type:
        told, wish = told_facts(wish, prompt.type.facts)
        form["facts"] = known_facts(form, told)
    if not form.get("body"):
        _fill(form, wish, prompt, lexicon)
    if not form.get("title") and not form.get("body") and not form.get("facts"):
        yield Text(lexicon.texts["no_draft"] + "\n")
        return
    if prompt.type:
        fill_in(form, prompt.type, drafted=not prompt.form.get("body"))
    describe(form, lexicon)
    if not prompt.form.get("body"):
        yield Text(lexicon.texts["draft_notice"] + "\n\n")
    yield from (Text(line) for line in write(form).splitlines(keepends=True))


def _wish(prompt: Prompt) -> str:
    value = prompt.form.get(WISH)
    return value if type(value) is str and value.strip() else prompt.asked


def _fill(form: dict[str, Any], wish: str, prompt: Prompt, lexicon: Lexicon) -> None:
    told, marked = _apart(wish, lexicon)
    sentences = _sentences(told, lexicon)
    written = parse(marked)
    listed = written.pop(BODY, [])
    items: list[dict[str, Any]] = [{"text": sentence} for sentence in sentences]
    if items and listed and lexicon.says("list_follows", sentences[-1]):
        items[-1]["items"] = listed
    else:
        items += listed
    gathered = [gather(document, lexicon) for document in prompt.documents]
    for found in gathered:
        chosen = choose(found.units, found.title, wish, _FROM_DOCUMENTS, lexicon)
        texts = (found.units[index].text for index in chosen)
        items += [{"text": text} for text in texts if not text.startswith(_ENCLOSED)]
    form.update((name, value) for name, value in written.items() if not form.get(name))
    if not form.get("title"):
        plain = [*sentences, *(item["text"] for item in listed if ":" not in item["text"])]
        form["title"] = _title(plain, [found.title for found in gathered], lexicon)
    if items:
        form[BODY] = items[1:] if len(items) > 1 and items[0] == {"text": form["title"]} else items


def _apart(wish: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return the wish up to the first line that carries the mark of an item or names a field, and the outline below."""
    rows = wish.splitlines()
    read = [read_line(row) for row in rows]
    if not any(line.marker or line.field == ENCLOSURES for line in read):
        return wish, ""
    start = next(index for index, line in enumerate(read) if line.marker or line.field)
    if not (read[-1].marker or read[-1].field) and _without_wish(rows[-1], lexicon) != rows[-1].strip():
        del rows[-1]
    return "\n".join(rows[:start]), "".join(row + "\n" for row in rows[start:])


def _sentences(text: str, lexicon: Lexicon) -> list[str]:
    cut = (_without_wish(text[span.start : span.end], lexicon) for span in split(text, lexicon))
    return [sentence for sentence in cut if sentence and not lexicon.says("idle_words", sentence)]


def _without_wish(sentence: str, lexicon: Lexicon) -> str:
    """Return the sentence without the words that only ask for a document; whole, if it then ended in the air."""
    tail = lexicon.patterns["wish_tail"].sub("", sentence[-_TAIL:], count=1)
    cut = (sentence[:-_TAIL] + tail).strip()
    for ending, said in lexicon.wish_endings:
        before = cut.removesuffix(ending)
        if before and before != cut:
            return f"{before.rstrip()} {said.lstrip()}" if said.startswith(" ") else before + said
    if cut == sentence:
        return cut
    cut = _polite(cut, lexicon)
    return sentence if lexicon.says("dangling", cut) else cut


def _polite(text: str, lexicon: Lexicon) -> str:
    """Return a text that ends in a verb before a noun with that verb as the end of a sentence."""
    stem = text.removesuffix(lexicon.texts["adnominal"])
    last = ord(stem[-1]) - _FIRST_SYLLABLE if stem else -1
    if stem == text or not 0 <= last < _SYLLABLES:
        return text
    if last % _FINALS:
        return stem + lexicon.texts["polite_after_consonant"]
    return stem[:-1] + chr(ord(stem[-1]) + _FINAL_BIEUP) + lexicon.texts["polite_after_vowel"]


def _title(sentences: list[str], titles: list[str], lexicon: Lexicon) -> str:
    if len(sentences) > 1 and _is_headline(sentences[0], lexicon):
        return sentences[0]
    for sentence in sentences:
        if core := _core(sentence, lexicon):
            return core
    for candidate in (*sentences, *titles):
        short = lexicon.patterns["title_tail"].sub("", candidate).rstrip(" .")
        if 0 < len(short) <= _TITLE_LENGTH and not lexicon.says("dangling", short):
            return short
    first = next((candidate for candidate in (*sentences, *titles) if candidate), "")
    return first[:_TITLE_LENGTH].rpartition(" ")[0]


def _is_headline(sentence: str, lexicon: Lexicon) -> bool:
    return (
        len(sentence) <= _TITLE_LENGTH
        and ":" not in sentence
        and not any(lexicon.says(name, sentence) for name in ("heading_ends", "finished", "date_cue", "dangling"))
    )


def _core(sentence: str, lexicon: Lexicon) -> str:
    """Return what is done, in the sentence's own words: the object without place and time, and the verb's noun."""
    found = lexicon.patterns["title_core"].search(sentence[:_TAIL])
    if found is None:
        return ""
    words = found.group(1).split()
    kept = list(takewhile(lambda word: not lexicon.says("title_break", word), reversed(words)))
    return " ".join([*reversed(kept), found.group(2)]) if kept else ""
