from pathlib import Path

import pytest

import ilson
from ilson.documents.official.lint.lint import Linter
from ilson.official_rules import load_official

RULES = Path(ilson.__file__).parent / "rules"


@pytest.fixture(scope="session")
def official():
    return load_official([RULES])


@pytest.fixture(scope="session")
def linter(official):
    return Linter(official)


@pytest.fixture(scope="session")
def broken(linter):
    """Return the ids of the rules that a text breaks."""
    return lambda text, **how: [found.rule for found in linter.check(text, **how)]
