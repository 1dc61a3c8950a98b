"""Who is left out, and what is left of them."""

import numpy as np
import pytest

from chengshu.index import build_scores
from chengshu.model import Impute, Imputer, Normalise, Normaliser, ScoringError, Screen, ScreenCount

NAN = np.nan
MINMAX = Normalise(Normaliser.MINMAX)
MEAN = Impute(Imputer.MEAN)


def test_a_unit_that_is_left_out_keeps_a_blank_row_and_sets_no_scale(bench) -> None:
    framework = bench.framework(bench.indicators(3, normalise=MINMAX), [Screen(0.6), MINMAX])
    values = [[0.0, 0.0, 5.0], [10.0, 4.0, 1.0], [NAN, NAN, 99.0]]
    scores = build_scores(framework, bench.units(3), bench.panel(framework, values))
    np.testing.assert_allclose(scores.values[0, :, 0], [100 / 3, 200 / 3, NAN])
    assert scores.values[0, 0, 3] == 100.0
    assert np.isnan(scores.values[0, 2]).all()
    assert scores.sample[0].tolist() == [True, True, True]
    (issue,) = scores.issues
    assert (issue.code, issue.unit, issue.period) == ("screened_out", "u2", "2019")
    assert scores.steps[1].changed[0].tolist() == [[False] * 3, [False] * 3, [False, False, True]]


def test_imputed_cells_count_unless_only_observed_ones_do(bench) -> None:
    values = [[1.0, NAN], [2.0, 4.0], [3.0, 6.0]]
    left_out = {}
    for count in ScreenCount:
        framework = bench.framework(bench.indicators(2, impute=MEAN), [MEAN, Screen(0.6, count)])
        scores = build_scores(framework, bench.units(3), bench.panel(framework, values))
        left_out[count.value] = [issue.unit for issue in scores.issues if issue.code == "screened_out"]
    assert left_out == {"filled": [], "observed": ["u0"]}


def test_screening_is_by_period(bench) -> None:
    framework = bench.framework(bench.indicators(2), [Screen(1.0)])
    panel = bench.panel(framework, [[[1.0, 2.0], [1.0, NAN]], [[1.0, NAN], [1.0, 2.0]]])
    scores = build_scores(framework, bench.units(2), panel)
    assert [(issue.unit, issue.period) for issue in scores.issues if issue.code == "screened_out"] == [
        ("u1", "2019"),
        ("u0", "2020"),
    ]


def test_a_screen_that_nobody_passes_is_an_error(bench) -> None:
    framework = bench.framework(bench.indicators(2), [Screen(0.9)])
    with pytest.raises(ScoringError, match=r"expected a unit with data for a share of 0\.9, found none"):
        build_scores(framework, bench.units(1), bench.panel(framework, [[1.0, NAN]]))
