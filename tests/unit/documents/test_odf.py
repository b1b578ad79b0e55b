import pytest
from doubles.open_files import fodt, odf, odt, oh, op, otable

from ilson.documents import limits
from ilson.documents.read import read
from ilson.domain.document import File, Heading, Paragraph, Table
from ilson.domain.errors import FileBroken, FileEmpty, FileLocked, FileTooLarge, FileUnknown

NUMBERED = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="가, 나, 다, ..." '
    'style:num-suffix="."/><text:list-level-style-bullet text:level="3" text:bullet-char="○"/></text:list-style>'
)


def document(content):
    return read(File("문서", content))


def blocks(content):
    return document(content).blocks


def style(name, family="text", **properties):
    said = " ".join(f'{key.replace("_", ":", 1).replace("_", "-")}="{value}"' for key, value in properties.items())
    return f'<style:style style:name="{name}" style:family="{family}"><style:text-properties {said}/></style:style>'


def items(*texts, more=""):
    listed = "".join(f"<text:list-item>{text}</text:list-item>" for text in texts)
    return f'<text:list text:style-name="L"{more}>{listed}</text:list>'


def test_headings_paragraphs_and_tables_come_in_order():
    table = otable(["가", "나"], ["다", "라"])
    assert blocks(odt(oh("개요"), oh("첫째", 2), op("본문"), table, op("뒤"))) == (
        Heading("개요", 1),
        Heading("첫째", 2),
        Paragraph("본문"),
        Table((("가", "나"), ("다", "라"))),
        Paragraph("뒤"),
    )


def test_the_kind_is_that_of_the_body_and_a_flat_file_is_read():
    found = [document(content).kind for content in (odt(op("글")), odf("spreadsheet", otable(["가"])), fodt(op("글")))]
    assert found == ["odt", "ods", "odt"]


def test_spaces_tabs_and_breaks_that_are_elements_are_kept():
    text = 'a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d<text:span>e</text:span>'
    assert blocks(odt(op(text))) == (Paragraph("a   b\tc\nde"),)


def test_items_of_a_list_say_their_numbers_and_a_new_list_begins_anew():
    inner = items(op("안"), op("밖"))
    text = [
        items(op("하나") + inner, op("둘") + op("이어서")),
        items(op("새로")),
        items(op("이어"), more=' text:continue-numbering="true"'),
    ]
    found = [block.text for block in blocks(odt(*text, styles=NUMBERED))]
    assert found == ["1. 하나", "가. 안", "나. 밖", "2. 둘", "이어서", "1. 새로", "2. 이어"]


def test_a_bullet_stands_before_its_item():
    assert blocks(odt(items(items(items(op("셋째")))), styles=NUMBERED)) == (Paragraph("○ 셋째"),)


def test_headings_are_numbered_as_the_outline_says():
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    found = [block.text for block in blocks(odt(oh("가"), oh("나", 2), oh("다", 2), oh("라"), styles=outline))]
    assert found == ["1. 가", "1.1 나", "1.2 다", "2. 라"]


def test_a_merged_cell_has_its_text_once():
    spanned = f'<table:table-cell table:number-columns-spanned="2">{op("합친 칸")}</table:table-cell>'
    covered = "<table:covered-table-cell/>"
    assert blocks(odt(otable([spanned, covered, "다"], ["라", "마", "바"]))) == (
        Table((("합친 칸", "", "다"), ("라", "마", "바"))),
    )


def test_a_note_follows_its_paragraph_with_its_number():
    body = f"<text:note-body>{op('각주')}</text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    assert blocks(odt(op(f"앞{note}뒤"))) == (Paragraph("앞뒤"), Paragraph("1) 각주"))


def test_a_text_box_is_read_after_the_text_it_hangs_on():
    box = f"<draw:frame><draw:text-box>{op('상자')}</draw:text-box></draw:frame>"
    assert blocks(odt(op(f"앞{box}뒤"))) == (Paragraph("앞뒤"), Paragraph("상자"))


def test_each_different_header_and_footer_comes_once():
    pages = "".join(
        f'<style:master-page style:name="{name}"><style:header>{op("머리")}</style:header>'
        f"<style:footer>{op(f'{name} 꼬리')}</style:footer></style:master-page>"
        for name in ("a", "b")
    )
    found = [block.text for block in blocks(odt(op("본문"), masters=pages))]
    assert found == ["머리", "본문", "a 꼬리", "b 꼬리"]


@pytest.mark.parametrize(
    ("hidden", "styles"),
    [
        pytest.param('<text:span text:style-name="h">숨김</text:span>', style("h", text_display="none"), id="display"),
        pytest.param('<text:span text:style-name="h">숨김</text:span>', style("h", fo_font_size="1pt"), id="speck"),
        pytest.param('<text:span text:style-name="h">숨김</text:span>', style("h", fo_color="#ffffff"), id="white"),
        pytest.param('<text:hidden-text text:is-hidden="true">숨김</text:hidden-text>', "", id="hidden text"),
    ],
)
def test_text_that_nobody_sees_is_left_out_and_counted(hidden, styles):
    found = document(odt(op(f"앞 {hidden}뒤"), styles=styles))
    assert (found.blocks, found.hidden) == ((Paragraph("앞 뒤"),), 1)


def test_white_letters_on_a_dark_ground_are_read():
    styles = style("h", fo_color="#ffffff", fo_background_color="#000080")
    assert document(odt(op('<text:span text:style-name="h">보임</text:span>'), styles=styles)).hidden == 0


def test_what_was_deleted_or_stands_in_a_hidden_section_is_counted():
    deleted = (
        f"<text:tracked-changes><text:changed-region><text:deletion>{op('지운 글')}</text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    section = f'<text:section text:display="none">{op("숨은 절")}</text:section>'
    found = document(odt(deleted, op("본문"), section))
    assert (found.blocks, found.hidden) == ((Paragraph("본문"),), 2)


def test_sheets_are_headings_with_tables_and_a_hidden_one_is_counted():
    hidden = (
        '<style:style style:name="t" style:family="table"><style:table-properties table:display="false"/></style:style>'
    )
    sheet = otable(["비밀"], name="숨은 시트").replace("<table:table ", '<table:table table:style-name="t" ')
    found = document(odf("spreadsheet", otable(["가", "1"], name="첫 시트"), sheet, styles=hidden))
    assert (found.blocks, found.hidden) == ((Heading("첫 시트"), Table((("가", "1"),))), 1)


def test_hidden_rows_and_columns_are_left_out():
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    rows = otable(["가", "숨김"], ["나", "숨김"], columns=columns, name="시트")
    found = document(odf("spreadsheet", rows))
    assert (found.blocks[1], found.hidden > 0) == (Table((("가",), ("나",))), True)


def test_empty_rows_and_columns_that_are_written_once_for_millions_take_no_memory():
    wide = '<table:table-cell table:number-columns-repeated="16384"/>'
    tall = f'<table:table-row table:number-rows-repeated="1048576">{wide}</table:table-row>'
    sheet = otable(["가", wide], name="시트").replace("</table:table>", f"{tall}</table:table>")
    assert blocks(odf("spreadsheet", sheet))[1] == Table((("가",),))


def test_text_that_is_repeated_a_million_times_is_refused():
    cell = f'<table:table-cell table:number-columns-repeated="1000000">{op("가")}</table:table-cell>'
    with pytest.raises(FileTooLarge):
        blocks(odf("spreadsheet", otable([cell], name="시트")))


def test_slides_have_their_numbers_and_notes():
    title = f'<draw:frame presentation:class="title"><draw:text-box>{op("제목")}</draw:text-box></draw:frame>'
    notes = (
        f"<presentation:notes><draw:frame><draw:text-box>{op('메모')}</draw:text-box></draw:frame></presentation:notes>"
    )
    slides = f"<draw:page>{title}</draw:page><draw:page><draw:frame>{op('글')}</draw:frame>{notes}</draw:page>"
    found = document(odf("presentation", slides))
    assert (found.pages, found.blocks) == (2, (Heading("제목", 1, 1), Paragraph("글", 2), Paragraph("메모", 2)))


def test_an_encrypted_document_is_locked():
    with pytest.raises(FileLocked):
        blocks(odt(op("글"), more={"META-INF/manifest.xml": "<m><e><encryption-data/></e></m>"}))


def test_a_drawing_is_unknown_and_a_document_without_text_is_empty():
    with pytest.raises(FileUnknown):
        blocks(odf("drawing", "<draw:page/>"))
    with pytest.raises(FileEmpty):
        blocks(odt(op("")))


def test_half_a_document_is_refused():
    with pytest.raises(FileBroken):
        blocks(fodt(op("앞"), op("뒤"))[:-40])


def test_cells_beyond_the_limit_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "CELLS", 3)
    with pytest.raises(FileTooLarge):
        blocks(odt(otable(["가", "나"], ["다", "라"])))


def test_the_number_of_a_page_is_no_text():
    number = op("<text:page-number>1</text:page-number>")
    pages = f'<style:master-page style:name="a"><style:footer>{number}</style:footer></style:master-page>'
    assert blocks(odt(op("본문"), masters=pages)) == (Paragraph("본문"),)
