"""The example has four cells: two observed, one imputed (starred), one blank."""

import numpy as np

from chengshu.index import method_cards
from chengshu.kernels import availability


def cells(name: str) -> list[str]:
    (card,) = [card for card in method_cards() if (card.verb, card.name) == ("screen", name)]
    return card.example.split("(")[0].removeprefix("x =").strip().split(", ")


def test_filled(worked) -> None:
    present = np.array([cell != "–" for cell in cells("filled")])
    assert worked("screen", "filled").is_what_comes_out_of(availability(present))


def test_observed(worked) -> None:
    present = np.array([cell != "–" and not cell.endswith("*") for cell in cells("observed")])
    assert worked("screen", "observed").is_what_comes_out_of(availability(present))
