"""Keeps the hidden values of one request, in memory only, and puts them back."""

import re
from collections import Counter

from ilson.guard.marks import BRACKET, CLOSE, OPEN, token
from ilson.guard.normalise import lower, view, without_invisible

_TOKEN = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]+{CLOSE}")
_MORE_THAN_A_NUMBER = re.compile(r"[^\W\d_]|,|^[0-9]{1,3}(?:\.[0-9]{1,3}){3}$")
_NO_DIGIT = re.compile("[^0-9]+")
_BRACKETS = re.compile(f"[{OPEN}{CLOSE}]")


class Vault:
    """The values of one request and the tokens that stand for them.

    The same value, however it is written, has the same token in every turn and document; no two values share one.
    Values are numbered in the order in which they come, from 1 for each name.
    """

    __slots__ = ("_counts", "_passed", "_tokens", "_values")

    def __init__(self) -> None:
        self._tokens: dict[tuple[str, str], str] = {}
        self._values: dict[str, str] = {}
        self._counts: Counter[str] = Counter()
        self._passed: list[str] = []

    @property
    def longest(self) -> int:
        """The length of the longest token, in characters; 0 if nothing is hidden."""
        return max(map(len, self._values), default=0)

    def hide(self, name: str, value: str) -> str:
        """Return the token for this value of the kind `name`."""
        key = (name, canonical(value))
        if key not in self._tokens:
            self._counts[name] += 1
            self._tokens[key] = token(name, self._counts[name])
            self._values[self._tokens[key]] = value
        return self._tokens[key]

    def let_pass(self, text: str) -> None:
        """Remember a text that went out: a number that stands in it is the official's own, not made up by the model."""
        self._passed.append(_NO_DIGIT.sub("", view(text)))

    def holds(self, name: str, value: str) -> bool:
        """Return whether this value, however it is written, is hidden here or went out as it was."""
        plain = canonical(value)
        return (name, plain) in self._tokens or (plain.isdigit() and any(plain in passed for passed in self._passed))

    def escape(self, text: str) -> str:
        """Return the text with the brackets that a person typed hidden, so that no token can be forged.

        Without this, a typed `⟦전화번호#1⟧` would turn into somebody's telephone number.
        """
        return _BRACKETS.sub(lambda found: self.hide(BRACKET, found[0]), text)

    def restore(self, text: str) -> str:
        """Return the text with every exact token replaced by its value; anything else stays as it is."""
        return _TOKEN.sub(lambda found: self._values.get(found[0], found[0]), text)


def canonical(value: str) -> str:
    """Return what all writings of the same value have in common.

    Separators between the digits of a number do not count; in anything else (a letter, an IP address, two numbers)
    they do, so that two values never become one.
    """
    seen = "".join(lower(view(without_invisible(value)[0])).split())
    if _MORE_THAN_A_NUMBER.search(seen):
        return seen
    digits = "".join(character for character in seen if "0" <= character <= "9")
    if "+" in seen:
        digits = "0" + digits.removeprefix("82").removeprefix("0")
    return digits or seen
