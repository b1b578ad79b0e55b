"""Tells which words of two texts differ."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from ilson.documents.diff import changes, matches
from ilson.documents.official.comparison.units import normal

_UNITS: Final = (
    "(?:개월|년도|주일|시간|천만|백만|퍼센트|제곱미터|세제곱미터|미터|킬로미터|킬로그램|만|천|백|억|조)*"
    "(?:근무시간|근무일|영업일|년|월|일|주|시|분|초|명|인|회|원|배|세|급|종|건|매|부|장|조|항|호|목|편|절|개|차|등|점"
    "|면|톤|층|동|필지|가구|%|㎡|㎥|m|km|kg)?"
)
_TOKEN = re.compile(rf"제\d+(?:조|항|호|목|장|절|관|편)(?:의\d+)?|\d[\d,.]*\d{_UNITS}|\d{_UNITS}|[가-힣]+|[A-Za-z]+|\S")
_PARTICLES = re.compile(
    "(?:으로부터|에게서|으로써|으로서|에서는|에서의|으로의|까지의|부터의|에게는|이라도|이라는|는|에는|에도|에서|에게|으로|로서|로써|까지|부터|보다"
    "|처럼|만을|만이|과의|와의|이나|은|이|가|을|를|의|에|로|와|과|도|만|나)$"
)
_CONJUNCTIONS: Final = frozenset({"및", "또는", "ㆍ", "·", ",", "와", "과"})
_STEM: Final = 2  # letters that a word has at least before a particle is taken off
_ALIKE: Final = 0.25  # share of common letters below which a text is another one altogether


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one side that is the same on the other side, or is not."""

    text: str
    changed: bool


Pieces = tuple[Piece, ...]
_Token = tuple[int, int]


def compared(old: str, new: str) -> tuple[Pieces, Pieces]:
    """Return both texts in pieces; a particle that both sides have after different words is the same.

    Spaces alone are no change. Where little is the same, all is changed.
    """
    if normal(old) == normal(new):
        return whole(old, changed=False), whole(new, changed=False)
    one, two = _tokens(old), _tokens(new)
    gone, come = _different((old, one), (new, two))
    shared = sum(end - begin for begin, end in one) - sum(end - begin for begin, end in gone)
    if shared < _ALIKE * min(len(normal(old)), len(normal(new))):
        return whole(old, changed=True), whole(new, changed=True)
    return _pieces(old, gone), _pieces(new, come)


def whole(text: str, *, changed: bool) -> Pieces:
    """Return a text as one piece, or none where it is empty."""
    return (Piece(text, changed),) if text else ()


def joined(pieces: Iterable[Piece]) -> Pieces:
    """Return the pieces with neighbours of one kind as one."""
    return tuple(
        Piece("".join(piece.text for piece in group), changed)
        for changed, group in groupby(pieces, key=lambda piece: piece.changed)
    )


def _tokens(text: str) -> list[_Token]:
    return [hit.span() for hit in _TOKEN.finditer(text)]


def _said(side: tuple[str, Sequence[_Token]]) -> list[str]:
    text, tokens = side
    return [normal(text[begin:end]) for begin, end in tokens]


def _different(old: tuple[str, list[_Token]], new: tuple[str, list[_Token]]) -> tuple[list[_Token], list[_Token]]:
    """Return the stretches of each side that the other side has not."""
    gone: list[_Token] = []
    come: list[_Token] = []
    for a, b, c, d in changes(_said(old), _said(new)):
        one, two = old[1][a:b], new[1][c:d]
        if "".join(_said((old[0], one))) == "".join(_said((new[0], two))):
            continue
        if one and two:
            one, two = _apart((old[0], one), (new[0], two))
        elif a and c and _hangs(new, c if two else 0) | _hangs(old, a if one else 0):
            one, two = old[1][a - 1 : b], new[1][c - 1 : d]
        gone += one if two else _turned(old[0], one)
        come += two if one else _turned(new[0], two)
    return gone, come


def _hangs(side: tuple[str, Sequence[_Token]], at: int) -> bool:
    """Return whether a token hangs on the word before it: what is put in behind a stem changes that word, too."""
    text, tokens = side
    return 0 < at < len(tokens) and tokens[at - 1][1] == tokens[at][0] and text[tokens[at][0] - 1].isalnum()


def _apart(old: tuple[str, list[_Token]], new: tuple[str, list[_Token]]) -> tuple[list[_Token], list[_Token]]:
    """Return what differs in words that stand for each other, without the particles that both have.

    A stem that both have counts where only one of them, or another one, hangs on it: 「재산과 물품」 for 「재산」.
    """
    first, second = _stems(*old), _stems(*new)
    same = matches(_said((old[0], first)), _said((new[0], second)))
    pairs = [(at + step, to + step) for at, to, size in same for step in range(size)]
    kept_old, kept_new = {at for at, _ in pairs}, {to for _, to in pairs}
    for at, to in pairs:
        put_in = to + 1 not in kept_new and _hangs((new[0], second), to + 1)
        taken = at + 1 not in kept_old and _hangs((old[0], first), at + 1)
        if put_in or taken:
            kept_old.discard(at)
            kept_new.discard(to)
    return _without(first, kept_old), _without(second, kept_new)


def _turned(text: str, tokens: Sequence[_Token]) -> Sequence[_Token]:
    """Return words that only one side has, from their conjunction on: not 「장 및 소속기관의」 before 「장은」."""
    if len(tokens) <= 1:
        return tokens
    word = text[slice(*tokens[0])]
    after = tokens[-1][1]
    again = re.compile(rf"\s*{re.escape(word)}").match(text, after)
    joins = text[slice(*tokens[1])] in _CONJUNCTIONS
    return [(tokens[1][0], after), (after, again.end())] if again and joins else tokens


def _stems(text: str, tokens: Sequence[_Token]) -> list[_Token]:
    """Return the tokens with the particles of words as tokens of their own."""
    parts: list[_Token] = []
    for begin, end in tokens:
        word = text[begin:end]
        particle = _PARTICLES.search(word, _STEM)
        cut = end if particle is None else begin + particle.start()
        parts += [(begin, cut), (cut, end)] if particle else [(begin, end)]
    return parts


def _without(tokens: Sequence[_Token], kept: set[int]) -> list[_Token]:
    return [token for index, token in enumerate(tokens) if index not in kept]


def _pieces(text: str, changed: Sequence[_Token]) -> Pieces:
    return tuple(_told(text, _joined(text, changed)))


def _joined(text: str, changed: Sequence[_Token]) -> list[_Token]:
    """Return the changed stretches; those with nothing but spaces between them are one."""
    kept: list[_Token] = []
    for begin, end in changed:
        if kept and not text[kept[-1][1] : begin].strip():
            kept[-1] = (kept[-1][0], end)
        else:
            kept.append((begin, end))
    return kept


def _told(text: str, changed: Sequence[_Token]) -> Iterator[Piece]:
    at = 0
    for begin, end in changed:
        if at < begin:
            yield Piece(text[at:begin], changed=False)
        yield Piece(text[begin:end], changed=True)
        at = end
    if at < len(text):
        yield Piece(text[at:], changed=False)
