"""Method cards are values: equal by content, and fit for a set."""

from chengshu.model import MethodCard, Text


def card(name: str) -> MethodCard:
    text = Text("文", "text")
    return MethodCard("normalise", name, text, text, "x", text, "OECD/JRC 2008", "1 -> 1")


def test_cards_are_values() -> None:
    assert card("minmax") == card("minmax")
    assert len({card("minmax"), card("minmax"), card("rank")}) == 2
