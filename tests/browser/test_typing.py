"""One Enter sends once, and whole, also while a Hangul syllable is not done yet."""

import pytest
from browser.speaker import HOLD
from playwright.sync_api import expect

ENTER = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"}
ENTER_COMPOSING = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229}
PROCESS = {"key": "Process", "code": "Enter", "windowsVirtualKeyCode": 229}


class Hangul:
    """An input method: syllables grow under the hand, and are laid down when they are done."""

    def __init__(self, desk):
        self.wire = desk.wire

    def compose(self, *steps):
        for text in steps:
            self.wire.send(
                "Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
            )

    def lay(self, text):
        self.wire.send("Input.insertText", {"text": text})

    def press(self, key):
        self.wire.send("Input.dispatchKeyEvent", {"type": "keyDown" if "text" in key else "rawKeyDown", **key})

    def write(self, text, last):
        """Write all but the last syllable, and leave that one unfinished."""
        for syllable in text:
            self.compose(syllable)
            self.lay(syllable)
        self.compose(*last)


def on_macos(hangul, syllable):
    """Enter comes twice: in the middle of the syllable and after it."""
    hangul.press(ENTER_COMPOSING)
    hangul.lay(syllable)
    hangul.press(ENTER)


def on_windows(hangul, syllable):
    """The first key belongs to the input method, Enter comes after it."""
    hangul.press(PROCESS)
    hangul.lay(syllable)
    hangul.press(ENTER)


def on_linux(hangul, syllable):
    """Enter comes once, in the middle of the syllable."""
    hangul.press(ENTER_COMPOSING)
    hangul.lay(syllable)


def held_down(hangul, syllable):
    """Enter stays down for a moment and repeats itself."""
    on_macos(hangul, syllable)
    hangul.press({**ENTER, "autoRepeat": True})
    hangul.press({**ENTER, "autoRepeat": True})


WAYS = [on_macos, on_windows, on_linux, held_down]


def asked(speaker):
    """Return the questions that reached the model."""
    return [body["messages"][-1]["content"] for body in speaker.bodies]


@pytest.mark.parametrize("way", WAYS)
def test_one_enter_sends_one_whole_question(desk, speaker, way):
    desk.open("ask")
    hangul = Hangul(desk)
    hangul.write("예산을 알려 주", ["ㅅ", "세", "셍", "세", "세"])
    way(hangul, "세")
    desk.ended()
    assert asked(speaker) == ["예산을 알려 주세"]
    expect(desk.question).to_have_value("")


@pytest.mark.parametrize("way", WAYS)
def test_one_enter_on_the_first_screen_sends_one_whole_question(desk, speaker, way):
    desk.field("home.question").focus()
    hangul = Hangul(desk)
    hangul.write("안녕하세", ["ㅇ", "요"])
    way(hangul, "요")
    desk.ended()
    assert asked(speaker) == ["안녕하세요"]


def test_an_enter_while_an_answer_is_written_loses_nothing(desk, speaker):
    speaker.plan = [HOLD, *speaker.plan]
    desk.open("ask").ask("첫 질문")
    assert speaker.held.wait(10)
    desk.question.fill("다음 질문")
    desk.question.press("Enter")
    expect(desk.question).to_have_value("다음 질문")
    speaker.resume()
    desk.ended()
    assert asked(speaker) == ["첫 질문"]


def test_shift_and_enter_begin_a_new_line(desk, speaker):
    desk.open("ask").question.press_sequentially("첫 줄")
    desk.question.press("Shift+Enter")
    desk.question.press_sequentially("둘째 줄")
    expect(desk.question).to_have_value("첫 줄\n둘째 줄")
    desk.question.press("Enter")
    desk.ended()
    assert asked(speaker) == ["첫 줄\n둘째 줄"]


def test_an_empty_question_is_not_sent(desk, speaker):
    desk.open("ask").question.fill("  ")
    desk.question.press("Enter")
    expect(desk.button("composer.send")).to_be_disabled()
    assert speaker.bodies == []


def test_an_item_of_a_document_is_written_whole(desk):
    body = desk.open("draft").field("draft.body")
    body.focus()
    hangul = Hangul(desk)
    hangul.write("첫 항", ["ㅁ", "모", "목"])
    on_windows(hangul, "목")
    hangul.write("둘째 항", ["ㅁ", "모", "목"])
    hangul.lay("목")
    expect(body).to_have_value("첫 항목\n둘째 항목")


def test_a_shortcut_key_is_a_letter_inside_a_field(desk):
    desk.open("ask").question.press_sequentially("/?")
    expect(desk.question).to_have_value("/?")
    expect(desk.page.get_by_role("dialog")).to_have_count(0)
