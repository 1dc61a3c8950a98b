"""`schema` and `methods`."""

import json


def test_schema_is_json_schema(chengshu) -> None:
    schema = json.loads(chengshu("schema").stdout)
    assert "pipeline" in schema["properties"]


def test_methods_of_one_step(chengshu) -> None:
    done = chengshu("methods", "normalise")
    assert done.returncode == 0
    for name in ("minmax", "goalposts", "zscore", "rank"):
        assert name in done.stdout
    assert "winsorise" not in done.stdout


def test_methods_as_json_have_formula_reference_and_example(chengshu) -> None:
    cards = json.loads(chengshu("methods", "--json").stdout)
    assert {"screen", "impute", "treat", "normalise", "weigh", "aggregate", "rank", "tier"} <= {
        card["verb"] for card in cards
    }
    for card in cards:
        assert card["formula"]
        assert card["reference"]
        assert card["example"]
        assert card["title"]["zh"]
        assert card["caution"]["en"]


def test_no_such_step(chengshu) -> None:
    done = chengshu("methods", "normalize")
    assert done.returncode == 2
    assert "normalise" in done.stderr
