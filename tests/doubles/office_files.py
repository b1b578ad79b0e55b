"""Office files of every kind, made in memory: small, honest ones and hostile ones."""

import io
import struct
import zipfile
import zlib

from hwpx.hwp5.cfb import build_compound_file

HP = "http://www.hancom.co.kr/hwpml/2011/paragraph"
HH = "http://www.hancom.co.kr/hwpml/2011/head"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(members, **options):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def p(text, *, shape=0, more=""):
    return f'<hp:p paraPrIDRef="{shape}"><hp:run><hp:t>{text}</hp:t>{more}</hp:run></hp:p>'


def tc(text, row, column, inside=""):
    place = f'<hp:cellAddr rowAddr="{row}" colAddr="{column}"/>'
    return f"<hp:tc><hp:subList>{p(text) if text else ''}{inside}</hp:subList>{place}</hp:tc>"


def tbl(*rows):
    lines = "".join(f"<hp:tr>{''.join(row)}</hp:tr>" for row in rows)
    return f"<hp:tbl>{lines}</hp:tbl>"


def run(inside):
    return f"<hp:p><hp:run>{inside}</hp:run></hp:p>"


def section(*body):
    return f'<hs:sec xmlns:hs="s" xmlns:hp="{HP}">{"".join(body)}</hs:sec>'


def hwpx(*body, more=None, sections=None):
    """A package with one section of this body; paragraph shapes 1 and 2 are outline levels 1 and 2."""
    head = "".join(
        f'<hh:paraPr id="{level}"><hh:heading type="{kind}" idRef="0" level="{max(level - 1, 0)}"/></hh:paraPr>'
        for level, kind in ((0, "NONE"), (1, "OUTLINE"), (2, "OUTLINE"))
    )
    members = {"mimetype": "application/hwp+zip", "Contents/header.xml": f'<hh:head xmlns:hh="{HH}">{head}</hh:head>'}
    for index, text in enumerate(sections or [section(*body)]):
        members[f"Contents/section{index}.xml"] = text
    return zipped(members | (more or {}))


def record(tag, level, data=b""):
    if len(data) >= 0xFFF:
        return struct.pack("<II", tag | level << 10 | 0xFFF << 20, len(data)) + data
    return struct.pack("<I", tag | level << 10 | len(data) << 20) + data


def control(code, mark=b"    "):
    return struct.pack("<H4s8xH", code, mark, code)


def para(text, level=0, *, shape=0):
    """A paragraph record; text may be bytes with control characters."""
    body = text if isinstance(text, bytes) else text.encode("utf-16-le")
    header = record(66, level, struct.pack("<IIHH", len(body) // 2, 0, shape, 0) + bytes(12))
    return header + record(67, level + 1, body + b"\r\0")


def hwp_table(level, *cells):
    """The records of a table; each cell is (row, column, text)."""
    listed = b"".join(
        record(72, level + 1, struct.pack("<HHIHHHH", 1, 0, 0, column, row, 1, 1)) + para(text, level + 1)
        for row, column, text in cells
    )
    return record(71, level, b" lbt") + record(77, level + 1, bytes(8)) + listed


def hwp(*records, flags=1, more=None, sections=None, shapes=b""):
    header = b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x05010100, flags) + bytes(216)

    def packed(data):
        packer = zlib.compressobj(wbits=-15)
        return packer.compress(data) + packer.flush() if flags & 1 else data

    usual = b"".join(record(25, 1, struct.pack("<I", value) + bytes(50)) for value in (0, 1 << 23, 1 << 23 | 1 << 25))
    streams = {("FileHeader",): header, ("DocInfo",): packed(record(16, 0, bytes(26)) + usual + shapes)}
    for index, data in enumerate(sections or [b"".join(records)]):
        streams["BodyText", f"Section{index}"] = packed(data)
    return compound(streams | (more or {}))


def compound(streams):
    return build_compound_file([("/".join(path), data) for path, data in streams.items()])


def docx(*body, more=None):
    document = f'<w:document xmlns:w="{W}"><w:body>{"".join(body)}</w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document} | (more or {}))


def wp(text, style="", more=""):
    shape = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{shape}<w:r><w:t>{text}</w:t>{more}</w:r></w:p>"


def xlsx(sheets, *, more=None, states=None):
    """A workbook; each value of a sheet is cell XML by its place, or text."""
    hidden = states or {}
    listed = "".join(
        f'<sheet name="{name}" sheetId="{index}" state="{hidden.get(name, "visible")}" r:id="r{index}"/>'
        for index, name in enumerate(sheets, start=1)
    )
    related = "".join(
        f'<Relationship Id="r{index}" Type="{R}/worksheet" Target="worksheets/sheet{index}.xml"/>'
        for index in range(1, len(sheets) + 1)
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    members = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="w" Type="{R}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">{related}'
        f'<Relationship Id="rs" Type="{R}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{S}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
        "</styleSheet>",
    }
    for index, rows in enumerate(sheets.values(), start=1):
        lines = "".join(f'<row r="{row}">{"".join(cells)}</row>' for row, cells in rows.items())
        members[f"xl/worksheets/sheet{index}.xml"] = (
            f'<worksheet xmlns="{S}"><sheetData>{lines}</sheetData></worksheet>'
        )
    return zipped(members | (more or {}))


def c(place, value, *, style=0):
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def pptx(*slides, order=None, size=None, skipped=0, more=None):
    """A presentation; each slide is a body of shapes; the show skips one of them."""
    related = "".join(f'<Relationship Id="r{i}" Target="slides/slide{i}.xml"/>' for i in range(1, len(slides) + 1))
    listed = "".join(f'<p:sldId id="{255 + i}" r:id="r{i}"/>' for i in order or range(1, len(slides) + 1))
    spaces = f'xmlns:p="p" xmlns:a="a" xmlns:r="{R}"'
    of = f'<p:sldSz cx="{size[0]}" cy="{size[1]}"/>' if size else ""
    members = {
        "ppt/presentation.xml": f"<p:presentation {spaces}><p:sldIdLst>{listed}</p:sldIdLst>{of}</p:presentation>",
        "ppt/_rels/presentation.xml.rels": f"<Relationships>{related}</Relationships>",
    }
    for index, body in enumerate(slides, start=1):
        show = int(index != skipped)
        members[f"ppt/slides/slide{index}.xml"] = (
            f'<p:sld {spaces} show="{show}"><p:cSld><p:spTree>{body}</p:spTree></p:cSld></p:sld>'
        )
    return zipped(members | (more or {}))


def shape(text, kind=""):
    place = f'<p:nvSpPr><p:nvPr><p:ph type="{kind}"/></p:nvPr></p:nvSpPr>' if kind else ""
    return f"<p:sp>{place}<p:txBody>{ap(text)}</p:txBody></p:sp>"


def ap(text):
    return f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>"


def pdf(*pages, extra=b"", trailer=b""):
    """A PDF; each page is drawing code in which (x, y, text) tuples become Korean text."""
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/Batang/Encoding/UniKS-UCS2-H/DescendantFonts[<</Type/Font"
        b"/Subtype/CIDFontType0/BaseFont/Batang/CIDSystemInfo<</Registry(Adobe)/Ordering(Korea1)/Supplement 2>>"
        b"/FontDescriptor<</Type/FontDescriptor/FontName/Batang/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0"
        b"/Ascent 880/Descent -120/CapHeight 700/StemV 80>>/DW 1000>>]>>"
    )
    kids = b" ".join(b"%d 0 R" % (4 + 2 * index) for index in range(len(pages)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)), font]
    for index, parts in enumerate(pages):
        code = b"\n".join(part if isinstance(part, bytes) else _shown(*part) for part in parts)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>"
            % (5 + 2 * index)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(code), code))
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate([*objects, *([extra] if extra else [])], start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, trailer, len(out)
    )  # fmt: skip


def form_pdf(*fields):
    """A PDF of one page without text, and with these fields; each is the inside of its dictionary."""
    places = b" ".join(b"%d 0 R" % (5 + index) for index in range(len(fields)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[%s]>>>>" % places,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots[%s]>>" % places,
        b"<</Length 0>>stream\n\nendstream",
        *(b"<</Type/Annot/Subtype/Widget/Rect[50 700 200 720]%s>>" % field for field in fields),
    ]
    bodies = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in enumerate(objects, start=1))
    return b"%PDF-1.4\n" + bodies + b"trailer<</Root 1 0 R>>\n%%EOF"


def written(text):
    """A text as a PDF writes it in a dictionary."""
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().encode()


def locked_pdf():
    key = b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"41" * 32, b"42" * 32)
    return pdf([(50, 800, "비밀")], extra=key, trailer=b"/Encrypt 6 0 R/ID[<41><41>]")


def ruled(left, bottom, columns, rows, *, width=120, height=30):
    """Ruling lines of a table whose lower left corner is here, in points."""
    right, top = left + columns * width, bottom + rows * height
    across = [b"%d %d m %d %d l S" % (left, bottom + r * height, right, bottom + r * height) for r in range(rows + 1)]
    down = [b"%d %d m %d %d l S" % (left + k * width, bottom, left + k * width, top) for k in range(columns + 1)]
    return b"\n".join(across + down)


def _shown(x, y, text):
    return b"BT /F 12 Tf %d %d Td <%s> Tj ET" % (x, y, text.encode("utf-16-be").hex().encode())


def chart(title, names, labels, figures):
    """The part of a chart: its title, and for each named series a figure for each label."""

    def points(kind, values):
        listed = "".join(f'<c:pt idx="{index}"><c:v>{value}</c:v></c:pt>' for index, value in enumerate(values))
        return f"<c:{kind}><c:cache>{listed}</c:cache></c:{kind}>"

    series = "".join(
        f"<c:ser><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:pt idx='0'><c:v>{name}</c:v></c:pt></c:strCache>"
        f"</c:strRef></c:tx>{points('cat', labels)}{points('val', values)}</c:ser>"
        for name, values in zip(names, figures, strict=True)
    )
    return (
        f"<c:chartSpace xmlns:c='c' xmlns:a='a'><c:chart><c:title><c:tx>{ap(title)}</c:tx></c:title><c:plotArea>"
        f"<c:barChart>{series}</c:barChart></c:plotArea></c:chart></c:chartSpace>"
    )
