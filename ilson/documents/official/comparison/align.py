"""Finds which unit of the new version is which of the old one."""

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ilson.documents.diff import chain, matches
from ilson.documents.official.comparison.units import ARTICLE, Unit

Pair = tuple[int | None, int | None]
"""The places of a unit in the old and in the new version; None where a version has it not."""

_PAIRS: Final = 20_000  # of units whose likeness is measured in one gap
_SAME_MARK: Final = 0.3  # likeness at which units of one mark are one
_OTHER_MARK: Final = 0.55  # likeness at which units of different marks are one
_CERTAIN: Final = 0.6  # likeness at which two units that share a rare word hold a large gap together
_RARE: Final = 4  # units that have a rare word, at most
_NEAR: Final = 3  # units that share most rare words, whose likeness is measured
_MARK_BONUS, _PATH_BONUS = 0.3, 0.2


@dataclass(frozen=True, slots=True)
class _Side:
    units: Sequence[Unit]
    keys: Sequence[str]
    grams: Sequence[frozenset[str]]


def align(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """Return the pairs in the order of the new version; what only the old one has stands where it stood."""
    one, two = _side(old), _side(new)
    edges = _anchored(one, two, [(-1, -1), (len(old), len(new))], _by_path)
    edges = _anchored(one, two, edges, _by_text)
    edges = _filled(edges, lambda a, b, c, d: _rare(one, two, (a, b, c, d)))
    edges = _filled(edges, lambda a, b, c, d: _alike(one, two, (a, b, c, d)))
    return list(_pairs(one, two, edges))[:-1]  # without the end


def likeness(one: frozenset[str], two: frozenset[str]) -> float:
    """Return the share of letter pairs that two texts have in common, from 0 to 1.

    Source: L. R. Dice, "Measures of the Amount of Ecologic Association Between Species", Ecology 26 (1945).
    """
    return 2 * len(one & two) / (len(one) + len(two)) if one or two else 1.0


def grams(key: str) -> frozenset[str]:
    """Return the pairs of letters of a text."""
    return frozenset(map("".join, pairwise(key))) or frozenset([key] if key else [])


def _side(units: Sequence[Unit]) -> _Side:
    keys = [unit.key for unit in units]
    return _Side(units, keys, [grams(key) for key in keys])


def _by_path(side: _Side, index: int) -> Hashable:
    return side.units[index].level, side.units[index].path, side.keys[index]


def _by_text(side: _Side, index: int) -> Hashable:
    """Return what a unit says; one that says nothing but its mark is like no other."""
    return (side.units[index].level, side.keys[index]) if side.keys[index] else (id(side), index)


def _anchored(
    one: _Side, two: _Side, edges: Sequence[tuple[int, int]], key: Callable[[_Side, int], Hashable]
) -> list[tuple[int, int]]:
    """Return the pairs with those that have one key in the gaps between them."""

    def same(a: int, b: int, c: int, d: int) -> list[tuple[int, int]]:
        first, second = [key(one, index) for index in range(a, b)], [key(two, index) for index in range(c, d)]
        return [(a + x + step, c + y + step) for x, y, size in matches(first, second) for step in range(size)]

    return _filled(edges, same)


def _filled(
    edges: Sequence[tuple[int, int]], fill: Callable[[int, int, int, int], list[tuple[int, int]]]
) -> list[tuple[int, int]]:
    kept = [edges[0]]
    for (a, c), (b, d) in pairwise(edges):
        if a + 1 < b and c + 1 < d:
            kept += fill(a + 1, b, c + 1, d)
        kept.append((b, d))
    return kept


def _rare(one: _Side, two: _Side, gap: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    """Return pairs that share rare words and are alike; they divide a gap that is too large for the next step."""
    a, b, c, d = gap
    if (b - a) * (d - c) <= _PAIRS:
        return []
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index in range(c, d):
        for word in _words(two.units[index]):
            places[word].append(index)
    found: list[tuple[int, int]] = []
    for index in range(a, b):
        shared = [places[word] for word in _words(one.units[index]) if word in places]
        near = Counter(place for found_in in shared if len(found_in) <= _RARE for place in found_in)
        measured = [(likeness(one.grams[index], two.grams[place]), place) for place, _ in near.most_common(_NEAR)]
        best = max(measured, default=(0.0, -1))
        if best[0] >= _CERTAIN and one.units[index].level == two.units[best[1]].level:
            found.append((index, best[1]))
    return chain(found)


def _words(unit: Unit) -> set[Hashable]:
    """Return the words of a unit, those that follow each other too, and the marks that lead to it."""
    words = unit.body.split()
    return {*words, *pairwise(words), unit.path} if unit.mark else {*words, *pairwise(words)}


def _alike(one: _Side, two: _Side, gap: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    """Return the pairs of one gap that together are most alike; none of a gap that is too large."""
    a, b, c, d = gap
    if (b - a) * (d - c) > _PAIRS:
        return []
    best = [[0.0] * (d - c + 1) for _ in range(b - a + 1)]
    taken: set[tuple[int, int]] = set()
    for x in range(b - a - 1, -1, -1):
        for y in range(d - c - 1, -1, -1):
            left_out = max(best[x + 1][y], best[x][y + 1])
            worth = _worth(one, two, a + x, c + y)
            if worth and worth + best[x + 1][y + 1] > left_out:
                taken.add((x, y))
                left_out = worth + best[x + 1][y + 1]
            best[x][y] = left_out
    return list(_walked(best, taken, a, c))


def _walked(
    best: Sequence[Sequence[float]], taken: Container[tuple[int, int]], a: int, c: int
) -> Iterator[tuple[int, int]]:
    x = y = 0
    while x < len(best) - 1 and y < len(best[0]) - 1:
        if (x, y) in taken:
            yield a + x, c + y
            x, y = x + 1, y + 1
        elif best[x + 1][y] >= best[x][y + 1]:
            x += 1
        else:
            y += 1


def _worth(one: _Side, two: _Side, x: int, y: int) -> float:
    """Return how good it is that two units are one; 0 where they are not."""
    first, second = one.units[x], two.units[y]
    if first.level != second.level or first.row != second.row:
        return 0.0
    alike = likeness(one.grams[x], two.grams[y])
    same_path = first.path == second.path
    if not first.mark:
        return alike + _PATH_BONUS * same_path if alike >= _OTHER_MARK else 0.0
    if first.mark != second.mark:
        within = first.path[:-1] == second.path[:-1]
        return alike + _PATH_BONUS * within if alike >= _OTHER_MARK else 0.0
    if same_path:
        return alike + _MARK_BONUS + _PATH_BONUS
    return alike + _MARK_BONUS if alike >= _SAME_MARK else 0.0


def _pairs(one: _Side, two: _Side, edges: Sequence[tuple[int, int]]) -> Iterator[Pair]:
    """Yield all pairs; in a gap, what belongs to the article before it goes before the articles of the gap."""
    for (a, c), (b, d) in pairwise(edges):
        gone, come = _first_article(one, a + 1, b), _first_article(two, c + 1, d)
        yield from ((index, None) for index in range(a + 1, gone))
        yield from ((None, index) for index in range(c + 1, come))
        yield from ((index, None) for index in range(gone, b))
        yield from ((None, index) for index in range(come, d))
        yield b, d


def _first_article(side: _Side, begin: int, end: int) -> int:
    return next((index for index in range(begin, end) if side.units[index].level <= ARTICLE), end)
