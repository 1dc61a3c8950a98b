"""Places are found by name in their province, then by alias, and every miss has its reason."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from chengshu.ingest.sources import official_units
from chengshu.ingest.sources.places import OFFICIAL_CODES, Places, read_places
from chengshu.model import SourceError

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    ("province", "place", "code"),
    [
        ("广东", "广州", "440100"),
        ("广东省", "广州市", "440100"),
        ("北京", "北京市", "110000"),
        ("湖南", "吉首", "433100"),
        ("湖南省", "湘西", "433100"),
    ],
)
def test_a_place_is_found_by_full_name_short_name_or_alias(
    places: Places, province: str, place: str, code: str
) -> None:
    assert places.find(province, place).code == code


@pytest.mark.parametrize(
    ("province", "place", "reason"),
    [
        ("湖南", "广州", "湖南 had no prefecture-level unit named 广州 in 2020"),
        ("广东", "旧市", "广东 had no prefecture-level unit named 旧市 in 2020"),
        ("广东", "飞地", "not on the list"),
        ("海南", "海口", "one pool"),
        ("海南省", "海口市", "one pool"),
    ],
)
def test_a_place_that_is_no_unit_has_its_reason(
    places: Places, province: str, place: str, reason: str
) -> None:
    placement = places.find(province, place)
    assert (placement.code, placement.reason.en) == ("", reason)
    assert placement.reason.zh


def test_a_pooled_province_is_not_covered(places: Places) -> None:
    assert [unit.code for unit in places.units.items if not places.covers(unit)] == ["460100"]


def test_an_alias_gives_way_to_a_unit_of_that_name_in_its_year() -> None:
    assert read_places("number_segments", 2017).find("山东", "莱芜").code == "371200"
    assert read_places("number_segments", 2020).find("山东", "莱芜").code == "370100"


def test_the_pinned_codes_are_those_of_the_edition_and_of_the_requirements() -> None:
    sources = YAML(typ="safe").load(
        (ROOT / "src/chengshu/editions/open-registry/sources.yaml").read_text("utf-8")
    )
    divisions = next(entry for entry in sources if entry["source"] == "division_codes")
    assert divisions["package"] == OFFICIAL_CODES.package
    assert divisions["sha256"] == dict(OFFICIAL_CODES.sha256)
    required = (ROOT / "requirements/records.txt").read_text("utf-8").lower()
    assert all(f"{entry['package'].lower()} " in required for entry in sources)


def test_a_year_that_the_table_does_not_have_is_told() -> None:
    with pytest.raises(SourceError, match="expected a year of 1980–2024, found 1979"):
        official_units(1979)
