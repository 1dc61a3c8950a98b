"""The ranking of one period: every unit of the sample with its score, rank, tier and parts."""

import math
from collections import Counter
from dataclasses import dataclass

import numpy as np

from chengshu.model import Edition, Indicator, Node, Scores, Status, Text, Unit
from chengshu.publish.released import released_sample

_MOST_PARTS = 10
_EXACT = 6
_NO_REASON = Text("缺少计算得分所需的数据。", "The data that the score needs are not there.")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one unit stands. Score, rank and parts are NaN where there is none; `reason` says why.

    `band` is the place of its tier, −1 for none; `tied` whether another unit has the same rank.
    """

    unit: Unit
    score: float
    rank: float
    tied: bool
    band: int
    parts: tuple[float, ...]
    status: Status
    reason: Text

    @property
    def scored(self) -> bool:
        """Whether it has a score."""
        return not math.isnan(self.score)


@dataclass(frozen=True)
class Ranking:
    """All units of a period's sample, best first, those without a score last.

    `parts` are the nodes directly below the index whose scores are shown; `hidden` counts those that are
    left to the data files because there are too many. `decimals` is what scores are shown with.
    """

    period: str
    parts: tuple[Node | Indicator, ...]
    hidden: int
    rows: tuple[Standing, ...]
    decimals: int

    @property
    def scored(self) -> tuple[Standing, ...]:
        """The units that have a score, best first."""
        return tuple(row for row in self.rows if row.scored)

    @property
    def unscored(self) -> tuple[Standing, ...]:
        """The units that have none."""
        return tuple(row for row in self.rows if not row.scored)

    def leading(self, count: int) -> tuple[Standing, ...]:
        """The first `count` units that have a score."""
        return self.scored[:count]

    def axis(self, scale: tuple[float, float]) -> tuple[float, float]:
        """The ends of an axis for the scores: the scale, or whole numbers around them where they leave it.

        Leaving it by less than a millionth, as sums of floats do, does not count. There must be a score.
        """
        values = [row.score for row in self.scored]
        least, best = round(min(values), _EXACT), round(max(values), _EXACT)
        if scale[0] <= least and best <= scale[1]:
            return scale
        return math.floor(least), max(math.ceil(best), math.floor(least) + 1)


def read_ranking(edition: Edition, scores: Scores, period: str) -> Ranking:
    """The ranking of a released period.

    Units with equal ranks keep the order of ``units.csv``, within one tier.
    """
    index = edition.framework.index
    below = index.children if index else ()
    parts = below if len(below) <= _MOST_PARTS else below[:_MOST_PARTS]
    place = scores.periods.index(period)
    sample = np.flatnonzero(released_sample(edition)[edition.panel.periods.index(period)])
    ties = Counter(scores.ranks[place, sample, 0].tolist())
    reasons = _reasons(scores, period)
    columns = [scores.node(part.id) for part in parts]
    rows = [_standing(edition, scores, (place, int(unit)), columns, ties, reasons) for unit in sample]
    decimals = edition.framework.rank.decimals
    return Ranking(
        period=period,
        parts=tuple(parts),
        hidden=len(below) - len(parts),
        rows=tuple(sorted(rows, key=_order)),
        decimals=1 if decimals is None else decimals,
    )


def _standing(
    edition: Edition,
    scores: Scores,
    cell: tuple[int, int],
    columns: list[int],
    ties: Counter[float],
    reasons: dict[str, Text],
) -> Standing:
    unit = edition.units[scores.units[cell[1]]]
    score, rank = float(scores.values[cell][0]), float(scores.ranks[cell][0])
    return Standing(
        unit=unit,
        score=score,
        rank=rank,
        tied=ties[rank] > 1,
        band=int(scores.tiers.band[cell]) if scores.tiers else -1,
        parts=tuple(float(scores.values[cell][column]) for column in columns),
        status=Status(int(scores.status[cell][0])),
        reason=reasons.get(unit.code, _NO_REASON) if math.isnan(score) else Text(),
    )


def _order(row: Standing) -> tuple[bool, float, int]:
    return (not row.scored, row.rank if row.scored else 0.0, row.band)


def _reasons(scores: Scores, period: str) -> dict[str, Text]:
    return {
        issue.unit: Text(issue.note("zh"), issue.note("en"))
        for issue in scores.issues
        if issue.unit and not issue.indicator and issue.period in (period, "")
    }
