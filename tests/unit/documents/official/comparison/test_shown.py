import pytest

from ilson.documents.official.comparison.compare import compare
from ilson.documents.official.comparison.shown import show
from ilson.domain.document import Document, Paragraph, Table

OLD = (
    "제1조(목적) 이 규칙은 민원의 처리에 필요한 사항을 정한다.",
    "제2조(접수) ① 민원은 민원실에서 접수한다.",
    "② 접수한 민원은 3일 이내에 처리한다.",
    "③ 다음 각 호의 민원은 미룰 수 있다.",
    "1. 조사가 필요한 민원",
    "2. 협의가 필요한 민원",
    "3. 그 밖의 민원",
    "제3조(서식) 서식은 별지와 같으며 필요한 때에 고칠 수 있다.",
)


def document(lines):
    return Document("a.txt", "txt", tuple(map(Paragraph, lines)))


def said(pieces):
    return "".join(f"[{piece.text}]" if piece.changed else piece.text for piece in pieces).replace("\xa0", " ")


def table(old, new, **options):
    return [(said(row.old), said(row.new)) for row in show(compare(document(old), document(new)), **options)]


def replaced(place, line, old=OLD):
    return (*old[:place], line, *old[place + 1 :])


def test_a_changed_word_stands_between_dashes_and_what_is_the_same_is_left_out():
    assert table(OLD, replaced(2, "② 접수한 민원은 7일 이내에 처리한다.")) == [
        ("제2조(접수) ① (생 략)", "제2조(접수) ① (현행과 같음)"),
        ("② 접수한 민원은 [3일] 이내에 처리한다.", "② ------------- [7일] ---------------."),
        ("③ (생 략)", "③ (현행과 같음)"),
    ]


def test_a_word_that_changed_in_part_is_written_whole():
    (row,) = table(["제1조(가) 장관은 정한다."], ["제1조(가) 처장은 정한다."])
    assert row[1] == "제1조(가) [처장]은 ------."


def test_a_new_item_and_one_that_is_gone_are_said_to_be_so():
    new = (*OLD[:5], "2. 예산이 드는 민원", "2의2. 사람이 더 드는 민원", *OLD[6:])
    assert table(OLD, new)[2:] == [
        ("  1. (생 략)", "  1. (현행과 같음)"),
        ("  2. [협의가 필요한] 민원", "  2. [예산이 드는] ----"),
        ("[<신 설>]", "  [2의2. 사람이 더 드는 민원]"),
        ("  3. (생 략)", "  3. (현행과 같음)"),
    ]
    assert table(OLD, OLD[:6] + OLD[7:])[-1] == ("  [3. 그 밖의 민원]", "[<삭 제>]")


def test_the_sentence_above_a_changed_item_is_shown_with_dashes():
    assert table(OLD, replaced(6, "3. 나머지 민원"))[1] == (
        "③ 다음 각 호의 민원은 미룰 수 있다.",
        "③ ------------ ----------- -------.",
    )


def test_whole_articles_that_are_new_or_gone_are_one_row():
    assert table(OLD, OLD[:7]) == [(f"[{OLD[7]}]", "[<삭 제>]")]
    new = (*OLD, "제4조(위임) ① 이 규칙에 없는 것은 따로 정한다.", "② 구청장은 이를 알린다.")
    assert table(OLD, new) == [
        ("[<신 설>]", "[제4조(위임)]\n[① 이 규칙에 없는 것은 따로 정한다.]\n[② 구청장은 이를 알린다.]")
    ]


def test_articles_that_only_have_another_number_refer_to_the_old_one():
    new = (
        OLD[0],
        "제2조(정의) 이 규칙에서 민원이란 요구를 말한다.",
        OLD[1].replace("제2조", "제3조"),
        *OLD[2:7],
        OLD[7].replace("제3조", "제4조"),
    )
    assert table(OLD, new) == [
        ("[<신 설>]", "[제2조(정의) 이 규칙에서 민원이란 요구를 말한다.]"),
        ("[제2조](접수) (생 략)", "[제3조](접수) (현행 제2조와 같음)"),
        ("[제3조](서식) (생 략)", "[제4조](서식) (현행 제3조와 같음)"),
    ]


def test_an_article_that_went_elsewhere_refers_to_its_old_number():
    new = (OLD[0], OLD[7].replace("제3조", "제2조"), OLD[1].replace("제2조", "제3조"), *OLD[2:7])
    assert ("[제3조](서식) (생 략)", "[제2조](서식) (현행 제3조와 같음)") in table(OLD, new)


def test_an_article_with_clauses_that_went_elsewhere_is_one_row():
    others = [
        f"제{number}조({name}) {name}에 관한 일은 따로 길게 정하여 알린다."
        for number, name in ((2, "갑"), (3, "을"), (4, "병"), (5, "정"))
    ]
    moved = ["제1조(접수) ① 민원은 민원실에서 접수한다.", "② 접수한 민원은 처리한다."]
    assert table([*moved, *others], [*others, moved[0].replace("제1조", "제6조"), moved[1]]) == [
        ("[제1조](접수) (생 략)", "[제6조](접수) (현행 제1조와 같음)")
    ]


def test_an_article_that_is_only_a_title_has_nothing_to_leave_out():
    assert table(["제1조(목적)"], ["제1조(목적)"], every=True) == [("제1조(목적)", "제1조(목적)")]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, ("[②] (생 략)", "[③] (현행 제2항과 같음)")),
        (2, ("[②ㆍ③] (생 략)", "[③ㆍ④] (현행 제2항 및 제3항과 같음)")),
        (3, ("[② ∼ ④] (생 략)", "[③ ∼ ⑤] (현행 제2항부터 제4항까지와 같음)")),
    ],
)
def test_clauses_that_only_have_another_number_refer_to_the_old_ones(count, expected):
    texts = ["접수는 창구에서 한다.", "처리는 담당자가 맡는다.", "결과는 문서로 알린다.", "기록은 오 년 동안 둔다."][
        : count + 1
    ]
    old = ["제1조(가) ① " + texts[0], *(f"{'②③④⑤'[at]} {text}" for at, text in enumerate(texts[1:]))]
    new = [old[0], "② 아주 새로운 항을 여기에 둔다.", *(f"{'③④⑤⑥'[at]} {text}" for at, text in enumerate(texts[1:]))]
    assert table(old, new)[2] == expected


def test_the_number_of_an_item_is_called_as_the_law_calls_it():
    old = ["제1조(가) 다음과 같다.", "1. 첫째 것", "5의2. 둘째 것", "가. 셋째 것"]
    new = ["제1조(가) 다음과 같다.", "2. 첫째 것", "5의3. 둘째 것", "나. 셋째 것"]
    assert [row[1] for row in table(old, new)][1:] == [
        "  [2.] (현행 제1호와 같음)",
        "  [5의3.] -------",
        "    [나.] (현행 가목과 같음)",
    ]


def test_every_row_shows_unchanged_articles_in_brief():
    assert table(OLD, OLD, every=True) == [
        ("제1조(목적) (생 략)", "제1조(목적) (현행과 같음)"),
        ("제2조(접수) (생 략)", "제2조(접수) (현행과 같음)"),
        ("제3조(서식) (생 략)", "제3조(서식) (현행과 같음)"),
    ]
    assert table(OLD, OLD) == []


def test_a_text_without_articles_is_shown_in_full():
    old, new = ("○ 일시: 3월 2일", "○ 장소: 구청 회의실"), ("○ 일시: 3월 9일", "○ 장소: 구청 회의실", "○ 대상: 온 직원")
    assert table(old, new) == [
        ("○ 일시: 3월 [2일]", "○ 일시: 3월 [9일]"),
        ("[<신 설>]", "[○ 대상: 온 직원]"),
    ]
    assert len(table(old, new, every=True)) == 3


def test_articles_can_be_shown_in_full_too():
    assert table(OLD, replaced(2, "② 접수한 민원은 7일 이내에 처리한다."), full=True) == [
        ("② 접수한 민원은 [3일] 이내에 처리한다.", "② 접수한 민원은 [7일] 이내에 처리한다.")
    ]


def test_a_row_of_a_table_has_no_dashes():
    old, new = (
        Document("a", "hwpx", (Paragraph("제1조(가) 다음과 같다."), Table((("구분", "금액"), ("등본", last)))))
        for last in ("1,000원 (부가세를 포함한 값)", "2,000원 (부가세를 포함한 값)")
    )
    assert said(show(compare(old, new))[-1].new) == "등본 | [2,000원] (부가세를 포함한 값)"


def test_a_title_that_changed_is_underlined_and_what_it_holds_left_out():
    assert table(OLD, replaced(1, "제2조(접수 등) ① 민원은 민원실에서 접수한다.")) == [
        ("제2조(접수) ① ∼ ③ (생 략)", "제2조(접수 [등]) ① ∼ ③ (현행과 같음)")
    ]
