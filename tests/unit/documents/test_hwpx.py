import pytest
from doubles.office_files import HP, hwpx, p, run, section, tbl, tc, zipped
from hwpx import HwpxDocument

from ilson.documents.read import read
from ilson.domain.document import File, Heading, Paragraph, Table
from ilson.domain.errors import FileBroken, FileEmpty, FileLocked


def blocks(content):
    return read(File("문서.hwpx", content)).blocks


def test_paragraphs_come_in_order_and_outline_levels_are_headings():
    assert blocks(hwpx(p("개요", shape=1), p("첫째", shape=2), p("본문"))) == (
        Heading("개요", 1),
        Heading("첫째", 2),
        Paragraph("본문"),
    )


def test_a_long_outline_paragraph_is_running_text():
    assert blocks(hwpx(p("가" * 121, shape=1))) == (Paragraph("가" * 121),)


def test_tabs_breaks_and_fixed_spaces_inside_a_text_are_kept():
    text = "갑<hp:tab/>을<hp:lineBreak/>병<hp:fwSpace/>정<hp:markpenBegin/>무<hp:markpenEnd/>기"
    assert blocks(hwpx(p(text))) == (Paragraph("갑\t을\n병 정무기"),)


def test_a_table_keeps_its_rows_and_the_text_around_it_its_place():
    table = tbl([tc("가", 0, 0), tc("나", 0, 1)], [tc("다", 1, 0), tc("라", 1, 1)])
    assert blocks(hwpx(run(f"<hp:t>앞</hp:t>{table}<hp:t>뒤</hp:t>"))) == (
        Paragraph("앞"),
        Table((("가", "나"), ("다", "라"))),
        Paragraph("뒤"),
    )


def test_a_merged_cell_has_its_text_once_at_its_upper_left_place():
    table = tbl([tc("합친 칸", 0, 0), tc("나", 0, 1)], [tc("라", 1, 1)])
    assert blocks(hwpx(run(table))) == (Table((("합친 칸", "나"), ("", "라"))),)


def test_columns_that_only_merging_made_are_left_out():
    table = tbl([tc("가", 0, 0), tc("", 0, 7), tc("나", 0, 40)])
    assert blocks(hwpx(run(table))) == (Table((("가", "나"),)),)


def test_a_table_inside_a_cell_is_read_as_lines_of_that_cell():
    inside = tbl([tc("1", 0, 0), tc("2", 0, 1)])
    table = tbl([tc("겉", 0, 0, run(inside)), tc("옆", 0, 1)])
    assert blocks(hwpx(run(table))) == (Table((("겉\n1 | 2", "옆"),)),)


def test_a_frame_of_one_cell_around_a_table_disappears():
    inside = tbl([tc("1", 0, 0), tc("2", 0, 1)])
    assert blocks(hwpx(run(tbl([tc("제목", 0, 0, run(inside))])))) == (Paragraph("제목"), Table((("1", "2"),)))


@pytest.mark.parametrize(
    "place", ["header", "footer", "footNote", "endNote", "rect><hp:drawText", "fieldBegin", "caption"]
)
def test_text_beside_the_body_is_read(place):
    inner = place.partition("<hp:")[2]
    closing = f"</hp:{inner}></hp:{place.partition('>')[0]}>" if inner else f"</hp:{place}>"
    body = f"<hp:t>앞</hp:t><hp:ctrl><hp:{place}><hp:subList>{p('옆')}</hp:subList>{closing}</hp:ctrl><hp:t>뒤</hp:t>"
    assert blocks(hwpx(run(body))) == (Paragraph("앞뒤"), Paragraph("옆"))


@pytest.mark.parametrize(("kind", "said"), [("FOOTNOTE", "1) 각주"), ("PICTURE", "1) 각주"), ("PAGE", " 각주")])
def test_a_note_or_a_caption_begins_with_its_number_and_a_page_number_says_nothing(kind, said):
    number = f'<hp:autoNum num="1" numType="{kind}"><hp:autoNumFormat type="DIGIT" suffixChar=")"/></hp:autoNum>'
    assert blocks(hwpx(run(f"<hp:ctrl>{number}</hp:ctrl><hp:t> 각주</hp:t>"))) == (Paragraph(said),)


def test_boxes_say_whether_they_are_ticked_and_fields_what_was_chosen_or_typed():
    controls = (
        '<hp:checkBtn caption="R&amp;&amp;D" value="CHECKED"/><hp:radioBtn caption="나" value="UNCHECKED"/>'
        '<hp:comboBox selectedValue="과장"/><hp:edit><hp:text>홍길동</hp:text></hp:edit><hp:comboBox selectedValue=""/>'
    )
    assert blocks(hwpx(run(f"<hp:t>선택 </hp:t>{controls}"))) == (Paragraph("선택 ☑ R&D ☐ 나 과장 홍길동"),)


def test_a_header_that_each_section_repeats_is_read_once_and_another_too():
    def with_header(text, header):
        return section(run(f"<hp:t>{text}</hp:t><hp:ctrl><hp:header>{p(header)}</hp:header></hp:ctrl>"))

    sections = [with_header("하나", "강서구"), with_header("둘", "강서구"), with_header("셋", "붙임")]
    found = [block.text for block in blocks(hwpx(sections=sections))]
    assert found == ["하나", "강서구", "둘", "셋", "붙임"]


def test_what_stands_on_each_page_is_read_once_after_the_text():
    masters = {
        f"Contents/masterpage{index}.xml": f'<m:masterPage xmlns:m="m" xmlns:hp="{HP}">{p("대외비")}</m:masterPage>'
        for index in range(2)
    }
    assert blocks(hwpx(p("본문"), more=masters)) == (Paragraph("본문"), Paragraph("대외비"))


def test_an_alternative_for_older_readers_is_not_read_twice():
    both = f"<hp:switch><hp:case>{p('새것')}</hp:case><hp:default>{p('새것')}</hp:default></hp:switch>"
    assert blocks(hwpx(run(both))) == (Paragraph("새것"),)


def test_eleven_sections_come_in_the_order_of_their_numbers():
    found = blocks(hwpx(sections=[section(p(f"{index}절")) for index in range(11)]))
    assert [block.text for block in found] == [f"{index}절" for index in range(11)]


def test_decomposed_hangul_is_composed():
    assert blocks(hwpx(p("\u1112\u1161\u11ab"))) == (Paragraph("\ud55c"),)


def test_half_a_document_is_refused():
    spine = '<p><item href="Contents/section0.xml"/><item href="Contents/section1.xml"/></p>'
    with pytest.raises(FileBroken):
        blocks(hwpx(p("앞부분"), more={"Contents/content.hpf": spine}))


def test_a_section_that_is_cut_off_is_refused():
    with pytest.raises(FileBroken):
        blocks(hwpx(sections=[section(p("앞"), p("뒤"))[:-30]]))


def test_a_document_of_pictures_only_says_so():
    with pytest.raises(FileEmpty):
        blocks(hwpx(run('<hp:pic id="1"/>')))


def test_an_encrypted_document_is_locked():
    manifest = '<m><file-entry><encryption-data checksum="x"/></file-entry></m>'
    with pytest.raises(FileLocked):
        blocks(hwpx(more={"META-INF/manifest.xml": manifest}))


def test_a_document_without_manifest_and_header_is_read():
    assert blocks(zipped({"Contents/section0.xml": section(p("본문"))})) == (Paragraph("본문"),)


def test_a_document_of_another_writer_is_read():
    made = HwpxDocument.new()
    made.add_paragraph("회의 결과를 알립니다.")
    table = made.add_table(1, 2)
    table.set_cell_text(0, 0, "일시")
    table.set_cell_text(0, 1, "2026. 11. 22.")
    assert blocks(made.to_bytes()) == (Paragraph("회의 결과를 알립니다."), Table((("일시", "2026. 11. 22."),)))


@pytest.mark.parametrize("slip", ["\x0b", "&#x1f;", "&#2;"])
def test_a_sign_that_xml_forbids_is_left_out_and_nothing_else(slip):
    assert blocks(hwpx(p(f"앞{slip}뒤"), p("끝"))) == (Paragraph("앞뒤"), Paragraph("끝"))


def test_a_bare_ampersand_is_read():
    assert blocks(hwpx(p("R&D 예산 &amp; 집행"))) == (Paragraph("R&D 예산 & 집행"),)


DELETED = '넣은 <hp:deleteBegin Id="1" TcId="7"/>옛<hp:tab/> 글<hp:deleteEnd Id="1" TcId="7"/>새 글'


def test_what_a_tracked_change_deleted_is_left_out_across_runs_and_what_it_put_in_is_read():
    runs = '<hp:deleteBegin Id="2" TcId="8"/>옛</hp:t></hp:run><hp:run><hp:t>것<hp:deleteEnd Id="2" TcId="8"/> 뒤'
    inserted = '<hp:insertBegin Id="3" TcId="9"/>더한 글<hp:insertEnd Id="3" TcId="9"/>'
    assert blocks(hwpx(p(DELETED), p(runs), p(inserted))) == (
        Paragraph("넣은 새 글"),
        Paragraph(" 뒤"),
        Paragraph("더한 글"),
    )


def test_a_deletion_without_end_deletes_nothing():
    lost = '앞 <hp:deleteBegin Id="5" TcId="9"/>글'
    assert blocks(hwpx(p(lost), p(DELETED), p("끝"))) == (Paragraph("앞 글"), Paragraph("넣은 새 글"), Paragraph("끝"))
