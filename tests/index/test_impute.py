"""What blank cells are filled with, and what a filled cell is."""

import numpy as np
import pytest

from chengshu.index import build_scores
from chengshu.model import Impute, Imputer, Level, Scope, ScopeKind, Screen, Status

NAN = np.nan
COLUMN = [[2.0], [4.0], [NAN], [9.0], [NAN]]
GROUPS = ("north", "north", "north", "south", "south")


def scored(bench, option: Impute, values, groups=GROUPS, **given):
    framework = bench.framework(bench.indicators(1, impute=option), [option], scale=(0.0, 1000.0))
    panel = bench.panel(framework, values, **given)
    return build_scores(framework, bench.units(panel.values.shape[1], groups), panel)


@pytest.mark.parametrize(
    ("option", "filled"),
    [
        (Impute(Imputer.MEAN), [5.0, 5.0]),
        (Impute(Imputer.MEDIAN), [4.0, 4.0]),
        (Impute(Imputer.GROUP_MEAN, "group"), [3.0, 9.0]),
        (Impute(Imputer.GROUP_MEDIAN, "group"), [3.0, 9.0]),
    ],
    ids=lambda value: value.method.value if isinstance(value, Impute) else "",
)
def test_each_method_fills_as_it_says(bench, option: Impute, filled: list[float]) -> None:
    scores = scored(bench, option, COLUMN)
    assert scores.values[0, :, 1].tolist() == [2.0, 4.0, filled[0], 9.0, filled[1]]
    assert scores.status[0, :, 1].tolist() == [1, 1, 2, 1, 2]
    assert scores.estimated_share[0, :, 0].tolist() == [0.0, 0.0, 1.0, 0.0, 1.0]
    assert scores.steps[1].note == ("imputed 2",)
    assert scores.steps[1].changed[0, :, 0].tolist() == [False, False, True, False, True]


@pytest.mark.parametrize(
    ("scope", "filled"),
    [(Scope(), 12.0), (Scope(ScopeKind.PERIOD), 20.0), (Scope(ScopeKind.BASE, "2019"), 4.0)],
    ids=["pooled", "period", "base"],
)
def test_the_scope_says_from_which_periods(bench, scope: Scope, filled: float) -> None:
    values = [[[4.0], [4.0]], [[20.0], [NAN]], [[20.0], [NAN]]]
    scores = scored(bench, Impute(Imputer.MEAN, scope=scope), values, groups=())
    assert scores.values[1, 1, 0] == filled


def test_a_cell_without_a_group_or_whose_group_is_blank_stays_blank_and_is_listed(bench) -> None:
    option = Impute(Imputer.GROUP_MEAN, "group")
    scores = scored(bench, option, COLUMN, ("north", "north", "", "west", "south"))
    np.testing.assert_array_equal(scores.values[0, :, 1], [2.0, 4.0, NAN, 9.0, NAN])
    (issue,) = scores.issues
    assert (issue.code, issue.indicator, issue.period) == ("not_imputed", "a", "2019")
    assert "still missing for u2, u4" in issue.message("en")
    assert "u2、u4" in issue.message("zh")


def test_units_outside_the_sample_and_screened_out_are_not_filled(bench) -> None:
    option = Impute(Imputer.MEAN)
    framework = bench.framework(bench.indicators(2, impute=option), [Screen(0.5), option])
    values = [[1.0, NAN], [3.0, 5.0], [NAN, NAN], [NAN, 7.0]]
    panel = bench.panel(framework, values, sample=[True, True, True, False])
    scores = build_scores(framework, bench.units(4), panel)
    np.testing.assert_array_equal(scores.values[0, :, 1:], [[1.0, 5.0], [3.0, 5.0], [NAN, NAN], [NAN, NAN]])


def test_a_cell_that_is_filled_from_illustrative_ones_is_illustrative(bench) -> None:
    option = Impute(Imputer.GROUP_MEAN, "group")
    status = [1, 3, 0, 1, 0]
    scores = scored(bench, option, COLUMN, status=status)
    assert scores.status[0, [2, 4], 1].tolist() == [Status.ILLUSTRATIVE, Status.ESTIMATED]


def test_a_graded_indicator_is_filled_on_its_level_scores(bench) -> None:
    option = Impute(Imputer.MEDIAN)
    levels = (Level("none", 0.0), Level("planned", 30.0), Level("built", 70.0))
    framework = bench.framework(bench.indicators(1, impute=option, levels=levels), [option])
    scores = build_scores(framework, bench.units(4), bench.panel(framework, [[0.0], [30.0], [70.0], [NAN]]))
    assert scores.values[0, 3, 1] == 30.0
    assert scores.status[0, 3, 1] == Status.ESTIMATED
