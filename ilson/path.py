"""The one path that every question travels. Read this file first."""

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass

from anyio import to_thread

from ilson.documents.attach import attach
from ilson.documents.official.lint.lint import Linter
from ilson.domain.official import Caller
from ilson.domain.piece import Piece, Step
from ilson.domain.question import Prompt, Question
from ilson.domain.rule import Rulebook
from ilson.gate.admit import Gate
from ilson.guard.compile import Guard
from ilson.guard.inspect import inspect
from ilson.guard.stream import inspect_stream
from ilson.ledger.entry import entry
from ilson.ports.desk import Desk
from ilson.ports.ledger import LedgerBook
from ilson.ports.models import Model
from ilson.route.choose import choose
from ilson.tasks.find import find
from ilson.tasks.prompt import facts_of, prompt
from ilson.tasks.read import read
from ilson.tasks.rounds import Rounds


@dataclass(frozen=True, slots=True)
class Parts:
    """What the path needs, joined once in `app.py`."""

    gate: Gate
    desk: Desk
    book: LedgerBook
    rulebook: Rulebook
    guard: Guard
    linter: Linter
    models: Mapping[str, Model]  # by name, in the order of preference


async def travel(caller: Caller, question: Question, parts: Parts) -> AsyncGenerator[Piece, None]:
    """Yield the answer to one question, piece by piece; exactly one ledger line tells how it ended.

    Nothing is yielded before the caller is admitted and the line is open.

    Raises:
        Refused: the official can act; nothing has left the house.
        Broken: we must act.
    """
    official = parts.gate.admit(caller)
    async with entry(parts.book, official, parts.rulebook.fingerprint) as line:
        yield Step("reading")
        task = find(question, parts.rulebook)
        line.for_task(task.name)
        documents = await attach(question.attachments, parts.desk)
        yield Step("checking")
        checked = await to_thread.run_sync(inspect, question, documents, parts.guard, official.department)
        line.checked(checked)
        yield checked.told
        model = choose(question, checked.grade, parts.models)
        line.asks(model.card)
        rounds = Rounds(task, model.card, parts.linter, question.form)
        asked: Prompt | None = prompt(task, checked.question, checked.documents, parts.rulebook)
        step = Step("answering")
        while asked:
            yield step
            async with (
                aclosing(model.answer(asked)) as raw,
                aclosing(rounds.hear(raw)) as heard,
                aclosing(inspect_stream(heard, checked.vault, parts.guard)) as safe,
                aclosing(read(task, model.card, safe, question, documents, facts_of(asked))) as said,
                aclosing(rounds.show(said, asked)) as answer,
            ):
                async for piece in answer:
                    line.count(piece)
                    yield piece
            asked, step = await rounds.again(asked, parts.rulebook.texts["prompt.repair"]), Step("mending")
        yield line.summary(checked.vault.leftovers, checked.vault.invented)
