"""Mends what can be mended without asking."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from itertools import accumulate
from typing import Any, Final

from ilson.documents.official.lint.draft_lines import refuse_deep
from ilson.documents.official.lint.lint import Linter
from ilson.documents.official.lint.read_document import segment_lines
from ilson.documents.official.lint.remark import Remark
from ilson.domain.segment import Segment

ROUNDS: Final = 12
"""Times that a text is looked at again: one mending may show the next, as a full stop that needs its space."""


def mend_text(text: str, linter: Linter, *, name: str = "") -> tuple[str, int]:
    """Return the text with every safe fix applied, and how many were; mending it again changes nothing.

    Line breaks stay those of the text.
    """
    windows = 0 < text.count("\n") == text.count("\r\n")  # a text with breaks of both kinds keeps both
    text, count = text.replace("\r\n", "\n") if windows else text, 0
    for _ in range(ROUNDS):
        mended, changes = apply(text, [found for found in linter.check(text, name=name) if found.safe])
        if not changes:
            break
        text, count = mended, count + changes
    return text.replace("\n", "\r\n") if windows else text, count


def mend_segments(segments: Sequence[Segment], linter: Linter, *, name: str = "") -> tuple[dict[str, str], int]:
    """Return the segments of a file that change, by their ids, with every safe fix applied, and how many were.

    A fix that would reach over the end of a paragraph is left out.
    """
    texts = [segment.plain for segment in segments]
    count = 0
    for _ in range(ROUNDS):
        changes = 0
        for at, safe in _by_segment(segments, texts, linter, name):
            texts[at], changed = apply(texts[at], safe)
            changes += changed
        if not changes:
            break
        count += changes
    kept = zip(segments, texts, strict=True)
    return {segment.id: text for segment, text in kept if text != segment.plain}, count


def _by_segment(
    segments: Sequence[Segment], texts: Sequence[str], linter: Linter, name: str
) -> Iterator[tuple[int, list[Remark]]]:
    """Yield each segment that can be mended, with the remarks counted from its beginning."""
    text, cells = segment_lines(segments, texts)
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    found: dict[int, list[Remark]] = {}
    for remark in linter.check(text, name=name, parsed=True, cells=cells):
        at = bisect_right(starts, remark.start) - 1
        if remark.safe and remark.end <= starts[at] + len(texts[at]):
            moved = replace(remark, start=remark.start - starts[at], end=remark.end - starts[at])
            found.setdefault(at, []).append(moved)
    yield from found.items()


def mend_draft(draft: Mapping[str, Any], linter: Linter, rule: str = "") -> tuple[dict[str, Any], int]:
    """Return the structured document with every safe fix applied, and how many were; of one rule only where named.

    Raises:
        BadRequest: it is nested too deep.
    """
    refuse_deep(draft)
    mended: dict[str, Any] = deepcopy(dict(draft))
    count = 0
    for _ in range(ROUNDS):
        safe: dict[str, list[Remark]] = {}
        for found in linter.check_draft(mended):
            if found.safe and rule in ("", found.rule):
                safe.setdefault(found.place, []).append(found)
        changes = 0
        for place, remarks in safe.items():
            value, holder, key = _at(mended, place)
            if isinstance(value, str):
                holder[key], changed = apply(value, remarks)
                changes += changed
        if not changes:
            break
        count += changes
    return mended, count


def apply(text: str, remarks: Sequence[Remark]) -> tuple[str, int]:
    """Return the text with these fixes in it, and how many fitted: of two at one place the first is taken."""
    parts: list[str] = []
    place = count = 0
    last = -1
    for found in sorted(remarks, key=lambda found: (found.start, found.end)):
        fix = found.fix
        if (
            fix is None
            or found.start < place
            or (found.start == found.end == last)
            or text[found.start : found.end] == fix
        ):
            continue
        parts += [text[place : found.start], fix]
        place = last = found.end
        count += 1
    return "".join([*parts, text[place:]]), count


def _at(draft: dict[str, Any], place: str) -> tuple[Any, Any, Any]:
    """Return what stands at a path, what holds it, and its key there."""
    keys = [int(key) if key.isdigit() else key for key in place.replace("[", ".").replace("]", "").split(".")]
    holder: Any = draft
    for key in keys[:-1]:
        holder = holder[key]
        if isinstance(holder, tuple):
            return None, None, None
    return holder[keys[-1]], holder, keys[-1]
