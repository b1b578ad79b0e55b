"""Puts changed members into a package and copies all others as they are, byte for byte."""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from zipfile import ZIP_STORED, ZipInfo

from ilson.documents.package import Package
from ilson.domain.errors import FileBroken

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_END_MARK: Final = b"PK\x05\x06"
_SIZES_FOLLOW: Final = 0x8  # bit 3 of the flags: the sizes stand after the data


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of the list at the end of a package, as it is written."""

    fields: tuple[int, ...]
    names: bytes


def repack(content: bytes, package: Package, changed: Mapping[str, bytes]) -> bytes:
    """Return the package with these members changed; the order, the names and all other members stay.

    Source: APPNOTE.TXT 6.3 (PKWARE), 4.3.

    Raises:
        FileBroken: the list of members is not where it should be.
    """
    members = package.archive.infolist()
    wanted = {id(package.archive.getinfo(name)): data for name, data in changed.items()}
    try:
        entries = _entries(content, package.archive.start_dir, len(members))
        pieces = [
            _changed(content, member, wanted[id(member)]) if id(member) in wanted else (_copied(content, member), None)
            for member in members
        ]
    except struct.error:
        raise FileBroken("the list of members is damaged") from None
    made = bytearray()
    listed = bytearray()
    for entry, (piece, facts) in zip(entries, pieces, strict=True):
        listed += _listed(entry, len(made), facts)
        made += piece
    end = _END.pack(_END_MARK, 0, 0, len(members), len(members), len(listed), len(made), 0)
    return bytes(made + listed + end)


def _entries(content: bytes, start: int, count: int) -> list[_Entry]:
    entries: list[_Entry] = []
    for _ in range(count):
        _, *fields = _CENTRAL.unpack_from(content, start)
        names = start + _CENTRAL.size
        start = names + fields[9] + fields[10] + fields[11]
        entries.append(_Entry(tuple(fields), content[names:start]))
    return entries


def _copied(content: bytes, member: ZipInfo) -> bytes:
    """Return a member with its head and what may follow it, as it is written."""
    head = _LOCAL.unpack_from(content, member.header_offset)
    end = member.header_offset + _LOCAL.size + head[9] + head[10] + member.compress_size
    if head[2] & _SIZES_FOLLOW:
        end += 16 if content[end : end + 4] == b"PK\x07\x08" else 12
    return content[member.header_offset : end]


def _changed(content: bytes, member: ZipInfo, data: bytes) -> tuple[bytes, tuple[int, int, int]]:
    """Return a member with other data, and its checksum and its sizes: packed and unpacked, in bytes."""
    mark, version, flags, method, *when, _, _, _, name, extra = _LOCAL.unpack_from(content, member.header_offset)
    names = content[member.header_offset + _LOCAL.size :][: name + extra]
    packed = data if method == ZIP_STORED else _deflated(data)
    facts = zlib.crc32(data), len(packed), len(data)
    head = _LOCAL.pack(mark, version, flags & ~_SIZES_FOLLOW, method, *when, *facts, name, extra)
    return head + names + packed, facts


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def _listed(entry: _Entry, offset: int, facts: tuple[int, int, int] | None) -> bytes:
    fields = [*entry.fields[:-1], offset]
    if facts is not None:
        fields[2] &= ~_SIZES_FOLLOW
        fields[6:9] = facts
    return _CENTRAL.pack(b"PK\x01\x02", *fields) + entry.names
