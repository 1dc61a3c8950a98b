from typing import Any

import pytest

from chengshu.model import Status
from chengshu.publish import summary
from chengshu.publish.marks import ILLUSTRATIVE_MARK


def test_it_has_the_leaders_the_tiers_and_what_was_not_placed(factory: Any) -> None:
    made = factory.sample(12)
    found = summary(made.edition, made.scores, "en", top=3)
    assert (found.title, found.period, found.units, found.scored, found.decimals) == (
        "Sample Index",
        "2023",
        12,
        12,
        1,
    )
    best = made.scores.values[0, :, 0].argsort()[::-1][:3]
    assert [unit.code for unit in found.leading] == [made.scores.units[place] for place in best]
    assert [unit.rank for unit in found.leading] == [1, 2, 3]
    assert found.leading[0].tier == "Group 1"
    assert [(tier.name, tier.count) for tier in found.tiers] == [
        ("Group 1", 3),
        ("Group 2", 3),
        ("Group 3", 2),
        ("Group 4", 2),
        ("Group 5", 2),
    ]
    assert [(each.source, each.count, each.total, each.share) for each in found.unplaced] == [
        ("Sample register", 100, 10_000, pytest.approx(0.01))
    ]
    assert found.mark == ""


def test_it_marks_illustrative_data(factory: Any) -> None:
    made = factory.sample(3, status=Status.ILLUSTRATIVE)
    assert summary(made.edition, made.scores, "zh").mark == ILLUSTRATIVE_MARK.zh


def test_without_scores_or_released_units_there_are_no_leaders(factory: Any) -> None:
    made = factory.sample(3)
    assert summary(made.edition, None, "zh").leading == ()
    withheld = factory.change(made, aggregates_only=("2023",))
    found = summary(withheld.edition, withheld.scores, "zh")
    assert (found.leading, found.tiers, found.period) == ((), (), "")
