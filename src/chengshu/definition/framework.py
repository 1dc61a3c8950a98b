"""From edition.yaml, once it is sound, to the framework."""

from collections.abc import Iterator, Mapping

from chengshu.definition.blocks import Block, resolved
from chengshu.definition.schema import CHAPTERS, ChaptersEntry, EditionFile
from chengshu.definition.schema.edition import ScenarioEntry, TiersEntry
from chengshu.definition.steps import INHERITED, Options, options_of, rank_of, step_of
from chengshu.definition.tree import context_of, node_of, text_of
from chengshu.model import (
    Band,
    BandMethod,
    Framework,
    Indicator,
    Node,
    Rank,
    ScenarioName,
    Step,
    Tiers,
)

SCALE = (0.0, 100.0)
"""The range of scores where an edition declares none."""


def framework_of(entry: EditionFile, raw: Block) -> Framework:
    """The framework that an edition file defines; `raw` yields what is kept as written."""
    scale = entry.scale or SCALE
    state = dict(options_of(item) for item in entry.pipeline or ())
    index = node_of(entry.index, state, scale) if entry.index else None
    return Framework(
        id=entry.id,
        title=entry.title.text,
        pipeline=tuple(steps_of(state, index, scale)),
        index=index,
        context=tuple(context_of(item) for item in entry.context or ()),
        tiers=tiers_of(entry.tiers),
        rank=rank_of(state["rank"]) if "rank" in state else Rank(),
        description=text_of(entry.description),
        notice=text_of(entry.notice),
        as_of=entry.as_of or "",
        codes_year=int(entry.codes.rpartition("/")[2]) if entry.codes else None,
        unit_kind=entry.unit_kind,
        scale=scale,
        companions=tuple(entry.companions or ()),
        map_approval=entry.map_approval or "",
        scenarios=tuple(scenario_of(item) for item in entry.scenarios or ()),
        aggregates_only=tuple(entry.aggregates_only or ()),
        chapters=chapters_of(entry.chapters),
        uncertainty=uncertainty_of(raw),
    )


def steps_of(state: Mapping[str, Options], index: Node | None, scale: tuple[float, float]) -> Iterator[Step]:
    """The steps in the order of work.

    A step that is ``none`` in the pipeline but set on some node or indicator keeps its place, with the
    options of the first indicator that sets it: what each indicator gets is on the indicator itself.
    """
    indicators = [item for item in index.walk() if isinstance(item, Indicator)] if index else []
    for word, options in state.items():
        step = step_of(word, options, scale)
        if step is None and word in INHERITED:
            step = next((found for item in indicators if (found := getattr(item, word)) is not None), None)
        if step is not None:
            yield step


def tiers_of(entry: TiersEntry | None) -> Tiers | None:
    """The tiers that an entry defines, if it is there."""
    if entry is None:
        return None
    bands = tuple(Band(band.id, band.name.text, band.above, band.start) for band in entry.bands)
    return Tiers(BandMethod(entry.method), bands)


def scenario_of(entry: ScenarioEntry) -> ScenarioName:
    """The scenario that an entry names."""
    return ScenarioName(entry.id, entry.name.text)


def chapters_of(entry: ChaptersEntry | None) -> Mapping[str, Mapping[str, object]]:
    """What each declared chapter binds to."""
    if entry is None:
        return {}
    return {
        name: getattr(entry, name).model_dump(exclude_none=True) for name in CHAPTERS if getattr(entry, name)
    }


def uncertainty_of(raw: Block) -> Mapping[str, object]:
    """What is kept for stress runs, its scalars read and otherwise as written."""
    read = resolved(raw.get("uncertainty"))
    return read if isinstance(read, dict) else {}
