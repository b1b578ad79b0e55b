"""Admits the local pilot user, on this machine only."""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final

from ilson.domain.errors import NotAdmitted
from ilson.domain.official import Caller, Official

HOST: Final = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.]+)\]|(?P<name>[A-Za-z0-9.-]+))(?::[0-9]{1,5})?")


@dataclass(frozen=True, slots=True)
class Gate:
    """The gate of a pilot installation: one official, and only over the loopback address.

    The host and origin are checked too, so that a foreign page in the official's browser cannot use the open door
    (DNS rebinding, cross-site requests).
    """

    pilot: Official

    def admit(self, caller: Caller) -> Official:
        """Return who it is.

        Raises:
            NotAdmitted: the request comes from another machine, by another name or from another page.
        """
        if not _is_loopback(caller.address):
            raise NotAdmitted("the peer address is not loopback")
        if caller.forwarded:
            raise NotAdmitted("the request came through a proxy, so who sent it is not known")
        host = HOST.fullmatch(caller.host)
        if host is None or not _is_local_name(host["six"] or host["name"]):
            raise NotAdmitted("the Host header is not a name of this machine")
        if caller.origin not in {None, f"http://{caller.host}", f"https://{caller.host}"}:
            raise NotAdmitted("the Origin header names another site")
        return self.pilot


def _is_local_name(name: str) -> bool:
    return name == "localhost" or _is_loopback(name)


def _is_loopback(address: str) -> bool:
    try:
        found = ip_address(address)
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_loopback
