"""Goes through every text of a question, so that what is done to one is done to all."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ilson.domain.document import Block, Document, Heading, Paragraph, Table
from ilson.domain.errors import GuardFailed
from ilson.domain.question import Question

Together = Callable[[Sequence[str], Sequence[str]], Sequence[str]]
"""What is done to texts that stand together; the second has what stands behind each: a tab, or a line's end."""


def through_document(document: Document, together: Together) -> Document:
    """Return the document with its name and all its texts changed; those of the blocks stand together."""
    parts: list[str] = []
    ends: list[str] = []
    for block in document.blocks:
        match block:
            case Heading(text=text) | Paragraph(text=text):
                parts.append(text)
                ends.append("\n")
            case Table(rows=rows):
                for row in rows:
                    parts.extend(row)
                    ends.extend("\t" * (len(row) - 1) + "\n" if row else "")
    changed = iter(together(parts, ends))
    blocks = tuple(_block(block, changed) for block in document.blocks)
    return replace(document, name=together([document.name], ["\n"])[0], blocks=blocks)


def through_question(question: Question, together: Together) -> Question:
    """Return the question with all its texts changed; each turn and each field of the form stands alone."""

    def alone(text: str) -> str:
        return together([text], ["\n"])[0]

    turns = tuple(replace(turn, text=alone(turn.text)) for turn in question.turns)
    form = {alone(key): _value(value, alone) for key, value in question.form.items()}
    return replace(question, turns=turns, form=form, attachments=())


def _block(block: Block, changed: Iterator[str]) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, text=next(changed))
        case Table():
            return replace(block, rows=tuple(tuple(next(changed) for _ in row) for row in block.rows))


def _value(value: Any, alone: Callable[[str], str]) -> Any:  # noqa: ANN401 - a form holds whatever JSON holds
    match value:
        case str():
            return alone(value)
        case None | bool():
            return value
        case int() | float():
            written = str(value)
            changed = alone(written)
            return value if changed == written else changed
        case Mapping():
            return {alone(str(key)): _value(inner, alone) for key, inner in value.items()}
        case list() | tuple():
            return [_value(inner, alone) for inner in value]
        case other:
            message = f"a form holds a {type(other).__name__}"
            raise GuardFailed(message)
