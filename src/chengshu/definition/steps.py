"""The options of steps: what an override changes, which method knows which, and the nouns they become."""

from collections.abc import Callable, Mapping
from typing import Any

from chengshu.definition.blocks import Block, blank
from chengshu.definition.schema.steps import OFF, StepEntry
from chengshu.model import (
    Aggregate,
    Aggregator,
    Denominate,
    Impute,
    Imputer,
    Normalise,
    Normaliser,
    Rank,
    Scope,
    ScopeKind,
    Screen,
    ScreenCount,
    Step,
    Ties,
    Transform,
    Transformation,
    TransformStep,
    Treat,
    Treatment,
    Weigh,
    Weigher,
)

Options = Mapping[str, Any]

INHERITED = ("impute", "treat", "transform", "normalise")
"""The steps whose override on a node holds for all indicators below it."""

OWN = ("weigh", "aggregate")
"""The steps whose override holds for one node alone."""

COMMON: Mapping[str, tuple[str, ...]] = {
    "impute": ("scope",),
    "treat": ("scope",),
    "transform": (),
    "normalise": ("scope", "to"),
    "weigh": (),
    "aggregate": ("missing", "zero"),
}
"""The keys of a step that stay when the method changes, and that every method takes."""

PARAMETERS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "impute": {"group_mean": ("by",), "group_median": ("by",)},
    "treat": {
        "winsorise": ("skew", "kurtosis", "max_points", "otherwise"),
        "log_ct": ("skew", "kurtosis"),
        "log_ct_orig": ("skew", "kurtosis"),
    },
    "transform": {"log": ("shift",), "log1p": ("shift",), "sqrt": ("shift",)},
    "normalise": {"goalposts": ("low", "high", "clip"), "zscore": ("mean", "sd")},
    "weigh": {},
    "aggregate": {},
}
"""The keys that belong to one method; methods that have none are left out."""


def allowed_keys(step: str, method: str) -> tuple[str, ...]:
    """The keys that a step takes with a method.

    Examples
    --------
    >>> allowed_keys("normalise", "zscore")
    ('method', 'mean', 'sd', 'scope', 'to', 'reference')
    """
    own = PARAMETERS[step].get(method, ())
    common = () if method == OFF else COMMON[step]
    return ("method", *own, *common, "reference")


def override(step: str, former: Options, latter: Options) -> Options:
    """The options that hold after an override.

    One that keeps the method changes only the keys it names; one that changes the method drops the former's
    own parameters and keeps the step's common keys.

    Examples
    --------
    >>> former = {"method": "goalposts", "low": 1, "high": 9, "to": (0, 1)}
    >>> override("normalise", former, {"low": 2})
    {'method': 'goalposts', 'low': 2, 'high': 9, 'to': (0, 1)}
    >>> override("normalise", former, {"method": "zscore"})
    {'to': (0, 1), 'method': 'zscore'}
    """
    if latter.get("method", former.get("method")) == former.get("method"):
        return {**former, **latter}
    return {**{key: value for key, value in former.items() if key in COMMON[step]}, **latter}


def flattened(value: Any) -> Options:
    """The options as one mapping: a bare word is its method, ``{log: {shift: 1}}`` a log with its shift.

    Examples
    --------
    >>> flattened("log"), flattened({"log": {"shift": 1}})
    ({'method': 'log'}, {'method': 'log', 'shift': 1})
    """
    if isinstance(value, str) and not blank(value):
        return {"method": value}
    if not isinstance(value, Mapping):
        return {}
    nested = [key for key in value if key in PARAMETERS["transform"]]
    if not nested:
        return {key: item for key, item in value.items() if key != "reference"}
    inner = value[nested[0]]
    return {"method": nested[0], **(inner if isinstance(inner, Block | dict) else {})}


def scope_of(options: Options) -> Scope:
    """The scope that options declare, pooled unless said."""
    scope = options.get("scope", ScopeKind.POOLED.value)
    if isinstance(scope, Mapping):
        return Scope(ScopeKind.BASE, str(scope["base"]))
    return Scope(ScopeKind(scope))


def impute_of(options: Options) -> Impute | None:
    """The imputation that options declare, None where it is off."""
    if options.get("method", OFF) == OFF:
        return None
    return Impute(Imputer(options["method"]), options.get("by", ""), scope_of(options))


def treat_of(options: Options) -> Treat | None:
    """The treatment that options declare, None where it is off."""
    if options.get("method", OFF) == OFF:
        return None
    otherwise = options.get("otherwise", OFF)
    chosen = {key: options[key] for key in ("skew", "kurtosis", "max_points") if key in options}
    return Treat(
        Treatment(options["method"]),
        **chosen,
        otherwise=None if otherwise == OFF else Treatment(otherwise),
        scope=scope_of(options),
    )


def transform_of(options: Options) -> Transform | None:
    """The change of scale that options declare, None where there is none."""
    if options.get("method", OFF) == OFF:
        return None
    return Transform(Transformation(options["method"]), options.get("shift", 0.0))


def normalise_of(options: Options, scale: tuple[float, float]) -> Normalise | None:
    """The normalisation that options declare, None where it is off; `scale` is the range it aims at."""
    if options.get("method", OFF) == OFF:
        return None
    chosen = {key: options[key] for key in ("low", "high", "clip", "mean", "sd") if key in options}
    target = options.get("to", scale)
    return Normalise(Normaliser(options["method"]), target, **chosen, scope=scope_of(options))


def weigh_of(options: Options) -> Weigh:
    """The weights that options declare, declared ones unless said."""
    return Weigh(Weigher(options.get("method", Weigher.DECLARED.value)))


def aggregate_of(options: Options) -> Aggregate:
    """The aggregation that options declare."""
    missing = options.get("missing", "skip")
    require = missing["share"] if isinstance(missing, Mapping) else float(missing == "require")
    return Aggregate(Aggregator(options["method"]), require, options.get("zero") == "allow")


def rank_of(options: Options) -> Rank:
    """The ranking that options declare."""
    return Rank(Ties(options.get("ties", Ties.MIN.value)), options.get("decimals"))


def options_of(item: StepEntry) -> tuple[str, Options]:
    """The word of one item of the pipeline, and its options as far as they are written."""
    (word,) = item.model_fields_set
    return word, flattened(getattr(item, word).model_dump(exclude_unset=True))


def screen_of(options: Options) -> Screen:
    """The screen that options declare."""
    return Screen(options["require"], ScreenCount(options.get("count", ScreenCount.FILLED.value)))


def step_of(word: str, options: Options, scale: tuple[float, float]) -> Step | None:
    """The noun of one step of the pipeline, None where it is off.

    Examples
    --------
    >>> step_of("screen", {"require": 0.66}, (0, 100))
    Screen(require=0.66, count=<ScreenCount.FILLED: 'filled'>)
    """
    if word == "normalise":
        return normalise_of(options, scale)
    return _STEPS[word](options)


_STEPS: Mapping[str, Callable[[Options], Step | None]] = {
    "denominate": lambda _: Denominate(),
    "screen": screen_of,
    "impute": impute_of,
    "treat": treat_of,
    "transform": lambda _: TransformStep(),
    "weigh": weigh_of,
    "aggregate": aggregate_of,
    "rank": rank_of,
}
