"""Tokens without the salt that each request has of its own."""

import re

_SALT = re.compile("·[a-z2-9]{2}(?= *⟧)")


def unsalted(value):
    """Return the text, or all texts inside the value, with `⟦전화번호#1·k3⟧` written as `⟦전화번호#1⟧`."""
    match value:
        case str():
            return _SALT.sub("", value)
        case dict():
            return {unsalted(key): unsalted(inner) for key, inner in value.items()}
        case list():
            return [unsalted(inner) for inner in value]
        case tuple():
            return tuple(unsalted(inner) for inner in value)
    return value
