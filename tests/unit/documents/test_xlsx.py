import pytest
from doubles.office_files import c, xlsx

from ilson.documents.read import read
from ilson.domain.document import File, Heading, Table
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
