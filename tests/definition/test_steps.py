"""Overrides, and the nouns that options become. The rules are those of the edition folder's reference page."""

import pytest

from chengshu.definition.schema.steps import METHODS, OFF
from chengshu.definition.steps import (
    COMMON,
    PARAMETERS,
    aggregate_of,
    allowed_keys,
    flattened,
    impute_of,
    normalise_of,
    override,
    rank_of,
    scope_of,
    step_of,
    transform_of,
    treat_of,
    weigh_of,
)
from chengshu.model import (
    STEP_NAMES,
    Aggregate,
    Aggregator,
    Impute,
    Imputer,
    Normalise,
    Normaliser,
    Rank,
    Scope,
    ScopeKind,
    Ties,
    Transform,
    Transformation,
    Treat,
    Treatment,
    Weigh,
    Weigher,
)


def test_an_override_that_keeps_the_method_changes_what_it_names() -> None:
    former = {"method": "goalposts", "low": 1.0, "high": 9.0, "clip": True}
    assert override("normalise", former, {"method": "goalposts", "low": 2.0}) == {**former, "low": 2.0}


def test_an_override_that_changes_the_method_keeps_the_common_keys() -> None:
    former = {"method": "goalposts", "low": 1.0, "high": 9.0, "to": (1.0, 100.0), "scope": "period"}
    assert override("normalise", former, {"method": "minmax"}) == {
        "method": "minmax",
        "to": (1.0, 100.0),
        "scope": "period",
    }
    mean = {"method": "arithmetic", "missing": "require", "zero": "allow"}
    assert override("aggregate", mean, {"method": "geometric"}) == {**mean, "method": "geometric"}


def test_a_step_that_was_off_is_set_with_the_common_keys_it_had() -> None:
    off = override("impute", {"method": "group_mean", "by": "province", "scope": "period"}, {"method": OFF})
    assert off == {"scope": "period", "method": OFF}
    assert override("impute", off, {"method": "mean"}) == {"scope": "period", "method": "mean"}


def test_every_parameter_belongs_to_a_method_that_there_is() -> None:
    assert set(PARAMETERS) == set(COMMON) == set(METHODS) <= set(STEP_NAMES.values())
    for step, methods in PARAMETERS.items():
        assert set(methods) <= set(METHODS[step])
        assert allowed_keys(step, OFF) == ("method", "reference")


def test_options_are_flattened() -> None:
    assert flattened({"method": "log", "shift": 1.0, "reference": {"zh": "甲"}}) == {
        "method": "log",
        "shift": 1.0,
    }
    assert flattened({"log1p": {"shift": 1.0}}) == {"method": "log1p", "shift": 1.0}
    assert flattened({"sqrt": None}) == {"method": "sqrt"}
    assert flattened(None) == {}


@pytest.mark.parametrize(
    ("written", "scope"),
    [
        ({}, Scope(ScopeKind.POOLED)),
        ({"scope": "period"}, Scope(ScopeKind.PERIOD)),
        ({"scope": {"base": "2019"}}, Scope(ScopeKind.BASE, "2019")),
    ],
)
def test_a_scope_is_pooled_unless_said(written: dict[str, object], scope: Scope) -> None:
    assert scope_of(written) == scope


def test_options_become_nouns() -> None:
    assert impute_of({"method": "group_mean", "by": "province"}) == Impute(Imputer.GROUP_MEAN, "province")
    assert treat_of({"method": "winsorise", "max_points": 3, "otherwise": "none"}) == Treat(
        Treatment.WINSORISE, max_points=3
    )
    assert treat_of({"method": "winsorise", "otherwise": "log_ct"}) == Treat(
        Treatment.WINSORISE, otherwise=Treatment.LOG_CT
    )
    assert transform_of({"method": "log", "shift": 1.0}) == Transform(Transformation.LOG, 1.0)
    assert normalise_of({"method": "zscore", "mean": 50.0, "sd": 10.0}, (0.0, 1.0)) == Normalise(
        Normaliser.ZSCORE, (0.0, 1.0), mean=50.0, sd=10.0
    )
    assert rank_of({"ties": "dense", "decimals": 2}) == Rank(Ties.DENSE, 2)
    assert rank_of({}) == Rank(Ties.MIN, None)
    assert weigh_of({}) == Weigh(Weigher.DECLARED)


def test_the_range_aimed_at_is_the_scale_unless_said() -> None:
    plain = normalise_of({"method": "minmax"}, (0.0, 10.0))
    said = normalise_of({"method": "minmax", "to": (1.0, 10.0)}, (0.0, 10.0))
    assert plain is not None
    assert said is not None
    assert (plain.to, said.to) == ((0.0, 10.0), (1.0, 10.0))


@pytest.mark.parametrize(("missing", "require"), [("skip", 0.0), ("require", 1.0), ({"share": 0.5}, 0.5)])
def test_missing_becomes_the_share_that_is_required(missing: object, require: float) -> None:
    assert aggregate_of({"method": "geometric", "missing": missing}) == Aggregate(
        Aggregator.GEOMETRIC, require
    )


def test_zero_may_be_allowed_and_refused_again() -> None:
    assert aggregate_of({"method": "geometric", "zero": "allow"}).zero_allowed
    assert not aggregate_of({"method": "geometric", "zero": "refuse"}).zero_allowed


@pytest.mark.parametrize("step", ["impute", "treat", "normalise"])
def test_none_switches_a_step_off(step: str) -> None:
    assert step_of(step, {"method": OFF}, (0.0, 100.0)) is None
    assert transform_of({"method": OFF}) is None
