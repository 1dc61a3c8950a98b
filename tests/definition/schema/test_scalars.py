from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError

from chengshu.definition.blocks import Block, Items, Plain
from chengshu.definition.schema.scalars import (
    BareText,
    Date,
    Flag,
    Id,
    Number,
    Part,
    Period,
    Positive,
    Range,
    Share,
    Span,
    TextEntry,
    Whole,
    Word,
    choice,
)
from chengshu.model import Text


def reads(kind: object, value: object) -> object:
    """What a kind of value reads, or the code of its refusal."""
    try:
        return TypeAdapter(kind).validate_python(value)
    except ValidationError as fault:
        return fault.errors()[0]["type"]


@pytest.mark.parametrize("word", ["a", "ipv4_addresses", "S-041", "110000", "0a"])
def test_an_id_is_letters_digits_dashes(word: str) -> None:
    assert reads(Id, Plain(word)) == word


@pytest.mark.parametrize("word", ["", "-a", "_a", "a b", "城市", "a.b", "null", "a\n", "１２"])
def test_another_id_is_refused(word: str) -> None:
    assert reads(Id, Plain(word)) == "bad_id"


@pytest.mark.parametrize("word", ["2020", "2020-Q4", "2020-01", "2020-12"])
def test_periods_are_years_quarters_months(word: str) -> None:
    assert reads(Period, Plain(word)) == word


@pytest.mark.parametrize("word", ["20", "2020-Q5", "2020-13", "2020-1", "2020-01-23", "2020Q1", "２０２０"])
def test_another_period_is_refused(word: str) -> None:
    assert reads(Period, Plain(word)) == "bad_period"


def test_dates_may_have_days_and_spans_two_dates() -> None:
    assert reads(Date, Plain("2020-01-23")) == "2020-01-23"
    assert reads(Date, Plain("2022-06/2023-12")) == "bad_date"
    assert reads(Span, Plain("2022-06/2023-12")) == "2022-06/2023-12"
    assert reads(Date, Plain("2020-01-32")) == "bad_date"


@pytest.mark.parametrize(
    ("kind", "word", "found"),
    [
        (Number, "-1.5", -1.5),
        (Number, "1.5.0", "not_a_number"),
        (Positive, "0", "not_positive"),
        (Positive, "0.1", 0.1),
        (Share, "0", 0.0),
        (Share, "1", 1.0),
        (Share, "1.01", "not_a_share"),
        (Share, "-0.1", "not_a_share"),
        (Part, "0", "not_a_share"),
        (Part, "1", 1.0),
        (Whole, "3", 3),
        (Whole, "3.5", "not_a_whole_number"),
        (Whole, "-1", "not_a_whole_number"),
        (Flag, "true", True),
        (Flag, "yes", "not_a_flag"),
    ],
)
def test_numbers_keep_to_their_bounds(kind: object, word: str, found: object) -> None:
    assert reads(kind, Plain(word)) == found


def test_a_number_in_quotes_is_refused() -> None:
    assert reads(Number, "1") == "not_a_number"


@pytest.mark.parametrize("bounds", [["0"], ["0", "1", "2"], ["1", "1"], ["2", "1"], ["a", "b"]])
def test_a_range_is_low_then_high(bounds: list[str]) -> None:
    assert reads(Range, Items([Plain(bound) for bound in bounds])) == "not_a_range"
    assert reads(Range, Items([Plain("0"), Plain("100")])) == (0.0, 100.0)


def test_a_word_is_text_that_is_there() -> None:
    assert reads(Word, Plain("90.5")) == "90.5"
    assert reads(Word, Plain("")) == "not_a_word"
    assert reads(Word, Items(["a"])) == "not_a_word"


def test_a_choice_has_aliases() -> None:
    kind = Annotated[str, choice(("supported",), aliases={"真实数据支持": "supported"})]
    assert reads(kind, Plain("真实数据支持")) == "supported"
    assert reads(kind, Plain("支持")) == "unknown_word"


def block(**values: str) -> Block:
    made = Block()
    made.update(values)
    return made


def test_a_text_has_a_language_at_least() -> None:
    entry = TypeAdapter(TextEntry).validate_python(block(zh="城市"))
    assert entry.text == Text("城市", None)
    assert reads(TextEntry, block(zh=" ", en="")) == "empty_text"


def test_where_it_is_allowed_a_bare_word_is_both_languages() -> None:
    entry = TypeAdapter(BareText).validate_python(Plain("addresses"))
    assert entry.text == Text("addresses", "addresses")
    assert reads(TextEntry, Plain("addresses")) == "model_type"
