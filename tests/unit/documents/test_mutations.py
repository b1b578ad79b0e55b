import random
from contextlib import suppress

import pytest
from doubles.damage import damaged
from doubles.office_pages import every_kind

from ilson.documents.markdown import to_text
from ilson.documents.read import read
from ilson.domain.document import File
from ilson.domain.errors import Refused

ROUNDS = 50
ORIGINALS = every_kind()


@pytest.mark.parametrize("kind", ORIGINALS)
def test_damaged_files_are_read_or_refused_and_nothing_else(kind):
    chance = random.Random(f"seed {kind}")
    for _ in range(ROUNDS):
        with suppress(Refused):
            assert to_text(read(File(f"문서.{kind}", damaged(ORIGINALS[kind], chance)))).strip()
