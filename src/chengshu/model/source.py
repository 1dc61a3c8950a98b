"""What sources are asked for and what they yield."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from chengshu.model.panel import Floats
from chengshu.model.text import Text
from chengshu.model.unit import Units


@dataclass(frozen=True, slots=True)
class SourceUse:
    """One entry of ``sources.yaml``: which source, which release of it, and what for.

    `values` maps an indicator's id to a field of the source; `line` is its place in the file.
    """

    id: str
    source: str
    package: str = ""
    dataset: str = ""
    sha256: Mapping[str, str] = field(default_factory=dict)
    period: str = ""
    as_of: str = ""
    units: bool = False
    series: str = ""
    purpose: str = "index"
    values: Mapping[str, str] = field(default_factory=dict)
    title: Text = field(default_factory=Text)
    publisher: Text = field(default_factory=Text)
    licence: str = ""
    address: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Records of a source that belong to no unit of the edition.

    `place` is the name as the source writes it; `count` is in the source's own measure.
    """

    measure: str
    place: str
    count: float
    reason: Text


@dataclass(frozen=True, eq=False)
class Extract:
    """What one source yielded.

    Parameters
    ----------
    source
        The id of the source's module.
    units
        The codes along the first axis of `values`.
    fields
        The names along the second axis.
    values
        ``(unit, field)``, NaN where the source does not cover the unit.
    unplaced
        Every place that could not be given to a unit, with its count and the reason.
    totals
        All records by measure, placed or not.
    yielded_units
        The units that the source itself defines, if it does.
    """

    source: str
    units: tuple[str, ...]
    fields: tuple[str, ...]
    values: Floats
    unplaced: tuple[Unplaced, ...] = ()
    totals: Mapping[str, float] = field(default_factory=dict)
    yielded_units: Units | None = None
