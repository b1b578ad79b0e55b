import struct

import pytest
from doubles.office_files import HH, hwp, hwpx, p, para, record, run, section

from ilson.documents.numbering import Level, Marks, written
from ilson.documents.read import read
from ilson.domain.document import File


def marks():
    return Marks({"1": {1: Level("^1."), 2: Level("^2.", "HANGUL_SYLLABLE"), 3: Level("^1.^3)", start=5)}}, {"1": "□"})


def counted(*levels):
    made = marks()
    return [made.count("1", level) for level in levels]


def test_each_level_counts_on_and_begins_again_below_the_next_higher_one():
    assert counted(1, 2, 2, 1, 2, 3, 3) == ["1.", "가.", "나.", "2.", "가.", "2.5)", "2.6)"]


def test_a_level_that_nobody_opened_counts_as_its_first():
    assert counted(3, 1) == ["1.5)", "2."]


def test_an_unknown_scheme_says_nothing():
    assert marks().count("7", 1) == ""


def test_a_bullet_that_only_its_own_font_can_show_becomes_a_dot():
    assert [Marks(bullets={"1": "\uf0a7", "2": "□"}).bullet(key) for key in "123"] == ["•", "□", ""]


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("DIGIT", "1 2 14 15"),
        ("HANGUL_SYLLABLE", "가 나 하 거"),
        ("HANGUL_JAMO", "ㄱ ㄴ ㅎ 15"),
        ("CIRCLED_DIGIT", "① ② ⑭ ⑮"),
        ("CIRCLED_HANGUL_SYLLABLE", "㉮ ㉯ ㉻ 15"),
        ("ROMAN_CAPITAL", "I II XIV XV"),
        ("LATIN_SMALL", "a b n o"),
        ("FORM OF TOMORROW", "1 2 14 15"),
    ],
)
def test_numbers_are_written_in_their_form(form, numbers):
    assert [written(number, form) for number in (1, 2, 14, 15)] == numbers.split()


def test_numbered_paragraphs_of_hwpx_say_their_number():
    shapes = "".join(
        f'<hh:paraPr id="{key}"><hh:heading type="{kind}" idRef="{ref}" level="0"/></hh:paraPr>'
        for key, kind, ref in ((0, "NUMBER", 3), (1, "OUTLINE", 0), (2, "BULLET", 1))
    )
    head = (
        '<hh:numbering id="3"><hh:paraHead level="1" numFormat="HANGUL_SYLLABLE">^1.</hh:paraHead></hh:numbering>'
        '<hh:numbering id="4"><hh:paraHead level="1" numFormat="DIGIT">제^1장</hh:paraHead></hh:numbering>'
        f'<hh:bullet id="1" char="□"/>{shapes}'
    )
    more = {"Contents/header.xml": f'<hh:head xmlns:hh="{HH}">{head}</hh:head>'}
    begin = run('<hp:secPr outlineShapeIDRef="4"/>')
    body = section(
        begin, p("총칙", shape=1), p("일시", shape=0), p("장소", shape=0), p("", shape=2), p("참고", shape=2)
    )
    found = read(File("문서.hwpx", hwpx(sections=[body], more=more))).blocks
    assert [block.text for block in found] == ["제1장 총칙", "가. 일시", "나. 장소", "□ 참고"]


def test_numbered_paragraphs_of_hwp_say_their_number():
    pattern = "^1)".encode("utf-16-le")
    head = struct.pack("<IHHIH", 8 << 5, 0, 0, 0, 3) + pattern
    numbering = record(23, 1, head * 7 + struct.pack("<H7I", 1, *[2] * 7))
    shape = record(25, 1, struct.pack("<I", 2 << 23) + bytes(26) + struct.pack("<H", 1) + bytes(20))
    found = read(File("문서.hwp", hwp(para("일시", shape=3), para("장소", shape=3), shapes=numbering + shape))).blocks
    assert [block.text for block in found] == ["나) 일시", "다) 장소"]
