"""Frameworks and panels of a few lines, for tests of single rules."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from chengshu.model import (
    Aggregate,
    Aggregator,
    ContextItem,
    Framework,
    Indicator,
    Node,
    Panel,
    Status,
    Text,
    Unit,
    Units,
)

MEAN = Aggregate(Aggregator.ARITHMETIC)


class Bench:
    """Makes nouns from bare arrays: indicators a, b, c …; units u0, u1, …; periods 2019, 2020, …"""

    def indicators(self, number: int, **options: Any) -> tuple[Indicator, ...]:
        return tuple(Indicator(letter, Text(letter), **options) for letter in "abcdefghij"[:number])

    def framework(
        self, children: Sequence[Node | Indicator], pipeline: Sequence[Any] = (), **options: Any
    ) -> Framework:
        node = {key: options.pop(key) for key in ("aggregate", "weigh") if key in options}
        index = Node("total", Text("总指数", "Index"), tuple(children), **{"aggregate": MEAN, **node})
        return Framework("bench", Text("试验", "Bench"), tuple(pipeline), index, **options)

    def node(self, name: str, children: Sequence[Node | Indicator], **options: Any) -> Node:
        return Node(name, Text(name), tuple(children), **{"aggregate": MEAN, **options})

    def context(self, *names: str, **options: Any) -> tuple[ContextItem, ...]:
        return tuple(ContextItem(name, Text(name), **options) for name in names)

    def units(self, number: int, groups: Sequence[str] = ()) -> Units:
        return Units(
            tuple(
                Unit(
                    f"u{place}",
                    Text(f"u{place}"),
                    groups={"group": groups[place]} if groups and groups[place] else {},
                )
                for place in range(number)
            )
        )

    def panel(self, framework: Framework, values: Any, **given: Any) -> Panel:
        """A panel of ``(period, unit, indicator)``, or of one period if the periods are left out."""
        array = np.asarray(values, dtype=np.float64)
        array = array[np.newaxis] if array.ndim == 2 else array
        observed = np.where(np.isnan(array), Status.MISSING, Status.OBSERVED).astype(np.int8)
        whole = np.full(array.shape, -1)
        return Panel(
            periods=tuple(str(2019 + place) for place in range(array.shape[0])),
            units=tuple(f"u{place}" for place in range(array.shape[1])),
            indicators=framework.columns,
            values=array,
            status=np.asarray(given.get("status", observed), dtype=np.int8).reshape(array.shape),
            level=whole.astype(np.int8),
            origin=whole.astype(np.int32),
            as_of=whole.astype(np.int32),
            sample=np.asarray(given.get("sample", np.ones(array.shape[:2])), dtype=np.bool_).reshape(
                array.shape[:2]
            ),
        )


@pytest.fixture(scope="session")
def bench() -> Bench:
    return Bench()
