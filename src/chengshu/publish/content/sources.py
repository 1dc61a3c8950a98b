"""Where the data come from, and which records could not be placed."""

from collections import defaultdict
from dataclasses import dataclass

from chengshu.model import Edition, Extract, SourceUse, Text, Unplaced
from chengshu.publish.content.method import source_name

_LARGEST = 10


@dataclass(frozen=True, slots=True)
class UnplacedMeasure:
    """The records of one measure that belong to no unit of the edition.

    `share` is of `total`, all records; `reasons` are counts by reason and `largest` the largest places,
    both from the largest down; `places` counts all of them.
    """

    measure: str
    total: float
    count: float
    share: float
    reasons: tuple[tuple[Text, float], ...]
    largest: tuple[Unplaced, ...]
    places: int


@dataclass(frozen=True, slots=True)
class Source:
    """One source with its name and its unplaced records."""

    use: SourceUse
    name: Text
    measures: tuple[UnplacedMeasure, ...]


def read_sources(edition: Edition) -> tuple[Source, ...]:
    """The declared sources of the edition, in the order of ``sources.yaml``."""
    return tuple(
        Source(use, source_name(use), _measures(edition.extracts.get(use.id)))
        for use in edition.definition.sources
    )


def _measures(extract: Extract | None) -> tuple[UnplacedMeasure, ...]:
    if extract is None:
        return ()
    return tuple(
        _measure(
            measure,
            total,
            sorted(
                (item for item in extract.unplaced if item.measure == measure),
                key=lambda item: (-item.count, item.place),
            ),
        )
        for measure, total in extract.totals.items()
        if total
    )


def _measure(measure: str, total: float, items: list[Unplaced]) -> UnplacedMeasure:
    reasons: defaultdict[Text, float] = defaultdict(float)
    for item in items:
        reasons[item.reason] += item.count
    count = sum(item.count for item in items)
    return UnplacedMeasure(
        measure=measure,
        total=total,
        count=count,
        share=count / total,
        reasons=tuple(sorted(reasons.items(), key=lambda pair: -pair[1])),
        largest=tuple(items[:_LARGEST]),
        places=len(items),
    )
