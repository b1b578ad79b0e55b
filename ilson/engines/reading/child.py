"""The process that opens and makes office files: it reads requests from its input and writes answers to its output.

It may crash or hang on a hostile file without harm. It can write nothing to disk, leaves no core dump, has a limit of
memory, and ends itself when a request takes too long or none comes.
"""

import contextlib
import os
import resource
import signal
import sys
from collections.abc import Callable
from typing import Any, BinaryIO, Final

import orjson

from ilson.documents.official.comparison.write import write_comparison
from ilson.documents.official.render import render
from ilson.documents.read import read
from ilson.documents.segments.rewrite import segments, write_back
from ilson.documents.wire import from_json, to_json
from ilson.domain.document import File
from ilson.domain.errors import IlsonError
from ilson.domain.official_rule import Look
from ilson.engines.reading import frames

MEMORY_BYTES: Final = 2 * 1024**3
"""Address space of the process."""

WORN_KIBIBYTES: Final = 400 * 1024
"""Memory after which the process offers to be replaced: what a large file took is never given back."""

IDLE_SECONDS: Final = 600
"""Seconds after which an unused process ends."""


def main() -> None:
    """Answer requests until the input ends; the first argument is the limit for one request, in seconds."""
    seconds = int(sys.argv[1])
    answers = _private_output()
    _restrict()
    with answers, contextlib.suppress(EOFError, BrokenPipeError):
        _send(answers, {"ready": True})
        while True:
            signal.alarm(IDLE_SECONDS)
            header, body = _receive(sys.stdin.buffer)
            signal.alarm(seconds)
            _send(answers, *_answer(header, body))


def _private_output() -> BinaryIO:
    """Return the output for answers alone; what a library prints goes where errors go, which is nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _restrict() -> None:
    limits = (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),  # no file can grow: nothing of a document reaches a disk
        (resource.RLIMIT_AS, MEMORY_BYTES),
    )
    for limit, most in limits:
        with contextlib.suppress(ValueError, OSError):  # macOS refuses a limit of address space
            resource.setrlimit(limit, (most, most))


def _receive(source: BinaryIO) -> tuple[dict[str, Any], bytes]:
    head = _exactly(source, frames.measure(_exactly(source, frames.LENGTH.size)))
    header, size = frames.unpack(head)
    return header, _exactly(source, size)


def _exactly(source: BinaryIO, size: int) -> bytes:
    data = source.read(size)
    if len(data) < size:
        raise EOFError
    return data


def _send(answers: BinaryIO, header: dict[str, Any], body: bytes = b"") -> None:
    answers.write(frames.pack(header, body))
    answers.write(body)
    answers.flush()


def _answer(header: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    tasks: dict[str, Callable[[dict[str, Any], bytes], bytes]] = {
        "read": _read,
        "render": _render,
        "compare": _compare,
        "segments": _segments,
        "rewrite": _rewrite,
    }
    try:
        answer = tasks[header["do"]](header, body)
    except IlsonError as error:
        return {"error": error.code, "message": str(error), "worn": _worn()}, b""
    except Exception as error:  # noqa: BLE001 - the server must learn that it failed, and nothing of the content
        return {"error": "unexpected", "message": type(error).__name__, "worn": _worn()}, b""
    return {"worn": _worn()}, answer


def _read(header: dict[str, Any], body: bytes) -> bytes:
    return orjson.dumps(to_json(read(File(header["name"], body))))


def _render(header: dict[str, Any], body: bytes) -> bytes:
    look = header["look"]
    return render(orjson.loads(body), header["kind"], Look(**{**look, "marks": tuple(look["marks"])}))


def _compare(header: dict[str, Any], body: bytes) -> bytes:
    sides = orjson.loads(body)
    old, new = from_json(sides["old"]), from_json(sides["new"])
    return write_comparison(old, new, header["kind"], every=header["every"], full=header["full"])


def _segments(_header: dict[str, Any], body: bytes) -> bytes:
    return orjson.dumps(segments(body))


def _rewrite(header: dict[str, Any], body: bytes) -> bytes:
    end = header["file"]
    return write_back(body[:end], orjson.loads(body[end:]))


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


INHERITED_KIBIBYTES: Final = _peak()
"""What the peak was before the first request: on Linux a process begins with the peak of the one that started it."""


def _worn() -> bool:
    return _peak() > max(WORN_KIBIBYTES, INHERITED_KIBIBYTES)


if __name__ == "__main__":
    main()
