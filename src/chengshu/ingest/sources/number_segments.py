"""Segments of 10,000 mobile numbers by place and operator, from the file that the package phone ships.

The file is a header ``<4si`` (version, offset of the index), records ``province|place|postcode|area code`` that end
with a zero byte, and an index of nine bytes an entry: segment, offset of its record, code of its operator.
"""

import struct
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import polars as pl

from chengshu.ingest.sources.packages import unreadable
from chengshu.ingest.sources.places import Places, read_places
from chengshu.ingest.sources.rules import number_rules
from chengshu.ingest.sources.tally import by_unit, locate, unplaced
from chengshu.model import Extract, Text

SOURCE = "number_segments"
FIELDS: Mapping[str, Text] = {
    "mobile": Text(
        "移动号段数（每段1万号），不含物联网与数据卡网号",
        "segments of 10,000 mobile numbers, without prefixes for things and data cards",
    ),
    "virtual": Text(
        "其中：移动转售专用网号的号段数",
        "of which segments under the prefixes reserved for virtual operators",
    ),
    "iot": Text("物联网与数据卡网号的号段数", "segments under prefixes for things and data cards"),
    "newest_share": Text(
        "最近一批网号的号段占移动号段的比重", "share of the newest prefixes in mobile segments"
    ),
    "carrier_balance": Text(
        "移动、联通、电信、广电号段比重的标准化熵（0—1），不含转售与卫星网号",
        "entropy of the shares of the four operators over ln 4 (0 to 1), without virtual and satellite prefixes",
    ),
    "province_share": Text("占全省移动号段的比重", "share of the mobile segments of the province"),
}
MEASURES = ("mobile", "iot")

_HEADER = struct.Struct("<4si")
_ENTRY = np.dtype([("segment", "<i4"), ("record", "<i4"), ("operator", "u1")])
_EXPECTED = Text("phone.dat格式的号段文件", "a file of number segments in the form of phone.dat")
_GROUPS = ("iot", "virtual", "satellite", "newest")
_COUNTS = ("mobile", "virtual", "iot")


def read_number_segments(path: Path, year: int) -> Extract:
    """The counts and shares of segments in the units of one year, ``(unit, 6)`` in the order of `FIELDS`.

    A unit of a province whose segments are one pool is NaN throughout and the pool is listed as unplaced. Any
    other unit has 0 where it has no segment, and NaN for a share of nothing.

    Raises
    ------
    SourceError
        The file is not in the known form.
    """
    return count_segments(read_segments(path), read_places(SOURCE, year))


def read_segments(path: Path) -> pl.DataFrame:
    """The segments of the file: ``segment`` (seven digits), ``province``, ``place``, ``operator`` (its code)."""
    content = path.read_bytes()
    try:
        _, start = _HEADER.unpack_from(content)
        entries = np.frombuffer(content, dtype=_ENTRY, offset=start)
        offsets, where = np.unique(entries["record"], return_inverse=True)
        records = [_record(content[_HEADER.size : start], int(offset) - _HEADER.size) for offset in offsets]
    except (struct.error, ValueError) as error:
        raise unreadable(path, _EXPECTED, Text(str(error), str(error))) from None
    places = pl.DataFrame(records, schema=["province", "place"], orient="row")
    return places[where].with_columns(
        segment=pl.Series(entries["segment"]).cast(pl.String), operator=pl.Series(entries["operator"])
    )


def count_segments(segments: pl.DataFrame, places: Places) -> Extract:
    """The extract of given segments at given places; see `read_number_segments`.

    The balance of operators is ``−Σ p ln p / ln k`` over the shares ``p`` of the k operators that
    ``number_prefixes.yaml`` names, in the segments that are neither virtual, satellite nor for things
    (Shannon 1948, over its maximum).
    """
    records = locate(_grouped(segments), places)
    counts = (
        records.filter(pl.col("code").is_not_null())
        .group_by("code")
        .agg(pl.col(*_COUNTS, "newest", *_operator_columns()).sum(), pl.col("province_mobile").first())
        .with_columns(
            newest_share=_ratio(pl.col("newest"), pl.col("mobile")),
            carrier_balance=_balance(),
            province_share=_ratio(pl.col("mobile"), pl.col("province_mobile")),
        )
    )
    blanks = {name: 0.0 if name in _COUNTS else np.nan for name in FIELDS}
    return Extract(
        SOURCE,
        places.units.codes,
        tuple(FIELDS),
        by_unit(counts, places, blanks),
        unplaced=unplaced(records, places, MEASURES),
        totals={measure: float(records[measure].sum()) for measure in MEASURES},
    )


def _record(records: bytes, offset: int) -> tuple[str, str]:
    end = records.index(b"\0", offset)
    province, place, *_ = records[offset:end].decode().split("|")
    return province, place


def _grouped(segments: pl.DataFrame) -> pl.DataFrame:
    """The segments of each place: how many are mobile, virtual, for things, newest, and of each operator."""
    rules = number_rules()
    member = {group: pl.col("segment").str.contains(rules.pattern(group)) for group in _GROUPS}
    own = ~(pl.col("iot") | pl.col("virtual") | pl.col("satellite"))
    operators = {
        _operator(name): (own & (pl.col("operator") == code)).sum() for code, name in rules.operators.items()
    }
    return (
        segments.with_columns(**member)
        .group_by("province", "place", maintain_order=True)
        .agg((~pl.col("iot")).sum().alias("mobile"), pl.col("virtual", "iot", "newest").sum(), **operators)
        .with_columns(province_mobile=pl.col("mobile").sum().over("province"))
    )


def _operator(name: str) -> str:
    return f"operator_{name}"


def _operator_columns() -> list[str]:
    return [_operator(name) for name in number_rules().operators.values()]


def _ratio(part: pl.Expr, whole: pl.Expr) -> pl.Expr:
    return pl.when(whole > 0).then(part / whole)


def _balance() -> pl.Expr:
    columns = _operator_columns()
    total = pl.sum_horizontal(columns)
    shares = [pl.col(column) / total for column in columns]
    entropy = pl.sum_horizontal(
        pl.when(share > 0).then(-share * share.log()).otherwise(0.0) for share in shares
    )
    return pl.when(total > 0).then(entropy / np.log(len(columns)))
