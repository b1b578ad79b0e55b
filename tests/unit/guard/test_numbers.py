"""A number is found however it is spaced, dashed or spelt."""

import pytest

from ilson.guard.compile import Guard
from ilson.guard.detect import detect
from ilson.guard.numbers import numbers, spelt_numbers


def found(text: str, guard: Guard) -> list[tuple[str, str]]:
    return [(one.type, text[one.start : one.end]) for one in detect(text, guard)]


def in_full_width(text: str) -> str:
    return "".join(chr(ord(character) + 0xFEE0) if "!" <= character <= "~" else character for character in text)


VALUES = [
    ("PHONE", "010-1234-5678"),
    ("RRN", "900101-1234567"),
    ("FRN", "850312-5345678"),
    ("CARD", "4579-7212-3456-7893"),
    ("BRN", "124-81-00998"),
]
WRITINGS = {
    "full width": in_full_width,
    "other dashes": lambda value: value.replace("-", "–"),
    "long dashes": lambda value: value.replace("-", "—"),
    "Hangul dashes": lambda value: value.replace("-", "ㅡ"),
    "spaces around": lambda value: value.replace("-", " - "),
    "wide spaces": lambda value: value.replace("-", "\u3000-\u3000"),
    "zero width": "\u200b".join,
    "soft hyphens": "\u00ad".join,
    "mathematical digits": lambda value: value.translate({0x30 + digit: 0x1D7CE + digit for digit in range(10)}),
    "Arabic digits": lambda value: value.translate({0x30 + digit: 0x660 + digit for digit in range(10)}),
    "a line's end": lambda value: value.replace("-", "-\n", 1),
    "a cell's border": lambda value: f"| {value} |",
    "glued in front": lambda value: f"민원인의{value}",
    "glued behind": lambda value: f"{value}번으로",
    "glued Latin": lambda value: f"No{value}",
    "quoted": lambda value: f"「{value}」",
}


@pytest.mark.parametrize("writing", WRITINGS)
@pytest.mark.parametrize(("kind", "value"), VALUES)
def test_each_writing_of_a_number_is_found_with_its_type(kind: str, value: str, writing: str, guard: Guard) -> None:
    assert [one for one, _ in found(f"확인 {WRITINGS[writing](value)} 끝", guard)] == [kind]


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("PHONE", "01012345678"),
        ("PHONE", "010.1234.5678"),
        ("PHONE", "010 1234 5678"),
        ("PHONE", "010_1234_5678"),
        ("PHONE", "010·1234·5678"),
        ("PHONE", "010ㆍ1234ㆍ5678"),
        ("PHONE", "010~1234~5678"),
        ("PHONE", "010/1234/5678"),
        ("PHONE", "010)1234-5678"),
        ("PHONE", "⓪①⓪-①②③④-⑤⑥⑦⑧"),
        ("PHONE", "0 1 0 1 2 3 4 5 6 7 8"),
        ("PHONE", "O1O-1234-5678"),
        ("PHONE", "0l0-l234-5678"),
        ("PHONE", "공일공일이삼사오육칠팔"),
        ("PHONE", "공일공-일이삼사-오육칠팔"),
        ("PHONE", "공일공에 일이삼사에 오육칠팔"),
        ("PHONE", "영일영 다시 일이삼사 다시 오육칠팔"),
        ("PHONE", "공1공-일2삼4-5육7팔"),
        ("PHONE", "010-일이삼사-5678"),
        ("RRN", "팔오공삼일이-이삼사오육칠팔"),
        ("RRN", "8 5 0 3 1 2 2 3 4 5 6 7 8"),
        ("RRN", "850312.2345678"),
        ("RRN", "850312 2345678"),
        ("RRN", "850312\n2345678"),
        ("CARD", "4579 7212 3456 7893"),
        ("CARD", "4579.7212.3456.7893"),
        ("CARD", "4579721234567893"),
    ],
)
def test_other_spellings_are_found_as_a_whole(kind: str, written: str, guard: Guard) -> None:
    assert found(f"알림: {written}", guard) == [(kind, written)]


@pytest.mark.parametrize("particle", ["로", "이에요", "이라고", "이고요", "입니다", "이며", "인데"])
def test_a_particle_that_sounds_like_a_digit_is_no_part_of_a_spelt_number(particle: str, guard: Guard) -> None:
    spelt = "공일공일이삼사오육칠팔"
    assert found(f"번호는{spelt}{particle}", guard) == [("PHONE", spelt)]


@pytest.mark.parametrize(
    "text",
    [
        "오늘 일정은 이삼일 뒤로 미룬다",
        "일이삼사",
        "영구 구이 요리 오륙도 이사 구조 오빠 이구동성",
        "이 구청의 사이 구간은 공사 구역이오 일일이 살핀다",
        "OOOO-IIII lolololo Illinois",
        "Hello10101 cool0011 pool1010101",
    ],
)
def test_words_that_sound_or_look_like_digits_pass(text: str, guard: Guard) -> None:
    assert [one for one in found(text, guard) if one[0] != "NAME"] == []


def test_a_number_has_one_writing() -> None:
    raws = ["010 - 1234 - 5678", "010-\n1234-5678", "010–1234–5678".replace("–", "-"), "010 -1234- 5678"]
    assert {number.text for raw in raws for number in numbers(raw, 9)} == {"010-1234-5678"}


def test_a_number_knows_where_it_stands() -> None:
    raw = "전화 010 - 1234 - 5678."
    (number,) = numbers(raw, 9)
    start, end = number.span(0, len(number.text))
    assert (raw[start:end], number.digits) == ("010 - 1234 - 5678", 11)


def test_a_spelt_number_offers_its_readings_without_the_words_around_it() -> None:
    (readings,) = spelt_numbers("번호공일공일이삼사오육칠팔이야")
    assert {reading.text for reading in readings} >= {"010123456782", "01012345678"}


def test_numbers_with_too_few_digits_are_not_offered() -> None:
    assert [number.text for number in numbers("2026-11-22\n\n\n\n\n\n1588-1234, 가 12345678", 9)] == []


def test_two_cells_make_one_number_only_where_a_rule_says_so(guard: Guard) -> None:
    assert found("850312 | 2345678", guard) == [("RRN", "850312 | 2345678")]
    assert found("4579 | 7212 | 3456 | 7893", guard) == []


ADVERSARIAL = [
    *[
        "1",
        "0",
        "1-",
        "0 ",
        "a",
        "a.",
        "a@",
        "a@a.",
        "(02)",
        "+82 ",
        "가",
        "900101-",
        "4111-",
        "시발",
        "\u200b",
        "①",
        "-",
    ],
    *[
        "010-1234-5678-",
        "4579 7212 3456 7893 ",
        "비공개 대상 ",
        "공",
        "일이삼사 ",
        "O1",
        "공 - ",
        "0\n",
        "전화 ",
        "전화번호: ",
    ],
    *[
        "|",
        "a|b|c|d\n",
        "성명\t전화\t주소\n",
        "성명,계좌,학번\n1,2,3\n",
        "  1  2  3\n",
        "서울특별시 강서구 ",
        "12가",
        "김하늘 ",
    ],
    *[
        "password: ",
        "eyJ",
        "-----BEGIN ",
        "://a:",
        "sk-",
        "2001:",
        "1.",
        "E126 ",
        "⟦",
        "⟦전화번호#1",
        "ㅅㅣㅂㅏㄹ",
        "ㅅ",
        "si",
        "!",
    ],
]


@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_no_text_of_a_hundred_thousand_characters_hangs_the_guard(piece: str, guard: Guard) -> None:
    """Nothing is timed: a pattern that goes back over what it has read would not end within the suite."""
    text = (piece * (100_000 // len(piece) + 1))[:100_000]
    ends = [0, *(offset for one in detect(text, guard) for offset in (one.start, one.end)), len(text)]
    assert ends == sorted(ends)
