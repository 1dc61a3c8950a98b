"""What the engine found: values, ranks, statuses, weights, steps and tiers."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from chengshu.model.issue import Issue
from chengshu.model.panel import Bools, Floats, Small
from chengshu.model.text import Text


@dataclass(frozen=True, eq=False)
class StepResult:
    """The panel of scored indicators after one step.

    `changed` marks the cells that the step itself changed by filling, drawing in or leaving out;
    `note` says for each indicator what was done, blank where nothing was.
    """

    name: str
    indicators: tuple[str, ...]
    values: Floats
    changed: Bools
    note: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class TierTable:
    """Which tier each unit is in, and what bounds it.

    Parameters
    ----------
    bands
        Ids, best first.
    names
        The names of the bands.
    band
        ``(period, unit)``, the place in `bands`, −1 where the unit has no score.
    bounds
        ``(period, band)``, the lowest score in each band as declared (thresholds) or as found
        (quantile, jenks); NaN where the band is empty or, for declared bounds, takes the rest.
    counts
        ``(period, band)``, the number of units.
    """

    bands: tuple[str, ...]
    names: tuple[Text, ...]
    band: Small
    bounds: Floats
    counts: npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Scores:
    """The scores of an index.

    Parameters
    ----------
    periods, units, nodes
        The ids along the axes; `nodes` is the tree, parents before children, indicators included.
    levels
        The level of each node, 0 for an indicator.
    values
        ``(period, unit, node)``, NaN where there is none.
    ranks
        ``(period, unit, node)``, 1 is best, NaN where there is no score.
    status
        ``(period, unit, node)``, codes of `Status`.
    estimated_share
        ``(period, unit, node)``, effective-weight share of the cells that are not observed.
    declared, normalised, effective
        ``(period, node)``, weights as written, scaled among siblings, and in the index as a whole.
    sample
        ``(period, unit)``, whether the unit belongs to the period.
    tiers
        None where the definition declares none.
    """

    periods: tuple[str, ...]
    units: tuple[str, ...]
    nodes: tuple[str, ...]
    levels: tuple[int, ...]
    values: Floats
    ranks: Floats
    status: Small
    estimated_share: Floats
    declared: Floats
    normalised: Floats
    effective: Floats
    sample: Bools
    steps: tuple[StepResult, ...] = ()
    tiers: TierTable | None = None
    issues: tuple[Issue, ...] = ()

    def node(self, node: str) -> int:
        """The place of a node on the last axis."""
        return self.nodes.index(node)
