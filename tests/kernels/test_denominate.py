"""Quotients by hand, and COINr's denominated table is held in tests/index."""

import numpy as np

from chengshu.kernels import denominate, quotient


def test_per_ten_thousand_people() -> None:
    people = np.array([[20000.0], [50000.0]])
    np.testing.assert_array_equal(denominate(np.array([[50.0], [8.0]]), people, 10000.0), [[25.0], [1.6]])


def test_zero_and_missing_denominators_give_missing_without_a_warning() -> None:
    found = quotient(np.array([1.0, 1.0, 0.0, np.nan]), np.array([0.0, np.nan, 0.0, 2.0]))
    assert np.isnan(found).all()


def test_an_overflow_is_infinite_for_the_caller_to_report() -> None:
    assert np.isinf(denominate(np.array([1e300]), np.array([1e-3]), 1e9)).all()


def test_a_stack_of_draws_equals_singles(same_for_each_draw) -> None:
    divisor = np.arange(40.0).reshape(40, 1)
    same_for_each_draw(lambda values: denominate(values, divisor, 7.0))
