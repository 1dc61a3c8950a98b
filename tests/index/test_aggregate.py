"""From indicators to the index: missing children, negative nodes, statuses, zeros."""

import numpy as np
import pytest

from chengshu.index import build_scores
from chengshu.model import Aggregate, Aggregator, Direction, ScoringError, Weight

NAN = np.nan
GEOMETRIC = Aggregate(Aggregator.GEOMETRIC)


def scored(bench, values, *, weights=(1.0, 1.0, 2.0), **options):
    given = {key: options.pop(key) for key in ("status", "sample") if key in options}
    number = np.asarray(values).shape[-1]
    indicators = [
        bench.indicators(number, weight=Weight(weight))[place]
        for place, weight in enumerate(weights[:number])
    ]
    framework = bench.framework(indicators, **options)
    panel = bench.panel(framework, values, **given)
    return build_scores(framework, bench.units(panel.values.shape[1]), panel)


GAPS = [[40.0, 80.0, 10.0], [40.0, 80.0, NAN], [NAN, NAN, 10.0], [NAN, NAN, NAN]]


@pytest.mark.parametrize(
    ("require", "expected"),
    [(0.0, [35, 60, 10, NAN]), (0.5, [35, 60, NAN, NAN]), (1.0, [35, NAN, NAN, NAN])],
    ids=["skip", "share 0.5", "require"],
)
def test_a_missing_child_gives_its_weight_to_the_others_or_leaves_a_blank(
    bench, require: float, expected
) -> None:
    scores = scored(bench, GAPS, aggregate=Aggregate(Aggregator.ARITHMETIC, require))
    np.testing.assert_array_equal(scores.values[0, :, 0], expected)


def test_status_is_the_gravest_of_what_contributes(bench) -> None:
    status = [[1, 1, 1], [1, 2, 0], [0, 0, 3], [0, 0, 0]]
    scores = scored(bench, GAPS, status=status)
    assert scores.status[0, :, 0].tolist() == [1, 2, 3, 0]


def test_a_child_of_weight_zero_contributes_no_status(bench) -> None:
    scores = scored(bench, [[40.0, 80.0, 10.0]], status=[[1, 1, 3]], weights=(1.0, 1.0, 0.0))
    assert scores.status[0, 0, 0] == 1


def test_estimated_share_is_the_weight_of_what_is_not_observed_after_sharing(bench) -> None:
    status = [[1, 1, 2], [1, 2, 0], [0, 0, 3], [0, 0, 0]]
    scores = scored(bench, GAPS, status=status)
    np.testing.assert_array_equal(scores.estimated_share[0, :, 0], [0.5, 0.5, 1.0, NAN])
    np.testing.assert_array_equal(scores.estimated_share[0, 1, 1:], [0.0, 1.0, NAN])


def test_estimated_share_goes_up_the_tree_by_weight(bench) -> None:
    a, b, c = bench.indicators(3)
    left = bench.node("left", [a, b], weight=Weight(3.0))
    right = bench.node("right", [c])
    framework = bench.framework([left, right])
    panel = bench.panel(framework, [[1.0, 2.0, 3.0], [1.0, NAN, 3.0]], status=[[1, 2, 1], [2, 0, 1]])
    scores = build_scores(framework, bench.units(2), panel)
    assert scores.estimated_share[0, :, 0].tolist() == [0.375, 0.75]


def test_a_negative_node_enters_its_parent_turned_round_and_shows_its_own_score(bench) -> None:
    a, b = bench.indicators(2)
    burden = bench.node("burden", [a], direction=Direction.NEGATIVE)
    framework = bench.framework([burden, bench.node("gain", [b])], scale=(1.0, 10.0))
    scores = build_scores(framework, bench.units(1), bench.panel(framework, [[2.0, 4.0]]))
    assert scores.values[0, 0, scores.node("burden")] == 2.0
    assert scores.values[0, 0, scores.node("total")] == 6.5  # 1 + 10 - 2 = 9; (9 + 4) / 2


def test_a_geometric_node_stands_in_an_arithmetic_tree(bench) -> None:
    a, b, c = bench.indicators(3)
    framework = bench.framework([bench.node("left", [a, b], aggregate=GEOMETRIC), bench.node("right", [c])])
    scores = build_scores(framework, bench.units(1), bench.panel(framework, [[40.0, 90.0, 20.0]]))
    np.testing.assert_allclose(scores.values[0, 0, :2], [40.0, 60.0])


def test_a_geometric_mean_over_zero_proposes_another_range(bench) -> None:
    with pytest.raises(ScoringError) as caught:
        scored(bench, [[0.0, 80.0], [0.0, 5.0], [3.0, 0.0]], aggregate=GEOMETRIC)
    first, second = caught.value.issues
    assert (first.code, first.indicator, first.period) == ("geometric_zero", "a", "2019")
    assert "found zero for u0, u1. Normalise with to: [1, 100]" in first.message("en")
    assert "to: [1, 100]" in first.message("zh")
    assert second.indicator == "b"


def test_a_zero_that_is_allowed_gives_zero(bench) -> None:
    scores = scored(
        bench, [[0.0, 80.0], [20.0, 5.0]], aggregate=Aggregate(Aggregator.GEOMETRIC, zero_allowed=True)
    )
    np.testing.assert_allclose(scores.values[0, :, 0], [0.0, 10.0])


def test_a_geometric_mean_over_negatives_names_the_cells_even_if_zero_is_allowed(bench) -> None:
    option = Aggregate(Aggregator.GEOMETRIC, zero_allowed=True)
    with pytest.raises(ScoringError, match="negative values for u1") as caught:
        scored(bench, [[1.0, 80.0], [-1.0, 5.0]], aggregate=option)
    assert caught.value.issues[0].code == "geometric_negative"


def test_an_indicator_missing_everywhere_leaves_its_siblings_and_a_warning(bench) -> None:
    scores = scored(bench, [[40.0, NAN], [60.0, NAN]])
    assert scores.values[0, :, 0].tolist() == [40.0, 60.0]
    (issue,) = scores.issues
    assert (issue.code, issue.indicator, issue.period) == ("missing_everywhere", "b", "")


def test_an_indicator_that_begins_later_is_a_note_for_the_period_without_it(bench) -> None:
    scores = scored(bench, [[[40.0, NAN]], [[40.0, 60.0]]])
    (issue,) = scores.issues
    assert (issue.severity.value, issue.indicator, issue.period) == ("note", "b", "2019")


def test_a_node_without_any_value_is_an_error(bench) -> None:
    with pytest.raises(ScoringError) as caught:
        scored(bench, [[NAN, NAN]])
    (issue,) = caught.value.issues
    assert (issue.code, issue.indicator) == ("empty_node", "total")
    assert "none, for want of data" in issue.message("en")
    assert "数据缺失" in issue.message("zh")


def test_a_node_may_be_blank_in_one_period_for_want_of_data(bench) -> None:
    a, b = bench.indicators(2)
    framework = bench.framework([bench.node("left", [a]), bench.node("right", [b])])
    scores = build_scores(framework, bench.units(1), bench.panel(framework, [[[40.0, NAN]], [[40.0, 60.0]]]))
    np.testing.assert_array_equal(scores.values[:, 0, scores.node("right")], [NAN, 60.0])
    assert scores.values[:, 0, 0].tolist() == [40.0, 50.0]


def test_scores_that_leave_the_scale_are_a_warning(bench) -> None:
    scores = scored(bench, [[40.0, 130.0], [-2.0, 50.0]])
    assert [(issue.code, issue.indicator) for issue in scores.issues] == [
        ("leaves_scale", "a"),
        ("leaves_scale", "b"),
    ]
    assert "expected scores from 0 to 100, found 50 … 130" in scores.issues[1].message("en")
