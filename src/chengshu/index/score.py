"""The index: one pass through the pipeline, in the order of the file."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from chengshu.index.aggregate import Tree, aggregate, scale_issues
from chengshu.index.denominate import check_finite, denominate
from chengshu.index.draft import Draft, Outcome, first_draft
from chengshu.index.impute import impute
from chengshu.index.normalise import normalise, turn_unnormalised
from chengshu.index.problems import empty_sample, late_step, missing_everywhere
from chengshu.index.rank import rank, tier
from chengshu.index.screen import screen
from chengshu.index.transform import transform
from chengshu.index.treat import treat
from chengshu.index.weigh import weigh
from chengshu.model import (
    STEP_NAMES,
    Aggregate,
    Denominate,
    Floats,
    Framework,
    Impute,
    Issue,
    Normalise,
    Panel,
    Rank,
    Scores,
    ScoringError,
    Screen,
    Step,
    StepResult,
    TransformStep,
    Treat,
    Units,
    Weigh,
)

# Steps on indicators; their options are each indicator's own, those of `screen` the step's.
STEPS: Mapping[type[Step], Callable[[Draft], Outcome]] = {
    Denominate: denominate,
    Impute: impute,
    Treat: treat,
    TransformStep: transform,
    Normalise: normalise,
}
_ON_NODES = (Weigh, Aggregate, Rank)


def build_scores(framework: Framework, units: Units, panel: Panel) -> Scores:
    """The scores of an index, with ranks, weights, statuses, tiers and every intermediate step.

    Parameters
    ----------
    framework
        A definition with an index, its overrides resolved.
    units
        The units, for the grouping columns that imputation uses.
    panel
        The observations; its columns include those of the framework.

    Raises
    ------
    ScoringError
        If the index cannot be computed as it is defined; it carries every issue of the step that failed.

    Examples
    --------
    >>> import numpy as np
    >>> from chengshu.model import (
    ...     Aggregate, Aggregator, Framework, Indicator, Node, Normalise, Normaliser, Panel, Text, Unit, Units)
    >>> minmax = Normalise(Normaliser.MINMAX)
    >>> mean = Aggregate(Aggregator.ARITHMETIC)
    >>> speed = Indicator("speed", Text("速率", "Speed"), normalise=minmax)
    >>> index = Node("total", Text("总指数", "Index"), (speed,), mean)
    >>> framework = Framework("demo", Text("示例", "Demo"), (minmax, mean), index)
    >>> units = Units(tuple(Unit(code, Text(code)) for code in "abc"))
    >>> whole = np.zeros((1, 3, 1), dtype=np.int32)
    >>> panel = Panel(("2023",), units.codes, ("speed",), np.array([[[2.0], [4.0], [10.0]]]),
    ...     np.ones((1, 3, 1), dtype=np.int8), np.full((1, 3, 1), -1, dtype=np.int8), whole, whole,
    ...     np.ones((1, 3), dtype=np.bool_))
    >>> scores = build_scores(framework, units, panel)
    >>> scores.values[0, :, scores.node("total")].tolist(), scores.ranks[0, :, 0].tolist()
    ([0.0, 25.0, 100.0], [3.0, 2.0, 1.0])
    """
    draft, steps = _run(_checked(first_draft(framework, units, panel)), framework.pipeline)
    weights = weigh(draft)
    tree = aggregate(draft, weights)
    ranks = rank(tree.values, framework.rank)
    nodes = tuple(item.id for item in framework.tree)
    return Scores(
        periods=panel.periods,
        units=panel.units,
        nodes=nodes,
        levels=tuple(framework.levels[node] for node in nodes),
        values=tree.values,
        ranks=ranks,
        status=tree.status,
        estimated_share=tree.estimated_share,
        declared=weights.declared,
        normalised=weights.normalised,
        effective=weights.effective,
        sample=panel.sample,
        steps=tuple(steps + _node_steps(draft, tree, ranks)),
        tiers=tier(tree.values[..., 0], framework.tiers, framework.rank) if framework.tiers else None,
        issues=draft.issues + scale_issues(draft, tree),
    )


def _run(draft: Draft, pipeline: tuple[Step, ...]) -> tuple[Draft, list[StepResult]]:
    """The draft after every step on indicators, and what each step did."""
    results = [_result("raw", draft, None)]
    for step in pipeline:
        if isinstance(step, _ON_NODES):
            continue
        outcome = screen(draft, step) if isinstance(step, Screen) else STEPS[type(step)](draft)
        draft = outcome.draft
        results.append(_result(STEP_NAMES[type(step)], draft, outcome))
    if not any(isinstance(step, Normalise) for step in pipeline):
        draft = turn_unnormalised(draft)
    return draft, results


def _checked(draft: Draft) -> Draft:
    """The draft with notes on what is missing altogether, after errors that no step could mend."""
    late = _late_steps(draft.framework.pipeline)
    if late or not draft.taking_part.any():
        raise ScoringError([*late, *([] if draft.taking_part.any() else [empty_sample()])])
    check_finite([indicator.id for indicator in draft.indicators], draft.values, draft.panel)
    return replace(draft, issues=_missing(draft))


def _late_steps(pipeline: tuple[Step, ...]) -> list[Issue]:
    """One Issue for each step on indicators that stands after a step on nodes."""
    on_nodes = [isinstance(step, _ON_NODES) for step in pipeline]
    first = on_nodes.index(True) if True in on_nodes else len(pipeline)
    return [late_step(STEP_NAMES[type(step)]) for step in pipeline[first:] if not isinstance(step, _ON_NODES)]


def _missing(draft: Draft) -> tuple[Issue, ...]:
    """Indicators without any value: a warning if so in all periods, a note for a single one."""
    blank = np.logical_and.reduce(np.isnan(draft.values), axis=1)
    asked = np.logical_or.reduce(draft.taking_part, axis=1)
    issues = []
    for column, indicator in enumerate(draft.indicators):
        empty = blank[:, column] & asked
        if (empty == asked).all():
            issues.append(missing_everywhere(indicator.id, ""))
        else:
            issues += [
                missing_everywhere(indicator.id, draft.periods[place]) for place in np.flatnonzero(empty)
            ]
    return tuple(issues)


def _result(name: str, draft: Draft, outcome: Outcome | None) -> StepResult:
    ids = tuple(indicator.id for indicator in draft.indicators)
    if outcome is None:
        return StepResult(
            name, ids, draft.values, np.zeros(draft.values.shape, dtype=np.bool_), ("",) * len(ids)
        )
    return StepResult(name, ids, draft.values, outcome.changed, outcome.notes)


def _node_steps(draft: Draft, tree: Tree, ranks: Floats) -> list[StepResult]:
    """The tables after weigh, aggregate and rank, as far as the pipeline names them.

    Weighing leaves the indicators as they are; the others show the whole tree, its scores and its ranks.
    """
    nodes = tuple(item.id for item in draft.framework.tree)
    none = np.zeros(tree.values.shape, dtype=np.bool_)
    blank = ("",) * len(nodes)
    tables: dict[type[Step], StepResult] = {
        Weigh: _result("weigh", draft, None),
        Aggregate: StepResult("aggregate", nodes, tree.values, none, blank),
        Rank: StepResult("rank", nodes, ranks, none, blank),
    }
    return [tables[type(step)] for step in draft.framework.pipeline if type(step) in tables]
