from dataclasses import dataclass

import pytest

from ilson.domain.errors import GradeTooHigh, UnknownModel
from ilson.domain.grade import Grade
from ilson.domain.model import ModelCard
from ilson.domain.question import Question
from ilson.route.choose import choose


@dataclass
class Stand:
    card: ModelCard


MODELS = {
    name: Stand(ModelCard(name=name, label=name, grade=grade, retention="none"))
    for name, grade in {"outside": Grade.O, "inside": Grade.S, "builtin": Grade.S}.items()
}


def chosen(grade, model=None):
    return choose(Question(task="ask", model=model), grade, MODELS).card.name


def test_an_open_question_goes_to_the_first_model():
    assert chosen(Grade.O) == "outside"


def test_a_sensitive_question_goes_to_the_first_model_that_may_see_it():
    assert chosen(Grade.S) == "inside"


def test_the_official_may_choose_another():
    assert chosen(Grade.O, "builtin") == "builtin"


def test_a_chosen_model_that_may_not_see_the_grade_is_not_silently_replaced():
    with pytest.raises(GradeTooHigh):
        chosen(Grade.S, "outside")


def test_a_classified_question_goes_nowhere():
    with pytest.raises(GradeTooHigh):
        chosen(Grade.C)


def test_an_unknown_model_is_refused_without_its_typed_name():
    with pytest.raises(UnknownModel) as caught:
        chosen(Grade.O, "typed words")
    assert "typed words" not in str(caught.value)
