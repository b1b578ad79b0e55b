"""Inspects an answer on its way out, while it is being said."""

import re
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from dataclasses import replace

from ilson.domain.errors import GuardFailed
from ilson.domain.piece import Restored, Said, Source, Text, Usage
from ilson.guard.candidate import BEFORE
from ilson.guard.compile import LONGEST_LOCAL, Guard
from ilson.guard.detect import detect
from ilson.guard.marks import CLOSE, OPEN
from ilson.guard.mask import hidden, mask_answer, reveal
from ilson.guard.match import Finding
from ilson.guard.normalise import lower, view, without_invisible
from ilson.guard.vault import Vault

# Nothing that a rule looks for is without a digit, an @, a row of spelt digits or a long Latin word.
_SUSPECT = re.compile("[0-9@]|골뱅이|(?:[공영빵일이삼사오육륙칠팔구][ -]?){5}|[A-Za-z][A-Za-z0-9_+/=-]{7}|-----")
_TOKEN = re.compile(f"{OPEN}[가-힣A-Za-z ]{{1,24}}#[0-9]{{1,6}}·[0-9a-z]{{1,8}}{CLOSE}")  # as the vault writes them
_REACH = 20  # characters in front of what is released that what it ends may begin in
_REMEMBERED = BEFORE + 2 * LONGEST_LOCAL
_PLATE = "[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주하허호바사아자배]"
# The end of a text that may be the beginning of a number (of a car, too), and of an e-mail address.
_NUMBER_END = re.compile(rf"[0-9+(][0-9 \-./~_()|\t\r\n]*(?:{_PLATE} ?[0-9]{{0,4}})?\Z")
_ADDRESS_END = re.compile(
    rf"[A-Za-z0-9._%+-]{{1,{LONGEST_LOCAL}}}(?:@[A-Za-z0-9.-]{{0,{LONGEST_LOCAL}}})?\Z|@[A-Za-z0-9.-]{{0,{LONGEST_LOCAL}}}\Z"
)


async def inspect_stream(
    pieces: AsyncIterator[Said], vault: Vault, guard: Guard
) -> AsyncGenerator[Said | Restored, None]:
    """Yield what a model says as the official may see it, as early as possible.

    Personal data that the model made up and blocked words are hidden, also when they come in several pieces; then the
    official's own values are put back. At most `LOOK_AHEAD` characters, an unfinished e-mail address and
    an unfinished token are held back.

    Raises:
        GuardFailed: the guard itself failed; what it held back is dropped.
    """
    held = _Held(vault, guard)
    told = 0
    async for piece in _guarded(pieces, held):
        yield piece
        if len(vault.restored) > told:
            told = len(vault.restored)
            yield Restored(dict(vault.restored))


async def _guarded(pieces: AsyncIterator[Said], held: "_Held") -> AsyncGenerator[Said, None]:
    async for piece in pieces:
        match piece:
            case Text(text):
                passed = _closed(held.feed, text)
                if passed:
                    yield Text(passed)
            case Source(quote=quote):
                yield replace(piece, quote=_closed(held.whole, quote))
            case Usage():
                yield piece
    rest = _closed(held.flush)
    if rest:
        yield Text(rest)


def _closed(step: Callable[..., str], *texts: str) -> str:
    """Return what the step returns; if it fails, it fails closed, and no text travels in the error."""
    try:
        return step(*texts)
    except Exception as error:  # noqa: BLE001 - whatever failed, nothing may pass
        message = f"the guard failed while it inspected an answer: {type(error).__name__}"
        raise GuardFailed(message) from None


class _Held:
    """The end of the answer that cannot be judged yet, and what a check may read in front of it."""

    __slots__ = ("_before", "_guard", "_pending", "_vault")

    def __init__(self, vault: Vault, guard: Guard) -> None:
        self._vault = vault
        self._guard = guard.for_answers()
        self._before = ""
        self._pending = ""

    def feed(self, text: str) -> str:
        """Return what can be said now that this much more is known."""
        self._pending += text
        return self._release(self._outside_token(self._settled()))

    def whole(self, text: str) -> str:
        """Return a text that comes in one piece, apart from the answer's text."""
        return mask_answer(text, self._guard, self._vault)

    def flush(self) -> str:
        """Return what was held back: nothing more comes."""
        return self._release(len(self._pending))

    def _release(self, cut: int) -> str:
        if cut == 0:
            return ""
        before, window = len(self._before), self._before + self._pending
        if self._is_harmless(window, before):
            return self._passed(cut, [])
        found = [one for one in hidden(detect(window, self._guard)) if one.end > before]
        crossing = [one.start - before for one in found if one.start - before < cut < one.end - before]
        cut = max(0, min([cut, *crossing]))
        inside = [
            one._replace(start=max(0, one.start - before), end=one.end - before)
            for one in found
            if one.end - before <= cut
        ]
        return self._passed(cut, inside)

    def _is_harmless(self, window: str, before: int) -> bool:
        """Whether nothing can be found that is not in front of what is said now: quicker than to look."""
        guard = self._guard
        if guard.names is not None or guard.always > 0:
            return False
        reached = window[max(0, before - _REACH) :]
        if _SUSPECT.search(view(_TOKEN.sub("", reached) if OPEN in reached else reached)):
            seen = view(without_invisible(window)[0])
            near = len(seen) - len(window) + max(0, before - BEFORE)
            if guard.sieve.through(seen[max(0, near) :]) or guard.labels.any_of(seen, guard.label_types):
                return False
        return not guard.words.may_be_in(reached)

    def _passed(self, cut: int, inside: list[Finding]) -> str:
        passed, self._pending = self._pending[:cut], self._pending[cut:]
        self._before = (self._before + passed)[-_REMEMBERED:]
        return reveal(passed, inside, self._vault)

    def _settled(self) -> int:
        """Return the offset from which the text may still become something to hide."""
        seen, places = without_invisible(view(self._pending))
        end = len(seen)
        guard, near = self._guard, max(0, end - self._guard.hold)
        settled = [end, end - guard.always, end - guard.words.begun(lower(seen[near:]))]
        numbers = _NUMBER_END.search(seen, near)
        address = _ADDRESS_END.search(seen, max(0, end - 2 * LONGEST_LOCAL - 1))
        opened = guard.opened.search(seen, near) if guard.opened is not None else None
        settled += [found.start() for found in (numbers, address, opened) if found is not None]
        cut = max(0, min(settled))
        return cut if places is None else [*places, len(self._pending)][cut]

    def _outside_token(self, cut: int) -> int:
        """Return this offset, or the beginning of the token that it would split."""
        opened = self._pending.rfind(OPEN, 0, cut)
        split = opened >= 0 and CLOSE not in self._pending[opened:cut]
        return opened if split and cut - opened < self._vault.longest else cut
