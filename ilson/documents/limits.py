"""How much one file may hold before it is refused."""

from collections.abc import Iterable

from ilson.domain.document import Block, Heading, Paragraph, Table
from ilson.domain.errors import FileTooLarge

FILE_BYTES = 50 * 1024 * 1024
"""Bytes of one file as it comes."""

UNPACKED_BYTES = 300 * 1024 * 1024
"""Bytes that all members of one package may unpack to."""

MEMBER_BYTES = 64 * 1024 * 1024
"""Bytes that one member, or one compressed stream, may unpack to."""

MEMBER_RATIO = 300
"""Times that a member larger than RATIO_FLOOR_BYTES may grow; honest XML stays below 100."""

RATIO_FLOOR_BYTES = 10 * 1024 * 1024
"""Bytes below which the growth of a member is harmless."""

MEMBERS = 20_000
"""Members of one package."""

CELLS = 2_000_000
"""Places of all tables of one document, the empty ones too."""

BLOCKS = 200_000
"""Blocks of one document."""

LEVELS = 10
"""Levels of headings."""

PAGES = 5_000
"""Pages of one document; so many have more characters than a question may carry, many times over."""

CHARACTERS = 2_000_000
"""Characters of one document."""


def characters(blocks: Iterable[Block]) -> int:
    """Return how many characters the blocks hold."""
    return sum(_characters(block) for block in blocks)


def within(blocks: Iterable[Block], *, limit: int = CHARACTERS, pages: int | None = None) -> tuple[Block, ...]:
    """Return the blocks, collected only as long as they stay below the limits; `limit` is in characters.

    Raises:
        FileTooLarge: they hold more, or stand on more pages.
    """
    if pages is not None and pages > PAGES:
        raise FileTooLarge("more pages than the limit")
    kept: list[Block] = []
    total = places = 0
    for block in blocks:
        kept.append(block)
        total += _characters(block)
        places += _places(block)
        if total > limit or places > CELLS or len(kept) > BLOCKS:
            message = f"more than {limit} characters, {CELLS} cells or {BLOCKS} blocks"
            raise FileTooLarge(message)
    return tuple(kept)


def _characters(block: Block) -> int:
    match block:
        case Heading(text) | Paragraph(text):
            return len(text)
        case Table(rows):
            return sum(len(cell) for row in rows for cell in row)


def _places(block: Block) -> int:
    match block:
        case Heading() | Paragraph():
            return 0
        case Table(rows):
            return sum(map(len, rows))
