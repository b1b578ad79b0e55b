"""Finds the summary (문서요지) and the keywords of a draft in its own words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from ilson.engines.models.builtin.lexicon import Lexicon

SUMMARY: Final = 100
"""Characters of a summary, at most; a longer sentence is none."""

KEYWORDS: Final = 5
"""Keywords, at most."""

_WORD = re.compile(r"[^\W\d_]{2,}")


def describe(form: dict[str, Any], lexicon: Lexicon) -> None:
    """Give the form a summary and keywords where it has none: the first whole sentence, and words of the title.

    Nothing is invented: where there is no such sentence, the title is the summary.
    """
    title = str(form.get("title") or "")
    if not title:
        return
    if not form.get("summary"):
        form["summary"] = next(_sentences(form.get("body") or (), lexicon), title)
    if not form.get("keywords"):
        words = dict.fromkeys(word for word in _WORD.findall(title) if word not in lexicon.words["keyword_idle"])
        form["keywords"] = [*words][:KEYWORDS]


def _sentences(items: Sequence[Mapping[str, Any]], lexicon: Lexicon) -> Iterator[str]:
    for item in items:
        text = str(item.get("text") or "").strip()
        if len(text) <= SUMMARY and lexicon.says("finished", text):
            yield text
        yield from _sentences(item.get("items") or (), lexicon)
