import pytest

from ilson.documents.official.lint.learn import law_names, plain_words
from ilson.documents.official.lint.lint import Linter
from ilson.domain.errors import BadRequest
from ilson.official_rules import load_official

LIST = (
    "\ufeff용어,이표기·오표기,대안어(안)\n"
    '가드레일(guard rail),"가드 레일, 가아드레일",보호 난간\n갈라쇼,,"뒤풀이공연, 뒤풀이쇼"\n'
)
WORDS = [("가드레일", "보호 난간"), ("가아드레일", "보호 난간"), ("갈라쇼", "뒤풀이공연")]


def learnt(text, official, tmp_path):
    folder = tmp_path / "official" / "lint"
    folder.mkdir(parents=True)
    (folder / "plain.yaml").write_text(plain_words(text, official), "utf-8")
    return Linter(load_official([tmp_path]))


@pytest.mark.parametrize(
    ("word", "plainer"), [("가드레일", "보호 난간"), ("가아드레일", "보호 난간"), ("갈라쇼", "뒤풀이공연")]
)
def test_a_list_that_was_published_becomes_a_rule(official, tmp_path, word, plainer):
    found = learnt(LIST, official, tmp_path).check(f"{word} 설치")
    assert [(one.rule, one.fix) for one in found] == [("PLAIN-01", plainer)]


def test_the_words_that_were_there_are_kept(official, tmp_path):
    assert [one.fix for one in learnt(LIST, official, tmp_path).check("금번 회의")] == ["이번"]


@pytest.mark.parametrize("text", ["", "이름,값\n가,나\n", "용어,대안어\n", "용어,대안어\n가,\n", "\n\n"])
def test_a_list_without_words_is_refused(official, text):
    with pytest.raises(BadRequest):
        plain_words(text, official)


def test_names_of_laws_are_taken_from_the_heads_of_files():
    texts = ["---\n제목: 민원 처리에 관한 법률\n---\n본문", "---\n제목: '민법'\n---\n제목: 아님", "머리가 없음"]
    assert law_names(texts) == ("민법", "민원 처리에 관한 법률")
