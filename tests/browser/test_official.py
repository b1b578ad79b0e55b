"""An official chooses a type, sees what the rules find, and has it mended; nothing of it is lost on the way."""

import json
import re
import struct
import zlib

import pytest
from browser.words import like, t
from playwright.sync_api import expect

BODY = "교육을 2026.12.9.(수)에 실시합니다.\n  장소: 구청 대강당\n참석자를 2026.12.1.까지 알려 주시기 바랍니다."
MENDED = BODY.replace("2026.12.9.", "2026. 12. 9.").replace("2026.12.1.", "2026. 12. 1.")
COUNT_CHANGES = """(status) => {
  window.told = 0
  const watch = new MutationObserver(() => { window.told += 1 })
  watch.observe(status, { childList: true, characterData: true, subtree: true })
}"""


def png():
    """Return a picture of one white dot."""
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0\xff\xff\xff")),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )


def chosen(desk):
    return desk.page.get_by_role("button", name=t("draft.type"))


def choose_type(desk, title):
    chosen(desk).click()
    desk.page.get_by_role("searchbox", name=t("draft.type_search")).fill(title)
    desk.page.get_by_role("option").filter(has_text=title).first.click()
    expect(chosen(desk)).to_contain_text(title)


def findings(desk):
    return desk.screen.get_by_role("region", name=t("lint.title"), exact=True)


def written(desk, body=BODY):
    desk.open("draft").field("draft.doc_title").fill("정보화 교육 안내")
    desk.field("draft.body").fill(body)
    return desk


def test_the_form_and_the_page_follow_the_type_and_keep_what_was_typed(desk):
    written(desk)
    expect(desk.paper).to_contain_text(t("official.to"))
    choose_type(desk, "회의록")
    fact = desk.screen.get_by_role("textbox", name=t("draft.needed", label="명칭"), exact=True)
    expect(fact).to_have_attribute("aria-required", "true")
    fact.fill("예산 조정 회의")
    expect(desk.paper.get_by_role("rowheader", name="명칭")).to_be_visible()
    expect(desk.paper).not_to_contain_text(t("official.via"))
    expect(desk.field("draft.doc_title")).to_have_value("정보화 교육 안내")
    choose_type(desk, "기안문")
    expect(desk.paper).not_to_contain_text("예산 조정 회의")
    expect(desk.screen).to_contain_text(t("draft.type_kept", n=1))
    expect(desk.field("draft.body")).to_have_value(BODY)
    choose_type(desk, "회의록")
    expect(desk.paper).to_contain_text("예산 조정 회의")


def test_a_type_is_found_by_what_it_is_for_and_chosen_by_the_keyboard(desk):
    desk.open("draft")
    chosen(desk).focus()
    desk.page.keyboard.press("Enter")
    expect(desk.page.get_by_role("searchbox")).to_be_focused()
    desk.page.keyboard.type("언론")
    expect(desk.page.get_by_role("option")).to_have_count(1)
    desk.page.keyboard.press("ArrowDown")
    desk.page.keyboard.press("Enter")
    expect(chosen(desk)).to_contain_text("보도자료")
    expect(desk.paper).to_contain_text(t("official.press"))


def test_the_example_of_a_type_is_put_in_and_taken_back(desk):
    written(desk)
    choose_type(desk, "보도자료")
    desk.button("draft.example").click()
    expect(desk.paper).to_contain_text("보도일시")
    expect(desk.field("draft.doc_title")).not_to_have_value("정보화 교육 안내")
    desk.button("draft.undo_example").click()
    expect(desk.field("draft.doc_title")).to_have_value("정보화 교육 안내")
    expect(desk.field("draft.body")).to_have_value(BODY)


def test_every_example_is_shown_without_an_error_and_can_be_taken_away(desk):
    types = json.loads(desk.page.evaluate("fetch('/api/official/types').then((answer) => answer.text())"))["types"]
    assert len(types) >= 20
    desk.open("draft")
    for each in types[::6]:
        choose_type(desk, each["title"])
        desk.button("draft.example").click()
        expect(desk.paper).to_contain_text(each["example"]["title"])
        with desk.page.expect_download():
            desk.take("hwpx")


def test_what_the_rules_find_stands_beside_the_page_and_all_of_it_is_mended_at_once(desk):
    written(desk)
    found = findings(desk).get_by_role("listitem").filter(has_text="2026.12.9.")
    expect(found).to_have_count(1)
    expect(desk.paper.locator("mark", has_text="2026.12.9.")).to_be_visible()
    expect(desk.screen).to_contain_text(like("lint.score"))
    found.get_by_role("button", name=like("guard.basis_of")).click()
    expect(found).to_contain_text("제7조제5항")
    desk.screen.get_by_role("button", name=like("lint.fix_all")).click()
    expect(desk.field("draft.body")).to_have_value(MENDED)
    expect(findings(desk)).not_to_contain_text("2026.12.9.")
    desk.button("draft.undo_fix").click()
    expect(desk.field("draft.body")).to_have_value(BODY)


def test_one_finding_is_mended_alone(desk):
    written(desk)
    desk.button("lint.fix_of", of="2026.12.9.(수)에").click()
    expect(desk.field("draft.body")).to_have_value(BODY.replace("2026.12.9.", "2026. 12. 9."))


def test_a_finding_leads_to_its_place(desk):
    written(desk)
    findings(desk).get_by_role("button", name="2026.12.1.").first.click()
    expect(desk.field("draft.body")).to_be_focused()
    field = "document.activeElement"
    assert desk.page.evaluate(f"{field}.value.slice({field}.selectionStart, {field}.selectionEnd)") == "2026.12.1.까지"
    expect(desk.paper.locator("mark", has_text="2026.12.1.")).to_have_attribute("data-selected", "true")


def test_a_finding_in_a_folded_field_opens_the_fold(desk):
    written(desk, "교육을 실시합니다.\n참석하여 주시기 바랍니다.")
    desk.button("draft.open").click()
    desk.field("draft.summary").fill("2026.12.9. 교육 안내")
    desk.button("draft.open").click()
    expect(desk.field("draft.summary")).to_have_count(0)
    findings(desk).get_by_role("button", name="2026.12.9.").first.click()
    expect(desk.field("draft.summary")).to_be_focused()


def test_a_field_that_is_missing_is_led_to(desk):
    written(desk)
    missing = findings(desk).get_by_role("button", name=re.compile(f"^{t('draft.keywords')} "))
    missing.click()
    expect(desk.field("draft.keywords")).to_be_focused()


def test_a_document_without_findings_still_wants_a_reader(desk):
    desk.open("draft").button("draft.example").click()
    expect(findings(desk)).to_contain_text(t("lint.none"))
    expect(findings(desk)).to_contain_text(t("lint.none_note"))


def test_counts_are_announced_once(desk):
    written(desk)
    said = findings(desk).get_by_role("status")
    expect(said).to_contain_text(t("lint.error"))
    said.evaluate(COUNT_CHANGES)
    with desk.page.expect_response("**/api/official/lint"):
        desk.field("draft.body").press("End")
        desk.page.keyboard.type("1234")
    expect(findings(desk)).to_have_attribute("aria-busy", "false")
    assert desk.page.evaluate("window.told") <= 1


@pytest.mark.parametrize("path", ["types", "lint"])
def test_what_cannot_be_had_is_told_quietly_and_nothing_is_lost(desk, path):
    desk.page.context.route(f"**/api/official/{path}", lambda route: route.abort())
    written(desk)
    told = {"types": t("draft.type_failed"), "lint": t("lint.failed")}[path]
    expect(desk.screen).to_contain_text(told)
    expect(desk.field("draft.body")).to_have_value(BODY)
    desk.page.context.unroute(f"**/api/official/{path}")
    desk.button("app.retry").click()
    expect(desk.screen).not_to_contain_text(told)


def test_nothing_is_sent_of_an_empty_form(desk):
    desk.open("draft")
    expect(findings(desk)).to_contain_text(t("lint.empty"))
    desk.field("draft.doc_title").fill("제목")
    expect(desk.screen).to_contain_text(like("lint.score"))
    lints = [url for url in desk.watch.addresses if url.endswith("/lint")]
    assert len(lints) == 1


def test_a_picture_stands_on_the_page_and_in_the_file_with_its_words(desk):
    written(desk)
    with desk.page.expect_file_chooser() as chooser:
        desk.button("draft.picture").click()
    chooser.value.set_files({"name": "위치.png", "mimeType": "image/png", "buffer": png()})
    expect(desk.paper.get_by_role("img", name=t("draft.picture_says"))).to_be_visible()
    desk.page.keyboard.type("행사장 위치")
    expect(desk.paper.get_by_role("img", name="행사장 위치")).to_be_visible()
    with desk.page.expect_download():
        desk.take("hwpx")
