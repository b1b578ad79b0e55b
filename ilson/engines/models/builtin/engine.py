"""The built-in model: no language model, no key, no network."""

from collections.abc import AsyncGenerator, Iterator, Mapping

import anyio.to_thread
from anyio.lowlevel import checkpoint

from ilson.domain.document import Document, Heading, Paragraph, Table
from ilson.domain.grade import Grade
from ilson.domain.model import ModelCard
from ilson.domain.piece import Said, Source, Text, Usage
from ilson.domain.question import Prompt
from ilson.engines.models.builtin.draft import draft
from ilson.engines.models.builtin.lexicon import compiled
from ilson.engines.models.builtin.quote import quote
from ilson.engines.models.builtin.summarise import summarise

LARGE = 5_000  # characters; more is worked on in a thread, so that other officials' answers go on
_PIECE = 24  # characters, about; how much text is said at once


class BuiltinModel:
    """A model that extracts, quotes and fills in; it says in its answers that it is no language model."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Take the sentences and word lists of `rules/builtin.ko.yaml`.

        Raises:
            RuleInvalid: a key is missing or a pattern cannot be compiled.
        """
        self._lexicon = compiled(texts)
        self._card = ModelCard(
            name="builtin", label=self._lexicon.texts["label"], grade=Grade.S, retention="none", language_model=False
        )

    @property
    def card(self) -> ModelCard:
        """What is known of it before it is asked."""
        return self._card

    async def answer(self, prompt: Prompt) -> AsyncGenerator[Said, None]:
        """Yield the answer piece by piece; it asks nobody, so no model error is raised."""
        if sum(map(_length, prompt.documents)) > LARGE:
            said = await anyio.to_thread.run_sync(lambda: list(self._say(prompt)), abandon_on_cancel=True)
        else:
            said = list(self._say(prompt))
        for piece in said:
            for part in _small(piece):
                yield part
                await checkpoint()
        yield Usage(0, 0)

    def _say(self, prompt: Prompt) -> Iterator[Said]:
        if prompt.task == "summarise":
            return summarise(prompt.documents, prompt.asked, self._lexicon)
        if prompt.task == "draft":
            return draft(prompt, self._lexicon)
        return quote(prompt, self._lexicon)


def _length(document: Document) -> int:
    total = 0
    for block in document.blocks:
        match block:
            case Heading(text, _, _) | Paragraph(text, _):
                total += len(text)
            case Table(rows, _):
                total += sum(len(cell) for row in rows for cell in row)
    return total


def _small(piece: Said) -> Iterator[Said]:
    match piece:
        case Text(text):
            yield from (Text(part) for part in _parts(text))
        case Source() | Usage():
            yield piece


def _parts(text: str) -> Iterator[str]:
    """Yield the text in small parts that end after a blank, so that no word and no masked value is cut."""
    start = 0
    while start < len(text):
        end = start + _PIECE
        while end < len(text) and not text[end - 1].isspace():
            end += 1
        yield text[start:end]
        start = end
