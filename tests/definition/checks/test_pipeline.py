from collections.abc import Callable

import pytest

from chengshu.definition.checks import check_pipeline
from chengshu.definition.places import Spot

ReadSpot = Callable[[str], Spot]


def codes(spot: Spot) -> list[str]:
    return [issue.code for issue in check_pipeline(spot)]


@pytest.mark.parametrize(
    ("pipeline", "found"),
    [
        ("[denominate, screen, transform, normalise: minmax, weigh, aggregate: geometric, rank]", []),
        ("[aggregate: arithmetic]", []),
        ("[normalise: minmax, normalise: rank]", ["repeated_step"]),
        ("[rank, aggregate: geometric]", ["step_out_of_order"]),
        ("[aggregate: geometric, normalise: rank]", ["step_out_of_order"]),
        ("[aggregate: geometric, rank, weigh]", ["step_out_of_order"]),
        ("[aggregate: geometric, polish]", []),
        ("[impute]", ["missing_method"]),
        ("[treat: ]", ["missing_method"]),
        ("[normalise: {}]", ["missing_method"]),
        ("[aggregate: {missing: skip}]", ["missing_method"]),
        ("[normalise: [minmax]]", []),
        ("[weigh, transform]", []),
    ],
)
def test_steps_stand_once_in_order_and_with_their_method(
    spot: ReadSpot, pipeline: str, found: list[str]
) -> None:
    assert codes(spot(f"pipeline: {pipeline}\n")) == found


def test_an_index_needs_aggregate_and_chapters_alone_do_not(spot: ReadSpot) -> None:
    assert codes(spot("index: {id: a}\npipeline: [normalise: minmax]\n")) == ["no_aggregate"]
    assert codes(spot("index: {id: a}\n")) == ["no_aggregate"]
    assert codes(spot("pipeline: [normalise: minmax]\n")) == []


def test_one_slip_is_told_once(spot: ReadSpot) -> None:
    assert codes(spot("index: {id: a}\npipeline: [agregate: geometric]\n")) == []
    assert codes(spot("index: {id: a}\npipeline: {aggregate: geometric}\n")) == []
