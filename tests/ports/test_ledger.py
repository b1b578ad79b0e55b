"""What every ledger must do, over every database that an agency may choose."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import anyio
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from doubles.postgres import postgres

from ilson.domain.errors import LedgerDown, SettingInvalid
from ilson.domain.grade import Grade
from ilson.domain.line import Line
from ilson.engines.sql.book import SqlLedgerBook
from ilson.engines.sql.connect import NEWEST, connect, migrate
from ilson.engines.sql.tables import metadata
from ilson.engines.sql.upgrade import configured

pytestmark = pytest.mark.anyio

START = datetime(2026, 11, 22, 9, 30, 15, 123456, tzinfo=UTC)
LINE = Line(id="a" * 32, opened=START, official="u1", department="디지털정책과", task="ask", rules="0" * 12)
CLOSED = replace(
    LINE, outcome="done", model="builtin", grade=Grade.S, masked={"RRN": 2}, released={"PHONE:own": 1},
    noticed={"새 목록": 3}, tokens_in=3, tokens_out=4, won=1.5,
    first_seconds=0.1, seconds=0.2,
)  # fmt: skip


@pytest.fixture(scope="session")
def postgres_address():
    with postgres() as address:
        yield address


async def emptied(address):
    engine = connect(address)
    async with engine.begin() as connection:
        await connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        await connection.exec_driver_sql("CREATE SCHEMA public")
    await engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
async def engine(request, tmp_path):
    if request.param == "sqlite":
        made = connect(f"sqlite:///{tmp_path}/new folder/ilson.db")
    else:
        await emptied(request.getfixturevalue("postgres_address"))
        made = connect(request.getfixturevalue("postgres_address"))
    await migrate(made)
    yield made
    await made.dispose()


@pytest.fixture
def book(engine):
    return SqlLedgerBook(engine)


async def test_an_opened_line_is_there(book):
    await book.open(LINE)
    assert await book.lines(10) == [LINE]


async def test_a_closed_line_replaces_the_open_one(book):
    await book.open(LINE)
    await book.close(CLOSED)
    assert await book.lines(10) == [CLOSED]


async def test_a_line_that_a_killed_server_left_open_is_closed_as_broken(book):
    late = replace(LINE, id="b" * 32, opened=START + timedelta(hours=2))
    await book.open(LINE)
    await book.open(late)
    await book.close_stale(START + timedelta(hours=1))
    assert [(line.outcome, line.code) for line in await book.lines(10)] == [("open", ""), ("broken", "server_killed")]


async def test_the_newest_line_comes_first(book):
    later = replace(LINE, id="b" * 32, opened=START + timedelta(microseconds=1))
    await book.open(LINE)
    await book.open(later)
    assert await book.lines(1) == [later]


async def test_many_lines_at_once_are_all_kept(book):
    async with anyio.create_task_group() as group:
        for number in range(50):
            group.start_soon(book.open, replace(LINE, id=f"{number:032d}"))
    assert len(await book.lines(100)) == 50


async def test_a_line_with_a_known_id_is_not_taken_twice(book):
    await book.open(LINE)
    with pytest.raises(LedgerDown):
        await book.open(LINE)


@pytest.fixture(params=["sqlite", "postgresql"])
async def fresh(request, tmp_path):
    """The address of a database that nobody has prepared."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/ilson.db"
    address = request.getfixturevalue("postgres_address")
    await emptied(address)
    return address


async def test_servers_that_start_at_once_prepare_the_database_once(fresh):
    engines = [connect(fresh) for _ in range(3)]
    async with anyio.create_task_group() as group:
        for engine in engines:
            group.start_soon(migrate, engine)
    assert await SqlLedgerBook(engines[0]).lines(1) == []
    for engine in engines:
        await engine.dispose()


async def test_migrating_twice_changes_nothing(book, engine):
    await book.open(LINE)
    await migrate(engine)
    assert await book.lines(10) == [LINE]


async def test_lines_of_the_first_version_stay_when_the_ledger_is_brought_up_to_date(book, engine):
    await book.open(LINE)
    async with engine.begin() as connection:
        for name in ("released", "noticed"):
            await connection.exec_driver_sql(f"ALTER TABLE ledger DROP COLUMN {name}")
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'a001'")
    await migrate(engine)
    await book.close(CLOSED)
    assert await book.lines(10) == [CLOSED]


async def test_the_tables_are_those_that_the_migrations_make(engine):
    async with engine.begin() as connection:
        found = await connection.run_sync(lambda sync: compare_metadata(MigrationContext.configure(sync), metadata))
    assert found == []


def test_the_newest_revision_is_the_one_that_the_code_waits_for():
    assert ScriptDirectory.from_config(configured()).get_current_head() == NEWEST


async def test_a_database_that_cannot_be_made_is_ledger_down(tmp_path):
    (tmp_path / "ilson.db").write_bytes(b"this is no database" * 100)
    with pytest.raises(LedgerDown):
        await migrate(connect(f"sqlite:///{tmp_path}/ilson.db"))


async def test_a_database_that_is_not_there_is_ledger_down():
    engine = connect("postgresql://ilson@127.0.0.1:9/none")
    with pytest.raises(LedgerDown):
        await SqlLedgerBook(engine).open(LINE)


@pytest.mark.parametrize("address", ["mysql://a/b", "nonsense", ""])
async def test_another_database_is_a_wrong_setting(address):
    with pytest.raises(SettingInvalid):
        connect(address)
