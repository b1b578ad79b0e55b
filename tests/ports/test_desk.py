"""What the desk must do, over the real process."""

import asyncio
import contextlib
import json
import os
import signal
import sys
import threading
from pathlib import Path

import pytest
import uvloop
from doubles.office_files import hwp, hwpx, p, para

from ilson.documents import limits
from ilson.documents.wire import from_json
from ilson.domain.document import Document, File, Paragraph
from ilson.domain.errors import (
    BadRequest,
    DraftIncomplete,
    FileArchive,
    FileBroken,
    FileEmpty,
    FileLocked,
    FileOld,
    FilePicture,
    FileTooLarge,
    FileUnknown,
    ReaderDown,
    Refused,
)
from ilson.domain.official_rule import Look
from ilson.engines.reading import desk as reading
from ilson.engines.reading import process
from ilson.engines.reading.desk import ProcessDesk

SLOW = """
import sys
from ilson.engines.reading import child
def slow(header, body):
    if header["name"].startswith("slow"):
        import time
        time.sleep(600)
    if header["name"].startswith("crash"):
        import os, signal
        os.kill(os.getpid(), signal.SIGKILL)
    if header["name"].startswith("noise"):
        print("900101-1234567", flush=True)
        print("900101-1234567", file=sys.stderr)
    if header["name"].startswith("write"):
        with open(header["name"].partition(" ")[2], "wb") as file:
            file.write(body)
    return real(header, body)
real, child._read = child._read, slow
child.main()
"""


@pytest.fixture
async def desk():
    made = ProcessDesk(size=1)
    yield made
    await made.aclose()


@pytest.fixture
async def odd_desk(monkeypatch, tmp_path):
    """A desk whose process obeys names: slow, crash, noise, write."""
    module = tmp_path / "odd.py"
    module.write_text(SLOW)
    monkeypatch.setattr(process, "COMMAND", (sys.executable, "-I", str(module)))
    made = ProcessDesk(size=1)
    yield made
    await made.aclose()


def text(name, said="글"):
    return File(name, said.encode())


def said(document):
    return [block.text for block in document.blocks]


def pid(desk):
    return desk._idle[0].process.pid


async def left_waiting(desk, file):
    """Return a request whose process has the file and has not answered."""
    await desk.read(text("warm.txt"))
    task = asyncio.create_task(desk.read(file))
    await asyncio.sleep(0)
    return task


@pytest.mark.anyio
async def test_a_document_comes_back_from_the_process(desk):
    assert await desk.read(File("가.hwpx", hwpx(p("글")))) == Document("가.hwpx", "hwpx", (Paragraph("글"),))


@pytest.mark.anyio
async def test_a_refusal_comes_back_as_what_it_is(desk):
    with pytest.raises(FileLocked):
        await desk.read(File("가.hwp", hwp(para("글"), flags=3)))


@pytest.mark.anyio
@pytest.mark.parametrize("kind", ["hwpx", "docx", "pdf", "html", "txt"])
async def test_a_draft_becomes_a_file_that_the_desk_can_read(desk, kind):
    made = await desk.render({"title": "결과 알림", "body": [{"text": "회의 결과를 알립니다."}]}, kind, Look())
    assert "회의 결과를 알립니다." in str(await desk.read(File(f"가.{kind}", made)))


@pytest.mark.anyio
@pytest.mark.parametrize(("draft", "error"), [({}, DraftIncomplete), ({"unheard of": 1}, BadRequest)])
async def test_a_draft_that_cannot_be_made_comes_back_as_why(desk, draft, error):
    with pytest.raises(error):
        await desk.render(draft, "hwpx", Look())


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("error", "content"),
    [
        (FileOld, b"{\\rtf1 }"),
        (FilePicture, b"\x89PNG\r\n\x1a\n" + bytes(50)),
        (FileArchive, b"7z\xbc\xaf\x27\x1c" + bytes(50)),
        (FileEmpty, b""),
        (FileBroken, b"PK\x03\x04 no package"),
        (FileUnknown, b"\x01\x02\x03"),
    ],
)
async def test_every_refusal_comes_back_with_what_to_do(desk, error, content):
    with pytest.raises(Refused) as refused:
        await desk.read(File("가", content))
    assert type(refused.value) is error


@pytest.mark.anyio
async def test_one_process_serves_one_file_after_the_other(desk):
    await desk.read(text("a.txt"))
    first = pid(desk)
    await desk.read(text("b.txt"))
    assert pid(desk) == first


@pytest.mark.anyio
async def test_the_memory_of_the_server_does_not_wear_out_the_process(desk):
    ballast = b"1" * (450 << 20)  # on Linux the process begins with the peak of the one that started it
    await desk.read(text("a.txt"))
    assert (len(desk._idle), ballast[-1:]) == (1, b"1")


@pytest.mark.anyio
async def test_a_process_that_died_unseen_is_replaced(desk):
    await desk.read(text("a.txt"))
    os.kill(pid(desk), signal.SIGKILL)
    assert said(await desk.read(text("b.txt", "둘"))) == ["둘"]


@pytest.mark.anyio
async def test_a_file_that_crashes_the_process_twice_is_broken(odd_desk):
    with pytest.raises(FileBroken):
        await odd_desk.read(text("crash.txt"))


@pytest.mark.anyio
async def test_after_a_crash_the_next_file_is_read(odd_desk):
    with contextlib.suppress(FileBroken):
        await odd_desk.read(text("crash.txt"))
    assert said(await odd_desk.read(text("b.txt", "둘"))) == ["둘"]


@pytest.mark.anyio
async def test_a_file_that_takes_too_long_ends_the_process(odd_desk):
    await odd_desk.read(text("warm.txt"))
    odd_desk._seconds = 0.2
    with pytest.raises(ReaderDown):
        await odd_desk.read(text("slow.txt"))


@pytest.mark.anyio
async def test_the_answer_to_a_reader_who_left_never_reaches_the_next(odd_desk):
    left = await left_waiting(odd_desk, text("slow.txt", "남의 글"))
    left.cancel()
    assert said(await odd_desk.read(text("b.txt", "내 글"))) == ["내 글"]


@pytest.mark.anyio
async def test_what_a_library_prints_neither_breaks_an_answer_nor_reaches_a_log(odd_desk, capfd):
    assert said(await odd_desk.read(text("noise.txt"))) == ["글"]
    assert capfd.readouterr() == ("", "")


@pytest.mark.anyio
async def test_the_process_can_write_nothing_to_disk(odd_desk, tmp_path):
    with pytest.raises(ReaderDown):
        await odd_desk.read(text(f"write {tmp_path}/kept"))
    assert (tmp_path / "kept").read_bytes() == b""


@pytest.mark.anyio
async def test_others_go_on_while_a_large_document_is_taken_in(desk, monkeypatch):
    others = threading.Event()

    def slow(value):
        asked.call_soon_threadsafe(others.set)  # only a free loop gets to it
        assert others.wait(5)
        return from_json(value)

    asked = asyncio.get_running_loop()
    monkeypatch.setattr(reading, "from_json", slow)
    assert said(await desk.read(text("a.txt"))) == ["글"]


def environment(desk):
    return Path(f"/proc/{pid(desk)}/environ").read_bytes()


@pytest.mark.anyio
async def test_the_process_inherits_no_environment(desk, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "a-key-of-the-agency")
    await desk.read(text("a.txt"))
    assert b"a-key-of-the-agency" not in environment(desk)


@pytest.mark.anyio
async def test_two_processes_read_at_the_same_time_and_answers_do_not_mix():
    desk = ProcessDesk(size=2)
    found = await asyncio.gather(*(desk.read(text(f"{index}.txt", f"글 {index}")) for index in range(20)))
    await desk.aclose()
    assert [said(document) for document in found] == [[f"글 {index}"] for index in range(20)]


@pytest.mark.anyio
async def test_a_file_above_the_limit_never_reaches_the_process(desk, monkeypatch):
    monkeypatch.setattr(limits, "FILE_BYTES", 3)
    with pytest.raises(FileTooLarge):
        await desk.read(text("a.txt", "긴 글"))
    assert desk._idle == []


@pytest.mark.anyio
async def test_a_long_name_with_a_letter_that_no_json_carries_is_read(desk):
    assert said(await desk.read(text("\ud800" * 300_000))) == ["글"]


@pytest.mark.anyio
async def test_a_process_that_cannot_start_is_down(monkeypatch):
    monkeypatch.setattr(process, "COMMAND", (sys.executable, "-c", "raise SystemExit(1)"))
    desk = ProcessDesk()
    with pytest.raises(ReaderDown):
        await desk.read(text("a.txt"))
    await desk.aclose()


def test_the_desk_works_on_the_loop_of_the_server():
    async def served():
        desk = ProcessDesk(size=1)
        left = await left_waiting(desk, text("left.txt", "남의 글" * 100_000))
        left.cancel()
        found = await desk.read(text("b.txt", "내 글"))
        await desk.aclose()
        return said(found)

    assert uvloop.run(served()) == ["내 글"]


@pytest.mark.anyio
async def test_two_documents_are_compared_in_the_process(desk):
    old, new = (Document("가.txt", "txt", (Paragraph(f"제1조(목적) 접수는 {days}일로 한다."),)) for days in (3, 7))
    found = await desk.compare(old, new, "json", every=False, full=False)
    assert [row["change"] for row in json.loads(found)["rows"]] == ["changed"]
    with pytest.raises(BadRequest):
        await desk.compare(old, new, "exe", every=False, full=False)


@pytest.mark.anyio
async def test_the_texts_of_a_file_are_found_and_replaced_in_the_process(desk):
    file = File("가.hwpx", hwpx(p("글")))
    (segment,) = (await desk.segments(file)).segments
    assert said(await desk.read(File("가.hwpx", await desk.rewrite(file, {segment.id: "다른\ud800 글"})))) == [
        "다른 글"
    ]


@pytest.mark.anyio
async def test_a_locked_file_has_no_segments(desk):
    locked = hwpx(p("글"), more={"META-INF/manifest.xml": "<a><encryption-data/></a>"})
    with pytest.raises(FileLocked):
        await desk.segments(File("가.hwpx", locked))
    with pytest.raises(FileLocked):
        await desk.rewrite(File("가.hwpx", locked), {})
