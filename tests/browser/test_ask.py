"""An official asks about a file: the answer quotes it and shows the place, or says that nothing answers."""

import pytest
import yaml
from browser.desk import letter
from browser.words import ROOT, t
from doubles.model_server import said
from playwright.sync_api import expect

BUILTIN = yaml.safe_load((ROOT / "ilson/rules/builtin.ko.yaml").read_text("utf-8"))


def asking(desk):
    """Return the desk with a letter in a question to the built-in engine, which answers from nothing else."""
    desk.open("ask")
    desk.choose("composer.model", BUILTIN["label"])
    name, content = letter()
    desk.pick(name, content)
    desk.read(name)
    return desk


def test_an_answer_quotes_the_file_and_shows_the_place(desk):
    asking(desk).ask("신청 마감일은 언제입니까?")
    desk.ended()
    expect(desk.answers).to_contain_text("2026. 12. 1.(화) 18:00")
    desk.sources.first.click()
    expect(desk.source.locator("mark")).to_contain_text("신청 마감일은 2026. 12. 1.(화) 18:00까지")


def test_a_question_that_the_file_does_not_answer_is_told_so(desk):
    asking(desk).ask("구내식당 점심 가격은 얼마입니까?")
    desk.ended()
    expect(desk.answers).to_contain_text(BUILTIN["not_found"])


def test_the_built_in_engine_says_that_it_is_no_language_model(desk):
    asking(desk).ask("신청 마감일은 언제입니까?")
    desk.ended()
    expect(desk.answers).to_contain_text(t("answer.extracted"))


def test_an_example_runs_with_one_click(desk):
    desk.open("ask").button("ask.example").click()
    desk.ended()
    expect(desk.answers).to_contain_text(t("ask.example_question"))


def test_personal_data_does_not_reach_the_model_and_comes_back(desk, speaker):
    speaker.plan = said("번호는 ⟦주민등록번호#1⟧입니다.")
    desk.open("ask").ask("번호 900101-1234568 확인")
    desk.ended()
    assert "900101" not in str(speaker.bodies)
    expect(desk.answers).to_contain_text("번호는 900101-1234568입니다.")
    expect(desk.source).to_contain_text(t("sources.masked_item", label="주민등록번호", n=1))


@pytest.mark.parametrize("key", ["Enter", "click"])
def test_the_first_screen_takes_a_question(desk, speaker, key):
    field = desk.field("home.question")
    field.fill("안녕하십니까?")
    if key == "click":
        desk.button("home.send").click()
    else:
        field.press(key)
    desk.ended()
    expect(desk.answers).to_contain_text("무엇을 도와드릴까요?")
    assert len(speaker.bodies) == 1


def test_a_question_can_be_rewritten(desk, speaker):
    desk.open("ask").ask("먼저 쓴 질문")
    desk.ended()
    desk.button("answer.rewrite").click()
    desk.ask("고쳐 쓴 질문")
    expect(desk.answers).to_contain_text("고쳐 쓴 질문")
    desk.ended()
    expect(desk.answers).to_have_count(1)
    assert "먼저 쓴 질문" not in str(speaker.bodies[-1])


def test_an_answer_is_copied_without_marks_of_format(desk, speaker):
    speaker.plan = said("## 결과\n\n- **접수**를 마감합니다.\n")
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.open("ask").ask("결과는?")
    desk.ended()
    desk.button("answer.copy").click()
    expect(desk.answers).to_contain_text(t("answer.copied"))
    copied = desk.page.evaluate("navigator.clipboard.readText()")
    assert "접수를 마감합니다." in copied
    assert not set("#*") & set(copied)
