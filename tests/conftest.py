import socket
import sys
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("house", deadline=None)  # no test is timed: these machines are noisy
settings.load_profile("house")
sys.path.insert(0, str(Path(__file__).parent))  # the doubles are shared by several folders

LOOPBACK = {"127.0.0.1", "::1", "localhost", "", None}
BY_ADDRESS = ("connect", "connect_ex", "sendto")


def inside(host):
    assert host in LOOPBACK, f"a test tried to reach {host}"


def guarded(real):
    def reach(self, *arguments):
        if self.family in (socket.AF_INET, socket.AF_INET6):
            inside(arguments[-1][0])  # the address comes last
        return real(self, *arguments)

    return reach


@pytest.fixture(autouse=True, scope="session")
def only_loopback():
    """No test may reach beyond this machine, nor ask for the address of a name beyond it."""
    look_up = socket.getaddrinfo

    def getaddrinfo(host, *arguments, **more):
        inside(host)
        return look_up(host, *arguments, **more)

    patch = pytest.MonkeyPatch()
    for name in BY_ADDRESS:
        patch.setattr(socket.socket, name, guarded(getattr(socket.socket, name)))
    patch.setattr(socket, "getaddrinfo", getaddrinfo)
    yield
    patch.undo()


@pytest.fixture
def anyio_backend():
    return "asyncio"
