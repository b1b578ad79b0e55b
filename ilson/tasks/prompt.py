"""Builds what a model gets from a question that the guard has passed."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from ilson.documents.official.outline import write
from ilson.documents.official.types import type_of
from ilson.domain.document import Document
from ilson.domain.official_rule import DocumentType, FactRule
from ilson.domain.question import Prompt, Question, Turn
from ilson.domain.rule import Rulebook, TaskRule
from ilson.tasks.places import places


def prompt(task: TaskRule, question: Question, documents: Sequence[Document], rulebook: Rulebook) -> Prompt:
    """Return the prompt; every place of the documents has a number, so that an answer can point to it as `[7]`.

    An official document is asked for with what its type says of it.

    Raises:
        BadRequest: the form names a type of document that is not there.
    """
    asked = question.turns[-1].text if question.turns else ""
    parts = [*_materials(documents, rulebook.texts["prompt.material"])]
    if question.form:
        parts.append(rulebook.texts["prompt.form"].format(form=write(question.form)))
    first = Turn("user", "\n\n".join(parts))
    kind = type_of(question.form, rulebook.official) if task.output == "official" else None
    return Prompt(
        task=task.name,
        asked=asked,
        instructions="\n".join([task.instructions, *_told(kind, rulebook.texts)]),
        turns=_joined((first, *question.turns) if parts else question.turns),
        documents=tuple(documents),
        form=question.form,
        type=kind,
    )


def facts_of(prompt: Prompt) -> tuple[FactRule, ...]:
    """Return the facts that the answer is to state with their labels; what the body tells is not among them."""
    return prompt.type.facts if prompt.type and prompt.type.look.table else ()


def _told(kind: DocumentType | None, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield what a model is told of a type of document."""
    if kind is None:
        return
    yield texts["prompt.type"].format(title=kind.title, instructions=kind.instructions)
    if kind.facts and kind.look.table:
        yield texts["prompt.facts"].format(facts="\n".join(_fact(fact, texts) for fact in kind.facts))
    elif kind.facts:
        yield texts["prompt.told"].format(facts=", ".join(fact.label for fact in kind.facts))


def _fact(fact: FactRule, texts: Mapping[str, str]) -> str:
    hints = filter(None, (fact.hint, texts["prompt.needed"] if fact.needed else ""))
    return f"{fact.label}: ({', '.join(hints)})" if fact.hint or fact.needed else f"{fact.label}:"


def _materials(documents: Sequence[Document], template: str) -> Iterator[str]:
    numbered = enumerate(places(documents), 1)
    for index, found in groupby(numbered, key=lambda one: one[1].document):
        text = "\n".join(f"[{number}] {place.line}" for number, place in found)
        yield template.format(number=index + 1, name=documents[index].name, text=text)


def _joined(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """Join neighbours of one role: some model servers insist that roles alternate."""
    joined: list[Turn] = []
    for turn in turns:
        if not turn.text:  # an answer that was stopped before its first word
            continue
        if joined and joined[-1].role == turn.role:
            joined[-1] = Turn(turn.role, f"{joined[-1].text}\n\n{turn.text}")
        else:
            joined.append(turn)
    return tuple(joined)
