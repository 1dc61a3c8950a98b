import pytest

from chengshu.definition.blocks import Block, Items, Plain, blank, flag, numeral, resolved


@pytest.mark.parametrize(
    ("written", "number"),
    [("1", 1.0), ("-0.5", -0.5), (".5", 0.5), ("2.", 2.0), ("1e3", 1000.0), ("+7", 7.0), ("010", 10.0)],
)
def test_a_number_is_read_as_written(written: str, number: float) -> None:
    assert numeral(Plain(written)) == number


@pytest.mark.parametrize(
    "written", ["", "1_000", "1,000", "１０", ".inf", "nan", "1e999", "0x1F", "2020-01", "."]
)
def test_what_is_no_number_is_none(written: str) -> None:
    assert numeral(Plain(written)) is None


def test_a_number_in_quotes_is_text() -> None:
    assert numeral("0.25") is None


@pytest.mark.parametrize("value", [None, Plain(""), Plain("~"), Plain("null")])
def test_nothing_is_blank(value: object) -> None:
    assert blank(value)


def test_a_quoted_null_is_text() -> None:
    assert not blank("null")


def test_flags_are_true_and_false_alone() -> None:
    assert [flag(Plain(word)) for word in ("true", "False", "yes", "no", "on")] == [
        True,
        False,
        None,
        None,
        None,
    ]
    assert flag("true") is None


def test_values_are_resolved_as_yaml_1_2_reads_them() -> None:
    block = Block()
    block["draws"] = Plain("1000")
    block["cuts"] = Items([Plain("0.1"), Plain("0.9")])
    block["on"] = Plain("yes")
    block["date"] = Plain("2020-01-23")
    block["quoted"] = "7"
    block["none"] = Plain("~")
    found = resolved(block)
    assert found == {
        "draws": 1000,
        "cuts": [0.1, 0.9],
        "on": "yes",
        "date": "2020-01-23",
        "quoted": "7",
        "none": None,
    }
    assert isinstance(found, dict)
    assert type(found["draws"]) is int
