from ilson.domain.document import Document, Heading, Paragraph, Table
from ilson.domain.official_rule import OfficialRules
from ilson.domain.question import Question, Turn
from ilson.domain.rule import Rulebook, TaskRule
from ilson.tasks.prompt import prompt

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
