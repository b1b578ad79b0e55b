"""Opens a ZIP package (HWPX, DOCX, XLSX) in memory, within limits."""

import io
import zipfile
from dataclasses import dataclass
from typing import Final

from ilson.documents import limits
from ilson.domain.errors import FileBroken, FileLocked, FileTooLarge

_ENCRYPTED: Final = 0x1  # bit 0 of a member's general purpose flags


@dataclass(frozen=True, slots=True)
class Package:
    """The members of one package, unpacked only when they are asked for."""

    archive: zipfile.ZipFile
    names: tuple[str, ...]

    def read(self, name: str) -> bytes:
        """Return one member, in bytes.

        Raises:
            FileBroken: it is missing or damaged.
            FileTooLarge: it unpacks to more than the limit.
        """
        if name not in self.names:
            raise FileBroken("a member of the package is missing")
        if self.archive.getinfo(name).file_size > limits.MEMBER_BYTES:
            raise FileTooLarge("a member of the package is too large")
        return self.archive.read(name)


def unpack(content: bytes) -> Package:
    """Return the package in these bytes.

    Raises:
        FileBroken: no ZIP, or a damaged one.
        FileLocked: its members are encrypted.
        FileTooLarge: too many members, too many bytes, or a member that grows suspiciously.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        message = f"ZIP: {type(error).__name__}"
        raise FileBroken(message) from None
    members = archive.infolist()
    if len(members) > limits.MEMBERS or sum(member.file_size for member in members) > limits.UNPACKED_BYTES:
        raise FileTooLarge("the package unpacks to too much")
    if any(_grows(member) for member in members):
        raise FileTooLarge("a member of the package grows suspiciously")
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise FileLocked("the members of the package are encrypted")
    return Package(archive, tuple(archive.namelist()))


def _grows(member: zipfile.ZipInfo) -> bool:
    large = member.file_size > limits.RATIO_FLOOR_BYTES
    return large and member.file_size > limits.MEMBER_RATIO * max(member.compress_size, 1)
