"""Writes the outline of an official document from its form, or a skeleton from what the official wrote."""

from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Any

from ilson.documents.official.outline import write
from ilson.domain.piece import Said, Text
from ilson.domain.question import Prompt
from ilson.engines.models.builtin.gather import gather
from ilson.engines.models.builtin.lexicon import Lexicon
from ilson.engines.models.builtin.rank import choose
from ilson.engines.models.builtin.sentences import split

WISH = "request"
"""The field of the form that holds what the official wants to say, in their own words."""

_TITLE_LENGTH = 60  # characters
_TAIL = 200  # characters in which the words of a wish are looked for
_FROM_DOCUMENTS = 4  # sentences taken from an attached document


def draft(prompt: Prompt, lexicon: Lexicon) -> Iterator[Said]:
    """Yield the outline of the official document, line by line.

    What the official filled in stays as it is. Without a body the items are the sentences of the wish, and of the
    attached documents; nothing is invented.
    """
    form = dict(prompt.form)
    if not form.get("body"):
        _fill(form, _wish(prompt), prompt, lexicon)
    if not form.get("title") and not form.get("body"):
        yield Text(lexicon.texts["no_draft"] + "\n")
        return
    if not prompt.form.get("body"):
        yield Text(lexicon.texts["draft_notice"] + "\n\n")
    yield from (Text(line) for line in write(form).splitlines(keepends=True))


def _wish(prompt: Prompt) -> str:
    value = prompt.form.get(WISH)
    return value if type(value) is str and value.strip() else prompt.asked


def _fill(form: dict[str, Any], wish: str, prompt: Prompt, lexicon: Lexicon) -> None:
    sentences = [cut for span in split(wish, lexicon) if (cut := _without_wish(wish[span.start : span.end], lexicon))]
    gathered = [gather(document, lexicon) for document in prompt.documents]
    items: list[Mapping[str, Any]] = [{"text": sentence} for sentence in sentences]
    for found in gathered:
        chosen = choose(found.units, found.title, wish, _FROM_DOCUMENTS, lexicon)
        items += [{"text": found.units[index].text} for index in chosen]
    if not form.get("title"):
        form["title"] = _title(sentences, [found.title for found in gathered], lexicon)
    if items:
        form["body"] = items


def _without_wish(sentence: str, lexicon: Lexicon) -> str:
    """Return the sentence without the words that only ask for a document to be written."""
    tail = lexicon.patterns["wish_tail"].sub("", sentence[-_TAIL:], count=1)
    cut = (sentence[:-_TAIL] + tail).strip()
    before, _, last = cut.rpartition(" ")
    return f"{before} {lexicon.wish_verbs[last]}" if before and last in lexicon.wish_verbs else cut


def _title(sentences: list[str], titles: list[str], lexicon: Lexicon) -> str:
    for sentence in sentences:
        if core := _core(sentence, lexicon):
            return core
    for candidate in (*sentences, *titles):
        short = lexicon.patterns["title_tail"].sub("", candidate).rstrip(" .")
        if 0 < len(short) <= _TITLE_LENGTH:
            return short
    first = next((candidate for candidate in (*sentences, *titles) if candidate), "")
    return first[:_TITLE_LENGTH].rpartition(" ")[0]


def _core(sentence: str, lexicon: Lexicon) -> str:
    """Return what is done, in the sentence's own words: the object without place and time, and the verb's noun."""
    found = lexicon.patterns["title_core"].search(sentence[:_TAIL])
    if found is None:
        return ""
    words = found.group(1).split()
    kept = list(takewhile(lambda word: not lexicon.says("title_break", word), reversed(words)))
    return " ".join([*reversed(kept), found.group(2)]) if kept else ""
