"""One reading process, as the server sees it."""

import asyncio
import contextlib
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ilson.domain.errors import ReaderDown
from ilson.engines.reading import frames

COMMAND: Final = (sys.executable, "-I", "-m", "ilson.engines.reading.child")

ENVIRONMENT: Final = {"RAYON_NUM_THREADS": "2", "MALLOC_ARENA_MAX": "2"}
"""What the process is told: on a machine of many cores each thread would take its part of the limit of memory."""

PATIENCE_SECONDS: Final = 5
"""Seconds after the limit of a request; a process whose server is gone ends itself then."""


class Crashed(Exception):
    """The process ended in the middle of a request."""


@dataclass(frozen=True, slots=True)
class Child:
    """A process and its pipes; it takes one request at a time."""

    process: Process
    output: asyncio.StreamReader
    input: asyncio.StreamWriter

    async def ask(self, header: Mapping[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
        """Return the header and the body of its answer.

        Raises:
            Crashed: it ended before it had answered.
        """
        try:
            self.input.write(frames.pack(header, body))
            self.input.write(body)
            await self.input.drain()
        except OSError:
            raise Crashed from None
        return await self.hear()

    async def hear(self) -> tuple[dict[str, Any], bytes]:
        """Return the next frame that it says; the first says that it is ready.

        Raises:
            Crashed: it ended before it had said one.
            ReaderDown: what it says is no frame.
        """
        try:
            size = frames.measure(await self.output.readexactly(frames.LENGTH.size))
            header, rest = frames.unpack(await self.output.readexactly(size))
            return header, await self.output.readexactly(rest)
        except (asyncio.IncompleteReadError, OSError):
            raise Crashed from None

    def alive(self) -> bool:
        """Return whether it can still be asked."""
        return self.process.returncode is None and not self.output.at_eof()

    def kill(self) -> None:
        """End it at once; whatever it was about to say is lost."""
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        self.input.close()


async def spawn(seconds: float) -> Child:
    """Return a new process, not ready yet; it ends itself some time after one request has taken this long.

    It gets ENVIRONMENT and inherits none: the keys of providers are not for a process that opens files of strangers.

    Raises:
        ReaderDown: it cannot be started.
    """
    limit = str(int(seconds) + PATIENCE_SECONDS)
    try:
        process = await asyncio.create_subprocess_exec(
            *COMMAND, limit, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=ENVIRONMENT
        )
    except OSError as error:
        message = f"the reading process cannot be started: {type(error).__name__}"
        raise ReaderDown(message) from None
    if process.stdin is None or process.stdout is None:
        raise ReaderDown("the reading process has no pipes")
    return Child(process, process.stdout, process.stdin)
