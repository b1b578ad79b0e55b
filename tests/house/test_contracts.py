import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT = Path(sys.executable).with_name("lint-imports")
CLIENTS = ["http.client", "socket", "ssl", "ftplib", "smtplib", "aiohttp", "subprocess"]
SQL = ["sqlite3", "aiosqlite", "asyncpg", "sqlalchemy"]
FORBIDDEN = {"ilson/guard/mask.py": [*CLIENTS, *SQL, "uvloop", "httptools"], "ilson/web/replies.py": [*CLIENTS, *SQL]}


INSIDE, WEB = "The inside imports no framework, no HTTP client, no SQL", "The web imports no HTTP client and no SQL"
CONTRACTS = {"ilson/guard/mask.py": INSIDE, "ilson/web/replies.py": WEB}


@pytest.fixture(scope="module")
def verdict(tmp_path_factory):
    """What each broken contract says of a copy that breaks them all."""
    copy = tmp_path_factory.mktemp("copy")
    shutil.copy(ROOT / "pyproject.toml", copy)
    shutil.copytree(ROOT / "ilson", copy / "ilson", ignore=shutil.ignore_patterns("static", "__pycache__"))
    for name, modules in FORBIDDEN.items():
        with (copy / name).open("a", encoding="utf-8") as file:
            file.writelines(f"import {module}\n" for module in modules)
    said = subprocess.run([LINT, "--no-cache"], cwd=copy, capture_output=True, text=True, check=False).stdout
    inside, _, web = said.partition("Broken contracts")[2].partition(f"{WEB}\n-")
    return {INSIDE: inside, WEB: web}


@pytest.mark.parametrize(
    ("name", "module"), [(name, module) for name, modules in FORBIDDEN.items() for module in modules]
)
def test_an_import_that_reaches_out_breaks_a_contract(verdict, name, module):
    source = name.removesuffix(".py").replace("/", ".")
    assert f"{source} -> {module.partition('.')[0]} " in verdict[CONTRACTS[name]]
