"""IPv4 ranges: bytes made by hand, then the pinned file."""

import struct
from collections.abc import Callable, Iterable
from math import log
from pathlib import Path

import numpy as np
import pytest

from chengshu.ingest.sources import read_source
from chengshu.ingest.sources.ipv4_ranges import FIELDS, MAINLAND, OUTSIDE, count_addresses, read_ranges
from chengshu.ingest.sources.packages import single_file
from chengshu.ingest.sources.places import Places
from chengshu.ingest.sources.rules import label_classes
from chengshu.model import Extract, SourceError, SourceUse

GUANGZHOU = "中国|0|广东省|广州市|"
RANGES = [
    (512, GUANGZHOU + "电信"),
    (256, GUANGZHOU + "教育网"),
    (128, GUANGZHOU + "阿里云"),
    (128, GUANGZHOU + "电信"),
    (100, GUANGZHOU + "0"),
    (300, GUANGZHOU + "谷歌"),
    (64, "中国|0|湖南省|湘西|0"),
    (10, "中国|0|广东省|飞地|联通"),
    (20, "中国|0|广东省|0|联通"),
    (30, "中国|0|0|0|移动"),
    (40, "中国|0|香港|0|电讯盈科"),
    (50, "中国|0|台湾省|台北|中华电信"),
    (60, "美国|0|0|0|Level3"),
]


def xdb_file(ranges: Iterable[tuple[int, str]]) -> bytes:
    """The bytes of a file in the form of ip2region.xdb: header, texts, index; the vector index is left out."""
    items = list(ranges)
    texts, offsets = b"", {}
    for text in dict.fromkeys(text for _, text in items):
        offsets[text] = 256 + len(texts)
        texts += text.encode()
    start, first, index = 256 + len(texts), 0, b""
    for size, text in items:
        index += struct.pack("<IIHI", first, first + size - 1, len(text.encode()), offsets[text])
        first += size
    header = struct.pack("<HHIII", 2, 1, 1655863922, start, start + len(index) - 14)
    return header.ljust(256, b"\0") + texts + index


def written(path: Path, ranges: Iterable[tuple[int, str]]) -> Path:
    path.write_bytes(xdb_file(ranges))
    return path


@pytest.fixture
def extract(tmp_path: Path, places: Places) -> Extract:
    return count_addresses(read_ranges(written(tmp_path / "ip2region.xdb", RANGES)), places)


def row(extract: Extract, code: str) -> dict[str, float]:
    return dict(zip(extract.fields, extract.values[extract.units.index(code)].tolist(), strict=True))


def test_the_file_is_read_entry_by_entry_and_blanks_are_blank(tmp_path: Path) -> None:
    ranges = read_ranges(written(tmp_path / "ip2region.xdb", RANGES[4:6] + RANGES[-4:]))
    assert ranges.rows() == [
        ("广东省", "广州市", "", 100),
        ("广东省", "广州市", "谷歌", 300),
        ("", "", "移动", 30),
        ("香港", "", "电讯盈科", 40),
        ("台湾省", "台北", "中华电信", 50),
    ]


def test_addresses_are_counted_by_the_class_of_their_label(extract: Extract) -> None:
    guangzhou = row(extract, "440100")
    assert guangzhou["addresses"] == 512 + 256 + 128 + 128 + 100 + 300
    assert guangzhou["other_networks"] == 256 + 128
    assert guangzhou["education"] == 256
    assert guangzhou["cloud"] == 128
    assert guangzhou["networks_256"] == 2
    assert guangzhou["province_share"] == pytest.approx(1424 / 1454)


def test_diversity_is_the_entropy_of_labelled_mainland_networks(extract: Extract) -> None:
    shares = (640 / 1024, 256 / 1024, 128 / 1024)
    expected = -sum(share * log(share) for share in shares)
    assert row(extract, "440100")["network_diversity"] == pytest.approx(expected)


def test_a_unit_with_unlabelled_addresses_alone_has_no_diversity(extract: Extract) -> None:
    xiangxi = row(extract, "433100")
    assert xiangxi["addresses"] == 64
    assert [xiangxi[name] for name in ("other_networks", "networks_256", "education", "cloud")] == [
        0,
        0,
        0,
        0,
    ]
    assert np.isnan(xiangxi["network_diversity"])


def test_a_unit_without_addresses_is_zero(extract: Extract) -> None:
    shenzhen = row(extract, "440300")
    assert [shenzhen[name] for name in ("addresses", "networks_256")] == [0, 0]
    assert np.isnan(shenzhen["network_diversity"])


def test_what_has_no_unit_is_listed_by_how_far_it_is_named(extract: Extract) -> None:
    assert [(item.measure, item.place, item.count) for item in extract.unplaced] == [
        (MAINLAND, "中国", 30.0),
        (MAINLAND, "广东省", 20.0),
        (MAINLAND, "广东省 飞地", 10.0),
        (OUTSIDE, "台湾省", 50.0),
        (OUTSIDE, "香港", 40.0),
    ]
    assert extract.totals == {MAINLAND: 1548.0, OUTSIDE: 90.0}


def test_a_label_without_class_is_an_error_that_names_it(tmp_path: Path, places: Places) -> None:
    ranges = read_ranges(
        written(tmp_path / "ip2region.xdb", [(1, GUANGZHOU + "新网"), (1, GUANGZHOU + "甲网")])
    )
    with pytest.raises(
        SourceError, match=r"network_labels\.yaml: expected labels that are classified, found 新网, 甲网"
    ):
        count_addresses(ranges, places)


@pytest.mark.parametrize("content", [b"", b"\2\0", xdb_file(RANGES)[:-3], xdb_file([(1, "中国|广东省")])])
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ip2region.xdb"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"ip2region\.xdb: expected an xdb file"):
        read_ranges(path)


@pytest.fixture(scope="module")
def real(release: Callable[[str], SourceUse]) -> Extract:
    return read_source(release("ipv4_ranges"), 2020)


def test_the_pinned_file_reconciles(real: Extract) -> None:
    listed = {
        measure: sum(item.count for item in real.unplaced if item.measure == measure)
        for measure in real.totals
    }
    placed = np.nansum(real.values[:, real.fields.index("addresses")])
    assert placed + listed[MAINLAND] == real.totals[MAINLAND]
    assert listed[OUTSIDE] == real.totals[OUTSIDE]
    assert sum(real.totals.values()) == 411_251_680


def test_every_mainland_label_of_the_pinned_file_is_classified_and_every_class_used(
    release: Callable[[str], SourceUse],
) -> None:
    ranges = read_ranges(single_file(release("ipv4_ranges")))
    mainland = ranges.filter(~ranges["province"].is_in(["台湾省", "香港", "澳门"]))
    declared = {label for kind in label_classes().values() for label in kind.labels}
    assert set(mainland["network"]) - {""} == declared


def test_in_the_pinned_file_every_place_is_a_unit_but_jiyuan(real: Extract) -> None:
    named = [item.place for item in real.unplaced if " " in item.place]
    assert named == ["河南省 济源"]
    assert not any("没有名为" in (item.reason.zh or "") for item in real.unplaced)


def test_parts_of_the_pinned_file_are_parts(real: Extract) -> None:
    column = {name: real.values[:, place] for place, name in enumerate(real.fields)}
    assert real.fields == tuple(FIELDS)
    assert (column["other_networks"] <= column["addresses"]).all()
    assert (column["education"] + column["cloud"] <= column["other_networks"]).all()
    assert np.nanmax(column["province_share"]) == 1
    assert not np.isnan(column["addresses"]).any()
