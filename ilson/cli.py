"""The commands; each calls one function."""

import argparse
import asyncio
import resource
import shutil
import socket
import sys
from collections.abc import Callable, Sequence
from contextlib import aclosing
from importlib import import_module
from pathlib import Path
from typing import Any

import orjson
import uvicorn

from ilson import official_commands
from ilson.documents.markdown import to_markdown, to_text
from ilson.documents.official.comparison.terminal import side_by_side
from ilson.documents.official.lint.lint import Linter
from ilson.documents.official.types import check_types
from ilson.documents.wire import to_json
from ilson.domain.document import Document, File
from ilson.domain.errors import IlsonError, SettingInvalid
from ilson.domain.rule import Rulebook
from ilson.guard.compile import Guard
from ilson.guard.prove import prover
from ilson.guard.scan import mask_text, scan
from ilson.ports.desk import Desk
from ilson.rulebook import load as load_rules
from ilson.settings import DEFAULT_RULES, load, pin_for_workers, rule_folders
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
    tell,
    write,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 when all is fine, 1 for a finding or a refusal, 2 for wrong usage."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash dump would hold what people typed
    given = _parser().parse_args(arguments)
    try:
        pin_for_workers(getattr(given, "config", None))
        return int(given.run(given))
    except IlsonError as error:
        tell(f"{_sentence(error)}\n({error.code}: {error})")
        return FINDING
    except Unusable as problem:
        tell(_rules().texts[f"cli.{problem.key}"].format(**problem.facts))
        return FINDING
    except BrokenPipeError:
        return FINDING


def serve(given: argparse.Namespace) -> int:
    """Run the platform until it is stopped."""
    settings = load(host=given.host, port=given.port, workers=given.workers)
    pin_for_workers(given.config, host=given.host, port=given.port, workers=given.workers)
    _check_port(settings.host, settings.port)
    uvicorn.run(
        "ilson.app:create",
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=settings.workers,
        access_log=False,  # it would keep query strings
        log_config=None,
        server_header=False,
        proxy_headers=False,  # the gate believes the connection, not a header
        timeout_graceful_shutdown=10,
    )
    return FINE


def doctor(given: argparse.Namespace) -> int:
    """Say what is configured, reachable and missing, a line each."""
    findings = asyncio.run(_app().examine(load()))
    if given.json:
        show(orjson.dumps(findings))
    else:
        for finding in findings:
            show(f"{'○' if finding['ok'] else '✕'} {finding['text']}".encode())
    return FINE if all(finding["ok"] for finding in findings) else FINDING


def guard_scan(given: argparse.Namespace) -> int:
    """Find personal information and prohibited words in each line of JSON.

    Exit: 0 when every line was scanned, whatever was found; 1 when a line could not be read, after all the others were
    scanned; 2 for wrong usage.
    """
    guard = Guard.of(_rules())
    unread: list[str] = []
    with source(given.file) as stream:
        for number, raw in enumerate(stream, start=1):
            if not raw.strip():
                continue
            try:
                line = _line(raw)
            except Unusable:
                unread.append(str(number))
            else:
                show(orjson.dumps({"id": line.get("id"), "findings": scan(line["text"], guard)}))
    if unread:
        raise Unusable("unread_lines", lines=", ".join(unread))
    return FINE


def guard_mask(given: argparse.Namespace) -> int:
    """Print the text with personal information masked by tokens."""
    with source(given.file) as stream:
        text = decode(stream.read())
    sys.stdout.buffer.write(mask_text(text, Guard.of(_rules())).encode())
    return FINE


def doc_read(given: argparse.Namespace) -> int:
    """Print what an office file says."""
    document = asyncio.run(_read(given.file))
    written: dict[str, Callable[[Document], str]] = {"markdown": to_markdown, "text": to_text, "json": _as_json}
    show(written[given.to](document).encode())
    return FINE


def doc_compare(given: argparse.Namespace) -> int:
    """Print what changed between two versions of a document, or write it as a table of old and new provisions."""
    check_folder(given.output)
    kind = ending(given.output) if given.output else "json"
    content = asyncio.run(_compare(given, kind))
    if given.output:
        write(given.output, content)
    elif given.json:
        show(content)
    else:
        rows = orjson.loads(content)["rows"]
        wide, underlined = shutil.get_terminal_size().columns, sys.stdout.isatty()
        told = side_by_side(rows, wide, underlined=underlined) if rows else _rules().texts["compare.same"]
        show(told.encode())
    return FINE


def rules_check(_given: argparse.Namespace) -> int:
    """Load the rulebook; each rule proves itself on its examples."""
    rules = _rules()
    check_types(rules.official)
    Linter(rules.official)
    Guard.of(rules).ready()
    found = {"pii": len(rules.pii), "words": len(rules.words), "tasks": len(rules.tasks)}
    found |= {"types": len(rules.official.types), "lint": len(rules.official.lint)}
    show(orjson.dumps({**found, "fingerprint": rules.fingerprint}))
    return FINE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ilson", description="AI work support for Korean public officials.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    run = commands.add_parser("serve", help=_first(serve))
    run.add_argument("--host")
    run.add_argument("--port", type=int)
    run.add_argument("--workers", type=int)
    run.set_defaults(run=serve)
    look = commands.add_parser("doctor", help=_first(doctor))
    look.add_argument("--json", action="store_true")
    look.set_defaults(run=doctor)
    for command in (run, look):
        command.add_argument("--config", type=Path)
    guard = commands.add_parser("guard", help="personal information and prohibited words")
    _guard_commands(guard.add_subparsers(required=True, metavar="COMMAND"))
    doc = commands.add_parser("doc", help="office files")
    _doc_commands(doc.add_subparsers(required=True, metavar="COMMAND"))
    official = commands.add_parser("official", help="official documents")
    official_commands.add(official.add_subparsers(required=True, metavar="COMMAND"), _rules, _app)
    rules = commands.add_parser("rules", help="the rulebook").add_subparsers(required=True, metavar="COMMAND")
    check = rules.add_parser("check", help=_first(rules_check))
    check.add_argument("--json", action="store_true", help="the output is JSON in any case")
    check.set_defaults(run=rules_check)
    return parser


def _guard_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    find = commands.add_parser("scan", help=_first(guard_scan), description=guard_scan.__doc__)
    find.add_argument("file", nargs="?", default="-")
    find.add_argument("--format", choices=["jsonl"], default="jsonl")
    find.add_argument("--json", action="store_true", help="the output is JSON lines in any case")
    find.set_defaults(run=guard_scan)
    mask = commands.add_parser("mask", help=_first(guard_mask))
    mask.add_argument("file", nargs="?", default="-")
    mask.set_defaults(run=guard_mask)


def _doc_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    read = commands.add_parser("read", help=_first(doc_read))
    read.add_argument("file", type=Path)
    read.add_argument("--to", choices=["markdown", "text", "json"], default="markdown")
    read.set_defaults(run=doc_read)
    compared = commands.add_parser("compare", help=_first(doc_compare))
    compared.add_argument("old", type=Path)
    compared.add_argument("new", type=Path)
    compared.add_argument("--json", action="store_true")
    compared.add_argument("--all", action="store_true", help="show what is the same too")
    compared.add_argument("--full", action="store_true", help="write out what is the same instead of dashes")
    compared.add_argument("-o", "--output", type=Path)
    compared.set_defaults(run=doc_compare)


def _first(function: Any) -> str:  # noqa: ANN401
    return str(function.__doc__).splitlines()[0]


def _rules() -> Rulebook:
    return load_rules(rule_folders(load()), prover)


def _app() -> Any:  # noqa: ANN401
    return import_module("ilson.app")  # a second and 60 MB that `ilson guard scan` need not wait for


def _check_port(host: str, port: int) -> None:
    try:
        for family, _, _, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
            socket.create_server(address, family=family).close()
    except OSError:
        message = f"port {port} on {host} cannot be opened: it is in use or not allowed; choose another with --port"
        raise SettingInvalid(message) from None


def _sentence(error: IlsonError) -> str:
    try:
        texts = _rules().texts
    except IlsonError:  # the agency's own rules cannot be read: the sentences of Ilson itself can
        texts = load_rules([DEFAULT_RULES], prover).texts
    return texts.get(f"cli.{error.code}", texts[f"error.{error.code}"])  # some sentences speak of the page


def _line(raw: bytes) -> dict[str, Any]:
    line = json_object(raw)
    if not isinstance(line.get("text"), str):
        raise Unusable("no_json")
    return line


async def _read(path: Path) -> Document:
    with source(str(path)) as stream:
        file = File(path.name, stream.read())
    desk: Desk
    async with aclosing(_app().open_desk()) as desk:
        return await desk.read(file)


async def _compare(given: argparse.Namespace, kind: str) -> bytes:
    sides: list[File] = []
    for path in (given.old, given.new):
        with source(str(path)) as stream:
            sides.append(File(path.name, stream.read()))
    desk: Desk
    async with aclosing(_app().open_desk()) as desk:
        if kind != "json":
            check_kind(kind)
        old, new = [await desk.read(side) for side in sides]
        return await desk.compare(old, new, kind, every=given.all, full=given.full)


def _as_json(document: Document) -> str:
    return orjson.dumps(to_json(document)).decode()


if __name__ == "__main__":
    sys.exit(main())
