import pytest
from doubles.official_drafts import JPEG, png

from ilson.documents.official.pictures import measure
from ilson.domain.errors import BadRequest

PNG = png()
ADAM7 = sum(
    (1 + len(range(x, 40, across))) * len(range(y, 20, down))
    for x, y, across, down in [
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ]
)


@pytest.mark.parametrize(
    ("content", "measured"), [(PNG, ("png", 40, 20)), (png(dots=bytes(ADAM7)), ("png", 40, 20)), (JPEG, ("jpg", 16, 8))]
)
def test_a_picture_tells_its_format_and_its_size(content: bytes, measured: tuple[str, int, int]) -> None:
    assert measure(content) == measured


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a" + bytes(40),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7",
        PNG[:-1],
        PNG[:8],
        PNG[:40] + bytes([PNG[40] ^ 1]) + PNG[41:],
        PNG[:29] + bytes(4) + PNG[33:],
        png(told=(41, 20)),
        png(told=(40, 21)),
        png(told=(40, 19)),
        png(told=(0, 20)),
        png(dots=bytes(ADAM7 - 1)),
        png(dots=bytes(ADAM7 + 1)),
        png(told=(100_000, 100_000)),
        JPEG[:-2],
        JPEG[:30] + JPEG[-2:],
        b"\xff\xd8\xff" + b"\xff" * 40 + b"\xff\xd9",
        b"\xff\xd8\xff\xe0\x00\x00\xff\xd9",
    ],
)
def test_a_file_that_is_no_whole_picture_or_lies_about_it_is_refused(content: bytes) -> None:
    with pytest.raises(BadRequest):
        measure(content)
