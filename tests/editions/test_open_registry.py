"""The shipped edition: its texts, its weights, its names, and the figures that its page states."""

import csv
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest
from ruamel.yaml import YAML

from chengshu.ingest.sources import official_units, read_source, source_fields
from chengshu.ingest.sources.number_segments import read_segments
from chengshu.ingest.sources.packages import single_file
from chengshu.ingest.sources.rules import number_rules
from chengshu.model import Extract, SourceUse

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "src" / "chengshu" / "editions" / "open-registry"
PAGES = [ROOT / "docs" / "reference" / name for name in ("open-registry.md", "open-registry.zh-CN.md")]
NOTICE = "反映网络与号码资源的登记规模，不等于数字经济发展水平，不能替代白皮书得分。"
TITLE = "城市网络与号码资源指数（公开登记数据；IPv4截至2022-06，号段截至2023-12；行政区划按2020年）"
DECLARED = {
    "ipv4_addresses": 0.25,
    "other_networks": 0.10,
    "networks": 0.10,
    "network_diversity": 0.05,
    "education_addresses": 0.10,
    "mobile_segments": 0.30,
    "virtual_segments": 0.10,
}
DIACRITICS = set("êüÜ")


@cache
def document(name: str) -> Any:
    return YAML(typ="safe").load((FOLDER / f"{name}.yaml").read_text("utf-8"))


@cache
def source(word: str) -> tuple[SourceUse, Extract]:
    entry = next(entry for entry in document("sources") if entry["source"] == word)
    use = SourceUse(entry["id"], word, package=entry["package"], sha256=entry["sha256"])
    return use, read_source(use, 2020)


def texts(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every mapping of languages in a document, with its path of keys."""
    if isinstance(value, dict):
        if {"zh", "en"} & set(value):
            yield path, value
        for key, item in value.items():
            yield from texts(item, f"{path}.{key}")
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from texts(item, f"{path}[{place}]")


def indicators() -> list[dict[str, Any]]:
    return [item for node in document("edition")["index"]["children"] for item in node["indicators"]]


def names() -> list[dict[str, str]]:
    with (FOLDER / "units.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_title_and_standing_line_are_as_agreed() -> None:
    edition = document("edition")
    assert edition["title"]["zh"] == TITLE
    assert edition["notice"]["zh"] == NOTICE
    assert "does not measure the development of the digital" in edition["notice"]["en"]
    assert edition["codes"] == "gbt2260/2020"


def test_the_weights_come_out_as_declared() -> None:
    products = {}
    for node in document("edition")["index"]["children"]:
        total = sum(item["weight"] for item in node["indicators"])
        for item in node["indicators"]:
            products[item["id"]] = node["weight"] * item["weight"] / total
    assert products == pytest.approx(DECLARED, abs=1e-15)
    assert sum(products.values()) == pytest.approx(1, abs=1e-15)


def test_every_indicator_is_positive_and_a_proposal_of_this_project() -> None:
    for item in indicators():
        assert (item["direction"], item["origin"]) == ("positive", "proposed")
        assert {"name", "definition", "reference", "unit"} <= set(item)
    for item in document("edition")["context"]:
        assert {"name", "definition", "reference", "unit"} <= set(item)


@pytest.mark.parametrize("name", ["edition", "sources", "clusters"])
def test_every_text_has_both_languages(name: str) -> None:
    found = list(texts(document(name)))
    assert found
    assert [path for path, text in found if not (text.get("zh") and text.get("en"))] == []


def test_the_groups_are_never_called_by_the_names_of_the_deck() -> None:
    assert not [path.name for path in FOLDER.iterdir() if "一线" in path.read_text("utf-8")]
    bands = document("edition")["tiers"]["bands"]
    assert [band["name"]["zh"] for band in bands] == ["第一组", "第二组", "第三组", "第四组", "第五组"]
    assert [band["name"]["en"] for band in bands] == [f"Group {place}" for place in range(1, 6)]


def test_sources_feed_every_indicator_once_with_fields_that_there_are() -> None:
    fed: list[str] = []
    for entry in document("sources"):
        values = entry.get("values", {})
        assert set(values.values()) <= set(source_fields(entry["source"]))
        assert entry["as_of"]
        fed += values
    context = [item["id"] for item in document("edition")["context"]]
    assert sorted(fed) == sorted([*DECLARED, *context])


def test_a_logarithm_is_never_taken_of_a_zero_that_is_scored() -> None:
    fields = {
        key: (entry, field) for entry in document("sources") for key, field in entry.get("values", {}).items()
    }
    zeros = {}
    for item in indicators():
        entry, field = fields[item["id"]]
        extract = source(entry["source"])[1]
        zeros[item["id"]] = bool((extract.values[:, extract.fields.index(field)] == 0).any())
    expected = {True: "log1p", False: "log"}
    transforms = {item["id"]: item.get("transform") for item in indicators()}
    assert transforms.pop("network_diversity") is None
    assert transforms == {id_: expected[zeros[id_]] for id_ in transforms}


def test_clusters_have_the_members_that_their_plans_count() -> None:
    counts = {cluster["id"]: len(cluster["members"]) for cluster in document("clusters")}
    assert counts == {
        "jingjinji": 13,
        "yangtze-delta": 41,
        "chengyu": 16,
        "greater-bay-area": 11,
        "middle-yangtze": 31,
        "harbin-changchun": 11,
        "central-plains": 30,
        "beibu-gulf": 15,
        "guanzhong": 11,
        "hohhot-baotou-ordos-yulin": 4,
        "lanzhou-xining": 9,
        "shandong-peninsula": 16,
    }


def test_members_outside_the_units_are_known_and_memberships_overlap() -> None:
    units = official_units(2020)
    codes = [str(member["code"]) for cluster in document("clusters") for member in cluster["members"]]
    outside = {code for code in codes if code not in units}
    assert outside == {
        *("810000", "820000", "429004", "429005", "429006"),
        *("419001", "469007", "469023", "469024", "469026"),
    }
    several = {code for code, count in Counter(codes).items() if count > 1}
    assert several == {
        "140800",
        "130400",
        "130500",
        "340300",
        "340600",
        "341200",
        "341300",
        "341600",
        "371500",
        "371700",
    }
    assert all(cluster["source"] and cluster["as_of"] for cluster in document("clusters"))


def test_names_are_of_the_337_units_unique_and_in_latin_letters() -> None:
    rows = names()
    assert tuple(row["code"] for row in rows) == official_units(2020).codes
    assert len({row["name_en"] for row in rows}) == len(rows) == 337
    strange = {character for row in rows for character in row["name_en"] if not character.isascii()}
    assert strange <= DIACRITICS
    assert all(re.fullmatch("[a-z]+", row["pinyin"]) for row in rows)


@pytest.mark.parametrize(
    ("code", "name", "pinyin"),
    [
        ("341500", "Lu'an", "luan"),
        ("341600", "Bozhou", "bozhou"),
        ("331000", "Taizhou (Zhejiang)", "taizhou"),
        ("321200", "Taizhou (Jiangsu)", "taizhou"),
        ("350200", "Xiamen", "xiamen"),
        ("500000", "Chongqing", "chongqing"),
        ("340300", "Bengbu", "bengbu"),
        ("331100", "Lishui", "lishui"),
        ("511100", "Leshan", "leshan"),
        ("350300", "Putian", "putian"),
        ("140400", "Changzhi", "changzhi"),
        ("141100", "Lüliang", "lvliang"),
        ("610100", "Xi'an", "xian"),
        ("610800", "Yulin (Shaanxi)", "yulin"),
        ("150100", "Hohhot", "huhehaote"),
        ("650100", "Ürümqi", "wulumuqi"),
        ("632500", "Hainan (Qinghai)", "hainanzhou"),
    ],
)
def test_names_that_are_easily_misspelt(code: str, name: str, pinyin: str) -> None:
    row = next(row for row in names() if row["code"] == code)
    assert (row["name_en"], row["pinyin"]) == (name, pinyin)


def test_the_tool_writes_the_same_names_again(tmp_path: Path) -> None:
    out = tmp_path / "units.csv"
    command = [sys.executable, str(ROOT / "tools" / "romanise"), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ})
    assert done.returncode == 0, done.stderr
    assert out.read_bytes() == (FOLDER / "units.csv").read_bytes()


def test_the_tool_names_the_characters_that_it_cannot_read(tmp_path: Path) -> None:
    out = tmp_path / "units.csv"
    command = [sys.executable, str(ROOT / "tools" / "romanise"), "--year", "1980", "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ})
    assert done.returncode == 1
    assert done.stderr.startswith("readings.csv has no reading for ")
    assert not out.exists()


def figures() -> dict[str, str]:
    """The figures that the page states, computed."""
    return {**_segment_figures(), **_unplaced_figures()}


def _segment_figures() -> dict[str, str]:
    segments = read_segments(single_file(source("number_segments")[0]))
    member = {
        group: pl.col("segment").str.contains(number_rules().pattern(group))
        for group in number_rules().groups
    }
    basic = pl.col("operator").is_in(list(number_rules().operators))
    virtual, satellite = segments.filter(member["virtual"]), segments.filter(member["satellite"])
    rest = segments.filter(~member["virtual"] & ~member["satellite"] & ~member["iot"] & ~basic)
    return {
        "virtual": f"{len(virtual):,}",
        "virtual with a basic code": f"{len(virtual.filter(basic)):,}",
        "others with a resale code": f"{len(rest)}",
        "satellite with a resale code": f"{len(satellite.filter(~basic)):,}",
        "satellite": f"{len(satellite):,}",
        "satellite in Beijing": f"{len(satellite.filter(pl.col('place') == '北京')):,}",
        "satellite in Xi'an": f"{len(satellite.filter(pl.col('place') == '西安')):,}",
    }


def _unplaced_figures() -> dict[str, str]:
    addresses, segments = source("ipv4_ranges")[1], source("number_segments")[1]
    found: dict[str, str] = {}
    for extract, measure in ((addresses, "addresses"), (segments, "mobile"), (segments, "iot")):
        listed = sum(item.count for item in extract.unplaced if item.measure == measure)
        found[f"{measure} in all"] = f"{extract.totals[measure]:,.0f}"
        found[f"{measure} unplaced"] = f"{listed:,.0f}"
        found[f"{measure} share"] = f"{listed / extract.totals[measure]:.2%}"
    found["without province"] = f"{_count(addresses, 'addresses', '中国'):,.0f}"
    province_alone = [item.count for item in addresses.unplaced if "省级" in (item.reason.zh or "")]
    found["province alone"] = f"{sum(province_alone):,.0f}"
    found["outside"] = f"{addresses.totals['addresses_outside_mainland']:,.0f}"
    hainan = {measure: _count(segments, measure, "海南") for measure in ("mobile", "iot")}
    found |= {f"Hainan {measure}": f"{count:,.0f}" for measure, count in hainan.items()}
    found["Hainan"] = f"{sum(hainan.values()):,.0f}"
    found["Beijing"] = f"{_value(addresses, 'addresses', '110000') / addresses.totals['addresses']:.1%}"
    found["Nanjing"] = f"{_value(segments, 'iot', '320100'):,.0f}"
    return found


def _count(extract: Extract, measure: str, beginning: str) -> float:
    return sum(
        item.count
        for item in extract.unplaced
        if item.measure == measure and item.place.startswith(beginning)
    )


def _value(extract: Extract, field: str, code: str) -> float:
    return float(extract.values[extract.units.index(code), extract.fields.index(field)])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_page_states_the_figures_that_the_records_give(page: Path) -> None:
    text = page.read_text("utf-8")
    assert {
        name: figure
        for name, figure in figures().items()
        if not re.search(rf"(?<![\d,.]){figure}(?![\d,.]*\d)", text)
    } == {}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_great_number_of_the_page_is_one_of_these_figures(page: Path) -> None:
    text = page.read_text("utf-8")
    stated = set(re.findall(r"\d{1,3}(?:,\d{3})+|\d+\.\d+%", text)) - {"10,000"}
    assert stated <= set(figures().values())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_definitions_state_the_same_figures(language: str) -> None:
    stated = [
        figure
        for item in indicators()
        for figure in re.findall(r"\d{1,3}(?:,\d{3})+", item["definition"][language])
        if figure != "10,000"
    ]
    assert stated
    assert set(stated) <= set(figures().values())


def test_every_value_is_a_number_or_declared_blank() -> None:
    segments, addresses = source("number_segments")[1], source("ipv4_ranges")[1]
    blank = {
        code
        for extract in (segments, addresses)
        for code, values in zip(extract.units, extract.values, strict=True)
        if np.isnan(values).any()
    }
    assert blank == {"460100", "460200", "460300", "460400"}
