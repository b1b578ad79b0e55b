"""A cell that spans others, and a table within a table, are told apart from other cells."""

import io
import zipfile

from docx import Document

from ilson.documents.official.render import render
from ilson.documents.segments.rewrite import segments
from ilson.domain.official_rule import Look

TABLE = [["구분", "인원"], ["행정", "10"]]


def places(content: bytes) -> dict[str, str]:
    return {segment.plain: segment.place for segment in segments(content).segments}


def spanning(content: bytes) -> bytes:
    """Let the first cell of an HWPX span two columns."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for info in old.infolist():
            new.writestr(info, old.read(info).replace(b'colSpan="1"', b'colSpan="2"', 1))
    return made.getvalue()


def test_a_cell_of_an_hwpx_that_spans_two_columns_is_merged() -> None:
    content = render(
        {"title": "가", "body": [{"text": "나", "table": TABLE}]}, "hwpx", Look(head="none", closing="none")
    )
    assert [places(one)["구분"] for one in (content, spanning(content))] == ["table", "merged"]
    assert places(spanning(content))["행정"] == "table"


def test_a_cell_of_a_docx_that_spans_two_columns_is_merged() -> None:
    document = Document()
    table = document.add_table(2, 2)
    for row, cells in zip(table.rows, TABLE, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(1, 1))
    inner = table.cell(0, 1).add_table(1, 1)
    inner.cell(0, 0).text = "안"
    made = io.BytesIO()
    document.save(made)
    told = places(made.getvalue())
    assert (told["구분"], told["행정"], told["안"]) == ("table", "merged", "merged")
