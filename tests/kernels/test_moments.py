"""Statistics against scipy, COINr and sums on paper."""

import numpy as np
import pytest
from scipy import stats

from chengshu.kernels import (
    count,
    highest,
    is_constant,
    kurtosis,
    lowest,
    mean,
    median,
    skewness,
    standard_deviation,
    total,
)

COLUMN = np.array([[1.0], [2.0], [np.nan], [3.0], [10.0]])
PRESENT = COLUMN[~np.isnan(COLUMN)]


@pytest.mark.parametrize(
    ("statistic", "expected"),
    [(count, 4.0), (total, 16.0), (mean, 4.0), (median, 2.5), (lowest, 1.0), (highest, 10.0)],
)
def test_statistics_leave_missing_values_out(statistic, expected: float) -> None:
    assert statistic(COLUMN).tolist() == [[expected]]


def test_sample_deviation_divides_by_one_less() -> None:
    # deviations -3, -2, -1, 6; squares 9 + 4 + 1 + 36 = 50; 50 / 3
    assert standard_deviation(COLUMN).item() == pytest.approx((50 / 3) ** 0.5)


def test_skewness_and_kurtosis_are_those_of_scipy_corrected_for_bias() -> None:
    assert skewness(COLUMN).item() == pytest.approx(stats.skew(PRESENT, bias=False), rel=1e-12)
    assert kurtosis(COLUMN).item() == pytest.approx(stats.kurtosis(PRESENT, bias=False), rel=1e-12)


@pytest.mark.parametrize("scale", [1e-150, 1.0, 1e150])
def test_moments_do_not_depend_on_the_unit_of_measurement(scale: float) -> None:
    assert skewness(COLUMN * scale).item() == pytest.approx(skewness(COLUMN).item(), rel=1e-9)
    assert kurtosis(COLUMN * scale).item() == pytest.approx(kurtosis(COLUMN).item(), rel=1e-9)


@pytest.mark.parametrize("units", [0, 1, 2, 3])
def test_too_few_values_have_no_moments(units: int) -> None:
    column = np.arange(float(units)).reshape(units, 1)
    assert np.isnan(kurtosis(column)).all()
    assert np.isnan(skewness(column)).all() == (units < 3)
    assert np.isnan(standard_deviation(column)).all() == (units < 2)


@pytest.mark.parametrize("statistic", [mean, median, lowest, highest, standard_deviation, skewness, kurtosis])
@pytest.mark.parametrize("units", [0, 1, 5])
def test_nothing_gives_nothing(statistic, units: int) -> None:
    assert np.isnan(statistic(np.full((units, 2), np.nan))).all()


def test_rounding_alone_is_no_spread() -> None:
    columns = np.array([[0.3, 0.3, np.nan], [0.1 + 0.2, 0.3 + 1e-9, np.nan]])
    assert is_constant(columns).tolist() == [[True, False, False]]
    assert np.isnan(skewness(np.array([[0.3], [0.3], [0.1 + 0.2]]))).all()


def test_moments_agree_with_coinr(asem) -> None:
    screened = asem.table("steps/4_screened.csv")
    listed = {row["iCode"]: row for row in asem.rows("stats/skew_kurt_screened.csv")}
    for statistic, name in ((skewness, "skew"), (kurtosis, "kurt")):
        expected = [float(listed[indicator][name]) for indicator in asem.indicators]
        np.testing.assert_allclose(statistic(screened)[0], expected, rtol=1e-9)


@pytest.mark.parametrize(
    "statistic",
    [count, total, mean, median, lowest, highest, standard_deviation, skewness, kurtosis, is_constant],
)
def test_a_stack_of_draws_equals_singles(same_for_each_draw, statistic) -> None:
    same_for_each_draw(statistic)
