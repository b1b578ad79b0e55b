"""The Korean that the benchmark needs, read from its data file."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_name("korean.yaml")


@cache
def _all() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return read


def text(key: str) -> str:
    """Return a text of the data file."""
    return str(_all()[key])


def texts(key: str) -> list[str]:
    """Return a list of texts."""
    return [str(one) for one in _all()[key]]


def mapping(key: str) -> dict[str, str]:
    """Return a mapping of texts."""
    return {str(name): str(value) for name, value in _all()[key].items()}
