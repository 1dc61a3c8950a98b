"""`treat`: draw in outliers."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from chengshu import kernels
from chengshu.index.draft import Draft, Outcome, unchanged
from chengshu.index.problems import lost_goalposts, marked, treat_domain
from chengshu.index.scope import by_option, reference
from chengshu.model import Bools, Floats, Issue, ScoringError, Treat, Treatment

Kernel = Callable[[Floats, Floats, Treat], Floats]


def _winsorise(values: Floats, donors: Floats, option: Treat) -> Floats:
    return kernels.winsorise(values, donors, option.skew, option.kurtosis, option.max_points)


TREATMENTS: Mapping[Treatment, Kernel] = {
    Treatment.WINSORISE: _winsorise,
    Treatment.LOG_CT: lambda values, donors, _: kernels.log_ct(values, donors),
    Treatment.LOG_CT_ORIG: lambda values, donors, _: kernels.log_ct_orig(values, donors),
}


def treat(draft: Draft) -> Outcome:
    """The draft with outliers drawn in where a column has any.

    First `method`; where the column still has outliers then, `otherwise`, applied to the untreated values.
    Goalposts follow a logarithm, and stay where they are when values are winsorised.

    Raises
    ------
    ScoringError
        If a logarithm has no result for a value (far below the minimum of a base period) or a goalpost.
    """
    values, posts = draft.values.copy(), draft.posts.copy()
    notes = [""] * len(draft.indicators)
    for option, columns in by_option(draft.indicators, lambda indicator: indicator.treat):
        donors = reference(draft.values[..., columns], option.scope, draft.periods)
        bent = kernels.is_outlying(donors, option.skew, option.kurtosis).any(axis=(0, 1))
        for column in np.asarray(columns)[bent].tolist():
            cell = slice(column, column + 1)
            column_donors = reference(draft.values[..., cell], option.scope, draft.periods)
            values[..., cell], posts[..., cell], notes[column] = _treated(
                draft.values[..., cell], draft.posts[..., cell], column_donors, option
            )
    _check(draft, values, posts)
    changed = (values != draft.values) & ~np.isnan(draft.values)
    done = replace(draft, values=values, posts=posts)
    return replace(unchanged(draft), draft=done, changed=changed, notes=tuple(notes))


def _treated(values: Floats, posts: Floats, donors: Floats, option: Treat) -> tuple[Floats, Floats, str]:
    """Values, posts and note of one column, ``(period, unit, 1)``."""
    failing = kernels.is_outlying(donors, option.skew, option.kurtosis)
    applied: list[tuple[Treatment, Bools]] = []
    found, found_posts = values, posts
    for method in (option.method, option.otherwise):
        if method is None or not failing.any():
            continue
        kernel = TREATMENTS[method]
        found = np.where(failing, kernel(values, donors, option), found)
        if method is not Treatment.WINSORISE:
            found_posts = np.where(failing, kernel(posts, donors, option), found_posts)
        applied = [(former, where & ~failing) for former, where in applied] + [(method, failing)]
        after = np.where(failing, kernel(donors, donors, option), donors)
        failing = failing & kernels.is_outlying(after, option.skew, option.kurtosis)
    changed = (found != values) & ~np.isnan(values)
    notes = [_note(method, int((changed & where).sum())) for method, where in applied]
    return found, found_posts, "; ".join(filter(None, [*notes, "still outlying" if failing.any() else ""]))


def _note(method: Treatment, changed: int) -> str:
    """What a method did where its result was kept, blank where it changed nothing."""
    if not changed:
        return ""
    return f"winsorised {changed}" if method is Treatment.WINSORISE else method.value


def _check(draft: Draft, values: Floats, posts: Floats) -> None:
    lost = np.isnan(values) & ~np.isnan(draft.values)
    issues: list[Issue] = [
        treat_domain(
            draft.indicators[column].id,
            draft.periods[period],
            marked(draft.unit_codes, lost[period, :, column]),
        )
        for period, column in np.argwhere(lost.any(axis=1)).tolist()
    ]
    issues += lost_goalposts(draft.indicators, np.isnan(posts) & ~np.isnan(draft.posts))
    if issues:
        raise ScoringError(issues)
