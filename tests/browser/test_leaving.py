"""Leaving with work asks once; leaving without work does not; a work that is closed asks too."""

import pytest
from browser.desk import letter
from browser.words import t
from playwright.sync_api import expect


def leaves(desk, answer="dismiss"):
    """Try to leave the page; return what the browser asked on the way."""
    asked = []

    def reply(dialog):
        asked.append(dialog.type)
        getattr(dialog, answer)()

    desk.page.on("dialog", reply)
    desk.page.evaluate("location.href = '/healthz'; new Promise((done) => setTimeout(done))")
    return asked


def typed(desk):
    desk.open("ask").question.press_sequentially("아직 보내지 않은 글")


def typed_at_home(desk):
    desk.field("home.question").press_sequentially("아직 보내지 않은 글")


def answered(desk):
    desk.open("ask").ask("질문")
    desk.ended()


def attached(desk):
    desk.open("ask").pick(*letter())
    desk.read(letter()[0])


def drafted(desk):
    desk.open("draft").field("draft.doc_title").press_sequentially("제목")


def compared(desk):
    desk.compared()


WORKS = [typed, typed_at_home, answered, attached, drafted, compared]


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.__name__)
def test_leaving_with_work_asks_once(desk, work):
    work(desk)
    assert leaves(desk) == ["beforeunload"]
    expect(desk.screen).to_be_visible()


def test_work_that_waits_behind_another_screen_is_asked_about_too(desk):
    typed(desk)
    desk.page.get_by_role("button", name=t("app.home")).click()
    assert leaves(desk) == ["beforeunload"]


def test_after_staying_everything_is_there(desk):
    typed(desk)
    leaves(desk)
    expect(desk.question).to_have_value("아직 보내지 않은 글")


def test_leaving_without_work_asks_nothing(desk):
    desk.open("ask").open_home().open("draft").open_home().compare()
    assert leaves(desk) == []


def test_a_work_with_an_answer_asks_before_it_is_closed(desk):
    answered(desk)
    desk.page.get_by_role("button", name=t("works.close", title="질문")).click()
    asked = desk.page.get_by_role("alertdialog", name=t("works.close_title"))
    asked.get_by_role("button", name=t("app.cancel")).click()
    expect(desk.answers).to_contain_text("무엇을 도와드릴까요?")
    desk.page.get_by_role("button", name=t("works.close", title="질문")).click()
    asked.get_by_role("button", name=t("works.close_confirm")).click()
    expect(desk.tile("ask")).to_be_visible()


def test_a_work_keeps_what_was_typed_while_another_is_open(desk):
    typed(desk)
    desk.open_home().open("draft").field("draft.doc_title").fill("제목")
    desk.page.get_by_role("navigation", name=t("works.title")).get_by_role("button").nth(1).click()
    expect(desk.question).to_have_value("아직 보내지 않은 글")
