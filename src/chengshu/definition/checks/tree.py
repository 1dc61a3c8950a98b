"""The tree: what is below each node, weights among siblings, levels, denominators."""

from collections.abc import Iterator, Mapping

from chengshu.definition.blocks import Block, Items, blank
from chengshu.definition.checks import walk
from chengshu.definition.places import Spot
from chengshu.definition.schema.steps import OFF
from chengshu.definition.steps import flattened
from chengshu.definition.wording import error, one_of, same, shown, write_instead
from chengshu.model import Issue, Text

_FEWEST_LEVELS = 2
_MEASURED_ONLY = ("treat", "transform", "normalise")


def check_tree(edition: Spot) -> Iterator[Issue]:
    """Issues of nodes, indicators and context."""
    for node in walk.nodes(edition):
        yield from _branches(node)
        yield from _weights(node)
    scale = _scale(edition["scale"])
    for indicator in walk.indicators(edition):
        yield from _levels(indicator, scale) if walk.graded(indicator) else _ungraded(indicator)
    yield from _denominators(edition)


def _scale(scale: Spot) -> tuple[float, float] | None:
    """The range of scores, None where it is not a range."""
    if scale.value is None:
        return 0.0, 100.0
    match [item.number for item in scale.items()]:
        case [float(low), float(high)] if low < high:
            return low, high
    return None


def _branches(node: Spot) -> Iterator[Issue]:
    if not isinstance(node.value, Block):
        return
    written = [key for key in ("children", "indicators") if key in node]
    if len(written) > 1:
        yield error(
            "both_branches", node.where, expected=_ONE_BRANCH, found=Text("两者都有", "both"), remedy=_GROUP
        )
    elif not written:
        yield error(
            "no_branch",
            node.where,
            expected=_ONE_BRANCH,
            found=Text("两者皆无", "neither"),
            remedy=_ADD_OR_DELETE,
        )
    elif isinstance(node[written[0]].value, Items) and not node[written[0]].value:
        yield error(
            "no_branch",
            node[written[0]].where,
            expected=_SOME,
            found=Text("空列表", "none"),
            remedy=_ADD_OR_DELETE,
        )


def _weights(node: Spot) -> Iterator[Issue]:
    """An issue where no sibling has a weight: nothing would be left to scale to one."""
    key = "children" if "children" in node else "indicators"
    siblings = tuple(node[key].items())
    # A period that a sibling does not name gives it the weight 1, so the first that names any has them all.
    periods = next((sibling["weight"].names for sibling in siblings if sibling["weight"].names), ("",))
    for period in periods:
        if siblings and all(_weight(sibling, period) == 0 for sibling in siblings):
            where = node[key].where
            when = Text(f"（{period}）", f" in {period}") if period else Text("", "")
            found = Text(f"全部为 0{when.zh}", f"all of them 0{when.en}")
            yield error("weights_all_zero", where, expected=_SOME_WEIGHT, found=found, remedy=_GIVE_WEIGHT)


def _weight(sibling: Spot, period: str) -> float | None:
    weight = sibling["weight"]
    if weight.names:
        return weight[period].number if period in weight else 1.0
    return weight.number if "weight" in sibling else 1.0


def _levels(indicator: Spot, scale: tuple[float, float] | None) -> Iterator[Issue]:
    levels = indicator["levels"]
    if isinstance(levels.value, Block) and len(levels.names) < _FEWEST_LEVELS:
        found = same(str(len(levels.names)))
        yield error(
            "too_few_levels", levels.where, expected=Text("至少 2 个等级", "at least 2 levels"), found=found
        )
    for level in map(levels.__getitem__, levels.names):
        spot = level.get("score", level)
        score = spot.number
        if score is not None and scale and not scale[0] <= score <= scale[1]:
            low, high = scale
            expected = Text(
                f"{low:g} 与 {high:g} 之间的得分（scale）", f"a score from {low:g} to {high:g} (scale)"
            )
            yield error("level_outside_scale", spot.where, expected=expected, found=shown(spot.value))
    yield from _adopted(indicator)
    yield from _not_measured(indicator)


def _adopted(indicator: Spot) -> Iterator[Issue]:
    allowed = indicator["levels"].names
    for level in indicator["adopted"].items():
        if allowed and level.word and level.word not in allowed:
            remedy = write_instead(level.word, allowed)
            yield error(
                "unknown_level",
                level.where,
                expected=one_of(allowed),
                found=shown(level.value),
                remedy=remedy,
            )


def _not_measured(indicator: Spot) -> Iterator[Issue]:
    """Issues for options that act on measured values, written at an indicator that has none."""
    for step in _MEASURED_ONLY:
        if step in indicator and flattened(indicator[step].value).get("method") != OFF:
            yield _graded_option(indicator[step], step)
    if "denominator" in indicator:
        yield _graded_option(indicator["denominator"], "denominator")


def _graded_option(spot: Spot, key: str) -> Issue:
    return error(
        "option_of_graded",
        spot.where,
        expected=Text(f"不写 {key}（有 levels 的指标）", f"no {key} at an indicator with levels"),
        found=shown(spot.value),
        remedy=Text(
            f"请删去 {key}：等级得分不经处理、变换与归一。",
            f"Delete {key}: scores of levels are used as they are.",
        ),
    )


def _ungraded(indicator: Spot) -> Iterator[Issue]:
    if "adopted" in indicator:
        yield error("adopted_without_levels", indicator["adopted"].where, **_NEEDS_LEVELS)


def _denominators(edition: Spot) -> Iterator[Issue]:
    known = walk.columns(edition)
    steps = walk.steps(edition)
    for indicator in walk.indicators(edition):
        yield from _by(indicator, known)
        if "denominator" in indicator and not walk.graded(indicator) and "denominate" not in steps:
            yield error("step_not_in_pipeline", indicator["denominator"].where, **_NEEDS_DENOMINATE)
    for item in edition["context"].items():
        yield from _by(item, known)


def _by(item: Spot, known: Mapping[str, Spot] | None) -> Iterator[Issue]:
    by = item["denominator"]["by"]
    if not by.word or blank(by.value):
        return
    if by.word == item["id"].word:
        yield error("own_denominator", by.where, expected=_OTHER, found=Text("它自己", "itself"))
    elif known is not None and by.word not in known:
        remedy = write_instead(by.word, known, _ADD_COLUMN)
        yield error("unknown_denominator", by.where, expected=_COLUMN, found=shown(by.value), remedy=remedy)


_ONE_BRANCH = Text("children 与 indicators 二者之一", "one of children and indicators")
_GROUP = Text("请把指标归入一个子节点。", "Put the indicators into a child node.")
_ADD_OR_DELETE = Text("请补上，或删去该节点。", "Add them, or delete the node.")
_SOME = Text("至少一项", "at least one")
_SOME_WEIGHT = Text("同级中至少一个大于 0 的权重", "at least one weight above 0 among siblings")
_GIVE_WEIGHT = Text("请给至少一项赋权，或删去这一组。", "Give one of them a weight, or delete the group.")
_COLUMN = Text("背景变量或指标的编号", "the id of a context item or indicator")
_ADD_COLUMN = Text("请改正编号，或在 context 中加上它。", "Correct the id, or add it to context.")
_OTHER = Text("另一变量的编号", "the id of another variable")
_NEEDS_LEVELS = {
    "expected": Text("adopted 只用于有 levels 的指标", "adopted at an indicator with levels alone"),
    "found": Text("没有 levels", "no levels"),
    "remedy": Text("请加上 levels，或删去 adopted。", "Add levels, or delete adopted."),
}
_NEEDS_DENOMINATE = {
    "expected": Text("pipeline 中有 denominate", "denominate in the pipeline"),
    "found": Text("指标有分母而无此步骤", "a denominator without that step"),
    "remedy": Text("请在 pipeline 中加上“- denominate”。", "Add '- denominate' to the pipeline."),
}
