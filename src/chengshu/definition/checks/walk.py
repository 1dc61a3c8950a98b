"""Ways through the raw documents that several checks take; what has the wrong shape is passed over."""

from collections.abc import Iterator, Mapping

from chengshu.definition.blocks import Block
from chengshu.definition.places import Spot


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


def columns(edition: Spot) -> Mapping[str, Spot]:
    """The ids of all that has values: scored indicators, then context."""
    return {**ids(edition["context"].items()), **ids(indicators(edition))}


def pipeline(edition: Spot) -> Iterator[tuple[str, Spot]]:
    """The word of each step of the pipeline, and its options: None where the word stands alone."""
    for item in edition["pipeline"].items():
        if item.word:
            yield item.word, Spot(item.document, item.steps, None)
        for key in item.names:
            yield key, item[key]


def graded(indicator: Spot) -> bool:
    """Whether an indicator is judged by levels."""
    return "levels" in indicator
