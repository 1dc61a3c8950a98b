"""From cells and extracts to the panel."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import polars as pl

from chengshu.ingest.complaints import Complaint, Wording, complain
from chengshu.ingest.observations import (
    KEY,
    PERIOD,
    Vocabulary,
    empty_cells,
    read_cells,
    read_observations,
)
from chengshu.ingest.tables import Columns, read_table
from chengshu.model import Extract, Issue, Panel, Severity, SourceUse, Status, Text, Where, Wide

Number = TypeVar("Number", np.float64, np.int32, np.int8)

SAMPLES = "samples.csv"
KEY_ORDER = ("period", "unit", "indicator")
_UNIT = Wording(
    Text("units.csv中的单位代码", "the code of a unit in units.csv"),
    Text("请改正代码。", "Correct the code."),
)
_PERIOD = Wording(
    Text("YYYY、YYYY-Qn或YYYY-MM", "YYYY, YYYY-Qn or YYYY-MM"), Text("请改正期次。", "Correct it.")
)


def read_panel(
    folder: Path, vocabulary: Vocabulary, yields: Sequence[tuple[SourceUse, Extract]]
) -> tuple[Panel, list[Issue]]:
    """The panel of an edition with what is wrong with its observations and samples."""
    own, issues = read_observations(folder, vocabulary)
    cells = pl.concat([own, *(extract_cells(use, extract) for use, extract in yields)])
    issues += _between_sources(cells)
    samples, problems = _read_samples(folder, vocabulary)
    issues += problems
    known = cells.filter(
        pl.col("unit").is_in(list(vocabulary.units or ()))
        & pl.col("indicator").is_in(list(vocabulary.columns or ()))
        & pl.col("period").str.contains(PERIOD)
    )
    if known.is_empty() and not _has_errors(issues):
        issues.append(_no_observations())
    return _panel(known.unique(KEY, keep="first", maintain_order=True), samples, vocabulary), issues


def read_scenario(
    folder: Path, scenario: str, vocabulary: Vocabulary, base: Panel
) -> tuple[Panel, list[Issue]]:
    """The base panel with the cells of ``scenarios/<id>.csv`` in place of its own."""
    path = folder / "scenarios" / f"{scenario}.csv"
    cells, issues = read_cells(path, folder, vocabulary)
    if cells is None:
        return base, issues
    strange = _sorted(cells.filter(~pl.col("period").is_in(list(base.periods)))["period"])
    issues += [_strange_period(path.name, period, base.periods) for period in strange]
    return _replaced(base, cells), issues


def extract_cells(use: SourceUse, extract: Extract) -> pl.DataFrame:
    """What a source yields as cells: observed where it has a number, missing where it has none."""
    frames = [empty_cells()]
    for indicator, name in use.values.items():
        numbers = extract.values[:, extract.fields.index(name)]
        blank = np.isnan(numbers)
        frames.append(
            pl.DataFrame(
                {
                    "unit": list(extract.units),
                    "indicator": [indicator] * len(extract.units),
                    "period": [use.period] * len(extract.units),
                    "number": pl.Series(numbers).fill_nan(None),
                    "level": pl.Series(np.full(len(extract.units), -1, np.int8)),
                    "status": pl.Series(np.where(blank, Status.MISSING, Status.OBSERVED).astype(np.int8)),
                    "as_of": [use.as_of or None] * len(extract.units),
                    "source": [use.id] * len(extract.units),
                    "file": ["sources.yaml"] * len(extract.units),
                },
                schema_overrides={"as_of": pl.String},
            )
        )
    return pl.concat(frames)


def _between_sources(cells: pl.DataFrame) -> list[Issue]:
    """Indicators that a source yields for cells that the edition's files or another source also hold."""
    from_sources = cells.filter(pl.col("file") == "sources.yaml").select(*KEY, "source")
    others = cells.select(*KEY, pl.coalesce("source", "file").alias("other"), "file")
    both = from_sources.join(others, on=KEY).filter(
        (pl.col("other") != pl.col("source")) | (pl.col("file") != "sources.yaml")
    )
    clashes = both.group_by("indicator", "source").agg(pl.len(), pl.col("unit", "period", "other").first())
    return [
        Issue(
            "duplicate_observation",
            Severity.ERROR,
            Where("sources.yaml", None, f"{row['source']}.values.{row['indicator']}"),
            unit=row["unit"],
            indicator=row["indicator"],
            period=row["period"],
            expected=Text("每个单元格只有一个来源", "one origin for each cell"),
            found=Text(
                f"{row['len']}个单元格另有来源“{row['other']}”",
                f"{row['len']} cells that {row['other']} has too",
            ),
            remedy=Text("请从其中一处删去该指标。", "Take the indicator out of one of them."),
        )
        for row in clashes.sort("indicator", "source").iter_rows(named=True)
    ]


def _read_samples(folder: Path, vocabulary: Vocabulary) -> tuple[pl.DataFrame | None, list[Issue]]:
    path = folder / SAMPLES
    if not path.exists():
        return None, []
    table, issues = read_table(path, folder, Columns(("period", "unit")))
    if table is None:
        return None, issues
    frame = table.frame.with_columns(vocabulary.codes.folded("unit"))
    known = pl.col("unit").is_in(list(vocabulary.units or ())).fill_null(value=False)
    formed = pl.col("period").str.contains(PERIOD).fill_null(value=False)
    issues += complain(table, frame.filter(~known), Complaint("unknown_unit", "unit", _UNIT))
    issues += complain(table, frame.filter(~formed), Complaint("period_form", "period", _PERIOD))
    return frame.filter(known & formed).select("period", "unit").unique(), issues


def _panel(cells: pl.DataFrame, samples: pl.DataFrame | None, vocabulary: Vocabulary) -> Panel:
    periods = _sorted({*cells["period"], *(samples["period"] if samples is not None else ())})
    units, indicators = vocabulary.units or (), vocabulary.columns or ()
    shape = (len(periods), len(units), len(indicators))
    origins, dates = _sorted(cells["source"]), _sorted(cells["as_of"])
    at = _places(cells, (periods, units, indicators))
    scored = {item.id for item in vocabulary.indicators} or set(indicators)
    inside = samples if samples is not None else cells.filter(pl.col("indicator").is_in(sorted(scored)))
    sample = np.zeros(shape[:2], bool)
    sample[_codes(inside["period"], periods), _codes(inside["unit"], units)] = True
    return Panel(
        periods,
        units,
        indicators,
        values=_filled(shape, at, cells["number"].fill_null(float("nan")).to_numpy(), np.float64(np.nan)),
        status=_filled(shape, at, cells["status"].to_numpy(), np.int8(Status.MISSING)),
        level=_filled(shape, at, cells["level"].to_numpy(), np.int8(-1)),
        origin=_filled(shape, at, _codes(cells["source"], origins), np.int32(-1)),
        as_of=_filled(shape, at, _codes(cells["as_of"], dates), np.int32(-1)),
        sample=sample,
        origins=origins,
        dates=dates,
    )


def _replaced(base: Panel, cells: pl.DataFrame) -> Panel:
    """The base panel with cells replaced; units and periods outside it are told by `read_cells`."""
    inside = cells.filter(pl.col("period").is_in(list(base.periods)) & pl.col("unit").is_in(list(base.units)))
    inside = inside.filter(pl.col("indicator").is_in(list(base.indicators)))
    origins = base.origins + tuple(name for name in _sorted(inside["source"]) if name not in base.origins)
    dates = base.dates + tuple(date for date in _sorted(inside["as_of"]) if date not in base.dates)
    at = _places(inside, (base.periods, base.units, base.indicators))
    changed = {
        "values": inside["number"].fill_null(float("nan")).to_numpy(),
        "status": inside["status"].to_numpy(),
        "level": inside["level"].to_numpy(),
        "origin": _codes(inside["source"], origins),
        "as_of": _codes(inside["as_of"], dates),
    }
    arrays = {name: getattr(base, name).copy() for name in changed}
    for name, values in changed.items():
        arrays[name][at] = values
    return Panel(
        base.periods, base.units, base.indicators, **arrays, sample=base.sample, origins=origins, dates=dates
    )


def _sorted(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({name for name in names if name is not None}))


def _codes(column: pl.Series, names: Sequence[str]) -> Wide:
    """The place of each cell of a column in `names`, −1 where it is not there."""
    axis = pl.DataFrame({"name": list(names)}, schema={"name": pl.String}).with_row_index("place")
    found = column.to_frame("name").join(axis, on="name", how="left", maintain_order="left")["place"]
    return found.cast(pl.Int32).fill_null(-1).to_numpy()


def _places(cells: pl.DataFrame, axes: Iterable[Sequence[str]]) -> tuple[Wide, ...]:
    return tuple(_codes(cells[name], axis) for name, axis in zip(KEY_ORDER, axes, strict=True))


def _filled(
    shape: tuple[int, ...], at: tuple[Wide, ...], values: npt.NDArray[Number], blank: Number
) -> npt.NDArray[Number]:
    array = np.full(shape, blank, dtype=values.dtype)
    array[at] = values
    return array


def _strange_period(file: str, period: str, periods: Sequence[str]) -> Issue:
    there = "、".join(periods)
    return Issue(
        "scenario_period",
        Severity.ERROR,
        Where(f"scenarios/{file}", None, "period"),
        period=period,
        expected=Text(f"基础数据中的期次：{there}", f"a period of the base data: {', '.join(periods)}"),
        found=Text(f"“{period}”", repr(period)),
        remedy=Text("情景只能替换基础数据中的期次。", "A scenario can only replace cells of these periods."),
    )


def _has_errors(issues: Sequence[Issue]) -> bool:
    return any(issue.severity is Severity.ERROR for issue in issues)


def _no_observations() -> Issue:
    return Issue(
        "no_observations",
        Severity.ERROR,
        Where("observations.csv"),
        expected=Text(
            "至少一行观测值，或sources.yaml中的一个来源",
            "at least one observation, or a source in sources.yaml",
        ),
        found=Text("没有任何数据", "no data at all"),
        remedy=Text("请填写observations.csv。", "Fill in observations.csv."),
    )
