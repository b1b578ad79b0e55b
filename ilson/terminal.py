"""Reads what the terminal gives and writes what it shows."""

import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

import orjson

FINE, FINDING = 0, 1  # and 2 for wrong usage, which argparse says


class Unusable(Exception):
    """What the terminal gave cannot be used; `key` is that of its Korean sentence, after `cli.`."""

    def __init__(self, key: str, **facts: str) -> None:
        super().__init__(key)
        self.key, self.facts = key, facts


def source(name: str) -> BinaryIO:
    """Return the file of this name, or the standard input for `-`.

    Raises:
        Unusable: file_missing.
    """
    if name == "-":
        return sys.stdin.buffer
    try:
        return Path(name).open("rb")
    except OSError:
        raise Unusable("file_missing") from None


def decode(content: bytes) -> str:
    """Return the text, in UTF-8 or in the CP949 of Korean Windows.

    Raises:
        Unusable: no_text.
    """
    for encoding in ("utf-8-sig", "cp949"):
        with suppress(UnicodeDecodeError):
            return content.decode(encoding)
    raise Unusable("no_text")


def json_object(content: bytes) -> dict[str, Any]:
    """Return the JSON object of these bytes.

    Raises:
        Unusable: no_json.
    """
    try:
        value = orjson.loads(decode(content))
    except orjson.JSONDecodeError:
        raise Unusable("no_json") from None
    if not isinstance(value, dict):
        raise Unusable("no_json")
    return value


def check_folder(output: Path | None) -> None:
    """Refuse a file whose folder is not there.

    Raises:
        Unusable: folder_missing.
    """
    if output is not None and not output.parent.is_dir():
        raise Unusable("folder_missing")


def check_kind(kind: str) -> None:
    """Refuse a kind of file that no document is written as.

    Raises:
        Unusable: kind_unknown.
    """
    kinds = import_module("ilson.documents.official.render").KINDS  # as slow as the app
    if kind not in kinds:
        raise Unusable("kind_unknown", kinds=", ".join(kinds))


def ending(output: Path) -> str:
    """Return what the name of a file ends with, in small letters and without the dot."""
    return output.suffix.removeprefix(".").lower()


def write(output: Path, content: bytes) -> None:
    """Write a file.

    Raises:
        Unusable: not_written.
    """
    try:
        output.write_bytes(content)
    except OSError:
        raise Unusable("not_written") from None


def tell(sentence: str) -> None:
    """Show a sentence where errors go."""
    sys.stderr.buffer.write(f"{sentence}\n".encode())  # Korean, whatever the terminal calls itself
    sys.stderr.buffer.flush()


def show(line: bytes) -> None:
    """Show a line of output."""
    sys.stdout.buffer.write(line.rstrip(b"\n") + b"\n")
