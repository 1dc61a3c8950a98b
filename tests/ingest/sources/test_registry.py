"""Sources by word."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from chengshu.ingest.sources import SOURCES, read_source, source_fields
from chengshu.model import SourceError, SourceUse


@pytest.mark.parametrize("source", sorted(SOURCES))
def test_each_source_yields_its_fields_for_the_units_of_the_year(
    source: str, release: Callable[[str], SourceUse]
) -> None:
    extract = read_source(release(source), 2020)
    assert extract.source == source
    assert extract.fields == tuple(source_fields(source))
    assert len(extract.units) == len(extract.values) == 337
    assert (extract.yielded_units is not None) == (source == "division_codes")


@pytest.mark.parametrize("source", sorted(SOURCES))
def test_each_field_has_its_meaning_in_both_languages(source: str) -> None:
    assert all(meaning.zh and meaning.en for meaning in source_fields(source).values())


def test_an_unknown_word_is_told_with_those_there_are(release: Callable[[str], SourceUse]) -> None:
    use = replace(release("coordinates"), source="phone_numbers")
    with pytest.raises(SourceError) as error:
        read_source(use, 2020)
    assert error.value.message("en") == (
        "sources.yaml:7 coordinates.source: expected coordinates, division_codes, ipv4_ranges, number_segments, "
        "found 'phone_numbers'. Use one of these sources."
    )
    assert "应为coordinates、division_codes、ipv4_ranges、number_segments" in error.value.message("zh")


def test_fields_of_an_unknown_word_are_refused() -> None:
    with pytest.raises(SourceError, match="found 'phone'"):
        source_fields("phone")
