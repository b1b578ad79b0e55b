"""Comparing two documents over a real socket."""

import pytest
from doubles.house import house

from ilson.documents.wire import to_json
from ilson.domain.document import Document, Paragraph

pytestmark = pytest.mark.anyio

OLD, NEW = (
    to_json(Document(f"{days}.txt", "txt", (Paragraph(f"제1조(목적) 접수는 {days}일로 한다."),))) for days in (3, 7)
)


@pytest.fixture
async def compare(tmp_path):
    async with house(tmp_path) as running:

        async def ask(query="", **body):
            address = f"{running.address}/api/documents/compare{query}"
            async with running.session.post(address, json=body) as response:
                return response.status, response.headers, await response.read(), response

        yield ask


async def test_two_documents_come_back_as_rows(compare):
    status, _, _, response = await compare(old=OLD, new=NEW)
    told = await response.json()
    assert (status, [row["change"] for row in told["rows"]], told["counts"]["changed"]) == (200, ["changed"], 1)


async def test_what_is_the_same_is_told_only_when_it_is_asked_for(compare):
    assert (await (await compare(old=OLD, new=OLD))[3].json())["rows"] == []
    assert len((await (await compare("?every=true", old=OLD, new=OLD))[3].json())["rows"]) == 1


async def test_two_documents_become_a_table_under_its_korean_name(compare):
    status, headers, content, _ = await compare("?kind=hwpx", old=OLD, new=NEW)
    assert (status, content[:2], headers["content-type"]) == (200, b"PK", "application/hwp+zip")
    assert headers["content-disposition"].endswith("%EB%8C%80%EB%B9%84%ED%91%9C.hwpx")


@pytest.mark.parametrize(
    ("query", "body"),
    [("", {}), ("", {"old": OLD}), ("", {"old": OLD, "new": 1}), ("?kind=exe", {"old": OLD, "new": NEW})],
)
async def test_what_has_not_the_agreed_form_is_refused_without_quoting_it(compare, query, body):
    status, _, content, response = await compare(query, **body)
    assert (status, (await response.json())["code"]) == (400, "bad_request")
    assert "접수".encode() not in content
