"""Answers a question by quoting the passages that answer it, or says that the document does not."""

from collections.abc import Iterator

from ilson.domain.piece import Said, Source, Text
from ilson.domain.question import Prompt
from ilson.engines.models.builtin.find import find
from ilson.engines.models.builtin.lexicon import Lexicon
from ilson.engines.models.builtin.passages import Passage, passages
from ilson.engines.models.builtin.question import understand
from ilson.engines.models.builtin.summarise import summarise


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
        found = find(asked, passages(prompt.documents, lexicon), lexicon)
        if found:
            yield from _quoted(found, prompt, lexicon)
        else:
            yield from _sentences(lexicon, "not_found", "not_found_next")


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
