"""Curves against their own inverses, and what lies outside them."""

import numpy as np
import pytest

from chengshu.kernels import log, log1p, sqrt


@pytest.mark.parametrize(
    ("curve", "inverse"), [(log, np.exp), (log1p, np.expm1), (sqrt, np.square)], ids=["log", "log1p", "sqrt"]
)
@pytest.mark.parametrize("shift", [0.0, 2.0])
def test_the_inverse_gives_the_shifted_value_back(curve, inverse, shift: float) -> None:
    values = np.array([0.5, 1.0, 40.0])
    np.testing.assert_allclose(inverse(curve(values, shift)), values + shift, rtol=1e-12)


@pytest.mark.parametrize(
    ("curve", "inside", "outside"), [(log, 1e-9, 0.0), (log1p, -0.999, -1.0), (sqrt, 0.0, -1e-9)]
)
def test_the_domain_begins_where_it_is_said_to(curve, inside: float, outside: float) -> None:
    found = curve(np.array([inside, outside, np.nan]))
    assert np.isnan(found).tolist() == [False, True, True]
    assert np.isnan(curve(np.array([outside]), 1.0)).tolist() == [False]


@pytest.mark.parametrize("curve", [log, log1p, sqrt])
def test_a_stack_of_draws_equals_singles(same_for_each_draw, curve) -> None:
    same_for_each_draw(curve)
