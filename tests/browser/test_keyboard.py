"""Everything is reached without a mouse, and the eye always sees where the keyboard is."""

import pytest
from browser.desk import letter, payload
from browser.speaker import HOLD
from browser.words import t
from doubles.model_server import said
from playwright.sync_api import expect

# Whether the focused element, or the box that frames it, shows an outline or a ring, lies inside the window, and is not
# covered by something else.
FOCUS = """() => {
  const at = document.activeElement
  if (at === null || at === document.body) return null
  const shows = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
  const framed = [at, ...['.composer', '.home-box'].map((name) => at.closest(name)).filter(Boolean)]
  const lit = (each) => each !== at && getComputedStyle(each).boxShadow.includes('0px 0px 0px')
  const ring = framed.some((each) => shows(getComputedStyle(each)) || lit(each))
  const box = at.getBoundingClientRect()
  const here = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth
  const inside = here && box.width > 1 && box.height > 1
  const { left, right, top, bottom } = box
  const spots = [[left + 3, top + 3], [(left + right) / 2, (top + bottom) / 2], [right - 3, bottom - 3]]
  const hits = spots.map(([x, y]) => document.elementFromPoint(x, y)).filter(Boolean)
  const bare = hits.some((each) => at.contains(each) || each.contains(at))
  const name = at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent
  return { name: (name ?? '').trim().slice(0, 30) + ' <' + at.tagName.toLowerCase() + '>', ring, inside, bare }
}"""


def press_to(desk, key):
    """Press Tab until the named thing has the focus."""
    for _ in range(60):
        desk.page.keyboard.press("Tab")
        if t(key) in (desk.page.evaluate(FOCUS) or {"name": ""})["name"]:
            return
    raise AssertionError(f"{key} is not reached by Tab")


def journey(desk):
    """Return every stop of Tab, once round the page."""
    rest(desk)  # from wherever the keyboard is to the end; the next Tab begins at the top
    return rest(desk)


def rest(desk):
    """Return the stops of Tab from here to the end of the page."""
    stops = []
    for _ in range(80):
        desk.page.keyboard.press("Tab")
        stop = desk.page.evaluate(FOCUS)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError("Tab does not come to an end")


def at_home(desk, speaker):
    pass


def at_an_answer(desk, speaker):
    speaker.plan = said("설명회를 개최합니다. [5]")
    desk.open("ask").pick(*letter())
    desk.read(letter()[0])
    desk.ask("무엇을 합니까?")
    desk.ended()
    desk.sources.first.click()


def at_a_failure(desk, speaker):
    speaker.status = 500
    desk.open("ask").ask("실패할 질문")
    expect(desk.failure).to_be_visible()


def at_a_draft(desk, speaker):
    desk.open("draft").field("draft.doc_title").fill("제목")
    for fold in ("draft.more", "draft.contact", "draft.open"):
        desk.button(fold).click()


def at_the_findings(desk, speaker):
    desk.open("ask").question.fill("주민번호 900101-1234568, 연락처 010-9876-5432")
    desk.screen.get_by_role("region", name=t("guard.strip")).get_by_role("button", expanded=False).click()


def at_the_rules(desk, speaker):
    desk.screen.get_by_role("button", name=t("tasks.guard")).click()
    desk.button("rules.example").click()
    expect(desk.screen).to_contain_text(t("rules.same"))


def at_a_comparison(desk, speaker):
    desk.compared()


PLACES = [at_home, at_an_answer, at_a_failure, at_a_draft, at_the_findings, at_the_rules, at_a_comparison]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("width", [1440, 320])
def test_the_focus_is_always_seen(desk, speaker, place, width):
    place(desk, speaker)
    desk.page.set_viewport_size({"width": width, "height": 900})
    stops = journey(desk)
    assert len(stops) >= 8
    assert [stop["name"] for stop in stops if not (stop["ring"] and stop["inside"] and stop["bare"])] == []


def test_a_summary_needs_no_mouse(desk, speaker):
    speaker.plan = said("신청 마감일이 있습니다. [9]")
    press_to(desk, "tasks.summarise")
    desk.page.keyboard.press("Enter")
    expect(desk.question).to_be_focused()
    desk.screen.locator("input[type=file]").last.set_input_files(payload(*letter()))
    desk.read(letter()[0])
    desk.page.keyboard.press("Enter")
    desk.ended()
    press_to(desk, "answer.copy")
    desk.page.keyboard.press("Shift+Tab")
    desk.page.keyboard.press("Enter")
    expect(desk.source.locator("mark")).to_contain_text("신청 마감일은")


def test_a_comparison_needs_no_mouse(desk):
    press_to(desk, "tasks.compare")
    desk.page.keyboard.press("Enter")
    expect(desk.button("compare.pick_of", side=t("sides.old"))).to_be_focused()
    press_to(desk, "compare.example")
    desk.page.keyboard.press("Enter")
    expect(desk.table).to_contain_text("제6조")
    press_to(desk, "draft.download")
    desk.page.keyboard.press("Enter")
    with desk.page.expect_download():
        desk.page.keyboard.press("Enter")


def test_the_link_at_the_top_leads_past_the_bar(desk):
    rest(desk)
    desk.page.keyboard.press("Tab")
    expect(desk.page.get_by_role("link", name=t("app.skip"))).to_be_focused()
    desk.page.keyboard.press("Enter")
    expect(desk.screen).to_be_focused()


@pytest.mark.parametrize("task", ["ask", "summarise"])
def test_a_slash_leads_to_the_question(desk, task):
    desk.open(task)
    press_to(desk, "composer.files")
    desk.page.keyboard.press("/")
    expect(desk.question).to_be_focused()


def test_a_question_mark_opens_the_help_and_escape_closes_it(desk):
    press_to(desk, "app.help")
    desk.page.keyboard.press("?")
    expect(desk.page.get_by_role("dialog", name=t("keys.title"))).to_be_visible()
    desk.page.keyboard.press("Escape")
    expect(desk.page.get_by_role("dialog")).to_have_count(0)
    expect(desk.page.get_by_role("button", name=t("app.help"))).to_be_focused()


def test_shortcuts_of_one_letter_can_be_switched_off(desk):
    press_to(desk, "app.help")
    desk.page.keyboard.press("?")
    desk.page.get_by_role("switch", name=t("keys.switch")).press("Space")
    desk.page.keyboard.press("Escape")
    desk.page.keyboard.press("?")
    expect(desk.page.get_by_role("dialog")).to_have_count(0)


def test_escape_stops_an_answer_from_anywhere(desk, speaker):
    speaker.plan = [HOLD]
    desk.open("ask").ask("멈출 질문")
    assert speaker.held.wait(10)
    press_to(desk, "composer.files")
    desk.page.keyboard.press("Escape")
    expect(desk.answers).to_contain_text(t("answer.stopped_early"))


def test_going_back_from_a_source_returns_to_its_number(desk, speaker):
    at_an_answer(desk, speaker)
    desk.page.set_viewport_size({"width": 320, "height": 800})
    desk.button("sources.back").click()
    expect(desk.sources.first).to_be_focused()
