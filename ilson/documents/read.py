"""Reads one office file, in memory, whatever its name says."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from ilson.documents import docx, hwp, hwpx, limits, pdf, pptx, text, webpage, xlsx, xlsx_looks
from ilson.documents.compound import unfold
from ilson.documents.package import unpack
from ilson.documents.unseen import Unseen
from ilson.domain.document import Block, Document, File
from ilson.domain.errors import FileBroken, FileEmpty, FileLocked, FileTooLarge, FileUnknown, IlsonError

_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PDF: Final = b"%PDF-"
_PDF_WITHIN: Final = 1024  # bytes; readers tolerate that much before the mark
_WRAPPED: Final = (b"DRMONE", b"SCDSA", b"<DOCUMENT SAFER", b"MarkAny")
_WRAPPED_WITHIN: Final = 64  # bytes
_NO_TEXT: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"HWP Document File")

_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)

_Parts = tuple[str, Iterable[Block], int | None]


def read(file: File) -> Document:
    """Return what the file says.

    Raises:
        FileTooLarge: more bytes, members, places or characters than the limits.
        FileUnknown: a kind of file that nothing here reads.
        FileLocked: a password, a distribution lock or a DRM wrapper protects it.
        FileBroken: damaged, or not what it says it is.
        FileEmpty: no bytes, or no text: pictures or shapes only.
    """
    if len(file.content) > limits.FILE_BYTES:
        raise FileTooLarge("more bytes than the limit")
    unseen = Unseen()
    try:
        kind, found, pages = _open(file, unseen)
        blocks = limits.within(found)
    except IlsonError:
        raise
    except MemoryError:
        raise FileTooLarge("the file needs more memory than the limit") from None
    except Exception as error:  # noqa: BLE001 - any parser may raise anything on a damaged file
        message = f"{type(error).__module__}.{type(error).__name__}"
        raise FileBroken(message) from None
    if not blocks:
        message = f"{kind}: no text"
        raise FileEmpty(message)
    return Document(file.name, kind, blocks, pages, unseen.places)


def _open(file: File, unseen: Unseen) -> _Parts:
    """Return kind, blocks and number of pages; what the bytes begin with decides, the name is only a hint."""
    content = file.content
    if not content.strip(b"\x00 \t\r\n"):
        raise FileEmpty("no content")
    if any(mark in content[:_WRAPPED_WITHIN] for mark in _WRAPPED):
        raise FileLocked("wrapped by a DRM product")
    if content.startswith(_COMPOUND):
        return _open_compound(content, unseen)
    if content.startswith(_ZIP):
        return _open_package(content, unseen)
    if _PDF in content[:_PDF_WITHIN]:
        return ("pdf", *pdf.read(content, unseen))
    if content.startswith(_NO_TEXT):
        raise FileUnknown("a kind of file that is not read")
    return _open_text(file, unseen)


def _open_compound(content: bytes, unseen: Unseen) -> _Parts:
    compound = unfold(content)
    if "EncryptedPackage" in compound.streams:
        raise FileLocked("an encrypted office file")
    if "FileHeader" in compound.streams:
        return "hwp", hwp.read(compound, unseen), None
    if {"Workbook", "Book"} & compound.streams.keys():
        return "xlsx", xlsx.read(content, {}, unseen), None
    raise FileUnknown("a compound file of another kind")


def _open_package(content: bytes, unseen: Unseen) -> _Parts:
    package = unpack(content)
    if any(name.lower().startswith("contents/") for name in package.names):
        return "hwpx", hwpx.read(package, unseen), None
    if "word/document.xml" in package.names:
        return "docx", docx.read(package, unseen), None
    if any(name in package.names for name in ("xl/workbook.xml", "xl/workbook.bin")):
        xlsx.check(package)
        return "xlsx", xlsx.read(content, xlsx_looks.looks(package), unseen), None
    if pptx.PRESENTATION in package.names:
        return ("pptx", *pptx.read(package, unseen))
    raise FileUnknown("a package of another kind")


def _open_text(file: File, unseen: Unseen) -> _Parts:
    page = partial(webpage.read, unseen=unseen)
    readers: dict[str, tuple[str, Callable[[str], Iterable[Block]]]] = {
        "csv": ("csv", text.separated),
        "tsv": ("csv", text.separated),
        "htm": ("html", page),
        "html": ("html", page),
        "md": ("md", text.markdown),
        "markdown": ("md", text.markdown),
    }
    if _PAGE.match(file.content):
        return "html", page(text.decode(file.content)), None
    ending = file.name.rpartition(".")[2].lower()
    kind, reader = readers.get(ending, ("txt", text.paragraphs))
    return kind, reader(text.decode(file.content)), None
