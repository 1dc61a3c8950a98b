"""The scored indicators on their way from raw values to scores."""

from dataclasses import dataclass, replace

import numpy as np

from chengshu.model import (
    Bools,
    Floats,
    Framework,
    Indicator,
    Issue,
    Normaliser,
    Panel,
    Small,
    Status,
    Units,
)


@dataclass(frozen=True, eq=False)
class Draft:
    """What a step receives and returns.

    Parameters
    ----------
    framework, units, panel
        What the index was asked for; never changed.
    values, status
        ``(period, unit, indicator)`` of the scored indicators, NaN and `Status.MISSING` where there is nothing.
    taking_part
        ``(period, unit)``, in the sample of the period and not screened out.
    posts
        ``(period, 2, indicator)``, goalposts, which go through every change of scale that the values go through.
    constant
        ``(period, indicator)``, left without a score because a normaliser found no spread.
    issues
        What came to light so far.
    """

    framework: Framework
    units: Units
    panel: Panel
    values: Floats
    status: Small
    taking_part: Bools
    posts: Floats
    constant: Bools
    issues: tuple[Issue, ...] = ()

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The scored indicators along the last axis."""
        return self.framework.indicators

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods along the first axis."""
        return self.panel.periods

    @property
    def unit_codes(self) -> tuple[str, ...]:
        """The codes along the unit axis."""
        return self.panel.units


@dataclass(frozen=True, eq=False)
class Outcome:
    """What a step made of a draft: which cells it filled, drew in or left out, and a note for each indicator."""

    draft: Draft
    changed: Bools
    notes: tuple[str, ...]


def first_draft(framework: Framework, units: Units, panel: Panel) -> Draft:
    """The raw values. A cell outside its period's sample is blank from here on, so that nothing can see it."""
    columns = [panel.column(indicator.id) for indicator in framework.indicators]
    values = np.where(panel.sample[:, :, np.newaxis], panel.values[:, :, columns], np.nan)
    status = np.where(np.isnan(values), np.int8(Status.MISSING), panel.status[:, :, columns])
    return Draft(
        framework=framework,
        units=units,
        panel=panel,
        values=values,
        status=status,
        taking_part=panel.sample.copy(),
        posts=np.stack([_posts(framework.indicators)] * len(panel.periods)),
        constant=np.zeros((len(panel.periods), len(columns)), dtype=np.bool_),
    )


def unchanged(draft: Draft) -> Outcome:
    """The outcome of a step that had nothing to do, to build others upon."""
    return Outcome(draft, np.zeros(draft.values.shape, dtype=np.bool_), ("",) * len(draft.indicators))


def leave_out(draft: Draft, cells: Bools) -> Draft:
    """The draft with some cells made missing."""
    values = np.where(cells, np.nan, draft.values)
    status = np.where(cells, np.int8(Status.MISSING), draft.status)
    return replace(draft, values=values, status=status)


def _posts(indicators: tuple[Indicator, ...]) -> Floats:
    """``(2, indicator)``, the declared goalposts, NaN where there are none."""
    posts = np.full((2, len(indicators)), np.nan)
    for column, indicator in enumerate(indicators):
        option = indicator.normalise
        if option is not None and option.method is Normaliser.GOALPOSTS:
            posts[:, column] = [np.nan if post is None else post for post in (option.low, option.high)]
    return posts
