"""An edition hands out the framework of its definition."""

import numpy as np

from chengshu.model import Definition, Edition, Framework, Panel, Text, Units


def test_framework_is_that_of_the_definition() -> None:
    framework = Framework("f", Text("f"))
    empty = np.zeros((0, 0, 0))
    panel = Panel(
        (),
        (),
        (),
        empty,
        empty.astype(np.int8),
        empty.astype(np.int8),
        empty.astype(np.int32),
        empty.astype(np.int32),
        np.zeros((0, 0), bool),
    )
    assert Edition(Definition(framework), Units(()), panel, "hash", {}).framework is framework
