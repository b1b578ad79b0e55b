"""Reads one office file, in memory, whatever its name says."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from ilson.documents import (
    docx,
    hml,
    hwp,
    hwpx,
    limits,
    mail,
    odf,
    pdf,
    pptx,
    text,
    tree,
    webpage,
    xlsx,
    xlsx_boxes,
    xlsx_looks,
)
from ilson.documents.compound import unfold
from ilson.documents.package import unpack
from ilson.documents.unseen import Unseen
from ilson.domain.document import Block, Document, File
from ilson.domain.errors import (
    FileArchive,
    FileBroken,
    FileEmpty,
    FileLocked,
    FileOld,
    FilePicture,
    FileTooLarge,
    FileUnknown,
    IlsonError,
)

_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PDF: Final = b"%PDF-"
_PDF_WITHIN: Final = 1024  # bytes; readers tolerate that much before the mark
_WRAPPED: Final = (b"DRMONE", b"SCDSA", b"<DOCUMENT SAFER", b"MarkAny")
_WRAPPED_WITHIN: Final = 64  # bytes
_OLD: Final = (b"{\\rtf", b"HWP Document File V")
_ARCHIVES: Final = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x1f\x8b\x08", b"ALZ\x01", b"EGGA")
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"\xd7\xcd\xc6\x9a")
_OLD_STREAMS: Final = frozenset({"WordDocument", "PowerPoint Document", "__properties_version1.0"})
_PACKAGED: Final = frozenset({"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF", "META-INF/container.xml"})
_HEAD_BYTES: Final = 4096  # in which the root of an XML file is looked for

_HML = re.compile(rb"<HWPML[\s>]")
_FLAT = re.compile(rb"<office:document[\s>]")
_BEFORE: Final = rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
_PAGE = re.compile(_BEFORE + rb"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE | re.DOTALL)
_PART_OF_PAGE = re.compile(_BEFORE + rb"<(?:head|meta|title|style|body|table|div)[\s>]", re.IGNORECASE | re.DOTALL)
_PAGED: Final = frozenset({"xls", "xlsx", "doc", "docx", "hwp"})  # names that old systems give to pages
_OLD_XML = re.compile(
    rb"<\?mso-application|schemas-microsoft-com:office:spreadsheet|schemas\.microsoft\.com/office/word/2003"
)
_MAILS: Final = (".eml", ".mht", ".mhtml")

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
        blocks = limits.within(found, pages=pages)
    except IlsonError:
        raise
    except MemoryError:
        raise FileTooLarge("the file needs more memory than the limit") from None
    except RecursionError:
        raise FileBroken("nested without end") from None
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
    _refuse_without_text(content)
    return _open_marked(file, unseen) or _open_text(file, unseen)


def _refuse_without_text(content: bytes) -> None:
    """Say why a file of a known kind is not read.

    Raises:
        FileOld: its own program must save it anew.
        FilePicture: its letters are no text.
        FileArchive: the documents are inside.
    """
    if content.startswith(_OLD):
        raise FileOld("a format that is not read")
    if content.startswith(_ARCHIVES):
        raise FileArchive("an archive")
    media = content[4:8] == b"ftyp" or (content[:4] == b"RIFF" and content[8:12] == b"WEBP")
    if media or (content.startswith(_PICTURES) and b"\0" in content[:_HEAD_BYTES]):
        raise FilePicture("a picture")


def _open_compound(content: bytes, unseen: Unseen) -> _Parts:
    compound = unfold(content)
    if "EncryptedPackage" in compound.streams:
        raise FileLocked("an encrypted office file")
    if "FileHeader" in compound.streams:
        return "hwp", hwp.read(compound, unseen), None
    if {"Workbook", "Book"} & compound.streams.keys():
        return "xlsx", xlsx.read(content, {}, {}, unseen), None
    if _OLD_STREAMS & compound.streams.keys():
        raise FileOld("an old office file, or a mail of Outlook")
    raise FileUnknown("a compound file of another kind")


def _open_package(content: bytes, unseen: Unseen) -> _Parts:
    package = unpack(content)
    if any(name.lower().startswith("contents/") for name in package.names):
        return "hwpx", hwpx.read(package, unseen), None
    if "word/document.xml" in package.names:
        return "docx", docx.read(package, unseen), None
    if any(name in package.names for name in ("xl/workbook.xml", "xl/workbook.bin")):
        xlsx.check(package)
        return "xlsx", xlsx.read(content, xlsx_looks.looks(package), xlsx_boxes.boxes(package), unseen), None
    if pptx.PRESENTATION in package.names:
        return ("pptx", *pptx.read(package, unseen))
    if odf.CONTENT in package.names:
        return odf.read(package, unseen)
    if package.names and not _PACKAGED & set(package.names):
        raise FileArchive("an archive")
    raise FileUnknown("a package of another kind")


def _open_marked(file: File, unseen: Unseen) -> _Parts | None:
    """Return the parts of a text file that says by itself what it is.

    Raises:
        FileOld: a form of XML that only its own program reads.
    """
    head = file.content[:_HEAD_BYTES].replace(b"\0", b"")  # in UTF-16 too
    if _HML.search(head):
        return "hml", hml.read(file.content, unseen), None
    if _FLAT.search(head):
        return odf.of(tree.parse(file.content), [], unseen)
    if head.lstrip().startswith(b"<") and not _PAGE.match(head) and _OLD_XML.search(head):
        raise FileOld("a workbook or a text in the XML of 2003")
    if mail.is_mail(file.content, named=file.name.lower().endswith(_MAILS)):
        return "eml", mail.read(file.content, unseen, read), None
    return None


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
    head, ending = file.content[:_HEAD_BYTES], file.name.rpartition(".")[2].lower()
    if _PAGE.match(head) or (ending in _PAGED and _PART_OF_PAGE.match(head)):
        return "html", page(text.decode(file.content)), None
    kind, reader = readers.get(ending, ("txt", text.paragraphs))
    return kind, reader(text.decode(file.content)), None
