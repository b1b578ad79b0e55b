"""Reads from a request who may be calling."""

from typing import Final

from starlette.types import Scope

from ilson.domain.official import Caller

PROXY: Final = frozenset(
    {b"forwarded", b"via", b"x-forwarded-for", b"x-forwarded-host", b"x-forwarded-proto", b"x-real-ip"}
)


def caller(scope: Scope) -> Caller:
    """Return what the connection itself tells; no header that a proxy could add is believed."""
    headers = dict(scope["headers"])
    hosts = [value for name, value in scope["headers"] if name == b"host"]
    client = scope.get("client")
    origin = headers.get(b"origin")
    return Caller(
        address=client[0] if client else "",
        host=hosts[0].decode("latin-1") if len(hosts) == 1 else "",
        origin=None if origin is None else origin.decode("latin-1"),
        forwarded=not PROXY.isdisjoint(headers),
    )
