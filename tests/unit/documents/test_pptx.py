from doubles.office_files import R, ap, chart, pptx, shape

from ilson.documents.read import read
from ilson.domain.document import File, Heading, Paragraph, Table


def opened(content):
    return read(File("발표.pptx", content))


def test_slides_come_in_the_order_of_the_presentation_with_their_numbers():
    found = opened(pptx(shape("둘째"), shape("첫째", "title") + shape("글"), order=[2, 1]))
    assert (found.pages, found.blocks) == (2, (Heading("첫째", 1, 1), Paragraph("글", 1), Paragraph("둘째", 2)))


def test_a_table_keeps_its_rows_and_merged_text_once():
    rows = f'<a:tr><a:tc gridSpan="2">{ap("구분")}</a:tc><a:tc hMerge="1">{ap("")}</a:tc></a:tr>'
    rows += f"<a:tr><a:tc>{ap('가')}</a:tc><a:tc>{ap('나')}</a:tc></a:tr>"
    frame = f"<p:graphicFrame><a:graphic><a:tbl>{rows}</a:tbl></a:graphic></p:graphicFrame>"
    assert opened(pptx(frame)).blocks == (Table((("구분", ""), ("가", "나")), 1),)


def related(kind, target):
    return f'<Relationships><Relationship Id="r" Type="http://x/{kind}" Target="{target}"/></Relationships>'


def test_the_notes_of_a_speaker_follow_their_slide_and_its_number_and_date_do_not():
    notes = f"<p:notes xmlns:p='p' xmlns:a='a'>{shape('말할 것', 'body')}{shape('1', 'sldNum')}</p:notes>"
    parts = {
        "ppt/slides/_rels/slide1.xml.rels": related("notesSlide", "../notesSlides/notesSlide1.xml"),
        "ppt/notesSlides/notesSlide1.xml": notes,
    }
    assert opened(pptx(shape("글"), shape("둘째"), more=parts)).blocks == (
        Paragraph("글", 1),
        Paragraph("말할 것", 1),
        Paragraph("둘째", 2),
    )


def test_the_text_of_a_diagram_is_read():
    diagram = (
        f"<d:dataModel xmlns:d='d' xmlns:a='a'><d:ptLst><d:pt><d:t>{ap('단계')}</d:t></d:pt></d:ptLst></d:dataModel>"
    )
    parts = {
        "ppt/slides/_rels/slide1.xml.rels": related("diagramData", "/ppt/diagrams/data1.xml"),
        "ppt/diagrams/data1.xml": diagram,
    }
    assert opened(pptx(shape("글"), more=parts)).blocks[1] == Paragraph("단계", 1)


def test_a_chart_is_read_as_its_title_and_its_figures():
    frame = (
        f"<p:graphicFrame><a:graphic><a:graphicData><c:chart xmlns:c='c' xmlns:r='{R}' r:id='r'/></a:graphicData>"
        "</a:graphic></p:graphicFrame>"
    )
    parts = {
        "ppt/slides/_rels/slide1.xml.rels": related("chart", "../charts/chart1.xml"),
        "ppt/charts/chart1.xml": chart("동별 민원", ["접수", "처리"], ["화곡", "등촌"], [[10, 20], [9, 18.5]]),
    }
    assert opened(pptx(shape("글") + frame + shape("뒤"), more=parts)).blocks == (
        Paragraph("글", 1),
        Paragraph("동별 민원", 1),
        Table((("", "접수", "처리"), ("화곡", "10", "9"), ("등촌", "20", "18.5")), 1),
        Paragraph("뒤", 1),
    )


def test_a_formula_on_a_slide_is_read_in_one_line():
    power = "<m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>10</m:t></m:r></m:sup>"
    formula = f"<m:oMath xmlns:m='m'><m:sSup>{power}</m:sSup></m:oMath>"
    inside = f"<p:sp><p:txBody><a:p>{formula}</a:p></p:txBody></p:sp>"
    assert opened(pptx(inside)).blocks == (Paragraph("x^10", 1),)


def numbered(text, scheme, level=0, more=""):
    return f'<a:p><a:pPr lvl="{level}"><a:buAutoNum type="{scheme}" {more}/></a:pPr><a:r><a:t>{text}</a:t></a:r></a:p>'


def test_numbered_paragraphs_say_what_the_slide_shows():
    body = (
        numbered("가", "arabicPeriod", more='startAt="3"')
        + numbered("나", "alphaLcParenR", 1)
        + numbered("", "alphaLcParenR", 1)
        + numbered("다", "alphaLcParenR", 1)
        + numbered("라", "arabicPeriod", more='startAt="3"')
        + numbered("마", "alphaLcParenR", 1)
        + ap("번호 없음")
        + numbered("바", "arabicParenBoth")
        + numbered("사", "circleNumDbPlain")
        + numbered("아", "ea1JpnKorPlain")
    )
    inside = f"<p:sp><p:txBody>{body}</p:txBody></p:sp>"
    found = [block.text for block in opened(pptx(inside, shape("새 도형"))).blocks]
    assert found == ["3. 가", "a) 나", "b) 다", "4. 라", "a) 마", "번호 없음", "(1) 바", "① 사", "1. 아", "새 도형"]
