import pytest

from ilson.domain.errors import NotAdmitted
from ilson.domain.official import Caller, Official
from ilson.gate.admit import Gate

PILOT = Official(id="pilot", name="시범", department="부서")


def admitted(address="127.0.0.1", host="127.0.0.1:8600", origin=None):
    return Gate(PILOT).admit(Caller(address, host, origin))


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"])
@pytest.mark.parametrize("host", ["127.0.0.1:8600", "localhost:8600", "localhost", "[::1]:8600"])
def test_this_machine_is_admitted_by_its_own_names(address, host):
    assert admitted(address, host, f"http://{host}") == PILOT


@pytest.mark.parametrize(
    "address", ["10.0.0.5", "192.168.0.7", "::ffff:10.0.0.5", "", "unix", "127.0.0.1.evil.example"]
)
def test_another_machine_is_not(address):
    with pytest.raises(NotAdmitted):
        admitted(address)


@pytest.mark.parametrize(
    "host", ["evil.example", "", "localhost.evil.example", "127.0.0.1.nip.io", "[", "10.0.0.5", "a@b"]
)
def test_another_name_of_this_machine_is_not(host):
    with pytest.raises(NotAdmitted):
        admitted(host=host)


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "",
        "http://127.0.0.1:9999",
        "http://localhost:8600",
        "http://[",
        "127.0.0.1:8600",
    ],
)
def test_a_page_of_another_origin_is_not(origin):
    with pytest.raises(NotAdmitted):
        admitted(origin=origin)
