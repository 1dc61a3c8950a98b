"""The steps of the pipeline: each once, in an order that can be worked, with the method they need."""

from collections.abc import Iterator, Mapping

from chengshu.definition.blocks import Block, blank
from chengshu.definition.checks import walk
from chengshu.definition.places import Spot
from chengshu.definition.schema import StepEntry
from chengshu.definition.schema.steps import METHODS
from chengshu.definition.wording import NOTHING, error, one_of
from chengshu.model import Issue, Text, Where

_MAY_FOLLOW: Mapping[str, tuple[str, ...]] = {"aggregate": ("aggregate", "rank"), "rank": ("rank",)}
"""What may come after the steps that end the work on indicators."""

_WITHOUT_METHOD = ("transform", "weigh")

Steps = tuple[tuple[str, Spot], ...]


def check_pipeline(edition: Spot) -> Iterator[Issue]:
    """Issues of the pipeline, and of what the index needs from it."""
    steps = tuple(walk.pipeline(edition))
    yield from _repeated(steps)
    yield from _order(steps)
    yield from _methods(steps)
    if "index" in edition and "aggregate" not in walk.steps(edition):
        yield error("no_aggregate", edition["pipeline"].where, **_NEEDS_AGGREGATE)


def _repeated(steps: Steps) -> Iterator[Issue]:
    first: dict[str, Where] = {}
    for word, spot in steps:
        if word in first:
            line = first[word].line
            found = Text(f"再次出现的 {word}（首次在第 {line} 行）", f"{word} again (first in line {line})")
            yield error("repeated_step", spot.where, expected=_ONCE, found=found, remedy=_KEEP_ONE)
        first.setdefault(word, spot.where)


def _order(steps: Steps) -> Iterator[Issue]:
    seen: set[str] = set()
    for word, spot in steps:
        ended = next((end for end, after in _MAY_FOLLOW.items() if end in seen and word not in after), "")
        if ended and word in StepEntry.model_fields and word not in seen:
            yield error(
                "step_out_of_order",
                spot.where,
                expected=Text(f"{word} 在 {ended} 之前", f"{word} before {ended}"),
                found=Text("在其后", "it after"),
                remedy=Text(
                    "步骤按书写次序执行，请上移。", "Steps are worked in the order of the file; move it up."
                ),
            )
        seen.add(word)


def _methods(steps: Steps) -> Iterator[Issue]:
    for word, spot in steps:
        if word not in METHODS or word in _WITHOUT_METHOD:
            continue
        if blank(spot.value) or (isinstance(spot.value, Block) and "method" not in spot):
            choice = one_of(METHODS[word])
            expected = Text(f"方法 {choice.zh}", f"a method: {choice.en}")
            sample = f"- {word}: {{method: {METHODS[word][0]}}}"
            remedy = Text(f"如 {sample}。", f"Such as {sample}.")
            yield error("missing_method", spot.where, expected=expected, found=NOTHING, remedy=remedy)


_ONCE = Text("每个步骤至多一次", "each step once")
_KEEP_ONE = Text(
    "请只保留一处；个别指标的不同做法写在指标上。",
    "Keep one; what differs for some indicators is written there.",
)
_NEEDS_AGGREGATE = {
    "expected": Text("pipeline 中有 aggregate", "aggregate in the pipeline"),
    "found": NOTHING,
    "remedy": Text("请加上 - aggregate: {method: arithmetic}。", "Add - aggregate: {method: arithmetic}."),
}
