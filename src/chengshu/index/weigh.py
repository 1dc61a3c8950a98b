"""`weigh`: how much each child counts in its parent and in the index."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from chengshu import kernels
from chengshu.index.draft import Draft
from chengshu.index.problems import zero_weights
from chengshu.model import Floats, Issue, Node, ScoringError, Weigher

WEIGHERS: Mapping[Weigher, Callable[[Floats], Floats]] = {
    Weigher.DECLARED: kernels.declared,
    Weigher.EQUAL: kernels.equal,
}


@dataclass(frozen=True, eq=False)
class Weights:
    """``(period, node)`` in the order of the tree: as written, scaled among siblings, and in the whole index."""

    declared: Floats
    normalised: Floats
    effective: Floats


def weigh(draft: Draft) -> Weights:
    """The weights of every node and indicator in each period.

    A constant indicator has weight zero in the periods in which it has no score, and its siblings share what it
    had; one that is missing everywhere keeps its weight, for the node's rule for missing children to deal with.

    Raises
    ------
    ScoringError
        If the weights below a node sum to zero.
    """
    tree = draft.framework.tree
    place = {item.id: column for column, item in enumerate(tree)}
    written = [[item.weight.at(period) for item in tree] for period in draft.periods]
    declared = np.array(written, dtype=np.float64).reshape(len(draft.periods), len(tree))
    constant = np.zeros(declared.shape, dtype=np.bool_)
    constant[:, [place[indicator.id] for indicator in draft.indicators]] = draft.constant
    normalised, effective = np.ones_like(declared), np.ones_like(declared)
    issues: list[Issue] = []
    for node in draft.framework.nodes:
        children = [place[child.id] for child in node.children]
        among = WEIGHERS[node.weigh.method](declared[:, children])
        issues += _without_weight(node, among, draft.periods)
        in_play = np.where(constant[:, children], 0.0, among)
        normalised[:, children] = np.nan_to_num(kernels.declared(in_play))
        effective[:, children] = effective[:, [place[node.id]]] * normalised[:, children]
    if issues:
        raise ScoringError(issues)
    return Weights(declared, normalised, effective)


def _without_weight(node: Node, among: Floats, periods: tuple[str, ...]) -> list[Issue]:
    """One Issue for each period in which the children's weights sum to zero."""
    return [
        zero_weights(node.id, period)
        for period, weights in zip(periods, among, strict=True)
        if np.isnan(weights).any()
    ]
