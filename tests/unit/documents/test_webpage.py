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
