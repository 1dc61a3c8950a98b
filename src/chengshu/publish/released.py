"""What may leave: periods, issues, and the mark of illustrative data."""

from collections import Counter

import numpy as np

from chengshu.model import Bools, Edition, Issue, Scores, Status, Text


def illustrative(edition: Edition) -> bool:
    """Whether any cell of the edition, its scenarios included, is illustrative."""
    return any(panel.illustrative for panel in (edition.panel, *edition.scenarios.values()))


def released_sample(edition: Edition) -> Bools:
    """Which units may have a row, ``(period, unit)``: those of the sample, none of aggregates-only periods."""
    withheld = [period in edition.framework.aggregates_only for period in edition.panel.periods]
    kept: Bools = edition.panel.sample & ~np.array(withheld, dtype=np.bool_)[:, None]
    return kept


def shown_period(edition: Edition) -> str:
    """The last period with units whose rows may be shown; blank where there is none.

    Periods are compared as they are written, which is their order within one frequency.
    """
    released = np.flatnonzero(released_sample(edition).any(axis=1))
    return max((edition.panel.periods[place] for place in released), default="")


def released_issues(edition: Edition, scores: Scores | None) -> tuple[Issue, ...]:
    """Every issue once. Those of periods that publish aggregates only are counted, not listed.

    In such an edition an issue that names a unit or a value without its period is counted as well, since
    it could belong to a period whose rows are withheld.
    """
    found = (*edition.definition.issues, *edition.issues, *(scores.issues if scores else ()))
    every = tuple(dict.fromkeys(found))
    withheld = edition.framework.aggregates_only
    if not withheld:
        return every
    counted: Counter[Issue] = Counter()
    listed = []
    for issue in every:
        nameless = not issue.period and (issue.unit or issue.value)
        if issue.period in withheld or nameless:
            counted[Issue(issue.code, issue.severity, indicator=issue.indicator, period=issue.period)] += 1
        else:
            listed.append(issue)
    return (*listed, *(_summed(kind, count) for kind, count in counted.items()))


def _summed(kind: Issue, count: int) -> Issue:
    return Issue(
        kind.code,
        kind.severity,
        indicator=kind.indicator,
        period=kind.period,
        value=str(count),
        remedy=Text(
            f"此类问题共{count}处；本版有只公布汇总数的期次，故不逐条列出。",
            f"{count} of this kind; not listed one by one, since the edition has periods for which "
            "only aggregates are published.",
        ),
    )


def score_status(statuses: object) -> Status:
    """The greatest of some statuses: what the whole rests on.

    Examples
    --------
    >>> score_status([Status.OBSERVED, Status.ESTIMATED]).label
    'estimated'
    """
    found = np.asarray(statuses)
    return Status(int(found.max(initial=Status.MISSING)))
