"""Office files of every kind: small ones and large ones that the tests write, and those of a folder."""

import importlib
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from ilson.documents.official.render import render
from ilson.domain.official_rule import Look

_TESTS: Final = Path(__file__).parents[2] / "tests"
_SENTENCE: Final = "구청장은 주민의 안전을 위하여 다음과 같이 시설을 점검하고 그 결과를 알린다. "
CHARACTERS: Final = 188_000
"""Characters of a large file: 100 pages with 50 tables."""

PAGES: Final = 100
"""Pages of a large file."""

_PARAGRAPHS: Final = 12  # of a page
_ROWS: Final = 5  # of a table, which every second page has
_COLUMNS: Final = 4
_RENDERED: Final = ("hwpx", "docx", "pdf")
_LARGEST: Final = 1_000_000  # bytes; damage to larger files is slow to make


def small(folder: Path) -> dict[str, bytes]:
    """Return one small file of each kind that is read, and the files of a folder, by their endings and numbers."""
    files: dict[str, bytes] = doubles("office_pages").every_kind()
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in {".hwp", ".hwpx", ".hml"})
    for index, path in enumerate(found):
        if path.stat().st_size <= _LARGEST:
            files[f"{index}{path.suffix.lower()}"] = path.read_bytes()
    return files


def large() -> dict[str, bytes]:
    """Return one file of so many pages and characters of each kind: those that officials get, and what tests write."""
    pages = [list(_page(page)) for page in range(PAGES)]
    written: dict[str, bytes] = doubles("office_pages").of_pages(pages)
    made = {kind: render({"title": "점검 결과", "body": body()}, kind, Look()) for kind in _RENDERED}
    return written | made


def body() -> list[dict[str, object]]:
    """Return the items of an official document that is as long as a large file."""
    return [item for page in range(PAGES) for item in _items(list(_page(page)))]


def _items(page: Sequence[str | list[list[str]]]) -> Iterator[dict[str, object]]:
    for part in page:
        yield {"text": part} if isinstance(part, str) else {"text": "표", "table": part}


def damaged(content: bytes, seed: int) -> bytes:
    """Return the file with damage that this seed chooses."""
    hurt: bytes = doubles("damage").damaged(content, random.Random(seed))  # noqa: S311 - repeatable, no secret
    return hurt


def _page(page: int) -> Iterator[str | list[list[str]]]:
    length = CHARACTERS // PAGES // _PARAGRAPHS
    for paragraph in range(_PARAGRAPHS):
        yield f"{page}쪽 {paragraph}. {_SENTENCE * 4}"[:length]
    if page % 2:
        yield [[f"{page}-{row}-{column}" for column in range(_COLUMNS)] for row in range(_ROWS)]


def doubles(name: str) -> Any:  # noqa: ANN401 - the tests are not typed
    """Return a module of the stand-ins of the tests."""
    if str(_TESTS) not in sys.path:
        sys.path.append(str(_TESTS))
    return importlib.import_module(f"doubles.{name}")
