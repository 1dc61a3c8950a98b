"""Units from ``units.csv``, from a source, and from both."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from chengshu.ingest.codes import CodeList, city_code_list
from chengshu.ingest.units import read_units
from chengshu.model import Issue, Text, Unit, Units

GB = city_code_list(2020, frozenset({"310000", "440300"}))
NOWHERE: Mapping[str, Mapping[str, float]] = {}


def read(
    folder: Path, content: str, codes: CodeList = GB, yielded: Units | None = None
) -> tuple[Units | None, list[Issue]]:
    (folder / "units.csv").write_text(content, encoding="utf-8")
    return read_units(folder, codes, yielded, NOWHERE)


def test_every_column_has_its_place(tmp_path: Path) -> None:
    units, issues = read(
        tmp_path,
        "code,name_zh,name_en,short_zh,pinyin,kind,lon,lat,province,level\n"
        "310000,上海市,Shanghai,上海,shanghai,municipality,121.5,31.2,上海市,\n",
    )
    assert issues == []
    assert units is not None
    assert units["310000"] == Unit(
        "310000",
        Text("上海市", "Shanghai"),
        short="上海",
        pinyin="shanghai",
        kind="municipality",
        lon=121.5,
        lat=31.2,
        groups={"province": "上海市"},
    )


def test_a_finer_code_folds(tmp_path: Path) -> None:
    units, issues = read(tmp_path, "code,name_zh\n310115,上海市\n")
    assert issues == []
    assert units is not None
    assert units.codes == ("310000",)


@pytest.mark.parametrize(
    ("rows", "code", "line"),
    [
        ("310000,上海市,,\n310115,浦东,,\n", "duplicate_unit", 3),
        ("320100,南京市,,\n", "code_not_listed", 2),
        ("31 0000,上海市,,\n", "code_form", 2),
        (",上海市,,\n", "code_form", 2),
        ("310000,,,\n", "unit_without_name", 2),
        ("310000,上海市,east,\n", "not_a_number", 2),
        ("310000,上海市,nan,\n", "not_a_number", 2),
        ("310000,上海市,181,\n", "out_of_range", 2),
        ("S-001,样本城市,121.5,\n", "illustrative_place", 2),
    ],
)
def test_wrong_rows(tmp_path: Path, rows: str, code: str, line: int) -> None:
    _, issues = read(tmp_path, f"code,name_zh,lon,lat\n{rows}")
    assert [(issue.code, issue.where.line) for issue in issues] == [(code, line)]


def test_no_rows_and_no_file(tmp_path: Path) -> None:
    assert [issue.code for issue in read(tmp_path, "code,name_zh\n")[1]] == ["no_units"]
    (tmp_path / "units.csv").unlink()
    assert [issue.code for issue in read_units(tmp_path, GB, None, NOWHERE)[1]] == ["missing_file"]


def test_a_file_only_adds_to_the_units_of_a_source(tmp_path: Path) -> None:
    yielded = Units((Unit("310000", Text("上海市"), groups={"province": "上海市"}),))
    units, issues = read(tmp_path, "code,name_en,group\n310000,Shanghai,east\n", GB, yielded)
    assert issues == []
    assert units is not None
    assert units["310000"].name == Text("上海市", "Shanghai")
    assert units["310000"].groups == {"province": "上海市", "group": "east"}


def test_a_file_adds_no_unit_to_those_of_a_source(tmp_path: Path) -> None:
    yielded = Units((Unit("310000", Text("上海市")),))
    units, issues = read(tmp_path, "code,name_en\n440300,Shenzhen\n", GB, yielded)
    assert [issue.code for issue in issues] == ["unit_not_yielded"]
    assert units is not None
    assert units.codes == ("310000",)


def test_places_come_from_a_source_where_the_file_has_none(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text(
        "code,name_zh,lon\n310000,上海市,\nS-001,样本城市,\n", encoding="utf-8"
    )
    known = {"310000": {"lon": 121.5, "lat": 31.2}, "S-001": {"lon": 1.0, "lat": 1.0}}
    units, _ = read_units(tmp_path, GB, None, known)
    assert units is not None
    assert (units["310000"].lon, units["310000"].lat) == (121.5, 31.2)
    assert units["S-001"].lon is None
