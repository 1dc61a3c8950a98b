"""`aggregate`: from indicators up the tree to the index."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from chengshu import kernels
from chengshu.index.draft import Draft
from chengshu.index.problems import empty_node, geometric_domain, leaves_scale, marked, named
from chengshu.index.weigh import Weights
from chengshu.model import (
    Aggregator,
    Bools,
    Direction,
    Floats,
    Issue,
    Node,
    ScoringError,
    Small,
    Status,
    Text,
)

AGGREGATORS: Mapping[Aggregator, Callable[[Floats, Floats], Floats]] = {
    Aggregator.ARITHMETIC: kernels.arithmetic,
    Aggregator.GEOMETRIC: kernels.geometric,
}


@dataclass(frozen=True, eq=False)
class Tree:
    """Scores, statuses and shares of what is not observed, ``(period, unit, node)`` in the order of the tree."""

    values: Floats
    status: Small
    estimated_share: Floats


def aggregate(draft: Draft, weights: Weights) -> Tree:
    """The scores of every node, made of its children from the lowest level up.

    A child that is missing gives its weight to the others, unless the node requires more of its children; a
    negative node enters its parent as low + high - score. The status of a score is the gravest of those that
    it is made of; `estimated_share` is the weight, after that sharing, of cells that are not observed.

    Raises
    ------
    ScoringError
        If a geometric mean meets a negative value or a zero, or a node is left with nothing to score.
    """
    tree = _leaves(draft)
    place = {item.id: column for column, item in enumerate(draft.framework.tree)}
    issues: list[Issue] = []
    for node in reversed(draft.framework.nodes):
        children = [place[child.id] for child in node.children]
        entering = _entering(draft.framework.scale, node, tree.values[..., children])
        shares = kernels.shares(entering, weights.normalised[:, np.newaxis, children], node.aggregate.require)
        issues += _outside_geometric(draft, node, entering, shares)
        _put(tree, place[node.id], node, (entering, shares, children))
    issues += _empty_nodes(draft, tree) if not issues else []
    if issues:
        raise ScoringError(issues)
    return tree


def scale_issues(draft: Draft, tree: Tree) -> tuple[Issue, ...]:
    """A warning for each indicator and node with scores outside the declared scale."""
    low, high = draft.framework.scale
    slack = 1e-9 * (high - low)
    flat = tree.values.reshape(1, -1, tree.values.shape[-1])
    least, most = kernels.lowest(flat)[0, 0], kernels.highest(flat)[0, 0]
    outside = np.flatnonzero((least < low - slack) | (most > high + slack)).tolist()
    items = draft.framework.tree
    return tuple(
        leaves_scale(items[column].id, (low, high), (float(least[column]), float(most[column])))
        for column in outside
    )


def _leaves(draft: Draft) -> Tree:
    """The tree with its indicators filled in and its nodes still blank."""
    columns = [place for place, item in enumerate(draft.framework.tree) if not isinstance(item, Node)]
    shape = (*draft.values.shape[:2], len(draft.framework.tree))
    tree = Tree(np.full(shape, np.nan), np.full(shape, Status.MISSING, dtype=np.int8), np.full(shape, np.nan))
    tree.values[..., columns] = draft.values
    tree.status[..., columns] = draft.status
    unsure = np.where(draft.status > Status.OBSERVED, 1.0, 0.0)
    tree.estimated_share[..., columns] = np.where(np.isnan(draft.values), np.nan, unsure)
    return tree


def _entering(scale: tuple[float, float], node: Node, children: Floats) -> Floats:
    """What the children bring: a negative node is turned round on the scale, an indicator was so before."""
    turned = [isinstance(child, Node) and child.direction is Direction.NEGATIVE for child in node.children]
    return np.where(turned, scale[0] + scale[1] - children, children)


def _put(tree: Tree, column: int, node: Node, parts: tuple[Floats, Floats, list[int]]) -> None:
    """Write one node's scores, statuses and shares into the tree."""
    entering, shares, children = parts
    tree.values[..., column] = AGGREGATORS[node.aggregate.method](entering, shares)
    counted = shares > 0.0
    tree.status[..., column] = np.where(counted, tree.status[..., children], np.int8(Status.MISSING)).max(
        axis=-1
    )
    tree.estimated_share[..., column] = kernels.arithmetic(tree.estimated_share[..., children], shares)


def _outside_geometric(draft: Draft, node: Node, entering: Floats, shares: Floats) -> list[Issue]:
    """One Issue for each child and period with values that a geometric mean cannot take."""
    if node.aggregate.method is not Aggregator.GEOMETRIC:
        return []
    counted = shares > 0.0
    cases: list[tuple[bool, Bools]] = [(False, counted & (entering < 0.0))]
    if not node.aggregate.zero_allowed:
        cases.append((True, counted & (entering == 0.0)))
    return [
        geometric_domain(
            node.id,
            node.children[child].id,
            draft.periods[period],
            marked(draft.unit_codes, wrong[period, :, child]),
            zero=zero,
        )
        for zero, wrong in cases
        for period, child in np.argwhere(wrong.any(axis=1)).tolist()
    ]


def _empty_nodes(draft: Draft, tree: Tree) -> list[Issue]:
    """One Issue for each node that scores no unit: in any period at all, or in one because of constants."""
    asked = np.logical_or.reduce(draft.taking_part, axis=1)
    blank = np.logical_and.reduce(np.isnan(tree.values), axis=1)
    place = {item.id: column for column, item in enumerate(draft.framework.tree)}
    column_of = {indicator.id: column for column, indicator in enumerate(draft.indicators)}
    issues = []
    for node in draft.framework.nodes:
        empty = blank[:, place[node.id]] & asked
        flat = [column_of[child.id] for child in node.children if child.id in column_of]
        constant = draft.constant[:, flat]
        if (empty == asked).all():
            constant_at_times = np.logical_or.reduce(constant, axis=0)
            issues.append(empty_node(node.id, "", _why(draft, flat, constant_at_times)))
        else:
            issues += [
                empty_node(node.id, draft.periods[period], _why(draft, flat, constant[period]))
                for period in np.flatnonzero(empty & constant.any(axis=1)).tolist()
            ]
    return issues


def _why(draft: Draft, columns: Sequence[int], constant: Bools) -> Text:
    """Why nothing is left: indicators that are constant, else missing values."""
    ids = [draft.indicators[column].id for column in columns]
    listed = named(marked(ids, constant))
    if not constant.any():
        return Text("没有对象得分（数据缺失）", "none, for want of data")
    return Text(f"没有对象得分（全部相同：{listed.zh}）", f"none, as all values are the same in {listed.en}")
