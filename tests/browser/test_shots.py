"""Pictures of the screen for the manual, written by `ILSON_SHOTS=folder pytest tests/browser/test_shots.py`."""

import os
from pathlib import Path

import pytest
from browser.browse import opened
from browser.desk import Desk, settle
from browser.words import t
from doubles.model_server import said
from playwright.sync_api import expect

from ilson.documents.official.render import render
from ilson.domain.official_rule import Look

LETTER = {
    "agency": "○○구",
    "to": "수신자 참조",
    "recipients": ["각 동장", "홍보과장", "안전관리과장"],
    "title": "2027년 주민참여예산 설명회 개최 계획 알림",
    "body": [
        {
            "text": "주민참여예산 제도를 알리고 2027년 사업 제안을 받기 위하여 설명회를 아래와 같이 개최합니다.",
            "items": [
                {"text": "일시: 2026. 12. 4.(금) 14:00~16:00"},
                {"text": "장소: 구청 대강당(본관 3층)"},
                {"text": "참석 대상: 관내 주민 200명(선착순 신청)"},
                {"text": "신청 마감: 2026. 12. 1.(화) 18:00"},
                {
                    "text": "소요 예산: 3,200천 원",
                    "table": [
                        ["구분", "금액(천 원)", "예산과목"],
                        ["강사료", "800", "사무관리비"],
                        ["자료 인쇄비", "1,500", "사무관리비"],
                        ["현장 운영비", "900", "사무관리비"],
                    ],
                },
            ],
        },
        {
            "text": "각 부서와 동에서는 다음 사항을 협조하여 주시기 바랍니다.",
            "items": [
                {"text": "홍보과: 2026. 11. 24.(화)까지 누리집과 소식지에 안내문 게재"},
                {"text": "각 동: 신청자 명단을 2026. 12. 2.(수)까지 기획예산과에 제출"},
                {"text": "안전관리과: 행사 당일 안전관리 요원 6명 배치"},
            ],
        },
    ],
    "attachments": [{"name": "설명회 개최 계획"}, {"name": "신청자 명단 서식"}],
    "sender": "○○구청장",
    "signatures": [
        {"role": "drafter", "title": "주무관", "name": "김하늘"},
        {"role": "reviewer", "title": "예산팀장", "name": "이바다"},
        {"role": "approver", "title": "기획예산과장", "name": "박나무", "mark": "전결"},
    ],
    "number": "기획예산과-1234",
    "date": "2026. 11. 20.",
}
SUMMARY = [
    "관내 주민 200명을 대상으로 2027년 주민참여예산 설명회를 열고 사업 제안을 받습니다. [5] [8]\n\n",
    "## 언제 어디서\n",
    "- 일시: **2026. 12. 4.(금) 14:00~16:00** [6]\n",
    "- 장소: 구청 대강당(본관 3층) [7]\n",
    "- 신청 마감: 2026. 12. 1.(화) 18:00, 선착순 [9]\n\n",
    "## 부서별로 할 일\n",
    "| 부서 | 기한 | 할 일 |\n|---|---|---|\n",
    "| 홍보과 | 11. 24.(화) | 누리집과 소식지에 안내문 게재 [13] |\n",
    "| 각 동 | 12. 2.(수) | 신청자 명단을 기획예산과에 제출 [14] |\n",
    "| 안전관리과 | 12. 4.(금) | 안전관리 요원 6명 배치 [15] |\n\n",
    "소요 예산은 3,200천 원이며 자료 인쇄비가 1,500천 원으로 가장 큽니다. [10] [11]\n",
]
ANSWER = [
    "신청 마감일은 **2026. 12. 1.(화) 18:00**까지입니다. [9]\n\n",
    "각 동에서는 신청자 명단을 다음 날인 12. 2.(수)까지 기획예산과에 제출합니다. [14]\n",
]


def letter():
    """Return an official document as an HWPX file, with its name."""
    return "주민참여예산 설명회 개최 계획 알림.hwpx", render(LETTER, "hwpx", Look())


def point(desk, place):
    """Open a source beside the answer, where the window is wide enough for both."""
    if desk.page.viewport_size["width"] > 1000:
        desk.sources.nth(place).click()


def home(desk, speaker):
    expect(desk.tile("ask")).to_be_visible()


def asked(desk, speaker):
    speaker.plan = said(*ANSWER)
    desk.open("ask").pick(*letter())
    desk.read(letter()[0])
    desk.ask("신청 마감일은 언제입니까? 담당자 010-1234-5678")
    desk.ended()
    point(desk, 0)


def summary(desk, speaker):
    speaker.plan = said(*SUMMARY)
    desk.open("summarise").pick(*letter())
    desk.read(letter()[0])
    desk.button("composer.summarise").click()
    desk.ended()
    point(desk, 4)


def failed(desk, speaker):
    speaker.status = 500
    desk.open("ask").ask("신청 마감일은 언제입니까?")
    expect(desk.failure).to_be_visible()


def draft(desk, speaker):
    desk.open("draft").button("draft.example").click()
    expect(desk.paper).to_contain_text(t("official.end"))
    desk.page.evaluate("document.activeElement.blur()")


def looked_at(desk, speaker):
    desk.open("ask").question.fill(
        "신청인 김하늘(주민번호 900101-1234568, 연락처 010-1234-5678)의 서류와 입찰예정가격을 확인해 주십시오."
    )
    strip = desk.screen.get_by_role("region", name=t("guard.strip"))
    strip.get_by_role("button", expanded=False).click()
    strip.get_by_role("button", name=t("guard.release_of", value="010-1234-5678")).click()


def to_confirm(desk, speaker):
    desk.open("ask").ask("입찰예정가격을 검토해 주십시오.")
    expect(desk.failure).to_be_visible()


def rules(desk, speaker):
    desk.screen.get_by_role("button", name=t("tasks.guard")).click()
    desk.button("rules.example").click()
    expect(desk.screen).to_contain_text(t("rules.same"))


def compared(desk, speaker):
    desk.compared()


STATES = [home, asked, summary, failed, draft, looked_at, to_confirm, rules, compared]
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
