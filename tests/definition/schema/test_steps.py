from collections.abc import Callable
from enum import Enum

import pytest
from pydantic import TypeAdapter

from chengshu.definition.places import Spot
from chengshu.definition.problems import validate
from chengshu.definition.schema import StepEntry
from chengshu.definition.schema.steps import (
    AGGREGATORS,
    IMPUTERS,
    METHODS,
    NORMALISERS,
    OFF,
    TRANSFORMATIONS,
    TREATMENTS,
    WEIGHERS,
    NormaliseOptions,
    PipelineItem,
    TransformOptions,
)
from chengshu.model import STEP_NAMES, Aggregator, Imputer, Normaliser, Transformation, Treatment, Weigher

ReadSpot = Callable[[str], Spot]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (IMPUTERS, Imputer),
        (TREATMENTS, Treatment),
        (TRANSFORMATIONS, Transformation),
        (NORMALISERS, Normaliser),
    ],
)
def test_the_words_are_those_that_the_model_knows_and_none(words: tuple[str, ...], kind: type[Enum]) -> None:
    assert words == (*(member.value for member in kind), OFF)


def test_weights_and_aggregates_cannot_be_switched_off() -> None:
    assert tuple(member.value for member in Weigher) == WEIGHERS
    assert tuple(member.value for member in Aggregator) == AGGREGATORS


def test_the_steps_are_those_that_the_model_knows() -> None:
    assert tuple(StepEntry.model_fields) == tuple(STEP_NAMES.values())
    assert set(METHODS) < set(STEP_NAMES.values())


@pytest.mark.parametrize("written", ["denominate", "{weigh: equal}", "{rank: }", "{screen: {require: 0.5}}"])
def test_an_item_is_a_word_or_a_word_with_options(spot: ReadSpot, written: str) -> None:
    value = next(spot(f"- {written}").items()).value
    item = TypeAdapter(PipelineItem).validate_python(value)
    assert len(item.model_fields_set) == 1


def test_a_bare_word_is_a_method(spot: ReadSpot) -> None:
    value = next(spot("- normalise: zscore").items()).value
    item = TypeAdapter(PipelineItem).validate_python(value)
    assert item.normalise is not None
    assert item.normalise.method == "zscore"


def test_a_transform_is_written_in_two_ways(spot: ReadSpot) -> None:
    for text in ("log: {shift: 1}", "{method: log, shift: 1}"):
        entry, issues = validate(TransformOptions, spot(text))
        assert issues == ()
        assert entry is not None


def test_a_method_choice_may_have_its_reference(spot: ReadSpot) -> None:
    entry, _ = validate(NormaliseOptions, spot("method: minmax\nreference: OECD 2008\nscope: {base: 2019}"))
    assert entry is not None
    assert entry.reference is not None
    assert entry.reference.en == "OECD 2008"
