"""What the linter says of one place."""

from dataclasses import dataclass

from ilson.domain.official_rule import Level


@dataclass(frozen=True, slots=True)
class Found:
    """A place that breaks a rule, from `start` to `end` in characters; `fix` is what to write there, None if unknown.

    `certain` is False where a rule that is safe to mend would have to guess.
    """

    start: int
    end: int
    fix: str | None = None
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Remark:
    """A place that breaks a rule, with the reason and the legal basis in Korean.

    `start` and `end` count characters of the text that was checked; of a structured document they count in the field
    that `place` names, as `body[0].items[1].text`. `safe` tells that `fix` can be applied without asking.
    """

    rule: str
    level: Level
    start: int
    end: int
    message: str
    basis: str
    fix: str | None = None
    safe: bool = False
    place: str = ""
    excerpt: str = ""  # the place with the words around it
    mended: str | None = None  # the excerpt with the fix in it
