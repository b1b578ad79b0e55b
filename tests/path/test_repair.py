"""A draft that breaks the rules goes back to the model once, over real sockets; what is not better is not shown."""

import pytest
from doubles.house import house
from doubles.model_server import model_server, said

from ilson.settings import ModelSetting

pytestmark = pytest.mark.anyio

GOOD = (
    "제목: 교육 안내\n수신: 내부결재\n문서요지: 교육을 안내합니다.\n키워드: 교육, 안내\n"
    "- 교육을 다음과 같이 안내합니다.\n- 협조하여 주시기 바랍니다.\n"
)
BAD = GOOD.replace("협조하여 주시기 바랍니다.", "기한 안에 제출할 것.")
SLOPPY = GOOD.replace("다음과 같이", "2026.11.22. 14시 30분에")


@pytest.fixture
async def double():
    async with model_server() as server:
        server.plans = []
        real = server._body

        async def body(receive):
            told = await real(receive)
            if b"messages" in told and server.plans:
                server.plan = server.plans.pop(0)
            return told

        server._body = body
        yield server


@pytest.fixture
async def ilson(double, tmp_path):
    model = ModelSetting(name="inside", base_url=double.base_url, grade="S", won_in=100, won_out=200)
    async with house(tmp_path, models=(model,)) as running:
        yield running


def last(answer):
    return [item["text"] for item in answer.of("data-draft")[-1]["data"]["body"]]


def steps(answer):
    return [event["data"]["name"] for event in answer.of("data-step")]


async def test_a_draft_that_breaks_a_rule_is_repaired_by_the_model(ilson, double):
    double.plans = [said(BAD), said(GOOD)]
    answer = await ilson.ask("교육 안내", task="draft", form={})
    assert last(answer) == ["교육을 다음과 같이 안내합니다.", "협조하여 주시기 바랍니다."]
    assert steps(answer) == ["reading", "checking", "answering", "mending"]


async def test_the_model_is_told_what_is_wrong_and_only_once(ilson, double):
    double.plans = [said(BAD), said(BAD), said(GOOD)]
    await ilson.ask("교육 안내", task="draft", form={})
    first, second = double.bodies
    assert [turn["role"] for turn in second["messages"]][-2:] == ["assistant", "user"]
    assert "제출할 것." in second["messages"][-1]["content"]
    assert second["messages"][: len(first["messages"])] == first["messages"]


async def test_a_good_draft_is_not_sent_back(ilson, double):
    double.plans = [said(GOOD)]
    await ilson.ask("교육 안내", task="draft", form={})
    assert len(double.bodies) == 1


async def test_what_code_can_mend_is_not_sent_back(ilson, double):
    double.plans = [said(SLOPPY)]
    answer = await ilson.ask("교육 안내", task="draft", form={})
    assert (last(answer)[0], len(double.bodies)) == ("교육을 2026. 11. 22. 14:30에 안내합니다.", 1)


async def test_a_repair_that_is_worse_is_not_shown(ilson, double):
    double.plans = [said(BAD), said(BAD.replace("교육을", "금번 워크샵을 필히") + "- 2026. 2. 30. 제출할 것.\n")]
    answer = await ilson.ask("교육 안내", task="draft", form={})
    assert last(answer) == ["교육을 다음과 같이 안내합니다.", "기한 안에 제출할 것."]


async def test_a_repair_that_fails_leaves_the_first_draft(ilson, double):
    double.plans = [said(BAD), []]
    answer = await ilson.ask("교육 안내", task="draft", form={})
    assert (answer.error, last(answer)[1]) == ({}, "기한 안에 제출할 것.")
    assert [line.outcome for line in await ilson.lines()] == ["done"]


async def test_both_rounds_are_paid_for_on_one_line(ilson, double):
    double.plans = [said(BAD), said(GOOD)]
    await ilson.ask("교육 안내", task="draft", form={})
    assert [(line.tokens_in, line.tokens_out, line.won) for line in await ilson.lines()] == [(20, 10, 4.0)]


async def test_a_value_stays_masked_in_the_second_round(ilson, double, monkeypatch):
    monkeypatch.setattr("ilson.guard.vault._SALT", "k")
    bad = BAD.replace("- 기한", "- 문의: ⟦전화번호#1·kk⟧\n- 기한")
    double.plans = [said(bad), said(bad.replace("제출할 것.", "제출하여 주시기 바랍니다."))]
    answer = await ilson.ask("문의는 010-2345-6789로", task="draft", form={})
    assert "010-2345-6789" not in str(double.bodies)
    assert last(answer)[1] == "문의: 010-2345-6789"


async def test_what_the_official_filled_in_is_not_sent_back(ilson, double):
    double.plans = [said(GOOD)]
    answer = await ilson.ask("교육 안내", task="draft", form={"title": "워크샵 : 안내할 것."})
    assert len(double.bodies) == 1
    assert answer.of("data-draft")[-1]["data"]["title"].startswith("워크샵 :")


async def test_a_missing_summary_alone_is_no_reason_to_ask_again(ilson, double):
    double.plans = [said(GOOD.replace("문서요지: 교육을 안내합니다.\n키워드: 교육, 안내\n", ""))]
    await ilson.ask("교육 안내", task="draft", form={})
    assert len(double.bodies) == 1
