from collections.abc import Callable

import pytest

from chengshu.definition.checks import check_tiers
from chengshu.definition.places import Spot

ReadSpot = Callable[[str], Spot]


@pytest.mark.parametrize(
    ("method", "bands", "found"),
    [
        ("thresholds", "{above: 85}, {from: 65}, {}", []),
        ("thresholds", "{above: 85}, {above: 85}, {}", ["bounds_not_falling"]),
        ("thresholds", "{above: 85}, {from: 90}, {from: 87}, {}", ["bounds_not_falling"]),
        ("thresholds", "{above: 85, from: 85}, {}", ["band_bound"]),
        ("thresholds", "{id: a}, {id: b}, {id: c}", ["band_bound", "band_bound"]),
        ("thresholds", "{above: 85}, {from: 40}", ["last_band"]),
        ("thresholds", "{above: high}, {from: 40}, {}", []),
        ("thresholds", "{}", ["too_few_bands"]),
        ("quantile", "{}, {}, {}", []),
        ("jenks", "{above: 85}, {from: 40}", ["bound_without_thresholds", "bound_without_thresholds"]),
        ("halves", "{above: 85}, {}", []),
    ],
)
def test_bounds(spot: ReadSpot, method: str, bands: str, found: list[str]) -> None:
    text = f"index: {{id: a}}\ntiers: {{method: {method}, bands: [{bands}]}}\n"
    assert [issue.code for issue in check_tiers(spot(text))] == found


def test_tiers_need_an_index(spot: ReadSpot) -> None:
    assert [issue.code for issue in check_tiers(spot("tiers: {method: jenks, bands: [{}, {}]}\n"))] == [
        "no_index"
    ]
    assert list(check_tiers(spot("id: a\n"))) == []
