"""Real files of public projects, where a copy of them lies beside the repository."""

import io
import re
import zipfile
from contextlib import suppress
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ilson.documents import grid
from ilson.documents.read import read
from ilson.domain.document import File
from ilson.domain.errors import FileEmpty, FileLocked, Refused

FOLDER = Path(__file__).parents[3].parent / "shared" / "samples"
FILES = sorted(path for path in FOLDER.glob("*.hwp*")) if FOLDER.is_dir() else []


def written(content):
    """Return every text that the sections of an HWPX file hold, without spaces."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    names = [name for name in archive.namelist() if re.search(r"section\d+\.xml$", name)]
    texts = [node for name in names for node in ET.fromstring(archive.read(name)).iter() if node.tag.endswith("}t")]
    return [bare("".join(text.itertext())) for text in texts]


def bare(text):
    return re.sub(r"[\s|]", "", grid.clean(text))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_real_file_is_read_or_refused(path):
    with suppress(Refused):
        read(File(path.name, path.read_bytes()))


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix == ".hwpx"], ids=lambda path: path.name)
def test_every_text_of_a_real_hwpx_file_is_found(path):
    content = path.read_bytes()
    try:
        found = bare(grid.flatten(read(File(path.name, content)).blocks))
    except FileLocked:
        assert b"encryption-data" in zipfile.ZipFile(io.BytesIO(content)).read("META-INF/manifest.xml")
    except FileEmpty:
        assert not any(written(content))
    else:
        assert [text for text in written(content) if text not in found] == []
