"""What chapters bind to is there, and what is said of chapters that a later release computes."""

from collections.abc import Iterator, Sequence

from chengshu.definition.checks import walk
from chengshu.definition.places import Spot
from chengshu.definition.schema import CHAPTERS
from chengshu.definition.wording import error, one_of, shown, write_instead
from chengshu.model import Issue, Severity, Text

EQUAL = "equal"


def check_chapters(edition: Spot, clusters: Spot | None, sources: Spot | None) -> Iterator[Issue]:
    """Issues of the chapters' bindings, and a note for what is kept for a later release.

    `clusters` and `sources` are the lists of their files; None where a file is there and cannot be read,
    so that nothing is said of what may be in it.
    """
    chapters = edition["chapters"]
    nodes = tuple(walk.ids(walk.nodes(edition)))
    graded = tuple(walk.ids(spot for spot in walk.indicators(edition) if walk.graded(spot)))
    if clusters is not None:
        plans = tuple(dict.fromkeys(spot["plan"].word for spot in clusters.items() if spot["plan"].word))
        yield from _bound(chapters["regions"]["clusters"], plans, _PLAN)
    if sources is not None:
        series = tuple(spot["series"].word for spot in sources.items() if spot["series"].word)
        yield from _bound(chapters["epidemic"]["series"], series, _SERIES)
    context = tuple(walk.ids(edition["context"].items()))
    yield from _bound(chapters["regions"]["weight"], (EQUAL, *context), _WEIGHT)
    for spot in (
        chapters["stages"]["rows"],
        chapters["stages"]["columns"],
        chapters["infrastructure"]["node"],
    ):
        yield from _bound(spot, nodes, _NODE)
    for spot in chapters["adoption"]["indicators"].items():
        yield from _bound(spot, graded, _GRADED)
    yield from _score(edition, nodes)
    yield from _later(edition)


def _score(edition: Spot, nodes: Sequence[str]) -> Iterator[Issue]:
    """A score of this very edition is looked up here; another edition's is resolved when it is read."""
    score = edition["chapters"]["epidemic"]["score"]
    if edition["id"].word and score["edition"].word == edition["id"].word:
        yield from _bound(score["node"], (*nodes, *walk.ids(walk.indicators(edition))), _NODE)


def _bound(spot: Spot, there: Sequence[str], kind: Text) -> Iterator[Issue]:
    if not spot.word or spot.word in there:
        return
    if not there:
        yield error("unknown_binding", spot.where, expected=kind, found=shown(spot.value), remedy=_NONE_THERE)
        return
    choice = one_of(there)
    expected = Text(f"{kind.zh}：{choice.zh}", f"{kind.en}: {choice.en}")
    remedy = write_instead(spot.word, there)
    yield error("unknown_binding", spot.where, expected=expected, found=shown(spot.value), remedy=remedy)


def _later(edition: Spot) -> Iterator[Issue]:
    named = [name for name in edition["chapters"].names if name in CHAPTERS]
    if named:
        what = Text(f"章节 {'、'.join(named)} ", f"What chapters bind to ({', '.join(named)})")
        yield _note(edition["chapters"], what)
    if edition["uncertainty"].names:
        yield _note(edition["uncertainty"], Text("uncertainty ", "What uncertainty declares"))


def _note(spot: Spot, what: Text) -> Issue:
    remedy = Text(
        f"{what.zh}已读取并核对；由后续版本计算。",
        f"{what.en} was read and checked; a later release computes it.",
    )
    return Issue("computed_later", Severity.NOTE, spot.where, remedy=remedy)


_PLAN = Text("clusters.yaml 中的规划（plan）", "a plan of clusters.yaml")
_SERIES = Text("sources.yaml 中的序列（series）", "a series of sources.yaml")
_WEIGHT = Text("equal 或背景变量的编号", "equal or the id of a context item")
_NODE = Text("节点的编号", "the id of a node")
_GRADED = Text("等级指标的编号", "the id of an indicator with levels")
_NONE_THERE = Text("目前一个也没有；请先定义。", "There is none yet; define it first.")
