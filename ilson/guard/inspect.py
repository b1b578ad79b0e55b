"""Inspects a question on its way in: what a model gets to see of it, and what stays in the vault."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ilson.domain.document import Document
from ilson.domain.errors import ConfirmationNeeded, GuardFailed, Refused, WordBlocked
from ilson.domain.grade import Grade
from ilson.domain.piece import Guarded
from ilson.domain.question import Question
from ilson.domain.rule import Reason
from ilson.guard.compile import Guard
from ilson.guard.look import Looked
from ilson.guard.mask import mask
from ilson.guard.match import WORD, Finding
from ilson.guard.orders import ORDER, shown
from ilson.guard.texts import through_document, through_question
from ilson.guard.vault import Vault, canonical
from ilson.guard.why import reason


@dataclass(frozen=True, slots=True)
class Inspected:
    """A question that may go on: everything in it is masked, the vault has the values."""

    question: Question  # without its attachments: they are the documents
    documents: tuple[Document, ...]
    vault: Vault
    told: Guarded
    released: Mapping[str, int]  # type and reason → number of values that the official let pass
    noticed: Mapping[str, int]  # name of a rule in the shadow → number of its finds

    @property
    def counts(self) -> Mapping[str, int]:
        """Type of finding → number of distinct values that were hidden."""
        return self.told.counts

    @property
    def grade(self) -> Grade:
        """Of what leaves."""
        return self.told.grade


def inspect(question: Question, documents: tuple[Document, ...], guard: Guard, department: str = "") -> Inspected:
    """Return the question and its documents as a model may see them.

    Raises:
        WordBlocked: a rule stops the question.
        ConfirmationNeeded: a rule asks the official first, and has no answer yet.
        GuardFailed: the guard itself failed; nothing passes.
    """
    try:
        return _inspected(question, documents, guard, department)
    except (Refused, GuardFailed):
        raise
    except Exception as error:  # noqa: BLE001 - whatever failed, nothing may pass, and no text may travel in the error
        message = f"the guard failed while it inspected a question: {type(error).__name__}"
        raise GuardFailed(message) from None


def decide(question: Question, documents: tuple[Document, ...], guard: Guard, department: str) -> "Decided":
    """Return what is found in every text, those of the documents first, and what is done about it."""
    looked = Looked(guard, department)

    def look_at_question(parts: Sequence[str], ends: Sequence[str]) -> Sequence[str]:
        looked.at(parts, ends, orders=False)
        return parts

    def look_at_document(parts: Sequence[str], ends: Sequence[str]) -> Sequence[str]:
        looked.at(parts, ends, orders=True)
        return parts

    for document in documents:
        through_document(document, look_at_document)
    through_question(question, look_at_question)
    looked.again()
    return Decided.of(looked, question)


def _inspected(question: Question, documents: tuple[Document, ...], guard: Guard, department: str) -> Inspected:
    decided = decide(question, documents, guard, department)
    decided.stop(question.confirmed)
    vault = Vault()
    masked = iter(decided.masked(vault))

    def next_masked(parts: Sequence[str], _ends: Sequence[str]) -> Sequence[str]:
        return [next(masked) for _ in parts]

    safe_documents = tuple(through_document(document, next_masked) for document in documents)
    safe = through_question(question, next_masked)
    told = replace(decided.told(question.grade), hidden=sum(document.hidden for document in documents))
    return Inspected(safe, safe_documents, vault, told, decided.released, decided.noticed)


@dataclass(frozen=True, slots=True)
class Decided:
    """What is done about each finding."""

    looked: Looked
    acted: list[list[Finding]]  # for each text
    released: Counter[str]
    noticed: Counter[str]

    @classmethod
    def of(cls, looked: Looked, question: Question) -> "Decided":
        """Return what is done about what was found: what the official releases passes, a rule in the shadow counts."""
        known = looked.guard.texts_ko
        let = {
            (one.type, canonical(one.value)): one.reason
            for one in question.released
            if f"release.{one.reason}" in known  # nothing else may reach the ledger
        }
        released: dict[tuple[str, str], str] = {}
        noticed: Counter[str] = Counter()
        acted: list[list[Finding]] = []
        for text, found in zip(looked.texts, looked.findings, strict=True):
            kept: list[Finding] = []
            for one in found:
                key = (one.type, canonical(text[one.start : one.end]))
                if one.shadow:
                    noticed[one.rule] += 1
                elif one.release and key in let:
                    released[key] = let[key]
                else:
                    kept.append(one)
            acted.append(kept)
        return cls(looked, acted, Counter(f"{kind}:{why}" for (kind, _), why in released.items()), noticed)

    def _each(self) -> Iterator[tuple[Finding, str]]:
        for text, found in zip(self.looked.texts, self.acted, strict=True):
            for one in found:
                yield one, text[one.start : one.end]

    def _reasons(self, action: str) -> tuple[Reason, ...]:
        texts = self.looked.guard.texts_ko
        return tuple(dict.fromkeys(reason(one, value, texts) for one, value in self._each() if one.action == action))

    def stop(self, confirmed: Sequence[str]) -> None:
        """Refuse the question where a rule blocks it, or asks and has no answer yet."""
        if blocking := self._reasons("block"):
            message = f"rules that stop a question: {sorted({one.rule for one in blocking})}"
            raise WordBlocked(message, reasons=blocking)
        asking = tuple(one for one in self._reasons("confirm") if one.rule not in confirmed)
        if asking:
            message = f"rules that ask for a confirmation: {sorted({one.rule for one in asking})}"
            raise ConfirmationNeeded(message, reasons=asking)

    def masked(self, vault: Vault) -> Iterator[str]:
        """Yield every text as a model may see it."""
        for text, found in zip(self.looked.texts, self.acted, strict=True):
            going = shown(mask(text, [one for one in found if one.action == "mask"], vault))
            vault.let_pass(going)
            yield going

    def told(self, chosen: Grade) -> Guarded:
        """Return what the official is told: personal data that leaves as it is raises the grade, what is masked not."""
        hidden: dict[str, set[str]] = {}
        grades = [chosen, *(one.grade for one, _ in self._each() if one.grade is not None)]
        open_data = sum(self.released.values())
        for one, value in self._each():
            if one.action == "mask":
                hidden.setdefault(one.type, set()).add(canonical(value))
            elif one.type not in {WORD, ORDER}:
                open_data += 1
        after = max([*grades, Grade.S] if open_data else grades)
        personal = sum(len(values) for kind, values in hidden.items() if kind not in {WORD, ORDER})
        rules = dict.fromkeys(
            one.rule for one, _ in self._each() if one.action in {"warn", "confirm"} or one.grade is not None
        )
        return Guarded(
            counts={kind: len(values) for kind, values in hidden.items()},
            grade=after,
            reasons=tuple(rules),
            grade_before=max(after, Grade.S) if personal else after,
            released=sum(self.released.values()),
            orders=len(hidden.get(ORDER, ())),
            warnings=self._reasons("warn"),
        )


def as_it_is(told: Guarded, texts: Mapping[str, str]) -> list[str]:
    """Return why the grade of a question is not O, in words that are the same for each of its parts."""
    personal = any(kind not in {WORD, ORDER} for kind in told.counts)
    said = [texts["guard.personal"]] if personal else []
    said += [texts["guard.released"]] if told.released else []
    return [*said, *told.reasons]
