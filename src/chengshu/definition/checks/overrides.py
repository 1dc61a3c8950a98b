"""Overrides of steps along the tree: the step is there, the key belongs to the method, the method has what it needs."""

from collections.abc import Iterator, Mapping

from chengshu.definition.blocks import Block, numeral
from chengshu.definition.checks import walk
from chengshu.definition.places import Spot
from chengshu.definition.schema.steps import METHODS, OFF
from chengshu.definition.steps import (
    COMMON,
    INHERITED,
    OWN,
    PARAMETERS,
    Options,
    allowed_keys,
    flattened,
    override,
)
from chengshu.definition.wording import NOTHING, error, one_of, same, shown
from chengshu.model import Issue, Normaliser, Text, Transformation

State = Mapping[str, Options]


def check_overrides(edition: Spot) -> Iterator[Issue]:
    """Issues of step options, in the pipeline and wherever the tree overrides them."""
    state: dict[str, Options] = {}
    for step, spot in dict(walk.pipeline(edition)).items():
        if step in COMMON:
            state[step] = flattened(spot.value)
            yield from _options(spot, step, state[step], {})
    if isinstance(edition["index"].value, Block):
        yield from _node(edition["index"], state, walk.steps(edition))


def _node(node: Spot, state: State, steps: frozenset[str]) -> Iterator[Issue]:
    below = dict(state)
    yield from _overridden(node, below, (*INHERITED, *OWN), steps)
    inherited = {**state, **{step: below[step] for step in INHERITED if step in below}}
    for child in node["children"].items():
        yield from _node(child, inherited, steps)
    for indicator in node["indicators"].items():
        yield from _indicator(indicator, dict(inherited), steps)


def _indicator(indicator: Spot, state: dict[str, Options], steps: frozenset[str]) -> Iterator[Issue]:
    if walk.graded(indicator):
        yield from _overridden(indicator, state, ("impute",), steps)
        return
    yield from _overridden(indicator, state, INHERITED, steps)
    options = state.get("normalise", {})
    if options.get("method") == Normaliser.GOALPOSTS.value and "normalise" in steps:
        missing = [key for key in ("low", "high") if key not in options]
        spot = indicator.get("normalise", indicator)
        yield from _untransformable(spot, options, state.get("transform", {}))
        if missing:
            yield error(
                "no_goalposts",
                spot.where,
                expected=_GOALPOSTS,
                found=_without(missing),
                remedy=_ADD_GOALPOSTS,
            )


def _untransformable(spot: Spot, options: Options, transform: Options) -> Iterator[Issue]:
    """An issue where the transform of a goalpost has no value: goalposts are transformed with the values."""
    method = str(transform.get("method", OFF))
    low = numeral(options.get("low"))
    floor = _FLOORS.get(method)
    if low is None or floor is None:
        return
    shifted = low + (numeral(transform.get("shift")) or 0.0)
    if shifted < floor or (shifted == floor and method != Transformation.SQRT.value):
        limit = f"{'≥' if method == Transformation.SQRT.value else '>'} {floor:g}"
        yield error(
            "goalpost_untransformable",
            spot.where,
            expected=Text(
                f"{method} 可变换的 low（平移后 {limit}）",
                f"a low that {method} can transform (shifted, {limit})",
            ),
            found=same(f"{low:g}"),
            remedy=Text(
                "界值随数值一同变换；请提高 low 或加 shift。",
                "Goalposts are transformed with the values; raise low or add a shift.",
            ),
        )


_FLOORS = {Transformation.LOG.value: 0.0, Transformation.LOG1P.value: -1.0, Transformation.SQRT.value: 0.0}


def _without(missing: list[str]) -> Text:
    return Text(f"没有 {' 和 '.join(missing)}", f"no {' and no '.join(missing)}")


def _overridden(
    place: Spot, state: dict[str, Options], written: tuple[str, ...], steps: frozenset[str]
) -> Iterator[Issue]:
    """The issues of the overrides written at one place; `state` becomes what holds after them."""
    for step in written:
        if step not in place:
            continue
        latter = flattened(place[step].value)
        if step not in steps:
            if latter.get("method") != OFF:
                yield _not_in_pipeline(place[step], step)
            continue
        former = state.get(step, {})
        state[step] = override(step, former, latter)
        yield from _options(place[step], step, latter, former)


def _options(spot: Spot, step: str, latter: Options, former: Options) -> Iterator[Issue]:
    """Issues of one set of options: keys of another method, group without a column, goalposts upside down."""
    options = override(step, former, latter)
    method = str(options.get("method", ""))
    allowed = allowed_keys(step, method)
    strange = [
        key for key in latter if method in METHODS[step] and key in _all_keys(step) and key not in allowed
    ]
    yield from (_strange(_at(spot, key), step, method, key) for key in strange)
    if "by" in PARAMETERS[step].get(method, ()) and "by" not in options:
        yield error("no_group", spot.where, expected=_GROUP, found=NOTHING, remedy=_ADD_GROUP)
    low, high = numeral(options.get("low")), numeral(options.get("high"))
    if low is not None and high is not None and low >= high and {"low", "high"} & set(latter):
        found = same(f"low {low:g}, high {high:g}")
        yield error("goalposts_order", spot.where, expected=_ORDER, found=found, remedy=_DIRECTION)


def _at(spot: Spot, key: str) -> Spot:
    if key in spot:
        return spot[key]
    nested = [spot[word] for word in spot.names if key in spot[word]]
    return nested[0][key] if nested else spot


def _all_keys(step: str) -> set[str]:
    own = {key for keys in PARAMETERS[step].values() for key in keys}
    return own | set(COMMON[step])


def _strange(spot: Spot, step: str, method: str, key: str) -> Issue:
    if method == OFF:
        expected = Text("none 不带其他选项", "none without other options")
    else:
        choice = one_of([word for word in allowed_keys(step, method) if word != "reference"])
        expected = Text(f"{method} 可用的选项 {choice.zh}", f"an option of {method}: {choice.en}")
    owners = [word for word, keys in PARAMETERS[step].items() if key in keys]
    owner = one_of(owners) if owners else same(step)
    remedy = Text(
        f"{key} 属于 {owner.zh}；请删去，或改 method。",
        f"{key} belongs to {owner.en}; delete it, or change the method.",
    )
    return error("option_of_other_method", spot.where, expected=expected, found=shown(key), remedy=remedy)


def _not_in_pipeline(spot: Spot, step: str) -> Issue:
    return error(
        "step_not_in_pipeline",
        spot.where,
        expected=Text(f"pipeline 中有 {step}", f"{step} in the pipeline"),
        found=Text(f"没有此步骤而写了 {step}", f"{step} without that step"),
        remedy=Text(
            f"请在 pipeline 中加上 {step}，或删去此处。", f"Add {step} to the pipeline, or delete it here."
        ),
    )


_GOALPOSTS = Text("goalposts 的 low 与 high", "low and high of goalposts")
_ADD_GOALPOSTS = Text("请以原单位写明 low 与 high。", "Write low and high in raw units.")
_GROUP = Text("写明分组列的 by", "by with a grouping column")
_ADD_GROUP = Text(
    "请写明 units.csv 中的分组列，如 by: province。",
    "Name a grouping column of units.csv, such as by: province.",
)
_ORDER = Text("low 小于 high", "low below high")
_DIRECTION = Text(
    "逆向指标也写 low < high，方向用 direction: negative 表示。",
    "Write low below high for a negative indicator too; direction: negative says which way is better.",
)
