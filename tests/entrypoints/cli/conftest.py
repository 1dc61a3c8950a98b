"""Commands as a user runs them: a process of its own, its two streams and its exit code."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def chengshu(tmp_path: Path) -> Command:
    """Run ``chengshu`` in a scratch folder."""
    program = str(Path(sys.executable).with_name("chengshu"))

    def run(*words: str, lang: str = "en") -> "subprocess.CompletedProcess[str]":
        environment = {**os.environ, "CHENGSHU_LANG": lang, "COLUMNS": "120", "NO_COLOR": "1"}
        return subprocess.run(
            [program, *words], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )

    return run
