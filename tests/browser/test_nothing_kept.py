"""After every task the browser has kept nothing, and the page has spoken with nobody but its own server."""

from browser.browse import KEPT, NOTHING
from browser.desk import Desk, letter
from browser.words import t
from doubles.model_server import said
from playwright.sync_api import expect


def use_everything(desk, speaker):
    """Ask, summarise, draft, download, compare, fail and try the rules, one after the other in one window."""
    desk.open("ask").pick(*letter())
    desk.read(letter()[0])
    desk.ask("신청 마감일은 언제입니까?")
    desk.ended()
    speaker.status = 500
    desk.ask("실패할 질문")
    expect(desk.failure).to_be_visible()
    speaker.forget()
    desk.open_home().open("summarise").pick(*letter())
    desk.read(letter()[0])
    desk.button("composer.summarise").click()
    desk.ended()
    speaker.plan = said("제목: 교육 안내\n", "- 교육을 실시합니다.\n")
    desk.open_home().open("draft").field("draft.request").fill("교육을 알림")
    desk.button("draft.compose").click()
    expect(desk.screen).to_contain_text(t("draft.filled"))
    for kind in ("hwpx", "hwp"):
        with desk.page.expect_download():
            desk.take(kind)
    desk.button("preview.open").click()
    expect(desk.page.get_by_role("figure").get_by_role("presentation")).to_be_visible()
    desk.page.keyboard.press("Escape")
    desk.open_home().compared()
    with desk.page.expect_download():
        desk.take("hwpx")
    desk.open_home().screen.get_by_role("button", name=t("tasks.guard")).click()
    desk.field("rules.text").fill("연락처 010-1234-5678")
    expect(desk.screen).to_contain_text(t("rules.same"))
    desk.choose("theme.label", t("theme.dark"))


def test_the_browser_keeps_nothing(desk, speaker):
    use_everything(desk, speaker)
    assert desk.page.evaluate(KEPT) == NOTHING
    assert desk.page.context.cookies() == []


def test_no_request_leaves_the_origin_and_none_carries_words_in_its_address(desk, speaker, ilson):
    use_everything(desk, speaker)
    assert desk.watch.foreign(ilson.address) == []
    assert len(desk.watch.addresses) >= 10
    assert [url for url in desk.watch.addresses if "%" in url] == []


def test_a_page_opened_again_is_empty(desk, speaker, ilson):
    use_everything(desk, speaker)
    desk.page.on("dialog", lambda dialog: dialog.accept())
    desk.page.goto(ilson.address)
    expect(Desk(desk.page).field("home.question")).to_have_value("")
    expect(desk.page.get_by_role("navigation", name=t("works.title"))).to_have_count(0)


def test_the_watch_hears_a_broken_policy_and_knows_a_foreign_address(desk):
    with desk.page.expect_console_message():
        desk.page.evaluate("fetch('http://127.0.0.1:9/').catch(() => null)")
    desk.watch.addresses.append("http://127.0.0.1:9/")
    assert desk.watch.foreign(desk.page.url.rstrip("/")) == ["http://127.0.0.1:9/"]
    assert "Content Security Policy" in desk.watch.complaints[0]
    desk.watch.addresses.clear()
    desk.watch.complaints.clear()


def test_the_search_finds_what_a_page_would_keep(desk):
    desk.page.evaluate("localStorage.setItem('question', 'x')")
    assert desk.page.evaluate(KEPT) == NOTHING | {"local": ["question"]}
