"""Chooses the model for one question."""

from collections.abc import Mapping

from ilson.domain.errors import GradeTooHigh, UnknownModel
from ilson.domain.grade import Grade
from ilson.domain.question import Question
from ilson.ports.models import Model


def choose(question: Question, grade: Grade, models: Mapping[str, Model]) -> Model:
    """Return the model that the official chose, or the first that may see this grade.

    Raises:
        UnknownModel: the chosen name is not in the catalogue.
        GradeTooHigh: no model, or not the chosen one, may see the grade.
    """
    if question.model is not None and question.model not in models:
        raise UnknownModel("the chosen model is not in the catalogue")
    wished = models.values() if question.model is None else [models[question.model]]
    for model in wished:
        if grade <= model.card.grade:
            return model
    message = f"no model may take task {question.task!r} at grade {grade.name}"
    raise GradeTooHigh(message)
