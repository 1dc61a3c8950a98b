"""Ways through the raw documents that several checks take; what has the wrong shape is passed over."""

from collections.abc import Iterator, Mapping

from chengshu.definition.blocks import Block, Items
from chengshu.definition.places import Spot
from chengshu.definition.schema import StepEntry
from chengshu.definition.wording import nearest


def nodes(edition: Spot) -> Iterator[Spot]:
    """Every node of the index, parents before children."""
    if isinstance(edition["index"].value, Block):
        yield from _below(edition["index"])


def _below(node: Spot) -> Iterator[Spot]:
    yield node
    for child in node["children"].items():
        yield from _below(child)


def indicators(edition: Spot) -> Iterator[Spot]:
    """Every scored indicator, in the order of the file."""
    for node in nodes(edition):
        yield from node["indicators"].items()


def ids(spots: Iterator[Spot]) -> Mapping[str, Spot]:
    """The ids of mappings and where each is first written; those without one are passed over."""
    found: dict[str, Spot] = {}
    for spot in spots:
        word = spot["id"].word
        if word:
            found.setdefault(word, spot["id"])
    return found


def columns(edition: Spot) -> Mapping[str, Spot] | None:
    """The ids of all that has values: scored indicators, then context.

    None where one of them has no id, or the file cannot be read: what is not among them may be that one.
    """
    spots = (*indicators(edition), *edition["context"].items())
    if edition.value is None or not all(spot["id"].word for spot in spots):
        return None
    return ids(iter(spots))


def pipeline(edition: Spot) -> Iterator[tuple[str, Spot]]:
    """The word of each step of the pipeline, and its options: None where the word stands alone."""
    for item in edition["pipeline"].items():
        if item.word:
            yield item.word, Spot(item.document, item.steps, None)
        for key in item.names:
            yield key, item[key]


def steps(edition: Spot) -> frozenset[str]:
    """The steps of the pipeline, and those that a misspelt one is likely to mean: it is told once, not twice.

    All of them where the pipeline is not a list.
    """
    words = [word for word, _ in pipeline(edition)]
    known = tuple(StepEntry.model_fields)
    if "pipeline" in edition and not isinstance(edition["pipeline"].value, Items):
        return frozenset(known)
    return frozenset(words) | {nearest(word, known) for word in words if word not in known}


def graded(indicator: Spot) -> bool:
    """Whether an indicator is judged by levels."""
    return "levels" in indicator
