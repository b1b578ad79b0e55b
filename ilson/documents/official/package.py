"""Puts the parts of an HWPX file together, in memory."""

import io
import re
from collections.abc import Mapping
from html import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from hwpx import HwpxDocument

from ilson.documents.official.model import OfficialDocument

AI_MARK = "AI 초안"
"""What the properties of the file say about how it came about."""

_MIMETYPE = "mimetype"
_PACKAGE = "Contents/content.hpf"
_PREVIEW = "Preview/PrvText.txt"
_PREVIEW_LENGTH = 1_000  # characters
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the oldest date of ZIP; a fixed one, so that equal documents are equal files


def skeleton() -> dict[str, str]:
    """Return the text parts of an empty HWPX file by their paths, the type of the package first."""
    with ZipFile(io.BytesIO(HwpxDocument.new().to_bytes())) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if not name.endswith(".png")}


def pack(parts: Mapping[str, str], document: OfficialDocument, preview: str) -> bytes:
    """Return the parts as one file with the properties of the document."""
    properties = {_PACKAGE: _described(parts[_PACKAGE], document), _PREVIEW: preview[:_PREVIEW_LENGTH]}
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, text in {**parts, **properties}.items():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_STORED if name == _MIMETYPE else ZIP_DEFLATED
            archive.writestr(entry, text)
    return stream.getvalue()


def _described(package: str, document: OfficialDocument) -> str:
    properties = {
        "creator": document.agency,
        "subject": AI_MARK,
        "description": document.summary,
        "keyword": ", ".join(document.keywords),
    }
    metas = "".join(
        f'<opf:meta name="{name}" content="text">{escape(text)}</opf:meta>' for name, text in properties.items()
    )
    metadata = f"<opf:title>{escape(document.title)}</opf:title><opf:language>ko</opf:language>{metas}"
    return re.sub(
        r"<opf:metadata>.*</opf:metadata>",
        lambda _: f"<opf:metadata>{metadata}</opf:metadata>",
        package,
        flags=re.DOTALL,
    )
