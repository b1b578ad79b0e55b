"""An official drops a file, reads its summary as it is written, and sees where each sentence comes from."""

import pytest
from browser.desk import laid, letter
from browser.speaker import HOLD
from browser.words import ROOT
from doubles.model_server import DONE, chunk, said, usage
from playwright.sync_api import expect

SAMPLES = [
    path
    for path in sorted((ROOT.parent / "shared/samples").glob("*.hwpx"))
    if path.stem.endswith(("프로젝트 계획서", "A_form"))
]
SUMMARY = [
    chunk("설명회를 구청 대강당에서 개최합니다. [6]\n\n"),
    HOLD,
    chunk("- 참석 대상은 관내 주민 200명입니다. [7]\n- 신청을 먼저 받습니다.\n\n"),
    HOLD,
    chunk("- 명단은 정해진 날까지 제출합니다. [9]\n"),
    chunk("", "stop"),
    usage(900, 60),
    DONE,
]


def summarise(desk, path):
    desk.open("summarise").drop(path)
    desk.read(path.name)
    desk.button("composer.summarise").click()


@pytest.mark.parametrize("sample", [None, *SAMPLES], ids=lambda path: path.stem if path else "made here")
def test_a_dropped_file_becomes_a_summary_that_grows(desk, speaker, tmp_path, sample):
    speaker.plan = SUMMARY
    summarise(desk, sample or laid(tmp_path, *letter()))
    expect(desk.answers).to_contain_text("구청 대강당")
    expect(desk.answers).not_to_contain_text("200명")
    expect(desk.button("composer.stop")).to_be_visible()
    speaker.resume()
    expect(desk.answers).to_contain_text("200명")
    expect(desk.answers).not_to_contain_text("명단")
    speaker.resume()
    desk.ended()
    expect(desk.answers).to_contain_text("명단은 정해진 날까지")


def test_a_file_dropped_on_the_tile_is_summarised_at_once(desk, speaker, tmp_path):
    speaker.plan = said("설명회를 개최합니다. [5]")
    desk.drop(laid(tmp_path, *letter()), desk.tile("summarise"))
    desk.ended()
    expect(desk.answers).to_contain_text("설명회를 개최합니다.")


def test_a_reference_shows_its_place_in_the_document(desk, speaker, tmp_path):
    speaker.plan = said("신청 마감일이 정해져 있습니다. [9]")
    summarise(desk, laid(tmp_path, *letter()))
    desk.ended()
    desk.button("answer.source", n=9).click()
    expect(desk.source.locator("mark")).to_contain_text("신청 마감일은 2026. 12. 1.(화)")
    expect(desk.source.locator("mark")).to_be_in_viewport()


def test_a_question_after_the_summary_goes_on_with_the_same_document(desk, speaker, tmp_path):
    speaker.plan = said("설명회를 개최합니다. [5]")
    summarise(desk, laid(tmp_path, *letter()))
    desk.ended()
    speaker.plan = said("구청 대강당입니다. [7]")
    desk.ask("장소는 어디입니까?")
    expect(desk.answers).to_have_count(2)
    desk.ended()
    desk.button("answer.source", n=7).click()
    expect(desk.source.locator("mark")).to_contain_text("구청 대강당")
