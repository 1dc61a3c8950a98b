"""Over which periods a statistic is taken: the one place that knows."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from chengshu.index.problems import unknown_base
from chengshu.model import Floats, Indicator, Scope, ScopeKind, ScoringError

Option = TypeVar("Option")


def reference(values: Floats, scope: Scope, periods: Sequence[str]) -> Floats:
    """The values over which statistics are taken, ``(1 or period, row, indicator)``.

    Pooled: every unit of every period is a row of one table. Period: a table for each period. Base: the table of
    the base period. A statistic of it has shape ``(1 or period, 1, indicator)`` and so meets ``(period, unit,
    indicator)``. Units outside a sample are blank in `values` and take no part.

    Raises
    ------
    ScoringError
        If the base period is not in the panel.
    """
    if scope.kind is ScopeKind.PERIOD:
        return values
    if scope.kind is ScopeKind.BASE:
        if scope.base not in periods:
            raise ScoringError([unknown_base(scope.base, periods)])
        place = periods.index(scope.base)
        return values[place : place + 1]
    return values.reshape(1, -1, values.shape[-1])


def reference_groups(groups: npt.NDArray[np.intp], rows: int) -> npt.NDArray[np.intp]:
    """The group of each row of a reference with so many rows: a pooled one repeats the units for each period."""
    return np.tile(groups, rows // len(groups)) if len(groups) else groups


def by_option(
    indicators: Sequence[Indicator], option: Callable[[Indicator], Option | None]
) -> Iterator[tuple[Option, list[int]]]:
    """Each option that occurs with the columns that share it, so that a kernel is called once for all of them."""
    columns: dict[Option, list[int]] = {}
    for column, indicator in enumerate(indicators):
        found = option(indicator)
        if found is not None:
            columns.setdefault(found, []).append(column)
    yield from columns.items()
