"""Prohibited words, plain and behind another writing."""

import random
import re
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some

from ilson.domain.errors import RuleInvalid
from ilson.domain.rule import WordRule
from ilson.guard.hangul import keys
from ilson.guard.words import Words

LISTS = Path(__file__).parents[3] / "ilson" / "rules" / "words"
MANUAL = Path(__file__).parents[3] / "docs" / "설명서" / "10-규칙-고치기.md"
INNOCENT = Path(__file__).with_name("innocent.txt").read_text("utf-8").splitlines()
DAY = date(2026, 11, 25)
LEADS, VOWELS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
TAILS = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]


def rule(*words: str, **more: object) -> WordRule:
    fields = {"name": "목록", "action": "mask", "basis": "시험", "matches": (), "passes": ()} | more
    return WordRule(words=words, **fields)  # type: ignore[arg-type]


def shipped() -> list[WordRule]:
    files = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(LISTS.glob("*.yaml"))]
    lists = [
        {key: tuple(value) if isinstance(value, list) else value for key, value in content.items()} for content in files
    ]
    return [WordRule(**content) for content in lists]


ALL = Words.of(shipped())


def found(text: str, *words: str, **more: object) -> list[str]:
    return [text[hit.start : hit.end] for hit in Words.of([rule(*words, **more)]).find(text, DAY)]


def views(text: str, *words: str) -> list[str]:
    return [hit.view for hit in Words.of([rule(*words)]).find(text, DAY)]


# --- What the lists mean


def test_a_word_is_found_where_it_stands() -> None:
    assert found("이 문서는 대외비입니다. 대외비", "대외비") == ["대외비", "대외비"]


def test_a_latin_word_is_no_part_of_a_longer_one() -> None:
    assert found("Fuck, FUCK이 Scunthorpe fucked x1fuck", "fuck") == ["Fuck", "FUCK"]


def test_a_word_that_must_begin_a_word_is_found_only_there() -> None:
    assert found("동시발생, 시발 (시발) _시발 7시발", "^시발") == ["시발", "시발"]


def test_longer_innocent_words_pass_and_words_that_go_on_do_not() -> None:
    assert found("비공개 대상, 비공개", "비공개", allow=("비공개 대상",)) == ["비공개"]
    assert found("비공개 대상 목록", "비공개", "비공개 대상 목록", allow=("비공개 대상",)) == ["비공개 대상 목록"]


def test_what_is_disguised_is_not_innocent() -> None:
    assert found("담당자가 존!나 라고 함", "^존나", allow=("존나라",)) == ["존!나"]


def test_a_list_holds_until_its_last_day_and_in_its_departments() -> None:
    words = Words.of([rule("새솔지구", expires=DAY, departments=("도시과",)), rule("대외비", departments=())])
    asked = [("도시과", DAY), ("도시과", date(2026, 11, 26)), ("세무과", DAY), ("", DAY)]
    assert [[hit.start for hit in words.find("새솔지구 대외비", day, place)] for place, day in asked] == [
        [0, 5],
        [5],
        [5],
        [5],
    ]


def test_each_list_reports_its_own_find_of_the_same_place() -> None:
    warns, masks = rule("비공개", action="warn"), rule("비공개 자료", name="다른 목록")
    assert [(hit.start, hit.end, hit.rule) for hit in Words.of([warns, masks]).find("비공개 자료", DAY)] == [
        (0, 3, warns),
        (0, 6, masks),
    ]


def test_the_longest_word_of_a_list_counts() -> None:
    assert found("이개새끼야", "개새끼", "이개새끼", "새끼") == ["이개새끼"]


def test_a_phrase_is_found_without_its_spaces_too() -> None:
    assert found("내부검토와 내부 검토", "내부 검토") == ["내부검토", "내부 검토"]


@pytest.mark.parametrize("word", ["^", "", "\u200b", "^ "])
def test_a_word_of_nothing_is_refused(word: str) -> None:
    with pytest.raises(RuleInvalid, match="no character"):
        Words.of([rule(word)])


def test_no_lists_find_nothing() -> None:
    assert Words.of([]).find("대외비", DAY) == []


@pytest.mark.parametrize(
    ("text", "letters"), [("x a", 1), ("참 대", 1), ("대외", 2), ("대외비", 3), ("대외비용", 0), ("외", 0), ("", 0)]
)
def test_a_text_may_end_with_the_beginning_of_a_word_or_of_an_innocent_one(text: str, letters: int) -> None:
    assert Words.of([rule("^ＡB", "대외비", allow=("대외비용",))]).begun(text) == letters


@pytest.mark.parametrize("text", ["대외비", "대 외 비", "대@외비", "대외애비", "ㄷㅐㅇㅗㅣㅂㅣ", "대ㅗㅣㅂㅣ"])
def test_what_is_found_may_be_there(text: str) -> None:
    words = Words.of([rule("대외비")])
    assert words.may_be_in(text) >= bool(words.find(text, DAY))
    assert not words.may_be_in("비용을 외부에 대다")


# --- Other writings


@pytest.mark.parametrize(
    ("text", "place", "view"),
    [
        ("아 씨@발 뭐", "씨@발", "gap"),
        ("이런시1발", "", ""),
        ("야 시1발놈", "시1발", "gap"),
        ("대*외*비 문서", "대*외*비", "gap"),
        ("대외@비", "대외@비", "gap"),
        ("대 외 비입니다", "대 외 비", "gap"),
        ("씨 발 뭐", "씨 발", "gap"),
        ("씨\u3000발", "씨\u3000발", "gap"),
        ("병~~신", "병~~신", "gap"),
        ("시😀발", "시😀발", "gap"),
        ("시ㅋㅋ발", "시ㅋㅋ발", "gap"),
        ("아 ㅆㅣㅂㅏㄹ", "ㅆㅣㅂㅏㄹ", "jamo"),
        ("씨ㅂㅏㄹ", "씨ㅂㅏㄹ", "jamo"),
        ("시바ㄹ!", "시바ㄹ", "jamo"),
        ("ㅅ ㅣ ㅂ ㅏ ㄹ", "ㅅ ㅣ ㅂ ㅏ ㄹ", "jamo"),
        ("\uffb5\uffb2", "\uffb5\uffb2", "initials"),
        ("씨이이발", "씨이이발", "stretched"),
        ("시바아알", "시바아알", "stretched"),
        ("시바알", "시바알", "stretched"),
        ("대대외비", "대대외비", "stretched"),
        ("씨씨씨발", "씨씨씨발", "stretched"),
        ("씨@이발", "씨@이발", "stretched"),
        ("tlqkf", "tlqkf", "keyboard"),
        ("TLQKF아", "TLQKF", "keyboard"),
        ("ｔｌｑｋｆ", "ｔｌｑｋｆ", "keyboard"),
        ("tlqkfsha", "tlqkf", "keyboard"),
        ("tlqkfk", "", ""),
        ("https://a.kr/tlqkf", "", ""),
        ("gksk", "gksk", "keyboard"),
        ("eodhlql", "eodhlql", "keyboard"),
        ("ㅅㅂ 뭐", "ㅅㅂ", "initials"),
        ("ㅅㅂㅋㅋㅋ", "ㅅㅂ", "initials"),
        ("ㄱㄴㄷㄹㅁㅂㅅㅇ", "", ""),
        ("ㅂ ㅅ", "", ""),
        ("ＦＵＣＫ", "ＦＵＣＫ", "plain"),
        ("fück", "fück", "plain"),
        ("f*u*c*k", "f*u*c*k", "gap"),
        ("fuuuck", "fuuuck", "stretched"),
        ("f * u + c * k", "", ""),
        ("f*u+c*k", "", ""),
        ("시\u200b발", "시\u200b발", "plain"),
        (unicodedata.normalize("NFD", "씨발"), unicodedata.normalize("NFD", "씨발"), "plain"),
        ("\u1109\u1107", "\u1109\u1107", "initials"),
    ],
)
def test_another_writing_is_found_where_it_stands(text: str, place: str, view: str) -> None:
    words = Words.of([rule("씨발", "^시발", "병신", "대외비", "ㅅㅂ", "ㅂㅅ", "fuck", "하나")])
    hits = [(text[hit.start : hit.end], hit.view) for hit in words.find(text, DAY)]
    assert hits == ([(place, view)] if view else [])


@pytest.mark.parametrize("mark", [*",.·ㆍ()、:;|[]「」\n\t", ", ", ". ", "(", ") "])
def test_punctuation_of_a_list_hides_no_word(mark: str) -> None:
    assert found(f"차례: 대{mark}외{mark}비, 시{mark}발", "대외비", "시발") == []


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("제조", "제18조제2항"),
        ("시발", "오후 3시~발인"),
        ("시발", "오후 3 시 발 열차"),
        ("시발", "임시 발급, 다시 발의, 역시 발전"),
        ("시발", "임시이발소"),
        ("병신", "그 병 신고"),
        ("재가", "Work from home"),
        ("시간", "제1시2간"),
        ("시발", "즉시*발송"),
        ("시발", "임시-발, 임시 - 발"),
        ("대외비", "중대1외1비"),
        ("시밝", "시발ㄱ"),
    ],
)
def test_ordinary_text_is_no_disguise(word: str, text: str) -> None:
    assert found(text, word) == []


# --- The shipped lists


@pytest.mark.parametrize("one", shipped(), ids=lambda one: one.name)
def test_the_examples_of_a_shipped_list_hold(one: WordRule) -> None:
    words = Words.of([one])
    assert [example for example in one.matches if not words.find(example, DAY)] == []
    assert [example for example in one.passes if words.find(example, DAY)] == []


@pytest.mark.parametrize("one", shipped(), ids=lambda one: one.name)
def test_every_word_of_a_shipped_list_is_found_alone(one: WordRule) -> None:
    words = Words.of([replace(one, allow=())])
    assert [word for word in one.words if not words.find(word.removeprefix("^"), DAY)] == []


def test_innocent_sentences_pass() -> None:
    assert len(INNOCENT) >= 150
    found_in = {text: [text[hit.start : hit.end] for hit in ALL.find(text, DAY)] for text in INNOCENT}
    assert {text: hits for text, hits in found_in.items() if hits} == {}


REACTIONS = {"warn": "알림", "confirm": "확인", "mask": "가림", "block": "막음"}


def test_the_manual_names_every_shipped_list() -> None:
    rows = re.findall(r"^\| `(\w+\.yaml)` \| (.+?) \| (.+?) \| (\w?) ?\|$", MANUAL.read_text("utf-8"), re.MULTILINE)
    files = {path.name: yaml.safe_load(path.read_text("utf-8")) for path in LISTS.glob("*.yaml")}
    shown = {name: (one["name"], REACTIONS[one["action"]], one.get("grade", "")) for name, one in files.items()}
    assert {file: (name, reaction, grade) for file, name, reaction, grade in rows} == shown


STEMS = "시발 씨발 씨팔 병신 지랄 개새끼 미친놈 미친년 닥쳐 좆같 존나 엿먹어 또라이 등신새끼 빌어먹을 개자식 꺼져라"
OFFICE = "대외비 비공개 내부검토 입찰예정가격 복수예비가격 수사기밀 암행감찰 사외비 엠바고 조센징"
FRAMES = ["{}", "“{}”라는 민원", "그 사람이 {}라고 함", "진짜 {}!", "1. {}\n2. 기타", "정말로,{}", "({})", "또 {} 좀"]


def parts(syllable: str) -> list[str]:
    lead, rest = divmod(ord(syllable) - ord("가"), 588)
    return [LEADS[lead], VOWELS[rest // 28], TAILS[rest % 28]]


def jamo(word: str) -> str:
    return "".join(part for syllable in word for part in parts(syllable))


def stretched(word: str) -> str:
    tail = (ord(word[0]) - ord("가")) % 28
    vowel = (ord(word[0]) - ord("가")) % 588 // 28
    silent = chr(ord("아") + vowel * 28)
    return chr(ord(word[0]) - tail) + silent * 2 + (chr(ord(silent) + tail) if tail else "") + word[1:]


EVASIONS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "sign": "@".join,
    "one sign": lambda word: word[:1] + "#" + word[1:],
    "wave": "~".join,
    "digit": "8".join,
    "emoji": "❤️".join,
    "spaces": " ".join,
    "wide spaces": "\u3000".join,
    "no width": "\u200b".join,
    "filler": "\u3164".join,
    "nfd": lambda word: unicodedata.normalize("NFD", word),
    "nfd, no width": lambda word: "\u200d".join(unicodedata.normalize("NFD", word)),
    "jamo": jamo,
    "half jamo": lambda word: word[0] + jamo(word[1:]),
    "jamo, signs": lambda word: "@".join(map(jamo, word)),
    "laughs": "ㅋㅋ".join,
    "stretched": stretched,
    "stretched, sign": lambda word: stretched(word)[:1] + "@" + stretched(word)[1:],
    "repeated": lambda word: word[0] * 2 + word,
    "keyboard": keys,
    "capital keyboard": lambda word: keys(word).upper(),
    "wide keyboard": lambda word: "".join(chr(ord(key) + 0xFEE0) for key in keys(word)),
}


@pytest.mark.parametrize("evasion", EVASIONS)
def test_every_stem_is_found_whole_in_every_evasion_and_sentence(evasion: str) -> None:
    missed = []
    for word in f"{STEMS} {OFFICE}".split():
        hidden = EVASIONS[evasion](word)
        for frame in FRAMES:
            text = frame.format(hidden)
            start = text.index(hidden)
            if not any(hit.start <= start + 1 and hit.end >= start + len(hidden) for hit in ALL.find(text, DAY)):
                missed.append(text)
    assert missed == []


# --- Offsets and work

NOISE = "가나다 시씨발@1ㅅㅂㅏㄹ,\u200b\u1109\u1175\u11b7이대외비tlqkf\u0301\u3000😀İ\n"
SHORT_LISTS = Words.of([rule("씨발", "^시발", "대외비", "ㅅㅂ"), rule("대 외", name="둘", allow=("대 외국",))])


@given(some.text(alphabet=NOISE, max_size=40))
def test_finds_lie_in_the_text_in_order(text: str) -> None:
    hits = SHORT_LISTS.find(text, DAY)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert [hit.start for hit in hits] == sorted(hit.start for hit in hits)


@given(some.text(alphabet=NOISE, max_size=30), some.sampled_from(["대외비", "대*외*비", "ㄷㅐㅇㅗㅣㅂㅣ", "대애외비"]))
def test_a_word_behind_any_beginning_of_a_line_is_found_where_it_stands(before: str, hidden: str) -> None:
    text = f"{before}\n.{hidden}."
    at = len(before) + 2
    assert any((hit.start, hit.end) == (at, at + len(hidden)) for hit in SHORT_LISTS.find(text, DAY))


@given(some.text())
def test_any_text_can_be_looked_at(text: str) -> None:
    assert all(hit.rule in ALL.rules for hit in ALL.find(text, DAY))


def calls(text: str) -> int:
    """How many functions are called to look at a text, those in C included."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        ALL.find(text, DAY)
    finally:
        sys.setprofile(before)
    return counted


HARD = [
    *("씨발", "씨@", "씨이", "씨 ", "ㅅ", "ㅅㅣㅂㅏㄹ", "시ㅋ", "tlqkf", "f u c k "),
    *("비공개 대상 ", "대 외 비 ", "\u1109\u1175", "a\u0301"),
]


@pytest.mark.parametrize("piece", HARD)
def test_the_work_grows_with_the_text_only(piece: str) -> None:
    once, twice = calls(piece * 1_000), calls(piece * 2_000)
    assert twice < 2.3 * once + 100


def test_the_work_grows_with_the_text_only_when_pieces_are_mixed() -> None:
    mixed = "".join(random.Random(4).choices(HARD, k=2_000))
    assert calls(mixed * 2) < 2.3 * calls(mixed) + 100
