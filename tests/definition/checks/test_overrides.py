from collections.abc import Callable

import pytest

from chengshu.definition.checks import check_overrides
from chengshu.definition.places import Spot

ReadSpot = Callable[[str], Spot]
Write = Callable[[str, str], str]

STEPS = "impute: mean, treat: none, transform, normalise: minmax, weigh, aggregate: arithmetic"


def codes(spot: Spot) -> list[str]:
    return [issue.code for issue in check_overrides(spot)]


@pytest.mark.parametrize(
    ("extra", "found"),
    [
        ("", []),
        (", normalise: {method: goalposts, low: 1, high: 9, clip: true}", []),
        (", normalise: {to: [1, 100]}", []),
        (", normalise: {method: zscore, to: [1, 100], scope: period}", []),
        (", normalise: {method: goalposts, low: 1}", ["no_goalposts"]),
        (", normalise: goalposts", ["no_goalposts"]),
        (", normalise: {method: goalposts, low: 9, high: 9}", ["goalposts_order"]),
        (", normalise: {low: 1}", ["option_of_other_method"]),
        (", normalise: {method: zscore, clip: true}", ["option_of_other_method"]),
        (", normalise: {method: none, low: 1}", ["option_of_other_method"]),
        (", normalise: {method: unheard, low: 1}", []),
        (", impute: group_mean", ["no_group"]),
        (", impute: {method: group_mean, by: province}", []),
        (", impute: {by: province}", ["option_of_other_method"]),
        (", treat: {skew: 2}", ["option_of_other_method"]),
        (", treat: {method: log_ct, max_points: 5}", ["option_of_other_method"]),
        (", treat: winsorise", []),
        (", transform: {log: {shift: 1}}", []),
        (", transform: {method: none, shift: 1}", ["option_of_other_method"]),
    ],
)
def test_options_belong_to_their_method(
    spot: ReadSpot, index_yaml: Write, extra: str, found: list[str]
) -> None:
    assert codes(spot(index_yaml(STEPS, extra))) == found


@pytest.mark.parametrize("step", ["impute: mean", "treat: log_ct", "transform: log", "normalise: rank"])
def test_an_override_needs_its_step(spot: ReadSpot, index_yaml: Write, step: str) -> None:
    issues = list(check_overrides(spot(index_yaml("aggregate: arithmetic", f", {step}"))))
    assert [(issue.code, issue.where.path) for issue in issues] == [
        ("step_not_in_pipeline", f"indicators.a.{step.partition(':')[0]}")
    ]


def test_to_switch_off_what_is_not_there_is_no_fault(spot: ReadSpot, index_yaml: Write) -> None:
    assert codes(spot(index_yaml("aggregate: arithmetic", ", treat: none, normalise: none"))) == []


def test_goalposts_of_the_pipeline_reach_every_indicator(spot: ReadSpot, index_yaml: Write) -> None:
    steps = "normalise: {method: goalposts, low: 0, high: 10}, aggregate: arithmetic"
    assert codes(spot(index_yaml(steps, ""))) == []
    assert codes(spot(index_yaml(steps, ", normalise: {low: 20}"))) == ["goalposts_order"]
    lacking = index_yaml(
        "normalise: {method: goalposts, low: 0}, aggregate: arithmetic", ", normalise: {high: 3}"
    )
    assert [(issue.code, issue.where.path) for issue in check_overrides(spot(lacking))] == [
        ("no_goalposts", "indicators.b")
    ]


@pytest.mark.parametrize(
    ("transform", "low", "told"),
    [
        ("log", "0", True),
        ("log", "1", False),
        ("{log: {shift: 1}}", "0", False),
        ("{method: log, shift: -5}", "5", True),
        ("log1p", "-1", True),
        ("log1p", "-0.5", False),
        ("sqrt", "0", False),
        ("sqrt", "-1", True),
        ("none", "-1", False),
    ],
)
def test_goalposts_are_in_reach_of_the_transform(
    spot: ReadSpot, index_yaml: Write, transform: str, low: str, *, told: bool
) -> None:
    """They are transformed with the values: log x needs x > 0, log(1+x) x > −1, the root x ≥ 0."""
    extra = f", transform: {transform}, normalise: {{method: goalposts, low: {low}, high: 99}}"
    assert codes(spot(index_yaml(STEPS, extra))) == (["goalpost_untransformable"] if told else [])


def test_what_a_node_sets_holds_below_it_and_not_beside_it(spot: ReadSpot) -> None:
    text = """
pipeline: [{normalise: minmax}, {aggregate: arithmetic}]
index:
  id: total
  children:
    - id: a
      normalise: {method: goalposts, low: 1, high: 2}
      indicators: [{id: x, normalise: {clip: true}}]
    - id: b
      indicators: [{id: y, normalise: {clip: true}}]
"""
    assert [issue.where.path for issue in check_overrides(spot(text))] == ["indicators.y.normalise.clip"]


def test_aggregate_of_a_node_is_not_that_of_its_children(spot: ReadSpot) -> None:
    text = """
pipeline: [{aggregate: arithmetic}]
index:
  id: total
  aggregate: {method: geometric, zero: allow}
  weigh: equal
  children: [{id: a, aggregate: {missing: require}, indicators: [{id: x}]}]
"""
    assert [issue.where.path for issue in check_overrides(spot(text))] == ["index.weigh"]
