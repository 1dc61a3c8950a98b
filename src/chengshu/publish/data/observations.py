"""The tables of what was observed: scored indicators and context."""

import numpy as np
import polars as pl

from chengshu.model import Edition, Framework, Panel, Status
from chengshu.publish.released import released_sample

_LABELS = pl.Series([status.label for status in Status])


def observation_table(edition: Edition) -> pl.DataFrame:
    """The cells of scored indicators as they were read, in the columns of ``observations.csv``.

    Columns: unit, indicator, period, value, status, as_of, source. `value` is text: a number in its shortest
    decimals, or the id of a level. Blank cells have their row.
    """
    scored = len(edition.framework.indicators)
    cells = _cells(edition, 0, scored)
    levels, starts = _level_ids(edition.framework)
    level, column = cells["level"], cells["column"]
    graded = pl.Series(levels, dtype=pl.String).gather(
        np.where(level < 0, len(levels) - 1, np.array(starts)[column] + level)
    )
    number = pl.Series(cells["value"]).fill_nan(None).cast(pl.String)
    return _labelled(edition.panel, cells, "indicator").select(
        "unit",
        "indicator",
        "period",
        pl.when(pl.Series(level) < 0).then(number).otherwise(graded).alias("value"),
        "status",
        "as_of",
        pl.col("origin").alias("source"),
    )


def context_table(edition: Edition) -> pl.DataFrame:
    """The cells of context variables: unit, period, variable, value, status, origin, as_of."""
    framework = edition.framework
    cells = _cells(edition, len(framework.indicators), len(framework.columns))
    return (
        _labelled(edition.panel, cells, "variable")
        .with_columns(pl.Series("value", cells["value"]))
        .select("unit", "period", "variable", "value", "status", "origin", "as_of")
    )


def _cells(edition: Edition, start: int, stop: int) -> dict[str, np.ndarray]:
    panel = edition.panel
    period, unit = np.nonzero(released_sample(edition))
    width = stop - start
    arrays: dict[str, np.ndarray] = {
        "value": panel.values,
        "status": panel.status,
        "level": panel.level,
        "origin": panel.origin,
        "as_of": panel.as_of,
    }
    return {
        "period": np.repeat(period, width),
        "unit": np.repeat(unit, width),
        "column": np.tile(np.arange(start, stop), len(unit)),
        **{name: array[period, unit, start:stop].ravel() for name, array in arrays.items()},
    }


def _labelled(panel: Panel, cells: dict[str, np.ndarray], variable: str) -> pl.DataFrame:
    names: dict[str, tuple[tuple[str, ...], np.ndarray]] = {
        "unit": (panel.units, cells["unit"]),
        "period": (panel.periods, cells["period"]),
        variable: (panel.indicators, cells["column"]),
        "origin": ((*panel.origins, ""), np.where(cells["origin"] < 0, len(panel.origins), cells["origin"])),
        "as_of": ((*panel.dates, ""), np.where(cells["as_of"] < 0, len(panel.dates), cells["as_of"])),
    }
    columns = {name: pl.Series(ids, dtype=pl.String).gather(places) for name, (ids, places) in names.items()}
    return pl.DataFrame({**columns, "status": _LABELS.gather(cells["status"])})


def _level_ids(framework: Framework) -> tuple[list[str], list[int]]:
    ids: list[str] = []
    starts: list[int] = []
    for indicator in framework.indicators:
        starts.append(len(ids))
        ids.extend(level.id for level in indicator.levels)
    return [*ids, ""], starts
