"""Longitude and latitude by code; units without them are listed."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from chengshu.ingest.sources import read_source
from chengshu.ingest.sources.coordinates import place_units, read_coordinates
from chengshu.ingest.sources.places import Places
from chengshu.model import SourceError, SourceUse


def test_units_are_found_by_code_and_the_others_listed(places: Places) -> None:
    table = pl.DataFrame(
        {
            "code": ["440100", "110000", "999900", "433100", "440300"],
            "lon": [113.2, 116.4, 1, None, 114.1],
            "lat": [23.1, 39.9, 1, 28.3, 22.5],
        }
    )
    extract = place_units(table, places.units)
    expected = [[116.4, 39.9], [113.2, 23.1], [114.1, 22.5], [np.nan, 28.3], [np.nan, np.nan]]
    np.testing.assert_array_equal(extract.values, expected)
    assert extract.units == places.units.codes
    assert [item.place for item in extract.unplaced] == ["湘西土家族苗族自治州", "海口市"]
    assert extract.totals == {"units": 5.0}


def test_codes_of_twelve_digits_are_cut_and_those_of_counties_left(tmp_path: Path) -> None:
    path = tmp_path / "adcodes.csv"
    path.write_text(
        "adcode,name,longitude,latitude\n440100000000,广州市,113.25,23.125\n440103000000,荔湾区,1,1\n"
        "440100001000,某街道,2,2\n",
        "utf-8",
    )
    extract = read_coordinates(path, 2020)
    assert extract.values[extract.units.index("440100")].tolist() == [113.25, 23.125]
    assert len(extract.unplaced) == 336


def test_another_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "adcodes.csv"
    path.write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(SourceError, match="expected the columns adcode, longitude and latitude"):
        read_coordinates(path, 2020)


def test_the_pinned_table_places_every_unit_of_2020_but_nagqu(release: Callable[[str], SourceUse]) -> None:
    extract = read_source(release("coordinates"), 2020)
    lon, lat = extract.values.T
    assert [item.place for item in extract.unplaced] == ["那曲市"]
    assert np.nanmin(lon) > 73
    assert np.nanmax(lon) < 136
    assert np.nanmin(lat) > 3
    assert np.nanmax(lat) < 54
