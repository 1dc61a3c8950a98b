from dataclasses import replace
from typing import Any

import numpy as np

from chengshu.model import Issue, Severity, Status, Where
from chengshu.publish.released import (
    illustrative,
    released_issues,
    released_sample,
    score_status,
    shown_period,
)


def test_one_illustrative_cell_of_a_scenario_marks_the_edition(factory: Any) -> None:
    edition = factory.sample(3).edition
    assert not illustrative(edition)
    status = edition.panel.status.copy()
    status[0, 0, 0] = Status.ILLUSTRATIVE
    assert illustrative(replace(edition, scenarios={"grey": replace(edition.panel, status=status)}))


def test_no_unit_of_a_period_with_aggregates_only_is_released(factory: Any) -> None:
    made = factory.change(factory.sample(3, ("2019", "2020")), aggregates_only=("2020",))
    assert released_sample(made.edition).tolist() == [[True] * 3, [False] * 3]
    assert shown_period(made.edition) == "2019"


def test_the_last_period_with_units_is_shown(factory: Any) -> None:
    edition = factory.sample(3, ("2019", "2020")).edition
    assert shown_period(edition) == "2020"
    empty = replace(edition.panel, sample=np.array([[True] * 3, [False] * 3]))
    assert shown_period(replace(edition, panel=empty)) == "2019"
    assert shown_period(replace(edition, panel=replace(empty, sample=np.zeros((2, 3), bool)))) == ""


def test_issues_of_withheld_periods_are_counted_and_name_no_unit(factory: Any) -> None:
    made = factory.change(factory.sample(3, ("2019", "2020")), aggregates_only=("2019",))
    found = [
        Issue("blank", Severity.WARNING, Where("observations.csv", 4), "S-001", "i1", "2019", "7"),
        Issue("blank", Severity.WARNING, Where("observations.csv", 5), "S-002", "i1", "2019", "8"),
        Issue("odd", Severity.WARNING, value="9"),
        Issue("blank", Severity.WARNING, Where("observations.csv", 6), "S-003", "i1", "2020"),
        Issue("blank", Severity.WARNING, Where("observations.csv", 6), "S-003", "i1", "2020"),
    ]
    listed = released_issues(replace(made.edition, issues=tuple(found)), None)
    assert [(issue.code, issue.unit, issue.period, issue.value, issue.where.line) for issue in listed] == [
        ("blank", "S-003", "2020", "", 6),
        ("blank", "", "2019", "2", None),
        ("odd", "", "", "1", None),
    ]


def test_the_greatest_status_wins() -> None:
    assert score_status([]) is Status.MISSING
    assert score_status([Status.OBSERVED, Status.ILLUSTRATIVE, Status.ESTIMATED]) is Status.ILLUSTRATIVE
