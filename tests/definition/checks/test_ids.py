from collections.abc import Callable

from chengshu.definition.checks import check_ids
from chengshu.definition.places import Spot

ReadSpot = Callable[[str], Spot]


def test_ids_are_unique_over_nodes_indicators_and_context(spot: ReadSpot) -> None:
    text = """
index:
  id: total
  children:
    - id: a
      indicators: [{id: x}]
    - id: b
      indicators:
        - {id: x}
        - {id: a}
context:
  - {id: total}
"""
    found = [(issue.where.line, issue.found.en) for issue in check_ids(spot(text))]
    assert found == [(8, "'x', used in line 5"), (9, "'a', used in line 4"), (11, "'total', used in line 2")]


def test_bands_and_scenarios_have_ids_of_their_own(spot: ReadSpot) -> None:
    text = """
context: [{id: a}]
tiers: {bands: [{id: a}, {id: a}]}
scenarios: [{id: a}, {id: b}, {id: a}]
"""
    assert [issue.where.path for issue in check_ids(spot(text))] == ["tiers.bands.a.id", "scenarios.a.id"]


def test_items_without_an_id_are_told_elsewhere(spot: ReadSpot) -> None:
    assert list(check_ids(spot("context: [{name: a}, {name: a}, {id: }, {id: }, text]\n"))) == []
