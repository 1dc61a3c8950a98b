"""`normalise`: bring indicators to one scale, with the better value the greater."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from chengshu import kernels
from chengshu.index.draft import Draft, Outcome, leave_out, unchanged
from chengshu.index.problems import constant, lost_goalposts
from chengshu.index.scope import by_option, reference
from chengshu.model import (
    Bools,
    Direction,
    Floats,
    Issue,
    Normalise,
    Normaliser,
    ScopeKind,
    ScoringError,
)

Kernel = Callable[[Floats, Floats, Normalise], Floats]


def _goalposts(values: Floats, posts: Floats, option: Normalise) -> Floats:
    return kernels.goalposts(values, posts, option.to, clip=option.clip)


# The second argument is what the values are set against: the goalposts, or for all others the reference.
NORMALISERS: Mapping[Normaliser, Kernel] = {
    Normaliser.MINMAX: lambda values, donors, option: kernels.minmax(values, donors, option.to),
    Normaliser.GOALPOSTS: _goalposts,
    Normaliser.ZSCORE: lambda values, donors, option: kernels.zscore(values, donors, option.mean, option.sd),
    Normaliser.RANK: lambda values, donors, _: kernels.rank_among(values, donors),
}


def normalise(draft: Draft) -> Outcome:
    """The draft with each indicator normalised: x enters if it is positive, -x if it is negative.

    An indicator without a normaliser keeps its values; a negative one among them is turned round on the scale,
    as a negative node is: low + high - x. A constant indicator under a method that needs a spread is left blank,
    with an Issue, and marked so that its weight goes to its siblings.

    Raises
    ------
    ScoringError
        If goalposts are missing or not in order.
    """
    values, flat = draft.values.copy(), draft.constant.copy()
    notes = [""] * len(draft.indicators)
    for option, columns in by_option(draft.indicators, lambda indicator: indicator.normalise):
        sign = _signs(draft)[columns]
        turned = draft.values[..., columns] * sign
        against = _against(draft, turned, option, columns)
        values[..., columns] = NORMALISERS[option.method](turned, against, option)
        if option.method is not Normaliser.GOALPOSTS:
            flat[:, columns] |= kernels.is_constant(against)[:, 0, :]
        for column in columns:
            notes[column] = option.method.value
    done = replace(draft, values=values, constant=flat)
    done = _tell_constant(leave_out(turn_unnormalised(done), flat[:, np.newaxis, :]), draft)
    lost = np.isnan(done.values) & ~np.isnan(draft.values)
    return replace(unchanged(draft), draft=done, changed=lost, notes=tuple(notes))


def turn_unnormalised(draft: Draft) -> Draft:
    """The draft with every negative indicator that has no normaliser turned round: low + high - x."""
    low, high = draft.framework.scale
    turned = (_signs(draft) < 0.0) & np.array([indicator.normalise is None for indicator in draft.indicators])
    return replace(draft, values=np.where(turned, low + high - draft.values, draft.values))


def _signs(draft: Draft) -> Floats:
    negative = [indicator.direction is Direction.NEGATIVE for indicator in draft.indicators]
    return np.where(negative, -1.0, 1.0)


def _against(draft: Draft, turned: Floats, option: Normalise, columns: list[int]) -> Floats:
    """What values are set against: worst and best post, or the values over which statistics are taken."""
    if option.method is not Normaliser.GOALPOSTS:
        return reference(turned, option.scope, draft.periods)
    posts = draft.posts[..., columns]
    wrong = ~(posts[:, :1, :] < posts[:, 1:, :])
    if wrong.any():
        raise ScoringError(lost_goalposts([draft.indicators[column] for column in columns], wrong))
    return np.where(_signs(draft)[columns] < 0.0, -posts[:, ::-1, :], posts)


def _tell_constant(done: Draft, before: Draft) -> Draft:
    """The draft with an Issue for each constant indicator, by period where the scope tells periods apart."""
    found: Bools = done.constant & ~before.constant
    issues: list[Issue] = []
    for column in np.flatnonzero(found.any(axis=0)).tolist():
        indicator = done.indicators[column]
        option = indicator.normalise
        apart = option is not None and option.scope.kind is ScopeKind.PERIOD
        periods = [done.periods[period] for period in np.flatnonzero(found[:, column])] if apart else [""]
        issues += [constant(indicator.id, period) for period in periods]
    return replace(done, issues=done.issues + tuple(issues))
