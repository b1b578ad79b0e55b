import io
import re
import zipfile
from typing import Any

import docx
import pytest
from doubles.official_drafts import JPEG, RICH, TABLE, WRITTEN, pictured, png
from hypothesis import given
from hypothesis import strategies as st

from ilson.documents.official.docx import to_docx
from ilson.documents.official.layout import lay_out
from ilson.documents.official.model import from_json
from ilson.domain.official_rule import Closing, Head, Look

LOOK = Look()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(look: Look = LOOK, **changes: Any) -> bytes:
    return to_docx(lay_out(from_json(RICH | changes), look))


def opened(content: bytes) -> Any:
    return docx.Document(io.BytesIO(content))


def part(content: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def test_python_docx_reads_the_lines_that_the_hwpx_file_has() -> None:
    texts = [paragraph.text for paragraph in opened(made()).paragraphs]
    assert [text for text in texts if text.strip() and not text.startswith("시행")] == WRITTEN


def test_cells_are_read_back() -> None:
    table = opened(made()).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        [text.strip() for text in row] for row in TABLE
    ]


def test_the_head_of_a_table_is_shaded_and_repeats() -> None:
    head, *rest = opened(made()).tables[0].rows
    assert len(head._tr.findall(f".//{W}tblHeader")) == 1
    assert [row for row in rest if row._tr.findall(f".//{W}tblHeader")] == []
    assert len(head._tr.findall(f".//{W}shd")) == 2


def test_a_fact_takes_the_columns_that_are_left() -> None:
    facts = [
        {"label": "일시", "text": "12. 1."},
        {"label": "장소", "text": "구청"},
        {"label": "내용", "text": "가" * 30},
    ]
    rows = opened(made(Look("press", "none"), facts=facts)).tables[0].rows
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["일시", "12. 1.", "장소", "구청"],
        ["내용", *["가" * 30] * 3],
    ]


def test_the_properties_tell_summary_keywords_and_that_an_ai_drafted_it() -> None:
    told = opened(made()).core_properties
    assert (told.title, told.author, told.subject, told.keywords, told.comments) == (
        RICH["title"],
        "서울특별시 강서구",
        "AI 초안",
        "교육, 인공지능",
        "교육을 안내함",
    )


def test_a_picture_is_in_the_file_with_what_it_says() -> None:
    document = opened(made(body=[pictured(png(400, 200)), pictured(JPEG, '사진 "1"')]))
    shapes = [shape._inline for shape in document.inline_shapes]
    assert [shape.docPr.get("descr") for shape in shapes] == ["막대그래프", '사진 "1"']
    names = [shape.graphic.graphicData.pic.blipFill.blip.embed for shape in shapes]
    assert [document.part.related_parts[name].blob for name in names] == [png(400, 200), JPEG]
    assert (shapes[0].extent.cx, shapes[0].extent.cy) == (400 * 9525, 200 * 9525)


def test_the_page_has_the_margins_of_the_look_and_its_number() -> None:
    section = opened(made(Look(top=30, bottom=15, left=20, right=15))).sections[0]
    assert [round(side.mm) for side in (section.page_width, section.top_margin, section.right_margin)] == [210, 30, 15]
    assert re.findall(r'w:instr="(\w+)"', part(made(), "word/footer1.xml")) == ["PAGE"]


def test_a_level_stands_one_letter_further_right_and_its_lines_hang() -> None:
    paragraphs = {paragraph.text: paragraph.paragraph_format for paragraph in opened(made()).paragraphs}
    first, third = paragraphs["2. 다음과 같이"], paragraphs["1) 오전"]
    assert (first.left_indent + first.first_line_indent, third.left_indent + third.first_line_indent) == (
        0,
        24 * 12_700,
    )
    assert first.first_line_indent < 0


def test_labels_are_as_wide_as_the_place_where_the_other_lines_begin() -> None:
    paragraphs = {paragraph.text: paragraph for paragraph in opened(made()).paragraphs}
    first, second = paragraphs["붙임  1. 계획서 1부."], paragraphs["2. 명단 1부.  끝."]
    widths = [
        [int(place.get(f"{W}val")) * 635 for place in paragraph._p.findall(f".//{W}fitText")]
        for paragraph in (first, second)
    ]
    assert sum(widths[0]) == first.paragraph_format.left_indent == second.paragraph_format.left_indent
    assert sum(widths[1]) == -second.paragraph_format.first_line_indent


def test_the_title_is_marked_and_the_font_is_that_of_the_look() -> None:
    content = made(Look(font="바탕 & 체"))
    titles = [paragraph.text for paragraph in opened(content).paragraphs if paragraph.style.name == "Title"]
    assert (titles, 'w:eastAsia="바탕 &amp; 체"' in part(content, "word/styles.xml")) == ([WRITTEN[3]], True)


def test_equal_documents_are_equal_bytes_and_tell_no_time() -> None:
    with zipfile.ZipFile(io.BytesIO(made())) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
    assert (made(), "dcterms" in part(made(), "docProps/core.xml")) == (made(), False)


@pytest.mark.parametrize("head", ["letter", "title", "press", "notice", "none"])
@pytest.mark.parametrize("closing", ["letter", "sender", "none"])
def test_each_look_is_a_file_that_opens(head: Head, closing: Closing) -> None:
    facts = [{"label": "일시", "text": "12. 1."}]
    document = opened(made(Look(head, closing, ("□", "○")), facts=facts))
    assert any("다음과 같이" in paragraph.text for paragraph in document.paragraphs)


@given(st.text(max_size=60))
def test_any_text_comes_back(text: str) -> None:
    typed = from_json({"title": "제목", "body": [{"text": text, "table": [["구분"], [text]]}]})
    table = opened(to_docx(lay_out(typed, Look(closing="none", end=False)))).tables[0]
    assert table.rows[1].cells[0].text == (typed.body[0].table or (("",),))[1][0]


def test_a_word_that_no_line_holds_may_be_broken_anywhere() -> None:
    found = [bool(re.search("<w:wordWrap", part(made(body=[{"text": text}])))) for text in ("a" * 300, "교육")]
    assert found == [True, False]
