from collections.abc import Callable

import pytest

from chengshu.definition.places import Spot, locate

TEXT = """
pipeline:
  - denominate
  - normalise: {method: minmax}
index:
  id: total
  children:
    - id: infra
      indicators:
        - id: ipv4
          normalise: {low: 1}
        - name: {zh: 无编号}
cities:
  - {code: 110000, share: 1}
"""

ReadSpot = Callable[[str], Spot]


@pytest.mark.parametrize(
    ("steps", "line", "path"),
    [
        (("pipeline", 0), 2, "pipeline.denominate"),
        (("pipeline", 1, "normalise", "method"), 3, "pipeline.normalise.method"),
        (("pipeline", 1), 3, "pipeline.normalise"),
        (("index", "children", 0, "indicators", 0, "normalise", "low"), 10, "indicators.ipv4.normalise.low"),
        (("index", "children", 0, "indicators", 1, "name"), 11, "children.infra.indicators[2].name"),
        (("index", "children", 0, "weight"), 7, "children.infra.weight"),
        (("index", "name"), 4, "index.name"),
        (("title",), 1, "title"),
        (("cities", 0, "share"), 13, "cities.110000.share"),
    ],
)
def test_a_value_has_its_line_and_path(
    spot: ReadSpot, steps: tuple[str | int, ...], line: int, path: str
) -> None:
    where = locate(spot(TEXT).document, steps)
    assert (where.file, where.line, where.path) == ("file.yaml", line, path)


def test_what_pydantic_adds_to_a_way_is_left_out(spot: ReadSpot) -> None:
    document = spot("weight: {2019: x}").document
    assert locate(document, ("weight", "<mapping>", "2019")).path == "weight.2019"
    assert locate(document, ("weight", "2019", "[key]")).path == "weight.2019"


def test_steps_below_a_bare_word_end_at_the_word(spot: ReadSpot) -> None:
    assert locate(spot("normalise: min-max").document, ("normalise", "method")).path == "normalise"


def test_what_is_not_there_can_be_asked_for(spot: ReadSpot) -> None:
    root = spot("a: {b: 1}")
    nowhere = root["x"]["y"]
    assert (nowhere.value, nowhere.word, nowhere.number, nowhere.names, list(nowhere.items())) == (
        None,
        "",
        None,
        (),
        [],
    )
    assert root["a"].get("b", root).number == 1
    assert root["a"].get("c", root) is root
    assert "b" in root["a"]
    assert "c" not in root["a"]
