"""Reads damaged files and tells, a line for each, what came of it.

usage: python -m bench.documents.damage FOLDER FIRST LAST; each line of output is a JSON list: the number of the file,
its kind, what came of it, and the seconds. It is read, refused with a code and a message, or it crashes by an error.
"""

import json
import resource
import sys
import time
from pathlib import Path
from typing import Final

from bench.documents import originals
from ilson.documents.markdown import to_text
from ilson.documents.read import read
from ilson.domain.document import File
from ilson.domain.errors import IlsonError, Refused

MEMORY_BYTES: Final = 2 * 1024**3
"""Address space, as the reading process has it."""


def main(folder: Path, first: int, last: int) -> None:
    """Read the damaged files of these numbers."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    files = originals.small(folder)
    kinds = list(files)
    for number in range(first, last):
        kind = kinds[number % len(kinds)]
        content = originals.damaged(files[kind], number)
        begun = time.perf_counter()
        outcome = _outcome(File(f"file.{kind}", content))
        sys.stdout.write(json.dumps([number, kind, outcome, time.perf_counter() - begun]) + "\n")
        sys.stdout.flush()


def _outcome(file: File) -> str:
    try:
        document = read(file)
    except Refused as error:
        return f"{error.code}: {error}"
    except IlsonError as error:
        return f"broken: {error.code}"
    except BaseException as error:  # noqa: BLE001 - that is what is looked for
        return f"crash: {type(error).__name__}"
    return "read" if to_text(document).strip() else "crash: silently empty"


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
