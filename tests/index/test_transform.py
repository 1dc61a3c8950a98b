"""Curves on values and goalposts, and the cells for which there are none."""

import numpy as np
import pytest

from chengshu.index import build_scores
from chengshu.model import (
    Direction,
    Normalise,
    Normaliser,
    ScoringError,
    Transform,
    Transformation,
    TransformStep,
)

NAN = np.nan
LOG = Transform(Transformation.LOG)


def scored(bench, values, *, pipeline=None, **options):
    framework = bench.framework(
        bench.indicators(1, **options), pipeline or [TransformStep()], scale=(-1e9, 1e9)
    )
    panel = bench.panel(framework, np.array(values)[:, np.newaxis])
    return build_scores(framework, bench.units(len(values)), panel)


@pytest.mark.parametrize(
    ("option", "expected", "note"),
    [
        (LOG, np.log([1.0, 9.0]), "log"),
        (Transform(Transformation.LOG, 1.0), np.log([2.0, 10.0]), "log of x + 1"),
        (Transform(Transformation.LOG1P), np.log([2.0, 10.0]), "log1p"),
        (Transform(Transformation.SQRT), [1.0, 3.0], "sqrt"),
    ],
)
def test_each_curve_is_applied_to_its_own_indicator(bench, option: Transform, expected, note: str) -> None:
    scores = scored(bench, [1.0, 9.0], transform=option)
    np.testing.assert_allclose(scores.values[0, :, 1], expected)
    assert scores.steps[1].note == (note,)


def test_every_cell_without_a_result_is_named_at_once(bench) -> None:
    indicators = (
        *bench.indicators(1, transform=LOG),
        *bench.indicators(2, transform=Transform(Transformation.SQRT))[1:],
    )
    framework = bench.framework(indicators, [TransformStep()])
    panel = bench.panel(framework, [[[0.0, 4.0], [-3.0, 4.0]], [[1.0, -1.0], [NAN, NAN]]])
    with pytest.raises(ScoringError) as caught:
        build_scores(framework, bench.units(2), panel)
    first, second = caught.value.issues
    assert (first.code, first.indicator, first.period) == ("transform_domain", "a", "2019")
    assert "values above 0, found others for u0, u1" in first.message("en")
    assert "数值大于0" in first.message("zh")
    assert (second.indicator, second.period) == ("b", "2020")
    assert "values of at least 0" in second.message("en")


def test_a_shift_moves_the_domain(bench) -> None:
    with pytest.raises(ScoringError, match="values above -2"):
        scored(bench, [-2.0, 5.0], transform=Transform(Transformation.LOG, 2.0))


@pytest.mark.parametrize(
    ("direction", "expected"), [("positive", [0.0, 50.0, 100.0]), ("negative", [100.0, 50.0, 0.0])]
)
def test_goalposts_are_transformed_with_the_value(bench, direction: str, expected: list[float]) -> None:
    posts = Normalise(Normaliser.GOALPOSTS, low=100.0, high=10000.0)
    scores = scored(
        bench,
        [100.0, 1000.0, 10000.0],
        pipeline=[TransformStep(), posts],
        transform=LOG,
        normalise=posts,
        direction=Direction(direction),
    )
    np.testing.assert_allclose(scores.values[0, :, 0], expected, atol=1e-9)


def test_a_goalpost_without_a_logarithm_is_an_error(bench) -> None:
    posts = Normalise(Normaliser.GOALPOSTS, low=0.0, high=10.0)
    with pytest.raises(ScoringError) as caught:
        scored(bench, [1.0, 2.0], pipeline=[TransformStep(), posts], transform=LOG, normalise=posts)
    assert "indicators.a.normalise" in caught.value.message("en")
    assert "low: 0.0, high: 10.0" in caught.value.message("zh")
