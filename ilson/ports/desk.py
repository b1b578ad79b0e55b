"""The socket for the process that opens and makes office files."""

from collections.abc import Mapping
from typing import Any, Protocol

from ilson.domain.document import Document, File
from ilson.domain.official_rule import Look


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
