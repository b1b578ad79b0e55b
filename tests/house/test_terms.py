import json
import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
MANUAL = sorted((ROOT / "docs" / "설명서").glob("*.md"))
OTHER_WORDS = re.compile(r"올린 파일|붙인 (?:문서|파일)|물음|장부|사용 기록부")
"""The words beside 「넣은 파일」, 「질문」 and 「사용 기록」 for the same things."""


def server_sentences():
    return list(yaml.safe_load((ROOT / "ilson" / "rules" / "texts.ko.yaml").read_text("utf-8")).values())


def own_terms():
    return [row.split("|")[1] for row in (ROOT / "docs" / "용어.md").read_text("utf-8").splitlines() if row[:1] == "|"]


def page_error_sentences():
    page = json.loads((ROOT / "frontend" / "src" / "shared" / "text" / "ko.json").read_text("utf-8"))
    return list(page["errors"].values())


@pytest.mark.parametrize("page", MANUAL, ids=lambda page: page.stem)
def test_the_manual_has_one_word_for_a_thing(page):
    assert OTHER_WORDS.findall(page.read_text("utf-8")) == []


def test_the_sentences_and_the_terms_have_one_word_for_a_thing():
    assert OTHER_WORDS.findall("\n".join([*server_sentences(), *own_terms()])) == []


def test_the_server_speaks_politely():
    assert [text for text in server_sentences() if re.search(r"세요|!", text)] == []


def test_no_sentence_tells_to_reload_what_would_lose_everything_typed():
    assert [text for text in [*server_sentences(), *page_error_sentences()] if "새로 고" in text] == []


def test_an_empty_file_finds_itself_in_the_sentence():
    told = [text for text in page_error_sentences() if "그림" in text]
    assert all("빈 파일" in text for text in told)
    assert told
