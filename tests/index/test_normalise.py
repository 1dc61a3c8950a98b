"""Directions, scopes, goalposts and constants."""

import numpy as np
import pytest

from chengshu.index import build_scores
from chengshu.model import (
    Aggregate,
    Aggregator,
    Direction,
    Level,
    Normalise,
    Normaliser,
    Scope,
    ScopeKind,
    ScoringError,
    Weight,
)

NAN = np.nan
MINMAX = Normalise(Normaliser.MINMAX)
COLUMN = [[2.0], [4.0], [10.0]]


def scored(bench, option: Normalise | None, values=COLUMN, **options):
    pipeline = [] if option is None else [option]
    framework = bench.framework(bench.indicators(1, normalise=option, **options), pipeline)
    panel = bench.panel(framework, values)
    return build_scores(framework, bench.units(panel.values.shape[1]), panel)


@pytest.mark.parametrize(
    ("option", "positive", "negative"),
    [
        (MINMAX, [0, 25, 100], [100, 75, 0]),
        (Normalise(Normaliser.MINMAX, to=(1.0, 101.0)), [1, 26, 101], [101, 76, 1]),
        (Normalise(Normaliser.GOALPOSTS, low=0.0, high=20.0), [10, 20, 50], [90, 80, 50]),
        (Normalise(Normaliser.GOALPOSTS, low=4.0, high=8.0, clip=True), [0, 0, 100], [100, 100, 0]),
        (Normalise(Normaliser.GOALPOSTS, low=4.0, high=8.0), [-50, 0, 150], [150, 100, -50]),
        (Normalise(Normaliser.RANK), [1, 2, 3], [3, 2, 1]),
    ],
)
def test_x_enters_or_minus_x(bench, option: Normalise, positive: list[float], negative: list[float]) -> None:
    up = scored(bench, option)
    down = scored(bench, option, direction=Direction.NEGATIVE)
    np.testing.assert_allclose(up.values[0, :, 0], positive)
    np.testing.assert_allclose(down.values[0, :, 0], negative)


def test_zscores_of_a_negative_indicator_are_those_of_minus_x(bench) -> None:
    option = Normalise(Normaliser.ZSCORE, mean=50.0, sd=10.0)
    up, down = scored(bench, option), scored(bench, option, direction=Direction.NEGATIVE)
    np.testing.assert_allclose(up.values + down.values, 100.0)
    assert np.std(up.values[0, :, 0], ddof=1) == pytest.approx(10.0)


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope(), [[0, 50], [25, 100]]),
        (Scope(ScopeKind.PERIOD), [[0, 100], [0, 100]]),
        (Scope(ScopeKind.BASE, "2019"), [[0, 100], [50, 200]]),
    ],
    ids=["pooled", "period", "base"],
)
def test_the_scope_says_whose_minimum_and_maximum(bench, scope: Scope, expected) -> None:
    scores = scored(bench, Normalise(Normaliser.MINMAX, scope=scope), [[[0.0], [2.0]], [[1.0], [4.0]]])
    np.testing.assert_allclose(scores.values[:, :, 0], expected)


def test_a_constant_gives_its_weight_to_its_siblings_even_where_none_may_be_missing(bench) -> None:
    a, b, c = bench.indicators(3, normalise=MINMAX, weight=Weight(2.0))
    framework = bench.framework([a, b, c], [MINMAX], aggregate=Aggregate(Aggregator.ARITHMETIC, require=1.0))
    scores = build_scores(
        framework, bench.units(2), bench.panel(framework, [[0.0, 7.0, 3.0], [1.0, 7.0, 9.0]])
    )
    np.testing.assert_array_equal(scores.values[0], [[0.0, 0.0, NAN, 0.0], [100.0, 100.0, NAN, 100.0]])
    assert scores.declared[0].tolist() == [1.0, 2.0, 2.0, 2.0]
    assert scores.normalised[0].tolist() == scores.effective[0].tolist() == [1.0, 0.5, 0.0, 0.5]
    (issue,) = scores.issues
    assert (issue.code, issue.indicator, issue.period) == ("constant", "b", "")
    assert scores.steps[1].changed[0].tolist() == [[False, True, False]] * 2


def test_what_is_constant_in_one_period_alone_is_told_of_that_period(bench) -> None:
    option = Normalise(Normaliser.MINMAX, scope=Scope(ScopeKind.PERIOD))
    framework = bench.framework(bench.indicators(2, normalise=option), [option])
    panel = bench.panel(framework, [[[5.0, 1.0], [5.0, 2.0]], [[5.0, 1.0], [6.0, 2.0]]])
    scores = build_scores(framework, bench.units(2), panel)
    assert [(issue.code, issue.indicator, issue.period) for issue in scores.issues] == [
        ("constant", "a", "2019")
    ]
    assert scores.normalised.tolist() == [[1.0, 0.0, 1.0], [1.0, 0.5, 0.5]]
    np.testing.assert_array_equal(scores.values[:, 1, 0], [100.0, 100.0])


def test_equal_values_that_differ_by_rounding_are_constant(bench) -> None:
    framework = bench.framework(bench.indicators(2, normalise=MINMAX), [MINMAX])
    panel = bench.panel(framework, [[0.3, 1.0], [0.1 + 0.2, 2.0]])
    assert [issue.code for issue in build_scores(framework, bench.units(2), panel).issues] == ["constant"]


@pytest.mark.parametrize("method", [Normaliser.MINMAX, Normaliser.ZSCORE, Normaliser.RANK])
@pytest.mark.parametrize("values", [[[7.0]], [[7.0], [7.0]]], ids=["one unit", "two equal units"])
def test_a_node_that_is_left_with_nothing_is_an_error(bench, method: Normaliser, values) -> None:
    with pytest.raises(ScoringError) as caught:
        scored(bench, Normalise(method), values)
    (issue,) = caught.value.issues
    assert (issue.code, issue.indicator) == ("empty_node", "total")
    assert "all values are the same in a" in issue.message("en")


def test_one_unit_between_goalposts_has_a_score(bench) -> None:
    option = Normalise(Normaliser.GOALPOSTS, low=0.0, high=10.0)
    assert scored(bench, option, [[7.0]]).values[0, 0].tolist() == [70.0, 70.0]


@pytest.mark.parametrize("posts", [(5.0, 5.0), (6.0, 5.0), (None, 5.0)])
def test_goalposts_must_be_there_and_in_order(bench, posts) -> None:
    low, high = posts
    with pytest.raises(ScoringError, match="low below high"):
        scored(bench, Normalise(Normaliser.GOALPOSTS, low=low, high=high))


@pytest.mark.parametrize("pipeline", [[], [MINMAX]], ids=["without the step", "with it"])
def test_a_negative_indicator_without_a_normaliser_is_turned_round_on_the_scale(bench, pipeline) -> None:
    levels = (Level("none", 0.0), Level("high", 80.0))
    graded = bench.indicators(1, levels=levels, direction=Direction.NEGATIVE)
    plain = bench.indicators(2, normalise=MINMAX if pipeline else None)[1:]
    framework = bench.framework((*graded, *plain), pipeline, scale=(5.0, 100.0))
    scores = build_scores(framework, bench.units(2), bench.panel(framework, [[0.0, 0.0], [80.0, 100.0]]))
    assert scores.values[0, :, 1].tolist() == [105.0, 25.0]
    assert scores.values[0, :, 2].tolist() == [0.0, 100.0]
