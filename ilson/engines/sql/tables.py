"""The tables, once, for every database."""

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import JSON, BigInteger, Column, Dialect, Float, Index, Integer, MetaData, String, Table, TypeDecorator
from typing_extensions import override

metadata: Final = MetaData()


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, kept as microseconds since 1970, the same in every database."""

    impl = BigInteger
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else round(value.timestamp() * 1_000_000)

    @override
    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromtimestamp(value / 1_000_000, UTC)


ledger: Final = Table(
    "ledger",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("opened", Moment, nullable=False),
    Column("official", String(100), nullable=False),
    Column("department", String(200), nullable=False),
    Column("task", String(40), nullable=False),
    Column("rules", String(12), nullable=False),
    Column("outcome", String(8), nullable=False),
    Column("code", String(40), nullable=False),
    Column("model", String(100), nullable=False),
    Column("grade", Integer, nullable=False),
    Column("masked", JSON, nullable=False),
    Column("released", JSON, nullable=False),
    Column("noticed", JSON, nullable=False),
    Column("tokens_in", Integer, nullable=False),
    Column("tokens_out", Integer, nullable=False),
    Column("won", Float, nullable=False),
    Column("first_seconds", Float, nullable=False),
    Column("seconds", Float, nullable=False),
    Index("ledger_opened", "opened"),
)
