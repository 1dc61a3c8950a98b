"""The tables of what went wrong and what could not be placed."""

from collections.abc import Iterable, Mapping

import polars as pl

from chengshu.model import Extract, Issue

_ISSUE = (
    "code",
    "severity",
    "file",
    "line",
    "path",
    "unit",
    "indicator",
    "period",
    "value",
    "note_zh",
    "note_en",
)


def issue_table(issues: Iterable[Issue]) -> pl.DataFrame:
    """A row for each issue: code, severity, file, line, path, unit, indicator, period, value, notes."""
    rows = [
        (
            issue.code,
            issue.severity.value,
            issue.where.file,
            issue.where.line,
            issue.where.path,
            issue.unit,
            issue.indicator,
            issue.period,
            issue.value,
            issue.note("zh"),
            issue.note("en"),
        )
        for issue in issues
    ]
    kinds = {name: pl.Int64 if name == "line" else pl.String for name in _ISSUE}
    return pl.DataFrame(rows, schema=kinds, orient="row")


def unplaced_table(extracts: Mapping[str, Extract]) -> pl.DataFrame:
    """A row for each place that belongs to no unit: source, measure, place, count, share, reasons.

    `share` is of all records of the source in that measure, placed or not.
    """
    rows = [
        (
            source,
            item.measure,
            item.place,
            item.count,
            item.count / extract.totals[item.measure] if extract.totals.get(item.measure) else None,
            item.reason.zh,
            item.reason.en,
        )
        for source, extract in extracts.items()
        for item in sorted(extract.unplaced, key=lambda item: (item.measure, -item.count, item.place))
    ]
    kinds = {
        "source": pl.String,
        "measure": pl.String,
        "place": pl.String,
        "count": pl.Float64,
        "share": pl.Float64,
        "reason_zh": pl.String,
        "reason_en": pl.String,
    }
    return pl.DataFrame(rows, schema=kinds, orient="row")
