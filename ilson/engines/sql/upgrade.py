"""Brings a database up to date, as a process of its own that reads the address from its standard input."""

import asyncio
import sys
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import create_async_engine

MIGRATIONS: Final = Path(__file__).parent / "migrations"
LOCKS: Final = {"sqlite": "BEGIN IMMEDIATE", "postgresql": "SELECT pg_advisory_xact_lock(8600)"}


def configured() -> Config:
    """Return where the migrations are."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


async def upgrade(address: str) -> None:
    """Bring the database at this address to the newest form; of several processes at once, one does it."""
    engine = create_async_engine(address, hide_parameters=True)
    async with engine.begin() as connection:
        await connection.exec_driver_sql(LOCKS[connection.dialect.name])
        await connection.run_sync(_upgrade)
    await engine.dispose()


def _upgrade(connection: Connection) -> None:
    config = configured()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


if __name__ == "__main__":
    asyncio.run(upgrade(sys.stdin.read()))
