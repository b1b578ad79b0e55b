"""Joins the parts: the only place that knows both the inside and the outside."""

import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from typing import Any, Final

from aiohttp import ClientSession, DummyCookieJar
from starlette.types import ASGIApp

from ilson import rulebook
from ilson.documents.official.lint.lint import Linter
from ilson.documents.official.types import check_types
from ilson.domain.errors import LedgerDown
from ilson.domain.model import ModelCard
from ilson.domain.official import Official
from ilson.domain.rule import Rulebook
from ilson.engines import journal
from ilson.engines.models.builtin.engine import BuiltinModel
from ilson.engines.models.compatible import CompatibleModel
from ilson.engines.models.send import reachable
from ilson.engines.reading.desk import ProcessDesk
from ilson.engines.sql.book import SqlLedgerBook
from ilson.engines.sql.connect import connect, migrate
from ilson.gate.admit import Gate
from ilson.guard.compile import Guard
from ilson.guard.prove import prover
from ilson.path import Parts
from ilson.ports.models import Model
from ilson.settings import ModelSetting, Settings, grade_of, load, rule_folders
from ilson.web.site import STATIC, site
from ilson.web.workbench import About

LOG: Final = logging.getLogger("ilson")
STALE: Final = timedelta(hours=1)  # a line open for longer belongs to a server that was killed
SETTLE_SECONDS: Final = 5.0


def create() -> ASGIApp:
    """Return the platform as an ASGI application, as the settings want it; servers call this."""
    journal.keep()
    return build(load())


def build(settings: Settings) -> ASGIApp:
    """Return the platform as an ASGI application.

    Raises:
        SettingInvalid, RuleInvalid: before anything is opened.
    """
    rules = rulebook.load(rule_folders(settings), prover)
    check_types(rules.official)
    texts = rules.texts
    engine = connect(settings.database_url)
    book = SqlLedgerBook(engine)
    desk = ProcessDesk()
    models: dict[str, Model] = {}

    @asynccontextmanager
    async def lifespan(_app: Any) -> AsyncGenerator[None, None]:  # noqa: ANN401
        await migrate(engine)
        await book.close_stale(datetime.now(UTC) - STALE)
        async with ClientSession(cookie_jar=DummyCookieJar(), trust_env=False) as session:
            models.update(join_models(settings, session, rules))
            LOG.info(texts["serve.started"].format(host=_in_address(settings.host), port=settings.port))
            yield
            models.clear()
        await desk.aclose()
        await book.settle(SETTLE_SECONDS)
        await engine.dispose()

    pilot = Official(
        id="pilot",
        name=settings.pilot_name or texts["pilot.name"],
        department=settings.pilot_department or texts["pilot.department"],
    )
    parts = Parts(
        gate=Gate(pilot),
        desk=desk,
        book=book,
        rulebook=rules,
        guard=Guard.of(rules),
        linter=Linter(rules.official),
        models=models,
    )
    about = About(agency=settings.agency, version=version("ilson"))
    return site(parts, about, book.ready, lifespan)


def join_models(settings: Settings, session: ClientSession, rules: Rulebook) -> dict[str, Model]:
    """Return the models by name, the preferred one first and the built-in engine last."""
    joined: dict[str, Model] = {}
    for setting in wanted_models(settings):
        card = ModelCard(
            name=setting.name,
            label=setting.label or setting.name,
            grade=grade_of(setting),
            retention=setting.retention,
            won_in=setting.won_in,
            won_out=setting.won_out,
        )
        model = setting.model or setting.name
        joined[setting.name] = CompatibleModel(card, session, setting.base_url, model, _key(setting))
    builtin = BuiltinModel(rules.builtin)
    joined[builtin.card.name] = builtin
    return joined


def wanted_models(settings: Settings) -> list[ModelSetting]:
    """Return the model servers of the settings file, then the one of OPENAI_API_KEY or OPENAI_BASE_URL."""
    wanted = list(settings.models)
    if settings.openai_api_key is not None or settings.openai_base_url is not None:
        base_url = settings.openai_base_url or "https://api.openai.com/v1"
        wanted.append(ModelSetting(name=settings.openai_model, base_url=base_url, key=settings.openai_api_key))
    return wanted


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host  # IPv6


def _key(setting: ModelSetting) -> str | None:
    return setting.key.get_secret_value() if setting.key else None


def open_desk() -> ProcessDesk:
    """Return a desk of its own, for a command."""
    return ProcessDesk()


async def examine(settings: Settings) -> list[dict[str, Any]]:
    """Return what is configured, reachable and missing: `{"name", "ok", "text"}`, the text in Korean."""
    rules = rulebook.load(rule_folders(settings), prover)
    findings = [_finding(rules, "rules", ok=True, count=len(rules.pii) + len(rules.words))]
    engine = connect(settings.database_url)
    try:
        await migrate(engine)
        await SqlLedgerBook(engine).ready()
        findings.append(_finding(rules, "ledger", ok=True))
    except LedgerDown:
        findings.append(_finding(rules, "ledger", ok=False))
    finally:
        await engine.dispose()
    findings.append(_finding(rules, "page", ok=(STATIC / "index.html").is_file()))
    async with ClientSession(cookie_jar=DummyCookieJar(), trust_env=False) as session:
        for setting in wanted_models(settings):
            ok = await reachable(session, setting.base_url, _key(setting))
            findings.append(_finding(rules, "model", ok=ok, model=setting.label or setting.name))
    findings.append(_finding(rules, "builtin", ok=True))
    return findings


def _finding(rules: Rulebook, name: str, *, ok: bool, **facts: object) -> dict[str, Any]:
    text = rules.texts[f"doctor.{name}.{'ok' if ok else 'bad'}"].format(**facts)
    return {"name": name, "ok": ok, "text": text}
