import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
VULTURE = Path(sys.executable).with_name("vulture")


def test_a_function_that_nobody_calls_is_found(tmp_path):
    (tmp_path / "left.py").write_text("def left_over():\n    return 1\n", "utf-8")
    command = [VULTURE, "--config", ROOT / "pyproject.toml", tmp_path]
    assert "unused function 'left_over'" in subprocess.run(command, capture_output=True, text=True, check=False).stdout
