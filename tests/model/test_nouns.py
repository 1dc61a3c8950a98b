"""Nouns cannot be changed in place."""

import dataclasses
import inspect

import pytest

from chengshu import model

NOUNS = [
    member for _, member in inspect.getmembers(model, inspect.isclass) if dataclasses.is_dataclass(member)
]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_nouns_are_frozen_and_told(noun: type) -> None:
    assert noun.__dataclass_params__.frozen
    assert noun.__doc__
    assert not noun.__doc__.startswith(f"{noun.__name__}(")
