"""Hancom's files are written and drawn in the browser; the page itself never runs WebAssembly, its worker does."""

from pathlib import Path

import pytest
from browser.desk import letter, payload, until
from browser.test_draft import BODY, TITLE, downloaded, fill
from browser.words import t
from playwright.sync_api import expect

from ilson.documents.markdown import to_text
from ilson.documents.read import read
from ilson.domain.document import File

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def without_engine(desk):
    """Let the engine of the worker not be loaded."""
    desk.page.context.route("**/*.wasm", lambda route: route.abort())
    return desk


def test_hwp_is_made_in_the_browser_and_says_the_same(desk):
    _, hwpx = downloaded(fill(desk))
    name, hwp = downloaded(desk, "hwp")
    assert name == f"{TITLE}.hwp"
    assert hwp == hwpx


def test_hwp_is_what_its_name_says(desk):
    with fill(desk).page.expect_download() as waiting:
        desk.take("hwp")
    assert Path(waiting.value.path()).read_bytes().startswith(OLE)


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "txt"])
def test_the_other_kinds_say_the_same(desk, kind):
    name, text = downloaded(fill(desk), kind)
    assert name == f"{TITLE}.{kind}"
    assert "정보화 교육을 아래와 같이 실시합니다." in " ".join(text.split())


def test_the_engine_is_loaded_when_it_is_needed_and_not_before(desk):
    fill(desk)
    assert [url for url in desk.watch.addresses if url.endswith(".wasm")] == []
    desk.button("preview.open").click()
    expect(desk.page.get_by_role("figure")).to_have_count(1)
    assert len([url for url in desk.watch.addresses if url.endswith(".wasm")]) == 1


def test_without_the_engine_it_is_told_and_the_other_kinds_still_work(desk):
    without_engine(fill(desk)).take("hwp")
    expect(desk.screen).to_contain_text(t("files_out.hwp_failed"))
    assert TITLE in downloaded(desk)[1]
    desk.button("preview.open").click()
    expect(desk.page.get_by_role("alert")).to_have_text(t("preview.failed"))


def test_every_page_is_drawn_and_can_be_heard(desk):
    fill(desk).field("draft.body").fill("\n".join(f"{number}번째로 알릴 일을 적습니다." for number in range(80)))
    desk.button("preview.open").click()
    pages = desk.page.get_by_role("dialog", name=t("preview.title")).get_by_role("figure")
    expect(pages.first).to_contain_text("0번째로 알릴 일을 적습니다.")
    assert pages.count() > 1
    pages.last.scroll_into_view_if_needed()
    expect(pages.last).to_contain_text("79번째로 알릴 일을 적습니다.")
    picture = pages.last.locator("img")
    expect(picture).to_be_visible()
    assert picture.evaluate("(picture) => picture.decode().then(() => picture.naturalWidth > 700)")


def test_what_is_printed_is_every_page_and_nothing_else(desk):
    desk.page.evaluate("window.print = () => { window.printed = document.querySelectorAll('figure img').length }")
    fill(desk).field("draft.body").fill("\n".join(f"{number}번째로 알릴 일을 적습니다." for number in range(150)))
    desk.button("preview.open").click()
    pages = desk.page.get_by_role("dialog", name=t("preview.title")).get_by_role("figure")
    expect(pages.first.locator("img")).to_be_visible()
    desk.page.get_by_role("button", name=t("preview.print"), exact=True).click()
    until(lambda: desk.page.evaluate("window.printed"), pages.count())
    printed = read(File("인쇄.pdf", desk.page.pdf(prefer_css_page_size=True, format="A4")))
    assert (printed.pages, pages.count()) == (5, 5)
    assert t("preview.title") not in to_text(printed)


def test_what_is_drawn_runs_nothing(desk):
    hostile = "<script>document.title = 'ran'</script><img src=x onerror=\"document.title = 'ran'\">"
    fill(desk).field("draft.body").fill(f"{hostile}\n참석하여 주시기 바랍니다.")
    desk.button("preview.open").click()
    page = desk.page.get_by_role("dialog", name=t("preview.title")).get_by_role("figure")
    expect(page).to_contain_text("<script>")
    assert page.locator("img").evaluate("(picture) => picture.decode().then(() => picture.src)").startswith("blob:")
    assert page.locator("script, svg text, img[onerror]").count() == 0
    assert desk.page.title() != "ran"


def test_an_attached_file_of_hancom_is_looked_at_without_sending_it_again(desk):
    desk.open("draft")
    with desk.page.expect_file_chooser() as chooser:
        desk.button("draft.files").click()
    name, content = letter()
    chooser.value.set_files(payload(name, content))
    desk.read(name)
    sent = len(desk.watch.addresses)
    desk.button("preview.file_of", name=name).click()
    expect(desk.page.get_by_role("dialog", name=name).get_by_role("figure")).to_contain_text("설명회 개최 계획 1부.")
    assert [url for url in desk.watch.addresses[sent:] if "/api/" in url] == []


def test_the_preview_is_closed_by_a_key_and_the_focus_comes_back(desk):
    fill(desk).button("preview.open").click()
    expect(desk.page.get_by_role("figure")).to_have_count(1)
    desk.page.keyboard.press("Escape")
    expect(desk.page.get_by_role("dialog")).to_have_count(0)
    expect(desk.button("preview.open")).to_be_focused()
    expect(desk.field("draft.body")).to_have_value(BODY)


def test_the_page_itself_cannot_run_web_assembly(desk):
    smallest = "new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])"
    refused = desk.page.evaluate(f"WebAssembly.compile({smallest}).then(() => 'compiled', (error) => error.message)")
    assert "Content Security Policy" in refused
    desk.watch.complaints.clear()
