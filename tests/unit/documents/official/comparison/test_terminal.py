from ilson.documents.official.comparison.terminal import side_by_side


def lines(old, new, *, underlined=False, width=43):
    return side_by_side([{"old": old, "new": new}], width, underlined=underlined).split("\n")[2:]


def piece(text, *, changed=False):
    return {"text": text, "changed": changed}


def test_words_that_do_not_fit_go_to_the_next_line_of_their_side():
    assert lines([piece("하나 둘셋 넷다섯여섯곱")], [piece("새 글")]) == [
        "하나 둘셋            │ 새 글",
        "넷다섯여섯곱         │",
    ]


def test_a_word_that_never_fits_is_cut():
    assert lines([piece("가" * 12)], []) == ["가가가가가가가가가가 │", "가가                 │"]


def test_a_break_in_the_text_breaks_the_line():
    assert lines([piece("가\n나")], []) == ["가                   │", "나                   │"]


def test_changed_words_are_underlined_where_they_may_be():
    old = [piece("가 "), piece("나", changed=True)]
    assert lines(old, [], underlined=True) == ["가 \x1b[4m나\x1b[24m                │"]
    assert lines(old, []) == ["가 나                │"]


def test_the_head_names_both_sides():
    assert side_by_side([], 43, underlined=False).split() == ["현", "행", "│", "개", "정", "안"]
