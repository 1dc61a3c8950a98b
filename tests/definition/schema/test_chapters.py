from collections.abc import Callable

import pytest

from chengshu.definition.places import Spot
from chengshu.definition.problems import validate
from chengshu.definition.schema import CHAPTERS, ChaptersEntry

ReadSpot = Callable[[str], Spot]

BOUND = """
regions: {clusters: plan-2020}
stages: {rows: a, columns: b, cut: [50, 75]}
epidemic: {series: cases, score: {edition: x, node: total, period: 2023}}
adoption: {indicators: [a]}
infrastructure: {node: a}
"""


def test_bindings_are_read(spot: ReadSpot) -> None:
    entry, issues = validate(ChaptersEntry, spot(BOUND))
    assert issues == ()
    assert entry is not None
    assert entry.regions is not None
    assert entry.regions.weight == "equal"


@pytest.mark.parametrize(
    "chapter", ["sample", "tiers", "growth", "cases", "spatial", "adoption", "infrastructure"]
)
def test_a_chapter_without_binding_may_stand_alone(spot: ReadSpot, chapter: str) -> None:
    assert chapter in CHAPTERS
    assert validate(ChaptersEntry, spot(f"{chapter}:\n"))[1] == ()
    assert validate(ChaptersEntry, spot(f"{chapter}: {{}}\n"))[1] == ()
    assert [issue.code for issue in validate(ChaptersEntry, spot(f"{chapter}: {{x: 1}}\n"))[1]] == [
        "unknown_key"
    ]


@pytest.mark.parametrize("chapter", ["regions", "stages", "epidemic"])
def test_others_need_theirs(spot: ReadSpot, chapter: str) -> None:
    assert {issue.code for issue in validate(ChaptersEntry, spot(f"{chapter}: {{}}\n"))[1]} == {"missing_key"}
