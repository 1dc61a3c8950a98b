"""Filling by hand and as COINr fills."""

import numpy as np
import pytest

from chengshu.kernels import by_group, impute, mean, median

GROUPINGS = ("GDP_group", "GDPpc_group", "Pop_group", "EurAsia_group")


def test_only_blank_cells_are_filled() -> None:
    filled = impute(np.array([[2.0, np.nan], [np.nan, np.nan]]), np.array([[7.0, np.nan]]))
    np.testing.assert_array_equal(filled, [[2.0, np.nan], [7.0, np.nan]])


def test_a_unit_without_a_group_or_a_group_without_values_is_not_filled() -> None:
    column = np.array([[2.0], [np.nan], [np.nan], [5.0]])
    groups = np.array([0, 0, 1, -1])
    np.testing.assert_array_equal(by_group(mean, column, groups, groups).ravel(), [2.0, 2.0, np.nan, np.nan])


def test_donors_may_be_others_than_the_units_filled() -> None:
    donors, groups = np.array([[1.0], [3.0], [8.0]]), np.array([0, 0, 1])
    np.testing.assert_array_equal(by_group(median, donors, groups, np.array([1, 0])).ravel(), [8.0, 2.0])


@pytest.mark.parametrize(("statistic", "name"), [(mean, "mean"), (median, "median")])
def test_columns_are_filled_as_coinr_fills_them(asem, statistic, name: str) -> None:
    raw = asem.table("steps/1_raw.csv")
    np.testing.assert_allclose(impute(raw, statistic(raw)), asem.table(f"impute/i_{name}.csv"), rtol=1e-9)


@pytest.mark.parametrize(("statistic", "name"), [(mean, "mean"), (median, "median")])
@pytest.mark.parametrize("grouping", GROUPINGS)
def test_groups_are_filled_as_coinr_fills_them(asem, statistic, name: str, grouping: str) -> None:
    raw = asem.table("steps/1_raw.csv")
    labels = {row["uCode"]: row[grouping] for row in asem.rows("input/iData.csv")}
    numbers = {label: number for number, label in enumerate(sorted(set(labels.values())))}
    groups = np.array([numbers[labels[unit]] for unit in asem.units])
    filled = impute(raw, by_group(statistic, raw, groups, groups))
    np.testing.assert_allclose(filled, asem.table(f"impute/i_{name}_grp_{grouping}.csv"), rtol=1e-9)


def test_a_stack_of_draws_equals_singles(same_for_each_draw) -> None:
    groups = np.arange(40) % 4 - 1
    same_for_each_draw(lambda values: impute(values, by_group(median, values, groups, groups)))
