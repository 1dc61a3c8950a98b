"""What is declared about the sources in data: aliases of places, number prefixes, labels of networks."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import polars as pl
from ruamel.yaml import YAML

from chengshu.model import Text

ALL_PLACES = "*"
UNLABELLED = "unlabelled"
FOREIGN = "foreign"
CARRIER = "carrier"
EDUCATION = "education"
CLOUD = "cloud"


@dataclass(frozen=True, slots=True)
class Alias:
    """Where a source's place belongs: a code, or none with the reason. `ALL_PLACES` speaks for a whole province."""

    province: str
    place: str
    code: str
    reason: Text


@dataclass(frozen=True, slots=True)
class PrefixGroup:
    """Number prefixes of one purpose. `unconfirmed` are those whose purpose no reference at hand confirms."""

    id: str
    name: Text
    prefixes: tuple[str, ...]
    unconfirmed: tuple[str, ...]
    reference: Text


@dataclass(frozen=True, slots=True)
class NumberRules:
    """The groups of prefixes, and the operators that the carrier codes of the file stand for."""

    groups: Mapping[str, PrefixGroup]
    operators: Mapping[int, str]

    def pattern(self, group: str) -> str:
        """The regular expression that the segments of a group match."""
        return f"^(?:{'|'.join(self.groups[group].prefixes)})"


@dataclass(frozen=True, slots=True)
class LabelClass:
    """Network labels of one kind."""

    id: str
    name: Text
    labels: tuple[str, ...]


@cache
def aliases(source: str) -> tuple[Alias, ...]:
    """The declared aliases of one source.

    Examples
    --------
    >>> [alias.code for alias in aliases("number_segments") if alias.place == "吉首"]
    ['433100']
    """
    return tuple(
        Alias(row["province"], row["place"], row["code"] or "", Text(row["reason_zh"], row["reason_en"]))
        for row in _rows("aliases.csv")
        if row["source"] == source
    )


@cache
def short_names() -> Mapping[str, str]:
    """Short names that replace the source's own, by code.

    Examples
    --------
    >>> short_names()["653000"]
    '克孜勒苏'
    """
    return {row["code"]: row["short"] for row in _rows("short_names.csv")}


@cache
def number_rules() -> NumberRules:
    """The rules by which number segments are told apart.

    Examples
    --------
    >>> number_rules().groups["virtual"].prefixes
    ('162', '165', '167', '170', '171')
    """
    content = _mapping("number_prefixes.yaml")
    groups = {
        id_: PrefixGroup(
            id_,
            Text(**group["name"]),
            tuple(group["prefixes"]),
            tuple(group.get("unconfirmed", ())),
            Text(**group["reference"]),
        )
        for id_, group in content["groups"].items()
    }
    return NumberRules(groups, {int(code): name for code, name in content["operators"].items()})


@cache
def label_classes() -> Mapping[str, LabelClass]:
    """The kinds of network labels, with the labels of each.

    Examples
    --------
    >>> label_classes()["carrier"].labels
    ('电信', '联通', '移动', '铁通')
    """
    return {
        id_: LabelClass(id_, Text(**kind["name"]), tuple(str(label) for label in kind["labels"]))
        for id_, kind in _mapping("network_labels.yaml").items()
    }


def _rows(name: str) -> list[dict[str, str]]:
    content = files("chengshu.ingest.sources").joinpath(name).read_bytes()
    return list(pl.read_csv(content, infer_schema=False).iter_rows(named=True))


def _mapping(name: str) -> dict[str, Any]:
    text = files("chengshu.ingest.sources").joinpath(name).read_text("utf-8")
    return dict(YAML(typ="safe").load(text))
