"""Does on the page what an official does: by role and Korean name, never by class or place in the tree."""

import re
import sqlite3
import time
from threading import Event

from browser.words import like, t
from doubles.office_files import hwpx, p
from playwright.sync_api import expect

from ilson.documents.official.render import render
from ilson.domain.official_rule import Look

LETTER = {
    "agency": "○○구",
    "to": "수신자 참조",
    "recipients": ["각 동장"],
    "title": "2027년 주민참여예산 설명회 개최 알림",
    "body": [
        {"text": "주민참여예산 제도를 알리고 사업 제안을 받기 위하여 설명회를 아래와 같이 개최합니다."},
        {"text": "일시: 2026. 12. 4.(금) 14:00~16:00"},
        {"text": "장소: 구청 대강당"},
        {"text": "참석 대상: 관내 주민 200명"},
        {"text": "신청 마감일은 2026. 12. 1.(화) 18:00까지입니다."},
        {"text": "각 동에서는 신청자 명단을 2026. 12. 2.(수)까지 기획예산과에 제출하여 주시기 바랍니다."},
    ],
    "attachments": [{"name": "설명회 개최 계획"}],
    "sender": "○○구청장",
}


def letter():
    """Return an official document as an HWPX file, with its name."""
    return "설명회 개최 알림.hwpx", render(LETTER, "hwpx", Look())


def note(text, name="메모.hwpx"):
    """Return a small HWPX file of one paragraph, with its name."""
    return name, hwpx(p(text))


def laid(folder, name, content):
    """Return the path of a file that lies in a folder, as on an official's own computer."""
    (folder / name).write_bytes(content)
    return folder / name


def payload(name, content):
    """Return a file as the browser's file dialog gives it."""
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


class Desk:
    """One page of Ilson in front of an official."""

    def __init__(self, page):
        self.page = page
        self.watch = page.watch
        self.wire = page.context.new_cdp_session(page)  # for what playwright has no word for: drags, input methods

    @property
    def screen(self):
        """The screen in front; the others wait hidden."""
        return self.page.get_by_role("main")

    @property
    def question(self):
        return self.screen.get_by_role("textbox", name=t("composer.question"), exact=True)

    @property
    def answers(self):
        return self.screen.get_by_role("article")

    @property
    def failure(self):
        return self.screen.get_by_role("alert")

    @property
    def files(self):
        return self.screen.get_by_role("list", name=t("files.list")).last.get_by_role("listitem")

    @property
    def source(self):
        return self.screen.get_by_role("complementary", name=t("sources.title"))

    @property
    def sources(self):
        """The reference buttons in the answers."""
        return self.screen.get_by_role("button", name=like("answer.source"))

    @property
    def paper(self):
        return self.screen.get_by_role("region", name=t("official.page"))

    @property
    def table(self):
        """The table of old and new provisions."""
        return self.screen.get_by_role("table", name=t("compare.table"))

    def button(self, key, **values):
        return self.screen.get_by_role("button", name=t(key, **values), exact=True)

    def field(self, key, **values):
        return self.screen.get_by_role("textbox", name=t(key, **values), exact=True)

    def tile(self, task):
        """The tile of a task on the first screen."""
        tiles = self.screen.get_by_role("navigation", name=t("home.tasks"))
        return tiles.get_by_role("button").filter(has_text=t(f"tasks.{task}"))

    def open(self, task):
        """Open a task from its tile on the first screen."""
        self.tile(task).click()
        expect(self.screen.get_by_role("textbox").first).to_be_focused()
        return self

    def compare(self):
        """Open the comparison of two documents from its tile."""
        self.tile("compare").click()
        expect(self.button("compare.pick_of", side=t("sides.old"))).to_be_focused()
        return self

    def compared(self):
        """Open the comparison of two documents and let it compare its own example."""
        self.compare().button("compare.example").click()
        expect(self.table).to_be_visible()
        return self

    def put(self, side, name, content):
        """Put a file on one side of a comparison through the file dialog, whether or not one lies there."""
        place = self.screen.get_by_role("region", name=t(f"sides.{side}"), exact=True)
        with self.page.expect_file_chooser() as chooser:
            place.get_by_role("button").first.click()
        chooser.value.set_files(payload(name, content))

    def open_home(self):
        """Go back to the first screen; what is open stays open."""
        self.page.get_by_role("button", name=t("app.home")).click()
        return self

    def choice(self, label):
        """The button that opens a labelled choice; its name is what is chosen, then the label."""
        opens = self.page.locator("[aria-haspopup=listbox]")
        return self.page.get_by_role("button", name=re.compile(f" {t(label)}$")).and_(opens)

    def choose(self, label, option):
        """Choose one option of a labelled choice."""
        self.choice(label).click()
        self.page.get_by_role("option").filter(has_text=option).click()

    def pick(self, name, content):
        """Add a file through the file dialog."""
        with self.page.expect_file_chooser() as chooser:
            self.button("composer.files").click()
        chooser.value.set_files(payload(name, content))

    def take(self, kind):
        """Take the official document away as a file of a kind."""
        self.button("draft.download").click()
        self.page.get_by_role("menuitem", name=re.compile(f"^{t(f'files_out.{kind}')} ")).click()

    def drop(self, path, place=None):
        """Drag a real file over the page, by real events of the browser, and let it fall."""
        box = (place or self.screen).bounding_box()
        held = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
        spot = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2, "data": held}
        for event in ("dragEnter", "dragOver", "dragOver", "dragOver", "drop"):  # a hand moves more than once
            self.wire.send("Input.dispatchDragEvent", {"type": event, **spot})

    def read(self, name):
        """Wait until a file is read."""
        expect(self.files.filter(has_text=name)).to_contain_text(t("files.ready"))

    def ask(self, text):
        """Write a question and press Enter."""
        self.question.fill(text)
        self.question.press("Enter")

    def ended(self):
        """Wait until the newest answer has ended."""
        expect(self.answers.last).to_have_attribute("aria-busy", "false")
        expect(self.answers.last).to_contain_text(like("answer.grade"))


def settle(page):
    """Let what fades come to its end, so that its colours are judged and not those on the way."""
    page.evaluate("() => { document.getAnimations().forEach((each) => { each.finish() }) }")


def ledger(folder):
    """Return the outcomes in the ledger of a running Ilson, oldest first."""
    book = sqlite3.connect(f"file:{folder}/data/ilson.db?mode=ro", uri=True)
    try:
        return [outcome for (outcome,) in book.execute("SELECT outcome FROM ledger ORDER BY opened")]
    finally:
        book.close()


def until(found, wanted, seconds=10):
    """Wait until a fact outside of the page is as wanted."""
    deadline = time.monotonic() + seconds
    while (now := found()) != wanted:
        Event().wait(0.02)
        assert time.monotonic() < deadline, f"{now!r} did not become {wanted!r} in {seconds} s"
