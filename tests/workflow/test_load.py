"""From folder to edition: every fault of definition, units and observations in one error."""

from pathlib import Path

import numpy as np
import pytest

from chengshu.model import EditionError
from chengshu.workflow.cache import Cache
from chengshu.workflow.load import load_edition

NO_STORE = Cache(None)


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_a_small_edition(small: Path) -> None:
    edition = load_edition(small, NO_STORE)
    assert edition.framework.id == "small"
    assert edition.units.codes == ("a", "b", "c")
    np.testing.assert_array_equal(edition.panel.values[0, :, 0], [10, 20, 30])
    assert sorted(edition.files) == ["edition.yaml", "observations.csv", "units.csv"]


def test_the_hash_follows_the_content_and_not_the_place(small: Path, tmp_path: Path) -> None:
    before = load_edition(small, NO_STORE).hash
    moved = small.rename(tmp_path / "moved")
    assert load_edition(moved, NO_STORE).hash == before
    append(moved / "observations.csv", "b,people,2020,7\n")
    assert load_edition(moved, NO_STORE).hash != before


def test_faults_of_all_files_are_told_at_once(small: Path) -> None:
    append(small / "units.csv", "a,甲市,Jia,\n")
    append(small / "observations.csv", "a,speed,2021,fast\nz,speed,2020,1\n")
    with pytest.raises(EditionError) as caught:
        load_edition(small, NO_STORE)
    assert {issue.code for issue in caught.value.issues} == {"duplicate_unit", "not_a_number", "unknown_unit"}


def test_a_wrong_definition_does_not_hide_faults_of_the_data(small: Path) -> None:
    edition = small / "edition.yaml"
    edition.write_text(edition.read_text(encoding="utf-8").replace("minmax", "min-max"), encoding="utf-8")
    append(small / "units.csv", "a,甲市,Jia,\n")
    append(small / "observations.csv", "a,speed,twenty,1\n")
    with pytest.raises(EditionError) as caught:
        load_edition(small, NO_STORE)
    files = [issue.where.file for issue in caught.value.issues]
    assert {"edition.yaml", "units.csv", "observations.csv"} <= set(files)


def test_a_scenario_is_a_panel_of_its_own(small: Path) -> None:
    append(small / "edition.yaml", "scenarios:\n  - {id: high, name: {zh: 高, en: High}}\n")
    (small / "scenarios").mkdir()
    (small / "scenarios" / "high.csv").write_text(
        "unit,indicator,period,value\na,speed,2020,99\n", encoding="utf-8"
    )
    edition = load_edition(small, NO_STORE)
    assert edition.panel.values[0, 0, 0] == 10
    assert edition.scenarios["high"].values[0, 0, 0] == 99


def test_a_group_must_be_a_column_of_the_units(small: Path) -> None:
    edition = small / "edition.yaml"
    step = "pipeline:\n  - impute: {method: group_mean, by: region}"
    edition.write_text(edition.read_text(encoding="utf-8").replace("pipeline:", step), encoding="utf-8")
    with pytest.raises(
        EditionError, match=r"expected a grouping column of units\.csv: province, found 'region'"
    ):
        load_edition(small, NO_STORE)


def test_companions_must_ship_with_the_program(small: Path) -> None:
    append(small / "edition.yaml", "companions: [nowhere]\n")
    with pytest.raises(EditionError, match=r"companions\.nowhere: expected an edition that ships"):
        load_edition(small, NO_STORE)


def test_the_registry_has_places_from_its_source_and_no_nan_among_them() -> None:
    from chengshu.workflow.folders import find_edition

    edition = load_edition(find_edition("open-registry"), NO_STORE)
    placed = [unit for unit in edition.units.items if unit.lon is not None]
    assert len(placed) > 330
    assert all(np.isfinite(unit.lon or np.nan) for unit in placed)
