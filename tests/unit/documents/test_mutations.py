import random
from contextlib import suppress

import pytest
from doubles.office_files import (
    c,
    docx,
    hwp,
    hwp_table,
    hwpx,
    p,
    para,
    pdf,
    ruled,
    run,
    tbl,
    tc,
    wp,
    xlsx,
)

from ilson.documents.read import read
from ilson.domain.document import File
from ilson.domain.errors import Refused

ROUNDS = 50
ORIGINALS = {
    "hwpx": hwpx(p("제목", shape=1), run(tbl([tc("가", 0, 0), tc("나", 0, 1)]))),
    "hwp": hwp(para("제목", shape=1), para("표") + hwp_table(1, (0, 0, "가"), (0, 1, "나"))),
    "hwp plain": hwp(para("제목", shape=1), para("표") + hwp_table(1, (0, 0, "가"), (0, 1, "나")), flags=0),
    "docx": docx(wp("글"), wp("둘")),
    "xlsx": xlsx({"시트": {1: [c("A1", "가"), c("B1", 3)]}}),
    "pdf": pdf([(50, 800, "글"), ruled(50, 600, 2, 2), (60, 640, "가")]),
    "txt": "글과 그림".encode("cp949"),
}


def mutated(content, chance):
    """Return the bytes with some flipped, cut out, doubled or the end missing."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data[place] = chance.randrange(256)
            case 1:
                del data[place : place + chance.randint(1, 40)]
            case 2:
                data[place:place] = data[place : place + chance.randint(1, 40)]
            case 3:
                data[place : place + 4] = chance.choice([b"\xff\xff\xff\xff", b"\0\0\0\0", b"\0\0\0\x80"])
        if len(data) < 2:
            break
    return bytes(data or b"x")


@pytest.mark.parametrize("kind", ORIGINALS)
def test_damaged_files_are_read_or_refused_and_nothing_else(kind):
    chance = random.Random(f"seed {kind}")
    for _ in range(ROUNDS):
        with suppress(Refused):
            read(File(f"문서.{kind}", mutated(ORIGINALS[kind], chance)))
