"""Where a rule holds: a report, a notice, a table and a file are not a letter."""

import pytest

from ilson.documents.official.lint.lint import Linter, score
from ilson.documents.official.lint.mend import mend_draft, mend_segments
from ilson.documents.official.lint.read_document import to_lines
from ilson.domain.document import Document, Heading, Paragraph, Table
from ilson.domain.errors import BadRequest, RuleInvalid
from ilson.domain.official_rule import LintRule, OfficialRules, Profile
from ilson.domain.segment import Segment
from ilson.official_rules import load_official

REPORT = "□ 추진 배경\n ○ 민원 급증에 대응할 것\n  - 전년 대비 20% 증가\n□ 향후 계획\n ○ 인력 보강\n"
NOTICE = "서울특별시 강서구 공고 제2026-123호\n\n2026년 11월 22일까지 의견을 제출할 수 있습니다.\n1. 개요\n1. 다시\n"


@pytest.mark.parametrize("rule", ["ITEM-08", "TONE-01", "END-01", "ITEM-05"])
def test_a_report_is_written_with_bullets_and_short_endings(broken, rule):
    assert rule not in broken(REPORT)


@pytest.mark.parametrize("rule", ["DATE-05", "ITEM-02", "NOTICE-01"])
def test_a_notice_has_dates_in_words_and_counts_anew(broken, rule):
    assert rule not in broken(NOTICE)


@pytest.mark.parametrize(
    "row", ["| 구분 : 가 | 345천원 |", "| 14 : 30 명 | 붙임: 가 |", "| 금번 | 할 것 |", "| 1.가 | 전체 길이(m |"]
)
def test_cells_keep_their_own_ways(broken, row):
    assert broken(f"가\n{row}\n") == []


@pytest.mark.parametrize("text", ["바랍니다. 끝.", "붙임 계획서 1부.  끝.", "1. 가\n가. 나\n나. 다\n2. 라\n끝."])
def test_blanks_and_indents_of_a_file_say_nothing(broken, text):
    assert {"END-03", "ATT-02", "ITEM-03"} & {*broken(text, parsed=True, blanks=False)} == set()


@pytest.mark.parametrize(
    "text",
    [
        "삭제 <2006.9.29>",
        "<개정 2012.2.14, 2014.1.14>",
        "[시행 2026.1.1]",
        "https://a.go.kr/x:1?d=2026-11-22",
        "a.b@c.kr로 문의",
        '"워크샵 : 2026.11.22"',
        "24시 운영",
        "제3시 군 지역",
        "수 년간",
        "3:2로",
        "축척 1:50",
        "50:50 분담",
        "부분공개(5, 6)",
        "1) 가와 2) 나",
        "예) 가",
        "천만 원",
        "현금 1,000원",
        "사건 3건",
        "모두에게 안내",
        "편모충 감염",
        "정상인지 확인",
        "김동율 과장",
        "금일봉",
    ],
)
def test_what_only_looks_wrong_is_left(broken, text):
    assert broken(text) == []


def test_a_document_is_laid_out_a_row_a_line():
    blocks = (Heading("제목"), Paragraph("가\n나"), Table((("구분", "수\n량"),)))
    assert to_lines(Document("a", "hwpx", blocks)) == "제목\n가\n나\n| 구분 | 수 량 |"


def test_what_the_profile_leaves_out_is_not_looked_for(official):
    rules = OfficialRules(official.types, official.lint, Profile(without=("LOAN-01",), levels={"SPELL-01": "info"}))
    found = Linter(rules).check("워크샵이 됬습니다.")
    assert [(one.rule, one.level) for one in found] == [("SPELL-01", "info")]


def test_a_type_says_which_rules_do_not_hold_for_it(linter, official):
    report = next(known for known in official.types if "TONE-01" in known.without)
    assert [one.rule for one in linter.check_draft({"type": report.name, "body": [{"text": "제출할 것."}]})].count(
        "TONE-01"
    ) == 0


def test_an_enclosure_that_the_body_speaks_of_must_be_there(linter):
    draft = {"title": "가", "body": [{"text": "붙임과 같이 제출합니다."}]}
    told = [
        [one.rule for one in linter.check_draft({**draft, **more})] for more in ({}, {"attachments": [{"name": "가"}]})
    ]
    assert ["ATT-06" in rules for rules in told] == [True, False]


def test_minutes_are_checked_as_facts_too(linter):
    facts = [{"label": label, "text": "○"} for label in ("명칭", "개최기관")]
    found = [one.place for one in linter.check_draft({"type": "minutes", "facts": facts}) if one.rule == "DOC-06"]
    assert (len(found), "facts.표결 내용" in found) == (7, True)


def test_a_remark_in_a_draft_names_its_field_and_counts_from_it(linter):
    draft = {"title": "가", "body": [{"text": "나"}, {"text": "다", "items": [{"text": "일시: 2026.11.22."}]}]}
    found = next(one for one in linter.check_draft(draft) if one.rule == "DATE-01")
    assert (found.place, found.start, found.excerpt, found.mended) == (
        "body[1].items[0].text",
        8,
        "2026.11.22.",
        "2026. 11. 22.",
    )


def test_segments_of_a_file_are_mended_one_by_one(linter):
    segments = [
        Segment("0.0", "일시 : 2026.11.22", "body", "일시 : 2026.11.22"),
        Segment("0.1", "구분 : 가", "table", "구분 : 가"),
        Segment("0.2", "워크샵\n됬다", "body", "워크샵\n됬다"),
    ]
    assert mend_segments(segments, linter)[0] == {"0.0": "일시: 2026. 11. 22.", "0.2": "워크숍\n됐다"}


def test_the_score_falls_with_weight_and_not_without_end(linter):
    marks = [score(linter.check(text)) for text in ("교육 안내", "워크샵", "워크샵 " * 50)]
    assert (marks[0], marks[0] > marks[1] > marks[2] > 0) == (100, True)


def test_a_rule_that_breaks_its_own_example_is_refused():
    rule = LintRule("LOAN-09", "warn", "말", "근거", ("워크샵",), ("워크숍",), replace={"워크샆": "워크숍"})
    with pytest.raises(RuleInvalid, match="LOAN-09: example 1 of 'wrong'"):
        Linter(OfficialRules(lint=(rule,)))


def test_a_rule_that_nothing_checks_is_refused():
    with pytest.raises(RuleInvalid, match="X-01: nothing checks it"):
        Linter(OfficialRules(lint=(LintRule("X-01", "warn", "말", "근거", ("가",), ("나",)),)))


@pytest.mark.parametrize(
    "draft", [{}, {"type": []}, {"body": "x"}, {"body": [1, None]}, {"facts": {"a": 1}}, {"title": None}]
)
def test_any_shape_of_a_draft_is_checked(linter, draft):
    assert "DOC-04" in [one.rule for one in linter.check_draft(draft)]


@pytest.mark.parametrize(
    "sign",
    [
        "1",
        "가",
        " ",
        "\t",
        "(",
        "「",
        '"',
        "금",
        "일십",
        "○○ ",
        "a.",
        "1,",
        "2026.",
        "**a",
        "<개정 ",
        "된",
        "🎉 ",
        "1. ",
        "9시까지 ",
        "오후 1시 ",
        "1.1(월) ",
        "기간: 1.1~",
        "22:00∼06:00 ",
        "a : ",
        "가 : ",
        "협資 ",
        "금오백만원 ",
        "워크샵 ",
        "\\",
        "a.hwp,",
        "https://(",
    ],
)
def test_a_line_that_never_ends_is_checked(linter, sign):
    """A pattern that looks again and again at the same place would not come back from so long a line."""
    assert linter.check(sign * (40_000 // len(sign))) is not None


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        (
            LintRule("X-01", "warn", "말", "근거", ("가",), ("나",), json=True, replace={"가": "나"}),
            "nothing checks it",
        ),
        (LintRule("DOC-01", "warn", "말", "근거", ("가",), ("{}",), json=True), "no JSON object"),
        (
            LintRule("X-01", "warn", "말", "근거", ("나무",), ("다",), safe=True, replace={"나무": "큰 나무"}),
            "mending would not end",
        ),
    ],
)
def test_a_rule_that_could_not_work_is_refused(rule, message):
    with pytest.raises(RuleInvalid, match=message):
        Linter(OfficialRules(lint=(rule,)))


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("replace: {'': 가}", "is empty"),
        ("allow: [' ']", "'allow'"),
        ("patterns: {물푸레: '\\g<none>'}", "no group"),
        ("patterns: {물푸레: '\\9'}", "no group"),
        ("patterns: {'(?:[가-힣]+)+보미': ''}", "repeats itself"),
        ("patterns: {'(물푸레': ''}", "no regular expression"),
    ],
)
def test_a_rule_file_with_a_mistake_is_refused(tmp_path, lines, message):
    folder = tmp_path / "official" / "lint"
    folder.mkdir(parents=True)
    head = "rules:\n  - {id: X-01, level: warn, says: 말, basis: 근거, wrong: [물푸레], right: [가], "
    (folder / "a.yaml").write_text(f"{head}{lines}}}\n", "utf-8")
    with pytest.raises(RuleInvalid, match=message):
        load_official([tmp_path])


def test_a_draft_that_is_nested_without_end_is_refused(linter):
    draft = {"title": "가"}
    for _ in range(400):
        draft = {"body": [draft]}
    with pytest.raises(BadRequest):
        linter.check_draft(draft)
    with pytest.raises(BadRequest):
        mend_draft(draft, linter)


def test_a_quarter_of_a_short_year_is_written_in_words(linter):
    found = next(one for one in linter.check("추진실적('25.3분기)을") if one.rule == "DATE-04")
    assert found.mended == "추진실적(2025년 3분기)을"
