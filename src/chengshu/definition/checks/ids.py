"""Ids are unique where they have to be."""

from collections.abc import Iterable, Iterator
from itertools import chain

from chengshu.definition.checks import walk
from chengshu.definition.places import Spot
from chengshu.definition.wording import error
from chengshu.model import Issue, Text


def check_ids(edition: Spot) -> Iterator[Issue]:
    """An issue for each id of nodes, indicators and context, of bands and of scenarios that is not its own."""
    yield from repeated(chain(walk.nodes(edition), walk.indicators(edition), edition["context"].items()))
    yield from repeated(edition["tiers"]["bands"].items())
    yield from repeated(edition["scenarios"].items())


def repeated(spots: Iterable[Spot]) -> Iterator[Issue]:
    """An issue for each mapping whose id one before it has."""
    first: dict[str, Spot] = {}
    for spot in sorted(spots, key=lambda item: item["id"].where.line or 0):
        word = spot["id"].word
        if word and word in first:
            line = first[word].where.line
            yield error(
                "duplicate_id",
                spot["id"].where,
                expected=Text("唯一的编号", "an id of its own"),
                found=Text(f"“{word}”（第 {line} 行已使用）", f"'{word}', used in line {line}"),
                remedy=Text("请另取编号。", "Choose another id."),
            )
        elif word:
            first[word] = spot["id"]
