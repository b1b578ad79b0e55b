"""Reads a mail (EML): who wrote it to whom and when, its text, and the files that hang on it.

Source: RFC 5322 (messages), RFC 2045 to 2047 (MIME), RFC 8551 (S/MIME), RFC 3156 (OpenPGP).
"""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from email import policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from typing import Final

from ilson.documents import grid, text, webpage
from ilson.documents.unseen import Unseen
from ilson.domain.document import Block, Document, File, Heading, Paragraph, Table
from ilson.domain.errors import FileBroken, FileLocked, FileTooLarge, IlsonError
from ilson.rulefile import Fields, read_file

DEPTH: Final = 4
"""Mails inside mails."""

FILES: Final = 100
"""Files that hang on one mail."""

_HEADERS: Final = ("from", "to", "cc", "date")
_FIELD = re.compile(rb"^([A-Za-z][A-Za-z0-9-]*):", re.MULTILINE)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_HEAD_BYTES: Final = 65_536  # in which the head is looked for
_MAILED: Final = frozenset(
    {b"mime-version", b"message-id", b"received", b"return-path", b"x-mailer", b"x-originating-ip"}
)
_SIGNATURES: Final = frozenset(
    {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
)
_STYLES: Final = frozenset({"text/css", "text/javascript", "application/javascript"})
"""What a saved page needs to be drawn."""
_LOCKED: Final = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_TEXTS: Final = Path(__file__).parents[1] / "rules" / "texts.ko.yaml"
_KEPT_PARTS: Final = 2000  # of one mail; more are an attack

_Mail = Message
_Read = Callable[[File], Document]


def is_mail(content: bytes, *, named: bool = False) -> bool:
    """Return whether the bytes begin as a mail does: a head that says from whom it is, and its way or its form.

    A file whose name says that it is one needs no more than a head.
    """
    head = _HEAD_END.split(content[:_HEAD_BYTES].removeprefix(codecs.BOM_UTF8), maxsplit=1)[0]
    names = {name.lower() for name in _FIELD.findall(head)}
    begins = head.startswith(b"From ") or bool(_FIELD.match(head))
    return begins and bool(names & _MAILED) and (named or b"from" in names)


def read(content: bytes, unseen: Unseen, opened: _Read) -> Iterator[Block]:
    """Yield the head of a mail, its text, and what the attached files say, each after its name.

    Raises:
        FileBroken: no mail.
        FileLocked: encrypted.
        FileTooLarge: more parts or files than anyone sends.
    """
    mail = BytesParser(policy=policy.compat32).parsebytes(content)
    yield from _mail(mail, unseen, opened, 1)


def _mail(mail: _Mail, unseen: Unseen, opened: _Read, depth: int) -> Iterator[Block]:
    if depth > DEPTH:
        raise FileTooLarge("mails inside mails without end")
    parts = list(_leaves(mail))
    if any(part.get_content_type() in _LOCKED for part in (mail, *parts)):
        raise FileLocked("mail: encrypted")
    if not mail.keys():
        raise FileBroken("mail: no head")
    yield from _head(mail)
    bodies, files = _sorted(parts)
    for part in bodies:
        yield from _body(part, unseen)
    for part in files:
        yield Heading(_name(part) or _words().string(_unnamed(part)), 2)
        yield from _attached(part, unseen, opened, depth)


def _leaves(mail: _Mail) -> Iterator[_Mail]:
    """Yield the parts that hold something; a mail inside is one, whatever it holds.

    Raises:
        FileTooLarge: more than anyone sends.
    """
    waiting = [mail]
    count = 0
    while waiting:
        part = waiting.pop(0)
        count += 1
        if count > _KEPT_PARTS:
            raise FileTooLarge("mail: too many parts")
        inner = part.get_payload()
        if part.is_multipart() and part.get_content_type() != "message/rfc822" and isinstance(inner, list):
            within = [one for one in inner if isinstance(one, Message)]
            waiting[:0] = _best(within) if part.get_content_type() == "multipart/alternative" else within
        else:
            yield part


def _best(alternatives: list[_Mail]) -> list[_Mail]:
    """Return the alternative that keeps tables, or the last: all say the same."""
    pages = [one for one in alternatives if any(part.get_content_type() == "text/html" for part in one.walk())]
    return pages[-1:] or alternatives[-1:]


def _sorted(parts: Iterable[_Mail]) -> tuple[list[_Mail], list[_Mail]]:
    """Return what is shown as the text of a mail, and the files that hang on it; pictures of the text are neither."""
    bodies, files = [], []
    for part in parts:
        shown = part.get_content_disposition() != "attachment"
        if part.get_content_type() in (_SIGNATURES | _STYLES if shown and not _name(part) else _SIGNATURES):
            continue
        if shown and part.get_content_maintype() == "text" and not _name(part):
            bodies.append(part)
        elif not _is_picture_of_text(part, shown=shown):
            files.append(part)
    if len(files) > FILES:
        raise FileTooLarge("mail: too many files")
    return bodies, files


def _is_picture_of_text(part: _Mail, *, shown: bool) -> bool:
    return part.get_content_maintype() == "image" and (shown or part.get("Content-ID") is not None)


def _head(mail: _Mail) -> Iterator[Block]:
    told = {name.lower(): _decoded(value) for name, value in [*mail.raw_items()][::-1]}
    if subject := told.get("subject"):
        yield Heading(subject)
    told["date"] = _when(told.get("date", ""))
    rows = [(_words().string(f"mail.{name}"), told[name]) for name in _HEADERS if told.get(name)]
    if rows:
        yield Table(tuple(rows))


def _when(written: str) -> str:
    """Return a time as people here write it, with its distance from UTC, or as it stands where it is none."""
    try:
        return parsedate_to_datetime(written).strftime("%Y-%m-%d %H:%M %z").strip()
    except (ValueError, TypeError, OverflowError):
        return written


def _body(part: _Mail, unseen: Unseen) -> Iterator[Block]:
    said = _text(part)
    yield from webpage.read(said, unseen) if part.get_content_type() == "text/html" else text.paragraphs(said)


def _attached(part: _Mail, unseen: Unseen, opened: _Read, depth: int) -> Iterator[Block]:
    """Yield what an attached file says, or that it was not read: nobody shall believe that nothing is there."""
    try:
        inner = part.get_payload()
        mails = [one for one in inner if isinstance(one, Message)] if isinstance(inner, list) else []
        if mails:
            for mail in mails:
                yield from _mail(mail, unseen, opened, depth + 1)
        else:
            document = opened(File(_name(part), _bytes(part)))
            unseen.places += document.hidden
            yield from document.blocks
    except IlsonError:
        yield Paragraph(_words().string("mail.unread"))


def _unnamed(part: _Mail) -> str:
    """Return which words stand for the name of a file that has none."""
    return "mail.inner" if part.get_content_type() == "message/rfc822" else "mail.file"


def _name(part: _Mail) -> str:
    name = part.get_filename()
    return _decoded(name) if name else ""


def _bytes(part: _Mail) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(part: _Mail) -> str:
    return _told(_bytes(part), part.get_content_charset() or "")


def _told(content: bytes, charset: str) -> str:
    """Return text in the charset that is named, or in what it is: Korean mails name EUC-KR and mean its extension."""
    try:
        return content.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError, ValueError):
        return text.decode(content) if content else ""


def _decoded(value: object) -> str:
    """Return a field of the head; some write Korean letters there without saying in which charset."""
    written = str(value)
    if any("\udc80" <= sign <= "\udcff" for sign in written):
        said = _told(written.encode("utf-8", "surrogateescape"), "")
    else:
        try:
            pieces = decode_header(written)
        except (ValueError, LookupError, HeaderParseError):
            pieces = [(written, None)]
        said = "".join(
            piece if isinstance(piece, str) else _told(piece, charset or "latin-1") for piece, charset in pieces
        )
    return grid.clean(" ".join(said.split()))


@cache
def _words() -> Fields:
    return read_file(_TEXTS)
