"""The tables of an index: scores, weights, tiers, steps."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from chengshu.model import Edition, Floats, Panel, Scores, Status, StepResult, TierTable
from chengshu.publish.data.cells import file_name, write_table
from chengshu.publish.released import released_sample, score_status

_LABELS = pl.Series([status.label for status in Status])


def score_table(edition: Edition, scores: Scores) -> pl.DataFrame:
    """A row for each released period, unit of its sample and node, in this order.

    Columns: unit, period, node, level, score, rank, status, estimated_share. `rank` is text: an integer
    where it is one, else the shortest decimals.
    """
    period, unit = np.nonzero(released_sample(edition))
    width = len(scores.nodes)
    node = np.tile(np.arange(width), len(unit))
    rank = pl.Series(scores.ranks[period, unit].ravel()).fill_nan(None)
    return pl.DataFrame(
        {
            "unit": pl.Series(scores.units, dtype=pl.String).gather(np.repeat(unit, width)),
            "period": pl.Series(scores.periods, dtype=pl.String).gather(np.repeat(period, width)),
            "node": pl.Series(scores.nodes, dtype=pl.String).gather(node),
            "level": np.array(scores.levels, dtype=np.int64)[node],
            "score": scores.values[period, unit].ravel(),
            "rank": _rank_text(rank),
            "status": _LABELS.gather(scores.status[period, unit].ravel()),
            "estimated_share": scores.estimated_share[period, unit].ravel(),
        }
    )


def _rank_text(rank: pl.Series) -> pl.Series:
    value = pl.col("rank")
    whole = value.cast(pl.Int64, strict=False).cast(pl.String)
    text = pl.when(value == value.floor()).then(whole).otherwise(value.cast(pl.String))
    return pl.DataFrame({"rank": rank}).select(text.alias("rank"))["rank"]


def weight_table(scores: Scores) -> pl.DataFrame:
    """The weights of every node in every period: period, node, declared, normalised, effective."""
    periods, nodes = len(scores.periods), len(scores.nodes)
    return pl.DataFrame(
        {
            "period": pl.Series(scores.periods, dtype=pl.String).gather(np.repeat(np.arange(periods), nodes)),
            "node": pl.Series(scores.nodes, dtype=pl.String).gather(np.tile(np.arange(nodes), periods)),
            "declared": scores.declared.ravel(),
            "normalised": scores.normalised.ravel(),
            "effective": scores.effective.ravel(),
        }
    )


def released_bounds(edition: Edition, tiers: TierTable) -> Floats:
    """The bounds of the tiers, ``(period, band)``, blank where one would be the score of a withheld unit.

    A bound that was found (quantile, jenks) is a unit's score; a declared one is not.
    """
    declared = edition.framework.tiers
    found = declared is None or all(band.above is None and band.start is None for band in declared.bands)
    withheld = np.array([period in edition.framework.aggregates_only for period in edition.panel.periods])
    bounds: Floats = np.where(withheld[:, None] & found, np.nan, tiers.bounds)
    return bounds


def tier_table(edition: Edition, scores: Scores, tiers: TierTable) -> pl.DataFrame:
    """The tiers of every period: period, tier, name_zh, name_en, bound, count, share, status.

    `share` is of the units that have a score; `bound` is the lowest score of the tier as declared or found.
    """
    bounds = released_bounds(edition, tiers)
    statuses = scores.status[:, :, 0]
    rows = []
    for place, period in enumerate(scores.periods):
        total = int(tiers.counts[place].sum())
        for band, name in enumerate(tiers.names):
            count = int(tiers.counts[place, band])
            rows.append(
                {
                    "period": period,
                    "tier": tiers.bands[band],
                    "name_zh": name.zh,
                    "name_en": name.en,
                    "bound": float(bounds[place, band]),
                    "count": count,
                    "share": count / total if total else None,
                    "status": score_status(statuses[place][tiers.band[place] == band]).label,
                }
            )
    text = dict.fromkeys(("period", "tier", "name_zh", "name_en", "status"), pl.String)
    return pl.DataFrame(rows, schema_overrides={**text, "share": pl.Float64})


def tier_unit_table(edition: Edition, scores: Scores, tiers: TierTable) -> pl.DataFrame:
    """The tier of each unit of each released period: period, unit, tier, status; blank without a score."""
    period, unit = np.nonzero(released_sample(edition))
    band = tiers.band[period, unit].astype(np.int64)
    named = pl.Series((*tiers.bands, ""), dtype=pl.String)
    return pl.DataFrame(
        {
            "period": pl.Series(scores.periods, dtype=pl.String).gather(period),
            "unit": pl.Series(scores.units, dtype=pl.String).gather(unit),
            "tier": named.gather(np.where(band < 0, len(tiers.bands), band)),
            "status": _LABELS.gather(scores.status[period, unit, 0]),
        }
    )


def step_table(edition: Edition, scores: Scores, step: StepResult) -> pl.DataFrame:
    """The table after one step: unit, period, status, then a column for each indicator, or node from aggregation on.

    `status` is the greatest of the row's cells: a cell that the panel lacks and the step has is estimated.
    """
    panel = edition.panel
    period, unit = np.nonzero(released_sample(edition))
    values = step.values[period, unit]
    status = _cell_status(panel, scores, step)[period, unit].max(axis=1, initial=Status.MISSING)
    return pl.DataFrame(
        {
            "unit": pl.Series(panel.units, dtype=pl.String).gather(unit),
            "period": pl.Series(panel.periods, dtype=pl.String).gather(period),
            "status": _LABELS.gather(status),
            **{name: values[:, place] for place, name in enumerate(step.indicators)},
        }
    )


def _cell_status(panel: Panel, scores: Scores, step: StepResult) -> npt.NDArray[np.int8]:
    columns = [
        panel.status[..., panel.column(name)]
        if name in panel.indicators
        else scores.status[..., scores.node(name)]
        for name in step.indicators
    ]
    known = np.stack(columns, axis=-1)
    filled = np.where(known == Status.MISSING, np.int8(Status.ESTIMATED), known)
    return np.where(np.isnan(step.values), np.int8(Status.MISSING), filled)


def step_note_table(scores: Scores) -> pl.DataFrame:
    """What each step did to each indicator: step, indicator, cells changed, note."""
    rows = [
        (f"{place:02d}_{step.name}", indicator, int(step.changed[:, :, column].sum()), note)
        for place, step in enumerate(scores.steps, start=1)
        for column, (indicator, note) in enumerate(
            zip(step.indicators, step.note or ("",) * len(step.indicators), strict=True)
        )
    ]
    kinds = {"step": pl.String, "indicator": pl.String, "changed": pl.Int64, "note": pl.String}
    return pl.DataFrame(rows, schema=kinds, orient="row")


def write_scores(edition: Edition, scores: Scores, folder: Path, *, illustrative: bool) -> None:
    """Write scores, weights, tiers and steps into `folder`."""

    def named(stem: str) -> Path:
        return folder / file_name(stem, "csv", illustrative=illustrative)

    write_table(score_table(edition, scores), named("scores"))
    write_table(weight_table(scores), named("weights"))
    if scores.tiers is not None:
        write_table(tier_table(edition, scores, scores.tiers), named("tiers"))
        write_table(tier_unit_table(edition, scores, scores.tiers), named("tier_units"))
    if scores.steps:
        write_table(step_note_table(scores), named("steps"))
    for place, step in enumerate(scores.steps, start=1):
        write_table(step_table(edition, scores, step), named(f"steps/{place:02d}_{step.name}"))
