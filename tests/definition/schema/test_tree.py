from collections.abc import Callable

import pytest

from chengshu.definition.places import Spot
from chengshu.definition.problems import validate
from chengshu.definition.schema import ContextEntry, IndicatorEntry, NodeEntry

ReadSpot = Callable[[str], Spot]

HEAD = "id: a\nname: {zh: 甲, en: A}\n"


def codes(spot: Spot, kind: type[NodeEntry] | type[IndicatorEntry] | type[ContextEntry]) -> list[str]:
    return [issue.code for issue in validate(kind, spot)[1]]


@pytest.mark.parametrize("weight", ["0", "0.25", "{2019: 1, 2020-Q1: 0}"])
def test_a_weight_is_a_number_or_one_for_each_period(spot: ReadSpot, weight: str) -> None:
    assert codes(spot(f"{HEAD}weight: {weight}\n"), IndicatorEntry) == []


@pytest.mark.parametrize(
    ("weight", "code"),
    [
        ("-1", "bad_weight"),
        ("'1'", "bad_weight"),
        ("[1]", "bad_weight"),
        ("{2019: -1}", "bad_weight"),
        ("{y: 1}", "bad_period"),
    ],
)
def test_another_weight_is_refused(spot: ReadSpot, weight: str, code: str) -> None:
    assert codes(spot(f"{HEAD}weight: {weight}\n"), NodeEntry) == [code]


def test_levels_are_scores_or_scores_with_names(spot: ReadSpot) -> None:
    text = f"{HEAD}levels: {{none: 0, built: {{score: 70, name: {{zh: 建成}}, rubric: {{zh: 标准}}}}}}\n"
    assert codes(spot(text), IndicatorEntry) == []
    assert codes(spot(f"{HEAD}levels: {{none: {{name: {{zh: 无}}}}}}\n"), IndicatorEntry) == ["missing_key"]
    assert codes(spot(f"{HEAD}levels: [none, built]\n"), IndicatorEntry) == ["not_a_mapping"]


def test_steps_of_nodes_do_not_stand_at_indicators(spot: ReadSpot) -> None:
    assert codes(spot(f"{HEAD}aggregate: geometric\n"), NodeEntry) == []
    assert codes(spot(f"{HEAD}aggregate: geometric\n"), IndicatorEntry) == ["unknown_key"]


def test_context_is_neither_weighted_nor_normalised(spot: ReadSpot) -> None:
    assert (
        codes(spot(f"{HEAD}denominator: {{by: area}}\nunit: {{zh: 人, en: persons}}\n"), ContextEntry) == []
    )
    assert codes(spot(f"{HEAD}weight: 1\nnormalise: minmax\n"), ContextEntry) == [
        "unknown_key",
        "unknown_key",
    ]
