"""OpenDocument files, HML and mails, made in memory."""

from email.message import EmailMessage

from doubles.office_files import zipped

NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "presentation": "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0",
}
SPACES = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMES.items())


def odf(kind, *body, styles="", masters="", more=None):
    """An OpenDocument file; `styles` are those of its content, `masters` the pages with headers and footers."""
    inside = f"<office:body><office:{kind}>{''.join(body)}</office:{kind}></office:body>"
    automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    pages = f"<office:master-styles>{masters}</office:master-styles>"
    members = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"<office:document-content {SPACES}>{automatic}{inside}</office:document-content>",
        "styles.xml": f"<office:document-styles {SPACES}>{pages}</office:document-styles>",
    }
    return zipped(members | (more or {}))


def odt(*body, **options):
    return odf("text", *body, **options)


def fodt(*body):
    inside = f"<office:body><office:text>{''.join(body)}</office:text></office:body>"
    return f'<?xml version="1.0"?><office:document {SPACES}>{inside}</office:document>'.encode()


def op(text, style=""):
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def oh(text, level=1):
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


def otable(*rows, columns="", name=""):
    """A table; each cell is text or XML of a cell."""
    lines = "".join(f"<table:table-row>{''.join(map(_ocell, row))}</table:table-row>" for row in rows)
    return f'<table:table table:name="{name}">{columns}{lines}</table:table>'


def _ocell(cell):
    return cell if cell.startswith("<") else f"<table:table-cell>{op(cell)}</table:table-cell>"


def hml(*body, head=""):
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><HWPML Version="2.8"><HEAD SecCnt="1"><MAPPINGTABLE>{head}'
        f'</MAPPINGTABLE></HEAD><BODY><SECTION Id="0">{"".join(body)}</SECTION></BODY></HWPML>'
    ).encode()


def hp(text, shape=0, more=""):
    return f'<P ParaShape="{shape}"><TEXT CharShape="0"><CHAR>{text}</CHAR>{more}</TEXT></P>'


def htable(*rows):
    lines = "".join(
        f"<ROW>{''.join(_hcell(cell, row, column) for column, cell in enumerate(cells))}</ROW>"
        for row, cells in enumerate(rows)
    )
    return f"<TABLE><SHAPEOBJECT><CAPTION><PARALIST>{hp('표의 제목')}</PARALIST></CAPTION></SHAPEOBJECT>{lines}</TABLE>"


def _hcell(text, row, column):
    return f'<CELL RowAddr="{row}" ColAddr="{column}"><PARALIST>{hp(text)}</PARALIST></CELL>'


def eml(text="안녕하십니까.", *, page=None, files=(), **head):
    """A mail as a program of today sends it; files are pairs of a name and bytes."""
    mail = EmailMessage()
    for name, value in {"From": "홍길동 <hong@example.kr>", "Subject": "자료 제출", **head}.items():
        mail[name.replace("_", "-")] = value
    mail["Message-ID"] = "<1@example.kr>"
    mail.set_content(text)
    if page is not None:
        mail.add_alternative(page, subtype="html")
    for name, content in files:
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()
