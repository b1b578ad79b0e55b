import anyio
import pytest

from ilson.domain.document import Document, Paragraph, Table
from ilson.domain.grade import Grade
from ilson.domain.model import ModelCard
from ilson.domain.piece import Draft, Source, Text, Usage
from ilson.domain.question import Question
from ilson.domain.rule import TaskRule
from ilson.tasks.read import read

CITED = TaskRule(name="ask", title="", instructions="")
OFFICIAL = TaskRule(name="draft", title="", instructions="", output="official")
DOCUMENTS = (
    Document("가", "txt", (Paragraph("하나", 1),)),
    Document("나", "txt", (Paragraph("둘", 3), Paragraph("셋"))),
    Document("다", "csv", (Table((("부서", "명"), ("총무과", "4"), ("5", "기획예산과|장"))),)),
)


def pieces(task, *texts, form=None, language_model=True):
    card = ModelCard("m", "m", Grade.O, "none", language_model)

    async def said():
        for text in texts:
            yield Text(text)
        yield Usage(1, 2)

    async def run():
        question = Question(task=task.name, form=form or {})
        return [piece async for piece in read(task, card, said(), question, DOCUMENTS)]

    return anyio.run(run)


def sources(*texts, **more):
    return [piece for piece in pieces(CITED, *texts, **more) if isinstance(piece, Source)]


@pytest.mark.parametrize("texts", [["답 [2] 끝"], ["답 [", "2", "] 끝"], ["답 [2] 또 [2]"]])
def test_a_number_in_brackets_points_to_its_block_once(texts):
    assert sources(*texts) == [Source(2, 1, 0, "둘", 3)]


@pytest.mark.parametrize("text", ["[0]", "[7]", "[999999]", "[-1]", "[a]", "[1", "[9999999999]"])
def test_a_number_that_no_block_has_points_nowhere(text):
    assert sources(text) == []


def test_a_row_of_a_table_has_a_number_and_its_words_stand_there_literally():
    assert sources("[6]") == [Source(6, 2, 0, "기획예산과|장", None)]


def test_the_built_in_engine_names_its_sources_itself():
    assert sources("인용한 글의 [1]", language_model=False) == []


def test_the_text_passes_unchanged():
    assert [piece.text for piece in pieces(CITED, "가[1]", "나") if isinstance(piece, Text)] == ["가[1]", "나"]


def test_the_draft_grows_line_by_line_and_is_whole_at_the_end():
    drafts = [piece.value for piece in pieces(OFFICIAL, "제목: 안", "내\n- 하나\n- 둘") if isinstance(piece, Draft)]
    assert [(draft["title"], len(draft["body"])) for draft in drafts] == [("안내", 2), ("안내", 2)]


def test_what_the_official_filled_in_wins():
    draft = pieces(OFFICIAL, "제목: 모델 제목\n- 하나", form={"title": "내 제목"})[-1]
    assert draft.value["title"] == "내 제목"
