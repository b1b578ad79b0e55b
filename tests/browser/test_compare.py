"""An official puts two versions of a text side by side and takes the table of old and new provisions away."""

import re
from pathlib import Path

import pytest
from browser.desk import laid, ledger, note
from browser.words import t
from playwright.sync_api import expect

from ilson.documents.markdown import to_text
from ilson.documents.read import read
from ilson.domain.document import File

OLD = "현행.txt", "제1조(접수) 접수는 3일로 한다.\n제2조(기한) 기한은 없다.\n".encode()
NEW = "개정안.txt", "제1조(접수) 접수는 7일로 한다.\n제2조(기한) 기한은 없다.\n제3조(통지) 결과를 알린다.\n".encode()
HTML = """async () => {
  const [item] = await navigator.clipboard.read()
  return (await item.getType('text/html')).text()
}"""
PASTE = """(texts) => {
  const data = new DataTransfer()
  texts.forEach((text, at) => data.items.add(new File([text], `${at}.txt`, { lastModified: at })))
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
}"""
BROKEN = "망가진 파일.hwpx", b"PK\x03\x04" + bytes(200)


def both(desk, old=OLD, new=NEW):
    """Put a version on each side and wait for the table."""
    desk.compare().put("old", *old)
    desk.put("new", *new)
    expect(desk.table).to_be_visible()
    return desk


def cells(desk):
    return [row.get_by_role("cell").all_inner_texts() for row in desk.table.get_by_role("row").all()[1:]]


def side(desk, name):
    return desk.screen.get_by_role("region", name=t(f"sides.{name}"), exact=True)


def test_two_files_become_a_table_in_which_the_changed_words_are_marked(desk):
    both(desk)
    expect(desk.table.locator("mark")).to_have_text(["3일", "7일", "<신\u00a0설>", "제3조(통지) 결과를 알린다."])
    expect(desk.table.get_by_role("rowheader")).to_have_text([f"1 {t('changes.changed')}", f"2 {t('changes.added')}"])
    expect(desk.screen).to_contain_text(t("compare.rows", n=2))


def test_a_mark_is_no_matter_of_colour_alone(desk):
    line = "(mark) => getComputedStyle(mark).textDecorationLine"
    assert both(desk).table.locator("mark").first.evaluate(line) == "underline"


def test_versions_of_different_kinds_are_compared(desk):
    both(desk, note("접수는 3일로 한다.", "현행.hwpx"), ("개정안.txt", "접수는 7일로 한다.".encode()))
    expect(desk.table.locator("mark")).to_have_text(["3일", "7일"])


def test_no_model_is_asked_and_no_line_is_made(desk, ilson, speaker):
    before = ledger(ilson.folder)
    both(desk)
    assert (ledger(ilson.folder), speaker.bodies) == (before, [])


def test_the_sides_change_places(desk):
    both(desk).button("compare.swap").click()
    expect(side(desk, "old")).to_contain_text(NEW[0])
    expect(desk.table.locator("mark")).to_have_text(["7일", "3일", "제3조(통지) 결과를 알린다.", "<삭\u00a0제>"])


def test_files_are_dropped_where_they_belong(desk, tmp_path):
    desk.compare().drop(laid(tmp_path, *NEW), side(desk, "new"))
    expect(side(desk, "new")).to_contain_text(t("files.ready"))
    desk.drop(laid(tmp_path, *OLD))
    expect(desk.table.locator("mark").first).to_have_text("3일")


def test_two_files_that_are_pasted_are_compared_the_earlier_as_the_old_one(desk):
    desk.compare().page.evaluate(PASTE, ["접수는 3일로 한다.", "접수는 7일로 한다."])
    expect(desk.table.locator("mark")).to_have_text(["3일", "7일"])
    expect(desk.screen).to_contain_text(t("compare.by_age"))


def test_a_file_dropped_on_the_tile_lies_on_the_old_side(desk, tmp_path):
    desk.drop(laid(tmp_path, *OLD), desk.tile("compare"))
    expect(side(desk, "old")).to_contain_text(t("files.ready"))
    expect(desk.screen).to_contain_text(t("compare.wait"))


def test_what_was_typed_at_home_stays_there(desk):
    desk.field("home.question").fill("아직 보내지 않은 글")
    desk.compare().open_home()
    expect(desk.field("home.question")).to_have_value("아직 보내지 않은 글")


def test_what_is_the_same_is_shown_where_it_is_wished_for(desk):
    both(desk).choose("compare.every", t("compare.every_on"))
    expect(desk.table.get_by_role("rowheader")).to_have_count(3)
    assert cells(desk)[1] == ["제2조(기한) (생\u00a0략)", "제2조(기한) (현행과\u00a0같음)"]
    desk.choose("compare.full", t("compare.full_on"))
    expect(desk.table).to_contain_text("제2조(기한) 기한은 없다.")


def test_dashes_are_heard_as_what_they_mean(desk):
    expect(both(desk).table.get_by_role("img", name=t("compare.dashes")).first).to_be_visible()
    desk.choose("compare.full", t("compare.full_on"))
    expect(desk.table.get_by_role("img")).to_have_count(0)


def test_the_same_document_twice_is_told_to_be_the_same(desk):
    desk.compare().put("old", *OLD)
    desk.put("new", *OLD)
    expect(desk.screen.get_by_role("status").filter(has_text=t("compare.same"))).to_be_visible()
    expect(desk.table).to_have_count(0)


def test_a_file_that_cannot_be_read_says_why_and_another_takes_its_place(desk):
    desk.compare().put("old", *BROKEN)
    desk.put("new", *NEW)
    expect(side(desk, "old")).to_contain_text(t("errors.file_broken"))
    expect(desk.screen).to_contain_text(t("compare.wait"))
    desk.put("old", *OLD)
    expect(desk.table).to_be_visible()


def test_a_comparison_that_failed_is_told_and_goes_through_at_a_retry(desk):
    desk.page.context.route("**/api/documents/compare?**", lambda route: route.abort())
    desk.compare().button("compare.example").click()
    expect(desk.failure).to_contain_text(t("errors.network_down"))
    desk.page.context.unroute("**/api/documents/compare?**")
    desk.button("failure.retry").click()
    expect(desk.table).to_be_visible()


@pytest.mark.parametrize("kind", ["hwpx", "hwp", "docx", "pdf", "html", "txt"])
def test_the_table_is_taken_away_as_a_file_that_says_the_same(desk, kind):
    with both(desk).page.expect_download() as waiting:
        desk.take(kind)
    name, content = waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()
    text = to_text(read(File(name, content)))
    assert name == f"{t('compare.file_name')}.{kind}"
    assert [words for words in ("3일", "7일", "결과를 알린다.") if words not in text] == []


def test_the_file_shows_what_the_screen_shows(desk):
    both(desk).choose("compare.every", t("compare.every_on"))
    desk.choose("compare.full", t("compare.full_on"))
    expect(desk.table).to_contain_text("기한은 없다.")
    with desk.page.expect_download() as waiting:
        desk.take("txt")
    assert "기한은 없다." in Path(waiting.value.path()).read_text("utf-8")


def test_the_table_is_seen_as_it_prints(desk):
    both(desk).button("preview.open").click()
    page = desk.page.get_by_role("dialog", name=t("preview.title")).get_by_role("figure")
    expect(page).to_contain_text("대비표")
    assert page.locator("img").evaluate("(picture) => picture.decode().then(() => picture.naturalWidth > 700)")


def test_the_copied_table_keeps_its_underlines(desk):
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    both(desk).button("compare.copy").click()
    expect(desk.screen).to_contain_text(t("compare.copied"))
    assert re.findall(r"<u>(.*?)</u>", desk.page.evaluate(HTML))[:2] == ["3일", "7일"]
    assert desk.page.evaluate("navigator.clipboard.readText()").splitlines()[1].count("\t") == 1


def test_the_head_of_the_table_stays_while_its_rows_go_by(desk):
    lines = [f"제{number}조(조문) 접수는 {{}}일로 한다." for number in range(1, 80)]
    old, new = ("\n".join(lines).format(*[days] * 79).encode() for days in (3, 7))
    both(desk, ("현행.txt", old), ("개정안.txt", new))
    desk.table.get_by_role("row").last.scroll_into_view_if_needed()
    head = desk.table.get_by_role("columnheader", name=t("compare.new"))
    frame = desk.screen.get_by_role("region", name=t("tasks.compare")).last
    assert head.bounding_box()["y"] == pytest.approx(frame.bounding_box()["y"], abs=1)


@pytest.mark.parametrize("width", [1440, 320])
def test_a_voice_hears_a_table_at_any_width(desk, width):
    both(desk).page.set_viewport_size({"width": width, "height": 900})
    desk.wire.send("Accessibility.enable")
    nodes = desk.wire.send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in nodes if "role" in node and not node["ignored"]]
    heard = {role: roles.count(role) for role in ("table", "row", "columnheader", "rowheader", "cell")}
    assert heard == {"table": 1, "row": 3, "columnheader": 3, "rowheader": 2, "cell": 4}


def test_rows_stand_one_below_the_other_in_a_narrow_window(desk):
    both(desk).page.set_viewport_size({"width": 320, "height": 900})
    old, new = (cell.bounding_box() for cell in desk.table.get_by_role("cell").all()[:2])
    assert (old["x"], old["width"]) == (new["x"], new["width"])
    assert old["y"] + old["height"] <= new["y"]
