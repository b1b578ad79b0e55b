"""Drafts of official documents, and pictures, for the tests of what is made of them."""

import struct
import zlib
from base64 import b64decode, b64encode
from typing import Any

TABLE = [["구분", "인원(명)"], ["행정 <1> & 2", "1,200"], ["긴 내용 " * 30, "2"]]
RICH: dict[str, Any] = {
    "agency": "서울특별시 강서구",
    "to": "수신자 참조",
    "recipients": ["행정지원과장", "자치행정과장(민원팀장)"],
    "title": "교육 <안내> & '계획'",
    "body": [
        {"text": '관련: 디지털정책과-1234(2026. 11. 2., "계획")'},
        {
            "text": "다음과 같이",
            "items": [{"text": "일시", "items": [{"text": "오전"}, {"text": "오후"}]}, {"text": "장소"}],
        },
        {"text": "현황", "table": TABLE},
    ],
    "attachments": [{"name": "계획서"}, {"name": "명단"}],
    "sender": "강서구청장",
    "seal": "관인생략",
    "signatures": [
        {"role": "drafter", "title": "주무관", "name": "김강서"},
        {"role": "reviewer", "title": "팀장", "name": "이강서"},
        {"role": "approver", "title": "과장", "name": "박강서", "mark": "전결"},
        {"role": "cooperator", "title": "예산팀장", "name": "최강서"},
    ],
    "number": "디지털정책과-5678",
    "date": "2026. 11. 22.",
    "address": "07658 서울특별시 강서구 화곡로 302",
    "disclosure": "부분공개(5)",
    "summary": "교육을 안내함",
    "keywords": ["교육", "인공지능"],
}
WRITTEN = [
    "서울특별시 강서구",
    "수신  수신자 참조",
    "(경유)",
    "제목  교육 <안내> & '계획'",
    '1. 관련: 디지털정책과-1234(2026. 11. 2., "계획")',
    "2. 다음과 같이",
    "가. 일시",
    "1) 오전",
    "2) 오후",
    "나. 장소",
    "3. 현황",
    "붙임  1. 계획서 1부.",
    "2. 명단 1부.  끝.",
    "강서구청장   관인생략 ",
    "수신자  행정지원과장, 자치행정과장(민원팀장)",
    "협조자  예산팀장 최강서",
    "우 07658 서울특별시 강서구 화곡로 302",
    "부분공개(5)",
]


def png(width: int = 40, height: int = 20, *, told: tuple[int, int] | None = None, dots: bytes = b"") -> bytes:
    """Make a grey picture; `told` is the size that it claims, `dots` are those of an interlaced one."""
    head = struct.pack(">IIBBBBB", *(told or (width, height)), 8, 0, 0, 0, bool(dots))
    dots = zlib.compress(dots or (b"\0" + bytes([128]) * width) * height)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", dots) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


JPEG = b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////"
    "////////wAALCAAIABABAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AD//Z"
)
"""16 dots wide, 8 high."""


def pictured(content: bytes, says: str = "막대그래프") -> dict[str, Any]:
    """Make an item that holds a picture."""
    return {"text": "그래프", "picture": {"content": b64encode(content).decode(), "says": says}}
