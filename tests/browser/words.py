"""What the page says, by key: a test finds things by their Korean name and survives a change of wording."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SENTENCES = json.loads((ROOT / "frontend/src/shared/text/ko.json").read_text("utf-8"))


def t(key, **values):
    """Return the sentence of a key such as `home.send`."""
    section, name = key.split(".")
    return SENTENCES[section][name].format(**values) if values else SENTENCES[section][name]


def like(key):
    """Return a pattern for the sentence of a key, whatever stands in its places."""
    return re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(t(key))))
