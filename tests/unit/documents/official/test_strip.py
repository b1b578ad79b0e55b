import io
import struct
from base64 import b64encode
from typing import Any

import pytest
from doubles.official_drafts import JPEG, png
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from ilson.documents.official.pictures import measure
from ilson.documents.official.render import render
from ilson.documents.official.strip import strip
from ilson.domain.errors import BadRequest
from ilson.domain.official_rule import Look

HOME = b"37.5509N 126.8495E"
RED, BLUE = (200, 20, 20), (20, 20, 200)
SIZE = (48, 32)
ORIENTATION, GPS_PLACE, MAKER = 0x0112, 0x8825, 0x010F


def shown() -> Image.Image:
    """A picture whose upper left corner is red, the rest blue."""
    picture = Image.new("RGB", SIZE, BLUE)
    picture.paste(RED, (0, 0, 16, 16))
    return picture


def taken(kind: str = "JPEG", turn: int = 1, **more: Any) -> bytes:
    """The picture as a telephone keeps it: held so, with its place, its maker and a remark."""
    exif = Image.Exif()
    exif[ORIENTATION] = turn
    exif[MAKER] = HOME.decode()
    exif.get_ifd(GPS_PLACE)[1] = "N"
    backwards = {6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270, 3: Image.Transpose.ROTATE_180}
    backwards |= {2: Image.Transpose.FLIP_LEFT_RIGHT, 4: Image.Transpose.FLIP_TOP_BOTTOM}
    backwards |= {5: Image.Transpose.TRANSPOSE, 7: Image.Transpose.TRANSVERSE}
    held = shown().transpose(backwards[turn]) if turn in backwards else shown()
    stream = io.BytesIO()
    held.save(stream, kind, exif=exif, **more)
    return stream.getvalue()


def corners(content: bytes) -> tuple[tuple[int, int], str, str]:
    """The size, and which colour is in the upper left and in the lower right corner, as its dots lie."""
    with Image.open(io.BytesIO(content)) as picture:
        dots = picture.convert("RGB")
    named = [("red" if dots.getpixel(at)[0] > 100 else "blue") for at in ((4, 4), (dots.width - 5, dots.height - 5))]  # type: ignore[index]
    return dots.size, *named


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_loses_its_place_and_its_maker_and_stands_upright(kind: str, turn: int) -> None:
    content = taken(kind, turn)
    bare = strip(content, measure(content)[0])
    assert HOME in content
    assert [mark in bare for mark in (HOME, b"Exif", b"eXIf")] == [False] * 3
    assert corners(bare) == (SIZE, "red", "blue")


def test_remarks_of_every_kind_go() -> None:
    words = PngInfo()
    words.add_text("Comment", HOME.decode())
    words.add_itxt("XML:com.adobe.xmp", HOME.decode(), zip=False)
    told = {"JPEG": {"comment": HOME, "xmp": HOME}, "PNG": {"pnginfo": words}}
    for kind, more in told.items():
        content = taken(kind, **more)
        assert content.count(HOME) == 3
        assert HOME not in strip(content, measure(content)[0])


def test_what_a_telephone_puts_behind_a_picture_goes() -> None:
    content = taken() + b"\0\0" + HOME + b"SEFT"
    assert measure(content)[1:] == SIZE
    assert HOME not in strip(content, "jpg")
    assert HOME not in strip(png() + HOME, "png")


def test_a_small_picture_of_the_picture_goes() -> None:
    head = b"JFIF\0\1\2\0\0\1\0\1\2\1" + HOME[:6]
    content = JPEG[:2] + b"\xff\xe0" + struct.pack(">H", len(head) + 2) + head + JPEG[20:]
    assert corners(strip(content, "jpg"))[0] == (16, 8)
    assert HOME[:6] not in strip(content, "jpg")


def test_its_colours_stay_and_its_dots_too_where_it_is_upright() -> None:
    stream = io.BytesIO()
    shown().save(stream, "JPEG", icc_profile=b"the colours of a screen")
    assert b"the colours of a screen" in strip(stream.getvalue(), "jpg")
    assert strip(JPEG, "jpg") == JPEG
    assert strip(png(), "png") == png()


@pytest.mark.parametrize(
    "exif",
    [
        b"",
        b"II",
        b"II*\0\xff\xff\xff\xff",
        b"MM\0*\0\0\0\x08\xff\xff",
        b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x63\0\0",
    ],
)
def test_what_nobody_can_read_turns_nothing(exif: bytes) -> None:
    said = b"Exif\0\0" + exif
    content = JPEG[:2] + b"\xff\xe1" + struct.pack(">H", len(said) + 2) + said + JPEG[2:]
    assert strip(content, "jpg") == JPEG


def test_a_damaged_picture_that_must_be_turned_is_refused() -> None:
    content = taken(turn=6)
    at = content.index(b"\xff\xc4")
    broken = content[: at + 5] + b"\xff" * 16 + content[at + 21 :]
    with pytest.raises(BadRequest):
        strip(broken, "jpg")


@pytest.mark.parametrize("kind", ["hwpx", "docx", "html"])
def test_the_place_of_a_picture_does_not_travel_with_the_document(kind: str) -> None:
    content = taken(turn=6)
    picture = {"content": b64encode(content).decode()}
    file = render({"title": "현장", "body": [{"text": "사진", "picture": picture}]}, kind, Look())
    bare = strip(content, "jpg")
    assert (b64encode(bare) if kind == "html" else bare) in file
    assert HOME not in file
