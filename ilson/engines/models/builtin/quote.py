"""Answers a question by quoting the passages that answer it, or says that the document does not."""

from collections.abc import Iterator
from itertools import islice, takewhile

from ilson.domain.piece import Said, Source, Text
from ilson.domain.question import Prompt
from ilson.engines.models.builtin.find import find
from ilson.engines.models.builtin.lexicon import Lexicon
from ilson.engines.models.builtin.passages import Passage, passages
from ilson.engines.models.builtin.question import understand
from ilson.engines.models.builtin.summarise import summarise

MOST_ITEMS = 8  # items quoted of a list that a passage announces


def quote(prompt: Prompt, lexicon: Lexicon) -> Iterator[Said]:
    """Yield the answer to the question, one line of text at a time, each reference before its quotation."""
    if not prompt.documents:
        yield from _sentences(lexicon, "no_document", "no_document_next")
    elif lexicon.says("summary_words", prompt.asked):
        yield from summarise(prompt.documents, prompt.asked, lexicon)
    elif not prompt.asked.strip():
        yield from _sentences(lexicon, "no_question")
    else:
        asked = understand(prompt.asked, prompt.turns, lexicon)
        every = passages(prompt.documents, lexicon)
        found = find(asked, every, lexicon)
        if found:
            yield from _quoted(_with_list(found, every, lexicon), prompt, lexicon)
        else:
            yield from _sentences(lexicon, "not_found", "not_found_next")


def _with_list(found: list[Passage], every: list[Passage], lexicon: Lexicon) -> list[Passage]:
    """Return the passages with the list that the best one announces."""
    best = found[0]
    if best.item or not lexicon.says("list_follows", best.shown):
        return found
    start = every.index(best) + 1
    items = takewhile(lambda passage: passage.item and passage.heading == best.heading, every[start:])
    listed = list(islice(items, MOST_ITEMS))
    return [best, *listed, *(passage for passage in found[1:] if passage not in listed)]


def _sentences(lexicon: Lexicon, *names: str) -> Iterator[Said]:
    yield Text("\n\n".join(lexicon.texts[name] for name in names) + "\n")


def _quoted(found: list[Passage], prompt: Prompt, lexicon: Lexicon) -> Iterator[Said]:
    yield Text(lexicon.texts["answer_notice"] + "\n")
    above = ""
    for number, passage in enumerate(found, start=1):
        name = prompt.documents[passage.document].name if len(prompt.documents) > 1 else ""
        heading = " · ".join(part for part in (name, passage.heading) if part)
        if heading and heading != above:
            yield Text(f"\n**{heading}**\n")
        above = heading
        yield Source(number, passage.document, passage.block, passage.quote, passage.page)
        lines = passage.shown.split("\n")
        yield Text("\n" + "\n".join(f"> {line}" for line in lines) + f" [{number}]\n")
