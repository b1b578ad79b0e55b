"""A real PostgreSQL of its own, in a folder of its own, on a free loopback port; it must be installed."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

SYSTEM_USER = "postgres"  # PostgreSQL refuses to run as root


def _program(name):
    newest = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    found = str(newest[-1]) if newest else shutil.which(name)
    assert found, f"PostgreSQL's {name} is missing; ./dev test installs it"
    return found


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def postgres():
    """Yield the address of an empty database."""
    with tempfile.TemporaryDirectory(prefix="ilson-postgres-") as folder:
        yield from _run(Path(folder))


def _run(folder):
    runs_as = {}
    if os.geteuid() == 0:
        entry = pwd.getpwnam(SYSTEM_USER)
        runs_as = {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
        os.chown(folder, entry.pw_uid, entry.pw_gid)
    data, port = folder / "data", _free_port()

    def run(program, *arguments):
        subprocess.run(
            [_program(program), *arguments],
            cwd=folder,
            check=True,
            stdout=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            **runs_as,
        )

    run("initdb", "-D", str(data), "-U", "ilson", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories='' -c fsync=off"
    run("pg_ctl", "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        yield f"postgresql://ilson@127.0.0.1:{port}/postgres"
    finally:
        run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
