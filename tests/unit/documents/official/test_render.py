import io
import re
import zipfile
from collections import Counter
from typing import Any

import pytest
from doubles.official_drafts import pictured, png
from hypothesis import given, settings
from hypothesis import strategies as st

from ilson.documents.markdown import to_text
from ilson.documents.official.render import render
from ilson.documents.official.write import KINDS
from ilson.documents.read import read
from ilson.domain.document import File
from ilson.domain.errors import BadRequest, DraftIncomplete
from ilson.domain.official_rule import Head, Look

DRAFT: dict[str, Any] = {"title": "교육 안내", "body": [{"text": "교육을 안내합니다."}]}


def test_a_draft_becomes_text() -> None:
    assert render(DRAFT, "txt", Look()).decode().endswith("교육을 안내합니다.  끝.\n")


@pytest.mark.parametrize("missing", ["title", "body"])
def test_a_draft_without_title_or_body_is_incomplete(missing: str) -> None:
    with pytest.raises(DraftIncomplete):
        render({key: value for key, value in DRAFT.items() if key != missing}, "hwpx", Look())


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ({"number": "가과-1", "date": "2026-11-22"}, "가과-1(2026. 11. 22.)"),
        ({"number": "가과-1(2026-11-22)"}, "가과-1(2026. 11. 22.)"),
        ({"disclosure": "비공개()"}, "비공개"),
        ({"disclosure": "비공개(5,6 제5호)"}, "비공개(5,6)"),
        ({"attachments": [{"name": "계획서 1부"}]}, "붙임  계획서 1부.  끝."),
    ],
)
def test_what_was_typed_is_printed_as_the_rules_say(typed: dict[str, Any], printed: str) -> None:
    preview = zipfile.ZipFile(io.BytesIO(render(DRAFT | typed, "hwpx", Look()))).read("Preview/PrvText.txt").decode()
    lines = [
        re.split(r"  접수", line)[0].removeprefix("시행  ")
        for line in render(DRAFT | typed, "txt", Look()).decode().splitlines()
    ]
    assert (printed in lines, printed in preview) == (True, True)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("to", ["내부결재", "내부 결재"])
def test_an_internal_document_has_no_sender(to: str, kind: str) -> None:
    sent = {"to": to, "sender": "강서구청장", "seal": "관인생략", "recipients": ["가과장"]}
    assert render(DRAFT | sent, kind, Look()) == render(DRAFT | {"to": "내부결재"}, kind, Look())


@pytest.mark.parametrize(
    ("kind", "begins"),
    [("hwpx", b"PK"), ("docx", b"PK"), ("pdf", b"%PDF-"), ("html", b"<!DOCTYPE html>"), ("txt", "수신".encode())],
)
def test_each_kind_is_a_file_of_that_kind(kind: str, begins: bytes) -> None:
    assert render(DRAFT | {"to": "가과장"}, kind, Look()).startswith(begins)


@pytest.mark.parametrize("kind", KINDS)
def test_equal_documents_are_equal_files(kind: str) -> None:
    assert render(DRAFT, kind, Look()) == render(dict(DRAFT), kind, Look())


@pytest.mark.parametrize("kind", ["odt", "HWPX", ""])
def test_another_kind_is_refused(kind: str) -> None:
    with pytest.raises(BadRequest):
        render(DRAFT, kind, Look())


@pytest.mark.parametrize("body", [[pictured(png())], [{"items": [{"table": [["가"]]}]}]])
def test_a_body_may_be_a_picture_or_a_table_alone(body: list[dict[str, Any]]) -> None:
    body[0].pop("text", None)
    assert render({"title": "현황", "body": body}, "txt", Look())


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_picture_is_refused_in_every_kind(kind: str) -> None:
    with pytest.raises(BadRequest):
        render(DRAFT | {"body": [pictured(b"GIF89a")]}, kind, Look())


def test_a_draft_of_another_shape_is_refused() -> None:
    with pytest.raises(BadRequest):
        render(DRAFT | {"titel": ""}, "hwpx", Look())


WORDS = st.sampled_from(
    [
        "가나",
        "1,234",
        "https://a.kr/" + "x" * 60,
        "「법」",
        "مرحبا",
        '"q"',
        "<b>&amp;",
        "#set",
        "\\",
        "끝.",
        "\n",
        "  ",
        "가" * 120,
        "é",
        "𠀀",
        "''",
        "//",
        "※",
        "○",
        "-",
        "|",
        "",
    ]
)
TYPED = st.lists(WORDS, max_size=4).map(" ".join)
ITEM = st.recursive(
    st.fixed_dictionaries({"text": TYPED}, optional={"table": st.lists(st.lists(TYPED, max_size=5), max_size=3)}),
    lambda inner: st.fixed_dictionaries({"text": TYPED, "items": st.lists(inner, max_size=2)}),
    max_leaves=4,
)


@settings(max_examples=25, deadline=None)
@given(st.lists(ITEM, min_size=1, max_size=3), TYPED, st.sampled_from(["letter", "title", "press", "notice"]))
def test_every_kind_says_the_same_letters_to_who_reads_it(body: list[dict[str, Any]], name: str, head: Head) -> None:
    draft = {"title": "제목", "to": name, "body": [{"text": "글"}, *body], "attachments": [{"name": name}]}
    said = [letters(draft, kind, Look(head)) for kind in ("hwpx", "docx", "html")]
    assert said[0] == said[1] == said[2]


def letters(draft: dict[str, Any], kind: str, look: Look) -> Counter[str]:
    """The letters that our own reader finds in a file, without spaces."""
    document = read(File(f"a.{kind}", render(draft, kind, look)))
    return Counter("".join(to_text(document).split()))
