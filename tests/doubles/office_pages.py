"""One file of each kind that Ilson reads: small ones, and ones of many pages."""

import io

from docx import Document
from doubles.office_files import (
    R,
    W,
    ap,
    c,
    chart,
    docx,
    hwp,
    hwp_table,
    hwpx,
    p,
    para,
    pdf,
    pptx,
    ruled,
    run,
    shape,
    tbl,
    tc,
    wp,
    xlsx,
)
from doubles.open_files import eml, fodt, hml, hp, htable, odf, odt, oh, op, otable

DRAWN = f"<w:drawing xmlns:w='{W}'><c:chart xmlns:c='c' xmlns:r='{R}' r:id='r'/></w:drawing>"
FORMULA = (
    "<w:p><m:oMath xmlns:m='m'><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    "</m:oMath></w:p>"
)


def charts(folder):
    """Return the parts of one chart that the only part in a folder names."""
    name = "document.xml" if folder == "word" else "slide1.xml"
    return {
        f"{folder}/_rels/{name}.rels": '<Relationships><Relationship Id="r" Target="charts/c.xml"/></Relationships>',
        f"{folder}/charts/c.xml": chart("실적", ["건수"], ["1월", "2월"], [[3, 4]]),
    }


def boxes():
    """Return the parts of a text box that stands on the first sheet of a workbook."""
    box = f"<x:sp><x:nvSpPr><x:cNvPr id='1'/></x:nvSpPr><x:txBody>{ap('작성 요령')}</x:txBody></x:sp>"
    listed = '<Relationships><Relationship Id="r" Target="../drawings/drawing1.xml"/></Relationships>'
    return {
        "xl/worksheets/_rels/sheet1.xml.rels": listed,
        "xl/drawings/drawing1.xml": f"<x:wsDr xmlns:x='x' xmlns:a='a'>{box}</x:wsDr>",
    }


def every_kind():
    """Return a small file of each kind, with a table where the kind has one, by the ending of its name."""
    sheet = {"시트": {1: [c("A1", "가"), c("B1", 3)]}}
    return {
        "hwpx": hwpx(p("제목", shape=1), run(tbl([tc("가", 0, 0), tc("나", 0, 1)]))),
        "hwp": hwp(para("제목", shape=1), para("표") + hwp_table(1, (0, 0, "가"), (0, 1, "나"))),
        "plain.hwp": hwp(para("제목", shape=1), para("표") + hwp_table(1, (0, 0, "가"), (0, 1, "나")), flags=0),
        "hml": hml(hp("글"), hp("표", more=htable(["가", "나"]))),
        "docx": docx(wp("글"), wp("둘")),
        "drawn.docx": docx(
            wp("글", more=f'{DRAWN}<w:sym w:font="Wingdings" w:char="F0FE"/>'), FORMULA, more=charts("word")
        ),
        "xlsx": xlsx(sheet),
        "drawn.xlsx": xlsx(sheet, more=boxes()),
        "pptx": pptx(shape("제목", "title"), f"<p:sp><p:txBody>{ap('글')}</p:txBody></p:sp>"),
        "drawn.pptx": pptx(shape("글") + f"<p:graphicFrame>{DRAWN}</p:graphicFrame>", more=charts("ppt/slides")),
        "odt": odt(oh("제목"), op("글"), otable(["가", "나"])),
        "ods": odf("spreadsheet", otable(["가", "3"], name="시트")),
        "odp": odf("presentation", f'<draw:page draw:name="1"><draw:frame>{op("글")}</draw:frame></draw:page>'),
        "fodt": fodt(oh("제목"), op("글")),
        "pdf": pdf([(50, 800, "글"), ruled(50, 600, 2, 2), (60, 640, "가")]),
        "eml": eml(page="<p>글</p><table><tr><td>가<td>나</table>", files=[("자료.hwpx", hwpx(p("글")))]),
        "html": "<html><h1>제목</h1><p>글<table><tr><td>가<td>나</table></html>".encode(),
        "md": "# 제목\n\n글\n\n| 가 | 나 |\n|---|---|\n| 1 | 2 |\n".encode(),
        "csv": "이름,수\n가,1\n나,2\n".encode(),
        "txt": "글과 그림".encode("cp949"),
    }


def of_pages(pages):
    """Return a file of these pages of each kind; a page is a list of texts and of tables as lists of rows."""
    return {
        "hwpx": hwpx(*(_hwpx(part) for page in pages for part in page)),
        "hwp": hwp(*(_hwp(part) for page in pages for part in page)),
        "hml": hml(*(_hml(part) for page in pages for part in page)),
        "docx": _docx(pages),
        "odt": odt(*(otable(*part) if isinstance(part, list) else op(part) for page in pages for part in page)),
        "pptx": pptx(*("".join(shape(part) for part in page if isinstance(part, str)) for page in pages)),
        "xlsx": xlsx({"시트": dict(_rows(pages))}),
        "pdf": pdf(*(list(_pdf(page)) for page in pages)),
        "eml": eml(page="".join(_html(part) for page in pages for part in page)),
        "html": ("<html>" + "".join(_html(part) for page in pages for part in page)).encode(),
        "md": "\n\n".join(_md(part) for page in pages for part in page).encode(),
        "csv": "\n".join(f"{at},{part}" for at, page in enumerate(pages) for part in page if part[0][0]).encode(),
        "txt": "\n\n".join(part for page in pages for part in page if isinstance(part, str)).encode("cp949"),
    }


def _hwpx(part):
    if isinstance(part, str):
        return p(part)
    return run(tbl(*([tc(cell, row, at) for at, cell in enumerate(cells)] for row, cells in enumerate(part))))


def _hwp(part):
    if isinstance(part, str):
        return para(part)
    cells = ((row, at, cell) for row, line in enumerate(part) for at, cell in enumerate(line))
    return para("") + hwp_table(1, *cells)


def _hml(part):
    return hp(part) if isinstance(part, str) else hp("", more=htable(*part))


def _docx(pages):
    document = Document()
    for part in (part for page in pages for part in page):
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(len(part), len(part[0]))
        for row, cells in zip(table.rows, part, strict=True):
            for place, cell in zip(row.cells, cells, strict=True):
                place.text = cell
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _rows(pages):
    parts = [part for page in pages for part in page]
    for row, part in enumerate(parts, start=1):
        cells = [part] if isinstance(part, str) else part[0]
        yield row, [c(f"{'ABCDEFGH'[at]}{row}", cell) for at, cell in enumerate(cells)]


def _pdf(page):
    """Yield the drawing code of a page: lines of 45 letters, 12 points apart."""
    height = 815
    for part in page:
        texts = [part] if isinstance(part, str) else [" ".join(row) for row in part]
        for text in texts:
            for start in range(0, len(text), 45):
                height -= 12
                yield 30, height, text[start : start + 45]


def _html(part):
    if isinstance(part, str):
        return f"<p>{part}</p>"
    return f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) + '</tr>' for row in part)}</table>"


def _md(part):
    if isinstance(part, str):
        return part
    lines = [f"| {' | '.join(row)} |" for row in part]
    return "\n".join([lines[0], "|---" * len(part[0]) + "|", *lines[1:]])
