"""The curve draws the scores of the table, in one specification for all languages, schemes and widths."""

import json
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from chengshu.model import LANGUAGES, Band, BandMethod, Status, Text, Tiers
from chengshu.publish.content import read_groups, read_ranking
from chengshu.publish.figures import curve
from chengshu.publish.marks import ILLUSTRATIVE_MARK
from chengshu.publish.render import merged, render_svg
from chengshu.publish.theme import Scheme


def drawn(made: Any) -> Any:
    ranking = read_ranking(made.edition, made.scores, "2023")
    return curve(made.edition, ranking, read_groups(made.edition, made.scores, "2023"))


def outline(figure: Any) -> list[dict[str, Any]]:
    return records(figure, 0)


def records(figure: Any, layer: int) -> list[dict[str, Any]]:
    """The records that one layer draws."""
    found = merged(figure, "en", Scheme.LIGHT)
    values: list[dict[str, Any]] = found["datasets"][found["layer"][layer]["data"]["name"]]
    return values


def test_its_table_is_the_ranking(factory: Any) -> None:
    made = factory.screened(factory.sample(12), "S-003")
    figure = drawn(made)
    assert len(figure.rows) == 11
    assert [row["score"] for row in figure.rows] == sorted(
        (row["score"] for row in figure.rows), reverse=True
    )
    best = int(np.nanargmax(made.scores.values[0, :, 0]))
    assert figure.rows[0]["unit"] == made.scores.units[best]
    assert figure.rows[0]["score"] == made.scores.values[0, best, 0]
    assert figure.rows[0]["tier_en"] == "Group 1"
    assert list(figure.rows[0]) == list(figure.columns)


def test_the_outline_steps_over_every_unit_from_the_first_to_the_last(factory: Any) -> None:
    figure = drawn(factory.sample(12))
    points = outline(figure)
    assert [point["x"] for point in points] == [x for place in range(12) for x in (place + 0.5, place + 1.5)]
    assert [point["y"] for point in points[::2]] == [row["score"] for row in figure.rows]
    assert {point["base"] for point in points} == {0.0}


def test_one_unit_is_drawn_as_wide_as_the_axis(factory: Any) -> None:
    figure = drawn(factory.sample(1))
    assert [point["x"] for point in outline(figure)] == [0.5, 1.5]


def test_many_units_are_thinned_but_no_tier_loses_its_ends(factory: Any) -> None:
    made = factory.sample(2500)
    figure = drawn(made)
    points = outline(figure)
    assert len(figure.rows) == 2500
    assert len(points) <= 2 * 1000
    assert (points[0]["x"], points[-1]["x"]) == (0.5, 2500.5)
    assert [x["x"] for x in points[1:-1:2]] == [x["x"] for x in points[2::2]]
    begins = [point["x"] for first, point in pairwise(points) if first["band"] != point["band"]]
    assert begins == [500.5, 1000.5, 1500.5, 2000.5]


def test_without_scores_there_is_no_figure(factory: Any) -> None:
    made = factory.screened(factory.sample(1), "S-001")
    assert drawn(made) is None


def test_without_tiers_there_is_one_colour_and_no_label(factory: Any) -> None:
    figure = drawn(factory.change(factory.sample(5), tiers=None))
    assert len({point["colour"] for point in outline(figure)}) == 1
    assert "tier0" not in figure.strings
    assert "第一组" not in render_svg(figure, "zh", Scheme.LIGHT)


def test_the_axis_is_the_scale_unless_scores_leave_it(factory: Any) -> None:
    inside = merged(drawn(factory.sample(5)), "zh", Scheme.LIGHT)["layer"][0]["encoding"]["y"]
    assert inside["axis"]["values"] == [0, 20, 40, 60, 80, 100]
    made = factory.sample(5)
    low = replace(made.scores, values=made.scores.values - 80)
    outside = drawn(replace(made, scores=low))
    domain = merged(outside, "zh", Scheme.LIGHT)["layer"][0]["encoding"]["y"]["scale"]["domain"]
    assert domain[0] <= min(row["score"] for row in outside.rows)
    assert domain[1] >= max(row["score"] for row in outside.rows)
    assert {point["base"] for point in outline(outside)} == {domain[0]}


def test_labels_that_would_touch_are_raised(factory: Any) -> None:
    bands = tuple(Band(f"b{place}", Text(f"组{place}", f"Band {place}")) for place in range(6))
    made = factory.change(factory.sample(60), tiers=Tiers(BandMethod.QUANTILE, bands))
    labels = records(drawn(made), 2)
    assert [label["label"].rsplit(" ", 1)[1] for label in labels] == ["10"] * 6
    assert all(label["height"] > label["y"] for label in labels)
    crowded = replace(made.scores, values=made.scores.values / 100 + 50)
    raised = records(drawn(replace(made, scores=crowded)), 2)
    heights = [label["height"] for label in raised]
    assert len({round(height, 3) for height in heights}) == len(heights)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", Scheme)
def test_illustrative_data_are_marked_inside_the_drawing(factory: Any, language: Any, scheme: Scheme) -> None:
    marked = merged(drawn(factory.sample(4, status=Status.ILLUSTRATIVE)), language, scheme)
    said = [layer["mark"]["text"] for layer in marked["layer"] if "text" in layer["mark"]]
    joined = " ".join(said[-1]) if language == "en" else "".join(said[-1])
    assert joined == ILLUSTRATIVE_MARK.get(language)
    plain = merged(drawn(factory.sample(4)), language, scheme)
    assert plain["params"][0]["value"] == 0


def test_title_says_what_it_is_and_subtitle_period_n_and_status(factory: Any) -> None:
    svg = render_svg(drawn(factory.sample(4)), "en", Scheme.LIGHT)
    for told in (
        "Sample index: all scores, best first",
        "2023 · n = 4 · observed",
        "Sources: Sample register.",
    ):
        assert told in svg


def test_hostile_names_reach_the_drawing_as_short_text(factory: Any) -> None:
    figure = drawn(factory.hostile(factory.sample(10)))
    for language in LANGUAGES:
        svg = render_svg(figure, language, Scheme.LIGHT)
        assert "<script" not in svg
        assert "\u202e" not in svg
        assert "长" * 40 not in svg


def test_labels_of_axes_lie_flat_and_strings_are_slots(factory: Any) -> None:
    figure = drawn(factory.sample(4))
    written = json.dumps(figure.specification, ensure_ascii=False)
    assert "样" not in written
    assert '"labelAngle": 0' in written
    assert "rotate(-90)" not in render_svg(figure, "zh", Scheme.LIGHT)
