"""An edition folder made of the reference input, as an analyst would write it."""

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

PERIOD = "2018"
CONTEXT = ("Area", "Energy", "GDP", "Population")
GROUPS = ("GDP_group", "GDPpc_group", "Pop_group", "EurAsia_group")
PIPELINE = [
    "denominate",
    {"impute": {"method": "group_mean", "by": "EurAsia_group"}},
    {"screen": {"require": 0.9}},
    {"treat": {"method": "winsorise", "skew": 2, "kurtosis": 3.5, "max_points": 5, "otherwise": "log_ct"}},
    {"normalise": {"method": "minmax"}},
    {"aggregate": {"method": "arithmetic", "missing": "skip"}},
]


def records(path: Path) -> Iterator[Mapping[str, str]]:
    """The rows of a reference file."""
    with path.open(encoding="utf-8") as stream:
        yield from csv.DictReader(stream)


def write_edition(source: Path, folder: Path) -> None:
    """Write the edition: definition, units, observations."""
    folder.mkdir(exist_ok=True)
    meta = list(records(source / "input" / "iMeta.csv"))
    rows = list(records(source / "input" / "iData.csv"))
    # JSON is YAML, so that the definition needs no hand-made quoting.
    (folder / "edition.yaml").write_text(json.dumps(_definition(meta), indent=1), encoding="utf-8")
    _write(folder / "units.csv", ["code", "name_en", *GROUPS], _units(rows))
    _write(folder / "observations.csv", ["unit", "indicator", "period", "value"], _observations(rows, meta))


def _definition(meta: list[Mapping[str, str]]) -> dict[str, object]:
    top = next(row for row in meta if row["Type"] == "Aggregate" and row["Parent"] == "NA")
    return {
        "id": "asem",
        "title": _text("ASEM Sustainable Connectivity"),
        "unit_kind": "country",
        "pipeline": PIPELINE,
        "index": _node(top, meta),
        "context": [{"id": name, "name": _text(name)} for name in CONTEXT],
    }


def _text(words: str) -> dict[str, str]:
    return {"zh": words, "en": words}


def _node(row: Mapping[str, str], meta: list[Mapping[str, str]]) -> dict[str, object]:
    below = [other for other in meta if other["Parent"] == row["iCode"]]
    node: dict[str, object] = {
        "id": row["iCode"],
        "name": _text(row["iName"]),
        "weight": float(row["Weight"]),
    }
    if below[0]["Type"] == "Indicator":
        return {**node, "indicators": [_indicator(other) for other in below]}
    return {**node, "children": [_node(other, meta) for other in below]}


def _indicator(row: Mapping[str, str]) -> dict[str, object]:
    indicator: dict[str, object] = {
        "id": row["iCode"],
        "name": _text(row["iName"]),
        "weight": float(row["Weight"]),
        "direction": "negative" if row["Direction"] == "-1" else "positive",
    }
    if row["Denominator"] != "NA":
        indicator["denominator"] = {"by": row["Denominator"]}
    return indicator


def _units(rows: list[Mapping[str, str]]) -> Iterator[list[str]]:
    for row in rows:
        yield [row["uCode"], row["uName"], *(row[group] for group in GROUPS)]


def _observations(rows: list[Mapping[str, str]], meta: list[Mapping[str, str]]) -> Iterator[list[str]]:
    columns = [*(row["iCode"] for row in meta if row["Type"] == "Indicator"), *CONTEXT]
    for row in rows:
        for column in columns:
            value = row[column]
            yield [row["uCode"], column, PERIOD, "" if value == "NA" else value]


def _write(path: Path, header: list[str], rows: Iterator[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
