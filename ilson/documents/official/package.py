"""Puts the parts of an HWPX file together, in memory."""

import io
import re
from collections.abc import Mapping, Sequence
from html import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from hwpx import HwpxDocument

from ilson.documents.official.blocks import image_id
from ilson.documents.official.parts import Image, Properties

_MIMETYPE = "mimetype"
_PACKAGE = "Contents/content.hpf"
_PREVIEW = "Preview/PrvText.txt"
_PREVIEW_LENGTH = 1_000  # characters
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the oldest date of ZIP; a fixed one, so that equal documents are equal files


def skeleton() -> dict[str, str]:
    """Return the text parts of an empty HWPX file by their paths, the type of the package first."""
    with ZipFile(io.BytesIO(HwpxDocument.new().to_bytes())) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if not name.endswith(".png")}


def pack(parts: Mapping[str, str], properties: Properties, images: Sequence[Image], preview: str) -> bytes:
    """Return the parts and the images as one file with its properties."""
    described = _described(parts[_PACKAGE], properties, images)
    files: dict[str, str | bytes] = {**parts, _PACKAGE: described, _PREVIEW: preview[:_PREVIEW_LENGTH]}
    files |= {_place(number, image): image.content for number, image in enumerate(images, 1)}
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, _EPOCH)
            packed = name != _MIMETYPE and isinstance(content, str)  # an image is packed already
            entry.compress_type = ZIP_DEFLATED if packed else ZIP_STORED
            archive.writestr(entry, content)
    return stream.getvalue()


def _place(number: int, image: Image) -> str:
    return f"BinData/{image_id(number)}.{image.format}"


def _described(package: str, properties: Properties, images: Sequence[Image]) -> str:
    told = {
        "creator": properties.agency,
        "subject": properties.mark,
        "description": properties.summary,
        "keyword": ", ".join(properties.keywords),
    }
    metas = "".join(f'<opf:meta name="{name}" content="text">{escape(text)}</opf:meta>' for name, text in told.items())
    metadata = f"<opf:title>{escape(properties.title)}</opf:title><opf:language>ko</opf:language>{metas}"
    items = "".join(
        f'<opf:item id="{image_id(number)}" href="{_place(number, image)}" media-type="{image.media}" isEmbeded="1"/>'
        for number, image in enumerate(images, 1)
    )
    package = re.sub(
        r"<opf:metadata>.*</opf:metadata>",
        lambda _: f"<opf:metadata>{metadata}</opf:metadata>",
        package,
        flags=re.DOTALL,
    )
    return package.replace("</opf:manifest>", f"{items}</opf:manifest>")
