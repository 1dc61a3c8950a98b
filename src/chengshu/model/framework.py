"""The definition of an index: its tree, its pipeline, its tiers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from chengshu.model.step import (
    Aggregate,
    BandMethod,
    Impute,
    Normalise,
    Rank,
    Step,
    Transform,
    Treat,
    Weigh,
)
from chengshu.model.text import Text


class Direction(Enum):
    """Whether more is better."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Origin(Enum):
    """Whether an indicator is the source document's own or proposed by this project."""

    CONFIRMED = "confirmed"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Weight:
    """A weight, the same in all periods or one for each."""

    default: float = 1.0
    by_period: Mapping[str, float] = field(default_factory=dict)

    def at(self, period: str) -> float:
        """The weight in one period."""
        return self.by_period.get(period, self.default)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a graded indicator and its score on the scale."""

    id: str
    score: float
    name: Text = field(default_factory=Text)
    rubric: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class Denominator:
    """Divide by the value of `by` and multiply by `per`."""

    by: str
    per: float = 1.0


@dataclass(frozen=True, slots=True)
class Indicator:
    """A measured indicator with the options of its steps already resolved.

    An option is None where the step is off for this indicator or not in the pipeline.
    """

    id: str
    name: Text
    definition: Text = field(default_factory=Text)
    reference: Text = field(default_factory=Text)
    origin: Origin | None = None
    unit: Text = field(default_factory=Text)
    weight: Weight = field(default_factory=Weight)
    direction: Direction = Direction.POSITIVE
    denominator: Denominator | None = None
    levels: tuple[Level, ...] = ()
    adopted: tuple[str, ...] = ()
    impute: Impute | None = None
    treat: Treat | None = None
    transform: Transform | None = None
    normalise: Normalise | None = None

    @property
    def graded(self) -> bool:
        """Whether its values are levels of a rubric."""
        return bool(self.levels)


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the tree: either nodes or indicators below it, never both."""

    id: str
    name: Text
    children: tuple["Node | Indicator", ...]
    aggregate: Aggregate
    weigh: Weigh = field(default_factory=Weigh)
    definition: Text = field(default_factory=Text)
    reference: Text = field(default_factory=Text)
    origin: Origin | None = None
    weight: Weight = field(default_factory=Weight)
    direction: Direction = Direction.POSITIVE

    def walk(self) -> Iterator["Node | Indicator"]:
        """This node and all below it, parents before children, in the order of the file."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()
            else:
                yield child


@dataclass(frozen=True, slots=True)
class ContextItem:
    """A variable that is carried and shown but not scored."""

    id: str
    name: Text
    definition: Text = field(default_factory=Text)
    reference: Text = field(default_factory=Text)
    unit: Text = field(default_factory=Text)
    denominator: Denominator | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """One tier. `above` excludes its bound, `start` includes it; the last has neither."""

    id: str
    name: Text
    above: float | None = None
    start: float | None = None


@dataclass(frozen=True, slots=True)
class Tiers:
    """The tiers of an index, best first."""

    method: BandMethod
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class ScenarioName:
    """A declared scenario; its cells are in ``scenarios/<id>.csv``."""

    id: str
    name: Text


@dataclass(frozen=True)
class Framework:
    """What ``edition.yaml`` defines, with every override resolved."""

    id: str
    title: Text
    pipeline: tuple[Step, ...] = ()
    index: Node | None = None
    context: tuple[ContextItem, ...] = ()
    tiers: Tiers | None = None
    rank: Rank = field(default_factory=Rank)
    description: Text = field(default_factory=Text)
    notice: Text = field(default_factory=Text)
    as_of: str = ""
    codes_year: int | None = None
    unit_kind: str = "city"
    scale: tuple[float, float] = (0.0, 100.0)
    companions: tuple[str, ...] = ()
    map_approval: str = ""
    scenarios: tuple[ScenarioName, ...] = ()
    aggregates_only: tuple[str, ...] = ()
    chapters: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    uncertainty: Mapping[str, object] = field(default_factory=dict)

    @cached_property
    def tree(self) -> tuple[Node | Indicator, ...]:
        """Nodes and indicators, parents before children, in the order of the file."""
        return tuple(self.index.walk()) if self.index else ()

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The scored indicators, in the order of the file."""
        return tuple(item for item in self.tree if isinstance(item, Indicator))

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """The nodes above indicators, in the order of the file."""
        return tuple(item for item in self.tree if isinstance(item, Node))

    @cached_property
    def levels(self) -> Mapping[str, int]:
        """The level of each indicator (0) and node (one more than the highest below)."""
        found: dict[str, int] = {}
        for item in reversed(self.tree):
            below = [found[child.id] for child in item.children] if isinstance(item, Node) else [-1]
            found[item.id] = 1 + max(below)
        return found

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The ids of the panel's columns: scored indicators, then context."""
        return tuple(item.id for item in self.indicators) + tuple(item.id for item in self.context)
