"""Ranks and tiers of an index."""

import numpy as np
import pytest

from chengshu.index import build_scores
from chengshu.model import Band, BandMethod, Rank, Text, Tiers, Ties

NAN = np.nan


def bands(*bounds: tuple[str, float] | None) -> tuple[Band, ...]:
    return tuple(
        Band(f"t{place}", Text(f"第{place}档", f"Tier {place}"), **({bound[0]: bound[1]} if bound else {}))
        for place, bound in enumerate(bounds, start=1)
    )


def scored(bench, values, **options):
    framework = bench.framework(bench.indicators(1), **options)
    panel = bench.panel(framework, np.asarray(values)[..., np.newaxis])
    return build_scores(framework, bench.units(panel.values.shape[1]), panel)


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        (Rank(), [3, 2, 1, NAN]),
        (Rank(decimals=1), [2, 2, 1, NAN]),
        (Rank(Ties.MAX, 1), [3, 3, 1, NAN]),
        (Rank(Ties.AVERAGE, 1), [2.5, 2.5, 1, NAN]),
        (Rank(Ties.DENSE, 0), [1, 1, 1, NAN]),
    ],
)
def test_ranks_follow_ties_and_rounding_and_scores_stay_unrounded(bench, option: Rank, expected) -> None:
    values = [80.11, 80.14, 80.34, NAN]
    scores = scored(bench, values, rank=option)
    np.testing.assert_array_equal(scores.ranks[0, :, 0], expected)
    np.testing.assert_array_equal(scores.values[0, :, 0], values)


def test_each_period_is_ranked_for_itself(bench) -> None:
    scores = scored(bench, [[10.0, 20.0], [40.0, 30.0]])
    assert scores.ranks[:, :, 0].tolist() == [[2.0, 1.0], [1.0, 2.0]]


THRESHOLDS = Tiers(BandMethod.THRESHOLDS, bands(("above", 85.0), ("start", 65.0), None))


def test_thresholds_are_reported_as_declared(bench) -> None:
    tiers = scored(bench, [86.0, 85.0, 65.0, 12.0, NAN], tiers=THRESHOLDS).tiers
    assert tiers.bands == ("t1", "t2", "t3")
    assert tiers.names[0].en == "Tier 1"
    assert tiers.band.tolist() == [[0, 1, 1, 2, -1]]
    assert tiers.counts.tolist() == [[1, 2, 1]]
    np.testing.assert_array_equal(tiers.bounds, [[85.0, 65.0, NAN]])


def test_tiers_see_the_rounded_score(bench) -> None:
    values = [85.04, 64.96, 64.94]
    assert scored(bench, values, tiers=THRESHOLDS).tiers.band.tolist() == [[0, 2, 2]]
    rounded = scored(bench, values, tiers=THRESHOLDS, rank=Rank(decimals=1)).tiers
    assert rounded.band.tolist() == [[1, 1, 2]]


@pytest.mark.parametrize("method", [BandMethod.QUANTILE, BandMethod.JENKS])
def test_other_bounds_are_found_in_each_period(bench, method: BandMethod) -> None:
    tiers = scored(
        bench, [[90.0, 88.0, 20.0, 10.0], [1.0, 2.0, 70.0, 71.0]], tiers=Tiers(method, bands(None, None))
    ).tiers
    assert tiers.band.tolist() == [[0, 0, 1, 1], [1, 1, 0, 0]]
    assert tiers.bounds.tolist() == [[88.0, 10.0], [70.0, 1.0]]
    assert tiers.counts.tolist() == [[2, 2], [2, 2]]


def test_the_bound_of_an_empty_band_is_blank(bench) -> None:
    tiers = scored(bench, [5.0, 5.0], tiers=Tiers(BandMethod.JENKS, bands(None, None))).tiers
    np.testing.assert_array_equal(tiers.bounds, [[5.0, NAN]])
    assert tiers.counts.tolist() == [[2, 0]]


def test_an_index_without_tiers_has_none(bench) -> None:
    assert scored(bench, [5.0, 6.0]).tiers is None
