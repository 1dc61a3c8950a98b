"""The worked examples of the cards, as numbers."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from chengshu.index import method_cards
from chengshu.model import MethodCard

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
PAGES = Path(__file__).parents[3] / "docs" / "methods"


class Worked:
    """What the card of one method gives as its example: the numbers before the arrow and those after it."""

    def __init__(self, card: MethodCard) -> None:
        before, after = card.example.split("→")
        self.given = [float(number) for number in NUMBER.findall(before)]
        self.result = [float(number) for number in NUMBER.findall(after)]
        decimals = [len(number.partition(".")[2]) for number in NUMBER.findall(after)]
        self.tolerance = 0.5 * 10.0 ** -max(decimals) if max(decimals) > 2 else 1e-9

    def column(self, start: int = 0, stop: int | None = None) -> np.ndarray:
        return np.array(self.given[start:stop])[:, np.newaxis]

    def is_what_comes_out_of(self, computed: np.ndarray | Sequence[float]) -> bool:
        found = np.ravel(np.asarray(computed, dtype=np.float64))
        return found.shape == (len(self.result),) and bool(
            np.allclose(found, self.result, rtol=0.0, atol=self.tolerance)
        )


@pytest.fixture(scope="session")
def worked() -> Callable[[str, str], Worked]:
    cards = {(card.verb, card.name): card for card in method_cards()}
    return lambda verb, name: Worked(cards[verb, name])


@pytest.fixture(scope="session")
def page() -> Callable[[str], str]:
    return lambda verb: (PAGES / f"{verb}.md").read_text(encoding="utf-8")
