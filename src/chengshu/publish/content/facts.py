"""What the headline sentences state, computed from a ranking."""

import math
import statistics
from dataclasses import dataclass
from itertools import pairwise

from chengshu.model import Status, Text
from chengshu.publish.content.groups import Group
from chengshu.publish.content.ranking import Ranking, Standing

_NEAR_THE_TOP = 20
_LEAST_FOR_FALL = 3
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Fall:
    """The greatest fall between neighbours among the first `among` units, on scores as they are shown.

    `times` says how often a fall of that size occurs there; `before` and `after` bound the first one.
    """

    among: int
    size: float
    times: int
    before: Standing
    after: Standing


@dataclass(frozen=True, slots=True)
class Holding:
    """What the first tier has: its count, its share of the scored units and of the sum of all scores."""

    name: Text
    count: int
    units_share: float
    score_share: float


@dataclass(frozen=True)
class Facts:
    """The figures of the headline sentences. What is None or empty is not said.

    `leaders` are the units that share the first rank, `second` the one that follows a single leader.
    """

    units: int
    scored: int
    mean: float
    median: float
    leaders: tuple[Standing, ...]
    second: Standing | None
    fall: Fall | None
    holding: Holding | None
    estimated: int


def read_facts(ranking: Ranking, groups: tuple[Group, ...]) -> Facts:
    """What the sentences above a ranking may state."""
    scored = ranking.scored
    leaders = tuple(row for row in scored if row.rank == scored[0].rank)
    follower = scored[1] if len(scored) > 1 and len(leaders) == 1 else None
    alone_second = follower is not None and not follower.tied
    values = [row.score for row in scored]
    return Facts(
        units=len(ranking.rows),
        scored=len(scored),
        mean=statistics.fmean(values) if values else math.nan,
        median=statistics.median(values) if values else math.nan,
        leaders=leaders if len(scored) > 1 and len(leaders) <= _MOST_NAMED else (),
        second=follower if alone_second else None,
        fall=_greatest_fall(ranking),
        holding=_holding(scored, groups),
        estimated=sum(row.status is Status.ESTIMATED for row in scored),
    )


def _greatest_fall(ranking: Ranking) -> Fall | None:
    first = ranking.leading(_NEAR_THE_TOP)
    if len(first) < _LEAST_FOR_FALL:
        return None
    shown = [round(row.score, ranking.decimals) for row in first]
    falls = [round(high - low, ranking.decimals) for high, low in pairwise(shown)]
    size = max(falls)
    if size <= 0:
        return None
    place = falls.index(size)
    return Fall(len(first), size, falls.count(size), first[place], first[place + 1])


def _holding(scored: tuple[Standing, ...], groups: tuple[Group, ...]) -> Holding | None:
    total = math.fsum(row.score for row in scored)
    negative = any(row.score < 0 for row in scored)
    if not groups[1:] or not groups[0].count or negative or not total:
        return None
    held = math.fsum(row.score for row in scored if row.band == 0)
    return Holding(groups[0].name, groups[0].count, groups[0].count / len(scored), held / total)
