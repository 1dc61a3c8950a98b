"""Nouns become records and come back in every bit."""

from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from chengshu.model import Extract, Panel, Scores, Severity, Text, Where
from chengshu.store.records import from_record, layout, to_record

Look = Callable[[object], Any]

plain = (
    some.none()
    | some.booleans()
    | some.integers()
    | some.floats()
    | some.text()
    | some.sampled_from(Severity)
)
anything = some.recursive(
    plain | some.builds(Text, some.text(), some.text()),
    lambda inner: some.lists(inner).map(tuple) | some.dictionaries(some.text(), inner),
    max_leaves=20,
)


def test_text_is_json_and_arrays_are_set_apart() -> None:
    record = to_record((Text("城"), Severity.NOTE, {"a": -np.inf}, np.array([1.5]), None, True, 2))
    assert record.text == (
        '[{"d":"Text","v":["\\u57ce",null]},{"e":"Severity","v":"NOTE"},'
        '{"m":[["a",{"f":"fff0000000000000"}]]},{"a":0},null,true,2]'
    )
    assert [array.tolist() for array in record.arrays] == [[1.5]]
    assert record.size == len(record.text) + 8


def test_awkward_nouns_come_back(
    awkward_panel: Panel, awkward_scores: Scores, awkward_extract: Extract, bits: Look
) -> None:
    for noun in (awkward_panel, awkward_scores, awkward_extract):
        assert bits(from_record(to_record(noun))) == bits(noun)


@given(anything)
def test_anything_that_nouns_are_made_of_comes_back(value: object) -> None:
    again = from_record(to_record(value))
    assert repr(again) == repr(value)
    assert type(again) is type(value)


@pytest.mark.parametrize(
    "value",
    [
        np.float64(0.1),
        np.int64(3),
        np.array(7.0),
        np.empty((0, 3), dtype=np.int8),
        np.array([1, 2], dtype=">i4"),
        np.array(["2023-12"], dtype="datetime64[M]"),
        np.array(["城", ""]),
        np.array([1 + 2j]),
    ],
)
def test_kinds_of_array_come_back(value: object, bits: Look) -> None:
    assert bits(from_record(to_record(value))) == bits(value)


@dataclass(frozen=True)
class Where2:
    file: str


@pytest.mark.parametrize(
    ("value", "named"),
    [
        ([1], "not list"),
        (SimpleNamespace(), "not SimpleNamespace"),
        ((Where2("a"),), "not Where2"),
        (np.array([None]), "not of object"),
        (np.zeros(1, dtype=[("a", "f8")]), "not of"),
    ],
)
def test_what_is_no_noun_is_named(value: object, named: str) -> None:
    with pytest.raises(TypeError, match=named):
        to_record(value)


def test_a_stranger_with_a_nouns_name_is_refused() -> None:
    stranger = type("Where", (), {"file": "a", "line": None, "path": ""})
    with pytest.raises(TypeError, match="not Where"):
        to_record(stranger())
    assert from_record(to_record(Where("a"))) == Where("a")


def test_layout_changes_with_the_nouns(monkeypatch: pytest.MonkeyPatch) -> None:
    before = layout()
    layout.cache_clear()
    assert layout() == before
    layout.cache_clear()
    monkeypatch.setattr("chengshu.store.records._nouns", lambda: {"Text": Text})
    assert layout() != before
    layout.cache_clear()
