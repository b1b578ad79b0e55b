"""Finds the task that a question names, and sees that the question has what the task needs."""

from ilson.domain.errors import DocumentMissing, NothingAsked, UnknownTask
from ilson.domain.question import Question
from ilson.domain.rule import Rulebook, TaskRule


def find(question: Question, rulebook: Rulebook) -> TaskRule:
    """Return the rule of the task.

    Raises:
        UnknownTask: no task has this name.
        DocumentMissing: the task works on a document and none is attached.
        NothingAsked: there is no question, no form and no document.
    """
    for task in rulebook.tasks:
        if task.name == question.task:
            break
    else:
        raise UnknownTask("no task has this name")
    if task.needs_document and not question.attachments:
        message = f"task {task.name!r} needs a document"
        raise DocumentMissing(message)
    asked = question.turns[-1].text.strip() if question.turns else ""
    if not (asked or question.form or question.attachments):
        message = f"task {task.name!r} was asked nothing"
        raise NothingAsked(message)
    return task
