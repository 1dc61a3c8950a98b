"""The units of a year, from a table made here and from the pinned one."""

from pathlib import Path

import pytest

from chengshu.ingest.sources import official_units
from chengshu.ingest.sources.division_codes import read_division_codes
from chengshu.model import SourceError

HEADER = "year,province_name,city_name,province_adcode,city_adcode,province_short,city_short,rank\n"
ROWS = """2020,北京市,,110000,,北京,,1
2020,青海省,,630000,,青海,,1
2020,青海省,海南藏族自治州,630000,632500,青海,海南,2
2020,青海省,西宁市,630000,630100,青海,西宁,2
2020,北京市,市辖区,110000,110100,北京,市辖区,3
2020,台湾省,,710000,,台湾,,1
2019,内蒙古自治区,兴安盟,150000,152200,内蒙古,兴安,2
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "codes.csv"
    path.write_text(HEADER + ROWS, "utf-8")
    return path


def test_municipalities_and_prefectures_come_by_code(table: Path) -> None:
    extract = read_division_codes(table, 2020)
    units = extract.yielded_units
    assert units is not None
    assert extract.units == units.codes == ("110000", "630100", "632500")
    assert [unit.kind for unit in units.items] == ["municipality", "prefecture_city", "autonomous_prefecture"]
    assert [unit.parent for unit in units.items] == ["", "630000", "630000"]
    assert [unit.short for unit in units.items] == ["北京", "西宁", "海南州"]
    assert units.group_labels("province") == ("北京市", "青海省", "青海省")
    assert extract.values.shape == (3, 0)
    assert extract.totals == {"units": 3.0}


def test_a_year_outside_the_table_names_those_it_has(table: Path) -> None:
    with pytest.raises(SourceError, match="expected a year of 2019–2020, found 2021"):
        read_division_codes(table, 2021)


def test_another_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    path.write_text("year,name\n2020,x\n", "utf-8")
    with pytest.raises(SourceError, match=r"codes\.csv: expected the columns year, rank"):
        read_division_codes(path, 2020)


def test_2020_has_333_prefectures_and_four_municipalities() -> None:
    units = official_units(2020)
    municipalities = [unit.code for unit in units.items if unit.kind == "municipality"]
    assert len(units) == 337
    assert municipalities == ["110000", "120000", "310000", "500000"]
    assert "371200" not in units
    assert units["371300"].name.zh == "临沂市"


@pytest.mark.parametrize(("year", "municipalities"), [(1980, 3), (1996, 3), (1997, 4), (2018, 4), (2024, 4)])
def test_every_year_of_the_table_has_units_with_names_and_provinces(year: int, municipalities: int) -> None:
    units = official_units(year)
    assert sum(unit.kind == "municipality" for unit in units.items) == municipalities
    assert len(set(units.codes)) == len(units) > 300
    assert all(unit.name.zh and unit.short and unit.groups["province"] for unit in units.items)
    assert not any("直辖" in (unit.name.zh or "") for unit in units.items)


def test_laiwu_is_a_unit_until_2017_as_the_table_dates_its_merger() -> None:
    assert "371200" in official_units(2017)
    assert "371200" not in official_units(2018)
