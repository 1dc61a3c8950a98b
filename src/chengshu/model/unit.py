"""Cities, counties and the clusters they belong to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from chengshu.model.text import Text


@dataclass(frozen=True, slots=True)
class Unit:
    """One city, county, district or country.

    `groups` holds the grouping columns of ``units.csv`` (province, region …), blank ones left out.
    `x` and `y` are schematic places; `lon` and `lat` are real ones, in degrees.
    """

    code: str
    name: Text
    short: str = ""
    pinyin: str = ""
    kind: str = ""
    parent: str = ""
    lon: float | None = None
    lat: float | None = None
    x: float | None = None
    y: float | None = None
    valid_from: str = ""
    valid_to: str = ""
    successor: str = ""
    groups: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Units:
    """The units of an edition, in the order in which they are published.

    Examples
    --------
    >>> units = Units((Unit("310000", Text("上海市", "Shanghai"), groups={"province": "上海市"}),))
    >>> units["310000"].name.en
    'Shanghai'
    >>> units.group_labels("province")
    ('上海市',)
    """

    items: tuple[Unit, ...]

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The codes, in order."""
        return tuple(unit.code for unit in self.items)

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """The place of each code in `items`."""
        return {unit.code: place for place, unit in enumerate(self.items)}

    @cached_property
    def group_columns(self) -> tuple[str, ...]:
        """The names of the grouping columns that at least one unit fills."""
        return tuple(dict.fromkeys(column for unit in self.items for column in unit.groups))

    def group_labels(self, column: str) -> tuple[str, ...]:
        """The label of each unit in one grouping column, blank where it has none."""
        return tuple(unit.groups.get(column, "") for unit in self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __contains__(self, code: object) -> bool:
        return code in self.positions

    def __getitem__(self, code: str) -> Unit:
        return self.items[self.positions[code]]


@dataclass(frozen=True, slots=True)
class Member:
    """One unit's membership of a cluster, with the dates between which it holds.

    `share` is the part of the unit that belongs (1 where all of it does).
    """

    code: str
    valid_from: str = ""
    valid_to: str = ""
    share: float = 1.0
    note: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class Cluster:
    """A named group of units under a plan. A unit may belong to several."""

    id: str
    plan: str
    name: Text
    source: str
    as_of: str
    members: tuple[Member, ...]
