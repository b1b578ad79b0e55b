from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ilson.documents.official.lint.mend import mend_draft, mend_text
from ilson.documents.official.numerals import hangul

DAYS = st.dates(date(2000, 1, 1), date(2035, 12, 31))
AMOUNTS = st.integers(1_000, 10**12)
TIMES = st.tuples(st.integers(0, 23), st.integers(0, 59))
NAMES = st.sampled_from(["김하늘", "박동율", "이리용", "최년도", "○○○", "Kim Haneul", "크리스탈아파트", "로얄빌딩"])
WEEK = "월화수목금토일"
PIECES = st.sampled_from(
    [
        "1. ",
        "가. ",
        "1) ",
        "□ ",
        "- ",
        "\n",
        "\n  ",
        "  ",
        "붙임",
        "붙임  ",
        ": ",
        " : ",
        "끝",
        "끝.",
        "  끝.",
        "수신  ",
        "제목  ",
        "2026",
        ".",
        "11",
        "22",
        "(일)",
        "~ ",
        "∼",
        "14",
        ":",
        "30",
        "오후 ",
        "시",
        "분",
        "금",
        "원",
        "1234567",
        "(",
        ")",
        "「",
        "」",
        "『",
        '"',
        "**",
        "# ",
        "🎉",
        "워크샵",
        "됬",
        "년도",
        "률",
        "교육",
        "안내합니다",
        "바랍니다.",
        "",
        " a ",
        "",
        " 1부.",
        ",",
        "\t",
        "\u3000",
        "○○",
        "할 것",
        "—",
        "https://a.kr/1 : 2",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200)


def sloppy_day(day, style):
    return (
        f"{day.year}.{day.month:02}.{day.day:02}",
        f"{day:%Y-%m-%d}",
        f"{day.year}. {day.month}. {day.day}",
        f"{day.year}.{day.month}.{day.day}. ({WEEK[day.weekday()]})",
    )[style]


def sloppy_time(time, style):
    hour, minute = time
    half, twelve = ("오전", "오후")[hour >= 12], hour % 12 or 12
    return (f"{hour}:{minute:02}", f"{hour}시 {minute}분", f"{half} {twelve}시 {minute}분", f"{hour} : {minute:02}")[
        style
    ]


def told_time(time, style):
    """Return how a time must read when it is mended: an early hour that may be of the afternoon stays as it was."""
    hour, minute = time
    if style == 1 and 1 <= hour < 9:
        return f"{hour}시 {minute}분"
    return f"{hour}:{minute:02}" if style != 2 and 1 <= hour < 7 else f"{hour:02}:{minute:02}"


def sloppy_amount(amount, style):
    return (f"금 {amount} 원", f"{amount}원", f"금{amount:,}원(금{hangul(amount).replace('일십', '십')}원)")[style]


@settings(deadline=None)
@given(TEXTS)
def test_mending_again_changes_nothing(linter, text):
    once = mend_text(text, linter)[0]
    assert mend_text(once, linter) == (once, 0)


@settings(deadline=None)
@given(TEXTS)
def test_every_remark_stands_within_the_text(linter, text):
    assert all(0 <= found.start <= found.end <= len(text) for found in linter.check(text))


@settings(deadline=None)
@given(DAYS, TIMES, AMOUNTS, NAMES, st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 2)))
def test_dates_times_amounts_and_names_survive(linter, day, time, amount, name, styles):
    when = f"{sloppy_day(day, styles[0])} {sloppy_time(time, styles[1])}"
    text = f"담당: {name}\n일시 : {when}\n금액 : {sloppy_amount(amount, styles[2])}"
    mended = mend_text(text, linter)[0]
    told = (f"{day.year}. {day.month}. {day.day}.", told_time(time, styles[1]), f"{amount:,}원", name)
    assert [fact for fact in told if fact not in mended] == []


@settings(deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "type",
                        "title",
                        "body",
                        "text",
                        "items",
                        "table",
                        "facts",
                        "label",
                        "to",
                        "recipients",
                        "attachments",
                        "minutes",
                        "tables",
                        "keywords",
                    ]
                ),
                inner,
                max_size=5,
            )
        ),
        max_leaves=20,
    ).filter(lambda value: isinstance(value, dict))
)
def test_any_shape_of_a_draft_is_borne(linter, draft):
    mended = mend_draft(draft, linter)[0]
    assert mend_draft(mended, linter) == (mended, 0)


def test_a_draft_is_mended_in_its_fields(linter):
    draft = {"title": "워크샵 안내", "body": [{"text": "일시 : 2026.11.22", "items": [{"text": "장소 : 구청"}]}]}
    body = [{"text": "일시: 2026. 11. 22.", "items": [{"text": "장소: 구청"}]}]
    assert mend_draft(draft, linter)[0] == {"title": "워크숍 안내", "body": body}


def test_only_the_rule_that_was_named_is_mended(linter):
    assert mend_draft({"title": "워크샵 2026.11.22."}, linter, "LOAN-01") == ({"title": "워크숍 2026.11.22."}, 1)


def test_what_is_quoted_is_left_as_it_is(linter):
    text = '관련: 「워크샵 운영 규정」, "워크샵 : 2026.11.22"'
    assert mend_text(text, linter) == (text, 0)


def test_a_summary_that_repeats_the_body_is_told_once_and_mended_with_it(linter):
    draft = {"title": "가", "summary": "워크샵을 엽니다.", "body": [{"text": "워크샵을 엽니다."}]}
    assert [found.place for found in linter.check_draft(draft) if found.rule == "LOAN-01"] == ["body[0].text"]
    assert mend_draft(draft, linter)[0]["summary"] == "워크숍을 엽니다."


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("오후 2시 30분부터 4시까지", "14:30부터 16:00까지"),
        ("오후 2시∼5시", "14:00∼17:00"),
        ("오후 1~3시", "13:00∼15:00"),
        ("오전 9시∼12시", "09:00∼12:00"),
        ("오전 9시∼6시", "09:00∼6시"),
        ("오후 10시∼2시", "22:00∼2시"),
        ("오후 3시(2시 50분까지 입장)", "15:00(2시 50분까지 입장)"),
        ("14:00부터 4시까지", "14:00부터 4시까지"),
        ("밤 10시", "밤 10시"),
        ("저녁 7시 30분", "저녁 7시 30분"),
        ("PM 2:30", "PM 2:30"),
        ("2시 30분", "2시 30분"),
        ("2:30", "2:30"),
        ("14:30분", "14:30"),
    ],
)
def test_a_time_keeps_its_half_of_the_day(linter, text, mended):
    assert mend_text(text, linter)[0] == mended


@pytest.mark.parametrize("text", ["워크샵\r\n됬다\r\n", "워크샵\n됬다\n", "워크샵\r\n됬다\n함\n"])
def test_line_breaks_stay_as_they_are(linter, text):
    assert mend_text(text, linter)[0].replace("워크숍", "워크샵").replace("됐", "됬") == text
