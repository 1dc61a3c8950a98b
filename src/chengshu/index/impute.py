"""`impute`: fill blank cells from the other units."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from chengshu import kernels
from chengshu.index.draft import Draft, Outcome, unchanged
from chengshu.index.problems import marked, not_imputed
from chengshu.index.scope import by_option, reference, reference_groups
from chengshu.model import Bools, Floats, Impute, Imputer, Issue, Status


@dataclass(frozen=True)
class Filling:
    """How one method fills: with which statistic, and whether within groups."""

    statistic: Callable[[Floats], Floats]
    grouped: bool = False


IMPUTERS: Mapping[Imputer, Filling] = {
    Imputer.MEAN: Filling(kernels.mean),
    Imputer.MEDIAN: Filling(kernels.median),
    Imputer.GROUP_MEAN: Filling(kernels.mean, grouped=True),
    Imputer.GROUP_MEDIAN: Filling(kernels.median, grouped=True),
}


def impute(draft: Draft) -> Outcome:
    """The draft with blank cells of units that take part filled, as far as there is something to fill from.

    A filled cell is estimated; it is illustrative if any cell that it was filled from is. A cell that stays
    blank, because its unit has no group or its group no value, is told in an Issue.
    """
    filling, illustrative = np.full_like(draft.values, np.nan), np.zeros(draft.values.shape, dtype=np.bool_)
    asked = np.zeros(len(draft.indicators), dtype=np.bool_)
    for option, columns in by_option(draft.indicators, lambda indicator: indicator.impute):
        values = draft.values[..., columns]
        marks = np.where(np.isnan(values), np.nan, draft.status[..., columns] == Status.ILLUSTRATIVE)
        filling[..., columns] = _filling(draft, values, option, IMPUTERS[option.method])
        shown = Filling(kernels.mean, IMPUTERS[option.method].grouped)
        illustrative[..., columns] = _filling(draft, marks, option, shown) > 0.0
        asked[columns] = True
    wanted = np.isnan(draft.values) & draft.taking_part[:, :, np.newaxis] & asked
    filled = wanted & ~np.isnan(filling)
    certain = np.where(illustrative, np.int8(Status.ILLUSTRATIVE), np.int8(Status.ESTIMATED))
    done = replace(
        draft,
        values=np.where(filled, filling, draft.values),
        status=np.where(filled, certain, draft.status),
        issues=draft.issues + _left_blank(draft, wanted & ~filled),
    )
    numbers = filled.sum(axis=(0, 1)).tolist()
    notes = tuple(f"imputed {number}" if number else "" for number in numbers)
    return replace(unchanged(draft), draft=done, changed=filled, notes=notes)


def _filling(draft: Draft, values: Floats, option: Impute, how: Filling) -> Floats:
    """What each cell would be filled with."""
    donors = reference(values, option.scope, draft.periods)
    if not how.grouped:
        return np.broadcast_to(how.statistic(donors), values.shape)
    groups = _groups(draft, option.by)
    return np.broadcast_to(
        kernels.by_group(how.statistic, donors, reference_groups(groups, donors.shape[-2]), groups),
        values.shape,
    )


def _groups(draft: Draft, column: str) -> npt.NDArray[np.intp]:
    """The number of each unit's group, -1 for a unit without one."""
    labels = dict(zip(draft.units.codes, draft.units.group_labels(column), strict=True))
    own = [labels.get(code, "") for code in draft.unit_codes]
    numbers = {label: number for number, label in enumerate(sorted(set(own) - {""}))}
    return np.array([numbers.get(label, -1) for label in own], dtype=np.intp)


def _left_blank(draft: Draft, blank: Bools) -> tuple[Issue, ...]:
    """One Issue for each indicator and period with cells that nothing could fill."""
    return tuple(
        not_imputed(
            draft.indicators[column].id,
            draft.periods[period],
            marked(draft.unit_codes, blank[period, :, column]),
        )
        for period, column in np.argwhere(blank.any(axis=1)).tolist()
    )
