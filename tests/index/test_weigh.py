"""Weights as written, among siblings, and in the whole."""

import numpy as np
import pytest

from chengshu.index import build_scores
from chengshu.model import ScoringError, Weigh, Weigher, Weight


def tree(bench, **options):
    a, b, c = (
        bench.indicators(3, weight=Weight(weight))[place] for place, weight in enumerate((1.0, 3.0, 2.0))
    )
    left = bench.node("left", [a, b], weight=Weight(1.0, {"2020": 3.0}), **options)
    right = bench.node("right", [c], weight=Weight(1.0))
    return bench.framework([left, right])


def test_weights_are_normalised_among_siblings_and_multiplied_down_the_tree(bench) -> None:
    framework = tree(bench)
    scores = build_scores(framework, bench.units(1), bench.panel(framework, [[[8.0, 4.0, 10.0]]] * 2))
    assert scores.nodes == ("total", "left", "a", "b", "right", "c")
    assert scores.declared.tolist() == [[1, 1, 1, 3, 1, 2], [1, 3, 1, 3, 1, 2]]
    assert scores.normalised.tolist() == [[1, 0.5, 0.25, 0.75, 0.5, 1], [1, 0.75, 0.25, 0.75, 0.25, 1]]
    assert scores.effective.tolist() == [
        [1, 0.5, 0.125, 0.375, 0.5, 0.5],
        [1, 0.75, 0.1875, 0.5625, 0.25, 0.25],
    ]
    # 8 * 0.25 + 4 * 0.75 = 5; (5 + 10) / 2 and (3 * 5 + 10) / 4
    assert scores.values[:, 0, 0].tolist() == [7.5, 6.25]


def test_equal_weights_hold_for_the_node_that_asks_for_them(bench) -> None:
    framework = tree(bench, weigh=Weigh(Weigher.EQUAL))
    scores = build_scores(framework, bench.units(1), bench.panel(framework, [[8.0, 4.0, 10.0]]))
    assert scores.normalised[0].tolist() == [1, 0.5, 0.5, 0.5, 0.5, 1]
    assert scores.declared[0].tolist() == [1, 1, 1, 3, 1, 2]


def test_weights_that_sum_to_zero_are_an_error_that_names_node_and_period(bench) -> None:
    indicators = bench.indicators(2, weight=Weight(1.0, {"2020": 0.0}))
    framework = bench.framework(indicators)
    with pytest.raises(ScoringError) as caught:
        build_scores(framework, bench.units(1), bench.panel(framework, [[[1.0, 2.0]]] * 2))
    (issue,) = caught.value.issues
    assert (issue.code, issue.indicator, issue.period) == ("zero_weights", "total", "2020")


def test_effective_weights_of_the_indicators_sum_to_one(bench) -> None:
    framework = tree(bench)
    scores = build_scores(framework, bench.units(1), bench.panel(framework, [[1.0, 2.0, 3.0]]))
    leaves = [place for place, level in enumerate(scores.levels) if level == 0]
    np.testing.assert_allclose(scores.effective[0, leaves].sum(), 1.0)
