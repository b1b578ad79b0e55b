"""Files made to harm their reader, of every kind that could."""

import pytest
from doubles.office_files import docx, hwpx, p, pdf, pptx, section, shape, wp, xlsx, zipped
from doubles.office_pages import DRAWN, charts
from doubles.open_files import eml, fodt, hml, hp, odt, op

from ilson.documents import limits, webpage
from ilson.documents.read import read
from ilson.domain.document import File, Paragraph, Table
from ilson.domain.errors import FileBroken, FileTooLarge

LAUGHS = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;"><!ENTITY e "&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def opened(content, name="문서"):
    return read(File(name, content))


def with_type(declaration):
    """Return a file of each kind of XML whose text is an entity that the declaration makes."""
    return {
        "hwpx": hwpx(sections=[declaration + section(p("&e;"))]),
        "docx": docx(more={"word/document.xml": f'{declaration}<w:document xmlns:w="w"><w:body/></w:document>'}),
        "pptx": pptx(shape("글"), more={"ppt/slides/slide1.xml": f"{declaration}<s>&e;</s>"}),
        "odt": odt(more={"content.xml": f"{declaration}<c><body><text>&e;</text></body></c>"}),
        "fodt": fodt(op("&e;")).replace(b"<office:document ", declaration.encode() + b"<office:document ", 1),
        "hml": hml(hp("&e;")).replace(b"<HWPML ", declaration.encode() + b"<HWPML ", 1),
    }


@pytest.mark.parametrize("declaration", [LAUGHS, OUTSIDE], ids=["entities that grow", "an entity from outside"])
@pytest.mark.parametrize("kind", with_type(""))
def test_xml_with_a_document_type_is_refused_in_every_kind(kind, declaration):
    with pytest.raises(FileBroken, match="document type"):
        opened(with_type(declaration)[kind])


@pytest.mark.parametrize("declaration", [LAUGHS, OUTSIDE], ids=["entities that grow", "an entity from outside"])
def test_entities_of_a_workbook_stay_what_they_are(declaration):
    cell = f"{declaration}<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>&e;</t></is></c></row>"
    content = xlsx({"시트": {}}, more={"xl/worksheets/sheet1.xml": f"{cell}</sheetData></worksheet>"})
    with pytest.raises(FileBroken):
        opened(content)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(hwpx(sections=[section("<hp:a>" * 100_000 + "</hp:a>" * 100_000)]), id="hwpx"),
        pytest.param(
            hwpx(
                sections=[
                    section(
                        "<hp:p><hp:run><hp:tbl><hp:tr><hp:tc>" * 1000
                        + p("글")
                        + "</hp:tc></hp:tr></hp:tbl></hp:run></hp:p>" * 1000
                    )
                ]
            ),
            id="hwpx, tables in tables",
        ),
        pytest.param(odt("<text:section>" * 100_000 + op("글") + "</text:section>" * 100_000), id="odt"),
        pytest.param(docx("<w:sdt>" * 100_000 + wp("글") + "</w:sdt>" * 100_000), id="docx"),
        pytest.param(hml("<P>" * 100_000 + "</P>" * 100_000), id="hml"),
    ],
)
def test_elements_inside_elements_without_end_are_refused(content):
    with pytest.raises(FileBroken):
        opened(content)


@pytest.mark.parametrize("tag", ["div", "b", "table"])
def test_a_page_of_elements_inside_elements_without_end_is_refused(tag):
    with pytest.raises(FileTooLarge):
        opened(b"<html>" + f"<{tag}>".encode() * 100_000)


def test_a_long_page_is_given_up_as_soon_as_it_is_too_long(monkeypatch):
    taken = []
    real = webpage._Parser.feed
    monkeypatch.setattr(limits, "BLOCKS", 10)
    monkeypatch.setattr(webpage, "_STEP", 1000)
    monkeypatch.setattr(webpage._Parser, "feed", lambda self, data: taken.append(data) or real(self, data))
    with pytest.raises(FileTooLarge):
        opened(b"<html>" + b"<p>a</p>" * 10_000)
    assert len(taken) == 1


def test_two_hundred_megabytes_are_refused_before_they_are_looked_at():
    with pytest.raises(FileTooLarge, match="bytes"):
        opened(b"%PDF-" + bytes(200 * 1024 * 1024))


def test_ten_thousand_pages_are_refused():
    with pytest.raises(FileTooLarge, match="pages"):
        opened(pdf(*[[]] * 10_000))


def test_more_slides_than_the_limit_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "PAGES", 1)
    with pytest.raises(FileTooLarge, match="pages"):
        opened(pptx(shape("하나"), shape("둘")))


def test_a_package_of_endless_members_is_refused():
    with pytest.raises(FileTooLarge):
        opened(zipped({f"{index}.txt": b"" for index in range(limits.MEMBERS + 1)}))


def test_a_bomb_that_hangs_on_a_mail_is_told_and_the_mail_is_read():
    bomb = hwpx(sections=[section(p(" " * 11 * 1024 * 1024))])
    found = opened(eml("본문", files=[("폭탄.hwpx", bomb)])).blocks
    assert (Paragraph("본문") in found, "폭탄.hwpx" in str(found)) == (True, True)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("매크로.docm", docx(wp("글"), more={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0 Sub AutoOpen()"})),
        ("매크로.xlsm", xlsx({"글": {1: ['<c r="A1"><v>1</v></c>']}}, more={"xl/vbaProject.bin": b"Sub AutoOpen()"})),
    ],
)
def test_the_text_of_a_file_with_macros_is_read_and_the_macros_are_not(name, content):
    assert "AutoOpen" not in str(opened(content, name).blocks)


def test_a_chart_that_is_named_a_thousand_times_is_read_once():
    drawn = "".join(f"<w:p>{DRAWN}</w:p>" for _ in range(1000))
    assert opened(docx(drawn, wp("글"), more=charts("word"))).blocks == (
        Paragraph("실적"),
        Table((("", "건수"), ("1월", "3"), ("2월", "4"))),
        Paragraph("글"),
    )


def test_a_chart_of_more_figures_than_anyone_reads_is_refused():
    points = "".join(f'<c:pt idx="{index}"><c:v>1</c:v></c:pt>' for index in range(400))
    series = f"<c:ser><c:cat>{points}</c:cat></c:ser>{'<c:ser/>' * 400}"
    part = f"<c:chartSpace xmlns:c='c'><c:chart>{series}</c:chart></c:chartSpace>"
    with pytest.raises(FileTooLarge):
        opened(docx(f"<w:p>{DRAWN}</w:p>", more=charts("word") | {"word/charts/c.xml": part}))


def test_deletions_without_number_are_settled_in_one_go():
    marks = "".join(f'<hp:deleteBegin Id="{at}"/>글<hp:deleteEnd Id="{at}"/>' for at in range(20_000))
    assert opened(hwpx(p(f"앞{marks}뒤"))).blocks == (Paragraph("앞뒤"),)
