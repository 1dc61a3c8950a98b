"""The index of the reference input, built from an edition folder, agrees with every file of its steps."""

import math
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from tests.reference.asem import PERIOD, records, write_edition

from chengshu.kernels import kurtosis, skewness
from chengshu.workflow import Order, check_edition, make_run

TOLERANCE = 1e-9
STEPS = {
    "1_raw": "01_raw",
    "2_denominated": "02_denominate",
    "3_imputed": "03_impute",
    "4_screened": "04_screen",
    "5_treated": "05_treat",
    "6_normalised": "06_normalise",
    "7_aggregated": "07_aggregate",
}

Row = Mapping[str, str]


@pytest.fixture(scope="module")
def steps(reference: Path) -> Path:
    return reference / "asem" / "steps"


@pytest.fixture(scope="module")
def data(reference: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `build` writes for the edition made of the reference input."""
    folder = tmp_path_factory.mktemp("asem")
    write_edition(reference / "asem", folder / "edition")
    # Two units lack their energy consumption, by which an indicator is divided.
    assert {issue.code for issue in check_edition(str(folder / "edition"))} == {"denominator_missing"}
    make_run(Order(str(folder / "edition"), folder / "out", store=False), lambda _: None)
    return folder / "out" / "data"


def ours(data: Path, step: str) -> dict[str, dict[str, float]]:
    """One of our step files: unit, then column, then value."""
    table = pl.read_csv(data / "steps" / f"{step}.csv")
    return {
        row["unit"]: {
            name: math.nan if value is None else value for name, value in row.items() if name not in KEYS
        }
        for row in table.iter_rows(named=True)
    }


KEYS = ("unit", "period", "status")


def number(cell: str) -> float:
    return math.nan if cell in ("NA", "NaN", "") else float(cell)


@pytest.mark.parametrize(("theirs", "step"), STEPS.items())
def test_every_step_agrees(steps: Path, data: Path, theirs: str, step: str) -> None:
    found = ours(data, step)
    rows = list(records(steps / f"{theirs}.csv"))
    assert len(rows) == len(found) == 51
    columns = [name for name in rows[0] if name != "uCode"]
    assert set(columns) == set(next(iter(found.values())))
    expected = np.array([[number(row[name]) for name in columns] for row in rows])
    mine = np.array([[found[row["uCode"]][name] for name in columns] for row in rows])
    np.testing.assert_allclose(mine, expected, rtol=TOLERANCE, atol=0, equal_nan=True)


def test_screening_agrees(steps: Path, data: Path) -> None:
    """Missing, zero and share of data as counted when the step is reached; nobody is left out."""
    imputed = ours(data, "03_impute")
    for row in records(steps / "4_screen_DataSummary.csv"):
        values = np.array(list(imputed[row["uCode"]].values()))
        missing, zero = int(np.isnan(values).sum()), int((values == 0).sum())
        assert (missing, zero, missing + zero) == tuple(
            int(row[name]) for name in ("N_missing", "N_zero", "N_miss_or_zero")
        )
        assert math.isclose(1 - missing / values.size, float(row["Dat_Avail"]), rel_tol=TOLERANCE)
        assert math.isclose(1 - zero / (values.size - missing), float(row["Non_Zero"]), rel_tol=TOLERANCE)
        assert row["Included"] == "TRUE"
    assert list(records(steps / "4_screen_RemovedUnits.csv")) == []
    issues = pl.read_csv(data / "issues.csv")
    assert "screened_out" not in issues["code"].to_list()


def test_treatment_details_agree(steps: Path, data: Path) -> None:
    before, after = ours(data, "04_screen"), ours(data, "05_treat")
    units = list(before)
    for row in records(steps / "5_treat_Dets_Table.csv"):
        name = row["iCode"]
        raw = np.array([[before[unit][name]] for unit in units])
        treated = np.array([[after[unit][name]] for unit in units])
        changed = int((raw != treated).sum())
        assert math.isclose(skewness(raw).item(), float(row["check_SkewKurt0.Skew"]), rel_tol=TOLERANCE)
        assert math.isclose(kurtosis(raw).item(), float(row["check_SkewKurt0.Kurt"]), rel_tol=TOLERANCE)
        passes = not (abs(skewness(raw).item()) > 2 and kurtosis(raw).item() > 3.5)
        assert passes == (row["check_SkewKurt0.Pass"] == "TRUE")
        assert changed == (0 if row["winsorise.nwin"] == "NA" else int(row["winsorise.nwin"]))
        if row["check_SkewKurt1.Skew"] != "NA":
            assert math.isclose(
                skewness(treated).item(), float(row["check_SkewKurt1.Skew"]), rel_tol=TOLERANCE
            )
            assert math.isclose(
                kurtosis(treated).item(), float(row["check_SkewKurt1.Kurt"]), rel_tol=TOLERANCE
            )
            assert row["check_SkewKurt1.Pass"] == "TRUE"


def test_treated_points_agree(steps: Path, data: Path) -> None:
    before, after = ours(data, "04_screen"), ours(data, "05_treat")
    for row in records(steps / "5_treat_Treated_Points.csv"):
        unit = row["uCode"]
        for name, mark in row.items():
            if name != "uCode":
                change = after[unit][name] - before[unit][name]
                assert mark == ("winhi" if change < 0 else "winlo" if change > 0 else ""), (unit, name)


def test_scores_are_the_aggregated_values(steps: Path, data: Path) -> None:
    scores = pl.read_csv(data / "scores.csv", schema_overrides={"period": pl.String})
    index = scores.filter((pl.col("node") == "Index") & (pl.col("period") == PERIOD))
    expected = {row["uCode"]: float(row["Index"]) for row in records(steps / "7_aggregated.csv")}
    found = dict(zip(index["unit"], index["score"], strict=True))
    assert found.keys() == expected.keys()
    for unit, score in expected.items():
        assert math.isclose(found[unit], score, rel_tol=TOLERANCE)
