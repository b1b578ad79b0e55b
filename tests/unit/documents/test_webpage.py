import pytest

from ilson.documents.read import read
from ilson.domain.document import File, Heading, Paragraph, Table


def blocks(content, name="알림.html"):
    return read(File(name, content.encode("cp949"))).blocks


def test_a_page_is_read_as_it_is_seen():
    page = """<!DOCTYPE html><html><head><title>창</title><style>p{}</style></head><body><h2>알림</h2>
    <p>첫
    줄 &amp; <b>굵은</b> 글<br>둘째 줄</p><script>var x = "<p>no</p>"</script><ul><li>가<li>나</ul></body></html>"""
    assert blocks(page, "이름") == (
        Heading("알림", 2),
        Paragraph("첫 줄 & 굵은 글\n둘째 줄"),
        Paragraph("가"),
        Paragraph("나"),
    )


def test_cells_that_span_rows_and_columns_push_the_others_aside():
    rows = "<tr><th rowspan=2>구분<th colspan=2>금액<tr><td>국비<td>구비<tr><td>가<td>1<td>2"
    assert blocks(f"<table>{rows}</table>") == (Table((("구분", "금액", ""), ("", "국비", "구비"), ("가", "1", "2"))),)


def test_a_table_inside_a_cell_is_read_as_lines_of_that_cell():
    inside = "<table><tr><td>1<td>2</table>"
    assert blocks(f"<table><tr><td>겉{inside}<td>옆</table>") == (Table((("겉\n1 | 2", "옆"),)),)


@pytest.mark.parametrize("page", ["<p>끝이 없는", "<table><tr><td>끝이 없는", "<p>끝이 없는</table></td>"])
def test_a_page_that_does_not_end_is_read(page):
    assert "끝이 없는" in str(blocks(page))


def test_numbers_of_lists_are_read_and_dots_are_not():
    page = "<ol start=3><li><p>가<li>나<ol type=a><li>다</ol><li value=9>라</ol><ul><li>마</ul>"
    assert [block.text for block in blocks(page)] == ["3. 가", "4. 나", "a. 다", "9. 라", "마"]


def test_a_form_says_what_was_typed_ticked_and_chosen():
    page = (
        "<p>이름 <input value='홍길동'><input type=hidden value=x><input type=password value=y>"
        "<p><input type=checkbox checked>동의 <input type=radio>거부"
        "<p><select><option>서울<option selected>부산</select> <select><option>남<option>여</select>까지"
        "<p><textarea>첫 줄\n둘째 줄</textarea>"
    )
    assert [block.text for block in blocks(page)] == ["이름 홍길동", "☑ 동의 ☐ 거부", "부산 남 까지", "첫 줄\n둘째 줄"]


def test_a_menu_that_does_not_end_swallows_nothing():
    assert [block.text for block in blocks("<select><option>가<option>나<div>다</div>")] == ["가", "다"]


def test_what_is_hidden_in_a_form_is_not_read():
    assert [
        block.text
        for block in blocks("<p>가<input value=나 style='display:none'><noscript><input value=다></noscript>")
    ] == ["가"]


def test_the_title_of_a_table_stands_before_it():
    inner = "<table><caption>안 제목</caption><tr><td>라</table>"
    page = f"<table><caption>표 1. 실적</caption><tr><th>구분<td>1<tr><td>나<td>{inner}</table>"
    assert blocks(page) == (Paragraph("표 1. 실적"), Table((("구분", "1"), ("나", "안 제목\n라"))))


def test_lines_of_what_is_set_as_it_was_typed_stay_lines():
    assert blocks("<pre>가\n  나</pre><p>다\n라") == (Paragraph("가\n나"), Paragraph("다 라"))


def test_a_reading_stands_in_brackets_once():
    assert blocks("<ruby>漢字<rp>(</rp><rt>한자</rt><rp>)</rp></ruby>를") == (Paragraph("漢字(한자)를"),)
