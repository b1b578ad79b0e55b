from typing import Any

import pytest

from ilson.documents.official.render import render
from ilson.domain.errors import BadRequest, DraftIncomplete

DRAFT: dict[str, Any] = {"title": "교육 안내", "body": [{"text": "교육을 안내합니다."}]}


def test_a_draft_becomes_an_hwpx_file() -> None:
    assert render(DRAFT, "hwpx").startswith(b"PK")


def test_a_draft_becomes_text() -> None:
    assert render(DRAFT, "txt").decode().endswith("교육을 안내합니다.  끝.\n")


@pytest.mark.parametrize("missing", ["title", "body"])
def test_a_draft_without_title_or_body_is_incomplete(missing: str) -> None:
    with pytest.raises(DraftIncomplete):
        render({key: value for key, value in DRAFT.items() if key != missing}, "hwpx")


@pytest.mark.parametrize("kind", ["pdf", "HWPX", ""])
def test_another_kind_is_refused(kind: str) -> None:
    with pytest.raises(BadRequest):
        render(DRAFT, kind)


def test_a_draft_of_another_shape_is_refused() -> None:
    with pytest.raises(BadRequest):
        render(DRAFT | {"titel": ""}, "hwpx")
