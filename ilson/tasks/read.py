"""Reads an answer while it is written: finds its references, or the official document in it."""

import re
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from typing import Final

from ilson.documents.official.complete import complete
from ilson.documents.official.model import from_json, to_json
from ilson.documents.official.outline import parse
from ilson.domain.document import Document
from ilson.domain.model import ModelCard
from ilson.domain.official_rule import FactRule
from ilson.domain.piece import Draft, Piece, Restored, Said, Source, Text, Usage
from ilson.domain.question import Question
from ilson.domain.rule import TaskRule
from ilson.tasks.places import Place, places

STATES: Final = 20  # of a long draft only every so many lines are shown: each state is read and sent whole
REFERENCE: Final = re.compile(r"\[([0-9]{1,6})\]")


async def read(
    task: TaskRule,
    card: ModelCard,
    pieces: AsyncIterator[Said | Restored],
    question: Question,
    documents: Sequence[Document],
    facts: Sequence[FactRule] = (),
) -> AsyncGenerator[Piece, None]:
    """Yield the pieces as they come, and what they mean as soon as it is known; `facts` are those an answer may state.

    A language model points to a block by its number in the prompt; the built-in engine names its sources itself.
    """
    if task.output == "official":
        reader: AsyncIterator[Piece] = _drafted(pieces, question.form, facts)
    elif card.language_model:
        reader = _cited(pieces, documents)
    else:
        reader = pieces
    async for piece in reader:
        yield piece


async def _cited(pieces: AsyncIterator[Said | Restored], documents: Sequence[Document]) -> AsyncGenerator[Piece, None]:
    numbered = list(places(documents))
    known: set[int] = set()
    tail = ""
    async for piece in pieces:
        match piece:
            case Text(text):
                tail += text
                for found in REFERENCE.finditer(tail):
                    number = int(found[1])
                    if number not in known and 0 < number <= len(numbered):
                        known.add(number)
                        yield _source(number, numbered[number - 1])
                tail = tail[-8:]
            case Source() | Usage() | Restored():
                pass
        yield piece


def _source(number: int, place: Place) -> Source:
    return Source(number, place.document, place.block, place.quote, place.page)


async def _drafted(
    pieces: AsyncIterator[Said | Restored], form: Mapping[str, object], facts: Sequence[FactRule]
) -> AsyncGenerator[Piece, None]:
    outline = ""
    due = 1  # the line at which the next state is shown
    async for piece in pieces:
        yield piece
        match piece:
            case Text(text):
                outline += text
                lines = outline.count("\n")
                if lines >= due:
                    yield _draft(outline, form, facts)
                    due = lines + 1 + lines // STATES
            case Source() | Usage() | Restored():
                pass
    yield _draft(outline, form, facts)


def _draft(outline: str, form: Mapping[str, object], facts: Sequence[FactRule]) -> Draft:
    return Draft(to_json(complete(from_json(parse(outline, facts)), form)))
