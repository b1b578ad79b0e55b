"""Reads the visible text of an HWPX or a DOCX as segments, and writes other texts back in their places."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from ilson.documents import docx_looks, hwpx, hwpx_looks, limits, tree
from ilson.documents.package import Package, unpack
from ilson.documents.repack import repack
from ilson.documents.segments import docx_lines, hwpx_lines
from ilson.documents.segments.found import Dialect, Found, Part
from ilson.documents.segments.line import plain
from ilson.documents.segments.marks import Marked, bare, mark, read
from ilson.documents.segments.properties import properties
from ilson.documents.segments.source import Pieces, Place, open_source, rewrite
from ilson.domain.errors import FileBroken, FileTooLarge, FileUnknown, IlsonError
from ilson.domain.segment import Segment, Segmented

_Result = TypeVar("_Result")
_PREVIEW: Final = "Preview/PrvText.txt"
_DOCX_BODY: Final = "word/document.xml"
_DOCX_PARTS: Final = (
    re.compile(r"word/header\d*\.xml"),
    re.compile(re.escape(_DOCX_BODY)),
    re.compile(r"word/footnotes\.xml"),
    re.compile(r"word/endnotes\.xml"),
    re.compile(r"word/footer\d*\.xml"),
)


@dataclass(frozen=True, slots=True)
class _Open:
    kind: str
    package: Package
    parts: tuple[Part, ...]
    dialect: Callable[[str], Dialect]

    def paragraphs(self) -> Iterator[tuple[str, Part, Found, Marked]]:
        """Yield each paragraph that says something, with its id."""
        for number, part in enumerate(self.parts):
            for index, found in enumerate(part.found):
                if plain(found.line.nodes).strip():
                    yield f"{number}.{index}", part, found, mark(found.line)


def segments(content: bytes) -> Segmented:
    """Return the visible text of an HWPX or a DOCX: body, tables, boxes, captions, notes, headers and footers.

    Raises:
        FileUnknown: neither HWPX nor DOCX.
        FileTooLarge, FileLocked, FileBroken: as when it is read.
    """
    return _guarded(lambda: _segments(content))


def write_back(content: bytes, texts: Mapping[str, str]) -> bytes:
    """Return the file with other texts, by the ids of their segments; all that has no new text stays byte for byte.

    A text may lack the marks of its segment; they are then put beside the words that they stood beside. Signs that XML
    forbids are dropped; ids that the file has not are passed over.

    Raises:
        FileUnknown, FileTooLarge, FileLocked, FileBroken: as `segments`.
    """
    return _guarded(lambda: _write_back(content, texts))


def _guarded(work: Callable[[], _Result]) -> _Result:
    try:
        return work()
    except IlsonError:
        raise
    except MemoryError:
        raise FileTooLarge("the file needs more memory than the limit") from None
    except Exception as error:  # noqa: BLE001 - a damaged package may raise anything
        message = f"{type(error).__module__}.{type(error).__name__}"
        raise FileBroken(message) from None


def _segments(content: bytes) -> Segmented:
    opened = _open(content)
    found = tuple(
        Segment(key, marked.text, found.where, bare(marked, marked.text))
        for key, _, found, marked in opened.paragraphs()
    )
    return Segmented(opened.kind, found, sum(part.left for part in opened.parts), *properties(opened.package))


def _write_back(content: bytes, texts: Mapping[str, str]) -> bytes:
    opened = _open(content)
    edits: dict[str, dict[Place, Pieces]] = {}
    for key, part, found, marked in opened.paragraphs():
        text = texts.get(key, marked.text)
        if text != marked.text:
            for one in (found, *found.echoes):
                pieces = opened.dialect(one.prefix).pieces(one, read(mark(one.line), text))
                edits.setdefault(part.name, {})[one.place] = pieces
    changed = {part.name: rewrite(part.source, edits[part.name]) for part in opened.parts if part.name in edits}
    if not changed:
        return content
    if _PREVIEW in opened.package.names and opened.kind == "hwpx":
        changed[_PREVIEW] = hwpx_lines.preview(
            [texts.get(key, marked.text) for key, _, _, marked in opened.paragraphs()]
        )
    return repack(content, opened.package, changed)


def _open(content: bytes) -> _Open:
    if len(content) > limits.FILE_BYTES:
        raise FileTooLarge("more bytes than the limit")
    if not content.startswith(b"PK"):
        raise FileUnknown("no package")
    package = unpack(content)
    if any(name.lower().startswith("contents/") for name in package.names):
        return _Open("hwpx", package, tuple(_hwpx(package)), hwpx_lines.dialect)
    if _DOCX_BODY in package.names:
        return _Open("docx", package, tuple(_docx(package)), docx_lines.dialect)
    raise FileUnknown("a package of another kind")


def _hwpx(package: Package) -> Iterator[Part]:
    heads = [tree.parse(package.read(name)) for name in package.names if name.lower().endswith("header.xml")]
    looks = hwpx_looks.looks(heads)
    for name in hwpx.sections(package):
        part = Part(name, open_source(package.read(name)))
        hwpx_lines.find(part, looks)
        yield part


def _docx(package: Package) -> Iterator[Part]:
    names = [name for kind in _DOCX_PARTS for name in sorted(package.names) if kind.fullmatch(name)]
    parts = [Part(name, open_source(package.read(name))) for name in names]
    styles = tree.parse(package.read("word/styles.xml")) if "word/styles.xml" in package.names else None
    looks = docx_looks.looks(styles, [part.source.root for part in parts])
    for part in parts:
        docx_lines.find(part, looks)
        yield part
