"""The house keeps its rules: mirrored tests, surfaces that are lists, arrows that go one way, sizes that stay small."""

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "chengshu"
ROOMS = (
    "definition",
    "entrypoints",
    "flywheel",
    "index",
    "ingest",
    "insight",
    "kernels",
    "model",
    "publish",
    "robustness",
    "store",
    "workflow",
)
MODULES = sorted(path for path in SOURCE.rglob("*.py") if path.name != "__init__.py")
MAX_MODULE_LINES, MAX_ROOM_ENTRIES, MAX_FUNCTION_LINES = 400, 15, 40


def named(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def test_there_are_twelve_rooms_and_the_editions() -> None:
    folders = {path.name for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == {*ROOMS, "editions"}


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_every_module_has_its_test(module: Path) -> None:
    mirror = ROOT / "tests" / module.relative_to(SOURCE).parent / f"test_{module.name}"
    assert mirror.is_file(), f"{named(module)}: expected {mirror.relative_to(ROOT)}"


@pytest.mark.parametrize("room", ROOMS)
def test_a_rooms_surface_is_the_list_of_what_it_imports(room: str) -> None:
    """The linter keeps the list sorted; here it is held against the imports."""
    module = importlib.import_module(f"chengshu.{room}")
    assert module.__doc__
    tree = ast.parse((SOURCE / room / "__init__.py").read_text(encoding="utf-8"))
    imported = [
        alias.asname or alias.name
        for statement in tree.body
        if isinstance(statement, ast.ImportFrom)
        for alias in statement.names
    ]
    assert sorted(imported) == sorted(module.__all__)


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_modules_and_functions_stay_small(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MAX_MODULE_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            docstring = node.body[0] if ast.get_docstring(node) else None
            told = (docstring.end_lineno or 0) - docstring.lineno + 1 if docstring else 0
            lines = (node.end_lineno or 0) - node.lineno + 1 - told
            assert lines <= MAX_FUNCTION_LINES, f"{named(module)}:{node.lineno} {node.name} has {lines} lines"


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_have_few_entries(room: str) -> None:
    entries = [path for path in (SOURCE / room).iterdir() if path.name not in {"__init__.py", "__pycache__"}]
    assert len(entries) <= MAX_ROOM_ENTRIES


def test_arrows_go_one_way() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_rooms_are_entered_by_the_door() -> None:
    """Code imports another room through its surface, not through one of its modules."""
    for module in SOURCE.rglob("*.py"):
        own = module.relative_to(SOURCE).parts[0]
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("chengshu."):
                _, room, *inside = node.module.split(".")
                assert room == own or not inside or inside == ["sources"], f"{named(module)}:{node.lineno}"
