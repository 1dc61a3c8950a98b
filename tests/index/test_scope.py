"""Over which rows a statistic is taken."""

import numpy as np
import pytest

from chengshu import kernels
from chengshu.index.scope import by_option, reference, reference_groups
from chengshu.model import Impute, Imputer, Scope, ScopeKind, ScoringError

PERIODS = ("2019", "2020")
VALUES = np.array([[[1.0], [2.0]], [[5.0], [np.nan]]])


@pytest.mark.parametrize(
    ("scope", "means"),
    [
        (Scope(), [[[8 / 3]]]),
        (Scope(ScopeKind.PERIOD), [[[1.5]], [[5.0]]]),
        (Scope(ScopeKind.BASE, "2020"), [[[5.0]]]),
    ],
    ids=["pooled", "period", "base"],
)
def test_the_mean_of_a_reference_is_that_of_its_scope(scope: Scope, means: list) -> None:
    found = kernels.mean(reference(VALUES, scope, PERIODS))
    np.testing.assert_allclose(found, means)
    assert (VALUES - found).shape == VALUES.shape


def test_an_unknown_base_period_is_named_with_those_that_there_are() -> None:
    with pytest.raises(ScoringError) as caught:
        reference(VALUES, Scope(ScopeKind.BASE, "2018"), PERIODS)
    assert "expected a period of the data (2019, 2020), found 2018" in caught.value.message("en")
    assert "2019、2020" in caught.value.message("zh")


def test_a_pooled_reference_repeats_the_groups_for_each_period() -> None:
    groups = np.array([0, 1])
    rows = reference(VALUES, Scope(), PERIODS).shape[-2]
    assert reference_groups(groups, rows).tolist() == [0, 1, 0, 1]
    assert reference_groups(groups, 2).tolist() == [0, 1]
    assert reference_groups(groups[:0], 0).size == 0


def test_columns_that_share_an_option_are_taken_together(bench) -> None:
    mean, median = Impute(Imputer.MEAN), Impute(Imputer.MEDIAN)
    options = [mean, None, median, Impute(Imputer.MEAN)]
    indicators = [bench.indicators(1, impute=option)[0] for option in options]
    assert list(by_option(indicators, lambda indicator: indicator.impute)) == [(mean, [0, 3]), (median, [2])]
