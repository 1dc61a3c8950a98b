"""What holds for every index, whatever its numbers.

The pipelines are chosen so that each property can be proved, not merely hoped for:

- An order of units, rows or indicators enters no formula, so that permuting changes nothing but the last digits
  of sums. Winsorising is left in: it looks at values, never at places.
- ``(a x + b - min) / (max - min)`` with a > 0 is free of a and b.
- A better value cannot lower a unit's own score where its scale stands still (goalposts), or where the scale is
  min-max and the mean arithmetic: with weights fixed, raising x raises ``(x - min) / (max - min)`` while the
  maximum is another's, and leaves it at the top where the maximum is its own; the unit's other indicators do not
  move. It can fail under z-scores or winsorising, where x moves mean, deviation or limits.
- A cell outside a sample is blank before any step sees it, so that nothing differs in a single bit.
"""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chengshu.index import build_scores
from chengshu.model import (
    Aggregate,
    Aggregator,
    Direction,
    Framework,
    Impute,
    Imputer,
    Indicator,
    Node,
    Normalise,
    Normaliser,
    Panel,
    Scores,
    Screen,
    Status,
    Text,
    Treat,
    Treatment,
    Unit,
    Units,
    Weight,
)

MEAN = Aggregate(Aggregator.ARITHMETIC)
MINMAX = Normalise(Normaliser.MINMAX)
POSTS = Normalise(Normaliser.GOALPOSTS, low=-200.0, high=200.0)
MEDIAN = Impute(Imputer.GROUP_MEDIAN, "group")
TREAT = Treat(Treatment.WINSORISE, otherwise=Treatment.LOG_CT)
WHOLE = (MEDIAN, Screen(0.5), TREAT, MINMAX, MEAN)

PERIODS, UNITS, INDICATORS = 2, 9, 4
QUICK = settings(max_examples=40, deadline=None)
NUMBERS = st.integers(-1000, 1000).map(lambda number: number / 8)


@st.composite
def tables(draw: st.DrawFn, gaps: float = 0.15) -> np.ndarray:
    """Values ``(period, unit, indicator)`` in eighths, no column constant, some cells missing."""
    cells = draw(st.lists(NUMBERS, min_size=72, max_size=72))
    values = np.array(cells).reshape(PERIODS, UNITS, INDICATORS)
    values[0, 0], values[0, 1] = -150.0, 150.0
    holes = np.random.default_rng(draw(st.integers(0, 2**32 - 1))).random(values.shape) < gaps
    holes[0, :2] = False
    return np.where(holes, np.nan, values)


def framework(pipeline: tuple, order: tuple[int, ...] = (0, 1, 2, 3)) -> Framework:
    """Two nodes of two indicators each, with unequal weights and one negative indicator."""
    options = {
        "impute": next((step for step in pipeline if isinstance(step, Impute)), None),
        "treat": next((step for step in pipeline if isinstance(step, Treat)), None),
        "normalise": next((step for step in pipeline if isinstance(step, Normalise)), None),
    }
    leaves = [
        Indicator(
            f"i{place}",
            Text(f"指标{place}"),
            weight=Weight(1.0 + place),
            direction=Direction.NEGATIVE if place == 2 else Direction.POSITIVE,
            **options,
        )
        for place in range(INDICATORS)
    ]
    halves = [tuple(leaves[place] for place in order if place // 2 == half) for half in (0, 1)]
    if order[0] // 2 == 1:
        halves.reverse()
    nodes = tuple(Node(f"n{int(half[0].id[1:]) // 2}", Text("节点"), half, MEAN) for half in halves)
    return Framework("any", Text("任意"), pipeline, Node("total", Text("总"), nodes, MEAN))


def scored(definition: Framework, values: np.ndarray, sample: np.ndarray | None = None, codes=None) -> Scores:
    codes = codes or tuple(f"u{place}" for place in range(values.shape[1]))
    columns = [int(indicator.id[1:]) for indicator in definition.indicators]
    values = values[..., columns]
    blank = np.full(values.shape, -1, dtype=np.int32)
    panel = Panel(
        periods=tuple(str(2019 + place) for place in range(values.shape[0])),
        units=codes,
        indicators=definition.columns,
        values=values,
        status=np.where(np.isnan(values), Status.MISSING, Status.OBSERVED).astype(np.int8),
        level=blank.astype(np.int8),
        origin=blank,
        as_of=blank,
        sample=np.ones(values.shape[:2], dtype=np.bool_) if sample is None else sample,
    )
    units = Units(tuple(Unit(code, Text(code), groups={"group": str(int(code[1:]) % 3)}) for code in codes))
    return build_scores(definition, units, panel)


def by_name(scores: Scores) -> dict[str, np.ndarray]:
    return {node: scores.values[..., place] for place, node in enumerate(scores.nodes)}


@QUICK
@given(tables(), st.permutations(range(UNITS)))
def test_the_order_of_units_changes_no_score(values: np.ndarray, order: list[int]) -> None:
    straight = scored(framework(WHOLE), values)
    codes = tuple(f"u{place}" for place in order)
    mixed = scored(framework(WHOLE), values[:, order], codes=codes)
    np.testing.assert_allclose(mixed.values, straight.values[:, order], rtol=1e-9, atol=1e-9)
    np.testing.assert_array_equal(mixed.ranks, straight.ranks[:, order])
    np.testing.assert_array_equal(mixed.status, straight.status[:, order])


@QUICK
@given(tables(), st.sampled_from([(1, 0, 2, 3), (2, 3, 0, 1), (3, 2, 1, 0)]))
def test_the_order_of_indicators_and_nodes_changes_no_score(
    values: np.ndarray, order: tuple[int, ...]
) -> None:
    straight, mixed = scored(framework(WHOLE), values), scored(framework(WHOLE, order), values)
    assert straight.nodes != mixed.nodes
    found = by_name(mixed)
    for node, expected in by_name(straight).items():
        np.testing.assert_allclose(found[node], expected, rtol=1e-9, atol=1e-9)


@QUICK
@given(tables())
def test_the_order_of_periods_changes_no_score_under_a_pooled_scope(values: np.ndarray) -> None:
    straight, mixed = scored(framework(WHOLE), values), scored(framework(WHOLE), values[::-1])
    np.testing.assert_allclose(mixed.values[::-1], straight.values, rtol=1e-9, atol=1e-9)


@QUICK
@given(tables(), st.integers(0, INDICATORS - 1), st.floats(0.01, 1000.0), st.floats(-1000.0, 1000.0))
def test_a_change_of_unit_of_measurement_changes_no_score_under_minmax(
    values: np.ndarray, column: int, factor: float, shift: float
) -> None:
    changed = values.copy()
    changed[..., column] = factor * values[..., column] + shift
    pipeline = (MEDIAN, MINMAX, MEAN)
    straight, found = scored(framework(pipeline), values), scored(framework(pipeline), changed)
    np.testing.assert_allclose(found.values, straight.values, rtol=1e-7, atol=1e-7)


@pytest.mark.parametrize(
    "normaliser", [POSTS, replace(POSTS, clip=True), MINMAX], ids=["goalposts", "clipped", "minmax"]
)
@QUICK
@given(tables(gaps=0.0), st.integers(0, UNITS - 1), st.integers(0, INDICATORS - 1), st.integers(1, 800))
def test_a_better_value_never_lowers_a_units_own_score(
    normaliser: Normalise, values: np.ndarray, unit: int, column: int, eighths: int
) -> None:
    definition = framework((normaliser, MEAN))
    better = values.copy()
    better[1, unit, column] += (-1.0 if column == 2 else 1.0) * eighths / 8
    before, after = scored(definition, values), scored(definition, better)
    assert (after.values[1, unit] >= before.values[1, unit] - 1e-9).all()


@QUICK
@given(tables(), st.integers(0, 2**32 - 1))
def test_units_outside_a_sample_influence_nothing_in_a_single_bit(values: np.ndarray, seed: int) -> None:
    stream = np.random.default_rng(seed)
    sample = stream.random((PERIODS, UNITS)) < 0.7
    sample[0, :2] = True
    other = np.where(sample[..., np.newaxis], values, stream.normal(0.0, 1e6, values.shape))
    one, two = scored(framework(WHOLE), values, sample), scored(framework(WHOLE), other, sample)
    for name in ("values", "ranks", "status", "estimated_share", "normalised", "effective"):
        np.testing.assert_array_equal(getattr(one, name), getattr(two, name))
    for left, right in zip(one.steps, two.steps, strict=True):
        np.testing.assert_array_equal(left.values, right.values)
    assert one.issues == two.issues
    assert np.isnan(one.values[~sample]).all()


@QUICK
@given(tables(), st.integers(0, UNITS - 3))
def test_a_unit_outside_every_sample_may_as_well_not_be_there(values: np.ndarray, place: int) -> None:
    gone = place + 2
    sample = np.ones((PERIODS, UNITS), dtype=np.bool_)
    sample[:, gone] = False
    rest = [unit for unit in range(UNITS) if unit != gone]
    one = scored(framework(WHOLE), values, sample)
    two = scored(framework(WHOLE), values[:, rest], codes=tuple(f"u{unit}" for unit in rest))
    np.testing.assert_allclose(one.values[:, rest], two.values, rtol=1e-9, atol=1e-9)
