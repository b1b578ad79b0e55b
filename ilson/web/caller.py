"""Reads from a request who may be calling."""

from starlette.types import Scope

from ilson.domain.official import Caller


def caller(scope: Scope) -> Caller:
    """Return what the connection itself tells; no header that a proxy could add is believed."""
    headers = dict(scope["headers"])
    client = scope.get("client")
    origin = headers.get(b"origin")
    return Caller(
        address=client[0] if client else "",
        host=headers.get(b"host", b"").decode("latin-1"),
        origin=None if origin is None else origin.decode("latin-1"),
    )
