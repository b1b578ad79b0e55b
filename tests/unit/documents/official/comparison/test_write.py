import io
import json
import zipfile

import pytest

from ilson.documents.official.comparison.write import KINDS, write_comparison
from ilson.documents.read import read
from ilson.domain.document import Document, File, Paragraph, Table
from ilson.domain.errors import BadRequest

OLD, NEW = (
    Document(
        name, "txt", (Paragraph(f"제1조(목적) 민원은 {days}일 이내에 <처리>한다."), Paragraph("제2조(서식) 같은 글"))
    )
    for name, days in (("가.hwp", 3), ("나.hwp", 7))
)


def test_the_json_has_the_rows_and_counts_all_units():
    made = json.loads(write_comparison(OLD, NEW, "json"))
    assert (made["old"], made["new"], made["counts"]["changed"], made["counts"]["same"]) == ("가.hwp", "나.hwp", 1, 1)
    assert made["rows"][0]["old"][:2] == [
        {"text": "제1조(목적) 민원은 ", "changed": False},
        {"text": "3일", "changed": True},
    ]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "json"])
def test_a_file_of_every_kind_holds_both_sides(kind):
    found = str(read(File(f"a.{kind}", write_comparison(OLD, NEW, kind))).blocks)
    assert [text for text in ("현", "개", "3일", "7일", "<처리>한다") if text not in found] == []


def test_the_hwpx_underlines_the_words_that_changed():
    package = zipfile.ZipFile(io.BytesIO(write_comparison(OLD, NEW, "hwpx")))
    section, header = (package.read(f"Contents/{name}.xml").decode() for name in ("section0", "header"))
    look = section[: section.index("<hp:t>7일</hp:t>")].rpartition('charPrIDRef="')[2].partition('"')[0]
    assert '<hh:underline type="BOTTOM"' in header.partition(f'<hh:charPr id="{look}"')[2].partition("</hh:charPr>")[0]
    assert 'repeatHeader="1"' in section


def test_both_sides_begin_at_the_top_of_their_row():
    def member(kind, name):
        return zipfile.ZipFile(io.BytesIO(write_comparison(OLD, NEW, kind))).read(name).decode()

    assert member("hwpx", "Contents/section0.xml").count('vertAlign="TOP" linkListIDRef') == 2
    assert member("docx", "word/document.xml").count('<w:vAlign w:val="top"/>') == 2
    assert "vertical-align:top" in write_comparison(OLD, NEW, "html").decode()


def test_the_head_of_the_table_names_both_sides():
    (table,) = [
        one for one in read(File("a.hwpx", write_comparison(OLD, NEW, "hwpx"))).blocks if isinstance(one, Table)
    ]
    assert [cell.replace(" ", "") for cell in table.rows[0]] == ["현행", "개정안"]


def test_equal_documents_make_a_file_that_says_so():
    assert "같습니다" in write_comparison(OLD, OLD, "txt").decode()


def test_an_unknown_kind_is_refused():
    with pytest.raises(BadRequest):
        write_comparison(OLD, NEW, "exe")
