"""Rows of observations: what is read, and what each wrong row is told."""

from pathlib import Path

import pytest

from chengshu.ingest.codes import city_code_list
from chengshu.ingest.observations import Vocabulary, observation_files, read_observations
from chengshu.model import Indicator, Level, Status, Text

GRADED = Indicator("cloud", Text("云"), levels=(Level("none", 0.0), Level("built", 70.0)))
VOCABULARY = Vocabulary(
    ("310000", "440300", "S-001"),
    ("ipv4", "cloud", "population"),
    (Indicator("ipv4", Text("地址")), GRADED),
    city_code_list(2020, frozenset({"310000", "440300"})),
)
HEADER = "unit,indicator,period,value,status,as_of,source,evidence,note\n"


def write(folder: Path, rows: str, name: str = "observations.csv") -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEADER + rows, encoding="utf-8")
    return path


def test_values_levels_and_statuses(tmp_path: Path) -> None:
    write(
        tmp_path,
        "310000,ipv4,2020,1.5,,2020-06,a,,\n"
        "440300,ipv4,2020,,observed,,,,\n"
        "310000,cloud,2020,built,estimated,,,,\n"
        "S-001,ipv4,2020,-3e2,illustrative,,,,\n"
        "310115,population,2020-Q3,7,,,,,\n",
    )
    cells, issues = read_observations(tmp_path, VOCABULARY)
    assert issues == []
    assert cells["number"].to_list() == [1.5, None, 70.0, -300.0, 7.0]
    assert cells["level"].to_list() == [-1, -1, 1, -1, -1]
    assert cells["status"].to_list() == [
        Status.OBSERVED,
        Status.MISSING,
        Status.ESTIMATED,
        Status.ILLUSTRATIVE,
        Status.OBSERVED,
    ]
    assert cells["unit"][4] == "310000"


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("999999,ipv4,2020,1,,,,,", "unknown_unit"),
        (",ipv4,2020,1,,,,,", "unknown_unit"),
        ("310000,ipv6,2020,1,,,,,", "unknown_indicator"),
        ("310000,ipv4,20,1,,,,,", "period_form"),
        ("310000,ipv4,2020-13,1,,,,,", "period_form"),
        ("310000,ipv4,2020-Q5,1,,,,,", "period_form"),
        ("310000,ipv4,,1,,,,,", "period_form"),
        ("310000,ipv4,2020,abc,,,,,", "not_a_number"),
        ('310000,ipv4,2020,"1,234",,,,,', "not_a_number"),
        ("310000,ipv4,2020,12%,,,,,", "not_a_number"),
        ("310000,ipv4,2020,nan,,,,,", "not_a_number"),
        ("310000,ipv4,2020,inf,,,,,", "not_a_number"),
        ("310000,cloud,2020,70,,,,,", "unknown_level"),
        ("310000,ipv4,2020,1,guessed,,,,", "unknown_status"),
        ("310000,ipv4,2020,1,missing,,,,", "missing_with_value"),
        ("310000,ipv4,2020,1,illustrative,,,,", "illustrative_on_real_unit"),
        ("310000,ipv4,2020,1,,2020-6,,,", "date_form"),
        ("440300,ipv4,2020,1,,,,,", "duplicate_observation"),
    ],
)
def test_each_wrong_row_has_its_issue(tmp_path: Path, row: str, code: str) -> None:
    write(tmp_path, f"440300,ipv4,2020,1,,,,,\n{row}\n")
    _, issues = read_observations(tmp_path, VOCABULARY)
    assert [(issue.code, issue.where.line) for issue in issues] == [(code, 3)]


def test_folded_codes_meet_as_duplicates(tmp_path: Path) -> None:
    write(tmp_path, "310000,ipv4,2020,1,,,,,\n310115,ipv4,2020,2,,,,,\n")
    _, issues = read_observations(tmp_path, VOCABULARY)
    assert [issue.code for issue in issues] == ["duplicate_observation"]


def test_several_files_are_read_together_and_may_not_repeat_each_other(tmp_path: Path) -> None:
    write(tmp_path, "310000,ipv4,2020,1,,,,,\n", "observations/a.csv")
    write(tmp_path, "310000,ipv4,2020,2,,,,,\n440300,ipv4,2020,3,,,,,\n", "observations/b.csv")
    assert [path.name for path in observation_files(tmp_path)] == ["a.csv", "b.csv"]
    cells, issues = read_observations(tmp_path, VOCABULARY)
    assert len(cells) == 3
    assert [issue.message("en") for issue in issues] == [
        "observations/b.csv 310000 ipv4 2020: expected one row for each unit, indicator and period, "
        "found a row in observations/a.csv as well. Keep one row and remove the others."
    ]


def test_without_a_definition_only_what_does_not_need_it_is_checked(tmp_path: Path) -> None:
    write(tmp_path, "999999,whatever,2020,abc,,,,,\n310000,ipv4,20,1,,,,,\n")
    _, issues = read_observations(tmp_path, Vocabulary())
    assert [issue.code for issue in issues] == ["period_form"]


def test_no_file_no_cells(tmp_path: Path) -> None:
    cells, issues = read_observations(tmp_path, VOCABULARY)
    assert cells.is_empty()
    assert issues == []
