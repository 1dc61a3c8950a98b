"""The command line answers at once and ends as it should."""

import subprocess
import sys

from chengshu import __version__


def test_help_names_every_command(chengshu) -> None:
    done = chengshu("--help")
    assert done.returncode == 0
    for command in ("init", "check", "build", "publish", "serve", "schema", "methods"):
        assert f"  {command} " in done.stdout


def test_version(chengshu) -> None:
    assert chengshu("--version").stdout == f"chengshu {__version__}\n"


def test_an_unknown_command_or_option_is_a_wrong_call(chengshu) -> None:
    assert chengshu("biuld").returncode == 2
    assert chengshu("build", "open-registry").returncode == 2
    assert chengshu("build", "open-registry", "--out", "x", "--nonsense").returncode == 2


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; import chengshu.entrypoints.cli.app; "
        "print([name for name in ('numpy', 'polars', 'duckdb', 'pydantic', 'altair', 'rich') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
