"""Reads server-sent events from bytes as they arrive.

Source: WHATWG HTML, 9.2 Server-sent events.
"""

from collections.abc import AsyncIterable, AsyncIterator
from typing import Final

from ilson.domain.errors import ModelBrokeOff

MAX_EVENT: Final = 4 * 1024 * 1024  # bytes; more in one event is no answer


async def events(chunks: AsyncIterable[bytes]) -> AsyncIterator[bytes]:
    """Yield the data of each event; comments and other fields are passed over, a half line at the end is dropped.

    Raises:
        ModelBrokeOff: one event is larger than 4 MiB.
    """
    rest = b""
    data: list[bytes] = []
    async for chunk in chunks:
        rest += chunk
        if len(rest) > MAX_EVENT:
            raise ModelBrokeOff("one event is larger than 4 MiB")
        *lines, rest = rest.split(b"\n")
        for raw in lines:
            line = raw.removesuffix(b"\r")
            if line.startswith(b"data:"):
                data.append(line[5:].removeprefix(b" "))
            elif not line and data:
                yield b"\n".join(data)
                data = []
    if rest.startswith(b"data:") and rest.rstrip().endswith((b"}", b"]")):  # whole, though the last line is not ended
        data.append(rest[5:].strip())
    if data:
        yield b"\n".join(data)
