"""Bands by hand."""

import numpy as np
import pytest

from chengshu.kernels import jenks_bands, lowest_in_bands, quantile_bands, threshold_bands


def test_above_excludes_and_from_includes_its_bound() -> None:
    scores = np.array([85.1, 85.0, 65.0, 64.9, 50.0, 12.0, np.nan])
    found = threshold_bands(scores, (85.0, 65.0, 50.0), (False, True, False))
    assert found.tolist() == [0, 1, 1, 2, 3, 3, -1]


def test_noise_beside_a_bound_is_the_bound() -> None:
    scores = np.array([85.0 - 1e-12, 85.0 + 1e-12])
    assert threshold_bands(scores, (85.0,), (True,)).tolist() == [0, 0]
    assert threshold_bands(scores, (85.0,), (False,)).tolist() == [1, 1]


def test_a_single_band_takes_all() -> None:
    assert threshold_bands(np.array([1.0, np.nan]), (), ()).tolist() == [0, -1]


@pytest.mark.parametrize("units", [5, 7, 100, 337])
def test_quantiles_are_equal_in_number_but_for_one(units: int) -> None:
    sizes = np.bincount(quantile_bands(np.random.default_rng(3).permutation(units).astype(float), 5))
    assert sizes.sum() == units
    assert sizes.max() - sizes.min() <= 1


def test_equal_scores_stay_together_in_the_better_band() -> None:
    assert quantile_bands(np.array([9.0, 8.0, 8.0, 8.0, 1.0, np.nan]), 2).tolist() == [0, 0, 0, 0, 1, -1]


def test_natural_breaks_fall_into_the_gaps() -> None:
    scores = np.array([20.0, 58.0, np.nan, 90.0, 60.0, 88.0])
    assert jenks_bands(scores, 3).tolist() == [2, 1, -1, 0, 1, 0]


def test_with_fewer_scores_than_bands_the_last_stay_empty() -> None:
    assert jenks_bands(np.array([7.0, 9.0, 9.0]), 5).tolist() == [1, 0, 0]
    assert jenks_bands(np.array([np.nan, np.nan]), 3).tolist() == [-1, -1]


def test_lowest_score_of_each_band() -> None:
    found = lowest_in_bands(np.array([9.0, 8.0, 2.0, np.nan]), np.array([0, 0, 2, -1], dtype=np.int8), 4)
    np.testing.assert_array_equal(found, [8.0, np.nan, 2.0, np.nan])


BANDINGS = [
    lambda scores: threshold_bands(scores, (55.0, 45.0), (False, True)),
    lambda scores: quantile_bands(scores, 4),
    lambda scores: jenks_bands(scores, 4),
    lambda scores: lowest_in_bands(scores, quantile_bands(scores, 4), 4),
]


@pytest.mark.parametrize("banding", BANDINGS)
def test_a_stack_of_draws_equals_singles(draws, banding) -> None:
    scores = draws[..., 0]
    singly = np.stack([np.stack([banding(period) for period in draw]) for draw in scores])
    np.testing.assert_array_equal(banding(scores), singly)
