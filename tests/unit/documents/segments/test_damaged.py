import io
import random
import zipfile
from contextlib import suppress

import pytest
from doubles.damage import damaged
from doubles.office_files import hwpx, zipped
from doubles.office_pages import every_kind

from ilson.documents.segments.rewrite import segments, write_back
from ilson.domain.errors import FileBroken, Refused

ROUNDS = 50
ORIGINALS = {kind: content for kind, content in every_kind().items() if kind in {"hwpx", "docx"}}


@pytest.mark.parametrize("kind", ORIGINALS)
def test_damaged_files_are_rewritten_or_refused_and_nothing_else(kind):
    chance = random.Random(f"seed {kind}")
    for _ in range(ROUNDS):
        with suppress(Refused):
            content = damaged(ORIGINALS[kind], chance)
            found = segments(content).segments
            new = write_back(content, {one.id: f"{one.text}★" for one in found})
            assert [one.text for one in segments(new).segments] == [f"{one.text}★" for one in found]


@pytest.mark.parametrize("kind", ORIGINALS)
def test_every_part_with_one_bit_changed_is_rewritten_or_refused(kind):
    """The package stays whole here, so that what is damaged reaches the XML."""
    chance = random.Random(f"bits {kind}")
    archive = zipfile.ZipFile(io.BytesIO(ORIGINALS[kind]))
    members = {name: archive.read(name) for name in archive.namelist()}
    for name in [name for name in members if name.endswith(".xml")] * 10:
        data = bytearray(members[name])
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        with suppress(Refused):
            content = zipped(members | {name: bytes(data)})
            write_back(content, {one.id: "다른 글" for one in segments(content).segments})


def test_tables_without_end_inside_each_other_are_refused():
    deep = "<hp:tbl><hp:tr><hp:tc><hp:subList><hp:p><hp:run>" * 2000
    end = "</hp:run></hp:p></hp:subList></hp:tc></hp:tr></hp:tbl>" * 2000
    with pytest.raises(FileBroken):
        segments(hwpx(f"<hp:p><hp:run>{deep}<hp:t>글</hp:t>{end}</hp:run></hp:p>"))
