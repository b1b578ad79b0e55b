"""The person who asks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Caller:
    """What the network tells of a request before anybody is admitted."""

    address: str  # the peer's IP address
    host: str  # the Host header, with its port
    origin: str | None  # the Origin header
    forwarded: bool = False  # a header says that the request came through a proxy


@dataclass(frozen=True, slots=True)
class Official:
    """An official who was admitted."""

    id: str
    name: str
    department: str
