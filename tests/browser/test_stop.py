"""An official stops an answer: what came stays, the model is let go, and the ledger says `left`."""

import pytest
from browser.desk import ledger, until
from browser.speaker import HOLD
from browser.words import t
from doubles.model_server import chunk
from playwright.sync_api import expect

PLAN = [chunk("여기까지 쓴 답변입니다. 이어서 쓰려고 합니다.\n\n"), HOLD, chunk("오지 않을 말입니다.")]


def press(desk):
    desk.button("composer.stop").click(delay=700)  # milliseconds; a second click of a double click is no wish to stop


STOPS = {"button": press, "escape": lambda desk: desk.page.keyboard.press("Escape")}


@pytest.mark.parametrize("way", STOPS)
def test_a_stopped_answer_keeps_what_came_and_leaves_one_line(desk, speaker, ilson, way):
    speaker.plan = PLAN
    before = len(ledger(ilson.folder))
    desk.open("ask").ask("긴 답변이 필요한 질문")
    expect(desk.answers).to_contain_text("여기까지 쓴 답변입니다.")
    STOPS[way](desk)
    expect(desk.answers).to_contain_text(t("answer.stopped"))
    expect(desk.answers).to_contain_text("여기까지 쓴 답변입니다.")
    assert speaker.left.wait(10)
    until(lambda: ledger(ilson.folder)[before:], ["left"])


def test_a_question_stopped_before_its_answer_stays(desk, speaker):
    speaker.plan = [HOLD]
    desk.open("ask").ask("바로 멈출 질문")
    assert speaker.held.wait(10)
    STOPS["escape"](desk)
    expect(desk.answers).to_contain_text(t("answer.stopped_early"))
    expect(desk.answers).to_contain_text("바로 멈출 질문")


def test_after_a_stop_the_same_question_can_be_asked_again(desk, speaker):
    speaker.plan = PLAN
    desk.open("ask").ask("다시 물을 질문")
    expect(desk.answers).to_contain_text("여기까지 쓴 답변입니다.")
    STOPS["escape"](desk)
    speaker.forget()
    desk.button("answer.retry").click()
    desk.ended()
    expect(desk.answers).to_contain_text("무엇을 도와드릴까요?")
    expect(desk.answers).to_have_count(1)


def test_a_double_click_on_send_does_not_stop_the_answer(desk, speaker):
    desk.open("ask").question.fill("두 번 눌러 보낸 질문")
    desk.button("composer.send").dblclick()
    desk.ended()
    assert len(speaker.bodies) == 1


def test_a_draft_that_was_stopped_keeps_what_was_written(desk, speaker):
    speaker.plan = [chunk("제목: 교육 안내\n"), chunk("- 교육을 실시합니다.\n"), HOLD]
    desk.open("draft").field("draft.request").fill("교육을 알림")
    desk.button("draft.compose").click()
    expect(desk.paper).to_contain_text("교육을 실시합니다.")
    STOPS["escape"](desk)
    expect(desk.screen).to_contain_text(t("draft.filled_stopped"))
    expect(desk.field("draft.doc_title")).to_have_value("교육 안내")
