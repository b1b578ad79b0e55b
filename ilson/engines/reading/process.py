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

MODULE: Final = "ilson.engines.reading.child"


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
            return await self.hear()
        except (asyncio.IncompleteReadError, ConnectionError, OSError):
            raise Crashed from None

    async def hear(self) -> tuple[dict[str, Any], bytes]:
        """Return the next frame that it says.

        Raises:
            ReaderDown: what it says is no frame.
        """
        size = frames.measure(await self.output.readexactly(frames.LENGTH.size))
        header, rest = frames.unpack(await self.output.readexactly(size))
        return header, await self.output.readexactly(rest)

    def alive(self) -> bool:
        """Return whether it can still be asked."""
        return self.process.returncode is None and not self.output.at_eof()

    def kill(self) -> None:
        """End it at once; whatever it was about to say is lost."""
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        self.input.close()


async def start(seconds: float) -> Child:
    """Return a new process that is ready; it ends itself when one request takes longer than this.

    It inherits no environment: the keys of providers are not for a process that opens files of strangers.

    Raises:
        ReaderDown: it cannot be started, or is not ready in time.
    """
    limit = str(int(seconds) + 5)
    command = (sys.executable, "-I", "-m", MODULE, limit)
    try:
        process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env={})
    except OSError as error:
        message = f"the reading process cannot be started: {type(error).__name__}"
        raise ReaderDown(message) from None
    if process.stdin is None or process.stdout is None:
        raise ReaderDown("the reading process has no pipes")
    child = Child(process, process.stdout, process.stdin)
    try:
        async with asyncio.timeout(seconds):
            await child.hear()
    except (asyncio.IncompleteReadError, ConnectionError, TimeoutError):
        child.kill()
        raise ReaderDown("the reading process did not become ready") from None
    except BaseException:
        child.kill()
        raise
    return child
