import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from chengshu.model import Band, BandMethod, Text, Tiers
from chengshu.publish.content.groups import read_groups, read_periods


def test_quantile_groups_have_the_lowest_score_found_in_them(factory: Any) -> None:
    made = factory.sample(10)
    groups = read_groups(made.edition, made.scores, "2023")
    ordered = sorted(made.scores.values[0, :, 0], reverse=True)
    assert [group.count for group in groups] == [2] * 5
    assert [group.share for group in groups] == pytest.approx([0.2] * 5)
    assert [group.bound for group in groups] == ordered[1::2]
    assert {group.bound_kind for group in groups} == {"found"}


def test_declared_bounds_are_told_apart(factory: Any) -> None:
    bands = (
        Band("a", Text("甲", "A"), above=85.0),
        Band("b", Text("乙", "B"), start=50.0),
        Band("c", Text("丙", "C")),
    )
    made = factory.change(factory.sample(6), tiers=Tiers(BandMethod.THRESHOLDS, bands))
    assert [group.bound_kind for group in read_groups(made.edition, made.scores, "2023")] == [
        "above",
        "from",
        "rest",
    ]


def test_without_tiers_or_scored_units_there_are_no_groups(factory: Any) -> None:
    made = factory.change(factory.sample(3), tiers=None)
    assert read_groups(made.edition, made.scores, "2023") == ()
    blank = factory.screened(factory.sample(1), "S-001")
    assert read_groups(blank.edition, blank.scores, "2023") == ()


def test_periods_with_aggregates_only_tell_no_single_unit_s_score(factory: Any) -> None:
    made = factory.change(factory.sample(4, ("2019", "2020")), aggregates_only=("2019",))
    first, second = read_periods(made.edition, made.scores)
    assert (first.withheld, second.withheld) == (True, False)
    assert first.mean == pytest.approx(made.scores.values[0, :, 0].mean())
    assert sum(first.counts) == 4
    few = replace(made.scores, sample=np.array([[True, True, False, False], [True, False, False, False]]))
    first, second = read_periods(made.edition, few)
    assert math.isnan(first.mean)
    assert second.mean == pytest.approx(made.scores.values[1, 0, 0])
