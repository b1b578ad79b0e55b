"""What stands in the log when something fails while it holds what a person typed."""

import subprocess
import sys

import pytest

SECRET = "typed-by-a-person"

FAILURES = {
    "a logged exception": "logging.getLogger('ilson').exception('it failed', exc_info=ValueError(secret))",
    "a library's exception": "logging.getLogger('uvicorn.error').error('Exception', exc_info=ValueError(secret))",
    "a later line of a library": "logging.getLogger('asyncio').error('never retrieved\\nfuture: %r', secret)",
    "a lost task": "asyncio.run(lost())",
    "a thread": "thread = threading.Thread(target=fail); thread.start(); thread.join()",
    "a finaliser": "Dying()",
    "the process": "fail()",
    "a chained exception": "chained()",
}

PROGRAM = """
import asyncio, gc, logging, threading
from ilson.engines import journal
journal.keep()
secret = "-".join(["typed", "by", "a", "person"])
def fail(): raise ValueError(secret)
def chained():
    try: fail()
    except ValueError as error: raise KeyError(secret) from error
class Dying:
    def __del__(self): fail()
async def lost():
    async def failing(): fail()
    task = asyncio.ensure_future(failing())
    await asyncio.sleep(0); await asyncio.sleep(0)
    del task
    gc.collect()
"""


@pytest.mark.parametrize("failure", FAILURES)
def test_the_log_tells_the_failure_and_not_what_was_typed(failure):
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM + FAILURES[failure]], capture_output=True, text=True, check=False
    )
    assert SECRET not in result.stderr
    assert any(level in result.stderr for level in ("ERROR", "CRITICAL"))
