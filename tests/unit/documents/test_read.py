import pytest
from doubles.office_files import compound, docx, hwp, hwpx, p, para, pdf, section, wp, xlsx, zipped

from ilson.documents import limits
from ilson.documents.read import read
from ilson.domain.document import File, Paragraph
from ilson.domain.errors import (
    FileArchive,
    FileBroken,
    FileEmpty,
    FileLocked,
    FileOld,
    FilePicture,
    FileTooLarge,
    FileUnknown,
)

KINDS = {
    "hwpx": hwpx(p("글")),
    "hwp": hwp(para("글")),
    "docx": docx(wp("글")),
    "pdf": pdf([(50, 800, "글")]),
    "xlsx": xlsx({"글": {1: ['<c r="A1"><v>1</v></c>']}}),
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_bytes_decide_what_a_file_is_not_its_name(kind):
    assert read(File("이름.txt", KINDS[kind])).kind == kind


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_half_of_a_file_is_refused(kind):
    with pytest.raises((FileBroken, FileUnknown)):
        read(File(f"이름.{kind}", KINDS[kind][: len(KINDS[kind]) // 2]))


@pytest.mark.parametrize("wrapper", [b"\x9b DRMONE  This Document", b"SCDSA002....", b"<DOCUMENT SAFER V2.00>"])
def test_a_file_wrapped_by_a_drm_product_is_locked(wrapper):
    with pytest.raises(FileLocked):
        read(File("문서.hwp", wrapper + bytes(100)))


def test_a_member_of_a_zip_with_a_password_is_locked():
    content = bytearray(hwpx(p("글")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.find(mark) + offset] |= 1
    with pytest.raises(FileLocked):
        read(File("문서.hwpx", bytes(content)))


@pytest.mark.parametrize("name", ["빈.txt", "빈.hwp", "빈.pdf", "빈.csv", "빈"])
@pytest.mark.parametrize("content", [b"", b" \r\n"])
def test_a_file_without_bytes_is_empty_whatever_its_name(name, content):
    with pytest.raises(FileEmpty):
        read(File(name, content))


def test_another_package_is_unknown():
    with pytest.raises(FileUnknown):
        read(File("그림.zip", zipped({"mimetype": b"application/epub+zip"})))


@pytest.mark.parametrize(
    ("error", "content"),
    [
        pytest.param(FileOld, b"HWP Document File V3.00 \x1a" + bytes(200), id="hwp 3"),
        pytest.param(FileOld, b"{\\rtf1 text}", id="rtf"),
        pytest.param(FileOld, compound({("WordDocument",): bytes(5000)}), id="doc"),
        pytest.param(FileOld, compound({("PowerPoint Document",): bytes(5000)}), id="ppt"),
        pytest.param(FileOld, compound({("__properties_version1.0",): bytes(5000)}), id="msg"),
        pytest.param(
            FileOld, b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', id="xml of 2003"
        ),
        pytest.param(FilePicture, b"\x89PNG\r\n\x1a\n" + bytes(200), id="png"),
        pytest.param(FilePicture, b"\xff\xd8\xff\xe0" + bytes(200), id="jpeg"),
        pytest.param(FilePicture, b"II*\0" + bytes(200), id="tiff"),
        pytest.param(FilePicture, b"BM" + bytes(200), id="bmp"),
        pytest.param(FilePicture, b"RIFF\x10\0\0\0WEBPVP8 " + bytes(200), id="webp"),
        pytest.param(FilePicture, bytes(3) + b"\x18ftypheic" + bytes(200), id="heic"),
        pytest.param(FileArchive, zipped({"계획.hwpx": b"x"}), id="zip"),
        pytest.param(FileArchive, b"7z\xbc\xaf\x27\x1c" + bytes(200), id="7z"),
        pytest.param(FileArchive, b"ALZ\x01" + bytes(200), id="alz"),
    ],
)
def test_a_file_that_is_not_read_is_refused_as_what_it_is(error, content):
    with pytest.raises(error):
        read(File("이름.hwp", content))


@pytest.mark.parametrize(
    "start",
    [
        b"<html>",
        b"<!DOCTYPE html>",
        b"<table><tr><td>",
        b'<meta http-equiv="Content-Type" content="text/html">',
        b'<?xml version="1.0"?>\n<!-- a table -->\n<html xmlns:x="urn:schemas-microsoft-com:office:excel">',
    ],
)
def test_a_page_that_is_called_a_workbook_is_read_as_a_page(start):
    assert read(File("명단.xls", start + "<table><tr><td>가<td>나</table>".encode())).kind == "html"


def test_a_text_that_begins_with_an_element_stays_what_its_name_says():
    assert read(File("읽기.md", b"<div>a</div>\n\n# b")).kind == "md"


def test_a_saved_page_with_its_parts_is_read():
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    page = head + b"--x\r\nContent-Type: text/html\r\n\r\n"
    assert read(File("화면.mht", page + "<p>글</p>\r\n--x--".encode())).blocks == (Paragraph("글"),)


def test_a_text_that_begins_like_a_picture_is_text():
    assert read(File("메모.txt", "BM 사업 계획".encode())).kind == "txt"


def test_more_bytes_than_the_limit_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "FILE_BYTES", 10)
    with pytest.raises(FileTooLarge):
        read(File("글.txt", b"x" * 11))


def test_more_characters_than_the_limit_are_refused():
    with pytest.raises(FileTooLarge):
        limits.within([Paragraph("가" * 11)], limit=10)


def test_a_package_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "UNPACKED_BYTES", 1000)
    with pytest.raises(FileTooLarge):
        read(File("문서.hwpx", hwpx(p("가" * 1000))))


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    with pytest.raises(FileTooLarge):
        read(File("문서.hwpx", hwpx(sections=[section(p(" " * 11 * 1024 * 1024))])))


def test_a_stream_that_inflates_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "MEMBER_BYTES", 1000)
    with pytest.raises(FileTooLarge):
        read(File("문서.hwp", hwp(para("가" * 5000))))


@pytest.mark.parametrize(
    "declaration",
    [
        pytest.param('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', id="external entity"),
        pytest.param('<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY e "&a;&a;&a;">]>', id="entities that grow"),
        pytest.param('<!DOCTYPE x SYSTEM "http://example.invalid/x.dtd">', id="external document type"),
    ],
)
def test_a_document_type_in_xml_is_refused(declaration):
    with pytest.raises(FileBroken, match="document type"):
        read(File("문서.hwpx", hwpx(sections=[declaration + section(p("&e;"))])))


def test_xml_nested_without_end_is_refused():
    with pytest.raises(FileBroken):
        read(File("문서.hwpx", hwpx(sections=[section("<hp:a>" * 50_000 + "</hp:a>" * 50_000)])))


def test_no_message_carries_the_name_or_the_text_of_a_file():
    secret = "900101-1234567"
    with pytest.raises(FileBroken) as refused:
        read(File(secret, hwpx(sections=[section(p(secret))[:-5]])))
    assert secret not in str(refused.value)
    assert refused.value.__cause__ is None
