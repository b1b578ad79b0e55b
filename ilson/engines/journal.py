"""The log: facts for the operator, never what a person typed or received."""

import logging
import sys
import traceback
from typing import Final

from typing_extensions import override

QUIET: Final = ("aiohttp", "asyncio", "sqlalchemy", "uvicorn")


class FactsOnly(logging.Formatter):
    """Writes an exception as its class and its places in the code; its message may quote a person and is left out."""

    @override
    def formatException(self, ei: object) -> str:
        """Return the exception without its message."""
        kind, _error, trace = sys.exc_info() if not isinstance(ei, tuple) else ei
        places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
        return "\n".join([f"{kind.__name__ if kind else 'exception'} at", *places])


def keep() -> None:
    """Send the log of every library to standard error, facts only; libraries that log bodies at DEBUG stay quiet."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(FactsOnly("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.ERROR)
