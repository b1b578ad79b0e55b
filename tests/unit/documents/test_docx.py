import io

import pytest
from docx import Document as Writer
from doubles.office_files import R, W, chart, docx, wp

from ilson.documents.read import read
from ilson.domain.document import File, Heading, Paragraph, Table
from ilson.domain.errors import FileEmpty


def blocks(content):
    return read(File("문서.docx", content)).blocks


def part(root, *body):
    return f'<w:{root} xmlns:w="{W}">{"".join(body)}</w:{root}>'


def cell(text, more=""):
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{wp(text)}</w:tc>"


def rows(*lines):
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def test_a_document_of_word_itself_is_read_in_order():
    made = Writer()
    made.add_heading("추진 계획", level=2)
    made.add_paragraph("목적을 밝힙니다.")
    table = made.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "구분"
    table.cell(1, 0).text, table.cell(1, 1).text = "가", "나"
    buffer = io.BytesIO()
    made.save(buffer)
    assert blocks(buffer.getvalue()) == (
        Heading("추진 계획", 2),
        Paragraph("목적을 밝힙니다."),
        Table((("구분", ""), ("가", "나"))),
    )


def test_a_cell_merged_downwards_has_its_text_once():
    table = rows(
        cell("위", '<w:vMerge w:val="restart"/>') + cell("나"),
        cell("숨은 글", "<w:vMerge/>") + cell("라"),
    )
    assert blocks(docx(table)) == (Table((("위", "나"), ("", "라"))),)


def test_a_paragraph_inside_a_content_control_is_read():
    assert blocks(docx(f"<w:sdt><w:sdtContent>{wp('서식')}</w:sdtContent></w:sdt>")) == (Paragraph("서식"),)


def test_inserted_text_is_read_and_deleted_text_is_not():
    body = (
        "<w:p><w:r><w:t>예산 </w:t></w:r><w:del><w:r><w:delText>3억</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>5억</w:t></w:r></w:ins></w:p>"
    )
    assert blocks(docx(body)) == (Paragraph("예산 5억"),)


def test_a_footnote_follows_its_paragraph():
    note = part("footnotes", f'<w:footnote w:id="2">{wp("각주 글")}</w:footnote>')
    body = wp("본문", more='<w:footnoteReference w:id="2"/>')
    assert blocks(docx(body, more={"word/footnotes.xml": note})) == (Paragraph("본문"), Paragraph("각주 글"))


def test_a_footnote_begins_with_its_number():
    notes = part(
        "footnotes",
        *(
            f'<w:footnote w:id="{key}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> {text}</w:t></w:r></w:p></w:footnote>'
            for key, text in ((7, "뒤의 각주"), (3, "앞의 각주"))
        ),
    )
    body = wp("본문", more='<w:footnoteReference w:id="3"/><w:footnoteReference w:id="7"/>')
    found = [block.text for block in blocks(docx(body, more={"word/footnotes.xml": notes}))]
    assert found == ["본문", "1) 앞의 각주", "2) 뒤의 각주"]


NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="ganada"/><w:lvlText w:val="%2."/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%3"/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>'
    "</w:abstractNum>",
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>",
)


def item(text, level=0, listed=1):
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{listed}"/></w:numPr>'
    return f"<w:p><w:pPr>{number}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_numbered_paragraphs_and_bullets_say_what_word_draws():
    body = [
        item("하나"),
        item("안", 1),
        item("안쪽", 2),
        item("밖", 1),
        item("둘"),
        item("점", listed=2),
        item("새", listed=3),
    ]
    found = [block.text for block in blocks(docx(*body, more={"word/numbering.xml": NUMBERING}))]
    assert found == ["1. 하나", "가. 안", "1.1 안쪽", "나. 밖", "2. 둘", "- 점", "5. 새"]


def test_a_number_that_a_style_gives_is_said_and_one_that_a_paragraph_takes_away_is_not():
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = part(
        "styles",
        f'<w:style w:styleId="b"><w:name w:val="번호"/>{numbered}</w:style>',
        '<w:style w:styleId="a"><w:name w:val="제목"/><w:basedOn w:val="b"/></w:style>',
    )
    taken = '<w:pPr><w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'
    without = f"<w:p>{taken}<w:r><w:t>없음</w:t></w:r></w:p>"
    parts = {"word/numbering.xml": NUMBERING, "word/styles.xml": styles}
    assert blocks(docx(wp("하나", "a"), without, more=parts)) == (Paragraph("1. 하나"), Paragraph("없음"))


def test_a_header_comes_first_once_and_a_footer_last():
    margins = {"word/header1.xml": part("hdr", wp("머리")), "word/header2.xml": part("hdr", wp("머리"))}
    found = blocks(docx(wp("본문"), more=margins | {"word/footer1.xml": part("ftr", wp("꼬리"))}))
    assert found == (Paragraph("머리"), Paragraph("본문"), Paragraph("꼬리"))


def test_a_text_box_is_read_once_though_it_is_written_twice():
    box = f"<w:txbxContent>{wp('상자')}</w:txbxContent>"
    both = (
        f'<m:AlternateContent xmlns:m="m"><m:Choice>{box}</m:Choice><m:Fallback>{box}</m:Fallback></m:AlternateContent>'
    )
    assert blocks(docx(wp("글", more=both))) == (Paragraph("글"), Paragraph("상자"))


def test_headings_are_known_by_the_name_of_their_style():
    styles = part("styles", '<w:style w:styleId="a3"><w:name w:val="heading 3"/></w:style>')
    assert blocks(docx(wp("제목", "a3"), more={"word/styles.xml": styles})) == (Heading("제목", 3),)


def test_a_document_without_text_says_so():
    with pytest.raises(FileEmpty):
        blocks(docx(wp("")))


M = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def formula(inside):
    return f'<w:p><w:r><w:t>식 </w:t></w:r><m:oMath xmlns:m="{M}">{inside}</m:oMath></w:p>'


def mr(text):
    return f"<m:r><m:rPr><m:sty/></m:rPr><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (f"<m:f><m:fPr/><m:num>{mr('1')}</m:num><m:den>{mr('2')}</m:den></m:f>", "1/2"),
        (f"<m:f><m:num>{mr('a+b')}</m:num><m:den>{mr('c')}</m:den></m:f>", "(a+b)/c"),
        (f"{mr('E=m')}<m:sSup><m:e>{mr('c')}</m:e><m:sup>{mr('2')}</m:sup></m:sSup>", "E=mc^2"),
        (f"<m:sSub><m:e>{mr('x')}</m:e><m:sub>{mr('i-1')}</m:sub></m:sSub>", "x_(i-1)"),
        (f"<m:rad><m:deg/><m:e>{mr('x+1')}</m:e></m:rad>", "√(x+1)"),
        (f"<m:d><m:e>{mr('a')}</m:e></m:d>", "(a)"),
        (f'<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>{mr("a")}</m:e></m:d>', "[a]"),
        (
            f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{mr("1")}</m:sub><m:e>{mr("i")}</m:e></m:nary>',
            "∑_1 i",
        ),
        (
            f"<m:m><m:mr><m:e>{mr('1')}</m:e><m:e>{mr('2')}</m:e></m:mr><m:mr><m:e>{mr('3')}</m:e></m:mr></m:m>",
            "1, 2; 3",
        ),
    ],
)
def test_a_formula_is_read_so_that_its_parts_cannot_be_taken_for_one_number(inside, said):
    assert blocks(docx(formula(inside))) == (Paragraph(f"식 {said}"),)


def test_a_reading_stands_in_brackets_behind_its_letters():
    base, reading = "<w:r><w:t>行政</w:t></w:r>", "<w:r><w:t>행정</w:t></w:r>"
    ruby = f"<w:r><w:ruby><w:rt>{reading}</w:rt><w:rubyBase>{base}</w:rubyBase></w:ruby></w:r>"
    assert blocks(docx(f"<w:p>{ruby}<w:r><w:t>을</w:t></w:r></w:p>")) == (Paragraph("行政(행정)을"),)


def test_a_chart_follows_its_paragraph_as_a_table():
    drawn = (
        f"<w:p><w:r><w:t>그래프</w:t><w:drawing><c:chart xmlns:c='c' xmlns:r='{R}' r:id='r'/></w:drawing></w:r></w:p>"
    )
    listed = '<Relationships><Relationship Id="r" Target="charts/chart1.xml"/></Relationships>'
    parts = {
        "word/_rels/document.xml.rels": listed,
        "word/charts/chart1.xml": chart("실적", ["건수"], ["1월", "2월"], [[3, 4]]),
    }
    assert blocks(docx(drawn, wp("뒤"), more=parts)) == (
        Paragraph("그래프"),
        Paragraph("실적"),
        Table((("", "건수"), ("1월", "3"), ("2월", "4"))),
        Paragraph("뒤"),
    )


def test_a_chart_whose_part_is_missing_costs_nothing_else():
    drawn = f"<w:p><w:r><w:t>글</w:t><w:drawing><c:chart xmlns:c='c' xmlns:r='{R}' r:id='r'/></w:drawing></w:r></w:p>"
    assert blocks(docx(drawn)) == (Paragraph("글"),)


def drawn(inside):
    return docx(f"<w:p><w:r><w:t>동의 </w:t></w:r><w:r>{inside}</w:r></w:p>")


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "☑"),
        ('<w:sym w:font="Wingdings" w:char="00A8"/>', "☐"),
        ('<w:sym w:font="Wingdings 2" w:char="F052"/>', "☑"),
        ('<w:sym w:font="Wingdings 3" w:char="F0FE"/>', "□"),
        ('<w:sym w:font="맑은 고딕" w:char="2605"/>', "★"),
        ('<w:sym w:font="Wingdings" w:char="쪽"/>', "□"),
        ("<w:fldChar><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>", "☑"),
        ('<w:fldChar><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar>', "☑"),
        (
            '<w:fldChar><w:ffData><w:checkBox><w:default/><w:checked w:val="0"/></w:checkBox></w:ffData></w:fldChar>',
            "☐",
        ),
        ("<w:fldChar><w:ffData><w:checkBox/></w:ffData></w:fldChar>", "☐"),
    ],
)
def test_a_tick_and_a_sign_of_a_picture_font_are_read(inside, shown):
    assert blocks(drawn(inside)) == (Paragraph(f"동의 {shown}"),)


def field(code, shown, more=""):
    parts = ("begin", f"<w:instrText> {code} </w:instrText>"), ("separate", f"<w:t>{shown}</w:t>"), ("end", more)
    return "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r><w:r>{inside}</w:r>' for kind, inside in parts)


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (f"<w:r><w:t>- </w:t></w:r>{field('PAGE', 7)}<w:r><w:t> -</w:t></w:r>", []),
        (
            '<w:r><w:t>- </w:t></w:r><w:fldSimple w:instr=" PAGE \\* Arabic"><w:r><w:t>7</w:t></w:r></w:fldSimple>',
            [],
        ),
        (f"<w:r><w:t>강서구 </w:t></w:r>{field('PAGE', 7)}<w:r><w:t>/</w:t></w:r>{field('NUMPAGES', 9)}", ["강서구 /"]),
        (field("DATE", "2026. 11. 25."), ["2026. 11. 25."]),
        ("<w:r><w:t>- 7 -</w:t></w:r>", ["- 7 -"]),
    ],
)
def test_the_number_of_a_page_in_a_footer_is_no_text(inside, said):
    footer = part("ftr", f"<w:p>{inside}</w:p>")
    assert [block.text for block in blocks(docx(wp("본문"), more={"word/footer1.xml": footer}))] == ["본문", *said]


def test_the_number_of_a_page_in_the_body_is_read():
    assert blocks(docx(f"<w:p><w:r><w:t>쪽 </w:t></w:r>{field('PAGE', 7)}</w:p>")) == (Paragraph("쪽 7"),)
