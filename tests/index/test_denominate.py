"""Ratios, and what becomes of a cell without a denominator."""

import numpy as np
import pytest

from chengshu.index import build_scores, denominate_context
from chengshu.model import Denominate, Denominator, ScoringError, Status

NAN = np.nan
PER_HEAD = Denominator("people", 10000.0)


def case(bench, values, **given):
    framework = bench.framework(
        bench.indicators(1, denominator=PER_HEAD),
        [Denominate()],
        context=bench.context("people"),
        scale=(0.0, 1e9),
    )
    return framework, bench.units(len(values)), bench.panel(framework, values, **given)


def test_a_ratio_is_per_ten_thousand(bench) -> None:
    scores = build_scores(*case(bench, [[50.0, 20000.0], [8.0, 50000.0]]))
    assert scores.values[0, :, scores.node("a")].tolist() == [25.0, 1.6]
    assert scores.steps[1].note == ("/ people * 10000",)
    assert not scores.steps[1].changed.any()


def test_without_a_denominator_a_cell_is_missing_and_listed(bench) -> None:
    scores = build_scores(*case(bench, [[50.0, 20000.0], [8.0, 0.0], [9.0, NAN], [NAN, 0.0]]))
    np.testing.assert_array_equal(scores.values[0, :, 1], [25.0, NAN, NAN, NAN])
    assert [(issue.code, issue.unit, issue.indicator, issue.period) for issue in scores.issues] == [
        ("denominator_zero", "u1", "a", "2019"),
        ("denominator_missing", "u2", "a", "2019"),
    ]
    assert "expected people to be there and not zero, found zero" in scores.issues[0].message("en")
    assert scores.steps[1].changed[0, :, 0].tolist() == [False, True, True, False]


def test_a_ratio_is_as_sure_as_the_less_sure_of_its_parts(bench) -> None:
    given = {"status": [[1, 2], [2, 1], [1, 3], [1, 1]]}
    scores = build_scores(*case(bench, [[1.0, 2.0], [1.0, 2.0], [1.0, 2.0], [1.0, 2.0]], **given))
    assert scores.status[0, :, 0].tolist() == [2, 2, 3, 1]


@pytest.mark.parametrize("values", [[1.0, np.inf], [1e308, 1e-9]])
def test_infinite_denominators_and_quotients_are_errors(bench, values: list[float]) -> None:
    with pytest.raises(ScoringError, match="finite numbers, found infinite values for u1"):
        build_scores(*case(bench, [[1.0, 2.0], values]))


def test_an_infinite_denominator_outside_the_sample_is_not_seen(bench) -> None:
    scores = build_scores(*case(bench, [[1.0, 2.0], [1.0, np.inf]], sample=[True, False]))
    assert scores.values[0, 0, 0] == 5000.0


def test_context_is_divided_for_display_and_scored_columns_stay(bench) -> None:
    context = (*bench.context("people"), *bench.context("cars", denominator=PER_HEAD))
    framework = bench.framework(bench.indicators(1, denominator=PER_HEAD), context=context)
    panel = bench.panel(framework, [[7.0, 20000.0, 5.0], [7.0, 0.0, 5.0]])
    found = denominate_context(framework, panel)
    np.testing.assert_array_equal(found.values, [[[7.0, 20000.0, 2.5], [7.0, 0.0, NAN]]])
    assert found.status[0, 1].tolist() == [Status.OBSERVED, Status.OBSERVED, Status.MISSING]
    assert panel.values[0, 0, 2] == 5.0
