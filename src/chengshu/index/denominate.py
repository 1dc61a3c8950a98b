"""`denominate`: divide what declares a denominator by it."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from chengshu import kernels
from chengshu.index.draft import Draft, Outcome, unchanged
from chengshu.index.problems import bad_denominator, infinite, marked
from chengshu.model import (
    Bools,
    ContextItem,
    Denominator,
    Floats,
    Framework,
    Indicator,
    Issue,
    Panel,
    ScoringError,
    Small,
    Status,
)


def denominate(draft: Draft) -> Outcome:
    """The draft with each indicator that declares a denominator divided by it.

    A cell whose denominator is zero or missing becomes missing, with an Issue; a ratio is as sure as the less
    sure of its two parts.

    Raises
    ------
    ScoringError
        If a quotient is too great for a number.
    """
    start = unchanged(draft)
    values, status = _divided(draft.indicators, draft.values, draft.status, draft.panel)
    lost = np.isnan(values) & ~np.isnan(draft.values)
    found = _lost(draft.indicators, lost, draft.panel)
    done = replace(draft, values=values, status=status, issues=draft.issues + found)
    notes = tuple(_note(indicator.denominator) for indicator in draft.indicators)
    return replace(start, draft=done, changed=lost, notes=notes)


def denominate_context(framework: Framework, panel: Panel) -> Panel:
    """The panel with each context item that declares a denominator divided by it; scored columns stay raw.

    A cell whose denominator is zero or missing becomes missing. Denominators are taken as they stand in `panel`,
    before any division.
    """
    columns = [panel.column(item.id) for item in framework.context]
    values, status = panel.values.copy(), panel.status.copy()
    values[..., columns], status[..., columns] = _divided(
        framework.context, panel.values[..., columns], panel.status[..., columns], panel
    )
    return replace(panel, values=values, status=status)


def check_finite(items: Sequence[str], values: Floats, panel: Panel) -> None:
    """Raise a ScoringError that names every infinite cell of some columns, those outside a sample aside."""
    wrong = np.isinf(values) & panel.sample[:, :, np.newaxis]
    issues = [
        infinite(items[column], panel.periods[period], marked(panel.units, wrong[period, :, column]))
        for period, column in np.argwhere(wrong.any(axis=1)).tolist()
    ]
    if issues:
        raise ScoringError(issues)


def _divided(
    items: Sequence[Indicator | ContextItem], values: Floats, status: Small, panel: Panel
) -> tuple[Floats, Small]:
    """Values and status of some columns after division."""
    values, status = values.copy(), status.copy()
    for column, item in enumerate(items):
        if item.denominator is None:
            continue
        by = panel.column(item.denominator.by)
        check_finite([item.denominator.by], panel.values[..., by : by + 1], panel)
        values[..., column] = kernels.denominate(
            values[..., column], panel.values[..., by], item.denominator.per
        )
        both = np.maximum(status[..., column], panel.status[..., by])
        status[..., column] = np.where(np.isnan(values[..., column]), np.int8(Status.MISSING), both)
    check_finite([item.id for item in items], values, panel)
    return values, status


def _lost(indicators: Sequence[Indicator], lost: Bools, panel: Panel) -> tuple[Issue, ...]:
    """One Issue for each cell that its denominator took away."""
    issues = []
    for period, unit, column in np.argwhere(lost).tolist():
        denominator = indicators[column].denominator
        by = denominator.by if denominator else ""
        zero = bool(panel.values[period, unit, panel.column(by)] == 0.0)
        cell = (panel.units[unit], indicators[column].id, panel.periods[period])
        issues.append(bad_denominator(cell, by, zero=zero))
    return tuple(issues)


def _note(denominator: Denominator | None) -> str:
    if denominator is None:
        return ""
    return f"/ {denominator.by}" + ("" if denominator.per == 1.0 else f" * {denominator.per:g}")
