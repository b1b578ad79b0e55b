"""What an official has written and added stays: on a rewrite, beside a refusal, on closing, and for the keyboard."""

import json

import pytest
from browser.browse import opened
from browser.desk import Desk, letter
from browser.speaker import HOLD
from browser.words import t
from doubles.model_server import chunk
from playwright.sync_api import expect

BROKEN = ("망가진 파일.hwpx", b"PK\x03\x04" + bytes(200))


def answered(desk):
    desk.open("ask").ask("먼저 물은 것")
    desk.ended()
    return desk


def rewriting(desk):
    """Begin to write a second question with a file, then rewrite the first."""
    answered(desk).question.fill("쓰고 있던 질문")
    desk.pick(*letter())
    desk.read(letter()[0])
    desk.button("answer.rewrite").click()
    expect(desk.question).to_have_value("먼저 물은 것")
    return desk


def test_a_rewrite_that_is_given_up_brings_back_what_was_being_written(desk):
    rewriting(desk).button("composer.editing_cancel").click()
    expect(desk.question).to_have_value("쓰고 있던 질문")
    expect(desk.question).to_be_focused()
    desk.read(letter()[0])


def test_a_rewrite_that_is_sent_brings_back_what_was_being_written(desk):
    rewriting(desk).question.press("Enter")
    expect(desk.question).to_have_value("쓰고 있던 질문")
    desk.read(letter()[0])


def failed(desk, speaker, status, text):
    speaker.status = status
    desk.ask(text)
    expect(desk.failure).to_be_visible()
    speaker.forget()


def test_a_question_that_failed_is_not_sent_with_the_next(desk, speaker):
    answered(desk)
    failed(desk, speaker, 500, "답을 받지 못한 질문")
    desk.ask("그다음 질문")
    desk.ended()
    assert "답을 받지 못한 질문" not in json.dumps(speaker.bodies, ensure_ascii=False)
    expect(desk.answers.nth(1)).to_contain_text("답을 받지 못한 질문")
    expect(desk.answers.nth(1)).to_contain_text(t("errors.model_down"))


def test_the_file_of_a_question_that_failed_goes_with_the_next(desk, speaker):
    desk.open("ask").pick(*letter())
    desk.read(letter()[0])
    failed(desk, speaker, 500, "답을 받지 못한 질문")
    desk.ask("그다음 질문")
    desk.ended()
    assert "구청 대강당" in json.dumps(speaker.bodies, ensure_ascii=False)


def asked_to_confirm(page):
    """Have the server ask for a confirmation of every question that has none; return what was asked."""
    asked = []
    refusal = {"code": "confirmation_needed", "sentence": "", "retry": False, "rules": ["대외비"]}

    def reply(route):
        asked.append(route.request.post_data_json)
        if asked[-1]["confirmed"]:
            route.continue_()
        else:
            route.fulfill(status=409, body=json.dumps(refusal))

    page.route("**/api/answer", reply)
    return asked


def test_what_was_confirmed_once_is_not_asked_again(desk):
    asked = asked_to_confirm(desk.page)
    desk.open("ask").ask("확인이 필요한 질문")
    expect(desk.failure).to_contain_text("대외비")
    desk.button("failure.send_anyway").click()
    expect(desk.question).to_be_focused()
    desk.ended()
    desk.ask("이어서 묻는 질문")
    desk.ended()
    assert [each["confirmed"] for each in asked] == [[], ["대외비"], ["대외비"]]


def test_an_unread_file_stays_when_the_question_is_sent(desk):
    desk.open("ask").pick(*BROKEN)
    expect(desk.files).to_contain_text(t("files.failed"))
    desk.ask("파일 없이 묻는 질문")
    desk.ended()
    expect(desk.files.filter(has_text=BROKEN[0])).to_contain_text(t("errors.file_broken"))


def test_pasted_text_is_summarised(desk):
    desk.open("summarise")
    desk.choose("composer.model", "내장 엔진")
    desk.question.fill("설명회를 개최합니다.\n일시: 2026. 12. 4.(금) 14:00\n장소: 구청 대강당")
    desk.button("composer.summarise").click()
    desk.ended()
    expect(desk.answers).to_contain_text("구청 대강당")


def test_a_work_with_unsent_text_asks_before_it_is_closed(desk):
    desk.open("ask").question.fill("아직 보내지 않은 글")
    close = desk.page.get_by_role("button", name=t("works.close", title=t("works.untitled", task=t("tasks.ask"))))
    close.click()
    desk.page.get_by_role("alertdialog").get_by_role("button", name=t("app.cancel")).click()
    desk.question.fill("")
    close.click()
    expect(desk.tile("ask")).to_be_visible()


def test_stopping_and_trying_again_leave_the_focus_in_the_question(desk, speaker):
    speaker.plan = [chunk("여기까지 쓴 답변입니다.\n\n"), HOLD]
    desk.open("ask").ask("긴 답변이 필요한 질문")
    expect(desk.answers).to_contain_text("여기까지")
    desk.button("composer.stop").click(delay=700)  # milliseconds; longer than a double click
    expect(desk.question).to_be_focused()
    speaker.forget()
    desk.button("answer.retry").click()
    expect(desk.question).to_be_focused()
    desk.ended()
    speaker.status = 500
    desk.ask("답을 받지 못할 질문")
    desk.button("failure.other_model", model="내장 엔진").click()
    expect(desk.question).to_be_focused()


def test_a_task_opens_when_the_server_is_gone(desk):
    desk.page.wait_for_load_state("networkidle")
    desk.page.route("**/assets/**", lambda route: route.abort())
    desk.open("draft")
    expect(desk.field("draft.request")).to_be_visible()


def test_the_open_task_stands_out_in_forced_colours(browser, ilson, speaker):
    with opened(browser, ilson.address, forced_colors="active") as page:
        Desk(page).open("ask").open_home().open("draft")
        works = page.get_by_role("navigation", name=t("works.title")).get_by_role("listitem")
        styles = [
            work.get_by_role("button").first.evaluate("(button) => getComputedStyle(button).outlineStyle")
            for work in works.all()
        ]
        assert styles == ["none", "solid"]


@pytest.mark.parametrize("model", ["내장 엔진", "업무망 모델"])
def test_a_stopped_answer_says_what_kind_of_model_wrote_it(desk, model):
    cut = 'data: {"type":"start","messageId":"a"}\n\ndata: {"type":"text-start","id":"t"}\n\n'
    cut += 'data: {"type":"text-delta","id":"t","delta":"여기까지 쓴 답변입니다."}\n\n'
    events = {"content-type": "text/event-stream", "x-vercel-ai-ui-message-stream": "v1"}
    desk.page.route("**/api/answer", lambda route: route.fulfill(headers=events, body=cut))
    desk.open("ask").choose("composer.model", model)
    desk.ask("중간에 끊길 질문")
    expect(desk.failure).to_be_visible()
    expect(desk.answers).to_contain_text(t("answer.extracted" if model == "내장 엔진" else "answer.ai_draft"))
