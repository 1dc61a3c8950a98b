"""The tiers of one period, and the periods of an edition beside each other."""

import math
from dataclasses import dataclass

import numpy as np

from chengshu.model import Band, BandMethod, Edition, Scores, Text
from chengshu.publish.data import released_bounds

# The mean of fewer units than this would tell the score of one.
_LEAST_FOR_MEAN = 3


@dataclass(frozen=True, slots=True)
class Group:
    """One tier in one period.

    `bound` is its lowest score, NaN where it has none to show; `bound_kind` is above, from, rest (all that
    is left) or found (the lowest score in it). `share` is of the units with a score.
    """

    name: Text
    count: int
    share: float
    bound: float
    bound_kind: str


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """One period: how many units, how many with a score, their mean, and the count of each tier.

    `withheld` marks a period of which only aggregates are published; `mean` is NaN where it would tell the
    score of one unit.
    """

    period: str
    units: int
    scored: int
    mean: float
    counts: tuple[int, ...]
    withheld: bool


def read_groups(edition: Edition, scores: Scores, period: str) -> tuple[Group, ...]:
    """The tiers of a period, best first; none where the definition declares none or no unit is in one."""
    tiers = scores.tiers
    if tiers is None:
        return ()
    place = scores.periods.index(period)
    total = int(tiers.counts[place].sum())
    if not total:
        return ()
    bounds = released_bounds(edition, tiers)[place]
    declared = {band.id: band for band in edition.framework.tiers.bands} if edition.framework.tiers else {}
    found = edition.framework.tiers is None or edition.framework.tiers.method is not BandMethod.THRESHOLDS
    return tuple(
        Group(
            name=name,
            count=int(count),
            share=float(count) / total,
            bound=float(bound),
            bound_kind="found" if found else _kind(declared[band]),
        )
        for band, name, count, bound in zip(
            tiers.bands, tiers.names, tiers.counts[place], bounds, strict=True
        )
    )


def _kind(band: Band) -> str:
    if band.above is not None:
        return "above"
    return "rest" if band.start is None else "from"


def read_periods(edition: Edition, scores: Scores) -> tuple[PeriodRow, ...]:
    """Every period of the edition, aggregates-only ones included."""
    rows = []
    for place, period in enumerate(scores.periods):
        values = scores.values[place, scores.sample[place], 0]
        scored = int(np.count_nonzero(~np.isnan(values)))
        withheld = period in edition.framework.aggregates_only
        told = scored >= (_LEAST_FOR_MEAN if withheld else 1)
        counts = scores.tiers.counts[place] if scores.tiers else ()
        rows.append(
            PeriodRow(
                period=period,
                units=len(values),
                scored=scored,
                mean=float(np.nanmean(values)) if told else math.nan,
                counts=tuple(int(count) for count in counts),
                withheld=withheld,
            )
        )
    return tuple(rows)
