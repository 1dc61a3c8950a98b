"""Observations as arrays over period, unit and indicator."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from chengshu.model.issue import Issue
from chengshu.model.step import Status

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Small = npt.NDArray[np.int8]
Wide = npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Panel:
    """Observations, with the status, level, origin and date of each cell, and the sample of each period.

    Parameters
    ----------
    periods, units, indicators
        The ids along the axes; `indicators` are the scored ones, then context.
    values
        ``(period, unit, indicator)``, NaN where missing. Level scores for graded indicators.
    status
        ``(period, unit, indicator)``, codes of `Status`.
    level
        ``(period, unit, indicator)``, the place of the level in the indicator's rubric, −1 where none.
    origin, as_of
        ``(period, unit, indicator)``, places in `origins` and `dates`, −1 where none.
    sample
        ``(period, unit)``, whether the unit belongs to the sample of the period.
    origins, dates
        The source ids and dates that `origin` and `as_of` point to.
    issues
        What was noticed when the observations were read.
    """

    periods: tuple[str, ...]
    units: tuple[str, ...]
    indicators: tuple[str, ...]
    values: Floats
    status: Small
    level: Small
    origin: Wide
    as_of: Wide
    sample: Bools
    origins: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()

    def __post_init__(self) -> None:
        shape = (len(self.periods), len(self.units), len(self.indicators))
        for name in ("values", "status", "level", "origin", "as_of"):
            found = getattr(self, name).shape
            if found != shape:
                raise ValueError(f"Panel.{name}: expected shape {shape}, found {found}")
        if self.sample.shape != shape[:2]:
            raise ValueError(f"Panel.sample: expected shape {shape[:2]}, found {self.sample.shape}")

    @property
    def illustrative(self) -> bool:
        """Whether any cell is illustrative."""
        return bool((self.status == Status.ILLUSTRATIVE).any())

    def column(self, indicator: str) -> int:
        """The place of an indicator on the last axis."""
        return self.indicators.index(indicator)
