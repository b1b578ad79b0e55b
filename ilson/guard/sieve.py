"""Tells which patterns may match in which part of a text: all of them at once, and never one too few.

Hyperscan in its prefilter mode reads a superset of each pattern (it leaves out what looks around), so that the exact
and slow pattern is tried only in a part that may hold a match: on a statute, in almost none.

Source: X. Wang et al., Hyperscan: A Fast Multi-pattern Regex Matcher for Modern CPUs, NSDI 2019.
"""

import concurrent.futures
import re
import threading
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import hyperscan

from ilson.domain.errors import RuleInvalid

_FLAGS = hyperscan.HS_FLAG_PREFILTER | hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_SINGLEMATCH
_REPEATED = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(?P<least>[0-9]+),[0-9]+\}", re.DOTALL)
_PART = 2000  # characters
_ENDS = 200  # characters at the end of a part in which it may end with a line
_REACH = 200  # characters behind a part in which a match that begins in the part may end


class Part(NamedTuple):
    """A part of a text, as offsets, and the indices of the patterns that may match where it begins in this part."""

    start: int
    end: int
    patterns: list[int]


class Sieve:
    """Patterns, looked for all at once; used by several threads at a time.

    They are compiled beside the rest of the start. Until that is done, every pattern may match everywhere.
    """

    __slots__ = ("_compiled", "_number", "_of_thread")

    def __init__(self, patterns: Sequence[str]) -> None:
        """Take the patterns, as Python writes them."""
        self._of_thread = threading.local()
        self._number = len(patterns)
        self._compiled = _compiling(tuple(patterns)) if patterns else None

    def ready(self) -> None:
        """Wait until the patterns are compiled.

        Raises:
            RuleInvalid: Hyperscan cannot read one; every pattern is tried everywhere, which is slow.
        """
        if self._compiled is not None:
            self._compiled.result()

    def parts(self, text: str) -> Iterator[Part]:
        """Yield the parts of a text in which a pattern may match, in order."""
        start, length = 0, len(text)
        while start < length:
            end = _end_of(text, start)
            if found := self.through(text[start : end + _REACH]):
                yield Part(start, end, found)
            start = end

    def through(self, text: str) -> list[int]:
        """Return the indices of the patterns that may match in a text, in order."""
        if self._compiled is None:
            return []
        if not self._compiled.done() or self._compiled.exception() is not None:
            return list(range(self._number))
        database, found = self._compiled.result(), list[int]()

        def note(index: int, _start: int, _end: int, _flags: int, _context: object) -> None:
            found.append(index)

        database.scan(text.encode(errors="replace"), match_event_handler=note, scratch=self._scratch(database))
        return sorted(found)

    def _scratch(self, database: hyperscan.Database) -> hyperscan.Scratch:
        """Return the working memory of this thread: Hyperscan wants one for each."""
        scratch: hyperscan.Scratch | None = getattr(self._of_thread, "scratch", None)
        if scratch is None:
            scratch = self._of_thread.scratch = hyperscan.Scratch(database)
        return scratch


@lru_cache(maxsize=1)
def _beside() -> concurrent.futures.ThreadPoolExecutor:
    """Return the threads that compile: Hyperscan leaves Python alone meanwhile."""
    return concurrent.futures.ThreadPoolExecutor(2, thread_name_prefix="sieve")


@lru_cache(maxsize=8)
def _compiling(patterns: tuple[str, ...]) -> concurrent.futures.Future[hyperscan.Database]:
    """Return the patterns as they will be compiled: each set once only."""
    return _beside().submit(_compiled, patterns)


def _compiled(patterns: tuple[str, ...]) -> hyperscan.Database:
    """Return the patterns, compiled: a quarter of a second for all of Ilson's."""
    database = hyperscan.Database()
    try:
        database.compile(
            expressions=[_REPEATED.sub(_looser, pattern).encode() for pattern in patterns],
            ids=list(range(len(patterns))),
            flags=[_FLAGS] * len(patterns),
        )
    except hyperscan.HyperscanError as error:
        message = f"a pattern cannot be looked for at once with the others: {error}"
        raise RuleInvalid(message) from error
    return database


def _looser(found: re.Match[str]) -> str:
    """Return a repetition without its upper limit: it passes more, and compiles to a tenth of the states."""
    least = found["least"]
    return found[0] if least is None else {"0": "*", "1": "+"}.get(least, f"{{{least},}}")


def _end_of(text: str, start: int) -> int:
    """Return where a part that begins here ends: with a line, if one ends near."""
    most = start + _PART
    if most >= len(text):
        return len(text)
    line = text.rfind("\n", most - _ENDS, most)
    return most if line < 0 else line + 1
