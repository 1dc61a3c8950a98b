"""What figures have in common appears in the drawing, and the mark only where there is one."""

from typing import Any

import pytest

from chengshu.model import Figure, Text
from chengshu.publish.figures.dress import dressed
from chengshu.publish.render import NARROW, render_svg
from chengshu.publish.theme import PALETTES, Scheme


def figure(mark: Text) -> Figure:
    chart: dict[str, Any] = {"layer": [], "height": 120}
    strings = {
        "title": Text("标题", "A title"),
        "subtitle": Text("2023年", "2023"),
        "source": Text("来源：甲。", "Source: A."),
        "mark": mark,
    }
    return Figure("plain", Text(), Text(), Text("空图", "empty"), dressed(chart, 120, 1), {}, (), strings)


def test_title_subtitle_and_source_are_drawn() -> None:
    svg = render_svg(figure(Text()), "en", Scheme.LIGHT)
    for words in ("A title", "2023", "Source: A."):
        assert f">{words}</text>" in svg


@pytest.mark.parametrize("scheme", Scheme)
def test_the_mark_has_its_band_and_without_a_mark_there_is_none(scheme: Scheme) -> None:
    amber = PALETTES[scheme].mark_paper
    assert amber in render_svg(figure(Text("示意数据")), "zh", scheme)
    assert amber not in render_svg(figure(Text()), "zh", scheme)


def test_a_long_mark_is_broken_into_lines_in_a_narrow_figure() -> None:
    words = "Illustrative data that describe nothing and are cited by no one at all in any place"
    svg = render_svg(figure(Text(en=words)), "en", Scheme.LIGHT, NARROW)
    assert words not in svg
    assert "Illustrative data that describe" in svg
