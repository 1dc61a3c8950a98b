"""The last number of a grouped example is the other group's."""

import numpy as np
import pytest

from chengshu.kernels import by_group, mean, median


@pytest.mark.parametrize(("name", "statistic"), [("mean", mean), ("median", median)])
def test_over_all_units(worked, name: str, statistic) -> None:
    example = worked("impute", name)
    assert example.is_what_comes_out_of(statistic(example.column()))


@pytest.mark.parametrize(("name", "statistic"), [("group_mean", mean), ("group_median", median)])
def test_within_groups(worked, name: str, statistic) -> None:
    example = worked("impute", name)
    column = np.insert(example.column(), -1, np.nan, axis=0)
    groups = np.array([0] * (len(column) - 1) + [1])
    assert example.is_what_comes_out_of(by_group(statistic, column, groups, groups)[-2])
