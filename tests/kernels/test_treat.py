"""Outliers by hand, as COINr draws them in, and where COINr passes its own limit."""

import numpy as np
import pytest

from chengshu.kernels import is_outlying, kurtosis, log_ct, log_ct_orig, skewness, winsorise, winsorise_limits

SPIKE = np.array([[1.0], [2.0], [3.0], [4.0], [5.0], [90.0]])


def test_both_bounds_must_be_passed() -> None:
    assert is_outlying(SPIKE).tolist() == [[True]]
    assert is_outlying(SPIKE, skew=skewness(SPIKE).item()).tolist() == [[False]]
    assert is_outlying(SPIKE, kurt=kurtosis(SPIKE).item()).tolist() == [[False]]


def test_the_side_is_that_of_the_skew() -> None:
    np.testing.assert_array_equal(winsorise(SPIKE, SPIKE).ravel(), [1, 2, 3, 4, 5, 5])
    np.testing.assert_array_equal(winsorise(-SPIKE, -SPIKE).ravel(), [-1, -2, -3, -4, -5, -5])


def test_values_are_drawn_in_to_the_limits_of_the_reference() -> None:
    np.testing.assert_array_equal(winsorise(np.array([[7.0], [0.0]]), SPIKE).ravel(), [5.0, 0.0])


def test_what_is_not_outlying_is_left_alone() -> None:
    assert [limit.item() for limit in winsorise_limits(SPIKE[:5])] == [-np.inf, np.inf]


def test_tied_extremes_do_not_pass_the_limit_of_points() -> None:
    """COINr's winsorise would set all three to 6 under a limit of two; here they are one step, not taken."""
    column = np.concatenate([np.full(60, 5.0), np.full(60, 6.0), np.full(3, 90.0)])[:, np.newaxis]
    assert is_outlying(column).item()
    np.testing.assert_array_equal(winsorise(column, column, max_points=2), column)
    assert (winsorise(column, column, max_points=3) != column).sum() == 3


def test_points_of_former_steps_count() -> None:
    """90 is set to 60, and with it both to 50: two points; the third step would make three."""
    column = np.concatenate([np.arange(1.0, 31.0), [900.0, 1000.0, 1100.0]])[:, np.newaxis]
    for limit in (0, 1, 2, 3):
        changed = (winsorise(column, column, max_points=limit) != column).sum()
        assert changed == limit


def test_logarithms_by_hand() -> None:
    column = np.array([[0.0], [9.0], [100.0]])
    np.testing.assert_allclose(log_ct(column, column).ravel(), np.log([1.0, 10.0, 101.0]))
    np.testing.assert_allclose(log_ct_orig(column, column).ravel(), np.log([1.0, 10.0, 101.0]))


def test_a_value_far_below_the_reference_has_no_logarithm() -> None:
    column = np.array([[0.0], [100.0]])
    below = np.array([[-0.5], [-2.0]])
    assert np.isnan(log_ct(below, column)).ravel().tolist() == [False, True]
    assert np.isnan(log_ct_orig(below, column)).ravel().tolist() == [False, True]


def treated(
    values: np.ndarray, points: int, otherwise, bounds: tuple[float, float] = (2.0, 3.5)
) -> np.ndarray:
    drawn = winsorise(values, values, *bounds, max_points=points)
    found = np.where(is_outlying(values, *bounds), drawn, values)
    return np.where(is_outlying(found, *bounds), otherwise(values, values), found)


@pytest.mark.parametrize("points", [0, 1, 2, 3, 5, 10])
def test_treatment_agrees_with_coinr(asem, points: int) -> None:
    screened = asem.table("steps/4_screened.csv")
    file = "treat/default.csv" if points == 5 else f"treat/winmax{points}.csv"
    np.testing.assert_allclose(treated(screened, points, log_ct), asem.table(file), rtol=1e-9, atol=1e-12)


def test_other_bounds_and_another_logarithm_agree_with_coinr(asem) -> None:
    screened = asem.table("steps/4_screened.csv")
    expected = asem.table("treat/thresh_1.5_3.csv")
    np.testing.assert_allclose(treated(screened, 5, log_ct, (1.5, 3.0)), expected, rtol=1e-9, atol=1e-12)
    expected = asem.table("treat/f2_log_CT_orig.csv")
    np.testing.assert_allclose(treated(screened, 2, log_ct_orig), expected, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize(("kernel", "name"), [(log_ct, "log_CT"), (log_ct_orig, "log_CT_orig")])
def test_logarithms_agree_with_coinr_in_every_column(asem, kernel, name: str) -> None:
    screened = asem.table("steps/4_screened.csv")
    expected = asem.table(f"treat/fn_{name}_all_columns.csv")
    np.testing.assert_allclose(kernel(screened, screened), expected, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("kernel", [winsorise, log_ct, log_ct_orig])
def test_a_stack_of_draws_equals_singles(same_for_each_draw, kernel) -> None:
    same_for_each_draw(lambda values: kernel(values, values))
