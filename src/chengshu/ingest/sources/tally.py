"""Records with places, counted by unit; what belongs to no unit is listed."""

from collections.abc import Iterable, Mapping

import numpy as np
import polars as pl

from chengshu.ingest.sources.places import Places
from chengshu.model import Floats, Unplaced


def locate(records: pl.DataFrame, places: Places) -> pl.DataFrame:
    """The records with their ``code``, null where they belong to no unit.

    `records` has the columns ``province`` and ``place`` as the source writes them.
    """
    pairs = records.select("province", "place").unique()
    found = [places.find(province, place).code or None for province, place in pairs.iter_rows()]
    codes = pairs.with_columns(code=pl.Series(found, dtype=pl.String))
    return records.join(codes, on=["province", "place"], how="left", maintain_order="left")


def unplaced(records: pl.DataFrame, places: Places, measures: Iterable[str]) -> tuple[Unplaced, ...]:
    """What belongs to no unit: for each measure and place its count and the reason, the greatest first.

    `records` has ``province``, ``place``, ``code`` and a numeric column for each measure.
    """
    nowhere = records.filter(pl.col("code").is_null())
    found: list[Unplaced] = []
    for measure in measures:
        counts = nowhere.group_by("province", "place").agg(pl.col(measure).sum()).filter(pl.col(measure) > 0)
        ordered = counts.sort(measure, "province", "place", descending=[True, False, False])
        found += [
            Unplaced(
                measure, f"{province} {place}".strip(), float(count), places.find(province, place).reason
            )
            for province, place, count in ordered.iter_rows()
        ]
    return tuple(found)


def by_unit(counts: pl.DataFrame, places: Places, columns: Mapping[str, float]) -> Floats:
    """The counts of each unit, ``(unit, column)``, in the order of the year's units.

    Parameters
    ----------
    counts
        A row a ``code``, with the named columns.
    columns
        For each column the value of a unit that the source covers and has no record of: 0 for a count, NaN for
        a share of nothing. Units that the source does not cover are NaN throughout.
    """
    wanted = pl.DataFrame(
        {"code": places.units.codes, "covered": [places.covers(unit) for unit in places.units.items]},
        schema={"code": pl.String, "covered": pl.Boolean},
    )
    joined = wanted.join(counts, on="code", how="left", maintain_order="left")
    values = joined.select(
        pl.when("covered").then(pl.col(name).cast(pl.Float64).fill_null(blank)).otherwise(np.nan)
        for name, blank in columns.items()
    )
    return values.to_numpy()
