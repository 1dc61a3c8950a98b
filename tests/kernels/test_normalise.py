"""Scales by hand and as COINr makes them."""

import numpy as np
import pytest

from chengshu.kernels import goalposts, minmax, rank_among, zscore

COLUMN = np.array([[2.0], [4.0], [np.nan], [10.0]])


def test_minmax_reaches_both_ends_of_its_range() -> None:
    np.testing.assert_array_equal(minmax(COLUMN, COLUMN, (1.0, 101.0)).ravel(), [1.0, 26.0, np.nan, 101.0])


def test_values_may_lie_outside_what_they_are_set_against() -> None:
    np.testing.assert_array_equal(minmax(np.array([[14.0]]), COLUMN), [[150.0]])
    np.testing.assert_array_equal(
        rank_among(np.array([[14.0], [4.0], [3.0]]), COLUMN).ravel(), [4.0, 2.0, 2.0]
    )


def test_goalposts_clip_only_when_told() -> None:
    posts = np.array([[3.0], [8.0]])
    np.testing.assert_array_equal(goalposts(COLUMN, posts, clip=False).ravel(), [-20.0, 20.0, np.nan, 140.0])
    np.testing.assert_array_equal(goalposts(COLUMN, posts, clip=True).ravel(), [0.0, 20.0, np.nan, 100.0])


def test_zscore_has_the_mean_and_deviation_asked_for() -> None:
    found = zscore(COLUMN, COLUMN, 50.0, 10.0).ravel()
    assert np.nanmean(found) == pytest.approx(50.0)
    assert np.nanstd(found, ddof=1) == pytest.approx(10.0)


@pytest.mark.parametrize("kernel", [minmax, zscore, rank_among])
@pytest.mark.parametrize("column", [[5.0, 5.0, 5.0], [5.0], [np.nan, np.nan], [0.3, 0.1 + 0.2]])
def test_without_a_spread_there_is_no_score(kernel, column: list[float]) -> None:
    values = np.array(column)[:, np.newaxis]
    assert np.isnan(kernel(values, values)).all()


CASES = {
    "minmax_0_100": lambda x: minmax(x, x),
    "minmax_0_1": lambda x: minmax(x, x, (0.0, 1.0)),
    "minmax_1_100": lambda x: minmax(x, x, (1.0, 100.0)),
    "zscore_0_1": lambda x: zscore(x, x),
    "zscore_10_2": lambda x: zscore(x, x, 10.0, 2.0),
    "rank": lambda x: rank_among(x, x),
}


@pytest.mark.parametrize("name", CASES)
def test_scales_agree_with_coinr(asem, name: str) -> None:
    """COINr turns negative indicators round before any method, as the index does."""
    turned = asem.table("steps/5_treated.csv") * asem.signs
    expected = asem.table(f"normalise/{name}.csv")
    np.testing.assert_allclose(CASES[name](turned), expected, rtol=1e-9, atol=1e-11)


KERNELS = [
    lambda values: minmax(values, values),
    lambda values: zscore(values, values),
    lambda values: rank_among(values, values),
    lambda values: rank_among(values[..., :7, :], values),
    lambda values: goalposts(values, np.array([[40.0] * 5, [60.0] * 5]), clip=True),
]


@pytest.mark.parametrize("kernel", KERNELS)
def test_a_stack_of_draws_equals_singles(same_for_each_draw, kernel) -> None:
    same_for_each_draw(kernel)
