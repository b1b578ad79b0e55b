import ctypes
import io
import json
import re
import zipfile
from importlib import import_module
from typing import Any, get_args

import pytest
import unhwp
from doubles.official_drafts import JPEG, RICH, TABLE, WRITTEN, pictured, png
from hwpx import HwpxDocument
from hwpx.tools.package_validator import validate_editor_open_safety, validate_package

from ilson.documents.official.hwpx import to_hwpx
from ilson.documents.official.layout import lay_out
from ilson.documents.official.model import from_json
from ilson.domain.official_rule import Closing, Head, Look

SECTION = "Contents/section0.xml"
FACTS = [{"label": "일시", "text": "12. 1."}, {"label": "장소", "text": "구청"}, {"label": "내용", "text": "가" * 30}]
LOOK = Look()


def written(**changes: Any) -> bytes:
    return made(RICH | changes)


def made(draft: dict[str, Any], look: Look = LOOK) -> bytes:
    return to_hwpx(lay_out(from_json(draft), look))


def opened(content: bytes) -> HwpxDocument:
    return HwpxDocument.open(io.BytesIO(content))


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def lines(content: bytes) -> list[str]:
    """Read the paragraphs outside of tables, without the empty ones and the place of receipt."""
    texts = [paragraph.text for paragraph in opened(content).paragraphs]
    return [text for text in texts if text.strip() and not text.startswith("시행")]


def last_line_of_the_body(**changes: Any) -> str:
    texts = lines(written(attachments=[], **changes))
    return texts[texts.index("강서구청장   관인생략 ") - 1]


def style_of(content: bytes, text: str) -> dict[str, int]:
    """Read where the paragraph with this text stands: `left`, `intent`, in HWPUNIT."""
    section, header = part(content, "Contents/section0.xml"), part(content, "Contents/header.xml")
    number = re.findall(r'paraPrIDRef="(\d+)"', section[: section.index(text)])[-1]
    look = re.search(rf'<hh:paraPr id="{number}".*?<hp:default>', header)
    return {name: int(value) for name, value in re.findall(r'<hc:(\w+) value="(-?\d+)"', look[0])} if look else {}


def test_python_hwpx_reads_the_same_lines() -> None:
    assert lines(written()) == WRITTEN


def test_unhwp_reads_the_same_lines_and_cells() -> None:
    text = unhwp.parse_bytes(written()).text
    assert [line for line in [*WRITTEN, "1,200", "박강서"] if line.strip() not in text] == []


def test_cells_are_read_back() -> None:
    table = next(paragraph.tables[0] for paragraph in opened(written()).paragraphs if paragraph.tables)
    cells = [[table.cell(row, column).text for column in range(2)] for row in range(3)]
    assert cells == [[text.strip() for text in row] for row in TABLE]


@pytest.mark.parametrize("draft", [RICH, {}, {"title": "교육", "to": "내부결재", "body": [{"text": "안내"}]}])
def test_the_package_is_valid_and_an_editor_opens_it(draft: dict[str, Any]) -> None:
    content = made(draft)
    assert (list(validate_package(content).errors), validate_editor_open_safety(content).ok) == ([], True)


def test_numbers_of_styles_are_those_of_the_header() -> None:
    content = written()
    section, header = part(content, "Contents/section0.xml"), part(content, "Contents/header.xml")
    used = {("charPr", number) for number in re.findall(r'charPrIDRef="(\d+)"', section)}
    used |= {("paraPr", number) for number in re.findall(r'paraPrIDRef="(\d+)"', section)}
    used |= {("borderFill", number) for number in re.findall(r'borderFillIDRef="(\d+)"', section + header)}
    known = re.findall(r'<hh:(charPr|paraPr|borderFill) id="(\d+)"', header)
    assert (used - set(known), len(known)) == (set(), len(set(known)))


@pytest.mark.parametrize(("kind", "holder"), [("charPr", "char"), ("paraPr", "para")])
def test_styles_are_numbered_without_a_gap_and_counted(kind: str, holder: str) -> None:
    header = part(written(), "Contents/header.xml")
    numbers = [int(number) for number in re.findall(rf'<hh:{kind} id="(\d+)"', header)]
    counted = re.search(rf'<hh:{holder}Properties itemCnt="(\d+)"', header)
    assert counted is not None
    assert (numbers, int(counted[1])) == (list(range(len(numbers))), len(numbers))


def test_border_fills_are_numbered_from_one_and_counted() -> None:
    header = part(written(), "Contents/header.xml")
    assert re.findall(r'<hh:borderFill id="(\d+)"', header) == [str(number) for number in range(1, 8)]
    assert '<hh:borderFills itemCnt="7"' in header


def test_the_same_document_gives_the_same_bytes() -> None:
    assert written() == written()


def test_the_file_does_not_tell_when_it_was_written() -> None:
    with zipfile.ZipFile(io.BytesIO(written())) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_a_level_stands_one_letter_further_right_and_its_lines_hang() -> None:
    content = written()
    first, third = style_of(content, "2. 다음과 같이"), style_of(content, "1) 오전")
    assert (first["left"], third["left"], first["intent"] < 0) == (0, 2400, True)


def test_an_internal_document_has_no_sender() -> None:
    texts = lines(written(sender="", seal="", recipients=[], to="내부결재"))
    assert [text for text in texts if "청장" in text or text.startswith("수신자")] == []


def test_the_end_sign_stands_behind_the_last_item() -> None:
    assert last_line_of_the_body(body=[{"text": "안내합니다."}]) == "안내합니다.  끝."


def test_the_end_sign_stands_below_a_table() -> None:
    assert last_line_of_the_body() == "  끝."


def test_a_table_that_stops_early_needs_no_end_sign() -> None:
    body = [{"text": "현황", "table": [["구분", "인원"], ["행정", "1"], ["", ""]]}]
    assert (last_line_of_the_body(body=body), "이하 빈칸" in part(written(body=body, attachments=[]), SECTION)) == (
        "현황",
        True,
    )


def test_a_row_is_high_enough_for_its_text() -> None:
    heights = [int(height) for height in re.findall(r'<hp:cellSz width="\d+" height="(\d+)"', part(written(), SECTION))]
    assert heights[4] > 2 * heights[0] > 2_000


@pytest.mark.parametrize(
    ("cells", "stands"),
    [
        (["1,200", "35"], "RIGHT"),
        (["1,200", "△35.5%"], "RIGHT"),
        (["1,200", "-", ""], "RIGHT"),
        (["1,200", "미정"], "CENTER"),
        (["2026. 11. 22.", "2026. 11. 23."], "CENTER"),
        (["02-2600-0000", "02-2600-0001"], "CENTER"),
        (["행정", "긴 내용 " * 10], "LEFT"),
        (["행정", "두\n줄"], "LEFT"),
        (["", "-"], "CENTER"),
    ],
)
def test_the_cells_of_a_column_stand_alike(cells: list[str], stands: str) -> None:
    content = written(body=[{"text": "현황", "table": [["구분"], *([cell] for cell in cells)]}])
    section, header = part(content, SECTION), part(content, "Contents/header.xml")
    table = section[section.index('repeatHeader="1"') :].split("</hp:tbl>")[0]
    numbers = re.findall(r'paraPrIDRef="(\d+)"', table)[1:]
    looks = dict(re.findall(r'<hh:paraPr id="(\d+)".*?<hh:align horizontal="(\w+)"', header))
    assert [looks[number] for number in numbers] == [stands] * len(cells)


def test_the_head_of_a_table_is_shaded_and_repeats() -> None:
    section = part(written(), SECTION)
    assert ('repeatHeader="1"' in section, section.count('header="1"')) == (True, 2)


def test_every_page_has_its_number() -> None:
    assert '<hp:pageNum pos="BOTTOM_CENTER"' in part(written(), SECTION)


def test_the_margins_are_those_of_the_form() -> None:
    margins = re.search(r'<hp:margin header="0" footer="(\d+)" gutter="0" left="(\d+)"', part(written(), SECTION))
    assert margins is not None
    assert margins.groups() == ("2835", "5669")


def test_the_properties_tell_summary_keywords_and_that_an_ai_drafted_it() -> None:
    package = part(written(), "Contents/content.hpf")
    found = dict(re.findall(r'<opf:meta name="(\w+)" content="text">([^<]*)<', package))
    assert found == {
        "creator": "서울특별시 강서구",
        "subject": "AI 초안",
        "description": "교육을 안내함",
        "keyword": "교육, 인공지능",
    }


def test_the_title_of_the_file_is_the_title() -> None:
    assert "<opf:title>교육 &lt;안내&gt; &amp; &#x27;계획&#x27;</opf:title>" in part(written(), "Contents/content.hpf")


def test_a_hundred_pages_are_written_whole() -> None:
    body = [{"text": f"항목 {number} " + "내용을 적습니다. " * 8} for number in range(2_000)]
    assert sum("내용을 적습니다." in line for line in lines(written(body=body))) == 2_000


def test_a_picture_is_in_the_file_with_what_it_says() -> None:
    content = written(body=[pictured(png()), pictured(JPEG, "사진 <1>")])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert (archive.read("BinData/image1.png"), archive.read("BinData/image2.jpg")) == (png(), JPEG)
    package = part(content, "Contents/content.hpf")
    assert re.findall(r'id="(image\d)" href="([^"]+)" media-type="([^"]+)" isEmbeded="1"', package) == [
        ("image1", "BinData/image1.png", "image/png"),
        ("image2", "BinData/image2.jpg", "image/jpeg"),
    ]
    section = part(content, SECTION)
    assert re.findall(r'binaryItemIDRef="(\w+)"', section) == ["image1", "image2"]
    assert re.findall(r"<hp:shapeComment>([^<]*)<", section) == ["막대그래프", "사진 &lt;1&gt;"]
    assert list(validate_package(content).errors) == []


def test_lines_end_between_words_in_the_way_that_hancom_writes_it() -> None:
    section, header = part(written(), SECTION), part(written(), "Contents/header.xml")
    used = set(re.findall(r'paraPrIDRef="(\d+)"', section))
    breaks = re.findall(r'<hh:paraPr id="(\d+)".*?breakNonLatinWord="(\w+)"', header)
    assert {way for number, way in breaks if number in used} == {"BREAK_WORD"}


def test_each_look_gives_a_valid_package() -> None:
    for head in get_args(Head):
        for closing in get_args(Closing):
            content = made(RICH | {"facts": FACTS, "body": [pictured(png())]}, Look(head, closing, ("□", "○")))
            assert list(validate_package(content).errors) == [], (head, closing)


def test_a_fact_takes_the_columns_that_are_left() -> None:
    content = made(RICH | {"facts": FACTS}, Look("press", "none"))
    banner = next(paragraph.tables[0] for paragraph in opened(content).paragraphs if paragraph.tables)
    cells = [[banner.cell(row, column).text for column in range(4)] for row in range(2)]
    assert cells == [["일시", "12. 1.", "장소", "구청"], ["내용", "가" * 30, "가" * 30, "가" * 30]]


def test_rhwp_reads_the_lines_and_the_cells() -> None:
    ctypes.CDLL("libfreetype.so.6", mode=ctypes.RTLD_GLOBAL)
    text = import_module("rhwp").Document.from_bytes(written()).to_ir_json()
    assert [line for line in [*WRITTEN, "1,200", "박강서"] if escaped(line.strip()) not in text] == []


def escaped(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def test_lines_end_inside_words_only_where_a_word_is_longer_than_a_line() -> None:
    def breaks(text: str) -> set[tuple[str, str]]:
        return set(
            re.findall(
                r'breakLatinWord="(\w+)" breakNonLatinWord="(\w+)"', look_of(written(body=[{"text": text}]), text)
            )
        )

    assert breaks("a" * 300) == {("BREAK_WORD", "KEEP_WORD")}
    assert breaks("교육") == {("KEEP_WORD", "BREAK_WORD")}


def look_of(content: bytes, text: str) -> str:
    section, header = part(content, SECTION), part(content, "Contents/header.xml")
    number = re.findall(
        r'paraPrIDRef="(\d+)"', section[: section.index(f">1. {text}" if f">1. {text}" in section else f">{text}")]
    )[-1]
    found = re.search(rf'<hh:paraPr id="{number}".*?</hh:paraPr>', header)
    return found[0] if found else ""
