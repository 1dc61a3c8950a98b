"""How each indicator is made, read from the definition and the panel."""

from dataclasses import dataclass

import numpy as np

from chengshu.model import Edition, Framework, Indicator, Node, Scores, SourceUse, Text


@dataclass(frozen=True, slots=True)
class Card:
    """One scored indicator: where it hangs, what it weighs, what it rests on.

    `declared` is its weight among its siblings as written, `effective` its share of the whole index, both
    NaN where there are no scores. `origins` are the sources of its cells, `dates` the first and last date
    that they describe, blank where none is stated.
    """

    indicator: Indicator
    parent: Text
    declared: float
    effective: float
    origins: tuple[Text, ...]
    dates: tuple[str, ...]
    blank: int


@dataclass(frozen=True, slots=True)
class Carried:
    """One context variable and what it rests on."""

    id: str
    name: Text
    definition: Text
    unit: Text
    origins: tuple[Text, ...]
    dates: tuple[str, ...]


def read_cards(edition: Edition, scores: Scores | None, period: str) -> tuple[Card, ...]:
    """A card for each scored indicator, in the order of the definition."""
    parents = _parents(edition.framework)
    cards = []
    for indicator in edition.framework.indicators:
        weights = (scores.declared, scores.effective) if scores else ()
        place = scores.periods.index(period) if scores and period else -1
        column = scores.node(indicator.id) if scores else -1
        declared, effective = (
            (float(each[place, column]) for each in weights) if weights else (np.nan, np.nan)
        )
        origins, dates = _rests_on(edition, indicator.id, period)
        cards.append(
            Card(
                indicator=indicator,
                parent=parents[indicator.id].name,
                declared=declared,
                effective=effective,
                origins=origins,
                dates=dates,
                blank=_blank(edition, indicator.id, period),
            )
        )
    return tuple(cards)


def read_carried(edition: Edition, period: str) -> tuple[Carried, ...]:
    """A card for each context variable."""
    return tuple(
        Carried(item.id, item.name, item.definition, item.unit, *_rests_on(edition, item.id, period))
        for item in edition.framework.context
    )


def source_name(use: SourceUse) -> Text:
    """What a source is called: its title, else its id."""
    return use.title if use.title.has("zh") or use.title.has("en") else Text(use.id, use.id)


def _parents(framework: Framework) -> dict[str, Node]:
    return {child.id: node for node in framework.nodes for child in node.children}


def _rests_on(edition: Edition, column: str, period: str) -> tuple[tuple[Text, ...], tuple[str, ...]]:
    panel = edition.panel
    cells = np.s_[panel.periods.index(period) if period else slice(None), ..., panel.column(column)]
    names = {use.id: source_name(use) for use in edition.definition.sources}
    origins = [panel.origins[place] for place in np.unique(panel.origin[cells]) if place >= 0]
    dates = sorted(panel.dates[place] for place in np.unique(panel.as_of[cells]) if place >= 0)
    ends = tuple(dict.fromkeys((dates[0], dates[-1]))) if dates else ()
    return tuple(names.get(origin, Text(origin, origin)) for origin in origins if origin), ends


def _blank(edition: Edition, column: str, period: str) -> int:
    panel = edition.panel
    if not period:
        return 0
    place = panel.periods.index(period)
    return int(np.isnan(panel.values[place, panel.sample[place], panel.column(column)]).sum())
