"""The tree of nouns: nodes and indicators with every override resolved."""

from collections.abc import Mapping, Sequence

from chengshu.definition.schema import ContextEntry, Entry, IndicatorEntry, NodeEntry, TextEntry
from chengshu.definition.schema.tree import DenominatorEntry, LevelEntry
from chengshu.definition.steps import (
    INHERITED,
    OWN,
    Options,
    aggregate_of,
    flattened,
    impute_of,
    normalise_of,
    override,
    transform_of,
    treat_of,
    weigh_of,
)
from chengshu.model import (
    ContextItem,
    Denominator,
    Direction,
    Indicator,
    Level,
    Node,
    Origin,
    Text,
    Weight,
)

State = Mapping[str, Options]
Scale = tuple[float, float]


def text_of(entry: TextEntry | None) -> Text:
    """The text of an entry, blank in both languages where there is none."""
    return entry.text if entry else Text()


def weight_of(value: float | Mapping[str, float]) -> Weight:
    """A weight, the same in all periods or one for each that is named.

    Examples
    --------
    >>> weight_of({"2019": 2.0}).at("2019"), weight_of({"2019": 2.0}).at("2020"), weight_of(0.25).at("2020")
    (2.0, 1.0, 0.25)
    """
    if isinstance(value, Mapping):
        return Weight(by_period=value)
    return Weight(value)


def overridden(state: State, entry: Entry, steps: Sequence[str]) -> State:
    """The options of each step after the overrides that an entry writes."""
    after = dict(state)
    for step in steps:
        written = getattr(entry, step)
        if written is not None:
            latter = flattened(written.model_dump(exclude_unset=True))
            after[step] = override(step, after.get(step, {}), latter)
    return after


def node_of(entry: NodeEntry, state: State, scale: Scale) -> Node:
    """The node that an entry defines, with all that is below it.

    `state` holds the options of each step that reach the node from above.
    """
    below = overridden(state, entry, INHERITED)
    own = overridden(state, entry, OWN)
    children = [node_of(child, below, scale) for child in entry.children or ()]
    indicators = [indicator_of(item, below, scale) for item in entry.indicators or ()]
    return Node(
        id=entry.id,
        name=entry.name.text,
        children=(*children, *indicators),
        aggregate=aggregate_of(own["aggregate"]),
        weigh=weigh_of(own.get("weigh", {})),
        definition=text_of(entry.definition),
        reference=text_of(entry.reference),
        origin=Origin(entry.origin) if entry.origin else None,
        weight=weight_of(entry.weight),
        direction=Direction(entry.direction),
    )


def indicator_of(entry: IndicatorEntry, state: State, scale: Scale) -> Indicator:
    """The indicator that an entry defines; a graded one is neither treated, transformed nor normalised."""
    own = overridden(state, entry, INHERITED)
    graded = bool(entry.levels)
    return Indicator(
        id=entry.id,
        name=entry.name.text,
        definition=text_of(entry.definition),
        reference=text_of(entry.reference),
        origin=Origin(entry.origin) if entry.origin else None,
        unit=text_of(entry.unit),
        weight=weight_of(entry.weight),
        direction=Direction(entry.direction),
        denominator=denominator_of(entry.denominator),
        levels=levels_of(entry.levels or {}),
        adopted=tuple(entry.adopted or ()),
        impute=impute_of(own.get("impute", {})),
        treat=None if graded else treat_of(own.get("treat", {})),
        transform=None if graded else transform_of(own.get("transform", {})),
        normalise=None if graded else normalise_of(own.get("normalise", {}), scale),
    )


def levels_of(levels: Mapping[str, float | LevelEntry]) -> tuple[Level, ...]:
    """The levels of a graded indicator, in the order of the file."""
    return tuple(
        Level(id_, level.score, text_of(level.name), text_of(level.rubric))
        if isinstance(level, LevelEntry)
        else Level(id_, level)
        for id_, level in levels.items()
    )


def denominator_of(entry: DenominatorEntry | None) -> Denominator | None:
    """The denominator of an entry, if it has one."""
    return Denominator(entry.by, entry.per) if entry else None


def context_of(entry: ContextEntry) -> ContextItem:
    """The context item that an entry defines."""
    return ContextItem(
        id=entry.id,
        name=entry.name.text,
        definition=text_of(entry.definition),
        reference=text_of(entry.reference),
        unit=text_of(entry.unit),
        denominator=denominator_of(entry.denominator),
    )
