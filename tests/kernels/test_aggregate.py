"""Means by hand and as COINr takes them."""

from collections.abc import Callable

import numpy as np
import pytest

from chengshu.kernels import arithmetic, geometric, shares

WEIGHTS = np.array([0.25, 0.25, 0.5])


def test_a_missing_child_gives_its_weight_to_the_others() -> None:
    children = np.array([[50.0, 80.0, np.nan], [np.nan, np.nan, 10.0], [np.nan] * 3])
    np.testing.assert_array_equal(shares(children, WEIGHTS), [[0.5, 0.5, 0], [0, 0, 1], [np.nan] * 3])
    np.testing.assert_array_equal(arithmetic(children, shares(children, WEIGHTS)), [65.0, 10.0, np.nan])


def test_a_unit_needs_the_share_of_children_that_is_required() -> None:
    children = np.array([[50.0, 80.0, np.nan]])
    blank = {
        require: bool(np.isnan(shares(children, WEIGHTS, require)).all())
        for require in (0.0, 2 / 3, 0.67, 1.0)
    }
    assert blank == {0.0: False, 2 / 3: False, 0.67: True, 1.0: True}


def test_children_of_weight_zero_do_not_count() -> None:
    weights = np.array([1.0, 0.0])
    np.testing.assert_array_equal(
        shares(np.array([[3.0, np.nan], [np.nan, 3.0]]), weights, 1.0), [[1, 0], [np.nan] * 2]
    )


def test_a_geometric_mean_of_equal_weights_is_a_root_of_the_product() -> None:
    children = np.array([[40.0, 90.0]])
    assert geometric(children, shares(children, np.array([1.0, 1.0]))).item() == pytest.approx(60.0)


def test_a_geometric_mean_over_zero_is_zero_and_over_negatives_is_none() -> None:
    children = np.array([[0.0, 90.0], [-1.0, 90.0], [-1.0, 0.0], [np.nan, 90.0]])
    found = geometric(children, shares(children, np.array([1.0, 1.0])))
    np.testing.assert_allclose(found, [0.0, np.nan, np.nan, 90.0])


def test_a_child_of_weight_zero_may_be_anything() -> None:
    children = np.array([[-5.0, 90.0], [0.0, 90.0]])
    np.testing.assert_allclose(geometric(children, shares(children, np.array([0.0, 1.0]))), [90.0, 90.0])


def coinr_tree(asem, mean: Callable, scores: np.ndarray, require: float = 0.0) -> dict[str, np.ndarray]:
    """Every aggregate of the example, from the lowest level up, with equal weights."""
    meta = [row for row in asem.rows("input/iMeta.csv") if row["Type"] in {"Indicator", "Aggregate"}]
    found = dict(zip(asem.indicators, scores.T, strict=True))
    for level in ("2", "3", "4"):
        for node in (row["iCode"] for row in meta if row["Level"] == level):
            children = np.stack([found[row["iCode"]] for row in meta if row["Parent"] == node], axis=-1)
            found[node] = mean(children, shares(children, np.ones(children.shape[-1]), require))
    return found


def assert_agrees(asem, found: dict[str, np.ndarray], file: str) -> None:
    expected = asem.table(file, list(found))
    np.testing.assert_allclose(np.stack(list(found.values()), axis=-1), expected, rtol=1e-9, atol=1e-11)


@pytest.mark.parametrize(("mean", "name"), [(arithmetic, "amean"), (geometric, "gmean")])
def test_means_agree_with_coinr(asem, mean, name: str) -> None:
    whole = asem.table("aggregate/normalised_1_100_input.csv")
    assert_agrees(asem, coinr_tree(asem, mean, whole), f"aggregate/{name}.csv")
    gaps = asem.table("aggregate/normalised_1_100_with_NA_input.csv")
    assert_agrees(asem, coinr_tree(asem, mean, gaps), f"aggregate/a_{name}_with_NA.csv")


@pytest.mark.parametrize("threshold", ["0.50", "0.75", "0.90"])
def test_missing_rules_agree_with_coinr(asem, threshold: str) -> None:
    gaps = asem.table("aggregate/normalised_denominated_with_NA_input.csv")
    found = coinr_tree(asem, arithmetic, gaps, float(threshold))
    assert_agrees(asem, found, f"aggregate/amean_missing_datthresh_{threshold}.csv")


@pytest.mark.parametrize("mean", [arithmetic, geometric])
def test_a_stack_of_draws_equals_singles(same_for_each_draw, mean) -> None:
    weights = np.array([1.0, 2.0, 3.0, 4.0, 0.0])
    same_for_each_draw(lambda values: mean(values, shares(values, weights, 0.5)))
