"""The commands about official documents: what is wrong in one, mending it, and files of it."""

import argparse
import asyncio
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Mapping
from contextlib import aclosing
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any, Final

import orjson

from ilson.documents.official.lint.learn import law_names, plain_words
from ilson.documents.official.lint.lint import Linter, score
from ilson.documents.official.lint.mend import mend_draft, mend_segments, mend_text
from ilson.documents.official.lint.read_document import segment_lines, to_lines
from ilson.documents.official.lint.remark import Remark
from ilson.documents.official.types import type_of
from ilson.domain.document import File
from ilson.domain.errors import BadRequest
from ilson.domain.rule import Rulebook
from ilson.ports.desk import Desk
from ilson.terminal import (
    FINDING,
    FINE,
    Unusable,
    check_folder,
    check_kind,
    decode,
    ending,
    json_object,
    show,
    source,
    write,
)

_PLAIN: Final = ("txt", "md", "json", "jsonl", "")
_REWRITTEN: Final = ("hwpx", "docx")

Rules = Callable[[], Rulebook]
App = Callable[[], Any]
"""Gives the module that joins the parts, when it is needed: it takes a second to load."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", rules: Rules, app: App) -> None:
    """Add the commands to the parser of `ilson official`."""
    lint = _command(commands, "lint", partial(official_lint, rules=rules, app=app), official_lint)
    lint.add_argument("file", nargs="?", default="-")
    lint.add_argument("--json", action="store_true")
    lint.add_argument("--type", default="", help="the type of document that the text is, by its name")
    fix = _command(commands, "fix", partial(official_fix, rules=rules, app=app), official_fix)
    fix.add_argument("file", nargs="?", default="-")
    fix.add_argument("--type", default="", help="the type of document that the text is, by its name")
    fix.add_argument("-o", "--output", type=Path, help="an HWPX or a DOCX is mended where it stands")
    render = _command(commands, "render", partial(official_render, rules=rules, app=app), official_render)
    render.add_argument("draft")
    render.add_argument("-o", "--output", type=Path, required=True)

    plain = _command(commands, "plain", partial(official_plain, rules=rules), official_plain)
    plain.add_argument("file")
    plain.add_argument("-o", "--output", type=Path, required=True)
    laws = _command(commands, "laws", official_laws, official_laws)
    laws.add_argument("folder", type=Path)
    laws.add_argument("-o", "--output", type=Path, required=True)


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    run: Callable[[argparse.Namespace], int],
    told: Callable[..., int],
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=str(told.__doc__).splitlines()[0], description=told.__doc__)
    parser.set_defaults(run=run)
    return parser


def official_lint(given: argparse.Namespace, *, rules: Rules, app: App) -> int:
    """Say what is wrong in a text, an office file or a structured document (JSON), why, and how it is mended.

    Exit: 0 when nothing is wrong, 1 when something is, 2 for wrong usage.
    """
    book = rules()
    linter, name = Linter(book.official), _type(given.type, book)
    content = _content(given.file)
    draft = _draft(given.file, content)
    if draft is not None:
        text, found = "", linter.check_draft(draft)
    elif _is_text(given.file, content):
        text = _normal(content)
        found = linter.check(text, name=name)
    elif ending(Path(given.file)) in _REWRITTEN:
        told = asyncio.run(_open(app, lambda desk: desk.segments(_file(given.file, content))))
        text, _ = segment_lines(told.segments, [segment.plain for segment in told.segments])
        found = linter.check_file(told, name=name)
    else:
        text = to_lines(asyncio.run(_open(app, lambda desk: desk.read(_file(given.file, content)))))
        found = linter.check(text, name=name, parsed=True, blanks=False)
    lines = [at for at, sign in enumerate(text) if sign == "\n"]
    if given.json:
        show(orjson.dumps([_told(one, bisect_left(lines, one.start) + 1) for one in found]))
    else:
        for one in found:
            show(_line(one, bisect_left(lines, one.start) + 1, book.texts).encode())
        show(book.texts["lint.score"].format(count=len(found), score=score(found)).encode())
    return FINDING if found else FINE


def official_fix(given: argparse.Namespace, *, rules: Rules, app: App) -> int:
    """Mend what can be mended without asking; print the text, or write the file with -o."""
    check_folder(given.output)
    book = rules()
    linter, name = Linter(book.official), _type(given.type, book)
    content = _content(given.file)
    draft = _draft(given.file, content)
    if draft is not None:
        mended = orjson.dumps(mend_draft(draft, linter)[0], option=orjson.OPT_INDENT_2) + b"\n"
    elif _is_text(given.file, content):
        mended = mend_text(_normal(content), linter, name=name)[0].encode()
    elif given.output:
        mended = asyncio.run(
            _rewritten(app, _file(given.file, content), partial(mend_segments, linter=linter, name=name), given.output)
        )
    else:
        text = to_lines(asyncio.run(_open(app, lambda desk: desk.read(_file(given.file, content)))))
        mended = mend_text(text, linter, name=name)[0].encode() + b"\n"
    if given.output:
        write(given.output, mended)
    else:
        show(mended)
    return FINE


def official_render(given: argparse.Namespace, *, rules: Rules, app: App) -> int:
    """Write a structured official document as a file, of the kind that its name ends with."""
    check_folder(given.output)
    with source(given.draft) as stream:
        draft = json_object(stream.read())
    look, kind = type_of(draft, rules().official).look, ending(given.output)

    async def rendered(desk: Desk) -> bytes:
        try:
            return await desk.render(draft, kind, look)
        except BadRequest:
            check_kind(kind)
            raise

    write(given.output, asyncio.run(_open(app, rendered)))
    return FINE


def official_plain(given: argparse.Namespace, *, rules: Rules) -> int:
    """Make a rule file of a list of plain words (CSV of data.go.kr 15130006), for the agency's official/lint/."""
    check_folder(given.output)
    try:
        made = plain_words(_normal(_content(given.file)), rules().official)
    except BadRequest:
        raise Unusable("no_words") from None
    write(given.output, made.encode())
    return FINE


def official_laws(given: argparse.Namespace) -> int:
    """Make the agency's official/laws.txt: the names of the laws in a folder of Markdown files (legalize-kr)."""
    check_folder(given.output)
    names = law_names(_normal(path.read_bytes()) for path in sorted(given.folder.rglob("*.md")))
    if not names:
        raise Unusable("no_laws")
    write(given.output, "".join(f"{name}\n" for name in names).encode())
    return FINE


async def _open(app: App, work: Callable[[Desk], Any]) -> Any:  # noqa: ANN401 - what the work gives
    desk: Desk
    async with aclosing(app().open_desk()) as desk:
        return await work(desk)


async def _rewritten(app: App, file: File, mend: Callable[..., Any], output: Path) -> bytes:
    kind = ending(Path(file.name))
    if kind not in _REWRITTEN or ending(output) != kind:
        raise Unusable("not_rewritten", kinds=", ".join(_REWRITTEN))

    async def work(desk: Desk) -> bytes:
        found = await desk.segments(file)
        return await desk.rewrite(file, mend(found.segments)[0])

    content: bytes = await _open(app, work)
    return content


def _content(name: str) -> bytes:
    with source(name) as stream:
        return stream.read()


def _file(name: str, content: bytes) -> File:
    return File(Path(name).name, content)


def _is_text(name: str, content: bytes) -> bool:
    return ending(Path(name)) in _PLAIN and b"\x00" not in content and not content.startswith((b"PK", b"%PDF"))


def _draft(name: str, content: bytes) -> dict[str, Any] | None:
    """Return the structured document that the bytes are, None where they are something else."""
    kind = ending(Path(name))
    begins = kind in _PLAIN and content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    return json_object(content) if begins or kind == "json" else None


def _normal(content: bytes) -> str:
    return unicodedata.normalize("NFC", decode(content))  # macOS takes syllables apart


def _type(name: str, book: Rulebook) -> str:
    if name and book.official.find(name) is None:
        raise Unusable("type_unknown", types=", ".join(known.name for known in book.official.types))
    return name


def _told(found: Remark, line: int) -> dict[str, Any]:
    return {**asdict(found), "line": None if found.place else line}


def _line(found: Remark, line: int, texts: Mapping[str, str]) -> str:
    place = found.place or texts["lint.line"].format(line=line)
    fix = "" if found.mended is None else f" {texts['lint.fix'].format(fix=found.mended)}"
    return texts["lint.found"].format(
        place=place,
        level=texts[f"lint.{found.level}"],
        rule=found.rule,
        message=found.message,
        excerpt=found.excerpt,
        fix=fix,
        basis=found.basis,
    )
