"""The log: facts for the operator, never what a person typed or received."""

import logging
import sys
import threading
import traceback
from types import TracebackType
from typing import Final

from typing_extensions import override

QUIET: Final = ("aiohttp", "asyncio", "sqlalchemy", "uvicorn")
LOG: Final = logging.getLogger("ilson")


class FactsOnly(logging.Formatter):
    """Writes an exception as its class and its places in the code; its message may quote a person and is left out.

    Of another library's message only the first line stands: asyncio writes a task's exception into the later ones.
    """

    @override
    def format(self, record: logging.LogRecord) -> str:
        """Return the record without anything that a person may have typed."""
        if record.name.split(".")[0] != LOG.name:
            record.msg, record.args = record.getMessage().partition("\n")[0], None
        return super().format(record)

    @override
    def formatException(self, ei: object) -> str:
        """Return the exception without its message."""
        kind, _error, trace = ei if isinstance(ei, tuple) else sys.exc_info()
        return facts(kind, trace)


def facts(kind: type[BaseException] | None, trace: TracebackType | None) -> str:
    """Return the class of an exception and its places in the code."""
    places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    return "\n".join([f"{kind.__name__ if kind else 'exception'} at", *places])


def keep() -> None:
    """Send the log of every library to standard error, facts only, and all that Python itself says of exceptions."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(FactsOnly("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.ERROR)
    sys.excepthook = lambda kind, _error, trace: LOG.critical("the process ends: %s", facts(kind, trace))
    sys.unraisablehook = lambda gone: LOG.error("an exception was lost: %s", facts(gone.exc_type, gone.exc_traceback))
    threading.excepthook = lambda gone: LOG.error("a thread ended: %s", facts(gone.exc_type, gone.exc_traceback))
