import pytest
from doubles.open_files import hml, hp, htable

from ilson.documents.read import read
from ilson.domain.document import File, Heading, Paragraph, Table
from ilson.domain.errors import FileBroken

HEAD = (
    '<PARASHAPELIST><PARASHAPE Id="0" HeadingType="None" Level="0"/>'
    '<PARASHAPE Id="1" HeadingType="Outline" Level="0"/><PARASHAPE Id="2" HeadingType="Number" Heading="1" Level="0"/>'
    '</PARASHAPELIST><NUMBERINGLIST><NUMBERING Id="1"><PARAHEAD Level="1" NumFormat="HangulSyllable">^1.</PARAHEAD>'
    '</NUMBERING></NUMBERINGLIST><CHARSHAPELIST><CHARSHAPE Id="0" Height="1000" TextColor="0"/>'
    '<CHARSHAPE Id="1" Height="1000" TextColor="16777215"/></CHARSHAPELIST>'
)


def document(*body, head=HEAD):
    return read(File("문서.hml", hml(*body, head=head)))


def test_outline_paragraphs_are_headings_and_numbered_ones_say_their_number():
    assert document(hp("개요", 1), hp("하나", 2), hp("둘", 2), hp("본문")).blocks == (
        Heading("개요", 1),
        Paragraph("가. 하나"),
        Paragraph("나. 둘"),
        Paragraph("본문"),
    )


def test_a_table_keeps_its_cells_and_its_caption():
    assert document(hp("앞", more=htable(["가", "나"], ["다", "라"]))).blocks == (
        Paragraph("앞"),
        Paragraph("표의 제목"),
        Table((("가", "나"), ("다", "라"))),
    )


def test_a_footnote_follows_its_paragraph_with_its_number():
    number = '<AUTONUM Number="1" NumberType="Footnote"><AUTONUMFORMAT Type="Digit" SuffixChar=")"/></AUTONUM>'
    note = f"<FOOTNOTE><PARALIST><P><TEXT>{number}<CHAR> 각주</CHAR></TEXT></P></PARALIST></FOOTNOTE>"
    assert document(hp("앞", more=f"{note}<CHAR>뒤</CHAR>")).blocks == (Paragraph("앞뒤"), Paragraph("1) 각주"))


def test_white_letters_are_left_out_and_counted():
    found = document(hp("보임"), '<P ParaShape="0"><TEXT CharShape="1"><CHAR>숨김</CHAR></TEXT></P>')
    assert (found.blocks, found.hidden) == ((Paragraph("보임"),), 1)


def test_a_file_in_utf_16_is_read():
    content = hml(hp("글")).decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    assert read(File("문서.hml", content)).blocks == (Paragraph("글"),)


def test_half_a_document_is_refused():
    with pytest.raises(FileBroken):
        read(File("문서.hml", hml(hp("앞"), hp("뒤"))[:-60]))
