"""The steps of a pipeline and their options, as the definition states them."""

from dataclasses import dataclass
from enum import Enum, IntEnum


class ScopeKind(Enum):
    """Over which periods a statistic is taken."""

    POOLED = "pooled"
    PERIOD = "period"
    BASE = "base"


@dataclass(frozen=True, slots=True)
class Scope:
    """Over which periods a statistic is taken; `base` names the period of a base scope."""

    kind: ScopeKind = ScopeKind.POOLED
    base: str = ""


class Imputer(Enum):
    """How a blank cell is filled."""

    MEAN = "mean"
    MEDIAN = "median"
    GROUP_MEAN = "group_mean"
    GROUP_MEDIAN = "group_median"


class Treatment(Enum):
    """How outliers are drawn in."""

    WINSORISE = "winsorise"
    LOG_CT = "log_ct"
    LOG_CT_ORIG = "log_ct_orig"


class Transformation(Enum):
    """The change of scale that an indicator declares for itself."""

    LOG = "log"
    LOG1P = "log1p"
    SQRT = "sqrt"


class Normaliser(Enum):
    """How indicators are brought to one scale."""

    MINMAX = "minmax"
    GOALPOSTS = "goalposts"
    ZSCORE = "zscore"
    RANK = "rank"


class Weigher(Enum):
    """Where weights come from."""

    DECLARED = "declared"
    EQUAL = "equal"


class Aggregator(Enum):
    """How children make up their parent."""

    ARITHMETIC = "arithmetic"
    GEOMETRIC = "geometric"


class Ties(Enum):
    """Which rank equal scores get."""

    MIN = "min"
    MAX = "max"
    AVERAGE = "average"
    DENSE = "dense"


class BandMethod(Enum):
    """How the bounds of the tiers are found."""

    THRESHOLDS = "thresholds"
    QUANTILE = "quantile"
    JENKS = "jenks"


class ScreenCount(Enum):
    """Which cells count when the share of data of a unit is taken."""

    FILLED = "filled"
    OBSERVED = "observed"


class Status(IntEnum):
    """What a cell or a score rests on. The greater one wins when cells are put together."""

    MISSING = 0
    OBSERVED = 1
    ESTIMATED = 2
    ILLUSTRATIVE = 3

    @property
    def label(self) -> str:
        """The word in files: missing, observed, estimated, illustrative."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Denominate:
    """Divide each indicator that declares a denominator by it."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Leave out units whose share of scored indicators with data is below `require`."""

    require: float
    count: ScreenCount = ScreenCount.FILLED


@dataclass(frozen=True, slots=True)
class Impute:
    """Fill blank cells. `by` names the grouping column of the group methods."""

    method: Imputer
    by: str = ""
    scope: Scope = Scope()


@dataclass(frozen=True, slots=True)
class Treat:
    """Draw in outliers where both |skewness| and kurtosis pass their bounds.

    `otherwise` is applied to the untreated values where winsorising `max_points` points does not do.
    """

    method: Treatment
    skew: float = 2.0
    kurtosis: float = 3.5
    max_points: int = 5
    otherwise: Treatment | None = None
    scope: Scope = Scope()


@dataclass(frozen=True, slots=True)
class Transform:
    """An indicator's own change of scale, after adding `shift`."""

    method: Transformation
    shift: float = 0.0


@dataclass(frozen=True, slots=True)
class TransformStep:
    """Apply each indicator's own transform."""


@dataclass(frozen=True, slots=True)
class Normalise:
    """Bring an indicator to the scale.

    `to` is the target range of minmax and goalposts; `low` and `high` are goalposts in raw units;
    `mean` and `sd` are the targets of zscore.
    """

    method: Normaliser
    to: tuple[float, float] = (0.0, 100.0)
    low: float | None = None
    high: float | None = None
    clip: bool = False
    mean: float = 0.0
    sd: float = 1.0
    scope: Scope = Scope()


@dataclass(frozen=True, slots=True)
class Weigh:
    """Where the weights of a node's children come from."""

    method: Weigher = Weigher.DECLARED


@dataclass(frozen=True, slots=True)
class Aggregate:
    """How a node is made up of its children.

    A score is blank where fewer than the share `require` of the children have one (0: one child is enough,
    1: all are needed). `zero_allowed` lets a geometric mean be zero.
    """

    method: Aggregator
    require: float = 0.0
    zero_allowed: bool = False


@dataclass(frozen=True, slots=True)
class Rank:
    """How scores are ranked; `decimals` is the rounding before, None for none."""

    ties: Ties = Ties.MIN
    decimals: int | None = None


Step = Denominate | Screen | Impute | Treat | TransformStep | Normalise | Weigh | Aggregate | Rank

STEP_NAMES: dict[type, str] = {
    Denominate: "denominate",
    Screen: "screen",
    Impute: "impute",
    Treat: "treat",
    TransformStep: "transform",
    Normalise: "normalise",
    Weigh: "weigh",
    Aggregate: "aggregate",
    Rank: "rank",
}
