from pathlib import Path

import yaml

from ilson.engines.models.builtin.describe import describe
from ilson.engines.models.builtin.lexicon import compiled

RULES = Path(__file__).parents[4] / "ilson/rules/builtin.ko.yaml"
LEXICON = compiled(yaml.safe_load(RULES.read_text("utf-8")))


def described(**form):
    describe(form, LEXICON)
    return form.get("summary"), form.get("keywords")


BODY = [
    {"text": "관련: 디지털정책과-1234(2026. 11. 2.)"},
    {"text": "대상", "items": [{"text": "개인정보 보호 교육을 다음과 같이 안내합니다."}]},
]


def test_the_summary_is_the_first_whole_sentence():
    assert described(title="개인정보 교육 안내", body=BODY)[0] == "개인정보 보호 교육을 다음과 같이 안내합니다."


def test_without_a_sentence_the_title_is_the_summary():
    assert described(title="개인정보 교육 안내", body=[{"text": "일시"}])[0] == "개인정보 교육 안내"


def test_the_keywords_are_words_of_the_title_that_tell_something():
    assert described(title="2026년 하반기 개인정보 보호 교육 개인정보 안내")[1] == ["개인정보", "보호", "교육"]


def test_what_the_official_wrote_stays():
    assert described(title="교육 안내", summary="요지", keywords=["말"], body=BODY) == ("요지", ["말"])


def test_nothing_is_told_of_nothing():
    assert described(body=BODY) == (None, None)
