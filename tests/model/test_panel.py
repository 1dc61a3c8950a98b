"""A panel refuses arrays that do not fit its axes, and knows whether a cell is illustrative."""

from dataclasses import replace

import numpy as np
import pytest

from chengshu.model import Panel, Status

PANEL = Panel(
    ("2020",),
    ("a", "b"),
    ("x",),
    values=np.array([[[1.0], [np.nan]]]),
    status=np.array([[[Status.OBSERVED], [Status.MISSING]]], np.int8),
    level=np.full((1, 2, 1), -1, np.int8),
    origin=np.full((1, 2, 1), -1, np.int32),
    as_of=np.full((1, 2, 1), -1, np.int32),
    sample=np.ones((1, 2), bool),
)


@pytest.mark.parametrize("name", ["values", "status", "level", "origin", "as_of", "sample"])
def test_shapes_are_checked(name: str) -> None:
    wrong = getattr(PANEL, name)[:, :1]
    with pytest.raises(ValueError, match=f"Panel.{name}: expected shape"):
        replace(PANEL, **{name: wrong})


def test_illustrative_is_a_property_of_any_cell() -> None:
    assert not PANEL.illustrative
    status = PANEL.status.copy()
    status[0, 0, 0] = Status.ILLUSTRATIVE
    assert replace(PANEL, status=status).illustrative


def test_columns_are_found_by_id() -> None:
    assert PANEL.column("x") == 0
