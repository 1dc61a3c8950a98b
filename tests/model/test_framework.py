"""The tree is walked parents first, and levels count from the indicators."""

from chengshu.model import Aggregate, Aggregator, ContextItem, Framework, Indicator, Node, Text, Weight

MEAN = Aggregate(Aggregator.ARITHMETIC)


def node(name: str, *children: Node | Indicator) -> Node:
    return Node(name, Text(name), children, MEAN)


def leaf(name: str) -> Indicator:
    return Indicator(name, Text(name))


FRAMEWORK = Framework(
    "f",
    Text("f"),
    index=node("total", node("deep", node("deeper", leaf("a"))), node("flat", leaf("b"), leaf("c"))),
    context=(ContextItem("population", Text("人口")),),
)


def test_order_of_the_tree() -> None:
    assert [item.id for item in FRAMEWORK.tree] == ["total", "deep", "deeper", "a", "flat", "b", "c"]
    assert [item.id for item in FRAMEWORK.nodes] == ["total", "deep", "deeper", "flat"]
    assert FRAMEWORK.columns == ("a", "b", "c", "population")


def test_a_level_is_one_more_than_the_highest_below() -> None:
    assert FRAMEWORK.levels == {"total": 3, "deep": 2, "deeper": 1, "a": 0, "flat": 1, "b": 0, "c": 0}


def test_a_framework_may_have_no_index() -> None:
    assert Framework("f", Text("f")).tree == ()
    assert Framework("f", Text("f")).columns == ()


def test_weights_by_period() -> None:
    weight = Weight(0.5, {"2020": 0.25})
    assert (weight.at("2019"), weight.at("2020")) == (0.5, 0.25)
