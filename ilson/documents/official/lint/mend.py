"""Mends what can be mended without asking."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any, Final

from ilson.documents.official.lint.lint import Linter
from ilson.documents.official.lint.remark import Remark

ROUNDS: Final = 12
"""Times that a text is looked at again: one mending may show the next, as a full stop that needs its space."""


def mend_text(text: str, linter: Linter, *, name: str = "", parsed: bool = False) -> tuple[str, int]:
    """Return the text with every safe fix applied, and how many were; mending it again changes nothing."""
    count = 0
    for _ in range(ROUNDS):
        mended, changes = apply(text, [found for found in linter.check(text, name=name, parsed=parsed) if found.safe])
        if not changes:
            break
        text, count = mended, count + changes
    return text, count


def mend_draft(draft: Mapping[str, Any], linter: Linter, rule: str = "") -> tuple[dict[str, Any], int]:
    """Return the structured document with every safe fix applied, and how many were; of one rule only where named."""
    mended: dict[str, Any] = deepcopy(dict(draft))
    count = 0
    for _ in range(ROUNDS):
        safe = [found for found in linter.check_draft(mended) if found.safe and rule in ("", found.rule)]
        changes = 0
        for place in dict.fromkeys(found.place for found in safe):
            value, holder, key = _at(mended, place)
            if isinstance(value, str):
                holder[key], changed = apply(value, [found for found in safe if found.place == place])
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
