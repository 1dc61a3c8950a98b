from collections.abc import Callable

import pytest

from chengshu.definition.checks import check_tree
from chengshu.definition.places import Spot

ReadSpot = Callable[[str], Spot]


def found(spot: Spot) -> list[tuple[str, str]]:
    return [(issue.code, issue.where.path) for issue in check_tree(spot)]


@pytest.mark.parametrize(
    ("node", "codes"),
    [
        ("indicators: [{id: x}]", []),
        ("children: [{id: a, indicators: [{id: x}]}]", []),
        ("children: [{id: a, indicators: [{id: x}]}], indicators: [{id: y}]", ["both_branches"]),
        ("name: {}", ["no_branch"]),
        ("indicators: []", ["no_branch"]),
        ("indicators: text", []),
    ],
)
def test_a_node_has_children_or_indicators(spot: ReadSpot, node: str, codes: list[str]) -> None:
    assert [code for code, _ in found(spot(f"index: {{id: t, {node}}}\n"))] == codes


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("0", "1", False),
        ("0", "0", True),
        ("{2019: 0, 2020: 1}", "0", True),
        ("{2019: 0, 2020: 1}", "{2020: 0}", False),
        ("{2019: 0}", "{2019: 0}", True),
        ("zero", "0", False),
    ],
)
def test_siblings_have_some_weight_in_every_period(
    spot: ReadSpot, first: str, second: str, *, told: bool
) -> None:
    """A period that a mapping does not name has the weight 1."""
    text = f"index: {{id: t, indicators: [{{id: x, weight: {first}}}, {{id: y, weight: {second}}}]}}\n"
    assert found(spot(text)) == ([("weights_all_zero", "index.indicators")] if told else [])


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ("levels: {no: 0, yes: 10}", []),
        ("levels: {no: 0, yes: {score: 10}}, adopted: [yes], impute: mean, normalise: none", []),
        ("levels: {no: -1, yes: {score: 11}}", ["level_outside_scale", "level_outside_scale"]),
        ("levels: {no: 0}", ["too_few_levels"]),
        ("levels: {}", ["too_few_levels"]),
        ("levels: {no: 0, yes: 1}, adopted: [on]", ["unknown_level"]),
        (
            "levels: {no: 0, yes: 1}, treat: winsorise, transform: log",
            ["option_of_graded", "option_of_graded"],
        ),
        ("levels: {no: 0, yes: 1}, denominator: {by: x}", ["option_of_graded", "own_denominator"]),
        ("adopted: [yes]", ["adopted_without_levels"]),
    ],
)
def test_levels(spot: ReadSpot, extra: str, expected: list[str]) -> None:
    text = f"scale: [0, 10]\nindex: {{id: t, indicators: [{{id: x, {extra}}}]}}\n"
    assert [code for code, _ in found(spot(text))] == expected


def test_where_the_scale_is_wrong_levels_are_not_held_against_it(spot: ReadSpot) -> None:
    text = "scale: [10, 0]\nindex: {id: t, indicators: [{id: x, levels: {no: 0, yes: 1}}]}\n"
    assert found(spot(text)) == []


DENOMINATED = """
pipeline: [denominate]
index: {{id: t, indicators: [{{id: x, denominator: {{by: {by}}}}}, {{id: y}}]}}
context: [{{id: population}}, {{id: gdp, denominator: {{by: population}}}}]
"""


@pytest.mark.parametrize(
    ("by", "code"), [("population", ""), ("y", ""), ("x", "own_denominator"), ("area", "unknown_denominator")]
)
def test_a_denominator_is_another_variable(spot: ReadSpot, by: str, code: str) -> None:
    expected = [(code, "indicators.x.denominator.by")] if code else []
    assert found(spot(DENOMINATED.format(by=by))) == expected


def test_a_denominator_needs_its_step_at_indicators_alone(spot: ReadSpot) -> None:
    text = DENOMINATED.format(by="population").replace("[denominate]", "[]")
    assert found(spot(text)) == [("step_not_in_pipeline", "indicators.x.denominator")]
