"""What each indicator and node gets after all overrides above it."""

from pathlib import Path

from chengshu.definition import read_definition
from chengshu.definition.tree import weight_of
from chengshu.model import (
    Aggregator,
    Denominator,
    Direction,
    Indicator,
    Level,
    Node,
    Normaliser,
    Text,
    Transformation,
    Weigher,
    Weight,
)


def items(folder: Path) -> dict[str, Node | Indicator]:
    return {item.id: item for item in read_definition(folder).framework.tree}


def rewrite(folder: Path, *changes: tuple[str, str]) -> Path:
    path = folder / "edition.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return folder


def test_an_indicator_resolves_what_is_above_it(edition: Path) -> None:
    ipv4 = items(edition)["ipv4"]
    assert isinstance(ipv4, Indicator)
    assert ipv4.denominator == Denominator("population", 10000)
    assert ipv4.transform is not None
    assert ipv4.transform.method is Transformation.LOG
    assert ipv4.normalise is not None
    # The method is its own, the range is that of the node above, the pipeline has neither.
    assert (ipv4.normalise.method, ipv4.normalise.to) == (Normaliser.GOALPOSTS, (1.0, 100.0))
    assert (ipv4.normalise.low, ipv4.normalise.high, ipv4.normalise.clip) == (100.0, 20000.0, True)
    assert ipv4.unit == Text("addresses", "addresses")


def test_an_override_holds_below_its_node_and_nowhere_else(edition: Path) -> None:
    found = items(edition)
    outages, cloud = found["outages"], found["government_cloud"]
    assert isinstance(outages, Indicator)
    assert isinstance(cloud, Indicator)
    assert outages.normalise is not None
    assert outages.normalise.to == (1.0, 100.0)
    assert outages.impute is not None
    assert cloud.impute is None


def test_aggregate_holds_for_its_node_alone(edition: Path) -> None:
    found = items(
        rewrite(edition, ("  name: {zh: 总指数, en: Index}\n", "  name: {zh: 总指数}\n  weigh: equal\n"))
    )
    nodes = [found[name] for name in ("total", "infrastructure", "services")]
    assert all(isinstance(node, Node) for node in nodes)
    assert [node.aggregate.method for node in nodes if isinstance(node, Node)] == [
        Aggregator.ARITHMETIC,
        Aggregator.GEOMETRIC,
        Aggregator.ARITHMETIC,
    ]
    assert [node.weigh.method for node in nodes if isinstance(node, Node)] == [
        Weigher.EQUAL,
        Weigher.DECLARED,
        Weigher.DECLARED,
    ]


def test_an_override_is_set_again_further_down(edition: Path) -> None:
    found = items(
        rewrite(
            edition, ("          direction: negative\n", "          impute: mean\n          treat: none\n")
        )
    )
    outages, ipv4 = found["outages"], found["ipv4"]
    assert isinstance(outages, Indicator)
    assert isinstance(ipv4, Indicator)
    assert outages.impute is not None
    assert (outages.impute.method.value, outages.impute.by) == ("mean", "")
    assert outages.treat is None
    assert ipv4.treat is not None


def test_a_graded_indicator_is_neither_treated_nor_normalised(edition: Path) -> None:
    cloud = items(rewrite(edition, ("      impute: none\n", "      transform: sqrt\n")))["government_cloud"]
    assert isinstance(cloud, Indicator)
    assert (cloud.treat, cloud.transform, cloud.normalise) == (None, None, None)
    assert cloud.impute is not None
    assert cloud.levels[2] == Level("built", 70.0, Text("已建成", "Built"))
    assert [level.score for level in cloud.levels] == [0.0, 30.0, 70.0, 100.0]
    assert cloud.adopted == ("built", "effective")


def test_weights_and_directions(edition: Path) -> None:
    found = items(edition)
    assert found["infrastructure"].weight == Weight(0.25)
    assert found["outages"].weight == Weight(1.0, {"2019": 1.0, "2020": 2.0})
    assert [found[name].direction for name in ("ipv4", "outages")] == [Direction.POSITIVE, Direction.NEGATIVE]


def test_a_period_that_a_weight_does_not_name_has_the_weight_one() -> None:
    assert weight_of({"2019": 3.0}).at("2021") == 1.0
