from pathlib import Path

import pytest

STATUTES = Path(__file__).parents[6] / "shared" / "law"


def plain(path):
    return path.read_text("utf-8").split("---", 2)[2].replace("**", "").replace("#", "")


def fixes(linter, text):
    return [(text[found.start : found.end], found.fix) for found in linter.check(text) if found.rule == "LAW-01"]


@pytest.mark.parametrize(
    ("text", "name", "fix"),
    [
        ("개인정보 보호법 제15조에 따라", "개인정보 보호법", "「개인정보 보호법」"),
        ("개인정보보호법 제15조에 따라", "개인정보보호법", "「개인정보 보호법」"),
        ("지방재정법 시행령 제3조", "지방재정법 시행령", "「지방재정법 시행령」"),
        ("정보공개법 제9조제1항", "정보공개법", "「공공기관의 정보공개에 관한 법률」"),
        ("우리 구는 지방자치법에 따라", "지방자치법", "「지방자치법」"),
        ("이에 따라 화성탐사진흥법 제3조를", "화성탐사진흥법", "「화성탐사진흥법」"),
        ("「개인정보보호법」에 따라", "개인정보보호법", "개인정보 보호법"),
        ("「민원사무 처리에 관한 법률 시행령」에 따라", "민원사무 처리에 관한 법률", "민원 처리에 관한 법률"),
    ],
)
def test_a_name_is_quoted_as_the_law_is_called(linter, text, name, fix):
    assert fixes(linter, text) == [(name, fix)]


@pytest.mark.parametrize(
    "text",
    [
        "「개인정보 보호법」 제15조에 따라",
        "같은 법 제3조",
        "같은 법 시행령 제3조",
        "이 법 제3조에 따라",
        "법 제3조에 따라",
        "동법 제3조",
        "민법학 강의",
        "사용 방법 제3조",
        '제3조 중 "「정보공개법」"을',
    ],
)
def test_what_is_quoted_or_no_name_is_left(linter, text):
    assert fixes(linter, text) == []


@pytest.mark.skipif(not STATUTES.exists(), reason="the statutes are not here")
def test_statutes_break_no_rule_about_words_and_numbers(linter):
    """They are written as the language asks, by careful people: whatever is found there is a false alarm."""
    silent = {
        "LOAN-01",
        "SPELL-01",
        "DUEUM-01",
        "DISC-01",
        "NUM-01",
        "NUM-03",
        "AI-01",
        "TONE-01",
        "MONEY-05",
        "LAW-02",
    }
    found = [
        (found.rule, found.excerpt)
        for path in sorted(STATUTES.glob("*__*.md"))
        for found in linter.check(plain(path), parsed=True)
        if found.rule in silent
    ]
    assert found == []
