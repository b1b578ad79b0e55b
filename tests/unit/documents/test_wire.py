import json

import pytest

from ilson.documents import limits
from ilson.documents.wire import from_json, to_json
from ilson.domain.document import Document, Heading, Paragraph, Table
from ilson.domain.errors import BadRequest, TooLong

DOCUMENT = Document(
    "계획.pdf", "pdf", (Heading("제목", 2, 1), Paragraph("글", 2), Table((("가", ""), ("", "나")), 3)), 3, 2
)
BLOCK = {"kind": "paragraph", "text": "글", "page": None}


def value(**changes):
    return {"name": "가.txt", "kind": "txt", "pages": None, "characters": 1, "blocks": [BLOCK]} | changes


def test_a_document_comes_back_as_it_went():
    assert from_json(json.loads(json.dumps(to_json(DOCUMENT)))) == DOCUMENT


def test_the_characters_of_all_blocks_are_counted():
    assert to_json(DOCUMENT)["characters"] == 5


def test_the_number_of_characters_from_outside_is_not_believed():
    assert from_json(value(characters="many")) == Document("가.txt", "txt", (Paragraph("글"),))


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        [],
        {"name": "x"},
        value(name=3),
        value(name="x" * 256),
        value(extra=1),
        value(pages=0),
        value(pages=True),
        value(hidden=-1),
        value(hidden="1"),
        value(blocks="x"),
        value(blocks=[None]),
        value(blocks=[{"kind": "picture"}]),
        value(blocks=[{"kind": "paragraph"}]),
        value(blocks=[BLOCK | {"page": "1"}]),
        value(blocks=[BLOCK | {"level": 1}]),
        value(blocks=[{"kind": "heading", "text": "x", "level": 11}]),
        value(blocks=[{"kind": "table", "rows": ["x"]}]),
        value(blocks=[{"kind": "table", "rows": [[1]]}]),
    ],
)
def test_what_has_not_the_agreed_form_is_refused(wrong):
    with pytest.raises(BadRequest):
        from_json(wrong)


def test_more_text_than_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "CHARACTERS", 3)
    with pytest.raises(TooLong):
        from_json(value(blocks=[BLOCK] * 4))
