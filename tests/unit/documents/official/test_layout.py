from typing import Any

import pytest
from doubles.official_drafts import JPEG, RICH, pictured, png

from ilson.documents.official.layout import lay_out
from ilson.documents.official.model import from_json
from ilson.documents.official.parts import CELL_SIDE, MM, Bar, Grid, Image, Letters, Line, Paper
from ilson.documents.official.text import to_text
from ilson.documents.official.widths import wide
from ilson.domain.errors import BadRequest
from ilson.domain.official_rule import Closing, Look

BULLETS = ("□", "○", "-", "※")
REPORT: dict[str, Any] = {
    "agency": "강서구 디지털정책과",
    "date": "2026. 12. 1.",
    "title": "시범 운영 결과 보고",
    "facts": [{"label": "일시", "text": "12. 1."}, {"label": "참석자", "text": "과장\n 팀장"}, {"label": "비고"}],
    "body": [{"text": "배경", "items": [{"text": "시범 운영", "items": [{"text": "비용 절감"}]}]}],
    "sender": "강서구청장",
    "number": "2026-123",
    "recipients": ["가과장"],
}


def paper(look: Look, **changes: Any) -> Paper:
    return lay_out(from_json(REPORT | changes), look)


def written(look: Look, **changes: Any) -> str:
    return to_text(paper(look, **changes))


def test_a_report_has_its_title_then_date_and_department_facts_and_bullets() -> None:
    assert written(Look("title", "none", BULLETS, end=False)) == (
        "시범 운영 결과 보고\n\n2026. 12. 1.  |  강서구 디지털정책과\n\n일시: 12. 1.\n참석자: 과장\n  팀장\n\n"
        "□ 배경\n  ○ 시범 운영\n    - 비용 절감\n"
    )


def test_a_press_release_has_its_banner_its_facts_its_title_and_its_subtitle() -> None:
    facts = [*REPORT["facts"], {"label": "부제", "text": "- 하루 빨라졌다 -"}]
    assert written(Look("press", "none", BULLETS, end=False), facts=facts) == (
        "강서구 디지털정책과  |  2026. 12. 1.\n보도자료\n\n일시: 12. 1.\n참석자: 과장\n  팀장\n\n"
        "시범 운영 결과 보고\n- 하루 빨라졌다 -\n\n□ 배경\n  ○ 시범 운영\n    - 비용 절감\n"
    )


def test_a_notice_has_its_number_its_title_its_date_and_its_sender() -> None:
    assert written(Look("notice", "sender"), agency="강서구", facts=[]) == (
        "강서구 공고 제2026-123호\n\n시범 운영 결과 보고\n\n배경\n시범 운영\n비용 절감  끝.\n\n"
        "2026. 12. 1.\n\n강서구청장\n\n수신자  가과장\n"
    )


@pytest.mark.parametrize(
    ("draft", "line"),
    [
        ({"number": "제2026-1호"}, "강서구 공고 제2026-1호"),
        ({"number": "2026-1호"}, "강서구 공고 제2026-1호"),
        ({"number": "서울특별시강서구 공고 제2026-1호"}, "서울특별시강서구 공고 제2026-1호"),
        ({"number": "2026-1", "title": "도로명주소 변경 고시"}, "강서구 고시 제2026-1호"),
        ({"number": "2026-1", "agency": ""}, "공고 제2026-1호"),
        ({"number": ""}, "강서구 공고 제          호"),
        ({"number": "", "agency": ""}, "시범 운영 결과 보고"),
    ],
)
def test_the_number_of_a_notice_is_written_as_notices_are(draft: dict[str, str], line: str) -> None:
    assert written(Look("notice", "none"), **({"agency": "강서구"} | draft)).split("\n")[0] == line


def test_without_a_head_the_body_stands_alone() -> None:
    assert written(Look("none", "none", ("",), end=False), facts=[]) == "배경\n  시범 운영\n    비용 절감\n"


def test_facts_stand_above_the_body_of_a_letter() -> None:
    assert "제목  시범 운영 결과 보고\n\n일시: 12. 1.\n참석자: 과장\n  팀장\n\n배경" in written(Look())


@pytest.mark.parametrize(("look", "last"), [(Look(), "  끝."), (Look(end=False), "  팀장")])
def test_where_only_facts_are_told_they_are_the_body(look: Look, last: str) -> None:
    assert written(look, body=[], sender="", recipients=[], number="", date="").rstrip("\n").split("\n")[-1] == last


def test_facts_that_the_body_tells_stand_in_no_table() -> None:
    told = [written(Look(head, table=False)) for head in ("letter", "title", "press")]
    assert ["12. 1." in text.replace("2026. 12. 1.", "") for text in told] == [False, False, True]
    assert "일시: 12. 1." in written(Look(table=False), body=[])


@pytest.mark.parametrize("end", [True, False])
def test_the_end_sign_is_written_where_the_look_says_so(*, end: bool) -> None:
    table = {"text": "표", "table": [["가"], [""]]}
    told = [
        written(Look(closing="none", end=end), body=body, attachments=attached)
        for body in (REPORT["body"], [table], [pictured(png())])
        for attached in ([], [{"name": "계획서"}])
    ]
    assert ["끝." in text or "이하 빈칸" in text for text in told] == [end] * 6


def test_the_end_sign_stands_below_a_picture() -> None:
    assert written(Look(closing="none"), body=[pictured(png())]).endswith("그래프\n[그림: 막대그래프]\n  끝.\n")


def test_a_picture_without_words_is_told_to_be_one() -> None:
    assert "\n[그림]\n" in written(Look(closing="none"), body=[pictured(png(), "")])


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (png(), (3_000, 1_500)),
        (JPEG, (1_200, 600)),
        (png(4_000, 1_000), (48_190, 12_047)),
        (png(10, 4_000), (122, 49_195)),
    ],
)
def test_a_picture_fits_the_page_and_is_never_enlarged(content: bytes, size: tuple[int, int]) -> None:
    image = next(part for part in paper(Look(), body=[pictured(content)]).parts if isinstance(part, Image))
    assert (image.width, image.height, image.content) == (*size, content)


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(BadRequest):
        paper(Look(), body=[pictured(b"GIF89a")])


def test_one_line_is_the_title_whatever_the_head() -> None:
    heads = ("letter", "title", "press", "notice")
    titles = [[p for p in paper(Look(head)).parts if isinstance(p, Line) and p.title] for head in heads]
    assert ["".join(run.text for run in line.runs) for (line,) in titles] == [REPORT["title"]] * 4


def test_a_heading_of_a_report_is_bold_and_its_remarks_are_smaller() -> None:
    body = [{"text": "배경", "items": [{"text": "가", "items": [{"text": "나", "items": [{"text": "참고"}]}]}]}]
    lines = [part for part in paper(Look("title", "none", BULLETS), body=body).parts if isinstance(part, Line)]
    letters = [line.runs[0].letters for line in lines[-4:]]
    assert [(look.bold, look.size) for look in letters] == [(True, 14), (False, 13), (False, 13), (False, 12)]


def test_an_article_is_no_heading_and_stands_without_a_space_before_its_name() -> None:
    body = [{"text": "(목적)", "items": [{"text": "가"}, {"text": "나"}]}, {"text": "이 협약은 오늘 시작한다."}]
    look = Look("title", "none", ("제1조", "①"), end=False)
    told = written(look, body=body, facts=[])
    assert told.endswith("\n\n제1조(목적)\n  ① 가\n  ② 나\n제2조 이 협약은 오늘 시작한다.\n")
    lines = [part for part in paper(look, body=body).parts if isinstance(part, Line)]
    assert [line.runs[0].letters.bold for line in lines[-4:]] == [False] * 4


def test_the_margins_and_the_font_are_those_of_the_look() -> None:
    found = paper(Look(top=30, bottom=15, left=20, right=15, font="바탕"))
    assert [round(side / MM) for side in (found.top, found.bottom, found.left, found.right)] == [30, 15, 20, 15]
    assert (found.font, round(found.width / MM), paper(Look()).font) == ("바탕", 175, "맑은 고딕")


def test_the_columns_of_a_table_are_as_wide_as_the_paper_and_as_what_they_hold() -> None:
    rows = [["번호", "내용"], ["1", "주민 누구나 신청할 수 있으며 서류는 온라인으로도 받습니다. " * 4]]
    table = next(part for part in paper(Look(), body=[{"table": rows}], facts=[]).parts if isinstance(part, Grid))
    narrow, broad = table.widths
    assert (narrow + broad, narrow * 6 < broad) == (paper(Look()).width, True)


def test_the_broadest_columns_share_what_the_others_leave() -> None:
    long = "주민 누구나 신청할 수 있으며 서류는 온라인으로도 받습니다. " * 4
    rows = [["번호", "내용", "방법"], ["1", long, long * 2]]
    table = next(part for part in paper(Look(), body=[{"table": rows}], facts=[]).parts if isinstance(part, Grid))
    number, content, method = table.widths
    assert (abs(content - method) < 2, number * 6 < content) == (True, True)


def test_two_short_facts_of_a_press_release_share_a_row() -> None:
    texts = ["12. 1.", "구청", "가" * 15, "나과", "줄\n줄", "끝"]
    facts = [{"label": str(place), "text": text} for place, text in enumerate(texts)]
    banner = next(part for part in paper(Look("press"), facts=facts).parts if isinstance(part, Grid))
    rows = [["".join(run.text for run in cell.runs) for cell in row[::2]] for row in banner.rows]
    assert rows == [["0", "1"], ["2"], ["3"], ["4"], ["5"]]
    assert [sum(cell.across for cell in row) for row in banner.rows] == [4] * 5


@pytest.mark.parametrize(("closing", "first"), [("none", True), ("sender", False)])
def test_the_date_of_a_report_is_written_once(closing: Closing, *, first: bool) -> None:
    told = written(Look("title", closing), facts=[])
    assert (told.count("2026. 12. 1."), "2026. 12. 1.  |" in told) == (1, first)


def test_signers_stand_in_boxes_without_lines() -> None:
    parts = lay_out(from_json(RICH), Look()).parts
    (grid,) = (part for part in parts if isinstance(part, Grid) and part.use == "people")
    assert [["".join(run.text for run in cell.runs) for cell in row] for row in grid.rows] == [
        ["주무관", "김강서", "팀장", "이강서", "과장", "전결\n박강서"]
    ]


def test_an_empty_document_is_paper_with_what_a_form_prints() -> None:
    parts = lay_out(from_json({}), Look("none", "none")).parts
    assert [part for part in parts if not isinstance(part, Bar)] == []


def grid(rows: list[list[str]]) -> Grid:
    [found] = [part for part in paper(Look(), body=[{"text": "표", "table": rows}], facts=[]).parts if _is_table(part)]
    assert isinstance(found, Grid)
    return found


def _is_table(part: object) -> bool:
    return isinstance(part, Grid) and part.use == "table"


def test_numbers_of_many_columns_stand_in_smaller_letters_and_are_never_broken() -> None:
    months = [[f"{month}월" for month in range(1, 13)], [f"{month}34,567" for month in range(1, 13)]]
    table = grid(months)
    letters = table.rows[1][0].runs[0].letters
    needed = [wide(number, letters) + 2 * table.side for number in months[1]]
    assert letters.size < 11
    assert table.side < CELL_SIDE
    assert [need <= width for need, width in zip(needed, table.widths, strict=True)] == [True] * 12


def test_a_table_of_few_columns_keeps_its_letters_beside_a_word_without_end() -> None:
    table = grid([["주소", "건수"], ["가" * 200, "12,345"]])
    assert (table.rows[1][0].runs[0].letters.size, table.side) == (11, CELL_SIDE)
    assert wide("12,345", Letters(11)) + 2 * CELL_SIDE <= table.widths[1]


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("짧은 말로 이루어진 항목", ("justify", False)),
        ("예산: 편성 금9,000,000원(금구백만원), 집행 금8,460,000원(금팔백사십육만원)", ("left", False)),
        ("https://www.gangseo.seoul.kr/" + "a" * 200, ("justify", True)),
    ],
)
def test_a_long_word_tears_no_holes_into_its_line_and_one_that_no_line_holds_is_broken(
    text: str, stands: tuple[str, bool]
) -> None:
    [line] = [
        part for part in paper(Look(), body=[{"text": text}]).parts if isinstance(part, Line) and told(part, text)
    ]
    assert (line.stand.align, line.stand.loose) == stands


def told(line: Line, text: str) -> bool:
    return text in line.runs[0].text


def test_numbers_that_count_the_rows_stand_in_the_middle_and_amounts_at_the_right() -> None:
    table = grid([["연번", "금액"], ["1", "1,000"], ["2", "20"]])
    assert [cell.stand.align for cell in table.rows[1]] == ["center", "right"]
