"""Writes the pieces of an answer as the Vercel AI SDK's UI message stream, version 1.

Source: AI SDK documentation, "Stream protocols – UI message stream".
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any, Final
from uuid import uuid4

import orjson

from ilson.domain.errors import IlsonError
from ilson.domain.piece import Draft, Guarded, Piece, Restored, Source, Step, Summary, Text, Usage

HEADERS: Final = (
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"x-vercel-ai-ui-message-stream", b"v1"),
    (b"x-accel-buffering", b"no"),
)
DONE: Final = b"data: [DONE]\n\n"


class Writer:
    """Turns pieces into events; it remembers whether a text is open, and what was counted."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self._labels = labels  # type of finding → Korean name
        self._text_open = False
        self._masked = 0
        self._sources = 0

    def start(self) -> bytes:
        """Return the first event."""
        return event({"type": "start", "messageId": uuid4().hex})

    def write(self, piece: Piece) -> bytes:
        """Return the events that one piece makes; none for what only the ledger needs."""
        return b"".join(map(event, self._events(piece)))

    def fail(self, error: IlsonError, texts: Mapping[str, str]) -> bytes:
        """Return the last event of an answer that failed."""
        return self._close() + event({"type": "error", "errorText": orjson.dumps(told(error, texts)).decode()})

    def _events(self, piece: Piece) -> Iterator[dict[str, Any]]:
        match piece:
            case Step(name):
                yield {"type": "data-step", "data": {"name": name}, "transient": True}
            case Guarded() | Restored():
                yield self._of_the_guard(piece)
            case Text(text):
                yield from self._text(text)
            case Source():
                self._sources += 1
                yield _source(piece)
            case Draft(value):
                yield {"type": "data-draft", "id": "draft", "data": value}
            case Usage():
                pass
            case Summary():
                yield from self._end(piece)

    def _of_the_guard(self, piece: Guarded | Restored) -> dict[str, Any]:
        match piece:
            case Guarded():
                return self._guarded(piece)
            case Restored():
                return self._restored(piece)

    def _guarded(self, piece: Guarded) -> dict[str, Any]:
        self._masked = sum(piece.counts.values())
        counts = [{"type": kind, "label": self._labels.get(kind, kind), "count": n} for kind, n in piece.counts.items()]
        data = {
            "counts": counts,
            "grade": piece.grade.name,
            "grade_before": piece.grade_before.name,
            "reasons": list(piece.reasons),
            "released": piece.released,
            "orders": piece.orders,
            "hidden": piece.hidden,
            "warnings": [asdict(reason) for reason in piece.warnings],
        }
        return {"type": "data-guard", "data": data}

    def _restored(self, piece: Restored) -> dict[str, Any]:
        values = [
            {"value": value, "type": kind, "label": self._labels.get(kind, kind)}
            for value, kind in piece.values.items()
        ]
        return {"type": "data-restored", "id": "restored", "data": {"values": values}}

    def _text(self, text: str) -> Iterator[dict[str, Any]]:
        if not self._text_open:
            self._text_open = True
            yield {"type": "text-start", "id": "answer"}
        yield {"type": "text-delta", "id": "answer", "delta": text}

    def _end(self, summary: Summary) -> Iterator[dict[str, Any]]:
        if self._text_open:
            self._text_open = False
            yield {"type": "text-end", "id": "answer"}
        told_below = {**asdict(summary), "grade": summary.grade.name, "masked": self._masked, "sources": self._sources}
        yield {"type": "finish", "messageMetadata": told_below}

    def _close(self) -> bytes:
        if not self._text_open:
            return b""
        self._text_open = False
        return event({"type": "text-end", "id": "answer"})


def event(value: Mapping[str, Any]) -> bytes:
    """Return one server-sent event."""
    return b"data: " + orjson.dumps(value) + b"\n\n"


def told(error: IlsonError, texts: Mapping[str, str]) -> dict[str, Any]:
    """Return what the official is told of an error: its code, a Korean sentence, whether to try again, which rules."""
    sentence = texts[f"error.{error.code}"]
    reasons = [asdict(reason) for reason in error.reasons]
    return {
        "code": error.code,
        "sentence": sentence,
        "retry": error.retry,
        "rules": list(error.rules),
        "told": reasons,
    }


def _source(source: Source) -> dict[str, Any]:
    place = {
        "number": source.number,
        "document": source.document,
        "block": source.block,
        "page": source.page,
        "quote": source.quote,
    }
    return {
        "type": "source-document",
        "sourceId": str(source.number),
        "mediaType": "text/plain",
        "title": source.quote[:80],
        "providerMetadata": {"ilson": place},
    }
