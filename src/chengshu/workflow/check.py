"""Every problem of an edition, without building it."""

from chengshu.index import build_scores
from chengshu.model import ChengshuError, Edition, Issue, Severity
from chengshu.workflow.cache import Cache
from chengshu.workflow.folders import find_edition
from chengshu.workflow.load import load_edition

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def check_edition(name: str) -> tuple[Issue, ...]:
    """All issues of definition, data and scoring, errors first; empty where there is nothing to say.

    Nothing is kept or read from the store: what is checked is what is in the folder now.
    """
    folder = find_edition(name)
    try:
        edition = load_edition(folder, Cache(None))
        issues = edition.issues + _scoring_issues(edition)
    except ChengshuError as error:
        issues = error.issues
    return tuple(sorted(issues, key=lambda issue: _ORDER[issue.severity]))


def _scoring_issues(edition: Edition) -> tuple[Issue, ...]:
    if edition.framework.index is None:
        return ()
    return build_scores(edition.framework, edition.units, edition.panel).issues
