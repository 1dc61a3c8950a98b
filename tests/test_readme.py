"""Every command that the README files and the tutorial show works as it stands."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "README.zh-CN.md", "docs/tutorials/first-index.md")


def commands(page: str) -> list[str]:
    """The lines of shell blocks that call the program, comments left out."""
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    lines = [line.split(" #")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith("chengshu ")]


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_commands_run_in_their_order(page: str, tmp_path: Path) -> None:
    lines = commands(page)
    assert len(lines) >= 4
    for line in lines:
        if line.startswith("chengshu serve"):
            continue  # it serves until it is stopped; tests/entrypoints/cli/test_products.py runs it
        program, *words = shlex.split(line)
        command = [str(Path(sys.executable).with_name(program)), *words]
        done = subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, check=False, env=os.environ
        )
        assert done.returncode == 0, f"{line}\n{done.stderr}"


def test_both_readmes_show_the_same_commands() -> None:
    assert commands("README.md") == commands("README.zh-CN.md")


@pytest.mark.parametrize("page", [*PAGES, "CONTRIBUTING.md", "docs/architecture.md"])
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), f"{page}: {target}"
