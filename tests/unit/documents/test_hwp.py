import struct
import zlib

import pytest
from doubles.office_files import compound, control, hwp, hwp_table, para, record

from ilson.documents.hwp_records import inflate
from ilson.documents.read import read
from ilson.domain.document import File, Heading, Paragraph, Table
from ilson.domain.errors import FileBroken, FileEmpty, FileLocked, FileUnknown

TABLE = control(11, b" lbt")
NOTE = control(17, b"  nf")


def blocks(content):
    return read(File("문서.hwp", content)).blocks


def utf16(text):
    return text.encode("utf-16-le")


def test_paragraphs_come_in_order_and_outline_levels_are_headings():
    assert blocks(hwp(para("개요", shape=1), para("첫째", shape=2), para("본문"))) == (
        Heading("개요", 1),
        Heading("첫째", 2),
        Paragraph("본문"),
    )


@pytest.mark.parametrize("flags", [0, 1])
def test_compressed_and_plain_streams_are_read(flags):
    assert blocks(hwp(para("본문"), flags=flags)) == (Paragraph("본문"),)


def test_a_table_keeps_its_rows_and_the_text_around_it_its_place():
    records = para(utf16("앞") + TABLE + utf16("뒤")) + hwp_table(1, (0, 0, "가"), (0, 1, "나"), (1, 0, "다"))
    assert blocks(hwp(records)) == (Paragraph("앞"), Table((("가", "나"), ("다", ""))), Paragraph("뒤"))


def test_a_footnote_follows_the_text_it_hangs_on():
    note = record(71, 1, b"  nf" + bytes(16)) + record(72, 2, bytes(16)) + para("각주", 2)
    assert blocks(hwp(para(utf16("앞") + NOTE + utf16("뒤")) + note)) == (Paragraph("앞뒤"), Paragraph("각주"))


def test_a_note_and_a_caption_begin_with_their_number_and_a_page_number_says_nothing():
    number = record(71, 3, b"onta" + struct.pack("<IHHHH", 1 | 2 << 4, 4, 0, ord("<"), ord(">")))
    note = (
        record(71, 1, b"  nf" + bytes(16)) + record(72, 2, bytes(16)) + para(control(18, b"onta") + utf16(" 각주"), 2)
    )
    page = record(71, 1, b"onta" + struct.pack("<IHHHH", 0, 7, 0, 0, 0))
    assert blocks(hwp(para(utf16("앞") + NOTE) + note + number, para(control(18, b"onta") + utf16("쪽")) + page)) == (
        Paragraph("앞"),
        Paragraph("<IV> 각주"),
        Paragraph("쪽"),
    )


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Name:wstring:2:확인 Caption:wstring:2:동의 Value:int:1 TriState:bool:0 ", "☑ 동의"),
        ("Caption:wstring:2:동의 Value:int:0 ", "☐ 동의"),
        ("ComboBoxSet:set:9:Text:wstring:3:총무과 ", "총무과"),
        ("Caption:wstring:999999:동", "동"),
    ],
)
def test_a_form_control_says_what_it_shows(said, shown):
    form = record(71, 1, b"mrof" + bytes(40)) + record(91, 2, bytes(14) + utf16(said))
    assert blocks(hwp(para(control(11, b"mrof")) + form)) == (Paragraph(shown),)


def test_a_footer_that_each_section_repeats_is_read_once():
    footer = record(71, 1, b"toof" + bytes(16)) + record(72, 2, bytes(16)) + para("강서구", 2)
    sections = [para(utf16(text) + control(16, b"toof")) + footer for text in ("하나", "둘")]
    assert [block.text for block in blocks(hwp(sections=sections))] == ["하나", "강서구", "둘"]


def test_control_characters_are_spoken_or_left_out():
    tab, field = control(9), control(4)
    text = utf16("갑") + tab + utf16("을\n병") + utf16("\x1e정\x1f무") + field + utf16("기")
    assert blocks(hwp(para(text))) == (Paragraph("갑\t을\n병 정 무기"),)


def test_a_text_box_is_read():
    box = record(71, 1, b" osg" + bytes(40)) + record(76, 2, bytes(20)) + record(72, 3, bytes(20)) + para("상자", 3)
    assert blocks(hwp(para(control(11, b" osg")) + box)) == (Paragraph("상자"),)


def test_a_record_longer_than_4095_bytes_is_read_whole():
    assert blocks(hwp(para("가" * 5000))) == (Paragraph("가" * 5000),)


def test_sections_come_in_the_order_of_their_numbers():
    found = blocks(hwp(sections=[para(f"{index}절") for index in range(11)]))
    assert [block.text for block in found] == [f"{index}절" for index in range(11)]


@pytest.mark.parametrize(
    "flags", [pytest.param(3, id="password"), pytest.param(5, id="distribution"), pytest.param(0x101, id="certificate")]
)
def test_a_protected_document_is_locked(flags):
    with pytest.raises(FileLocked):
        blocks(hwp(para("비밀"), flags=flags))


def test_a_document_of_shapes_only_says_so():
    with pytest.raises(FileEmpty):
        blocks(hwp(para(control(11, b" osg")) + record(71, 1, b" osg" + bytes(40)) + record(76, 2, bytes(20))))


def test_half_a_stream_is_refused():
    cut = hwp(para("본문"), flags=0, sections=[para("본문 " * 2000)[:-100]])
    with pytest.raises(FileBroken):
        blocks(cut)


def declaring(content, name, size):
    """The same file, whose directory declares so many bytes for a stream: Hangul writes the directory first."""
    entry = content.index(utf16(name))
    return content[: entry + 120] + struct.pack("<I", size) + content[entry + 124 :]


def test_a_file_with_less_than_it_declares_is_broken_and_not_too_large():
    whole = hwp(para("본문"), flags=0, more={("BinData", "BIN0001.bmp"): bytes(50_000)})
    with pytest.raises(FileBroken):
        blocks(declaring(whole, "BIN0001.bmp", 90_000))


def test_a_compressed_stream_that_is_cut_off_is_refused():
    packer = zlib.compressobj(level=0, wbits=-15)
    whole = packer.compress(para("앞") + para("뒤")) + packer.flush()
    with pytest.raises(FileBroken):
        inflate(whole[: -len(para("뒤"))])


def test_a_missing_section_is_refused():
    with pytest.raises(FileBroken):
        blocks(hwp(para("본문"), more={("BodyText", "Section2"): b""}))


def test_a_table_of_a_huge_place_takes_no_memory():
    cells = ((0, 0, "가"), (65_535, 65_535, "나"))
    assert blocks(hwp(para(TABLE) + hwp_table(1, *cells))) == (Table((("가", ""), ("", "나"))),)


def test_an_office_file_encrypted_by_a_password_is_locked():
    with pytest.raises(FileLocked):
        blocks(compound({("EncryptedPackage",): b"x" * 5000}))


def test_a_compound_file_of_another_program_is_unknown():
    with pytest.raises(FileUnknown):
        blocks(compound({("Contents",): struct.pack("<H", 0xA5EC) * 3000}))


def ranges(*stretches):
    return record(70, 1, b"".join(struct.pack("<III", begin, end, kind << 24 | 7) for begin, end, kind in stretches))


def test_what_a_tracked_change_deleted_is_left_out_and_what_it_put_in_is_read():
    assert blocks(hwp(para("금액은 50만원70만원이다") + ranges((9, 13, 16), (4, 8, 17)))) == (
        Paragraph("금액은 70만원이다"),
    )


def test_a_deletion_beyond_its_paragraph_deletes_no_more():
    found = blocks(hwp(para("가나") + ranges((1, 99, 17)), para("다라") + ranges((1, 1, 17), (3, 2, 17))))
    assert found == (Paragraph("가"), Paragraph("다라"))


def test_a_control_in_a_paragraph_does_not_move_what_was_deleted():
    assert blocks(hwp(para(utf16("가") + control(9) + utf16("나다라")) + ranges((10, 11, 17)))) == (
        Paragraph("가\t나라"),
    )
