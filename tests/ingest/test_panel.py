"""The panel: cells in their places, samples, sources beside files, scenarios over the base."""

from pathlib import Path

import numpy as np
import pytest

from chengshu.ingest.observations import Vocabulary
from chengshu.ingest.panel import read_panel, read_scenario
from chengshu.model import Extract, Indicator, Panel, SourceUse, Status, Text

VOCABULARY = Vocabulary(
    ("a", "b", "c"), ("x", "y", "n"), (Indicator("x", Text("甲")), Indicator("y", Text("乙")))
)
HEADER = "unit,indicator,period,value,status,as_of,source\n"
NAN = float("nan")


def build(folder: Path, rows: str, samples: str = "") -> Panel:
    (folder / "observations.csv").write_text(HEADER + rows, encoding="utf-8")
    if samples:
        (folder / "samples.csv").write_text("period,unit\n" + samples, encoding="utf-8")
    panel, issues = read_panel(folder, VOCABULARY, ())
    assert issues == []
    return panel


def test_cells_are_in_their_places(tmp_path: Path) -> None:
    panel = build(tmp_path, "a,x,2020,1,,2020-05,s\nb,y,2019,2,estimated,,\nc,n,2020,3,,,\n")
    assert panel.periods == ("2019", "2020")
    expected = np.full((2, 3, 3), NAN)
    expected[1, 0, 0], expected[0, 1, 1], expected[1, 2, 2] = 1, 2, 3
    np.testing.assert_array_equal(panel.values, expected)
    assert panel.status[0, 1, 1] == Status.ESTIMATED
    assert panel.status[0, 0, 0] == Status.MISSING
    assert (panel.origins, panel.dates) == (("s",), ("2020-05",))
    assert (panel.origin[1, 0, 0], panel.as_of[1, 0, 0], panel.origin[1, 2, 2]) == (0, 0, -1)


def test_without_a_file_the_sample_is_who_has_a_row_of_a_scored_indicator(tmp_path: Path) -> None:
    panel = build(tmp_path, "a,x,2020,,,,\nb,n,2020,1,,,\nc,y,2019,1,,,\n")
    np.testing.assert_array_equal(panel.sample, [[False, False, True], [True, False, False]])


def test_samples_csv_decides_where_it_is(tmp_path: Path) -> None:
    panel = build(tmp_path, "a,x,2020,1,,,\n", "2020,b\n2021,a\n")
    assert panel.periods == ("2020", "2021")
    np.testing.assert_array_equal(panel.sample, [[False, True, False], [True, False, False]])


def test_samples_speak_of_known_units(tmp_path: Path) -> None:
    (tmp_path / "observations.csv").write_text(HEADER + "a,x,2020,1,,,\n", encoding="utf-8")
    (tmp_path / "samples.csv").write_text("period,unit\n2020,z\n202,a\n", encoding="utf-8")
    _, issues = read_panel(tmp_path, VOCABULARY, ())
    assert [(issue.code, issue.where.line) for issue in issues] == [("unknown_unit", 2), ("period_form", 3)]


def test_no_data_at_all_is_an_issue(tmp_path: Path) -> None:
    _, issues = read_panel(tmp_path, VOCABULARY, ())
    assert [issue.code for issue in issues] == ["no_observations"]


SEGMENTS = SourceUse("segments", "number_segments", period="2023", as_of="2023-12", values={"x": "mobile"})
EXTRACT = Extract("number_segments", ("a", "b"), ("mobile",), np.array([[0.0], [NAN]]))


def test_a_source_fills_cells_with_its_origin_and_date(tmp_path: Path) -> None:
    panel, issues = read_panel(tmp_path, VOCABULARY, [(SEGMENTS, EXTRACT)])
    assert issues == []
    np.testing.assert_array_equal(panel.values[0, :, 0], [0.0, NAN, NAN])
    assert panel.status[0, :, 0].tolist() == [Status.OBSERVED, Status.MISSING, Status.MISSING]
    np.testing.assert_array_equal(panel.sample, [[True, True, False]])
    assert panel.origins == ("segments",)
    assert panel.dates == ("2023-12",)


def test_a_cell_has_one_origin(tmp_path: Path) -> None:
    (tmp_path / "observations.csv").write_text(HEADER + "a,x,2023,1,,,\n", encoding="utf-8")
    _, issues = read_panel(tmp_path, VOCABULARY, [(SEGMENTS, EXTRACT)])
    assert [issue.message("en") for issue in issues] == [
        "sources.yaml segments.values.x a x 2023: expected one origin for each cell, "
        "found 1 cells that observations.csv has too. Take the indicator out of one of them."
    ]


def test_a_scenario_replaces_cells_and_nothing_else(tmp_path: Path) -> None:
    base = build(tmp_path, "a,x,2020,1,,,\nb,x,2020,2,,,\n")
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "s.csv").write_text(
        HEADER + "b,x,2020,9,estimated,2021,other\n", encoding="utf-8"
    )
    panel, issues = read_scenario(tmp_path, "s", VOCABULARY, base)
    assert issues == []
    assert panel.values[0, :2, 0].tolist() == [1.0, 9.0]
    assert base.values[0, 1, 0] == 2.0
    assert panel.origins[panel.origin[0, 1, 0]] == "other"
    assert panel.status[0, 1, 0] == Status.ESTIMATED


@pytest.mark.parametrize(
    ("row", "code"), [("b,x,2021,9,,,", "scenario_period"), ("z,x,2020,9,,,", "unknown_unit")]
)
def test_a_scenario_stays_within_the_base(tmp_path: Path, row: str, code: str) -> None:
    base = build(tmp_path, "a,x,2020,1,,,\n")
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "s.csv").write_text(HEADER + row + "\n", encoding="utf-8")
    _, issues = read_scenario(tmp_path, "s", VOCABULARY, base)
    assert [issue.code for issue in issues] == [code]
