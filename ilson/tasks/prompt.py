"""Builds what a model gets from a question that the guard has passed."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ilson.documents.official.outline import write
from ilson.domain.document import Document
from ilson.domain.question import Prompt, Question, Turn
from ilson.domain.rule import Rulebook, TaskRule
from ilson.tasks.places import places


def prompt(task: TaskRule, question: Question, documents: Sequence[Document], rulebook: Rulebook) -> Prompt:
    """Return the prompt; every place of the documents has a number, so that an answer can point to it as `[7]`."""
    asked = question.turns[-1].text if question.turns else ""
    parts = [*_materials(documents, rulebook.texts["prompt.material"])]
    if question.form:
        parts.append(rulebook.texts["prompt.form"].format(form=write(question.form)))
    first = Turn("user", "\n\n".join(parts))
    return Prompt(
        task=task.name,
        asked=asked,
        instructions=task.instructions,
        turns=_joined((first, *question.turns) if parts else question.turns),
        documents=tuple(documents),
        form=question.form,
    )


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
