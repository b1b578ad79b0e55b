"""The marks that stand for what was hidden."""

OPEN = "⟦"
CLOSE = "⟧"
BRACKET = "괄호"  # the name under which a bracket that a person typed is kept
STARS = "****"  # a prohibited word


def token(name: str, number: int, salt: str) -> str:
    """Return the mark of one hidden value: `⟦전화번호#1·k3⟧`."""
    return f"{OPEN}{name}#{number}·{salt}{CLOSE}"


def label(name: str) -> str:
    """Return what stands in an answer for a value that the model made up: `[전화번호 가림]`."""
    return f"[{name} 가림]"
