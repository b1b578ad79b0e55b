"""The type of an official document on the one path: what the model is told, and how its answer is read."""

import pytest
from doubles.house import house
from doubles.model_server import model_server, said

from ilson.settings import ModelSetting

pytestmark = pytest.mark.anyio


@pytest.fixture
async def double():
    async with model_server() as server:
        yield server


@pytest.fixture
async def ilson(double, tmp_path):
    model = ModelSetting(name="inside", base_url=double.base_url, grade="S")
    async with house(tmp_path, models=(model,)) as running:
        yield running


def drafted(answer):
    return answer.of("data-draft")[-1]["data"]


async def test_minutes_of_a_model_become_the_facts_of_the_document(ilson, double):
    double.plan = said(
        "제목: 간부회의 회의록\n명칭: 간부회의\n발언 요지:\n- 과장: 찬성\n", "- 팀장: 반대\n결정 사항: 가결\n"
    )
    form = {
        "type": "minutes",
        "facts": [{"label": "개최기관", "text": "강서구"}, {"label": "명칭", "text": "확대간부회의"}],
    }
    draft = drafted(await ilson.ask("회의록", task="draft", form=form))
    assert (draft["type"], {fact["label"]: fact["text"] for fact in draft["facts"]}) == (
        "minutes",
        {
            "개최기관": "강서구",
            "명칭": "확대간부회의",
            "발언 요지": "- 과장: 찬성\n- 팀장: 반대",
            "결정 사항": "가결",
        },
    )


async def test_a_model_is_told_what_the_type_needs(ilson, double):
    double.plan = said("제목: 가\n")
    await ilson.ask("회의록", task="draft", form={"type": "minutes"})
    told = double.bodies[-1]["messages"][0]["content"]
    assert "표결 내용: (" in told
    assert "법령이 정한 아홉 사항" in told


async def test_what_a_report_tells_in_its_body_is_no_fact_of_the_answer(ilson, double):
    double.plan = said("제목: 계획\n- 개요\n  - 기간: 2027. 3. 2.(화)\n", "기간: 2027. 3. 2.(화)\n")
    draft = drafted(await ilson.ask("계획", task="draft", form={"type": "plan"}))
    assert (draft["facts"], len(draft["body"])) == ([], 2)


async def test_an_unknown_type_is_refused_before_a_model_is_asked(ilson, double):
    answer = await ilson.ask("회의록", task="draft", form={"type": "no_such"})
    assert (answer.error["code"], double.bodies) == ("bad_request", [])


async def test_the_built_in_engine_fills_the_type(tmp_path):
    form = {"type": "minutes", "title": "회의록", "facts": [{"label": "명칭", "text": "간부회의"}]}
    async with house(tmp_path, models=()) as running:
        draft = drafted(await running.ask("", task="draft", form=form))
    facts = {fact["label"]: fact["text"] for fact in draft["facts"]}
    assert (facts["명칭"], facts["표결 내용"], len(facts)) == ("간부회의", "○○", 9)


async def test_personal_data_in_a_fact_never_reaches_the_model_and_comes_back(ilson, double):
    double.plan = said("제목: 회의록\n")
    form = {"type": "minutes", "facts": [{"label": "발언 요지", "text": "연락처\n010-1234-5678로 회신"}]}
    draft = drafted(await ilson.ask("회의록", task="draft", form=form))
    assert "1234" not in str(double.bodies)
    assert draft["facts"] == form["facts"]
