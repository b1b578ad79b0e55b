"""Puts the parts of a DOCX file together, in memory."""

import io
from collections.abc import Sequence
from html import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from ilson.documents.official.parts import Image, Paper
from ilson.documents.official.wording import joined

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the oldest date of ZIP; a fixed one, so that equal documents are equal files
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_SPACES = (
    f'xmlns:w="{_WORD}" xmlns:r="{_OFFICE}/relationships" xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
    f'xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture"'
)
_PAGE_SIZE = 18  # half points


def image_id(number: int) -> str:
    """Return the name of an image, by its number from 1, inside the file."""
    return f"image{number}"


def pack(body: str, paper: Paper, images: Sequence[Image]) -> bytes:
    """Return the body, in WordprocessingML, and the images as one file with its properties."""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            ("document", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(paper),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": _styles(paper.font),
        "word/settings.xml": _SETTINGS,
        "word/footer1.xml": _FOOTER,
        "word/_rels/document.xml.rels": _relations(
            ("styles", f"{_OFFICE}/relationships/styles", "styles.xml"),
            ("settings", f"{_OFFICE}/relationships/settings", "settings.xml"),
            ("footer", f"{_OFFICE}/relationships/footer", "footer1.xml"),
            *(
                (image_id(number), f"{_OFFICE}/relationships/image", _place(number, image))
                for number, image in enumerate(images, 1)
            ),
        ),
    }
    files |= {f"word/{_place(number, image)}": image.content for number, image in enumerate(images, 1)}
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, _EPOCH)
            text = isinstance(content, str)
            entry.compress_type = ZIP_DEFLATED if text else ZIP_STORED  # an image is packed already
            archive.writestr(entry, f"{_XML}{content}" if isinstance(content, str) else content)
    return stream.getvalue()


def _place(number: int, image: Image) -> str:
    return f"media/{image_id(number)}.{image.format}"


def _types() -> str:
    kinds = {
        "/word/document.xml": f"{_KIND}.document.main+xml",
        "/word/styles.xml": f"{_KIND}.styles+xml",
        "/word/settings.xml": f"{_KIND}.settings+xml",
        "/word/footer1.xml": f"{_KIND}.footer+xml",
        "/docProps/core.xml": _CORE,
    }
    told = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    ends = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "jpg": "image/jpeg",
    }
    known = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in ends.items())
    return f'<Types xmlns="{_PACKAGE}/content-types">{known}{told}</Types>'


def _relations(*relations: tuple[str, str, str]) -> str:
    told = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{place}"/>' for name, kind, place in relations)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _core(paper: Paper) -> str:
    told = paper.properties
    values = {
        "dc:title": told.title,
        "dc:subject": told.mark,
        "dc:creator": told.agency,
        "cp:keywords": joined(told.keywords, ", "),
        "dc:description": told.summary,
        "dc:language": "ko-KR",
    }
    elements = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in values.items())
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{elements}</cp:coreProperties>'
    )


def _styles(font: str) -> str:
    name = escape(font)
    fonts = " ".join(f'w:{script}="{name}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f'<w:styles xmlns:w="{_WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/><w:sz w:val="24"/>'
        '<w:szCs w:val="24"/><w:lang w:val="en-US" w:eastAsia="ko-KR"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:widowControl/><w:wordWrap/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>'
    )


_SETTINGS = (
    f'<w:settings xmlns:w="{_WORD}"><w:defaultTabStop w:val="800"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="ko-KR"/></w:settings>'
)
_FOOTER = (
    f'<w:ftr xmlns:w="{_WORD}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
    f'<w:r><w:rPr><w:sz w:val="{_PAGE_SIZE}"/></w:rPr><w:t xml:space="preserve">- </w:t></w:r>'
    f'<w:fldSimple w:instr="PAGE"><w:r><w:rPr><w:sz w:val="{_PAGE_SIZE}"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple>'
    f'<w:r><w:rPr><w:sz w:val="{_PAGE_SIZE}"/></w:rPr><w:t xml:space="preserve"> -</w:t></w:r></w:p></w:ftr>'
)
