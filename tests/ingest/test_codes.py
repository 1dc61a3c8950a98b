"""Codes fold as the rules in data say, and no further."""

import polars as pl
import pytest

from chengshu.ingest.codes import CodeList, city_code_list, is_official


@pytest.mark.parametrize(
    ("year", "code", "folded"),
    [
        (2020, "110105", "110000"),
        (2020, "500233", "500000"),
        (2020, "371200", "370100"),
        (2018, "371200", "371200"),
        (2020, "341400", "340100"),
        (2010, "341400", "341400"),
        (1996, "500101", "500101"),
        (2020, "441900", "441900"),
        (2020, "S-041", "S-041"),
    ],
)
def test_folding(year: int, code: str, folded: str) -> None:
    codes = city_code_list(year, frozenset())
    assert pl.DataFrame({"code": [code]}).select(codes.folded("code")).item() == folded


def test_a_list_refuses_strangers_but_not_illustrative_units() -> None:
    codes = city_code_list(2020, frozenset({"310000"}))
    assert codes.has("310000")
    assert codes.has("S-001")
    assert not codes.has("999999")


def test_without_a_list_every_code_may_stand() -> None:
    assert CodeList().has("anything")
    assert pl.DataFrame({"code": ["110105"]}).select(CodeList().folded("code")).item() == "110105"


@pytest.mark.parametrize(
    ("code", "official"), [("310000", True), ("S-310000", False), ("AUT", False), ("31000", False)]
)
def test_form_of_official_codes(code: str, *, official: bool) -> None:
    assert is_official(code) is official
