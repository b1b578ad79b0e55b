"""Opens and makes office files in processes of their own, so that no file can harm the server."""

import asyncio
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

import orjson
from anyio import to_thread

from ilson.documents import limits
from ilson.documents.wire import NAME_CHARACTERS, from_json, to_json
from ilson.domain.document import Document, File
from ilson.domain.errors import (
    BadRequest,
    DraftIncomplete,
    FileArchive,
    FileBroken,
    FileEmpty,
    FileLocked,
    FileOld,
    FilePicture,
    FileTooLarge,
    FileUnknown,
    IlsonError,
    ReaderDown,
    TooLong,
)
from ilson.domain.official_rule import Look
from ilson.domain.segment import Segment, Segmented
from ilson.engines.reading.process import Child, Crashed, spawn

PROCESSES: Final = 2
"""Processes at most; each takes one request at a time, the others wait."""

SECONDS: Final = 60.0
"""Seconds that one request may take."""

_ATTEMPTS: Final = 2
_KNOWN: Final = (
    BadRequest,
    DraftIncomplete,
    FileArchive,
    FileBroken,
    FileEmpty,
    FileLocked,
    FileOld,
    FilePicture,
    FileTooLarge,
    FileUnknown,
    TooLong,
)


class ProcessDesk:
    """A desk whose processes start at first use and are replaced when they crash, hang or are left alone."""

    def __init__(self, *, size: int = PROCESSES, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._places = asyncio.Semaphore(size)
        self._idle: list[Child] = []
        self._leaving: set[asyncio.Task[int]] = set()

    async def read(self, file: File) -> Document:
        """Return what the file says.

        Raises:
            FileTooLarge, FileUnknown, FileLocked, FileEmpty and those below them: the official can act.
            FileBroken: damaged, or the process crashed on it twice.
            ReaderDown: the process failed or took too long.
        """
        answer = await self._open(file, {"do": "read", "name": _name(file)}, file.content)
        return await to_thread.run_sync(_document, answer)  # seconds for a large one: the others must not wait

    async def render(self, draft: Mapping[str, Any], kind: str, look: Look) -> bytes:
        """Return the official document as a file of this kind (hwpx), laid out as the look says.

        Raises:
            DraftIncomplete: a needed field is missing.
            BadRequest: the draft has not the agreed form.
            ReaderDown: the process failed or took too long.
        """
        try:
            body = await to_thread.run_sync(orjson.dumps, dict(draft))
            return await self._ask({"do": "render", "kind": kind, "look": asdict(look)}, body)
        except Crashed:
            raise ReaderDown("the process crashed twice on a draft") from None

    async def compare(self, old: Document, new: Document, kind: str, *, every: bool, full: bool) -> bytes:
        """Return two versions side by side, as JSON or as a file of this kind.

        Raises:
            BadRequest: no such kind.
            ReaderDown: the process failed or took too long.
        """
        try:
            body = await to_thread.run_sync(_sides, old, new)
            return await self._ask({"do": "compare", "kind": kind, "every": every, "full": full}, body)
        except Crashed:
            raise ReaderDown("the process crashed twice on a comparison") from None

    async def segments(self, file: File) -> Segmented:
        """Return the visible text of an HWPX or a DOCX, paragraph by paragraph.

        Raises:
            FileTooLarge, FileUnknown, FileLocked: the official can act.
            FileBroken: damaged, or the process crashed on it twice.
            ReaderDown: the process failed or took too long.
        """
        answer = await self._open(file, {"do": "segments"}, file.content)
        return await to_thread.run_sync(_segmented, answer)

    async def rewrite(self, file: File, texts: Mapping[str, str]) -> bytes:
        """Return the file with other texts, by the ids of their segments; all else stays byte for byte.

        Raises:
            FileTooLarge, FileUnknown, FileLocked: the official can act.
            FileBroken: damaged, or the process crashed on it twice.
            ReaderDown: the process failed or took too long.
        """
        body = await to_thread.run_sync(_with_texts, file, texts)
        return await self._open(file, {"do": "rewrite", "file": len(file.content)}, body)

    async def aclose(self) -> None:
        """End all processes; a later request starts new ones."""
        while self._idle:
            self._dismiss(self._idle.pop())
        await asyncio.gather(*self._leaving)

    async def _open(self, file: File, header: Mapping[str, Any], body: bytes) -> bytes:
        """Ask for something that needs the file opened."""
        if len(file.content) > limits.FILE_BYTES:
            raise FileTooLarge("more bytes than the limit")
        try:
            return await self._ask(header, body)
        except Crashed:
            raise FileBroken("the reading process crashed twice on this file") from None

    async def _ask(self, header: Mapping[str, Any], body: bytes) -> bytes:
        async with self._places:
            for attempt in range(1, _ATTEMPTS + 1):
                try:
                    return await self._ask_once(header, body)
                except Crashed:
                    if attempt == _ATTEMPTS:
                        raise
        raise ReaderDown("no attempt was made")

    async def _ask_once(self, header: Mapping[str, Any], body: bytes) -> bytes:
        """Ask one process; only one that has answered to the end may be asked again.

        A process whose answer nobody waits for is ended: the next request must never get it.
        """
        child = await self._take()
        try:
            async with asyncio.timeout(self._seconds):
                head, answer = await child.ask(header, body)
        except TimeoutError:
            self._dismiss(child)
            raise ReaderDown("the reading process took too long") from None
        except BaseException:
            self._dismiss(child)
            raise
        if head.get("worn"):
            self._dismiss(child)
        else:
            self._idle.append(child)
        if "error" in head:
            raise _error(head)
        return answer

    async def _take(self) -> Child:
        while self._idle:
            child = self._idle.pop()
            if child.alive():
                return child
            self._dismiss(child)
        child = await spawn(self._seconds)
        try:
            async with asyncio.timeout(self._seconds):
                await child.hear()
        except (Crashed, TimeoutError):
            self._dismiss(child)
            raise ReaderDown("the reading process did not become ready") from None
        except BaseException:
            self._dismiss(child)
            raise
        return child

    def _dismiss(self, child: Child) -> None:
        """End a process without waiting for it: a cancelled request must not wait for anything."""
        child.kill()
        task = asyncio.create_task(child.process.wait())
        self._leaving.add(task)
        task.add_done_callback(self._leaving.discard)


def _name(file: File) -> str:
    """Return the name short enough and without lone surrogates, which no JSON can carry."""
    return file.name[:NAME_CHARACTERS].encode("utf-8", "replace").decode()


def _document(answer: bytes) -> Document:
    return from_json(orjson.loads(answer))


def _sides(old: Document, new: Document) -> bytes:
    return orjson.dumps({"old": to_json(old), "new": to_json(new)})


def _segmented(answer: bytes) -> Segmented:
    found = orjson.loads(answer)
    return Segmented(**{**found, "segments": tuple(Segment(**segment) for segment in found["segments"])})


def _with_texts(file: File, texts: Mapping[str, str]) -> bytes:
    """Return the file, and behind it the texts; a lone surrogate, which no JSON can carry, is left out."""
    said = {key: text.encode("utf-8", "ignore").decode() for key, text in texts.items()}
    return file.content + orjson.dumps(said)


def _error(head: Mapping[str, Any]) -> IlsonError:
    message = str(head.get("message", ""))
    return next((known(message) for known in _KNOWN if known.code == head["error"]), ReaderDown(message))
