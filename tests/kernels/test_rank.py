"""Ranks against scipy, and rounding against the decimal number."""

from decimal import ROUND_HALF_EVEN, Decimal

import numpy as np
import pytest
from scipy import stats

from chengshu.kernels import rank_average, rank_dense, rank_max, rank_min, rounded

RANKINGS = {"min": rank_min, "max": rank_max, "average": rank_average, "dense": rank_dense}


@pytest.mark.parametrize("ties", RANKINGS)
def test_ranks_are_those_of_scipy(ties: str) -> None:
    scores = np.random.default_rng(7).integers(0, 12, (60, 3)).astype(float)
    expected = stats.rankdata(-scores, method=ties, axis=0)
    np.testing.assert_array_equal(RANKINGS[ties](scores), expected)


@pytest.mark.parametrize("ties", RANKINGS)
def test_units_without_a_score_have_no_rank_and_move_none(ties: str) -> None:
    scores = np.array([[np.nan], [70.0], [90.0], [np.nan], [70.0]])
    found = RANKINGS[ties](scores)
    np.testing.assert_array_equal(found[[1, 2, 4]], RANKINGS[ties](scores[[1, 2, 4]]))
    assert np.isnan(found[[0, 3]]).all()


@pytest.mark.parametrize("ties", RANKINGS)
def test_the_order_of_addition_does_not_part_equals(ties: str) -> None:
    left, right = 0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1
    assert left != right
    found = RANKINGS[ties](np.array([[left], [right], [0.0]]))
    assert found[0] == found[1] != found[2]


@pytest.mark.parametrize("units", [0, 1])
def test_few_units_rank_too(units: int) -> None:
    assert [rank_min(np.full((units, 1), 5.0)).tolist()] == [[[1.0]] * units]


@pytest.mark.parametrize("decimals", [0, 1, 2, 3])
def test_rounding_is_that_of_the_decimal_number(decimals: int) -> None:
    """Every half between 0 and 100 is rounded as Python's decimals round the number that is written."""
    step = Decimal(1).scaleb(-decimals)
    written = [step * number / 2 for number in range(20001)]
    expected = [float(number.quantize(step, rounding=ROUND_HALF_EVEN)) for number in written]
    np.testing.assert_array_equal(
        rounded(np.array([float(number) for number in written]), decimals), expected
    )


@pytest.mark.parametrize("noise", [-1e-13, 0.0, 1e-13])
def test_noise_does_not_part_halves(noise: float) -> None:
    found = rounded(np.array([80.35, 80.25, 2.675 * 30]) * (1 + noise), 1)
    np.testing.assert_array_equal(found, [80.4, 80.2, 80.2])


def test_what_lies_beside_a_half_by_more_than_noise_is_no_half() -> None:
    np.testing.assert_array_equal(
        rounded(np.array([80.2500001, 80.3499999, np.nan]), 1), [80.3, 80.3, np.nan]
    )


@pytest.mark.parametrize("ties", RANKINGS)
def test_a_stack_of_draws_equals_singles(same_for_each_draw, ties: str) -> None:
    same_for_each_draw(lambda values: RANKINGS[ties](rounded(values, 0)))
