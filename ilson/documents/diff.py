"""Finds what two sequences have in common, in bounded time.

Source: E. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986); the anchors are those of
"patience diff" (Bram Cohen): items that both have exactly once.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise
from typing import Final

Match = tuple[int, int, int]
"""A stretch that both have: where it begins in the first, where in the second, and how many items it has."""

Change = tuple[int, int, int, int]
"""A stretch that differs: from where to where in the first, and in the second."""

_EDITS: Final = 400  # insertions and deletions in one gap, beyond which its halves are taken as different
_SMALL: Final = 10_000  # pairs of items below which a gap needs no anchors


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Match]:
    """Return the stretches that both have, in order, each as long as it can be."""
    found: list[Match] = []
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        a, b, c, d = waiting.pop()
        while a < b and c < d and old[a] == new[c]:
            found.append((a, c, 1))
            a, c = a + 1, c + 1
        while a < b and c < d and old[b - 1] == new[d - 1]:
            b, d = b - 1, d - 1
            found.append((b, d, 1))
        if a == b or c == d:
            continue
        anchors = [] if (b - a) * (d - c) <= _SMALL else _anchors(old[a:b], new[c:d])
        if anchors:
            edges = [(a - 1, c - 1), *((a + one, c + two) for one, two in anchors), (b, d)]
            found += [(one, two, 1) for one, two in edges[1:-1]]
            waiting += [(one + 1, three, two + 1, four) for (one, two), (three, four) in pairwise(edges)]
        else:
            found += [(a + one, c + two, 1) for one, two in _myers(old[a:b], new[c:d])]
    return _merged(sorted(found))


def changes(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Change]:
    """Yield the stretches that differ, in order; one of both sides may be empty."""
    a = c = 0
    for one, two, size in (*matches(old, new), (len(old), len(new), 0)):
        if a < one or c < two:
            yield a, one, c, two
        a, c = one + size, two + size


def _merged(found: Sequence[Match]) -> list[Match]:
    kept: list[Match] = []
    for one, two, size in found:
        last = kept[-1] if kept else (0, 0, 0)
        if kept and (last[0] + last[2], last[1] + last[2]) == (one, two):
            kept[-1] = (last[0], last[1], last[2] + size)
        else:
            kept.append((one, two, size))
    return kept


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return the longest chain of items that both have exactly once."""
    counted, others = Counter(old), Counter(new)
    places = {item: index for index, item in enumerate(new) if others[item] == 1}
    pairs = [(index, places[item]) for index, item in enumerate(old) if counted[item] == 1 and item in places]
    return chain(pairs)


def chain(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return as many pairs as can follow each other on both sides; the pairs are in the order of the first side."""
    tops: list[int] = []  # the smallest second place at which a chain of this length ends
    ends: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(tops, place)
        before.append(ends[length - 1] if length else -1)
        tops[length : length + 1] = [place]
        ends[length : length + 1] = [index]
    kept: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        kept.append(pairs[index])
        index = before[index]
    return kept[::-1]


def _myers(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of items of a shortest script; none where that is longer than the bound."""
    trace: list[dict[int, int]] = []
    far = {1: 0}
    for edits in range(min(len(old) + len(new), _EDITS) + 1):
        trace.append(dict(far))
        for diagonal in range(-edits, edits + 1, 2):
            down = diagonal == -edits or (diagonal != edits and far[diagonal - 1] < far[diagonal + 1])
            x = far[diagonal + 1] if down else far[diagonal - 1] + 1
            while x < len(old) and x - diagonal < len(new) and old[x] == new[x - diagonal]:
                x += 1
            far[diagonal] = x
            if x >= len(old) and x - diagonal >= len(new):
                yield from _back(trace, len(old), len(new))
                return


def _back(trace: Sequence[dict[int, int]], x: int, y: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs that a script passes, from its end to its beginning."""
    for edits in range(len(trace) - 1, -1, -1):
        far, diagonal = trace[edits], x - y
        down = diagonal == -edits or (diagonal != edits and far[diagonal - 1] < far[diagonal + 1])
        before = diagonal + 1 if down else diagonal - 1
        start = far[before]
        least_x, least_y = (start if down else start + 1, start - before + (1 if down else 0)) if edits else (0, 0)
        while x > least_x and y > least_y:
            x, y = x - 1, y - 1
            yield x, y
        x, y = start, start - before
