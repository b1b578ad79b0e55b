"""The socket for the process that opens and makes office files."""

from collections.abc import Mapping
from typing import Any, Protocol

from ilson.domain.document import Document, File
from ilson.domain.official_rule import Look
from ilson.domain.segment import Segmented


class Desk(Protocol):
    """Opens and makes office files, away from the server's own memory."""

    async def read(self, file: File) -> Document:
        """Return what the file says.

        Raises:
            FileTooLarge, FileUnknown, FileLocked, FileBroken, FileEmpty: the official can act.
            ReaderDown: the process failed or took too long.
        """
        ...

    async def render(self, draft: Mapping[str, Any], kind: str, look: Look) -> bytes:
        """Return the official document as a file of this kind (hwpx), laid out as the look says.

        Raises:
            DraftIncomplete: a needed field is missing.
            ReaderDown: the process failed or took too long.
        """
        ...

    async def compare(self, old: Document, new: Document, kind: str, *, every: bool, full: bool) -> bytes:
        """Return two versions side by side, as JSON or as a file of this kind.

        `every` shows what is the same too; `full` writes it out instead of dashes.

        Raises:
            BadRequest: no such kind.
            ReaderDown: the process failed or took too long.
        """
        ...

    async def segments(self, file: File) -> Segmented:
        """Return the visible text of an HWPX or a DOCX, paragraph by paragraph.

        Raises:
            FileTooLarge, FileUnknown, FileLocked, FileBroken: the official can act.
            ReaderDown: the process failed or took too long.
        """
        ...

    async def rewrite(self, file: File, texts: Mapping[str, str]) -> bytes:
        """Return the file with other texts, by the ids of their segments; all else stays byte for byte.

        Raises:
            FileTooLarge, FileUnknown, FileLocked, FileBroken: the official can act.
            ReaderDown: the process failed or took too long.
        """
        ...
