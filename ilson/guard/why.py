"""Says in Korean why something was found, or was not believed."""

from collections.abc import Iterable, Mapping

from ilson.domain.rule import Reason
from ilson.guard.match import WORD, Finding


def why(evidence: Iterable[str], texts: Mapping[str, str]) -> str:
    """Return the reasons in words, from the keys that a finding or a rejection carries."""
    return ", ".join(dict.fromkeys(_sentence(key, texts) for key in evidence))


def reason(finding: Finding, value: str, texts: Mapping[str, str]) -> Reason:
    """Return why a rule reacts to this finding; the value is the official's own word, and goes to the official only."""
    said = texts["guard.why.word"].format(word=value) if finding.type == WORD else why(finding.evidence, texts)
    return Reason(finding.rule, finding.action, said, finding.basis)


def _sentence(key: str, texts: Mapping[str, str]) -> str:
    kind, _, word = key.partition(":")
    return texts[f"guard.why.{kind}"].format(word=word)
