"""COINr's reference tables as arrays."""

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

Table = Callable[..., np.ndarray]


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def number(cell: str) -> float:
    return np.nan if cell in {"NA", "NaN"} else float(cell)


class Asem:
    """The example of 51 countries: tables by country code and indicator, in one order."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        meta = [row for row in rows(folder / "input/iMeta.csv") if row["Type"] == "Indicator"]
        self.indicators = [row["iCode"] for row in meta]
        self.signs = np.array([float(row["Direction"]) for row in meta])
        self.units = [row["uCode"] for row in rows(folder / "steps/1_raw.csv")]

    def table(self, file: str, columns: list[str] | None = None) -> np.ndarray:
        found = {row["uCode"]: row for row in rows(self.folder / file)}
        wanted = self.indicators if columns is None else columns
        return np.array([[number(found[unit][column]) for column in wanted] for unit in self.units])

    def rows(self, file: str) -> list[dict[str, str]]:
        return rows(self.folder / file)


@pytest.fixture(scope="session")
def asem(reference: Path) -> Asem:
    return Asem(reference / "asem")


@pytest.fixture(scope="session")
def draws() -> np.ndarray:
    """Three draws of two periods of forty units and five indicators, some cells missing, one column skewed."""
    stream = np.random.default_rng(20201103)
    values = stream.normal(50.0, 10.0, (3, 2, 40, 5))
    values[..., 3] = np.exp(stream.normal(0.0, 2.0, (3, 2, 40)))
    values[stream.random(values.shape) < 0.1] = np.nan
    return values


@pytest.fixture(scope="session")
def same_for_each_draw(draws: np.ndarray) -> Callable[[Callable[[np.ndarray], np.ndarray]], None]:
    """Assert that a kernel gives a stack of draws what it gives each draw alone."""

    def check(kernel: Callable[[np.ndarray], np.ndarray]) -> None:
        singly = np.stack([np.stack([kernel(period) for period in draw]) for draw in draws])
        np.testing.assert_array_equal(kernel(draws), singly)

    return check
