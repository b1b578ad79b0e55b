import pytest
from doubles.office_files import S, ap, c, xlsx

from ilson.documents.read import read
from ilson.domain.document import File, Heading, Paragraph, Table
from ilson.domain.errors import FileEmpty, FileTooLarge


def blocks(content):
    return read(File("표.xlsx", content)).blocks


def test_each_sheet_is_a_heading_with_a_table_without_empty_rows_and_columns():
    rows = {2: [c("B2", "이름"), c("D2", "나이")], 4: [c("B4", "가"), c("D4", 3)]}
    assert blocks(xlsx({"명단": rows, "빈 시트": {}, "둘째": {1: [c("A1", "값")]}})) == (
        Heading("명단"),
        Table((("이름", "나이"), ("가", "3"))),
        Heading("둘째"),
        Table((("값",),)),
    )


@pytest.mark.parametrize(
    ("value", "style", "text"),
    [(3.0, 0, "3"), (0.1 + 0.2, 0, "0.3"), (45000, 1, "2023-03-15"), (45000.5, 1, "2023-03-15 12:00:00")],
)
def test_numbers_and_dates_read_as_people_write_them(value, style, text):
    assert blocks(xlsx({"시트": {1: [c("A1", value, style=style)]}}))[1] == Table(((text,),))


def test_a_cell_at_the_far_end_is_refused_before_memory_is_taken():
    with pytest.raises(FileTooLarge):
        blocks(xlsx({"시트": {1: [c("A1", "가")], 1_048_576: [c("XFD1048576", "나")]}}))


def test_a_workbook_without_content_says_so():
    with pytest.raises(FileEmpty):
        blocks(xlsx({"시트": {}}))


def test_a_cell_that_is_only_coloured_far_away_does_no_harm():
    for far in ('<c r="XFD1048576" s="1"/>', '<c r="XFD1048576" s="1"></c>'):
        assert blocks(xlsx({"시트": {1: [c("A1", "가")], 1_048_576: [far]}}))[1] == Table((("가",),))


def test_a_share_is_read_as_the_sheet_shows_it():
    styles = (
        f'<styleSheet xmlns="{S}"><numFmts><numFmt numFmtId="170" formatCode="0.0%"/></numFmts><cellXfs>'
        '<xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="10"/><xf numFmtId="170"/></cellXfs></styleSheet>'
    )
    cells = [c(f"{place}2", 0.12345, style=style) for style, place in enumerate("ABCD")]
    shown = blocks(xlsx({"시트": {2: [*cells, c("E2", "가")]}}, more={"xl/styles.xml": styles}))[1]
    assert shown == Table((("0.12345", "12%", "12.35%", "12.3%", "가"),))


def test_a_length_of_time_is_written_in_hours():
    styles = f'<styleSheet xmlns="{S}"><cellXfs><xf numFmtId="0"/><xf numFmtId="46"/></cellXfs></styleSheet>'
    book = xlsx({"시트": {1: [c("A1", 1.25, style=1)]}}, more={"xl/styles.xml": styles})
    assert blocks(book)[1] == Table((("30:00:00",),))


def boxed(*shapes, state="visible", rows=None):
    drawing = f"<x:wsDr xmlns:x='x' xmlns:a='a'>{''.join(shapes)}</x:wsDr>"
    listed = '<Relationships><Relationship Id="r" Target="../drawings/drawing1.xml"/></Relationships>'
    parts = {"xl/worksheets/_rels/sheet1.xml.rels": listed, "xl/drawings/drawing1.xml": drawing}
    return xlsx({"안내": rows or {}, "둘째": {1: [c("A1", "값")]}}, more=parts, states={"안내": state})


def box(text, more=""):
    return f"<x:sp><x:nvSpPr><x:cNvPr id='1' {more}/></x:nvSpPr><x:txBody>{ap(text)}</x:txBody></x:sp>"


def test_a_text_box_follows_the_table_of_its_sheet():
    found = blocks(boxed(box("작성 요령"), box("숨긴 글", "hidden='1'"), rows={1: [c("A1", "가")]}))
    assert found[:3] == (Heading("안내"), Table((("가",),)), Paragraph("작성 요령"))
    assert blocks(boxed(box("작성 요령")))[:2] == (Heading("안내"), Paragraph("작성 요령"))


def test_a_text_box_of_a_hidden_sheet_is_counted():
    document = read(File("표.xlsx", boxed(box("작성 요령"), state="hidden")))
    assert (document.blocks[0], document.hidden) == (Heading("둘째"), 1)
