"""Shares of data by hand and from COINr."""

import numpy as np

from chengshu.kernels import availability, enough


def test_share_of_cells_that_are_there() -> None:
    present = np.array([[True, True, True, False], [False, False, False, False]])
    assert availability(present).tolist() == [0.75, 0.0]


def test_no_indicators_are_no_data() -> None:
    assert availability(np.zeros((2, 0), dtype=np.bool_)).tolist() == [0.0, 0.0]


def test_a_share_that_equals_the_requirement_is_enough() -> None:
    # 2 of 3 against 0.6666666666666666 and a third thrice against 1
    assert enough(np.array([2 / 3, 1 / 3 + 1 / 3 + 1 / 3]), 1.0).tolist() == [False, True]
    assert enough(np.array([2 / 3]), 1 - 1 / 3).tolist() == [True]


def test_availability_agrees_with_coinr(asem) -> None:
    share = availability(~np.isnan(asem.table("steps/1_raw.csv")))
    for threshold in ("0.75", "0.85", "0.90", "0.95"):
        file = f"screen/byNA_{threshold}_summary.csv"
        np.testing.assert_allclose(share, asem.table(file, ["Dat_Avail"])[:, 0], rtol=1e-12)
        included = {row["uCode"]: row["Included"] == "TRUE" for row in asem.rows(file)}
        assert enough(share, float(threshold)).tolist() == [included[unit] for unit in asem.units]


def test_a_stack_of_draws_equals_singles(same_for_each_draw) -> None:
    same_for_each_draw(lambda values: availability(~np.isnan(values)))
