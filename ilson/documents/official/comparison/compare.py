"""Compares two versions of one text, unit by unit and word by word; no model takes part."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from ilson.documents.official.comparison.align import Pair, align, grams, likeness
from ilson.documents.official.comparison.units import ARTICLE, Unit, normal, units
from ilson.documents.official.comparison.words import Pieces, compared, whole
from ilson.domain.document import Document

Change = Literal["same", "changed", "added", "removed", "moved"]

_MOVED_LETTERS: Final = 20  # letters that a text has at least, to be known again elsewhere
_MOVED_ALIKE: Final = 0.9
_MOVES: Final = 200  # articles or lines that are looked for elsewhere, at most


@dataclass(frozen=True, slots=True)
class Side:
    """A unit in one version: its mark and title, and what follows, in pieces that changed and that did not."""

    unit: Unit
    head: Pieces
    body: Pieces

    @property
    def said(self) -> str:
        """The whole text of the unit."""
        return self.unit.head + self.unit.body


@dataclass(frozen=True, slots=True)
class Row:
    """A unit side by side; a version that has it not is None.

    A moved one says the same elsewhere or under another number; it stands where the new version has it.
    """

    change: Change
    old: Side | None
    new: Side | None

    @property
    def unit(self) -> Unit:
        """The unit, of the new version where that has it.

        Raises:
            ValueError: neither has it.
        """
        side = self.new or self.old
        if side is None:
            raise ValueError("a row without sides")
        return side.unit


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions with the names of their files: all units, those that are the same too."""

    old: str
    new: str
    rows: tuple[Row, ...]

    def count(self, change: Change) -> int:
        """Return how many units changed in this way."""
        return sum(row.change == change for row in self.rows)


def compare(old: Document, new: Document) -> Comparison:
    """Return both versions side by side.

    The new sides, one after the other, are all of the new version; the old sides are all of the old one, in which only
    what moved stands elsewhere.
    """
    before, after = units(old), units(new)
    pairs = _moved(before, after, align(before, after))
    return Comparison(old.name, new.name, tuple(_row(before, after, pair, moved=moved) for pair, moved in pairs))


def _row(before: Sequence[Unit], after: Sequence[Unit], pair: Pair, *, moved: bool) -> Row:
    one, two = pair
    if one is None:
        return Row("added", None, _alone(after[two or 0]))
    if two is None:
        return Row("removed", _alone(before[one]), None)
    return _both(before[one], after[two], moved=moved)


def _alone(unit: Unit) -> Side:
    return Side(unit, whole(unit.head, changed=True), whole(unit.body, changed=True))


def _both(old: Unit, new: Unit, *, moved: bool) -> Row:
    heads, bodies = _heads(old, new), compared(old.body, new.body)
    first, second = Side(old, heads[0], bodies[0]), Side(new, heads[1], bodies[1])
    if old.key != new.key:
        return Row("changed", first, second)
    return Row("moved" if moved or normal(old.mark) != normal(new.mark) else "same", first, second)


def _heads(old: Unit, new: Unit) -> tuple[Pieces, Pieces]:
    """Return the heads in pieces; a mark is the same or is another one as a whole."""
    if normal(old.mark) == normal(new.mark):
        return compared(old.head, new.head)
    titles = compared(old.head.removeprefix(old.mark), new.head.removeprefix(new.mark))
    return (*whole(old.mark, changed=True), *titles[0]), (*whole(new.mark, changed=True), *titles[1])


def _moved(before: Sequence[Unit], after: Sequence[Unit], pairs: Sequence[Pair]) -> Iterator[tuple[Pair, bool]]:
    """Yield the pairs, those of what moved where the new version has it, and whether they begin what moved."""
    gone = _blocks(before, {one for one, two in pairs if one is not None and two is None})
    come = _blocks(after, {two for one, two in pairs if two is not None and one is None})
    found = _again(before, after, gone[:_MOVES], come[:_MOVES])
    old = {one for block in found.values() for one, _ in block}
    new = {two for block in found.values() for _, two in block}
    for one, two in pairs:
        if one is None and two is not None and two in found:
            yield from ((pair, not index) for index, pair in enumerate(found[two]))
        elif (one is not None and two is not None) or (one not in old if two is None else two not in new):
            yield (one, two), False


def _blocks(side: Sequence[Unit], places: Container[int]) -> list[tuple[int, ...]]:
    """Return what is wholly among the places: articles with all that they hold, and lines outside of articles."""
    blocks: list[list[int]] = []
    within = False
    for index, unit in enumerate(side):
        if within and unit.level > ARTICLE:
            blocks[-1].append(index)
        else:
            blocks.append([index])
            within = unit.level == ARTICLE
    kept = [tuple(block) for block in blocks if all(index in places for index in block)]
    return [block for block in kept if len(_key(side, block)) >= _MOVED_LETTERS]


def _again(
    before: Sequence[Unit], after: Sequence[Unit], gone: Sequence[tuple[int, ...]], come: Sequence[tuple[int, ...]]
) -> Mapping[int, list[Pair]]:
    """Return by its first place each block of the new version that the old one has elsewhere, in pairs."""
    left = {block: grams(_key(before, block)) for block in gone}
    found: dict[int, list[Pair]] = {}
    for block in come:
        own = grams(_key(after, block))
        measured = sorted((likeness(theirs, own), other) for other, theirs in left.items())
        if measured and measured[-1][0] >= _MOVED_ALIKE:
            other = measured[-1][1]
            del left[other]
            inner = align([before[index] for index in other], [after[index] for index in block])
            found[block[0]] = [
                (None if one is None else other[one], None if two is None else block[two]) for one, two in inner
            ]
    return found


def _key(side: Sequence[Unit], block: Sequence[int]) -> str:
    return "".join(side[index].key for index in block)
