"""Documents from text, and the small good edition that the golden messages change too."""

import shutil
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from chengshu.definition.blocks import Block, Items
from chengshu.definition.documents import compose
from chengshu.definition.places import Spot

GOOD = Path(__file__).parents[1] / "golden" / "definition" / "good"

ReadSpot = Callable[[str], Spot]


@pytest.fixture
def spot() -> ReadSpot:
    """The outermost value of a text: a list where it begins with a dash, else a mapping."""

    def read(text: str) -> Spot:
        text = dedent(text).lstrip("\n")
        document = compose(text, "file.yaml", Items if text.startswith("-") else Block)
        assert document.issues == ()
        return Spot.of(document)

    return read


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """A copy of the good edition."""
    return shutil.copytree(GOOD, tmp_path / "edition")


@pytest.fixture
def index_yaml() -> Callable[[str, str], str]:
    """The text of an edition with one node of two indicators, given its pipeline and what indicator `a` adds."""

    def write(pipeline: str, extra: str) -> str:
        return (
            "id: e\ntitle: {zh: 甲, en: A}\n"
            f"pipeline: [{pipeline}]\n"
            "index:\n  id: total\n  name: {zh: 总, en: All}\n  indicators:\n"
            f"    - {{id: a, name: {{zh: 甲, en: A}}{extra}}}\n"
            "    - {id: b, name: {zh: 乙, en: B}}\n"
        )

    return write
