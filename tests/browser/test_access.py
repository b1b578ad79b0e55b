"""axe finds nothing, in every state of the screen, in every theme, on wide and on narrow windows."""

import pytest
from browser.desk import letter, note, settle, until
from browser.words import ROOT, like, t
from doubles.model_server import said
from playwright.sync_api import expect

AXE = (ROOT / "frontend/node_modules/axe-core/axe.min.js").read_text("utf-8")
CHECK = """async () => {
  const { violations } = await axe.run({ resultTypes: ['violations'] })
  const told = (id, node) => `${id}: ${node.html.slice(0, 120)} ${node.any[0]?.message ?? ''}`
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => told(id, node)))
}"""
THEMES = ("light", "dark", "contrast")
WIDTHS = (1440, 320)
BETWEEN = 1280  # where the findings of the draft screen stand below its page


def home(desk, speaker):
    expect(desk.tile("ask")).to_be_visible()


def ask_empty(desk, speaker):
    desk.open("ask")


def ask_answered(desk, speaker):
    speaker.plan = said(
        "## 결과\n\n신청 마감일이 있습니다. [9]\n\n| 구분 | 날짜 |\n|---|---|\n| 마감 | 12. 1. |\n\n- 항목 `부호`\n"
    )
    desk.open("ask").pick(*letter())
    desk.read(letter()[0])
    desk.ask("마감일과 900101-1234568 확인")
    desk.ended()
    desk.sources.first.click()


def ask_failed(desk, speaker):
    speaker.status = 500
    desk.open("ask").pick("망가진 파일.hwpx", b"PK\x03\x04" + bytes(200))
    expect(desk.files).to_contain_text(t("errors.file_broken"))
    desk.ask("실패할 질문")
    expect(desk.failure.last).to_be_visible()


def ask_with_files(desk, speaker):
    desk.open("ask").pick(*letter())
    desk.pick("망가진 파일.hwpx", b"PK\x03\x04" + bytes(200))
    expect(desk.files.filter(has_text="망가진 파일.hwpx")).to_contain_text(t("errors.file_broken"))


def summarise_empty(desk, speaker):
    desk.open("summarise")


def draft_empty(desk, speaker):
    desk.open("draft")


def draft_filled(desk, speaker):
    speaker.plan = said("제목: 교육 안내\n", "수신: 각 부서장\n", "- 교육을 실시합니다.\n", "  - 장소: 대강당\n")
    desk.open("draft").field("draft.request").fill("교육을 알림")
    desk.button("draft.attachment_add").click()
    for fold in ("draft.more", "draft.contact", "draft.open"):
        desk.button(fold).click()
    desk.button("draft.sign_add").click()
    desk.button("draft.compose").click()
    expect(desk.screen).to_contain_text(t("draft.filled"))


def draft_table(desk, speaker):
    desk.open("draft").button("draft.table").click()
    expect(desk.page.get_by_role("dialog", name=t("table.title"))).to_be_visible()


def draft_found(desk, speaker):
    desk.open("draft").field("draft.doc_title").fill("교육을 2026.12.9.에 안내")
    findings = desk.screen.get_by_role("region", name=t("lint.title"), exact=True)
    findings.get_by_role("button", name="2026.12.9.에").first.click()
    findings.get_by_role("button", name=like("guard.basis_of")).first.click()
    desk.button("lint.score_means").click()


def draft_types_open(desk, speaker):
    desk.open("draft").page.get_by_role("button", name=t("draft.type")).click()
    expect(desk.page.get_by_role("searchbox", name=t("draft.type_search"))).to_be_focused()


def draft_of_a_type(desk, speaker):
    draft_types_open(desk, speaker)
    desk.page.get_by_role("option").filter(has_text="보도자료").first.click()
    desk.button("draft.example").click()
    expect(desk.paper).to_contain_text(t("official.press"))


def draft_downloads_open(desk, speaker):
    desk.open("draft").field("draft.doc_title").fill("제목")
    desk.button("draft.download").click()
    expect(desk.page.get_by_role("menu")).to_be_visible()


def draft_previewed(desk, speaker):
    desk.open("draft").button("draft.example").click()
    desk.button("preview.open").click()
    expect(desk.page.get_by_role("figure").locator("img")).to_be_visible()


def compare_empty(desk, speaker):
    desk.compare()


def compare_done(desk, speaker):
    desk.compared()


def compare_in_full(desk, speaker):
    desk.compared().choose("compare.every", t("compare.every_on"))
    desk.choose("compare.full", t("compare.full_on"))
    expect(desk.table).to_contain_text("제4조(이용 제한) 구청장은")


def compare_same(desk, speaker):
    desk.compare().put("old", "현행.txt", "같은 글이다.".encode())
    desk.put("new", "개정안.txt", "같은 글이다.".encode())
    expect(desk.screen).to_contain_text(t("compare.same"))


def compare_of_other_texts(desk, speaker):
    for side, word in (("old", "하늘"), ("new", "바다")):
        words = "\n\n".join(f"{word * (number + 2)}." for number in range(8))
        (desk.compare() if side == "old" else desk).put(side, f"{word}.txt", words.encode())
    expect(desk.screen).to_contain_text(t("compare.strange"))


def compare_failed(desk, speaker):
    desk.compared().put("old", "망가진 파일.hwpx", b"PK\x03\x04" + bytes(200))
    expect(desk.screen).to_contain_text(t("errors.file_broken"))


def compare_refused(desk, speaker):
    desk.page.context.route("**/api/documents/compare?**", lambda route: route.abort())
    desk.compare().button("compare.example").click()
    expect(desk.failure).to_contain_text(t("errors.network_down"))


def help_open(desk, speaker):
    desk.page.get_by_role("button", name=t("app.help")).click()
    expect(desk.page.get_by_role("dialog", name=t("keys.title"))).to_be_visible()


def about_open(desk, speaker):
    desk.open("ask").page.get_by_role("button", name=t("app.about")).click()
    expect(desk.page.get_by_role("dialog", name=t("about.title"))).to_be_visible()


def close_asked(desk, speaker):
    desk.open("ask").ask("닫을 질문")
    desk.ended()
    desk.page.get_by_role("button", name=t("works.close", title="닫을 질문")).click()
    expect(desk.page.get_by_role("alertdialog")).to_be_visible()


def choice_open(desk, speaker):
    desk.open("ask").choice("composer.model").click()
    expect(desk.page.get_by_role("listbox")).to_be_visible()


def strip_open(desk, speaker):
    desk.open("ask").pick(*note("민원 접수 대장. 연락처 010-1234-5678(으)로 회신 바람."))
    desk.question.fill("주민번호 900101-1234568, 입찰예정가격, 대외비, 연락처 010-9876-5432")
    strip = desk.screen.get_by_role("region", name=t("guard.strip"))
    strip.get_by_role("button", expanded=False).click()
    strip.get_by_role("button", name=t("guard.release_of", value="010-9876-5432")).click()
    strip.get_by_role("button", name=t("guard.basis_of", of="주민등록번호")).click()


def question_to_confirm(desk, speaker):
    desk.open("ask").ask("입찰예정가격을 검토해 주십시오.")
    desk.button("guard.basis_of", of="입찰 정보").click()


def rules_tried(desk, speaker):
    desk.screen.get_by_role("button", name=t("tasks.guard")).click()
    desk.button("rules.example").click()
    expect(desk.screen).to_contain_text(t("rules.same"))
    desk.screen.get_by_role("region", name=t("rules.list"), exact=True).get_by_role("button").first.click()


STATES = [
    home,
    ask_empty,
    ask_with_files,
    ask_answered,
    ask_failed,
    summarise_empty,
    draft_empty,
    draft_filled,
    draft_table,
    draft_found,
    draft_types_open,
    draft_of_a_type,
    draft_downloads_open,
    draft_previewed,
    compare_empty,
    compare_done,
    compare_in_full,
    compare_same,
    compare_of_other_texts,
    compare_failed,
    compare_refused,
    help_open,
    about_open,
    close_asked,
    choice_open,
    strip_open,
    question_to_confirm,
    rules_tried,
]


def looks(desk, widths):
    """Yield each theme on each width of the window."""
    for width in widths:
        desk.page.set_viewport_size({"width": width, "height": 900})
        for theme in THEMES:
            desk.page.evaluate("(theme) => { document.documentElement.dataset.theme = theme }", theme)
            settle(desk.page)
            yield f"{theme} {width}"


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_axe_finds_nothing(desk, speaker, state):
    state(desk, speaker)
    desk.page.evaluate(AXE)
    widths = (*WIDTHS, BETWEEN) if state.__name__.startswith("draft_") else WIDTHS
    assert [(look, found) for look in looks(desk, widths) for found in desk.page.evaluate(CHECK)] == []


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_nothing_stands_outside_of_a_narrow_window(desk, speaker, state):
    state(desk, speaker)
    desk.page.set_viewport_size({"width": 320, "height": 900})
    root = "document.documentElement"
    widths = f"[{root}.scrollWidth, {root}.clientWidth]"
    until(lambda: desk.page.evaluate(widths), [320, 320])  # an open list finds its new place a moment later


def test_a_wide_table_moves_in_its_own_box_and_takes_the_keyboard(desk, speaker):
    cells = "|".join(f"열{column:02}" for column in range(30))
    speaker.plan = said(f"|{cells}|\n|{'---|' * 30}\n|{cells}|\n")
    desk.open("ask").ask("넓은 표")
    desk.ended()
    table = desk.screen.get_by_role("group", name=t("answer.table"))
    expect(table).to_have_attribute("tabindex", "0")
    assert table.evaluate("(box) => box.scrollWidth > box.clientWidth && box.clientWidth < 800")


def test_a_long_file_name_is_cut_until_the_keyboard_is_there(desk):
    name = f"{'아주 긴 이름의 자료 ' * 12}.txt"
    desk.page.set_viewport_size({"width": 320, "height": 900})
    desk.open("ask").pick(name, "글입니다.".encode())
    desk.read(name)
    shown = desk.files.get_by_title(name)
    cut = shown.bounding_box()["height"]
    desk.button("files.remove", name=name).focus()
    assert cut < 60 < shown.bounding_box()["height"]


@pytest.mark.parametrize(
    ("wish", "theme"),
    [({"color_scheme": "light"}, "light"), ({"color_scheme": "dark"}, "dark"), ({"contrast": "more"}, "contrast")],
)
def test_the_page_begins_as_the_computer_is_set(desk, wish, theme):
    desk.page.emulate_media(**wish)
    desk.page.reload()
    expect(desk.choice("theme.label")).to_contain_text(t(f"theme.{theme}"))


def test_the_theme_is_changed_on_the_page(desk):
    desk.choose("theme.label", t("theme.contrast"))
    expect(desk.page.locator("html")).to_have_attribute("data-theme", "contrast")


def test_the_page_speaks_korean(desk):
    expect(desk.page.locator("html")).to_have_attribute("lang", "ko")
    expect(desk.page).to_have_title(t("app.title", screen=t("app.home")))


def test_an_answer_is_announced_by_sentence(desk, speaker):
    speaker.plan = said("첫 문장입니다. ", "둘째 문장입니다.")
    desk.open("ask").ask("질문")
    expect(desk.screen.locator("[aria-live=polite]").filter(has_text=t("answer.done"))).to_have_count(1)
