"""Counts reach units, and what reaches none is listed, in arithmetic that can be seen."""

import numpy as np
import polars as pl
import pytest

from chengshu.ingest.sources.places import Places
from chengshu.ingest.sources.tally import by_unit, locate, unplaced


@pytest.fixture
def records(places: Places) -> pl.DataFrame:
    frame = pl.DataFrame(
        {
            "province": ["广东", "广东", "海南", "广东", "湖南", "广东"],
            "place": ["广州", "飞地", "海口", "火星", "吉首", "广州"],
            "lines": [5, 2, 7, 2, 1, 4],
            "idle": [0, 1, 0, 0, 0, 0],
        }
    )
    return locate(frame, places)


def test_places_get_their_codes_in_the_order_of_the_records(records: pl.DataFrame) -> None:
    assert records["code"].to_list() == ["440100", None, None, None, "433100", "440100"]


def test_what_belongs_to_no_unit_is_listed_by_measure_the_greatest_first(
    records: pl.DataFrame, places: Places
) -> None:
    listed = unplaced(records, places, ("lines", "idle"))
    assert [(item.measure, item.place, item.count, item.reason.zh) for item in listed] == [
        ("lines", "海南 海口", 7.0, "号码池"),
        ("lines", "广东 火星", 2.0, "2020年广东没有名为“火星”的地级单位"),
        ("lines", "广东 飞地", 2.0, "不在名单"),
        ("idle", "广东 飞地", 1.0, "不在名单"),
    ]


def test_covered_units_without_records_are_zero_and_others_blank(
    records: pl.DataFrame, places: Places
) -> None:
    counts = records.filter(pl.col("code").is_not_null()).group_by("code").agg(pl.col("lines").sum())
    counts = counts.with_columns(share=pl.col("lines") / 10)
    values = by_unit(counts, places, {"lines": 0.0, "share": np.nan})
    expected = [[0, np.nan], [9, 0.9], [0, np.nan], [1, 0.1], [np.nan, np.nan]]
    np.testing.assert_array_equal(values, expected)
