import asyncio
import socket

import pytest

BEYOND = ("192.0.2.1", 9)  # reserved for documentation: nobody is there


def by_socket(kind, *call):
    with socket.socket(type=kind) as reaching:
        reaching.settimeout(0.1)
        getattr(reaching, call[0])(*call[1:])


@pytest.mark.parametrize(
    "reach",
    [
        pytest.param(lambda: by_socket(socket.SOCK_STREAM, "connect", BEYOND), id="connect"),
        pytest.param(lambda: by_socket(socket.SOCK_STREAM, "connect_ex", BEYOND), id="connect_ex"),
        pytest.param(lambda: by_socket(socket.SOCK_DGRAM, "sendto", b"", BEYOND), id="sendto"),
        pytest.param(lambda: by_socket(socket.SOCK_DGRAM, "sendto", b"", 0, BEYOND), id="sendto with flags"),
        pytest.param(lambda: socket.create_connection(BEYOND, 0.1), id="create_connection"),
        pytest.param(lambda: socket.getaddrinfo("beyond.invalid", 80), id="a name"),
        pytest.param(lambda: asyncio.run(asyncio.open_connection(*BEYOND)), id="asyncio"),
    ],
)
def test_no_test_reaches_beyond_this_machine(reach):
    with pytest.raises(AssertionError, match="a test tried to reach"):
        reach()


def test_this_machine_may_be_reached():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as reached:
        assert reached.getpeername() == server.getsockname()
