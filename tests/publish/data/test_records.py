from typing import Any

import pytest

from chengshu.model import Extract, Issue, Severity, Text, Where
from chengshu.publish.data.records import issue_table, unplaced_table


def test_issues_carry_place_cell_and_note_in_both_languages() -> None:
    issue = Issue(
        "blank",
        Severity.WARNING,
        Where("observations.csv", 7, "value"),
        "S-001",
        "i0",
        "2023",
        "x",
        expected=Text("数字", "a number"),
        found=Text("x", "x"),
    )
    table = issue_table([issue])
    assert (
        ",".join(table.columns) == "code,severity,file,line,path,unit,indicator,period,value,note_zh,note_en"
    )
    assert table.row(0) == (
        "blank",
        "warning",
        "observations.csv",
        7,
        "value",
        "S-001",
        "i0",
        "2023",
        "x",
        issue.note("zh"),
        issue.note("en"),
    )
    assert len(issue_table([])) == 0


def test_unplaced_records_come_with_their_share_from_the_largest_down(factory: Any) -> None:
    table = unplaced_table(factory.sample(2).edition.extracts)
    assert table.columns == ["source", "measure", "place", "count", "share", "reason_zh", "reason_en"]
    assert table["place"].to_list() == ["某地", "香港"]
    assert table["share"].to_list() == pytest.approx([0.007, 0.003])


def test_a_measure_without_total_has_no_share(factory: Any) -> None:
    known = factory.sample(2).edition.extracts["register"]
    bare = Extract("register", known.units, known.fields, known.values, unplaced=known.unplaced)
    assert unplaced_table({"register": bare})["share"].to_list() == [None, None]
