"""Tells how much of what a file says a reader found, in groups of three characters without spaces."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

_SIZE: Final = 3  # characters of a group
_SECTION = re.compile(r"section\d+\.xml$", re.IGNORECASE)
_UNSPOKEN = re.compile(r"!\[[^\]]*\]\([^)]*\)|:?-{3,}:?(?=\s*\||\s*$)|[\s|#*]", re.MULTILINE)
"""Spaces, and what Markdown adds: pictures, the rules of tables, signs."""

_APART = re.compile(r"[\n\t|]")  # paragraphs and cells
Groups = Counter[str]


def groups(text: str) -> Groups:
    """Return how often each group of three characters stands in a text."""
    bare = _UNSPOKEN.sub("", text)
    return Counter(bare[at : at + _SIZE] for at in range(len(bare) - _SIZE + 1))


def written(path: Path) -> list[str] | None:
    """Return every text (hp:t) of the sections of an HWPX file, or None where it has none that can be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            sections = [archive.read(name) for name in archive.namelist() if _SECTION.search(name)]
        roots = [ET.fromstring(section) for section in sections]  # noqa: S314 - files of the measurement
    except (zipfile.BadZipFile, ET.ParseError, RuntimeError):
        return None
    return ["".join(node.itertext()) for root in roots for node in root.iter() if node.tag.endswith("}t")]


def each(texts: Iterable[str]) -> Groups:
    """Return the groups inside each text: what stands between two of them, a number or a note, breaks none."""
    found: Groups = Counter()
    for text in texts:
        found.update(groups(text))
    return found


def pieces(text: str) -> Groups:
    """Return the groups inside each paragraph and cell of a text."""
    return each(_APART.split(text))


def agreed(texts: Sequence[str]) -> Groups:
    """Return the groups that at least two of the readers found, so often as the second of them."""
    counted = [pieces(text) for text in texts]
    kept: Groups = Counter()
    for group in set().union(*counted):
        most = sorted((counts[group] for counts in counted), reverse=True)
        if len(most) > 1 and most[1]:
            kept[group] = most[1]
    return kept


def share(part: Groups, whole: Groups) -> tuple[int, int]:
    """Return how many of the groups of the second are in the first, and how many the second has."""
    return (part & whole).total(), whole.total()
