"""Opens a compound file (HWP 5, old Office files, encrypted Office files) in memory.

Source: Microsoft, [MS-CFB].
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass

import olefile  # type: ignore[import-untyped]

from ilson.documents import limits
from ilson.domain.errors import FileBroken, FileTooLarge


@dataclass(frozen=True, slots=True)
class Compound:
    """The streams of one compound file, by their path with slashes."""

    streams: Mapping[str, bytes]

    def read(self, name: str) -> bytes:
        """Return one stream, in bytes.

        Raises:
            FileBroken: it is missing.
        """
        if name not in self.streams:
            raise FileBroken("a stream of the compound file is missing")
        return self.streams[name]


def unfold(content: bytes) -> Compound:
    """Return the compound file in these bytes.

    Raises:
        FileBroken: damaged, or streams of more bytes than the file itself has: cut off, or streams that share sectors.
        FileTooLarge: too many streams.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(content), raise_defects=olefile.DEFECT_FATAL) as ole:
            paths: list[list[str]] = ole.listdir()
            if len(paths) > limits.MEMBERS:
                raise FileTooLarge("the compound file has too many streams")
            if sum(ole.get_size(path) for path in paths) > len(content):
                raise FileBroken("the streams of the compound file have more bytes than the file")
            return Compound({"/".join(path): ole.openstream(path).read() for path in paths})
    except (OSError, ValueError, IndexError, TypeError) as error:
        message = f"compound file: {type(error).__name__}"
        raise FileBroken(message) from None
