import json
import re
from typing import Any

import pypdfium2
import pytest
import typst
from doubles.official_drafts import JPEG, RICH, WRITTEN, pictured, png
from fontTools import ttLib
from hypothesis import given, settings
from hypothesis import strategies as st

from ilson.documents.official import pdf
from ilson.documents.official.layout import lay_out
from ilson.documents.official.model import from_json
from ilson.documents.official.pdf import to_pdf
from ilson.domain.errors import TooLong
from ilson.domain.official_rule import Closing, Head, Look

LOOK = Look()
SPACES = re.compile(r"\s+")


def made(look: Look = LOOK, **changes: Any) -> bytes:
    return to_pdf(lay_out(from_json(RICH | changes), look))


def pages(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    return [page.get_textpage().get_text_range() for page in document]


def packed(text: str) -> str:
    return SPACES.sub("", text)


def test_a_reader_of_pdf_finds_every_line_and_cell() -> None:
    text = packed("".join(pages(made())))
    assert [line for line in [*WRITTEN, "1,200", "박강서"] if packed(line) not in text] == []


def test_it_is_made_for_keeping_and_for_those_who_hear_it() -> None:
    content = made(body=[pictured(png()), pictured(JPEG, ""), *RICH["body"]])
    assert [mark in content for mark in (b"<pdfaid:part>2", b"<pdfaid:conformance>A", b"<pdfuaid:part>1")] == [True] * 3


def test_the_font_is_in_the_file() -> None:
    assert re.findall(rb"/FontName/\w+\+(NotoSansCJKkr-\w+)", made()) != []


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_font_has_every_hangul_the_hanja_and_signs_of_documents_and_a_size_that_can_travel(weight: str) -> None:
    file = pdf._FONTS / f"NotoSansCJKkr-{weight}.otf"
    with ttLib.TTFont(file, lazy=True) as font:
        known = set(font.getBestCmap())
    pairs = [bytes((lead, trail)) for lead in range(0xA1, 0xFE) for trail in range(0xA1, 0xFF)]
    hanja = [letter for pair in pairs for letter in pair.decode("euc_kr", "ignore") if letter >= "\u4e00"]
    hangul = [chr(code) for code in range(0xAC00, 0xD7A4)]
    signs = "Ⅰ Ⅻ ㉮ ㉻ ① ⑳ ㊿ □ ■ ○ ● ◇ ◆ ◎ ▶ ▷ ☞ ※ 「 」 『 』 · ㆍ ∼ △ ▲ ☎ √ ± ℃ ㎡ × → ㈜"
    assert [letter for letter in [*hangul, *hanja, *signs] if ord(letter) not in known] == []
    assert file.stat().st_size < 3_000_000


def test_a_character_that_the_font_has_not_costs_the_standard_and_nothing_else() -> None:
    content = made(title="교육 \U0001f600 안내")
    assert (b"<pdfaid:part>" in content, "안내" in pages(content)[0]) == (False, True)


@pytest.mark.parametrize(
    "typed",
    [
        '#read("/etc/passwd")',
        "#import sys: inputs",
        '"); #panic()',
        "$ x^2 $ *굵게* _기울임_ = 제목",
        "\\ ] } ) // 주석 /* */ `코드`",
        "@참조 <꼬리> #sys.version ~ --- ...",
        "&lt;b&gt; %PDF-1.7 \\u{41}",
    ],
)
def test_what_was_typed_is_never_read_as_a_command(typed: str) -> None:
    fields = {"title": typed, "agency": typed, "sender": typed, "summary": typed, "keywords": [typed]}
    content = made(**fields, body=[{"text": typed, "table": [[typed, "가"], ["나", typed]]}, pictured(png(), typed)])
    assert packed("".join(pages(content))).count(packed(typed)) == 6
    assert pypdfium2.PdfDocument(content).get_metadata_dict()["Title"] == typed


def test_the_program_is_always_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    programs = []

    def compiled(program: bytes, **given: Any) -> bytes:
        programs.append((program, {name: type(value) for name, value in given["sys_inputs"].items()}))
        return b""

    monkeypatch.setattr(typst, "compile", compiled)
    made(title="하나")
    made(title="#둘", body=[pictured(png())])
    assert programs[0][0] == programs[1][0] == pdf._PROGRAM.read_bytes()
    assert [sorted(names) for _, names in programs] == [["paper"], ["image0", "paper"]]


def test_the_properties_tell_summary_keywords_and_that_an_ai_drafted_it() -> None:
    found = pypdfium2.PdfDocument(made()).get_metadata_dict()
    assert [found[name] for name in ("Title", "Author", "Subject", "Keywords")] == [
        RICH["title"],
        "서울특별시 강서구",
        "AI 초안 - 교육을 안내함",
        "교육, 인공지능, AI 초안",
    ]


def test_a_long_table_breaks_over_pages_and_its_head_repeats() -> None:
    rows = [["번호", "인원(명)"], *([str(number), "1,000"] for number in range(200))]
    found = pages(made(body=[{"text": "현황", "table": rows}]))
    assert len(found) > 3
    assert ["번호 인원(명)" in SPACES.sub(" ", page) for page in found[:-1]] == [True] * (len(found) - 1)


def test_every_page_has_its_number() -> None:
    found = pages(made(body=[{"text": "내용을 적습니다. " * 20}] * 60))
    assert [f"- {number} -" in page for number, page in enumerate(found, 1)] == [True] * len(found)
    assert len(found) > 2


def test_lines_end_between_words() -> None:
    text = "행정업무의 운영 및 혁신에 관한 규정에 따라 다음과 같이 안내하오니 협조하여 주시기 바랍니다 " * 6
    lines = pages(made(body=[{"text": text}], attachments=[]))[0].split("\r\n")
    told = [line for line in lines if "규정에" in line or "협조하여" in line]
    assert len(told) > 4
    assert {word for line in told for word in line.split()} <= {*text.split(), "끝."}


def test_a_word_that_no_line_holds_is_broken() -> None:
    long = "가나다라마바사아자차카타파하" * 20
    content = made(body=[{"text": long, "table": [["구분", "값"], [long, "1"]]}])
    assert packed("".join(pages(content))).count(long) == 2


def test_more_cells_than_the_typesetter_has_memory_for_are_refused() -> None:
    with pytest.raises(TooLong):
        made(body=[{"table": [["1"] * 50] * 601}, {"table": [["1"] * 50] * 600}])


def test_each_look_is_drawn() -> None:
    facts = [
        {"label": "일시", "text": "12. 1."},
        {"label": "장소", "text": "구청"},
        {"label": "내용", "text": "가" * 90},
    ]
    for head in ("letter", "title", "press", "notice", "none"):
        for closing in ("letter", "sender", "none"):
            text = packed("".join(pages(made(_look(head, closing), facts=facts))))
            assert [word for word in ("일시", "구청", "가" * 90, "다음과같이") if word not in text] == [], (
                head,
                closing,
            )


def _look(head: Head, closing: Closing) -> Look:
    return Look(head, closing, ("□", "○"))


@settings(max_examples=40)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_becomes_a_file(text: str, cell: str) -> None:
    assert made(title=text, body=[{"text": text, "table": [[cell, text]]}], facts=[{"label": cell, "text": text}])


def test_what_the_typesetter_gets_is_data() -> None:
    given_ = pdf._paper(lay_out(from_json(RICH), Look()))
    assert json.loads(json.dumps(given_))["title"] == RICH["title"]


def test_an_empty_row_is_as_high_as_one_with_text() -> None:
    empty, full = ([{"text": "표", "table": [["가"], *[[text]] * 80]}] for text in ("", "나"))
    assert len(pages(made(body=empty))) == len(pages(made(body=full)))


def test_a_number_that_its_column_holds_is_one_piece() -> None:
    rows = [
        ["구분", "2025년", "2026년", "증감", "비고"],
        ["인건비", *["1,234,567,890"] * 2, "△100,000,000", "정원 증가 " * 6],
    ]
    sent = pdf._paper(lay_out(from_json({"title": "예산", "body": [{"text": "표", "table": rows}]}), LOOK))
    [grid] = [part for part in sent["parts"] if part["kind"] == "grid" and part["use"] == "table"]
    assert [cell["runs"][0]["words"] for cell in grid["rows"][1]][:4] == [[text] for text in rows[1][:4]]
