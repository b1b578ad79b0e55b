"""What fails is told in Korean by its code, nothing on the screen is lost, and a retry goes through."""

import pytest
from browser.browse import opened
from browser.desk import Desk, laid, letter, note
from browser.speaker import HOLD
from browser.words import t
from doubles.model_server import chunk
from doubles.office_files import compound
from playwright.sync_api import expect

STATUSES = {500: "model_down", 429: "model_busy", 401: "model_key_refused", 400: "model_request_refused"}
BAD_FILES = {
    "file_broken": ("망가진 파일.hwpx", b"PK\x03\x04" + bytes(200)),
    "file_locked": ("잠긴 파일.docx", compound({("EncryptedPackage",): b"secret"})),
    "file_unknown": ("자료.bin", b"\x01\x02\x03" * 70),
    "file_picture": ("사진.png", b"\x89PNG\r\n\x1a\n" + bytes(200)),
    "file_old": ("옛 문서.rtf", b"{\\rtf1 }"),
    "file_archive": ("자료.7z", b"7z\xbc\xaf\x27\x1c" + bytes(200)),
    "file_empty": ("빈 파일.txt", b"   \n"),
}


@pytest.mark.parametrize("status", STATUSES)
def test_a_failure_of_the_model_server_is_told_by_its_code(desk, speaker, status):
    speaker.status = status
    desk.open("ask").ask("답을 받지 못할 질문")
    expect(desk.failure).to_contain_text(t(f"errors.{STATUSES[status]}"))
    expect(desk.answers).to_contain_text("답을 받지 못할 질문")


def test_a_retry_succeeds_once_the_model_server_is_back(desk, speaker):
    speaker.status = 500
    desk.open("ask").ask("두 번째에 답을 받을 질문")
    expect(desk.failure).to_be_visible()
    speaker.forget()
    desk.button("failure.retry").click()
    desk.ended()
    expect(desk.answers).to_contain_text("무엇을 도와드릴까요?")
    expect(desk.failure).to_have_count(0)


def test_another_model_answers_at_once(desk, speaker):
    speaker.status = 500
    desk.open("ask").ask("다른 모델이 답할 질문")
    desk.button("failure.other_model", model="내장 엔진").click()
    desk.ended()
    expect(desk.answers).to_contain_text(t("answer.extracted"))


def test_an_answer_that_breaks_off_keeps_what_came(desk, speaker):
    speaker.plan, speaker.abort_after = [chunk("먼저 온 말입니다. 그 뒤가 끊겼습니다.\n\n")], 0
    desk.open("ask").ask("중간에 끊길 질문")
    expect(desk.failure).to_contain_text(t("errors.model_broke_off"))
    expect(desk.answers).to_contain_text("먼저 온 말입니다.")
    expect(desk.answers).to_contain_text("중간에 끊길 질문")


def test_a_retry_after_a_break_leaves_one_answer(desk, speaker):
    speaker.plan, speaker.abort_after = [chunk("먼저 온 말입니다. 그 뒤가 끊겼습니다.\n\n")], 0
    desk.open("ask").ask("중간에 끊길 질문")
    expect(desk.failure).to_be_visible()
    speaker.forget()
    desk.button("failure.retry").click()
    desk.ended()
    expect(desk.answers).to_contain_text("무엇을 도와드릴까요?")
    expect(desk.answers).not_to_contain_text("먼저 온 말입니다.")


@pytest.mark.parametrize("code", BAD_FILES)
def test_a_file_that_cannot_be_read_is_told_and_the_others_stay(desk, speaker, code):
    name, content = BAD_FILES[code]
    desk.open("ask").pick(*letter())
    desk.pick(name, content)
    expect(desk.files.filter(has_text=name)).to_contain_text(t(f"errors.{code}"))
    desk.read(letter()[0])
    desk.ask("읽은 파일에 관한 질문")
    desk.ended()
    assert "구청 대강당" in str(speaker.bodies[-1])


def test_an_unread_file_can_be_taken_out(desk):
    name, content = BAD_FILES["file_broken"]
    desk.open("ask").pick(*note("읽을 수 있는 글"))
    desk.pick(name, content)
    desk.button("files.remove", name=name).click()
    expect(desk.files).to_have_count(1)
    expect(desk.files).to_contain_text(t("files.ready"))


def unsent(desk, path):
    """Drop a file while the server is out of reach."""
    desk.page.route("**/api/documents", lambda route: route.abort())
    desk.open("ask").drop(path)
    expect(desk.files).to_contain_text(t("errors.network_down"))
    desk.page.unroute("**/api/documents")


def test_a_retry_reads_the_file_as_it_was_added(desk, tmp_path):
    path = laid(tmp_path, *letter())
    unsent(desk, path)
    path.write_bytes(b"changed on the disk since")
    desk.button("files.retry", name=path.name).click()
    desk.read(path.name)


def test_a_large_file_that_changed_is_told_to_be_added_again(desk, tmp_path):
    path = laid(tmp_path, "큰 자료.txt", b"text " * 4_000_000)
    unsent(desk, path)
    path.write_bytes(b"changed on the disk since")
    desk.button("files.retry", name=path.name).click()
    expect(desk.files).to_contain_text(t("files.changed"))
    expect(desk.button("files.retry", name=path.name)).to_have_count(0)


def test_a_failure_without_an_answer_says_nothing_of_an_answer(desk, speaker):
    speaker.status = 500
    desk.open("ask").ask("답을 받지 못할 질문")
    expect(desk.failure).to_be_visible()
    expect(desk.answers).not_to_contain_text(t("answer.unfinished"))


def test_a_failure_is_in_view_with_what_can_be_done(desk, speaker):
    desk.page.set_viewport_size({"width": 320, "height": 700})
    desk.open("ask")
    for _ in range(3):
        desk.ask("답을 받은 질문")
        desk.ended()
    speaker.status = 500
    desk.ask("답을 받지 못할 질문")
    for action in desk.failure.get_by_role("button").all():
        expect(action).to_be_in_viewport(ratio=1)


def test_a_blocked_question_stays_on_the_screen_to_be_rewritten(desk, speaker):
    desk.open("ask")
    desk.choose("composer.grade", t("grades.C"))
    desk.ask("기밀 등급의 질문")
    expect(desk.failure).to_contain_text(t("errors.grade_too_high"))
    desk.answers.get_by_role("button", name=t("failure.rewrite")).click()  # there is only one
    expect(desk.question).to_have_value("기밀 등급의 질문")
    assert speaker.bodies == []


def test_a_server_that_is_gone_is_told_and_nothing_is_lost(browser, own_ilson, speaker):
    with opened(browser, own_ilson.address) as page:
        desk = Desk(page).open("ask")
        desk.ask("먼저 물은 것")
        desk.ended()
        desk.pick(*letter())
        desk.read(letter()[0])
        own_ilson.kill()
        desk.ask("서버가 꺼진 뒤의 질문")
        expect(desk.failure).to_contain_text(t("errors.network_down"))
        expect(desk.answers.first).to_contain_text("무엇을 도와드릴까요?")
        expect(desk.answers.last).to_contain_text("서버가 꺼진 뒤의 질문")
        expect(desk.answers.last).to_contain_text(letter()[0])


def test_a_server_that_dies_in_mid_answer_leaves_what_came(browser, own_ilson, speaker):
    speaker.plan = [chunk("먼저 온 말입니다. 서버가 꺼집니다.\n\n"), HOLD]
    with opened(browser, own_ilson.address) as page:
        desk = Desk(page).open("ask")
        desk.ask("서버가 꺼질 질문")
        expect(desk.answers).to_contain_text("먼저 온 말입니다.")
        own_ilson.kill()
        expect(desk.failure).to_contain_text(t("errors.network_down"))
        expect(desk.answers).to_contain_text("먼저 온 말입니다.")


def test_a_page_that_finds_no_server_can_try_again(browser, own_ilson):
    with opened(browser, own_ilson.address) as page:
        page.route("**/api/session", lambda route: route.abort())
        page.reload()
        desk = Desk(page)
        expect(desk.failure).to_contain_text(t("errors.network_down"))
        page.unroute("**/api/session")
        desk.button("app.retry").click()
        expect(desk.field("home.question")).to_be_visible()
