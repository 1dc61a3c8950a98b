"""Ranges of IPv4 addresses by place and network, from the file that the package XdbSearchIP ships.

The file is a header ``<HHIII`` (version, policy, time, first and last entry of the index), texts
``country|region|province|city|network`` in which 0 is a blank, and an index of fourteen bytes an entry: first and
last address, length and offset of its text.
"""

import struct
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import polars as pl

from chengshu.ingest.sources.packages import unreadable
from chengshu.ingest.sources.places import Places, read_places
from chengshu.ingest.sources.rules import CARRIER, CLOUD, EDUCATION, FOREIGN, UNLABELLED, label_classes
from chengshu.ingest.sources.tally import by_unit, locate, unplaced
from chengshu.model import Extract, Issue, Severity, SourceError, Text, Unplaced, Where

SOURCE = "ipv4_ranges"
FIELDS: Mapping[str, Text] = {
    "addresses": Text("登记到该地的IPv4地址数", "IPv4 addresses registered in the unit"),
    "other_networks": Text(
        "其中：电信、联通、移动、铁通以外网络的地址数，未标注与境外标签不计",
        "of which outside the four carriers, without unlabelled ranges and labels of networks abroad",
    ),
    "networks_256": Text(
        "地址不少于256个的网络数（按标签计，未标注与境外标签不计）",
        "networks with at least 256 addresses, by label, without unlabelled and foreign ones",
    ),
    "network_diversity": Text(
        "各网络地址比重的香农熵（自然对数，未标注与境外标签不计）",
        "Shannon entropy (natural logarithm) of the networks' shares of addresses, without unlabelled and foreign ones",
    ),
    "education": Text("标签为教育网的地址数", "addresses labelled as the education and research network"),
    "cloud": Text("标签为云服务商的地址数", "addresses labelled as a cloud provider"),
    "province_share": Text("占全省IPv4地址的比重", "share of the IPv4 addresses of the province"),
}
MAINLAND = "addresses"
OUTSIDE = "addresses_outside_mainland"

_HEADER = struct.Struct("<HHIII")
_ENTRY = np.dtype([("first", "<u4"), ("last", "<u4"), ("length", "<u2"), ("text", "<u4")])
_TEXT = ("country", "region", "province", "place", "network")
_COUNTRY, _BLANK = "中国", "0"
_OUTSIDE_PROVINCES = ("台湾省", "香港", "澳门")
_SMALLEST_NETWORK = 256
_EXPECTED = Text("ip2region的xdb文件", "an xdb file of ip2region")
_OUT_OF_SCOPE = Text(
    "港澳台不在本版评价范围", "Hong Kong, Macao and Taiwan, China, are outside the scope of this edition"
)
_NO_PROVINCE = Text("来源只登记到国家，未注明省份", "the source names the country but no province")
_NO_CITY = Text("来源只登记到省级，未注明地市", "the source names the province but no city")
_COUNTS = ("addresses", "other_networks", "networks_256", "education", "cloud")


def read_ipv4_ranges(path: Path, year: int) -> Extract:
    """The addresses and networks in the units of one year, ``(unit, 7)`` in the order of `FIELDS`.

    Ranges without province or city, and places outside the year's units, are listed as unplaced by measure
    ``addresses``; Taiwan, Hong Kong and Macao are listed apart and are no part of that total.

    Raises
    ------
    SourceError
        The file is not in the known form, or has labels that ``network_labels.yaml`` does not classify.
    """
    return count_addresses(read_ranges(path), read_places(SOURCE, year))


def read_ranges(path: Path) -> pl.DataFrame:
    """The ranges of China in the file: ``province``, ``place``, ``network`` (blank where 0) and ``size``."""
    content = path.read_bytes()
    try:
        *_, first, last = _HEADER.unpack_from(content)
        entries = np.frombuffer(content[first : last + _ENTRY.itemsize], dtype=_ENTRY)
        offsets, start, where = np.unique(entries["text"], return_index=True, return_inverse=True)
        lengths = entries["length"][start]
        texts = [content[o : o + n].decode().split("|") for o, n in zip(offsets, lengths, strict=True)]
        labels = pl.DataFrame(texts, schema=list(_TEXT), orient="row")
    except (struct.error, ValueError, pl.exceptions.PolarsError) as error:
        raise unreadable(path, _EXPECTED, Text(str(error), str(error))) from None
    size = entries["last"].astype(np.int64) - entries["first"] + 1
    ranges = labels[where].with_columns(size=pl.Series(size)).filter(pl.col("country") == _COUNTRY)
    return ranges.select(pl.col("province", "place", "network").replace(_BLANK, ""), "size")


def count_addresses(ranges: pl.DataFrame, places: Places) -> Extract:
    """The extract of given ranges at given places; see `read_ipv4_ranges`.

    Diversity is ``−Σ p ln p`` over the shares ``p`` of the labelled networks of the mainland (Shannon 1948), NaN
    where a unit has none.
    """
    outside = pl.col("province").is_in(_OUTSIDE_PROVINCES)
    networks = locate(_networks(ranges.filter(~outside)), places)
    counts = _units(networks)
    blanks = {name: 0.0 if name in _COUNTS else np.nan for name in FIELDS}
    abroad = _outside(ranges.filter(outside))
    return Extract(
        SOURCE,
        places.units.codes,
        tuple(FIELDS),
        by_unit(counts, places, blanks),
        unplaced=_unplaced(networks, places) + abroad,
        totals={MAINLAND: float(networks["addresses"].sum()), OUTSIDE: sum(item.count for item in abroad)},
    )


def _networks(ranges: pl.DataFrame) -> pl.DataFrame:
    """The addresses of each network in each place, with the class of its label."""
    classes = {label: kind.id for kind in label_classes().values() for label in kind.labels}
    found = ranges.group_by("province", "place", "network", maintain_order=True).agg(
        addresses=pl.col("size").sum()
    )
    unknown = sorted(set(found["network"]) - set(classes) - {""})
    if unknown:
        raise SourceError([_unclassified(unknown)])
    kinds = pl.col("network").replace_strict(classes | {"": UNLABELLED}, return_dtype=pl.String)
    return found.with_columns(kind=kinds, province_addresses=pl.col("addresses").sum().over("province"))


def _units(networks: pl.DataFrame) -> pl.DataFrame:
    placed = networks.filter(pl.col("code").is_not_null())
    merged = placed.group_by("code", "network", "kind").agg(
        pl.col("addresses").sum(), pl.col("province_addresses").first()
    )
    addresses = pl.col("addresses")
    known = ~pl.col("kind").is_in([UNLABELLED, FOREIGN])
    shares = addresses.filter(known) / addresses.filter(known).sum()
    return merged.group_by("code").agg(
        addresses.sum(),
        other_networks=addresses.filter(known & (pl.col("kind") != CARRIER)).sum(),
        networks_256=(known & (addresses >= _SMALLEST_NETWORK)).sum(),
        network_diversity=pl.when(known.any()).then(-(shares * shares.log()).sum()),
        education=addresses.filter(pl.col("kind") == EDUCATION).sum(),
        cloud=addresses.filter(pl.col("kind") == CLOUD).sum(),
        province_share=addresses.sum() / pl.col("province_addresses").first(),
    )


def _unplaced(networks: pl.DataFrame, places: Places) -> tuple[Unplaced, ...]:
    named = networks.filter(pl.col("place") != "")
    listed = list(unplaced(named, places, (MAINLAND,)))
    blank = networks.filter(pl.col("place") == "").group_by("province").agg(pl.col("addresses").sum())
    for province, count in blank.iter_rows():
        reason = _NO_CITY if province else _NO_PROVINCE
        listed.append(Unplaced(MAINLAND, province or _COUNTRY, float(count), reason))
    return tuple(sorted(listed, key=lambda item: (-item.count, item.place)))


def _outside(ranges: pl.DataFrame) -> tuple[Unplaced, ...]:
    counts = ranges.group_by("province").agg(pl.col("size").sum()).sort("size", "province", descending=True)
    return tuple(Unplaced(OUTSIDE, place, float(count), _OUT_OF_SCOPE) for place, count in counts.iter_rows())


def _unclassified(labels: list[str]) -> Issue:
    return Issue(
        "network_label_unknown",
        Severity.ERROR,
        Where("network_labels.yaml"),
        expected=Text("已归类的网络标签", "labels that are classified"),
        found=Text("、".join(labels), ", ".join(labels)),
        remedy=Text("请将每个标签归入一类。", "Put each label into one class."),
    )
