import math

import pytest

from chengshu.publish.numbers import amount, decimal, percent, period_name, rank_number, size, whole


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [(90.5, 1, "90.5"), (-3.25, 1, "−3.2"), (-0.01, 1, "0.0"), (100, 0, "100"), (math.nan, 1, "")],
)
def test_decimals_have_a_true_minus_and_no_negative_zero(value: float, places: int, shown: str) -> None:
    assert decimal(value, places) == shown


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (9_999, "9999", "9,999"),
        (10_000, "1.0万", "10,000"),
        (123_456_789, "1.23亿", "123,456,789"),
        (2.5, "2.5", "2.5"),
    ],
)
def test_prose_counts_in_wan_and_yi(value: float, zh: str, en: str) -> None:
    assert (amount(value, "zh"), amount(value, "en")) == (zh, en)


def test_shares_that_round_to_nothing_say_so() -> None:
    assert [percent(share) for share in (0, 0.0004, 0.0006, 1, math.nan)] == [
        "0.0%",
        "<0.1%",
        "0.1%",
        "100.0%",
        "",
    ]
    assert percent(0.66, 0) == "66%"


def test_tables_count_in_plain_digits() -> None:
    assert (whole(1234567.0), rank_number(12.0), rank_number(12.5)) == ("1234567", "12", "12.5")


@pytest.mark.parametrize(("count", "shown"), [(1023, "1023 B"), (1024, "1 KB"), (1048576, "1.0 MB")])
def test_sizes(count: int, shown: str) -> None:
    assert size(count) == shown


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        ("2023", "2023年", "2023"),
        ("2020-Q1", "2020年第1季度", "Q1 2020"),
        ("2020-12", "2020年12月", "December 2020"),
    ],
)
def test_periods_in_words(period: str, zh: str, en: str) -> None:
    assert (period_name(period, "zh"), period_name(period, "en")) == (zh, en)
