import pytest
from doubles.office_files import form_pdf, locked_pdf, pdf, ruled, written

from ilson.documents import pdf_lines
from ilson.documents.read import read
from ilson.domain.document import File, Paragraph, Table
from ilson.domain.errors import FileBroken, FileEmpty, FileLocked


def opened(content):
    return read(File("문서.pdf", content))


def test_paragraphs_know_their_page():
    found = opened(pdf([(50, 800, "첫째 쪽입니다.")], [(50, 800, "둘째 쪽입니다.")]))
    assert (found.pages, found.blocks) == (2, (Paragraph("첫째 쪽입니다.", 1), Paragraph("둘째 쪽입니다.", 2)))


def test_a_ruled_table_stays_a_table_between_the_text_around_it():
    cells = [(60, 640, "구분"), (180, 640, "금액"), (60, 610, "합계"), (180, 610, "5억")]
    found = opened(pdf([(50, 800, "위 글."), ruled(50, 600, 2, 2), *cells, (50, 500, "아래 글.")])).blocks
    assert found == (Paragraph("위 글.", 1), Table((("구분", "금액"), ("합계", "5억")), 1), Paragraph("아래 글.", 1))


def test_a_table_drawn_as_one_path_is_found():
    path = b" ".join(
        [b"%d 600 m %d 660 l" % (x, x) for x in (50, 170, 290)]
        + [b"50 %d m 290 %d l" % (y, y) for y in (600, 630, 660)]
    )
    cells = [(60, 640, "가"), (180, 640, "나"), (60, 610, "다"), (180, 610, "라")]
    assert opened(pdf([path + b" S", *cells])).blocks == (Table((("가", "나"), ("다", "라")), 1),)


def test_a_table_drawn_as_boxes_is_found_and_a_wide_box_is_a_merged_cell():
    boxes = [b"50 630 240 30 re S", b"50 600 120 30 re S", b"170 600 120 30 re S"]
    cells = [(60, 640, "제목"), (60, 610, "다"), (180, 610, "라")]
    assert opened(pdf([*boxes, *cells])).blocks == (Table((("제목", ""), ("다", "라")), 1),)


def test_text_beside_a_table_is_not_lost_for_the_table():
    cells = [(60, 640, "가"), (180, 640, "나"), (60, 610, "다"), (180, 610, "라")]
    assert "옆에 있는 글" in str(opened(pdf([ruled(50, 600, 2, 2), *cells, (400, 640, "옆에 있는 글")])).blocks)


def test_lines_under_text_are_no_table():
    assert opened(pdf([(50, 800, "밑줄 글"), b"50 790 m 200 790 l S"])).blocks == (Paragraph("밑줄 글", 1),)


def test_a_box_around_text_loses_nothing():
    assert opened(pdf([ruled(40, 700, 1, 1, width=300), (50, 710, "상자 글")])).blocks == (Paragraph("상자 글", 1),)


def test_a_scanned_document_says_so():
    with pytest.raises(FileEmpty):
        opened(pdf([b"0 0 m 100 100 l S"]))


def test_a_locked_document_says_so():
    with pytest.raises(FileLocked):
        opened(locked_pdf())


def test_a_document_without_pages_is_broken():
    with pytest.raises(FileBroken):
        opened(b"%PDF-1.7\nnothing follows")


def joined(*lines):
    return list(pdf_lines.paragraphs("\r\n".join(lines)))


def test_a_full_line_runs_on_into_the_next():
    assert joined("사업의 목적은 구민의 안전을 지키고", "편의를 높이는 것이다.") == [
        "사업의 목적은 구민의 안전을 지키고 편의를 높이는 것이다."
    ]


def test_a_word_broken_at_the_end_of_a_line_is_whole_again():
    assert joined(
        "구민의 안전을 지키기 위하여 관계 기관과 협", "력하여 추진하고 그 결과를 매월 보고하며 ", "공개한다."
    ) == ["구민의 안전을 지키기 위하여 관계 기관과 협력하여 추진하고 그 결과를 매월 보고하며 공개한다."]


@pytest.mark.parametrize("item", ["□ 추진 배경", "1. 관련", "가. 일시", "① 대상", "- 장소", "※ 참고"])
def test_an_item_begins_a_paragraph_of_its_own(item):
    assert joined("사업의 목적은 구민의 안전이며 다음과 같음", item) == [
        "사업의 목적은 구민의 안전이며 다음과 같음",
        item,
    ]


def test_a_short_line_ends_its_paragraph():
    assert joined("추진 계획", "사업의 목적은 구민의 안전을 지키는 것이다.") == [
        "추진 계획",
        "사업의 목적은 구민의 안전을 지키는 것이다.",
    ]


def test_short_lines_are_cells_or_items_and_stay_apart():
    assert joined("부서 담당", "총무과 홍길동") == ["부서 담당", "총무과 홍길동"]


def box(name, state):
    called = written(name)
    return b"/FT/Btn/TU%s/T%s/V/%s/AS/%s/AP<</N<</Yes 4 0 R/Off 4 0 R>>>>" % (called, called, state, state)


def test_what_was_filled_into_a_form_is_read_with_what_the_fields_are_called():
    fields = [
        b"/FT/Tx/T(n)/TU%s/V%s" % (written("성명"), written("홍길동")),
        b"/FT/Tx/T(m)/V%s" % written("총무과"),
        box("동의함", b"Yes"),
        box("동의하지 않음", b"Off"),
        b"/FT/Tx/T(o)",
    ]
    found = [block.text for block in read(File("서식.pdf", form_pdf(*fields))).blocks]
    assert found == ["성명: 홍길동", "총무과", "☑ 동의함", "☐ 동의하지 않음"]


def test_a_field_that_nobody_sees_is_left_out_and_counted():
    found = read(
        File("서식.pdf", form_pdf(b"/FT/Tx/T(n)/V%s" % written("보임"), b"/F 2/FT/Tx/T(m)/V%s" % written("숨김")))
    )
    assert ([block.text for block in found.blocks], found.hidden) == (["보임"], 1)
