"""Number segments: bytes made by hand, then the pinned file."""

import struct
from collections.abc import Callable
from math import log
from pathlib import Path

import numpy as np
import pytest

from chengshu.ingest.sources import read_source
from chengshu.ingest.sources.number_segments import FIELDS, MEASURES, count_segments, read_segments
from chengshu.ingest.sources.places import Places
from chengshu.model import Extract, SourceError, SourceUse

GUANGZHOU, JISHOU, ENCLAVE, HAIKOU = "广东|广州", "湖南|吉首", "广东|飞地", "海南|海口"
SEGMENTS = [
    (1300001, GUANGZHOU, 2),
    (1380001, GUANGZHOU, 1),
    (1380002, GUANGZHOU, 1),
    (1920001, GUANGZHOU, 7),
    (1349001, GUANGZHOU, 6),
    (1700001, GUANGZHOU, 3),
    (1620001, GUANGZHOU, 1),
    (1490001, GUANGZHOU, 3),
    (1720001, GUANGZHOU, 1),
    (1390001, JISHOU, 1),
    (1390002, ENCLAVE, 1),
    (1390003, ENCLAVE, 1),
    (1410001, ENCLAVE, 3),
    (1390004, HAIKOU, 1),
]


def phone_file(segments: list[tuple[int, str, int]]) -> bytes:
    """The bytes of a file in the form of phone.dat: header, records, index."""
    records, offsets = b"", {}
    for place in dict.fromkeys(place for _, place, _ in segments):
        offsets[place] = 8 + len(records)
        records += f"{place}|000000|000".encode() + b"\0"
    index = b"".join(struct.pack("<iiB", number, offsets[place], code) for number, place, code in segments)
    return struct.pack("<4si", b"2312", 8 + len(records)) + records + index


@pytest.fixture
def extract(tmp_path: Path, places: Places) -> Extract:
    path = tmp_path / "phone.dat"
    path.write_bytes(phone_file(SEGMENTS))
    return count_segments(read_segments(path), places)


def row(extract: Extract, code: str) -> dict[str, float]:
    return dict(zip(extract.fields, extract.values[extract.units.index(code)].tolist(), strict=True))


def test_the_file_is_read_entry_by_entry(tmp_path: Path) -> None:
    path = tmp_path / "phone.dat"
    path.write_bytes(phone_file(SEGMENTS[:3] + SEGMENTS[-1:]))
    assert read_segments(path).rows() == [
        ("广东", "广州", "1300001", 2),
        ("广东", "广州", "1380001", 1),
        ("广东", "广州", "1380002", 1),
        ("海南", "海口", "1390004", 1),
    ]


def test_segments_are_told_apart_by_prefix(extract: Extract) -> None:
    guangzhou = row(extract, "440100")
    assert guangzhou["mobile"] == 7
    assert guangzhou["virtual"] == 2
    assert guangzhou["iot"] == 2
    assert guangzhou["newest_share"] == pytest.approx(1 / 7)


def test_the_balance_leaves_out_virtual_satellite_and_things(extract: Extract) -> None:
    shares = (1 / 4, 2 / 4, 1 / 4)
    expected = -sum(share * log(share) for share in shares) / log(4)
    assert row(extract, "440100")["carrier_balance"] == pytest.approx(expected)
    assert row(extract, "433100")["carrier_balance"] == 0.0


def test_the_province_counts_what_has_no_unit(extract: Extract) -> None:
    assert row(extract, "440100")["province_share"] == pytest.approx(7 / 9)
    assert row(extract, "433100")["province_share"] == 1.0


def test_a_covered_unit_without_segments_is_zero_and_has_no_shares(extract: Extract) -> None:
    shenzhen = row(extract, "440300")
    assert [shenzhen[name] for name in ("mobile", "virtual", "iot")] == [0, 0, 0]
    assert all(np.isnan(shenzhen[name]) for name in ("newest_share", "carrier_balance", "province_share"))


def test_a_pooled_province_is_blank_and_listed(extract: Extract) -> None:
    assert all(np.isnan(value) for value in row(extract, "460100").values())
    assert [(item.measure, item.place, item.count) for item in extract.unplaced] == [
        ("mobile", "广东 飞地", 2.0),
        ("mobile", "海南 海口", 1.0),
        ("iot", "广东 飞地", 1.0),
    ]
    assert extract.totals == {"mobile": 11.0, "iot": 3.0}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"2312",
        phone_file(SEGMENTS)[:-4],
        struct.pack("<4si", b"2312", 8) + struct.pack("<iiB", 1300001, 99, 1),
    ],
)
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "phone.dat"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"phone\.dat: expected a file of number segments"):
        read_segments(path)


@pytest.fixture(scope="module")
def real(release: Callable[[str], SourceUse]) -> Extract:
    return read_source(release("number_segments"), 2020)


def test_the_pinned_file_reconciles(real: Extract) -> None:
    for measure in MEASURES:
        placed = np.nansum(real.values[:, real.fields.index(measure)])
        listed = sum(item.count for item in real.unplaced if item.measure == measure)
        assert placed + listed == real.totals[measure]
    assert sum(real.totals.values()) == 499_527


def test_every_unplaced_place_of_the_pinned_file_is_declared(real: Extract) -> None:
    assert {item.place for item in real.unplaced} == {
        *(f"海南 {place}" for place in ("海口", "三亚")),
        *(f"湖北 {place}" for place in ("潜江", "仙桃", "天门", "神农架", "江汉")),
        "新疆 石河子",
        "河南 济源",
    }
    assert not any("没有名为" in (item.reason.zh or "") for item in real.unplaced)


def test_in_the_pinned_file_hainan_alone_is_blank(real: Extract) -> None:
    blank = [code for code, values in zip(real.units, real.values, strict=True) if np.isnan(values).any()]
    assert blank == ["460100", "460200", "460300", "460400"]


def test_shares_of_the_pinned_file_are_shares(real: Extract) -> None:
    for name in ("newest_share", "carrier_balance", "province_share"):
        values = real.values[:, real.fields.index(name)]
        assert np.nanmin(values) >= 0
        assert np.nanmax(values) <= 1
    assert real.fields == tuple(FIELDS)
