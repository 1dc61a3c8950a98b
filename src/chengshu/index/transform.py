"""`transform`: each indicator's own change of scale."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from chengshu import kernels
from chengshu.index.draft import Draft, Outcome, unchanged
from chengshu.index.problems import log_domain, lost_goalposts, marked
from chengshu.index.scope import by_option
from chengshu.model import Floats, Issue, ScoringError, Text, Transform, Transformation


@dataclass(frozen=True)
class Curve:
    """A formula and where it begins: values above `least`, or from it on if `inclusive`."""

    formula: Callable[[Floats, float], Floats]
    least: float
    inclusive: bool = False


TRANSFORMATIONS: Mapping[Transformation, Curve] = {
    Transformation.LOG: Curve(kernels.log, 0.0),
    Transformation.LOG1P: Curve(kernels.log1p, -1.0),
    Transformation.SQRT: Curve(kernels.sqrt, 0.0, inclusive=True),
}


def transform(draft: Draft) -> Outcome:
    """The draft with each indicator that declares a transform put through it, goalposts included.

    Raises
    ------
    ScoringError
        If a value or a goalpost lies where the formula has no result; it names every such cell.
    """
    values, posts = draft.values.copy(), draft.posts.copy()
    notes = [""] * len(draft.indicators)
    issues: list[Issue] = []
    for option, columns in by_option(draft.indicators, lambda indicator: indicator.transform):
        formula = TRANSFORMATIONS[option.method].formula
        values[..., columns] = formula(draft.values[..., columns], option.shift)
        posts[..., columns] = formula(draft.posts[..., columns], option.shift)
        issues += _outside(draft, values, option, columns)
        for column in columns:
            notes[column] = option.method.value + (f" of x + {option.shift:g}" if option.shift else "")
    issues += lost_goalposts(draft.indicators, np.isnan(posts) & ~np.isnan(draft.posts))
    if issues:
        raise ScoringError(issues)
    done = replace(draft, values=values, posts=posts)
    return replace(unchanged(draft), draft=done, notes=tuple(notes))


def _outside(draft: Draft, values: Floats, option: Transform, columns: list[int]) -> list[Issue]:
    """One Issue for each indicator and period with values outside the formula's domain."""
    lost = np.isnan(values[..., columns]) & ~np.isnan(draft.values[..., columns])
    curve = TRANSFORMATIONS[option.method]
    least = f"{curve.least - option.shift:g}"
    wanted = (
        Text(f"数值不小于{least}", f"values of at least {least}")
        if curve.inclusive
        else Text(f"数值大于{least}", f"values above {least}")
    )
    return [
        log_domain(
            draft.indicators[columns[place]].id,
            draft.periods[period],
            marked(draft.unit_codes, lost[period, :, place]),
            wanted,
        )
        for period, place in np.argwhere(lost.any(axis=1)).tolist()
    ]
