"""The schema accepts what the reader accepts and refuses the commonest slips."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from chengshu.definition.blocks import Block, resolved
from chengshu.definition.documents import read_document
from chengshu.definition.schema.json_schema import DIALECT, schema_of_edition


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = schema_of_edition()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.fixture
def good(edition: Path) -> dict[str, Any]:
    found = resolved(read_document(edition, "edition.yaml", Block).root)
    assert isinstance(found, dict)
    return found


def test_a_good_edition_is_accepted(validator: jsonschema.Draft202012Validator, good: dict[str, Any]) -> None:
    assert [fault.message for fault in validator.iter_errors(good)] == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", "城市数字经济指数"),
        ("titel", {"zh": "甲"}),
        ("unit_kind", "town"),
        ("scale", [0]),
        ("pipeline", ["denominator"]),
        ("pipeline", [{"normalise": "min-max"}]),
        ("pipeline", [{"normalise": {"method": "minmax", "lows": 1}}]),
        ("pipeline", [{"weigh": "equal", "rank": {}}]),
        ("pipeline", [{"screen": {"require": 66}}]),
        ("context", [{"id": "a b", "name": {"zh": "甲"}}]),
        ("aggregates_only", ["2019-13"]),
        ("index", None),
        ("chapters", {"region": {}}),
    ],
)
def test_a_slip_is_refused(
    validator: jsonschema.Draft202012Validator, good: dict[str, Any], key: str, value: object
) -> None:
    assert not validator.is_valid({**good, key: value})


def test_a_required_key_is_missed(validator: jsonschema.Draft202012Validator, good: dict[str, Any]) -> None:
    del good["title"]
    assert not validator.is_valid(good)


def walk(part: object) -> list[dict[str, Any]]:
    if isinstance(part, dict):
        return [part, *(found for item in part.values() for found in walk(item))]
    return [found for item in part for found in walk(item)] if isinstance(part, list) else []


def test_editors_are_offered_words_and_descriptions_and_no_null() -> None:
    schema = schema_of_edition()
    assert schema["$schema"] == DIALECT
    assert {"type": "null"} not in walk(schema)
    assert schema["properties"]["unit_kind"]["enum"] == ["city", "county", "district", "country"]
    properties = [schema["properties"], *(part.get("properties", {}) for part in schema["$defs"].values())]
    for found in (item for part in properties for item in part.values()):
        assert " / " in found["description"]
