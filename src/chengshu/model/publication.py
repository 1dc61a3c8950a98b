"""What a command says after it has published."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeadingUnit:
    """One of the leading units; `tied` says whether another one has the same rank."""

    rank: float
    tied: bool
    code: str
    name: str
    score: float
    tier: str


@dataclass(frozen=True, slots=True)
class TierCount:
    """One tier with the number of its units and the share of the units that have a score."""

    name: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class UnplacedShare:
    """The records of a source, in one measure, that belong to no unit of the edition."""

    source: str
    measure: str
    count: float
    total: float
    share: float


@dataclass(frozen=True, slots=True)
class PublicationSummary:
    """A publication in a few lines, in the words of one language.

    `period` is blank, and there are no leading units, where no unit's row may be shown or nothing is scored.
    `mark` is the standing mark of illustrative data, blank where there are none.
    """

    title: str
    period: str
    units: int
    scored: int
    decimals: int
    leading: tuple[LeadingUnit, ...] = ()
    tiers: tuple[TierCount, ...] = ()
    unplaced: tuple[UnplacedShare, ...] = ()
    mark: str = ""
