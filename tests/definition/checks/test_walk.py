from collections.abc import Callable

from chengshu.definition.checks import walk
from chengshu.definition.places import Spot

ReadSpot = Callable[[str], Spot]

TREE = """
pipeline: [denominate, {weigh: equal}, normalize]
index:
  id: total
  children:
    - {id: a, indicators: [{id: x}, {id: y, levels: {no: 0, yes: 1}}]}
    - {id: b, children: [{id: c, indicators: [{id: z}]}]}
context: [{id: population}]
"""


def test_nodes_and_indicators_come_in_the_order_of_the_file(spot: ReadSpot) -> None:
    assert list(walk.ids(walk.nodes(spot(TREE)))) == ["total", "a", "b", "c"]
    assert list(walk.ids(walk.indicators(spot(TREE)))) == ["x", "y", "z"]
    assert list(walk.columns(spot(TREE)) or ()) == ["x", "y", "z", "population"]
    assert [walk.graded(item) for item in walk.indicators(spot(TREE))] == [False, True, False]


def test_what_has_another_shape_is_passed_over(spot: ReadSpot) -> None:
    odd = spot("index: {children: {a: 1}, indicators: text}\npipeline: 3\ncontext: [1, []]\n")
    assert [node["id"].word for node in walk.nodes(odd)] == [""]
    assert list(walk.indicators(odd)) == []
    assert list(walk.pipeline(odd)) == []


def test_where_an_id_is_missing_the_columns_are_not_known(spot: ReadSpot) -> None:
    assert walk.columns(spot("context: [{name: a}]\n")) is None


def test_a_step_that_stands_alone_has_no_options(spot: ReadSpot) -> None:
    steps = dict(walk.pipeline(spot(TREE)))
    assert steps["denominate"].value is None
    assert steps["weigh"].word == "equal"


def test_a_misspelt_step_counts_as_the_one_it_is_near(spot: ReadSpot) -> None:
    assert walk.steps(spot(TREE)) == {"denominate", "weigh", "normalize", "normalise"}
    assert "aggregate" in walk.steps(spot("pipeline: {normalise: minmax}\n"))
    assert walk.steps(spot("id: a\n")) == frozenset()
