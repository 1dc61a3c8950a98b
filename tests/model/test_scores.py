"""Scores are found by node."""

import numpy as np

from chengshu.model import Scores


def test_nodes_are_found_by_id() -> None:
    shape = (1, 2, 2)
    scores = Scores(
        ("2020",),
        ("a", "b"),
        ("total", "x"),
        (1, 0),
        values=np.zeros(shape),
        ranks=np.ones(shape),
        status=np.ones(shape, np.int8),
        estimated_share=np.zeros(shape),
        declared=np.ones((1, 2)),
        normalised=np.ones((1, 2)),
        effective=np.ones((1, 2)),
        sample=np.ones((1, 2), bool),
    )
    assert scores.node("x") == 1
