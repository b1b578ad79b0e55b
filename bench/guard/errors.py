"""Tells a developer each miss and each false alarm of a detector on a set."""

from collections.abc import Iterator, Sequence

from bench.guard.found import Detector, Found
from bench.guard.marked import Marked, Span
from bench.guard.score import judge

_AROUND = 40  # characters


def errors(documents: Sequence[Marked], detector: Detector, only: str = "") -> Iterator[str]:
    """Yield a line for each error of this type, or of all, the values between « and »."""
    for document in documents:
        found = detector(document.text)
        judged = judge(document, found)
        lines = [(miss.start, _missed(document, miss, found)) for miss in judged.missed if only in {"", miss.type}]
        lines += [
            (one.start, f"FALSE {one.type} {ground} [{one.evidence}] {_shown(document, one)}")
            for one, ground in judged.false
            if only in {"", one.type}
        ]
        yield from (line for _, line in sorted(lines))


def _missed(document: Marked, miss: Span, found: Sequence[Found]) -> str:
    instead = [
        f"{one.type} «{document.text[one.start : one.end]}» {one.evidence}"
        for one in found
        if one.start < miss.end and miss.start < one.end
    ]
    return f"MISS {miss.type}/{miss.variant} [{'; '.join(instead) or 'nothing'}] {_shown(document, miss)}"


def _shown(document: Marked, place: Found | Span) -> str:
    text, start, end = document.text, place.start, place.end
    before, value, behind = text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND]
    return f"{document.name}: {_line(before)}«{_line(value)}»{_line(behind)}"


def _line(text: str) -> str:
    return text.replace("\n", "⏎").replace("\t", "⇥")
