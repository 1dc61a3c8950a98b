"""Weights by hand."""

import numpy as np

from chengshu.kernels import declared, equal


def test_weights_sum_to_one_and_keep_their_proportions() -> None:
    np.testing.assert_array_equal(
        declared(np.array([[2.0, 1.0, 1.0], [0.0, 3.0, 0.0]])), [[0.5, 0.25, 0.25], [0, 1, 0]]
    )


def test_weights_that_sum_to_zero_are_none() -> None:
    assert np.isnan(declared(np.zeros(3))).all()


def test_equal_weights_do_not_look_at_what_is_declared() -> None:
    np.testing.assert_array_equal(equal(np.array([9.0, 0.0])), [0.5, 0.5])


def test_a_stack_of_draws_equals_singles() -> None:
    drawn = np.random.default_rng(1).random((4, 3, 6))
    for kernel in (declared, equal):
        singly = np.stack([np.stack([kernel(row) for row in draw]) for draw in drawn])
        np.testing.assert_array_equal(kernel(drawn), singly)
