from dataclasses import replace
from typing import Any

import pytest

from chengshu.model import Text, Unplaced
from chengshu.publish.content.sources import read_sources


def test_unplaced_records_are_summed_by_reason_from_the_largest(factory: Any) -> None:
    (source,) = read_sources(factory.sample(2).edition)
    (measure,) = source.measures
    assert (measure.count, measure.total, measure.share) == (100.0, 10_000.0, pytest.approx(0.01))
    assert [count for _, count in measure.reasons] == [70.0, 30.0]
    assert [item.place for item in measure.largest] == ["某地", "香港"]


def test_ten_places_are_named_and_all_are_counted(factory: Any) -> None:
    edition = factory.sample(2).edition
    many = tuple(
        Unplaced("records", f"p{place:02d}", float(place), Text("原因", "why")) for place in range(30)
    )
    extract = replace(edition.extracts["register"], unplaced=many)
    measure = read_sources(replace(edition, extracts={"register": extract}))[0].measures[0]
    assert (len(measure.largest), measure.places, measure.largest[0].place) == (10, 30, "p29")
    assert measure.reasons == ((Text("原因", "why"), float(sum(range(30)))),)


def test_a_source_without_extract_has_no_measures(factory: Any) -> None:
    assert read_sources(replace(factory.sample(2).edition, extracts={}))[0].measures == ()
