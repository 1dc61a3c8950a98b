"""The surface of the room: quick to import, quick to read, right on the shipped editions and the reference page."""

import json
import re
import subprocess
import sys
import time
from importlib.resources import files
from pathlib import Path

import pytest

from chengshu.definition import edition_schema, read_definition
from chengshu.model import Severity

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "edition-folder.md"
EDITIONS = Path(str(files("chengshu"))) / "editions"


def test_reading_a_shipped_edition_is_quick() -> None:
    """The best of five, in time of the processor, since tests share the machine."""
    times = []
    for _ in range(5):
        start = time.process_time()
        read_definition(EDITIONS / "open-registry")
        times.append(time.process_time() - start)
    assert min(times) < 0.15


def test_importing_the_room_loads_nothing_heavy() -> None:
    """What is slow to import is imported when a definition is read."""
    command = "import sys, chengshu.definition; print([name for name in ('pydantic', 'ruamel.yaml') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_importing_the_room_is_quick() -> None:
    command = (
        "import time, chengshu.model; start = time.process_time(); import chengshu.definition; "
        "print(time.process_time() - start)"
    )
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    assert float(done.stdout) < 0.2


def test_the_schema_is_json() -> None:
    schema = edition_schema()
    assert json.loads(json.dumps(schema)) == schema


def page_examples() -> dict[str, str]:
    """The examples of the page: a line of code that names a file, then the block that is in it."""
    page = PAGE.read_text(encoding="utf-8")
    return dict(
        re.findall(r"^`([^`]+)`:?\n\n```(?:yaml|csv)\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)
    )


def test_the_examples_of_the_reference_page_make_an_edition(tmp_path: Path) -> None:
    examples = page_examples()
    assert {"edition.yaml", "sources.yaml", "clusters.yaml", "cases.yaml", "published.yaml"} <= set(examples)
    for name, text in examples.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    definition = read_definition(tmp_path)
    assert all(issue.severity is Severity.NOTE for issue in definition.issues)
    assert definition.framework.index is not None


def test_the_reference_page_names_every_key() -> None:
    page = PAGE.read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_0-9]+)`", page))
    definitions = edition_schema()["$defs"].values()
    keys = {key for part in (edition_schema(), *definitions) for key in part.get("properties", {})}
    assert keys - named == set()


@pytest.mark.parametrize(
    "heading", ["sources.yaml", "clusters.yaml", "cases.yaml", "published.yaml", "flywheel.yaml"]
)
def test_the_reference_page_has_a_section_for_every_file(heading: str) -> None:
    assert re.search(rf"^## `{re.escape(heading)}`$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
