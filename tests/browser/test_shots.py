"""Pictures of the screen for the manual, written by `ILSON_SHOTS=folder pytest tests/browser/test_shots.py`."""

import os
from pathlib import Path

import pytest
from browser.browse import opened
from browser.desk import Desk, letter, settle
from browser.words import t
from doubles.model_server import said
from playwright.sync_api import expect

SUMMARY = [
    "관내 주민 200명을 대상으로 2027년 주민참여예산 설명회를 구청 대강당에서 개최합니다. [4]\n\n",
    "- 일시: 2026. 12. 4.(금) 14:00~16:00 [6]\n",
    "- 장소: 구청 대강당 [7]\n",
    "- 신청 마감: 2026. 12. 1.(화) 18:00 [9]\n",
    "- 각 동은 신청자 명단을 2026. 12. 2.(수)까지 기획예산과에 제출 [10]\n",
]
ANSWER = [
    "신청 마감일은 **2026. 12. 1.(화) 18:00**까지입니다. [9]\n\n",
    "명단은 다음 날인 12. 2.(수)까지 냅니다. [10]\n",
]


def home(desk, speaker):
    expect(desk.tile("ask")).to_be_visible()


def asked(desk, speaker):
    speaker.plan = said(*ANSWER)
    desk.open("ask").pick(*letter())
    desk.read(letter()[0])
    desk.ask("신청 마감일은 언제입니까? 담당자 010-1234-5678")
    desk.ended()
    if desk.page.viewport_size["width"] > 1000:
        desk.sources.first.click()


def summary(desk, speaker):
    speaker.plan = said(*SUMMARY)
    desk.open("summarise").pick(*letter())
    desk.read(letter()[0])
    desk.button("composer.summarise").click()
    desk.ended()


def failed(desk, speaker):
    speaker.status = 500
    desk.open("ask").ask("신청 마감일은 언제입니까?")
    expect(desk.failure).to_be_visible()


def draft(desk, speaker):
    desk.open("draft").button("draft.example").click()
    expect(desk.paper).to_contain_text(t("official.end"))
    desk.page.evaluate("document.activeElement.blur()")


STATES = [home, asked, summary, failed, draft]
SHOTS = os.environ.get("ILSON_SHOTS")  # a folder; without one a single picture is taken, and thrown away
PICTURES = [
    (state, theme, width) for width in (1440, 320) for theme in ("light", "dark", "contrast") for state in STATES
]


@pytest.mark.parametrize(("state", "theme", "width"), PICTURES if SHOTS else PICTURES[:1])
def test_a_picture_is_taken(browser, ilson, speaker, state, theme, width):
    wish = {"contrast": "more"} if theme == "contrast" else {"color_scheme": theme}
    with opened(browser, ilson.address, viewport={"width": width, "height": 900}, **wish) as page:
        state(Desk(page), speaker)
        page.mouse.move(0, 0)
        settle(page)
        picture = page.screenshot()
    if SHOTS:
        (Path(SHOTS) / f"{state.__name__}-{theme}-{width}.png").write_bytes(picture)
    assert picture.startswith(b"\x89PNG")
