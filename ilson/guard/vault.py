"""Keeps the hidden values of one request, in memory only, and puts them back."""

import re
import secrets
from collections import Counter

from ilson.guard.marks import BRACKET, CLOSE, OPEN, token
from ilson.guard.normalise import lower, view, without_invisible

_TOKEN = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]+{CLOSE}")
_MORE_THAN_A_NUMBER = re.compile(r"[^\W\d_]|,|^[0-9]{1,3}(?:\.[0-9]{1,3}){3}$")
_SPELT = "공영빵일이삼사오육륙칠팔구"
_AS_DIGIT = str.maketrans(dict(zip(_SPELT + "oil", "0001234566789011", strict=True)))
_DIGIT = re.compile(f"[0-9{_SPELT}]")
_DISGUISED = re.compile(f"[0-9{_SPELT}oil./~_()+·-]+")
_FEWEST = 8  # digits; a shorter run of letters may be a word
_NO_DIGIT = re.compile("[^0-9]+")
_SPACES = 4  # that a model may put inside the brackets
_SALT = "abcdefghijkmnpqrstuvwxyz23456789"
_BRACKETS = re.compile(f"[{OPEN}{CLOSE}]")


class Vault:
    """The values of one request and the tokens that stand for them.

    The same value, however it is written, has the same token in every turn and document; no two values share one.
    Values are numbered in the order in which they come, from 1 for each name; a salt of its own in each request keeps
    a token that a model remembers, or makes up, from turning into somebody's value.
    """

    __slots__ = ("_counts", "_kinds", "_passed", "_salt", "_tokens", "_values", "invented", "leftovers", "restored")

    def __init__(self) -> None:
        self._tokens: dict[tuple[str, str], str] = {}
        self._values: dict[str, str] = {}
        self._kinds: dict[str, str] = {}
        self._counts: Counter[str] = Counter()
        self._passed: list[str] = []
        self._salt = "".join(secrets.choice(_SALT) for _ in range(2))
        self.restored: dict[str, str] = {}
        """The values that were put back into the answer, and their types."""
        self.leftovers = 0
        """How many marks in the answer stand for nothing that is known here."""
        self.invented = 0
        """How many values that the model made up were hidden in the answer."""

    @property
    def longest(self) -> int:
        """The length of the longest token with spaces inside, in characters."""
        return max(map(len, self._values), default=0) + _SPACES

    def hide(self, name: str, value: str, kind: str = "") -> str:
        """Return the token for this value of the kind `name`; `kind` is the type of the finding."""
        key = (name, canonical(value))
        if key not in self._tokens:
            self._counts[name] += 1
            self._tokens[key] = token(name, self._counts[name], self._salt)
            self._values[self._tokens[key]] = value
            self._kinds[self._tokens[key]] = kind
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
        """Return the text with every exact token replaced by its value; spaces inside the brackets do not matter.

        Anything else in brackets stays as it is, and is counted.
        """
        return _TOKEN.sub(self._value, text) if OPEN in text else text

    def _value(self, found: re.Match[str]) -> str:
        mark = "".join(found[0].split())
        value = self._values.get(mark)
        if value is None:
            self.leftovers += 1
            return found[0]
        if self._kinds[mark]:
            self.restored[value] = self._kinds[mark]
        return value


def canonical(value: str) -> str:
    """Return what all writings of the same value have in common.

    Separators between the digits of a number do not count; in anything else (a letter, an IP address, two numbers)
    they do, so that two values never become one.
    """
    seen = "".join(lower(view(without_invisible(value)[0])).split())
    if _DISGUISED.fullmatch(seen) and len(_DIGIT.findall(seen)) >= _FEWEST:
        seen = seen.translate(_AS_DIGIT)
    if _MORE_THAN_A_NUMBER.search(seen):
        return seen
    digits = "".join(character for character in seen if "0" <= character <= "9")
    if "+" in seen:
        digits = "0" + digits.removeprefix("82").removeprefix("0")
    return digits or seen
