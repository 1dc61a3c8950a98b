"""Units are found by code and carry their groups."""

import pytest

from chengshu.model import Text, Unit, Units

UNITS = Units(
    (
        Unit("310000", Text("上海市"), groups={"province": "上海市"}),
        Unit("320100", Text("南京市"), groups={"province": "江苏省", "delta": "yes"}),
    )
)


def test_access() -> None:
    assert len(UNITS) == 2
    assert "310000" in UNITS
    assert "999999" not in UNITS
    assert UNITS["320100"].name.zh == "南京市"
    assert UNITS.codes == ("310000", "320100")
    with pytest.raises(KeyError):
        UNITS["999999"]


def test_groups() -> None:
    assert UNITS.group_columns == ("province", "delta")
    assert UNITS.group_labels("delta") == ("", "yes")
