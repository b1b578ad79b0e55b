"""An official fills in the form, sees the page as it will print, and takes it away as an HWPX file."""

from pathlib import Path

import pytest
from browser.speaker import HOLD
from browser.words import t
from doubles.model_server import DONE, chunk, said, usage
from playwright.sync_api import expect

from ilson.documents.read import read
from ilson.domain.document import File

TITLE = "2027년 정보화 교육 참석 안내"
BODY = """정보화 교육을 아래와 같이 실시합니다.
  일시: 2026. 12. 9.(수) 14:00~16:00
  장소: 구청 대강당
참석자를 알려 주시기 바랍니다."""
OUTLINE = [
    "제목: 개인정보 보호 교육 안내\n",
    "수신: 각 부서장\n",
    "- 개인정보 보호 교육을 실시합니다.\n",
    "  - 장소: 3층 회의실\n",
    "- 참석자를 알려 주시기 바랍니다.\n",
]


def fill(desk):
    desk.open("draft")
    desk.screen.get_by_text(t("draft.outside"), exact=True).click()
    desk.field("draft.recipients").fill("각 동장")
    desk.field("draft.doc_title").fill(TITLE)
    desk.field("draft.body").fill(BODY)
    desk.button("draft.attachment_add").click()
    desk.field("draft.attachment_name", n=1).fill("교육 계획서")
    return desk


def downloaded(desk, kind="hwpx"):
    with desk.page.expect_download() as waiting:
        desk.take(kind)
    file = waiting.value
    document = read(File(file.suggested_filename, Path(file.path()).read_bytes()))
    return file.suggested_filename, "\n".join(block.text for block in document.blocks)


def test_the_page_shows_the_form_as_it_will_print(desk):
    fill(desk)
    for written in ("각 동장", TITLE, "가.", "일시: 2026. 12. 9.(수) 14:00~16:00", "교육 계획서 1부."):
        expect(desk.paper).to_contain_text(written)
    assert desk.paper.inner_text().count(t("official.end")) == 1


def test_the_downloaded_file_says_what_the_form_said(desk):
    name, text = downloaded(fill(desk))
    assert name == f"{TITLE}.hwpx"
    assert text.count(f"제목  {TITLE}") == 1
    assert "수신  각 동장" in text
    assert "1. 정보화 교육을 아래와 같이 실시합니다." in text
    assert "가. 일시: 2026. 12. 9.(수) 14:00~16:00" in text
    assert "붙임  교육 계획서 1부.  끝." in text


def test_a_draft_is_written_while_the_official_watches(desk, speaker):
    speaker.plan = [*map(chunk, OUTLINE[:3]), HOLD, *map(chunk, OUTLINE[3:]), chunk("", "stop"), usage(9, 9), DONE]
    desk.open("draft").field("draft.request").fill("개인정보 보호 교육을 각 부서에 알림")
    desk.button("draft.compose").click()
    expect(desk.paper).to_contain_text("개인정보 보호 교육 안내")
    expect(desk.paper).not_to_contain_text("3층 회의실")
    speaker.resume()
    expect(desk.paper).to_contain_text("3층 회의실")
    expect(desk.field("draft.doc_title")).to_have_value("개인정보 보호 교육 안내")


def test_a_draft_can_be_taken_back(desk, speaker):
    speaker.plan = said(*OUTLINE)
    desk.open("draft").field("draft.doc_title").fill("처음에 쓴 제목")
    desk.button("draft.compose").click()
    desk.button("draft.undo").click()
    expect(desk.field("draft.doc_title")).to_have_value("처음에 쓴 제목")
    expect(desk.paper).not_to_contain_text("3층 회의실")


def test_a_draft_that_failed_leaves_the_form_as_it_was(desk, speaker):
    speaker.status = 500
    fill(desk).button("draft.compose").click()
    expect(desk.failure).to_contain_text(t("errors.model_down"))
    expect(desk.field("draft.body")).to_have_value(BODY)


def test_a_draft_without_a_body_is_not_downloaded(desk):
    desk.open("draft").field("draft.doc_title").fill("제목만 있는 문서")
    desk.take("hwpx")
    expect(desk.screen).to_contain_text(t("errors.draft_incomplete"))


@pytest.mark.parametrize(("keys", "level"), [(["Alt+ArrowRight"], 1), (["Alt+ArrowRight", "Alt+ArrowLeft"], 0)])
def test_an_item_is_moved_a_level_by_the_keyboard(desk, keys, level):
    body = desk.open("draft").field("draft.body")
    body.fill("첫 항목\n둘째 항목")
    for key in keys:
        body.press(key)
    expect(body).to_have_value(f"첫 항목\n{'  ' * level}둘째 항목")


MARKED = """1. 관련: 기획예산과-1(2026. 11. 2.)
2. 다음과 같이 실시합니다.
  가. 일시: 2026. 12. 9.(수) 14:00
  나. 장소: 구청 대강당
붙임  계획서 1부.  끝."""


def test_a_body_that_brings_its_marks_is_marked_once(desk):
    fill(desk).field("draft.body").fill(MARKED)
    desk.button("draft.attachment_remove", n=1).click()
    _, text = downloaded(desk)
    told = ("1. 관련: 기획예산과-1(2026. 11. 2.)", "가. 일시: 2026. 12. 9.(수) 14:00", "붙임  계획서 1부.  끝.")
    assert all(text.count(line) == 1 for line in told)
    for shown in (text, desk.paper.inner_text()):
        assert not any(twice in shown for twice in ("1. 1.", "가. 가.", "3. ", "끝. 끝.", "끝.  끝."))


def test_nobody_receives_a_document_until_somebody_says_so(desk, speaker):
    desk.open("draft").field("draft.request").fill("교육을 알림")
    expect(desk.paper).to_contain_text(t("official.missing_to"))
    speaker.plan = said(*OUTLINE)
    desk.button("draft.compose").click()
    expect(desk.paper).to_contain_text("각 부서장")
    assert t("official.internal") not in speaker.bodies[0]["messages"][-1]["content"]


def test_a_second_draft_starts_from_what_the_official_wrote(desk, speaker):
    speaker.plan = said(*OUTLINE)
    desk.open("draft").field("draft.request").fill("개인정보 교육을 알림")
    desk.button("draft.compose").click()
    expect(desk.screen).to_contain_text(t("draft.filled"))
    desk.field("draft.request").fill("청사 점검을 알림")
    speaker.plan = said("제목: 청사 점검 안내\n", "- 청사를 점검합니다.\n")
    desk.page.wait_for_function("begun => performance.now() > begun + 650", arg=desk.page.evaluate("performance.now()"))
    desk.button("draft.compose").click()  # a press within 600 ms of the last is its double click
    expect(desk.field("draft.doc_title")).to_have_value("청사 점검 안내")
    assert "3층 회의실" not in speaker.bodies[1]["messages"][-1]["content"]


def test_a_draft_that_broke_off_is_laid_as_far_as_it_came(desk, speaker):
    speaker.plan = [*map(chunk, OUTLINE[:3]), chunk("")]
    speaker.abort_after = 3
    desk.open("draft").field("draft.request").fill("교육을 알림")
    desk.button("draft.compose").click()
    expect(desk.failure).to_be_visible()
    expect(desk.screen).to_contain_text(t("draft.filled_failed"))
    expect(desk.field("draft.doc_title")).to_have_value("개인정보 보호 교육 안내")


def test_what_is_written_while_a_draft_grows_stays(desk, speaker):
    speaker.plan = [*map(chunk, OUTLINE[:3]), HOLD, *map(chunk, OUTLINE[3:]), chunk("", "stop"), usage(9, 9), DONE]
    desk.open("draft").field("draft.request").fill("교육을 알림")
    desk.button("draft.compose").click()
    expect(desk.paper).to_contain_text("개인정보 보호 교육 안내")
    desk.field("draft.doc_title").fill("직접 쓴 제목")
    speaker.resume()
    expect(desk.field("draft.body")).to_have_value(
        "개인정보 보호 교육을 실시합니다.\n  장소: 3층 회의실\n참석자를 알려 주시기 바랍니다."
    )
    expect(desk.field("draft.doc_title")).to_have_value("직접 쓴 제목")


def test_a_draft_taken_back_is_laid_again_with_what_was_mended_in_it(desk, speaker):
    speaker.plan = said(*OUTLINE)
    desk.open("draft").field("draft.request").fill("교육을 알림")
    desk.button("draft.compose").click()
    expect(desk.screen).to_contain_text(t("draft.filled"))
    desk.field("draft.doc_title").fill("고친 제목")
    desk.button("draft.undo").click()
    expect(desk.field("draft.doc_title")).to_have_value("")
    expect(desk.button("draft.redo")).to_be_focused()
    desk.button("draft.redo").click()
    expect(desk.field("draft.doc_title")).to_have_value("고친 제목")


def test_a_double_click_on_compose_writes_one_draft(desk, speaker):
    speaker.plan = [*map(chunk, OUTLINE[:3]), HOLD, *map(chunk, OUTLINE[3:]), chunk("", "stop"), usage(9, 9), DONE]
    desk.open("draft").field("draft.request").fill("교육을 알림")
    desk.button("draft.compose").dblclick(position={"x": 2, "y": 20})  # the button that follows is narrower
    expect(desk.paper).to_contain_text("개인정보 보호 교육 안내")
    expect(desk.page.get_by_role("listbox")).to_have_count(0)
    speaker.resume()
    expect(desk.screen).to_contain_text(t("draft.filled"))


def test_the_cells_of_a_table_are_not_lost_by_one_key(desk):
    desk.open("draft").field("draft.body").fill("예산")
    desk.button("draft.table").click()
    cell = desk.page.get_by_role("textbox", name=t("table.cell", row=1, column=1))
    cell.fill("구분")
    desk.page.keyboard.press("Escape")
    expect(desk.page.get_by_role("alert")).to_have_text(t("table.leave"))
    desk.page.get_by_role("button", name=t("table.stay")).click()
    expect(cell).to_have_value("구분")


def test_enter_in_the_middle_of_a_syllable_keeps_the_level(desk):
    body = desk.open("draft").field("draft.body")
    body.fill("가\n  나")
    desk.wire.send("Input.imeSetComposition", {"text": "다", "selectionStart": 1, "selectionEnd": 1})
    enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"}
    desk.wire.send("Input.dispatchKeyEvent", {"type": "keyDown", **enter})
    expect(body).to_have_value("가\n  나다\n  ")


def test_the_closed_kind_stands_with_its_clauses_on_the_page(desk):
    desk.open("draft").screen.get_by_text(t("draft.open"), exact=True).click()
    expect(desk.paper).to_contain_text(t("official.disclosure_open"))
    desk.choose("draft.disclosure", t("official.disclosure_closed"))
    expect(desk.paper).not_to_contain_text("()")
    for clause in ("5", "6"):
        desk.screen.get_by_role("checkbox", name=t(f"clauses.{clause}")).check()
    expect(desk.paper).to_contain_text("비공개(5,6)")


def test_the_body_alone_is_copied(desk):
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fill(desk).button("draft.copy").click()
    expect(desk.screen).to_contain_text(t("answer.copied"))
    copied = desk.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("1. 정보화 교육을")
    assert copied.endswith("붙임  교육 계획서 1부.  끝.")
