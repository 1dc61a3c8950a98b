"""What is drawn in, what is not, and what the step says about it."""

import numpy as np
import pytest

from chengshu.index import build_scores
from chengshu.model import (
    Direction,
    Normalise,
    Normaliser,
    Scope,
    ScopeKind,
    ScoringError,
    Treat,
    Treatment,
)

NAN = np.nan
WINSORISE = Treat(Treatment.WINSORISE, otherwise=Treatment.LOG_CT)
SPIKE = [1.0, 2.0, 3.0, 4.0, 5.0, 90.0]
# Three equal spikes among many equal values: one step would change three points.
TIED = [*np.linspace(1.0, 2.0, 60), 90.0, 90.0, 90.0]


def column(*values: float) -> np.ndarray:
    return np.array(values)[:, np.newaxis]


def treated(bench, option: Treat, values, **options):
    framework = bench.framework(
        bench.indicators(1, treat=option, **options),
        [option, Normalise(Normaliser.MINMAX)],
        scale=(-1e3, 1e3),
    )
    panel = bench.panel(framework, values)
    return build_scores(framework, bench.units(panel.values.shape[1]), panel)


def test_outliers_are_drawn_in_and_marked(bench) -> None:
    step = treated(bench, WINSORISE, column(*SPIKE, NAN)).steps[1]
    np.testing.assert_array_equal(step.values[0, :, 0], [1, 2, 3, 4, 5, 5, NAN])
    assert step.changed[0, :, 0].tolist() == [False] * 5 + [True, False]
    assert step.note == ("winsorised 1",)


def test_a_column_without_outliers_is_left_alone(bench) -> None:
    step = treated(bench, WINSORISE, column(1.0, 2.0, 3.0, 4.0)).steps[1]
    assert step.values[0, :, 0].tolist() == [1.0, 2.0, 3.0, 4.0]
    assert step.note == ("",)


def test_otherwise_acts_on_the_untreated_values(bench) -> None:
    """A step on the tied three would pass the limit of two, so that nothing is winsorised first."""
    option = Treat(Treatment.WINSORISE, max_points=2, otherwise=Treatment.LOG_CT)
    step = treated(bench, option, column(*TIED)).steps[1]
    values = np.array(TIED)
    np.testing.assert_allclose(step.values[0, :, 0], np.log(values - 1.0 + 0.89))
    assert step.note == ("log_ct; still outlying",)


def test_what_no_method_mends_is_said(bench) -> None:
    option = Treat(Treatment.WINSORISE, max_points=2)
    assert treated(bench, option, column(*TIED)).steps[1].note == ("still outlying",)


def test_a_logarithm_may_come_first(bench) -> None:
    step = treated(bench, Treat(Treatment.LOG_CT_ORIG), column(*SPIKE)).steps[1]
    np.testing.assert_allclose(step.values[0, :, 0], np.log(np.array(SPIKE)))
    assert step.note == ("log_ct_orig",)


def test_a_negative_indicator_is_treated_as_it_stands(bench) -> None:
    positive = treated(bench, WINSORISE, column(*SPIKE)).steps[1]
    negative = treated(bench, WINSORISE, column(*SPIKE), direction=Direction.NEGATIVE).steps[1]
    np.testing.assert_array_equal(positive.values, negative.values)


def test_periods_are_treated_apart_when_the_scope_says_so(bench) -> None:
    plain = np.linspace(1.0, 6.0, 6)
    values = np.stack([column(*SPIKE), column(*plain)])
    apart = treated(bench, Treat(Treatment.WINSORISE, scope=Scope(ScopeKind.PERIOD)), values).steps[1]
    np.testing.assert_array_equal(apart.values[:, :, 0], [[1, 2, 3, 4, 5, 5], plain])
    pooled = treated(bench, Treat(Treatment.WINSORISE), values).steps[1]
    np.testing.assert_array_equal(pooled.values[:, :, 0], [[1, 2, 3, 4, 5, 6], plain])


def test_each_period_is_told_of_by_what_was_kept_in_it(bench) -> None:
    tied = np.array([*np.linspace(1.0, 2.0, 60), 50.0, 51.0, 52.0])
    values = np.stack([column(*np.linspace(1.0, 2.0, 62), 90.0), column(*tied)])
    option = Treat(
        Treatment.WINSORISE, max_points=1, otherwise=Treatment.LOG_CT_ORIG, scope=Scope(ScopeKind.PERIOD)
    )
    step = treated(bench, option, values).steps[1]
    assert step.note == ("winsorised 1; log_ct_orig; still outlying",)
    np.testing.assert_allclose(step.values[1, :, 0], np.log(tied))


def test_the_limits_of_a_base_period_hold_for_all(bench) -> None:
    values = np.stack([column(*SPIKE), column(1.0, 2.0, 3.0, 4.0, 5.0, 7.0)])
    base = Treat(Treatment.WINSORISE, scope=Scope(ScopeKind.BASE, "2019"))
    step = treated(bench, base, values).steps[1]
    assert step.values[:, 5, 0].tolist() == [5.0, 5.0]


def test_a_value_far_below_the_base_has_no_logarithm(bench) -> None:
    values = np.stack([column(*SPIKE), column(1.0, 2.0, 3.0, 4.0, -5.0, 7.0)])
    option = Treat(Treatment.LOG_CT, scope=Scope(ScopeKind.BASE, "2019"))
    with pytest.raises(ScoringError) as caught:
        treated(bench, option, values)
    (issue,) = caught.value.issues
    assert (issue.code, issue.indicator, issue.period) == ("treat_domain", "a", "2020")
    assert "u4" in issue.message("en")


def test_goalposts_follow_a_logarithm(bench) -> None:
    """On a scale of logarithms 1 and 90 keep their scores, and 5 stands where its logarithm does."""
    posts = Normalise(Normaliser.GOALPOSTS, low=1.0, high=90.0)
    option = Treat(Treatment.LOG_CT_ORIG)
    framework = bench.framework(bench.indicators(1, treat=option, normalise=posts), [option, posts])
    scores = build_scores(framework, bench.units(6), bench.panel(framework, column(*SPIKE)))
    np.testing.assert_allclose(scores.values[0, [0, 4, 5], 0], [0.0, 100 * np.log(5) / np.log(90), 100.0])
