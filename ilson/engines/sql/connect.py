"""Opens the database and brings its tables up to date."""

import sys
from asyncio import create_subprocess_exec
from asyncio.subprocess import DEVNULL, PIPE
from pathlib import Path
from typing import Any, Final

from sqlalchemy import event, make_url, text
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from ilson.domain.errors import LedgerDown, SettingInvalid

NEWEST: Final = "a002"  # the revision that this code was written for
DRIVERS: Final = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}


def connect(address: str) -> AsyncEngine:
    """Return the engine for `sqlite:///…` or `postgresql://…`; nothing is opened yet.

    Raises:
        SettingInvalid: the address names another database, or cannot be read.
    """
    try:
        url = make_url(address)
        url = url.set(drivername=DRIVERS[url.get_backend_name()])
    except (ArgumentError, KeyError):
        raise SettingInvalid("ILSON_DATABASE_URL must begin with sqlite:/// or postgresql://") from None
    if url.get_backend_name() == "sqlite" and url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = create_async_engine(url, echo=False, hide_parameters=True)
    if url.get_backend_name() == "sqlite":
        event.listen(engine.sync_engine, "connect", _sqlite_pragmas)
    return engine


async def migrate(engine: AsyncEngine) -> None:
    """Bring the tables to the newest form.

    The migrations run in a process of their own, and only when there is something to do: Alembic would cost every start
    a quarter of a second and 25 MB.

    Raises:
        LedgerDown: the database did not answer or refused.
    """
    if await _version(engine) == NEWEST:
        return
    address = engine.url.render_as_string(hide_password=False)
    process = await create_subprocess_exec(
        sys.executable, "-I", "-m", "ilson.engines.sql.upgrade", stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL
    )
    await process.communicate(address.encode())  # not as an argument: every user of the machine can read those
    if process.returncode:
        raise LedgerDown("the database could not be brought up to date; see that the address and its rights are right")


async def _version(engine: AsyncEngine) -> str | None:
    try:
        async with engine.connect() as connection:
            found = await connection.scalar(text("SELECT version_num FROM alembic_version"))
            return str(found)
    except (SQLAlchemyError, OSError):
        return None  # a new database, or none: the upgrade will tell


def _sqlite_pragmas(connection: Any, _record: object) -> None:  # noqa: ANN401
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")
