from dataclasses import replace

import pytest

from ilson.domain.document import Document, Heading, Paragraph, Table
from ilson.domain.errors import BadRequest
from ilson.domain.official_rule import DocumentType, FactRule, Look, OfficialRules
from ilson.domain.question import Question, Turn
from ilson.domain.rule import Rulebook, TaskRule
from ilson.tasks.prompt import facts_of, prompt

TASK = TaskRule(name="ask", title="질의응답", instructions="지시문")
TEXTS = {"prompt.material": "<{number} {name}>\n{text}", "prompt.form": "<양식>\n{form}"}
BOOK = Rulebook(
    pii=(), labels=(), public=(), order_name="", orders=(), words=(), tasks=(TASK,), texts=TEXTS, builtin={},
    names=None, directory=(), official=OfficialRules(), fingerprint="0" * 12,
)  # fmt: skip
FIRST = Document("가.txt", "txt", (Heading("제목"), Paragraph("문단")))
SECOND = Document("나.csv", "csv", (Table((("a", "b"), ("1", "2"))),))


def built(*turns, documents=(), form=None):
    return prompt(TASK, Question(task="ask", turns=turns, form=form or {}), documents, BOOK)


def test_the_blocks_and_rows_of_all_documents_are_numbered_through():
    text = built(Turn("user", "질문"), documents=(FIRST, SECOND)).turns[0].text
    assert text.startswith("<1 가.txt>\n[1] # 제목\n[2] 문단\n\n<2 나.csv>\n[3] | a | b |\n[4] | 1 | 2 |")


def test_the_question_stands_after_the_materials():
    assert built(Turn("user", "질문"), documents=(FIRST,)).turns[-1].text.endswith("\n\n질문")


def test_roles_alternate_even_when_an_answer_was_stopped():
    turns = built(Turn("user", "하나"), Turn("user", "둘"), Turn("assistant", ""), Turn("user", "셋")).turns
    assert [turn.role for turn in turns] == ["user"]


def test_a_conversation_keeps_its_turns():
    turns = built(Turn("user", "하나"), Turn("assistant", "답"), Turn("user", "둘")).turns
    assert [turn.text for turn in turns] == ["하나", "답", "둘"]


def test_the_form_is_written_as_an_outline():
    assert "제목: 교육 안내" in built(form={"title": "교육 안내"}).turns[0].text


def test_the_last_turn_is_what_is_asked():
    assert built(Turn("user", "하나"), Turn("assistant", "답"), Turn("user", "둘")).asked == "둘"


def kind(name, *, table=True, facts=()):
    return DocumentType(
        name=name, title=f"유형 {name}", group="", when="", basis="", look=Look(table=table), fields=(), facts=facts,
        instructions=f"{name}의 지시문", skeleton=(), example={},
    )  # fmt: skip


FACTS = (FactRule("명칭", hint="회의의 이름", needed=True), FactRule("비고"))
KINDS = (kind("letter"), kind("minutes", facts=FACTS), kind("plan", table=False, facts=FACTS))
TOLD = {
    "prompt.type": "<{title}>\n{instructions}",
    "prompt.facts": "<사항>\n{facts}",
    "prompt.told": "<본문에: {facts}>",
    "prompt.needed": "필요",
}
OFFICIAL = replace(BOOK, texts=TEXTS | TOLD, official=OfficialRules(types=KINDS))


def asked_for(form):
    task = replace(TASK, name="draft", output="official")
    return prompt(task, Question(task="draft", form=form), (), OFFICIAL)


def test_a_type_adds_its_instructions_and_the_facts_to_be_filled():
    told = "지시문\n<유형 minutes>\nminutes의 지시문\n<사항>\n명칭: (회의의 이름, 필요)\n비고:"
    assert asked_for({"type": "minutes"}).instructions == told


def test_what_the_body_tells_is_named_and_not_asked_for_line_by_line():
    told = asked_for({"type": "plan"})
    assert told.instructions == "지시문\n<유형 plan>\nplan의 지시문\n<본문에: 명칭, 비고>"
    assert facts_of(told) == ()


def test_without_a_type_the_first_one_is_asked_for():
    assert asked_for({}).instructions == "지시문\n<유형 letter>\nletter의 지시문"


def test_the_engine_gets_the_type():
    told = asked_for({"type": "minutes"})
    assert (told.type, facts_of(told)) == (KINDS[1], FACTS)


def test_an_unknown_type_is_refused():
    with pytest.raises(BadRequest):
        asked_for({"type": "diary"})


def test_other_tasks_know_no_type():
    told = built(Turn("user", "질문"), form={"type": "diary"})
    assert (told.instructions, told.type, facts_of(told)) == ("지시문", None, ())
