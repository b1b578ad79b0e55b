from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ilson.documents.official.comparison.compare import compare
from ilson.documents.official.comparison.units import normal, units
from ilson.documents.official.comparison.words import compared
from ilson.documents.read import read
from ilson.domain.document import Document, File, Heading, Paragraph, Table

FOLDER = Path(__file__).parents[5].parent / "shared" / "law"
LAWS = sorted(FOLDER.glob("*률.md"))[:12] if FOLDER.is_dir() else []


def document(*lines):
    return Document("a.txt", "txt", tuple(map(Paragraph, lines)))


def changes(old, new):
    rows = compare(document(*old), document(*new)).rows
    return [(row.change, row.old and row.old.said, row.new and row.new.said) for row in rows]


def marked(pieces):
    return "".join(f"[{piece.text}]" if piece.changed else piece.text for piece in pieces)


def words(old, new):
    return tuple(map(marked, compared(old, new)))


def split(*lines):
    return [(unit.mark, unit.head, unit.body) for unit in units(document(*lines))]


def test_an_article_its_title_and_its_first_clause_are_told_apart():
    assert split("제2조의3(정의 (일부)) ① 이 규칙에서") == [
        ("제2조의3", "제2조의3(정의 (일부))", ""),
        ("①", "①", " 이 규칙에서"),
    ]


def test_the_marks_of_all_levels_are_known():
    lines = [
        "제1장 총칙",
        "제1조(목적) 이 규칙은",
        "② 둘째",
        "1. 호",
        "5의2. 호",
        "가. 목",
        "1) 하나",
        "가) 둘",
        "부칙 <제1호>",
    ]
    assert [mark for mark, _, _ in split(*lines)] == ["제1장", "제1조", "②", "1.", "5의2.", "가.", "1)", "가)", "부칙"]


@pytest.mark.parametrize(
    "line", ["제3조에 따라 정한다", "제3조 및 제4조를 준용한다", "2024. 1. 1.부터 시행한다", "가나다"]
)
def test_text_that_only_begins_as_a_mark_does_has_none(line):
    assert split(line) == [("", "", line)]


def test_lines_of_one_paragraph_that_begin_with_marks_are_units_of_their_own():
    assert [body for _, _, body in split("앞 글\n이어진 글\n1. 하나\n2. 둘")] == ["앞 글\n이어진 글", " 하나", " 둘"]


def test_the_signs_of_markdown_are_no_text():
    found = units(Document("a.md", "md", (Paragraph("**①** 구청장은\n  1\\. 하나"),)))
    assert [unit.head + unit.body for unit in found] == ["① 구청장은", "1. 하나"]


def test_the_number_of_a_page_is_no_text():
    assert split("제1조(목적)", "- 2 -", "이 규칙은") == [("제1조", "제1조(목적)", " 이 규칙은")]


def test_a_table_is_compared_row_by_row():
    old, new = (Document("a.txt", "txt", (Table((("가", "나"), ("다", last))),)) for last in ("라", "마"))
    assert [row.change for row in compare(old, new).rows] == ["same", "removed", "added"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("30일 이내에 처리한다", "60일 이내에 처리한다", ("[30일] 이내에 처리한다", "[60일] 이내에 처리한다")),
        ("행정기관의 장은", "행정청의 장은", ("[행정기관]의 장은", "[행정청]의 장은")),
        ("구청장은 정한다", "구청장 또는 부구청장은 정한다", ("구청장은 정한다", "구청장 [또는 부구청장]은 정한다")),
        ("제3조제1항에 따라", "제3조제2항에 따라", ("제3조[제1항]에 따라", "제3조[제2항]에 따라")),
        ("1,000만원을 낸다", "2,500만원을 낸다", ("[1,000만원]을 낸다", "[2,500만원]을 낸다")),
        ("기관의 장은 한다", "기관의 장 및 소속의 장은 한다", ("기관의 장은 한다", "기관의 장 [및 소속의 장]은 한다")),
        ("가 나 다", "가 다", ("가 [나] 다", "가 다")),
        ("구청의 회의", "구청의 상의", ("구청의 [회의]", "구청의 [상의]")),
        ("다음 각호의 것은 셋", "다음 각 호의 것은 넷", ("다음 각호의 것은 [셋]", "다음 각 호의 것은 [넷]")),
        (
            "가 나 다 라 마 바 사 아",
            "하 나 파 호 후 흐 기 니",
            ("[가 나 다 라 마 바 사 아]", "[하 나 파 호 후 흐 기 니]"),
        ),
        ("다음 각호의 것", "다음 각 호의 것", ("다음 각호의 것", "다음 각 호의 것")),
        ("그는 “참”이라 한다", '그는 "참"이라 한다', ("그는 “참”이라 한다", '그는 "참"이라 한다')),
        ("아주 다른 말이다", "새로 쓴 글월", ("[아주 다른 말이다]", "[새로 쓴 글월]")),
    ],
)
def test_only_the_words_that_differ_are_marked(old, new, expected):
    assert words(old, new) == expected


OLD = (
    "제1조(목적) 이 규칙은 민원의 처리에 필요한 사항을 정한다.",
    "제2조(접수) ① 민원은 민원실에서 접수한다.",
    "② 접수한 민원은 3일 이내에 처리한다.",
    "제3조(서식) 서식은 별지와 같으며 필요한 때에 고칠 수 있다.",
)


def test_a_new_clause_shifts_the_others_without_making_them_new():
    new = (*OLD[:2], "② 민원인은 우편으로도 신청할 수 있다.", "③ 접수한 민원은 3일 이내에 처리한다.", OLD[3])
    assert [row[0] for row in changes(OLD, new)] == ["same", "same", "same", "added", "moved", "same"]


def test_an_article_that_went_elsewhere_is_known_again():
    new = (OLD[3].replace("제3조", "제1조"), *OLD[:3])
    found = [row for row in changes(OLD, new) if row[0] == "moved"]
    assert (found[0][1][:3], found[0][2][:3]) == ("제3조", "제1조")
    assert not {"added", "removed"} & {row[0] for row in changes(OLD, new)}


def test_an_article_written_anew_under_its_number_stays_one_row():
    new = (*OLD[:3], "제3조(위임) 그 밖의 일은 구청장이 따로 고시한다.")
    assert [row[0] for row in changes(OLD, new)] == ["same", "same", "same", "same", "changed"]


def test_what_is_new_in_an_article_stands_before_the_next_article_that_is_gone():
    old = ("제1조(가) ① 하나를 둔다.", "제2조(나) 없어질 글이다.")
    rows = changes(old, ("제1조(가) ① 하나를 둔다.", "② 새로 넣은 항이다."))
    assert [row[0] for row in rows] == ["same", "same", "added", "removed"]


def test_articles_of_the_same_words_keep_their_pairs_when_all_numbers_shift():
    lines = [f"제{number + 1}조(가) {' '.join(Random(number).sample(WORDS, 4))}" for number in range(300)]
    shifted = [
        "제1조(새) 맨 앞에 새로 둔 글",
        *(f"제{at + 2}조{line.partition('조')[2]}" for at, line in enumerate(lines)),
    ]
    assert Counter(row[0] for row in changes(lines, shifted)) == {"moved": 300, "added": 1}


def test_the_same_short_items_of_different_articles_are_not_mixed_up():
    old = ("제1조(가) 다음과 같다.", "1. 성명", "2. 주소", "제2조(나) 다음과 같다.", "1. 성명", "2. 나이")
    new = (*old[:4], "1. 성명과 별명", "2. 나이")
    assert [row[0] for row in changes(old, new)] == ["same", "same", "same", "same", "changed", "same"]


def test_a_line_outside_of_articles_that_went_elsewhere_is_known_again():
    lines = [f"{number}번째 글에서는 서로 다른 이야기를 길게 늘어놓습니다" for number in "일이삼사오"]
    assert [row[0] for row in changes(lines, [*lines[1:], lines[0]])] == ["same"] * 4 + ["moved"]


def test_equal_and_empty_texts_have_no_change():
    assert {row[0] for row in changes(OLD, OLD)} == {"same"}
    assert changes((), ()) == []
    assert {row[0] for row in changes((), OLD)} == {"added"}
    assert {row[0] for row in changes(OLD, ())} == {"removed"}


def test_a_title_on_a_line_of_its_own_is_that_of_the_article_below():
    old = Document("a", "hwpx", (Heading("제1조(목적)", 5), Paragraph("이 규칙은 정한다")))
    assert {row.change for row in compare(old, document("제1조(목적) 이 규칙은 정한다")).rows} == {"same"}


def letters(text):
    return Counter(normal(text))


def check(old, new):
    """No text is lost: the new sides in order are the new text, the old sides together the old one."""
    before, after = document(*old), document(*new)
    rows = compare(before, after).rows
    assert [row.new.said for row in rows if row.new] == [unit.head + unit.body for unit in units(after)]
    assert Counter(row.old.said for row in rows if row.old) == Counter(unit.head + unit.body for unit in units(before))
    for row in rows:
        for side in filter(None, (row.old, row.new)):
            assert "".join(piece.text for piece in (*side.head, *side.body)) == side.said
    assert letters("".join(new)) == letters("".join(row.new.said for row in rows if row.new))


WORDS = ["구청장은", "민원을", "30일", "이내에", "접수하고", "처리한다", "통지하여야", "한다.", "다만,", "그", "밖의"]
LINES = st.lists(
    st.builds(
        "{}{}".format,
        st.sampled_from(["제1조(가) ", "제2조(나) ① ", "② ", "1. ", "가. ", "", "", "제3조 "]),
        st.lists(
            st.sampled_from(WORDS),
            max_size=14,
        ).map(" ".join),
    ),
    max_size=12,
)


@settings(max_examples=200, deadline=None)
@given(old=LINES, new=LINES)
def test_no_text_is_lost_on_either_side(old, new):
    check(old, new)


@settings(max_examples=100, deadline=None)
@given(old=st.text(max_size=60), new=st.text(max_size=60))
def test_no_letter_of_any_text_is_lost(old, new):
    one, two = compared(old, new)
    assert "".join(piece.text for piece in one) == old
    assert "".join(piece.text for piece in two) == new


@settings(max_examples=100, deadline=None)
@given(old=st.text("가나 다.", max_size=30), new=st.text("가나 다.", max_size=30))
def test_what_is_not_marked_is_the_same_on_both_sides(old, new):
    kept = ["".join(normal(piece.text) for piece in side if not piece.changed) for side in compared(old, new)]
    assert kept[0] == kept[1]


@pytest.mark.parametrize("law", LAWS, ids=lambda path: path.name)
def test_a_statute_with_a_new_article_and_a_changed_word_shows_just_these(law):
    text = law.read_text("utf-8")
    cut = text.index("##### 제2조")
    new = f"{text[:cut]}##### 제1조의2 (새로운 조)\n\n이 조는 새로 넣은 글이며 다른 곳에는 없다.\n\n{text[cut:]}"
    old, changed = (read(File("a.md", said.encode())) for said in (text, new))
    found = Counter(row.change for row in compare(old, changed).rows)
    assert (found["added"], found["removed"], found["changed"]) == (1, 0, 0)


def test_two_large_texts_of_nothing_in_common_are_compared():
    old = [f"제{number}조(갑) {' '.join(f'가{number}나{at}' for at in range(12))}" for number in range(2000)]
    new = [f"{' '.join(f'다{number}라{at}' for at in range(14))}" for number in range(2000)]
    assert len(changes(old, new)) == 4000


def test_one_endless_line_is_compared():
    old, new = (" ".join(f"{(at * step) % 7919}번" for at in range(30_000)) for step in (3, 5))
    assert {row[0] for row in changes([old], [new])} <= {"changed", "removed", "added"}


def test_every_line_of_a_large_text_is_found_again_when_each_has_a_word_changed():
    dice = Random(1)
    lines = [" ".join(f"{dice.randrange(300)}번은" for _ in range(10)) for _ in range(1500)]
    assert Counter(row[0] for row in changes(lines, [f"{line} 끝" for line in lines])) == {"changed": 1500}


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            "소유한 재산을 말한다",
            "소유한 재산과 물품을 말한다",
            ("소유한 [재산]을 말한다", "소유한 [재산과 물품]을 말한다"),
        ),
        (
            "유지는 보수를 포함한다",
            "유지는 보수와 점검을 포함한다",
            ("유지는 [보수를] 포함한다", "유지는 [보수와 점검을] 포함한다"),
        ),
        (
            "위원장 1명을 포함하여",
            "위원장 1명과 부위원장 1명을 포함하여",
            ("위원장 [1명]을 포함하여", "위원장 [1명과 부위원장 1명]을 포함하여"),
        ),
        (
            "위원장 1명과 부위원장 1명을 둔다",
            "위원장 1명을 둔다",
            ("위원장 [1명과 부위원장 1명]을 둔다", "위원장 [1명]을 둔다"),
        ),
        ("위원 10명으로 구성한다", "위원 15명으로 구성한다", ("위원 [10명]으로 구성한다", "위원 [15명]으로 구성한다")),
        ("위원회를 구성한다", "위원회를 새로 구성한다", ("위원회를 구성한다", "위원회를 [새로] 구성한다")),
    ],
)
def test_what_is_put_in_behind_a_stem_is_underlined_with_it_on_both_sides(old, new, shown):
    assert words(old, new) == shown


def test_what_follows_the_addenda_in_one_paragraph_is_none_of_the_last_article():
    assert [mark for mark, _, _ in split("제5조(수당) 준다.\n부칙\n이 조례는 시행한다.")] == ["제5조", "부칙", ""]
