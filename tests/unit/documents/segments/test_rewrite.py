import io
import re
import struct
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest
from doubles.office_files import HH, hwpx, p, run, section, tbl, tc, zipped
from doubles.rewritten import part, texts, written
from hwpx import HwpxDocument
from hwpx.opc.package import HwpxStructureError
from hypothesis import given, settings
from hypothesis import strategies as st

from ilson.documents import limits
from ilson.documents.read import read
from ilson.documents.segments.rewrite import segments, write_back
from ilson.domain.document import File
from ilson.domain.errors import FileBroken, FileEmpty, FileLocked, FileTooLarge, FileUnknown

FOLDER = Path(__file__).parents[4].parent / "shared" / "samples"
SAMPLES = sorted(FOLDER.glob("*.hwpx")) if FOLDER.is_dir() else []
HEAD = (
    f'<hh:head xmlns:hh="{HH}">'
    + "".join(
        f'<hh:charPr id="{number}" height="1000" textColor="{colour}">{inside}</hh:charPr>'
        for number, colour, inside in (
            (0, "#000000", ""),
            (1, "#000000", "<hh:bold/>"),
            (2, "#FFFFFF", ""),
            (3, "#000000", '<hh:spacing hangul="-5"/>'),
            (4, "#000000", '<hh:underline type="BOTTOM"/>'),
        )
    )
    + "</hh:head>"
)


def paragraph(*runs, more=""):
    """A paragraph of runs, each the number of its look and what it holds."""
    inside = "".join(f'<hp:run charPrIDRef="{look}">{held}</hp:run>' for look, held in runs)
    return f"<hp:p>{inside}<hp:linesegarray><hp:lineseg/></hp:linesegarray></hp:p>{more}"


def t(text):
    return f"<hp:t>{text}</hp:t>"


def made(*body, more=None):
    return hwpx(*body, more={"Contents/header.xml": HEAD} | (more or {}))


def places(content):
    return [(segment.place, segment.text) for segment in segments(content).segments]


def long_word():
    made = docx.Document()
    made.add_heading("추진 계획", 1)
    line = made.add_paragraph("가는 ")
    line.add_run("굵은").bold = True
    line.add_run(" 글\t뒤")
    table = made.add_table(2, 2)
    table.cell(0, 0).text, table.cell(1, 1).text = "칸 하나", "칸 둘"
    made.sections[0].header.paragraphs[0].text = "머리말"
    made.sections[0].footer.paragraphs[0].text = "꼬리말"
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def long_hwpx():
    made = HwpxDocument.new()
    made.add_paragraph("결과 알림")
    made.add_paragraph("회의 결과를 알립니다.")
    table = made.add_table(2, 2)
    table.set_cell_text(0, 0, "날짜")
    table.set_cell_text(1, 1, "내용")
    return made.to_bytes()


OWN = {"hwpx": long_hwpx(), "docx": long_word()}


def opens(content):
    """Return whether another library opens the file."""
    try:
        HwpxDocument.open(io.BytesIO(content)).text.markdown()
    except HwpxStructureError:
        return False
    return True


def changed_members(old, new):
    first, second = zipfile.ZipFile(io.BytesIO(old)), zipfile.ZipFile(io.BytesIO(new))
    assert first.namelist() == second.namelist()
    return [name for name in first.namelist() if first.read(name) != second.read(name)]


def stored(content, name):
    """Return a member as it lies in the package, packed."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    info = archive.getinfo(name)
    start = (
        info.header_offset + 30 + len(name.encode()) + int.from_bytes(content[info.header_offset + 28 :][:2], "little")
    )
    return content[start : start + info.compress_size]


@pytest.mark.parametrize("content", OWN.values(), ids=OWN)
def test_the_same_texts_give_the_same_bytes(content):
    assert write_back(content, {one.id: one.text for one in segments(content).segments}) == content


@pytest.mark.parametrize("content", OWN.values(), ids=OWN)
def test_every_text_can_be_another(content):
    found = segments(content).segments
    assert texts(write_back(content, {one.id: f"{one.text}★" for one in found})) == [f"{one.text}★" for one in found]


@pytest.mark.parametrize("content", OWN.values(), ids=OWN)
def test_only_the_changed_text_changes(content):
    first, *others = texts(content)
    assert texts(written(content, "다른 글")) == ["다른 글", *others]
    assert first != "다른 글"


def test_a_change_in_the_body_touches_no_other_part():
    assert changed_members(OWN["hwpx"], written(OWN["hwpx"], "다른 글")) == [
        "Contents/section0.xml",
        "Preview/PrvText.txt",
    ]
    body = next(one for one in segments(OWN["docx"]).segments if one.place == "body")
    assert changed_members(OWN["docx"], write_back(OWN["docx"], {body.id: "다른 글"})) == ["word/document.xml"]


def test_a_member_that_does_not_change_is_copied_as_it_is_packed():
    new = written(OWN["hwpx"], "다른 글")
    assert stored(new, "Contents/header.xml") == stored(OWN["hwpx"], "Contents/header.xml")
    assert new.startswith(b"PK\x03\x04")
    assert new[30:58] == b"mimetypeapplication/hwp+zip\x50"[:27] + new[57:58]


def streamed(content):
    """Return the package as a writer makes it that cannot go back: the sizes of a member stand behind it."""

    def refuse(*_):
        raise OSError

    stream = type("Stream", (io.BytesIO,), {"seek": refuse})()
    source = zipfile.ZipFile(io.BytesIO(content))
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name))
    return stream.getvalue()


def test_a_package_whose_sizes_follow_the_data_is_rewritten():
    content = streamed(made(p("글"), paragraph((0, t("둘")))))
    assert {info.flag_bits & 8 for info in zipfile.ZipFile(io.BytesIO(content)).infolist()} == {8}
    new = written(content, "다른 글")
    assert (texts(new), zipfile.ZipFile(io.BytesIO(new)).testzip()) == (["다른 글", "둘"], None)
    assert gaps(new) == [16, 16, 0]  # behind what was copied, and none behind what is new


def gaps(content):
    """Return how many bytes stand between the data of each member and what follows, by what its own head says."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    begins = [info.header_offset for info in archive.infolist()]
    found = []
    for info, end in zip(archive.infolist(), [*begins[1:], archive.start_dir], strict=True):
        flags, name, extra = struct.unpack_from("<H18xHH", content, info.header_offset + 6)
        assert flags == info.flag_bits
        gap = end - info.header_offset - 30 - name - extra - info.compress_size
        assert bool(gap) == bool(flags & 8)
        found.append(gap)
    return found


def test_another_look_inside_a_paragraph_is_marked_and_comes_back():
    content = made(paragraph((0, t("앞 ")), (1, t("굵은")), (0, t(" 뒤"))))
    assert texts(content) == ["앞 ⟨1⟩굵은⟨/1⟩ 뒤"]
    assert '<hp:run charPrIDRef="1"><hp:t>bold</hp:t></hp:run>' in part(written(content, "before ⟨1⟩bold⟨/1⟩ after"))


def test_looks_may_change_their_order():
    content = made(paragraph((0, t("이것은 ")), (1, t("굵은")), (0, t(" 그 ")), (4, t("그은"))))
    xml = part(written(content, "⟨2⟩나⟨/2⟩ 다라마바 ⟨1⟩가⟨/1⟩"))
    assert re.findall(r'charPrIDRef="(\d)"><hp:t>([^<]*)', xml) == [("4", "나"), ("0", " 다라마바 "), ("1", "가")]


def test_runs_that_look_alike_are_one_text():
    assert texts(made(paragraph((0, t("좁힌 ")), (3, t("글")), (0, t("자"))))) == ["좁힌 글자"]


def test_spaces_of_another_look_need_no_mark_but_drawn_ones_do():
    content = made(paragraph((0, t("가")), (1, t(" ")), (0, t("나")), (4, t("  ")), (0, t("다"))))
    assert texts(content) == ["가 나⟨1⟩  ⟨/1⟩다"]


def test_a_text_without_marks_gets_them_back_beside_their_words():
    content = made(paragraph((0, t("이 규정의 시행일은 ")), (1, t("2025.10.13.")), (0, t("입니다"))))
    assert texts(written(content, "이 규정의 시행일은 2025. 10. 13.입니다")) == [
        "이 규정의 시행일은 ⟨1⟩2025. 10. 13.⟨/1⟩입니다"
    ]


def test_words_put_in_behind_a_stretch_do_not_look_as_it_does():
    content = made(paragraph((0, t("이것은 앞 ")), (1, t("굵은")), (0, t(" 뒤"))))
    assert texts(written(content, "이것은 앞 굵은가 뒤")) == ["이것은 앞 ⟨1⟩굵은⟨/1⟩가 뒤"]


def test_signs_that_xml_forbids_never_reach_the_xml():
    content = written(made(p("글")), "가\x00\x0b\ufffe나")
    assert ET.fromstring(part(content)).findtext(".//{*}t") == "가나"


CROSSED = "가⟨/1⟩나 다⟨1⟩"


@pytest.mark.parametrize("broken", ["⟨1⟩가 나 다", CROSSED, "⟨1⟩가⟨/1⟩⟨1⟩나⟨/1⟩ 다", "⟨1/⟩가 나 다", "가 나 다"])
def test_broken_marks_lose_no_text_and_hardly_a_look(broken):
    content = made(paragraph((0, t("앞 ")), (1, t("굵은")), (0, t(" 뒤"))))
    new = written(content, broken)
    assert segments(new).segments[0].plain == re.sub("⟨/?1/?⟩", "", broken)
    assert ('charPrIDRef="1"' in part(new)) == (broken != CROSSED)


def test_brackets_of_the_text_itself_are_text():
    content = made(paragraph((0, t("식 ⟨1⟩ ")), (1, t("굵은"))))
    assert texts(content) == ["식 ⟨1⟩ ⟨2⟩굵은⟨/2⟩"]
    assert texts(written(content, "⟨1⟩⟨9⟩ ⟨2⟩가⟨/2⟩")) == ["⟨1⟩⟨9⟩ ⟨10⟩가⟨/10⟩"]


FIELD = (
    '<hp:ctrl><hp:fieldBegin id="7" type="HYPERLINK"/></hp:ctrl>',
    '<hp:ctrl><hp:fieldEnd beginIDRef="7"/></hp:ctrl>',
)


def test_a_link_keeps_its_ends_around_its_words():
    content = made(paragraph((0, t("주소는 ") + FIELD[0]), (0, t("여기") + FIELD[1] + t("입니다"))))
    assert texts(content) == ["주소는 ⟨1/⟩여기⟨2/⟩입니다"]
    xml = part(written(content, "It is ⟨1/⟩here⟨2/⟩."))
    assert re.sub("</?hp:(?:run|t)[^>]*>", "", xml[xml.index("It is") : xml.index("</hp:p>")]) == (
        f"It is {FIELD[0]}here{FIELD[1]}."
    )


def test_tabs_and_breaks_are_signs_and_keep_their_settings():
    content = made(paragraph((0, t('가<hp:tab width="77" leader="3"/>나<hp:lineBreak/>다<hp:nbSpace/>라'))))
    assert texts(content) == ["가\t나\n다\xa0라"]
    assert '<hp:t>x<hp:tab width="77" leader="3"/>y<hp:lineBreak/>z' in part(written(content, "x\ty\nz"))


def test_only_a_changed_paragraph_loses_its_cached_lines():
    content = made(paragraph((0, t("가"))), paragraph((0, t("나"))))
    assert part(written(content, "다")).count("linesegarray") == 2


def test_every_kind_of_place_is_found_in_reading_order():
    box = f"<hp:rect><hp:drawText><hp:subList>{p('글상자')}</hp:subList></hp:drawText></hp:rect>"
    note = f"<hp:ctrl><hp:footNote><hp:subList>{p('각주')}</hp:subList></hp:footNote></hp:ctrl>"
    head = f"<hp:ctrl><hp:header><hp:subList>{p('머리말')}</hp:subList></hp:header></hp:ctrl>"
    caption = f"<hp:tbl><hp:caption><hp:subList>{p('표 제목')}</hp:subList></hp:caption>"
    table = tbl([tc("칸", 0, 0)]).replace("<hp:tbl>", caption)
    content = made(run(f"{head}{t('본문')}{note}{table}{box}"))
    assert places(content) == [
        ("body", "본문"),
        ("header", "머리말"),
        ("note", "각주"),
        ("caption", "표 제목"),
        ("table", "칸"),
        ("box", "글상자"),
    ]


def test_a_paragraph_and_the_table_inside_it_change_together():
    content = made(run(f"{t('앞')}{tbl([tc('칸', 0, 0)])}{t('뒤')}"))
    new = written(content, "before⟨1/⟩after", "cell")
    assert texts(new) == ["before⟨1/⟩after", "cell"]
    assert part(new).count("<hp:tbl>") == 1


def test_hidden_tracked_and_commented_text_is_no_segment_and_stays():
    hidden = "<hp:ctrl><hp:hiddenComment><hp:subList>" + p("숨은 설명") + "</hp:subList></hp:hiddenComment></hp:ctrl>"
    memo = '<hp:ctrl><hp:fieldBegin type="MEMO"><hp:subList>' + p("메모") + "</hp:subList></hp:fieldBegin></hp:ctrl>"
    deleted = '<hp:deleteBegin Id="1"/>지운 글<hp:deleteEnd Id="1"/>'
    content = made(paragraph((0, t(f"보이는 {deleted}글") + hidden + memo), (2, t("흰 글"))))
    assert (texts(content), segments(content).left) == (["보이는 ⟨1/⟩글"], 4)
    xml = part(written(content, "seen"))
    assert [said for said in ("숨은 설명", "메모", "지운 글", "흰 글") if said not in xml] == []


def test_the_preview_says_what_the_text_says():
    content = made(p("글"), more={"Preview/PrvText.txt": "글"})
    assert part(written(content, "다른 <글>"), "Preview/PrvText.txt") == "다른 <글>"


def test_alternatives_for_older_readers_are_one_segment_and_change_together():
    content = made(run(f"<hp:switch><hp:case>{p('가')}</hp:case><hp:default>{p('가')}</hp:default></hp:switch>"))
    assert texts(content) == ["가"]
    assert part(written(content, "나")).count("<hp:t>나</hp:t>") == 2


def test_a_section_in_utf_16_stays_so():
    xml = f'<?xml version="1.0" encoding="UTF-16"?>{section(p("글"))}'
    content = hwpx(more={"Contents/section0.xml": xml.encode("utf-16")})
    new = written(content, "다른 글")
    assert (texts(new), zipfile.ZipFile(io.BytesIO(new)).read("Contents/section0.xml")[:2]) == (
        ["다른 글"],
        b"\xff\xfe",
    )


def test_comments_and_sections_of_characters_in_the_xml_do_not_confuse():
    content = made(f"<!-- <hp:p> > -->{p('<![CDATA[a<b]]>')}<hp:p a='>'><hp:run><hp:t>나</hp:t></hp:run></hp:p>")
    assert texts(content) == ["a<b", "나"]
    assert texts(written(content, "c>d", "다")) == ["c>d", "다"]


@pytest.mark.parametrize("content", OWN.values(), ids=OWN)
@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_text_comes_back_without_what_xml_forbids(content, text):
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text.replace("\r\n", "\n").replace("\r", "\n"))
    found = [one.text for one in segments(written(content, text)).segments if one.text.strip()]
    assert (found[0] if kept.strip() else "") == (kept if kept.strip() else "")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_real_file_stays_what_it_is(path):
    content = path.read_bytes()
    try:
        found = segments(content).segments
    except (FileLocked, FileBroken):
        return
    assert write_back(content, {one.id: one.text for one in found}) == content
    new = write_back(content, {one.id: f"★{one.text}" for one in found})
    assert texts(new) == [f"★{one.text}" for one in found]
    assert opens(new) == opens(content)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_real_file_reads_the_same_after_its_paragraphs_were_written_anew(path):
    content = path.read_bytes()
    try:
        before = read(File("a.hwpx", content))
    except (FileEmpty, FileLocked, FileBroken):
        return
    found = segments(content).segments
    once = write_back(content, {one.id: f"{one.text}★" for one in found})
    assert read(File("a.hwpx", write_back(once, {one.id: one.text for one in found}))) == before


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"plain text", FileUnknown),
        (zipped({"a": "b"}), FileUnknown),
        (b"PK\x03\x04 and no more", FileBroken),
        (hwpx(sections=["<a><b></a>"]), FileBroken),
        (hwpx(sections=['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>']), FileBroken),
        (made(p("글"), more={"META-INF/manifest.xml": "<a><encryption-data/></a>"}), FileLocked),
    ],
)
def test_what_cannot_be_rewritten_is_refused(content, error):
    with pytest.raises(error):
        segments(content)
    with pytest.raises(error):
        write_back(content, {})


def test_a_file_above_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "FILE_BYTES", 3)
    with pytest.raises(FileTooLarge):
        segments(OWN["hwpx"])
