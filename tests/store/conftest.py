"""Nouns with every awkward value, and a look at their bits that does not use the store's own reading."""

import dataclasses
import struct
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

import numpy as np
import pytest

from chengshu.model import (
    Extract,
    Issue,
    Panel,
    Scores,
    Severity,
    StepResult,
    Text,
    TierTable,
    Unit,
    Units,
    Unplaced,
    Where,
)

# A quiet NaN whose payload is not the usual one.
MARKED_NAN = np.uint64(0x7FF8_0000_0000_BEEF).view(np.float64)
AWKWARD = np.array([MARKED_NAN, np.nan, -0.0, np.inf, -np.inf, 5e-324, 0.1, 90.5])
ISSUE = Issue(
    "constant",
    Severity.WARNING,
    Where("observations.csv", 7, "ipv4"),
    indicator="ipv4",
    expected=Text("有差异的数值", "values that differ"),
    found=Text("“5”", "'5'\u2028\0"),
)


def looked_at(value: object) -> Any:
    """A value as plain parts that are equal only where every bit is."""
    if isinstance(value, np.ndarray | np.generic):
        array = np.asarray(value)
        return (type(value).__name__, array.dtype.str, array.shape, array.tobytes())
    if isinstance(value, float):
        return struct.pack(">d", value)
    if isinstance(value, tuple):
        return ("tuple", *(looked_at(item) for item in value))
    if isinstance(value, Mapping):
        return ("mapping", *((looked_at(name), looked_at(item)) for name, item in value.items()))
    if dataclasses.is_dataclass(value):
        fields = dataclasses.fields(value)
        return (type(value), *(looked_at(getattr(value, field.name)) for field in fields))
    return (type(value), value.name if isinstance(value, Enum) else value)


def cells(*shape: int) -> Any:
    return np.resize(AWKWARD, shape)


@pytest.fixture
def bits() -> Callable[[object], Any]:
    return looked_at


@pytest.fixture
def awkward_panel() -> Panel:
    shape = (2, 3, 4)
    return Panel(
        periods=("2022", "2023"),
        units=("110000", "310000", "S-041"),
        indicators=("ipv4", "segments", "云", "population"),
        values=cells(*shape),
        status=np.resize(np.arange(4, dtype=np.int8), shape),
        level=np.full(shape, -1, dtype=np.int8),
        origin=np.resize(np.array([-1, 0, 2**31 - 1], dtype=np.int32), shape),
        as_of=np.zeros(shape, dtype=np.int32),
        sample=np.array([[True, False, True], [True, True, True]]),
        origins=("segments", ""),
        dates=("2023-12",),
        issues=(ISSUE,),
    )


@pytest.fixture
def awkward_scores() -> Scores:
    shape = (2, 3, 4)
    return Scores(
        periods=("2022", "2023"),
        units=("110000", "310000", "S-041"),
        nodes=("total", "infrastructure", "ipv4", "segments"),
        levels=(2, 1, 0, 0),
        values=cells(*shape),
        ranks=cells(*shape)[::-1],
        status=np.resize(np.arange(4, dtype=np.int8), shape),
        estimated_share=np.asfortranarray(cells(*shape)),
        declared=cells(2, 4),
        normalised=cells(2, 4),
        effective=cells(2, 4),
        sample=np.array([[True, False, True], [True, True, True]]),
        steps=(
            StepResult("impute", ("ipv4", "segments"), cells(2, 3, 2), np.ones((2, 3, 2), dtype=np.bool_)),
            StepResult("treat", (), np.empty((2, 3, 0)), np.empty((2, 3, 0), dtype=np.bool_), ("", "log")),
        ),
        tiers=TierTable(
            bands=("t1", "t2"),
            names=(Text("第一组", "First group"), Text("第二组")),
            band=np.resize(np.array([-1, 0, 1], dtype=np.int8), (2, 3)),
            bounds=cells(2, 2),
            counts=np.array([[1, 2], [3, 2**62]]),
        ),
        issues=(ISSUE, Issue("screened", Severity.NOTE, unit="S-041")),
    )


@pytest.fixture
def awkward_extract() -> Extract:
    municipality = Unit(
        "310000", Text("上海市", "Shanghai"), lon=121.47, lat=-0.0, groups={"province": "上海"}
    )
    return Extract(
        source="number_segments",
        units=("310000", "110000"),
        fields=("mobile", "iot"),
        values=cells(2, 2),
        unplaced=(Unplaced("segments", "江汉", 12.0, Text("由三市共用", "shared by three cities")),),
        totals={"segments": 499_527.0, "ranges": float("nan"), "addresses": float("inf")},
        yielded_units=Units((municipality, Unit("110000", Text("北京市")))),
    )


@pytest.fixture
def uniform_panel() -> Callable[[float, int], Panel]:
    """Panels with one number in every cell, so that a torn one is seen."""

    def make(number: float, units: int = 1000) -> Panel:
        shape = (1, units, 10)
        return Panel(
            periods=("2023",),
            units=tuple(f"{unit:06d}" for unit in range(units)),
            indicators=tuple("abcdefghij"),
            values=np.full(shape, number),
            status=np.ones(shape, dtype=np.int8),
            level=np.full(shape, -1, dtype=np.int8),
            origin=np.full(shape, number, dtype=np.int32),
            as_of=np.zeros(shape, dtype=np.int32),
            sample=np.ones(shape[:2], dtype=np.bool_),
        )

    return make
