import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ilson.domain.document import Document, File, Paragraph
from ilson.domain.errors import BadRequest, IlsonError, TooLong
from ilson.domain.grade import Grade
from ilson.domain.question import Release, Turn
from ilson.web.asked import asked

DOCUMENT = {
    "name": "가.txt",
    "kind": "txt",
    "pages": None,
    "blocks": [{"kind": "paragraph", "text": "글", "page": None}],
}


def question(*parts, **more):
    body = {"task": "ask", "messages": [{"id": "1", "role": "user", "parts": list(parts)}], **more}
    return asked(json.dumps(body).encode())


def test_the_texts_of_a_message_are_one_turn():
    assert question({"type": "text", "text": "가"}, {"type": "text", "text": "나"}).turns == (Turn("user", "가나"),)


def test_a_document_that_the_page_has_read_comes_as_it_is():
    assert question({"type": "data-document", "data": DOCUMENT}).attachments == (
        Document("가.txt", "txt", (Paragraph("글"),), None),
    )


def test_a_file_comes_as_bytes():
    part = {"type": "file", "filename": "a.txt", "mediaType": "text/plain", "url": "data:text/plain;base64,6rCA"}
    assert question(part).attachments == (File("a.txt", "가".encode()),)


def test_parts_of_other_kinds_are_passed_over():
    assert question({"type": "step-start"}, {"type": "source-document", "sourceId": "1"}).attachments == ()


def test_the_choices_of_the_official_arrive():
    found = question(grade="S", model="builtin", confirmed=["입찰 정보"], form={"title": "가"})
    assert (found.grade, found.model, found.confirmed, found.form) == (
        Grade.S,
        "builtin",
        ("입찰 정보",),
        {"title": "가"},
    )


def test_what_the_official_lets_pass_arrives_with_its_reason():
    found = question(released=[{"type": "PHONE", "value": "010-1234-5678", "reason": "own"}])
    assert found.released == (Release("PHONE", "010-1234-5678", "own"),)


@pytest.mark.parametrize("reason", ["", "Own", "own number", "own\n", "내 번호", "010", "a" * 21, None])
def test_a_reason_is_a_key_and_no_text_for_it_stands_in_the_ledger(reason):
    with pytest.raises(BadRequest):
        question(released=[{"type": "PHONE", "value": "010-1234-5678", "reason": reason}])


@pytest.mark.parametrize("confirmed", [True, "입찰 정보", [1], ["a" * 101], [["입찰 정보"]]])
def test_what_is_confirmed_is_a_list_of_names(confirmed):
    with pytest.raises(BadRequest):
        question(confirmed=confirmed)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["type", "parts", "data", "role"]), inner)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize("key", ["task", "messages", "form", "grade", "model", "confirmed", "released"])
@given(value=JSON)
def test_any_json_is_a_question_or_a_clear_refusal(key, value):
    body = json.dumps({"task": "ask", key: value}).encode()
    with suppress(BadRequest, TooLong):
        asked(body)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_clear_refusal(body):
    with pytest.raises(IlsonError):
        asked(body)
