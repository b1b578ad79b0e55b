"""Builds what a model gets from a question that the guard has passed."""

from collections.abc import Iterator, Sequence

from ilson.documents.markdown import block_to_markdown
from ilson.documents.official.outline import write
from ilson.domain.document import Document
from ilson.domain.question import Prompt, Question, Turn
from ilson.domain.rule import Rulebook, TaskRule


def prompt(task: TaskRule, question: Question, documents: Sequence[Document], rulebook: Rulebook) -> Prompt:
    """Return the prompt; every block of the documents is numbered, so that an answer can point to it as `[7]`."""
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
    number = 0
    for index, document in enumerate(documents, 1):
        lines = []
        for block in document.blocks:
            number += 1
            lines.append(f"[{number}] {block_to_markdown(block)}")
        yield template.format(number=index, name=document.name, text="\n".join(lines))


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
