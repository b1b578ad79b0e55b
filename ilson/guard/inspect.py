"""Inspects a question on its way in: what a model gets to see of it, and what stays in the vault."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ilson.domain.document import Block, Document, Heading, Paragraph, Table
from ilson.domain.errors import ConfirmationNeeded, GuardFailed, Refused, WordBlocked
from ilson.domain.grade import Grade
from ilson.domain.question import Question
from ilson.guard.across import across
from ilson.guard.compile import Guard
from ilson.guard.detect import detect, resolved
from ilson.guard.mask import mask
from ilson.guard.match import Finding
from ilson.guard.vault import Vault, canonical


@dataclass(frozen=True, slots=True)
class Inspected:
    """A question that may go on: everything in it is masked, the vault has the values."""

    question: Question  # without its attachments: they are the documents
    documents: tuple[Document, ...]
    vault: Vault
    counts: Mapping[str, int]  # type of finding → number of distinct values that were hidden
    grade: Grade
    reasons: tuple[str, ...]  # names of the rules that raised the grade, warn, or were confirmed


def inspect(question: Question, documents: tuple[Document, ...], guard: Guard) -> Inspected:
    """Return the question and its documents as a model may see them.

    Raises:
        WordBlocked: a rule stops the question.
        ConfirmationNeeded: a rule asks the official first, and the question is not confirmed.
        GuardFailed: the guard itself failed; nothing passes.
    """
    try:
        return _inspected(question, documents, guard)
    except (Refused, GuardFailed):
        raise
    except Exception as error:  # noqa: BLE001 - whatever failed, nothing may pass, and no text may travel in the error
        message = f"the guard failed while it inspected a question: {type(error).__name__}"
        raise GuardFailed(message) from None


def _inspected(question: Question, documents: tuple[Document, ...], guard: Guard) -> Inspected:
    desk = _Desk(guard)
    masked_documents = tuple(desk.document(document) for document in documents)
    turns = tuple(replace(turn, text=desk.text(turn.text)) for turn in question.turns)
    form = {desk.text(key): desk.value(value) for key, value in question.form.items()}
    _stop(desk.findings, confirmed=question.confirmed)
    return Inspected(
        question=replace(question, turns=turns, form=form, attachments=()),
        documents=masked_documents,
        vault=desk.vault,
        counts={kind: len(values) for kind, values in desk.hidden.items()},
        grade=max([question.grade, *(finding.grade for finding in desk.findings if finding.grade is not None)]),
        reasons=tuple(dict.fromkeys(finding.rule for finding in desk.findings if _is_reason(finding))),
    )


def _is_reason(finding: Finding) -> bool:
    return finding.action in {"warn", "confirm"} or finding.grade is not None


def _stop(findings: list[Finding], *, confirmed: bool) -> None:
    blocking = sorted({finding.rule for finding in findings if finding.action == "block"})
    if blocking:
        message = f"rules that stop a question: {blocking}"
        raise WordBlocked(message, rules=tuple(blocking))
    asking = sorted({finding.rule for finding in findings if finding.action == "confirm"})
    if asking and not confirmed:
        message = f"rules that ask for a confirmation: {asking}"
        raise ConfirmationNeeded(message, rules=tuple(asking))


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where the parts of one question are masked, and what was found in them."""

    guard: Guard
    vault: Vault = field(default_factory=Vault)
    findings: list[Finding] = field(default_factory=list)
    hidden: dict[str, set[str]] = field(default_factory=dict)  # type → distinct values

    def texts(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Mask texts that stand side by side: a number over several of them has a token in each."""
        return tuple(map(self.text, texts, across(texts, self.guard)))

    def text(self, text: str, shares: Sequence[Finding] = ()) -> str:
        found = resolved([*detect(text, self.guard), *shares])
        self.findings.extend(found)
        masked = [finding for finding in found if finding.action == "mask"]
        for finding in masked:
            self.hidden.setdefault(finding.type, set()).add(canonical(text[finding.start : finding.end]))
        going = mask(text, masked, self.vault)
        self.vault.let_pass(going)
        return going

    def document(self, document: Document) -> Document:
        lines = iter(self.texts([block.text for block in document.blocks if not isinstance(block, Table)]))
        blocks = tuple(self.block(block, lines) for block in document.blocks)
        return replace(document, name=self.text(document.name), blocks=blocks)

    def block(self, block: Block, lines: Iterator[str]) -> Block:
        match block:
            case Heading() | Paragraph():
                return replace(block, text=next(lines))
            case Table():
                return replace(block, rows=tuple(self.texts(row) for row in block.rows))

    def value(self, value: Any) -> Any:  # noqa: ANN401 - a form holds whatever JSON holds
        match value:
            case str():
                return self.text(value)
            case None | bool():
                return value
            case int() | float():
                written = str(value)
                masked = self.text(written)
                return value if masked == written else masked
            case Mapping():
                return {self.text(str(key)): self.value(inner) for key, inner in value.items()}
            case list() | tuple():
                return [self.value(inner) for inner in value]
            case other:
                message = f"a form holds a {type(other).__name__}"
                raise GuardFailed(message)
