"""Reads files with one public reader, in the environment in which it is installed: paths in, texts and times out.

usage: python reader.py NAME; each line of input is a path as a JSON text; each line of output is a JSON object: the
text and the nanoseconds of the processor, or the name of the error. The first line only says that it is ready.
"""

import ctypes
import importlib
import json
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any


def unhwp_text() -> Callable[[str], str]:
    """Return the plain text of unhwp."""
    return importlib.import_module("unhwp").extract_text  # type: ignore[no-any-return]


def unhwp_markdown() -> Callable[[str], str]:
    """Return the Markdown of unhwp."""
    return importlib.import_module("unhwp").to_markdown  # type: ignore[no-any-return]


def rhwp_ir() -> Callable[[str], str]:
    """Return every text of rhwp's tree of a document; its plain text leaves tables out."""
    ctypes.CDLL("libfreetype.so.6", mode=ctypes.RTLD_GLOBAL)  # its wheel does not find the one of Debian 12 by itself
    package = importlib.import_module("rhwp")
    return lambda path: "\n".join(_texts(json.loads(package.parse(path).to_ir_json())))


def hwp_hwpx_parser() -> Callable[[str], str]:
    """Return the text of hwp-hwpx-parser, with its tables in place and the notes after it."""
    package = importlib.import_module("hwp_hwpx_parser")

    def read(path: str) -> str:
        with package.Reader(path) as reader:
            told = reader.extract_text_with_notes()
            notes = [note.text for kind in ("footnotes", "endnotes") for note in getattr(told, kind, None) or ()]
            return "\n".join([str(getattr(told, "text", told)), *notes])

    return read


def python_hwpx() -> Callable[[str], str]:
    """Return the text of python-hwpx's TextExtractor, which opens HWPX only."""
    package = importlib.import_module("hwpx")

    def read(path: str) -> str:
        with package.TextExtractor(path) as extractor:
            return str(extractor.extract_text())

    return read


READERS = {
    "unhwp text": unhwp_text,
    "unhwp markdown": unhwp_markdown,
    "rhwp": rhwp_ir,
    "hwp-hwpx-parser": hwp_hwpx_parser,
    "python-hwpx": python_hwpx,
}


def _texts(value: Any) -> Iterable[str]:  # noqa: ANN401 - plain JSON
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "text" and isinstance(inner, str):
                yield "" if "cells" in value else inner  # a table says its cells again
            elif key != "inlines":  # they say the text of their paragraph again
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _answer(read: Callable[[str], str], path: str) -> dict[str, object]:
    begun = time.process_time_ns()
    try:
        text = read(path)
    except BaseException as error:  # noqa: BLE001 - a panic of Rust is no Exception
        return {"error": type(error).__name__}
    return {"text": text, "ns": time.process_time_ns() - begun}


def main(name: str) -> None:
    """Answer until the input ends."""
    read = READERS[name]()
    _say({"ready": True})
    for line in sys.stdin:
        _say(_answer(read, json.loads(line)))


def _say(answer: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
