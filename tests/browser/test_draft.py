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


def downloaded(desk):
    with desk.page.expect_download() as waiting:
        desk.button("draft.download").click()
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
    desk.button("draft.download").click()
    expect(desk.screen).to_contain_text(t("errors.draft_incomplete"))


@pytest.mark.parametrize(("keys", "level"), [(["Alt+ArrowRight"], 1), (["Alt+ArrowRight", "Alt+ArrowLeft"], 0)])
def test_an_item_is_moved_a_level_by_the_keyboard(desk, keys, level):
    body = desk.open("draft").field("draft.body")
    body.fill("첫 항목\n둘째 항목")
    for key in keys:
        body.press(key)
    expect(body).to_have_value(f"첫 항목\n{'  ' * level}둘째 항목")
