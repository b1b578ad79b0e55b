import base64
import email
from email.message import EmailMessage

import pytest
from doubles.office_files import docx, hwpx, p, wp
from doubles.open_files import eml

from ilson.documents.read import read
from ilson.domain.document import File, Heading, Paragraph, Table
from ilson.domain.errors import FileLocked, FileTooLarge

HEAD = b"From: a@example.kr\r\nMIME-Version: 1.0\r\n"
UNREAD = Paragraph("(이 첨부 파일은 읽지 못했습니다.)")


def document(content, name="편지.eml"):
    return read(File(name, content))


def texts(content):
    return [block.text for block in document(content).blocks if not isinstance(block, Table)]


def test_the_head_is_a_small_table_under_the_subject():
    mail = eml("본문입니다.", To="김일손 <kim@example.kr>", Date="Wed, 25 Nov 2026 10:00:00 +0900")
    assert document(mail).blocks == (
        Heading("자료 제출"),
        Table(
            (
                ("보낸 사람", "홍길동 <hong@example.kr>"),
                ("받는 사람", "김일손 <kim@example.kr>"),
                ("보낸 때", "2026-11-25 10:00 +0900"),
            )
        ),
        Paragraph("본문입니다."),
    )


def test_a_subject_whose_coding_is_damaged_stays_as_it_stands():
    assert texts(HEAD + b"Subject: =?utf-8?B?7ZqM7J2?=\r\n\r\na")[1] == "a"


def test_a_time_that_is_none_stays_as_it_stands():
    table = document(HEAD + b"Date: yesterday\r\n\r\na").blocks[0]
    assert table.rows[1] == ("보낸 때", "yesterday")


def test_the_bytes_tell_a_mail_whatever_its_name():
    assert document(eml(), "편지.txt").kind == "eml"


def test_a_name_helps_to_tell_a_mail_that_says_not_from_whom_it_is():
    content = b"MIME-Version: 1.0\r\nSubject: a\r\n\r\nb"
    assert [document(content, name).kind for name in ("a.eml", "a.txt")] == ["eml", "txt"]


@pytest.mark.parametrize("text", ["From: 서무\n내용", "Date: 2026. 11. 25.\n\n회의", "Subject: 계획\nFrom: 과장\n\n글"])
def test_a_note_that_only_looks_like_a_mail_is_text(text):
    assert document(text.encode(), "메모.txt").kind == "txt"


def test_a_page_is_read_instead_of_the_same_in_plain_text_for_its_tables():
    found = document(eml("같은 글", page="<p>글</p><table><tr><td>가<td>나</table>")).blocks
    assert found[2:] == (Paragraph("글"), Table((("가", "나"),)))


@pytest.mark.parametrize("charset", ["ks_c_5601-1987", "euc-kr", "KSC5601", "cp949", "no-such-charset"])
def test_korean_of_older_programs_is_read(charset):
    body = f"Content-Type: text/plain; charset={charset}\r\n\r\n".encode() + "햏믜 펲시콜라".encode("cp949")
    assert texts(HEAD + body) == ["햏믜 펲시콜라"]


def test_a_subject_in_base64_and_one_in_bare_korean_bytes_are_read():
    coded = b"Subject: =?ks_c_5601-1987?B?" + base64.b64encode("회의 안내".encode("cp949")) + b"?=\r\n"
    bare = b"Subject: " + "회의 안내".encode("cp949") + b"\r\n"
    assert [texts(HEAD + subject + "\r\n글".encode())[0] for subject in (coded, bare)] == ["회의 안내", "회의 안내"]


def test_what_is_attached_is_read_under_its_name():
    mail = eml(files=[("계획.hwpx", hwpx(p("첨부한 글"))), ("명단.docx", docx(wp("둘째")))])
    assert texts(mail)[2:] == ["계획.hwpx", "첨부한 글", "명단.docx", "둘째"]


def test_what_is_attached_and_cannot_be_read_is_told():
    mail = eml(files=[("그림.png", b"\x89PNG\r\n\x1a\n" + bytes(50)), ("글.txt", "읽힘".encode())])
    assert [*document(mail).blocks[3:5], document(mail).blocks[6]] == [
        Heading("그림.png", 2),
        UNREAD,
        Paragraph("읽힘"),
    ]


def test_pictures_of_the_text_and_signatures_are_no_attachments():
    mail = EmailMessage()
    mail["From"], mail["Message-ID"] = "a@example.kr", "<1@example.kr>"
    mail.set_content("글")
    mail.add_related(b"\x89PNG", "image", "png", cid="<1>")
    mail.add_attachment(b"0", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    assert texts(mail.as_bytes()) == ["글"]


def test_a_mail_inside_a_mail_is_read_and_one_inside_too_many_is_told():
    mail = eml("가장 안쪽")
    for depth in range(6):
        outer = EmailMessage()
        outer["From"], outer["Message-ID"], outer["Subject"] = "a@example.kr", "<1@example.kr>", f"겉 {depth}"
        outer.set_content("전달합니다.")
        outer.add_attachment(email.message_from_bytes(mail, policy=outer.policy))
        mail = outer.as_bytes()
    said = texts(mail)
    assert ("겉 4" in said, "가장 안쪽" in said, UNREAD.text in said) == (True, False, True)


def test_hidden_places_of_a_page_and_of_what_is_attached_are_counted_together():
    page = '<p>글<span style="display:none">숨김</span></p>'
    assert document(eml(page=page, files=[("a.html", b"<html>" + page.encode())])).hidden == 2


@pytest.mark.parametrize(
    "kind", ['application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"', "multipart/encrypted; boundary=x"]
)
def test_an_encrypted_mail_is_locked(kind):
    with pytest.raises(FileLocked):
        document(HEAD + f"Content-Type: {kind}\r\n\r\n--x\r\n\r\nAAAA\r\n--x--".encode())


def test_a_mail_of_endless_parts_is_refused():
    parts = b"--x\r\nContent-Type: text/plain\r\n\r\na\r\n" * 3000
    with pytest.raises(FileTooLarge):
        document(HEAD + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + parts + b"--x--")


def test_a_mail_that_hangs_on_a_mail_is_called_so():
    mail = EmailMessage()
    mail["From"] = "a@example.kr"
    mail.set_content("바깥")
    inner = EmailMessage()
    inner["Subject"] = "안쪽"
    inner.set_content("안쪽 글")
    mail.add_attachment(inner)
    assert texts(mail.as_bytes()) == ["바깥", "첨부한 메일", "안쪽", "안쪽 글"]


def test_what_a_saved_page_needs_to_be_drawn_is_no_text():
    page = (
        b'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="X"\r\n\r\n'
        b"--X\r\nContent-Type: text/html\r\n\r\n<p>text</p>\r\n"
        b"--X\r\nContent-Type: text/css\r\nContent-Location: cid:css\r\n\r\np{color:red}\r\n"
        b"--X\r\nContent-Type: text/javascript\r\n\r\nalert(1)\r\n--X--\r\n"
    )
    assert texts(page) == ["text"]


def test_a_style_sheet_that_somebody_sends_is_a_file():
    mail = EmailMessage()
    mail["From"] = "a@example.kr"
    mail.set_content("바깥")
    mail.add_attachment("p{}", subtype="css", filename="모양.css")
    assert texts(mail.as_bytes()) == ["바깥", "모양.css", "p{}"]
