"""Hides in a text what the rules tell to hide."""

from collections.abc import Sequence

from ilson.guard.compile import Guard
from ilson.guard.detect import detect
from ilson.guard.marks import STARS, label
from ilson.guard.match import WORD, Finding
from ilson.guard.vault import Vault


def mask(text: str, findings: Sequence[Finding], vault: Vault) -> str:
    """Return a text that goes out: tokens for values and words, no bracket that the vault does not know."""
    parts: list[str] = []
    end = 0
    for finding in findings:
        value = text[finding.start : finding.end]
        parts += (vault.escape(text[end : finding.start]), vault.hide(finding.rule, value, finding.type))
        end = finding.end
    return "".join(parts) + vault.escape(text[end:])


def hidden(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings that no answer may show: those to be masked and those that block a question."""
    chosen: list[Finding] = []
    for finding in findings:
        if (
            finding.action in {"mask", "block"}
            and not finding.shadow
            and (not chosen or finding.start >= chosen[-1].end)
        ):
            chosen.append(finding)
    return chosen


def mask_answer(text: str, guard: Guard, vault: Vault) -> str:
    """Return a model's whole text as the official may see it: made-up values hidden, the vault's put back."""
    return reveal(text, hidden(detect(text, guard)), vault)


def reveal(text: str, findings: Sequence[Finding], vault: Vault) -> str:
    """Return a model's text with these findings hidden, unless the vault has the value, and with tokens put back."""
    parts: list[str] = []
    end = 0
    for finding in findings:
        value = text[finding.start : finding.end]
        if not vault.holds(finding.rule, value):
            vault.invented += 1
            parts += (vault.restore(text[end : finding.start]), STARS if finding.type == WORD else label(finding.rule))
            end = finding.end
    return "".join(parts) + vault.restore(text[end:])
