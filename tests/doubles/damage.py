"""Damages files: bytes, the ends, the members of packages, the tags of XML, the streams of compound files."""

import io
import re
import zipfile
import zlib

import olefile
from doubles.office_files import compound, zipped

_TAG = re.compile(rb"<[^>]*>")
_NUMBER = re.compile(rb'="\d+"')
_MOST = 64 * 1024 * 1024  # bytes of a stream


def damaged(content, chance):
    """Return the file damaged in one of the ways that its kind knows."""
    ways = [_bytes, _bytes, _cut]
    if content.startswith(b"PK"):
        ways += [_member, _member, _members]
    elif content.startswith(b"\xd0\xcf\x11\xe0"):
        ways += [_stream, _stream]
    elif content.lstrip().startswith(b"<"):
        ways += [_xml, _xml]
    return chance.choice(ways)(content, chance) or b"x"


def _bytes(content, chance):
    """Return the bytes with some flipped, cut out, doubled or overwritten."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        if len(data) < 2:
            break
        place = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data[place] = chance.randrange(256)
            case 1:
                del data[place : place + chance.randint(1, 40)]
            case 2:
                data[place:place] = data[place : place + chance.randint(1, 40)]
            case 3:
                data[place : place + 4] = chance.choice([b"\xff\xff\xff\xff", b"\0\0\0\0", b"\0\0\0\x80"])
    return bytes(data)


def _cut(content, chance):
    return content[: chance.randrange(1, max(len(content), 2))]


def _xml(content, chance):
    """Return XML with a tag missing, doubled or moved, or with a huge or negative number."""
    tags = list(_TAG.finditer(content))
    numbers = list(_NUMBER.finditer(content))
    if not tags:
        return _bytes(content, chance)
    tag, other = chance.choice(tags), chance.choice(tags)
    match chance.randrange(5):
        case 0:
            return content[: tag.start()] + content[tag.end() :]
        case 1:
            return content[: tag.end()] + tag[0] * chance.choice([1, 1000]) + content[tag.end() :]
        case 2:
            return content[: tag.start()] + other[0] + content[tag.end() :]
        case 3 if numbers:
            number = chance.choice(numbers)
            value = chance.choice([b"-1", b"0", b"4294967296", b"99999999999999999999", b"x"])
            return content[: number.start()] + b'="' + value + b'"' + content[number.end() :]
        case _:
            return _bytes(content, chance)


def _member(content, chance):
    """Return a package in which one member is damaged and the package itself is whole."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, RuntimeError, zlib.error):
        return _bytes(content, chance)
    name = chance.choice([*members])
    inner = members[name]
    ways = [_cut, _bytes, *([_xml, _xml] if inner.lstrip().startswith(b"<") else [])]
    return zipped(members | {name: chance.choice(ways)(inner, chance)} if inner else members)


def _members(content, chance):
    """Return a package in which a member is missing, or one has the content of another."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, RuntimeError, zlib.error):
        return _cut(content, chance)
    name, other = chance.choice([*members]), chance.choice([*members])
    if chance.random() < 0.5:
        del members[name]
        return zipped(members)
    return zipped(members | {name: members[other]})


def _stream(content, chance):
    """Return a compound file in which one stream is damaged, after it was inflated, and the file itself is whole."""
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole:
            streams = {tuple(path): ole.openstream(path).read() for path in ole.listdir()}
    except OSError:
        return _bytes(content, chance)
    name = chance.choice([*streams])
    streams[name] = _inflated(streams[name], chance)
    return compound(streams)


def _inflated(data, chance):
    try:
        plain = zlib.decompressobj(-zlib.MAX_WBITS).decompress(data, _MOST)
    except zlib.error:
        return _bytes(data or b"\0\0", chance)
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(_bytes(plain or b"\0\0", chance)) + packer.flush()
