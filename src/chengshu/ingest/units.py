"""``units.csv``: the cities, counties or districts of an edition."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import polars as pl

from chengshu.ingest.codes import CODE, ILLUSTRATIVE_PREFIX, CodeList, is_official
from chengshu.ingest.complaints import Complaint, Wording, complain
from chengshu.ingest.tables import ROW, Columns, Table, read_table
from chengshu.model import Issue, Severity, Text, Unit, Units, Where

FILE = "units.csv"
_TEXTS = ("short", "pinyin", "kind", "parent", "valid_from", "valid_to", "successor")
_COLUMN_OF = {"short": "short_zh"}
_NUMBERS = {"lon": (-180.0, 180.0), "lat": (-90.0, 90.0), "x": None, "y": None}
_KNOWN = ("name_zh", "name_en", *(_COLUMN_OF.get(name, name) for name in _TEXTS), *_NUMBERS)

_DUPLICATE = Wording(
    Text("每个代码只出现一次", "each code once"), Text("请删去重复的行。", "Remove the repeated row.")
)
_AGAIN = Text("又一行用了该代码", "another row with this code")
_FORM = Wording(
    Text("字母、数字、连字符或下划线组成的代码", "a code of letters, digits, - and _"),
    Text("请改正代码。", "Correct the code."),
)
_LISTED = Wording(
    Text("当年行政区划代码表中的代码", "a code of that year's official list"),
    Text(
        "请核对年份与代码；撤并的城市请用并入后的代码。",
        "Check year and code; use the successor's code for a merged city.",
    ),
)
_NAME = Wording(
    Text("name_zh或name_en至少一个", "name_zh or name_en"), Text("请补上名称。", "Give the unit a name.")
)
_NUMBER = Wording(Text("数字", "a number"), Text("请填数字或留空。", "Write a number or leave it blank."))
_SCHEMATIC = Wording(
    Text("示意单位只有示意坐标x、y", "no real place for an illustrative unit, only x and y"),
    Text("请删去经纬度。", "Remove longitude and latitude."),
)


def read_units(
    folder: Path, codes: CodeList, yielded: Units | None, added: Mapping[str, Mapping[str, float]]
) -> tuple[Units | None, list[Issue]]:
    """The units of an edition with what is wrong; None where there are none to speak of.

    `yielded` are units that a source defines: ``units.csv`` may then only add columns by code. `added` holds
    numbers that sources know of each unit, such as ``lon`` and ``lat``; the file's own win.
    """
    path = folder / FILE
    if not path.exists():
        return (_placed(yielded, added), []) if yielded else (None, [_missing_file()])
    table, issues = read_table(path, folder, Columns(("code",), _KNOWN, others=True))
    if table is None:
        return None, issues
    issues += _problems(table, codes, yielded)
    rows = table.frame.with_columns(codes.folded("code")).unique("code", keep="first", maintain_order=True)
    units = tuple(_unit(row) for row in rows.iter_rows(named=True) if row["code"])
    merged = Units(_merged(yielded.items, units) if yielded else units)
    if not merged.items and not issues:
        issues.append(_no_units())
    return _placed(merged, added), issues


def _problems(table: Table, codes: CodeList, yielded: Units | None) -> list[Issue]:
    frame = table.frame.with_columns(codes.folded("code"))
    well_formed = pl.col("code").str.contains(CODE).fill_null(value=False)
    repeated = pl.col("code").is_duplicated() & ~pl.col("code").is_first_distinct()
    issues = complain(table, frame.filter(~well_formed), Complaint("code_form", "code", _FORM))
    issues += complain(
        table,
        frame.filter(well_formed & repeated),
        Complaint("duplicate_unit", "code", _DUPLICATE, found=_AGAIN),
    )
    if codes.known:
        unknown = frame.filter(well_formed & ~_on_list(codes))
        issues += complain(table, unknown, Complaint("code_not_listed", "code", _LISTED))
    if yielded is None:
        issues += complain(
            table, frame.filter(_nameless(frame)), Complaint("unit_without_name", "name_zh", _NAME)
        )
    else:
        strangers = frame.filter(well_formed & ~pl.col("code").is_in(yielded.codes))
        issues += complain(table, strangers, Complaint("unit_not_yielded", "code", _yielded_wording(yielded)))
    return issues + _place_problems(table, frame)


def _on_list(codes: CodeList) -> pl.Expr:
    return pl.col("code").is_in(sorted(codes.known)) | pl.col("code").str.starts_with(ILLUSTRATIVE_PREFIX)


def _nameless(frame: pl.DataFrame) -> pl.Expr:
    names = [pl.col(name).is_null() for name in ("name_zh", "name_en") if name in frame.columns]
    return pl.all_horizontal(names) if names else pl.lit(value=True)


def _yielded_wording(yielded: Units) -> Wording:
    count = len(yielded)
    return Wording(
        Text(f"来源给出的{count}个单位之一", f"one of the {count} units that the source yields"),
        Text("units.csv此时只能按代码补充列。", "units.csv may only add columns by code here."),
    )


def _place_problems(table: Table, frame: pl.DataFrame) -> list[Issue]:
    issues: list[Issue] = []
    for name, bounds in _NUMBERS.items():
        if name not in frame.columns:
            continue
        number = pl.col(name).cast(pl.Float64, strict=False)
        wrong = pl.col(name).is_not_null() & ~number.is_finite().fill_null(value=False)
        issues += complain(table, frame.filter(wrong), Complaint("not_a_number", name, _NUMBER))
        if bounds:
            low, high = bounds
            outside = frame.filter(~wrong & ~number.is_between(low, high))
            wording = Wording(Text(f"{low:g}到{high:g}", f"{low:g} to {high:g}"), _NUMBER.remedy)
            issues += complain(table, outside, Complaint("out_of_range", name, wording))
            schematic = pl.col("code").str.starts_with(ILLUSTRATIVE_PREFIX) & pl.col(name).is_not_null()
            issues += complain(
                table, frame.filter(schematic), Complaint("illustrative_place", name, _SCHEMATIC)
            )
    return issues


def _unit(row: Mapping[str, str | None]) -> Unit:
    own = {"code", ROW, *_KNOWN}
    groups = {column: label for column, label in row.items() if column not in own and label}
    texts = {name: row.get(_COLUMN_OF.get(name, name)) or "" for name in _TEXTS}
    numbers = {name: _number(row.get(name)) for name in _NUMBERS}
    return Unit(
        code=row["code"] or "",
        name=Text(row.get("name_zh"), row.get("name_en")),
        groups=groups,
        lon=numbers["lon"],
        lat=numbers["lat"],
        x=numbers["x"],
        y=numbers["y"],
        **texts,
    )


def _number(cell: str | None) -> float | None:
    try:
        return float(cell) if cell else None
    except ValueError:
        return None


def _merged(yielded: Iterable[Unit], added: Iterable[Unit]) -> tuple[Unit, ...]:
    """The source's units, each with what ``units.csv`` adds to blank fields."""
    by_code = {unit.code: unit for unit in added}
    return tuple(_with_additions(unit, by_code.get(unit.code)) for unit in yielded)


def _with_additions(unit: Unit, extra: Unit | None) -> Unit:
    if extra is None:
        return unit
    return replace(
        unit,
        name=Text(unit.name.zh or extra.name.zh, unit.name.en or extra.name.en),
        groups={**unit.groups, **extra.groups},
        **{name: getattr(unit, name) or getattr(extra, name) for name in (*_TEXTS, *_NUMBERS)},
    )


def _placed(units: Units, added: Mapping[str, Mapping[str, float]]) -> Units:
    """The units with the longitude and latitude that a source knows, where they have none and may have one."""
    return Units(
        tuple(
            replace(
                unit,
                lon=unit.lon if unit.lon is not None else added.get(unit.code, {}).get("lon"),
                lat=unit.lat if unit.lat is not None else added.get(unit.code, {}).get("lat"),
            )
            if is_official(unit.code)
            else unit
            for unit in units.items
        )
    )


def _missing_file() -> Issue:
    return Issue(
        "missing_file",
        Severity.ERROR,
        Where(FILE),
        expected=Text(
            "文件units.csv，或sources.yaml中一个units: true的来源", "units.csv, or a source with units: true"
        ),
        found=Text("两者皆无", "neither"),
        remedy=Text(
            "请添加units.csv，列为code,name_zh,name_en。", "Add units.csv with code,name_zh,name_en."
        ),
    )


def _no_units() -> Issue:
    return Issue(
        "no_units",
        Severity.ERROR,
        Where(FILE),
        expected=Text("至少一个单位", "at least one unit"),
        found=Text("没有数据行", "no rows"),
        remedy=Text("请至少添加一行。", "Add a row for each unit."),
    )
