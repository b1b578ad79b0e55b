import pytest

from ilson.documents.read import read
from ilson.domain.document import File, Heading, Paragraph, Table
from ilson.domain.errors import FileEmpty, FileUnknown


def blocks(name, content):
    return read(File(name, content)).blocks


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_korean_text_is_read_in_every_encoding_of_the_office(encoding):
    assert blocks("글.txt", "똠방각하 귀하".encode(encoding)) == (Paragraph("똠방각하 귀하"),)


def test_text_without_blank_lines_is_a_paragraph_for_each_line():
    assert blocks("글.txt", b"one\r\ntwo") == (Paragraph("one"), Paragraph("two"))


def test_text_with_blank_lines_is_a_paragraph_for_each_part():
    assert blocks("글.txt", b"one\nmore\n \ntwo") == (Paragraph("one\nmore"), Paragraph("two"))


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_separated_values_are_a_table_whatever_the_sign(sign):
    content = f'이름{sign}비고\n가{sign}"쉼표, 있음"\n'.encode("cp949")
    assert blocks("표.csv", content) == (Table((("이름", "비고"), ("가", "쉼표, 있음"))),)


def test_a_quoted_field_keeps_its_line_break():
    assert blocks("표.csv", '가,"나\n다"\n'.encode()) == (Table((("가", "나\n다"),)),)


def test_rows_of_different_lengths_are_filled():
    assert blocks("표.csv", b"a,b,c\n\nd\n") == (Table((("a", "b", "c"), ("d", "", ""))),)


def test_markdown_has_headings_tables_and_paragraphs():
    text = "# 제목\n글\n이어서\n\n| 가 | 나 |\n|---|:-:|\n| 1 | 2\\|3 |\n## 다음\n"
    assert blocks("글.md", text.encode()) == (
        Heading("제목", 1),
        Paragraph("글\n이어서"),
        Table((("가", "나"), ("1", "2|3"))),
        Heading("다음", 2),
    )


def test_code_in_markdown_is_no_heading():
    assert blocks("글.md", b"```\n# not a heading\n```\n") == (Paragraph("```\n# not a heading\n```"),)


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n....", b"MZ\x90\x00\x03", bytes(range(256)), b"{\\rtf1 x}"])
def test_what_is_no_text_is_unknown(content):
    with pytest.raises(FileUnknown):
        blocks("글.txt", content)


def test_one_damaged_letter_does_not_lose_the_text():
    assert blocks("글.txt", "가나다".encode() + b"\xff")[0].text.startswith("가나다")


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf"])
def test_a_file_without_a_letter_is_empty(content):
    with pytest.raises(FileEmpty):
        blocks("글.txt", content)


def test_a_new_page_of_a_printer_parts_what_stands_before_and_after():
    assert blocks("글.txt", b"one\x0ctwo") == (Paragraph("one"), Paragraph("two"))


def test_the_line_that_tells_excel_the_sign_is_no_row():
    assert blocks("표.csv", "sep=;\r\n가;1,5;2,5\r\n".encode()) == (Table((("가", "1,5", "2,5"),)),)


def test_only_line_ends_end_a_row():
    assert blocks("표.csv", "가,나\u2028다\n라,마\n".encode())[0].rows[1] == ("라", "마")


@pytest.mark.parametrize(
    ("content", "row"),
    [
        ("1,234;5\n2,345;6\n", ("1,234", "5")),
        ("1,234,567;5\n8;9\n", ("1,234,567", "5")),
        ("가\t나,다\n", ("가", "나,다")),
    ],
)
def test_commas_inside_numbers_and_words_part_nothing_where_another_sign_does(content, row):
    assert blocks("표.csv", content.encode())[0].rows[0] == row
