"""Specifications are filled once, and drawings carry no id, colour or text of another variant."""

import re

import pytest

from chengshu.model import Figure, Text
from chengshu.publish.render import NARROW, WIDE, merged, render_svg, wrapped
from chengshu.publish.theme import FONT_STACK, PALETTES, Scheme


@pytest.fixture
def figure() -> Figure:
    return Figure(
        name="bars",
        title=Text("标题", "Title"),
        caption=Text(),
        alt=Text('两根"柱"', "Two bars"),
        specification={
            "title": {"text": ["{{heading.title}}"], "color": "{{colour.ink}}"},
            "usermeta": {"bands": 2},
            "width": "{{size.width}}",
            "config": {"font": "{{size.font}}", "aria": False},
            "params": [{"name": "lines", "value": "{{count.title}}"}],
            "data": {"values": [{"a": "{{title}} 1", "b": 1, "c": "{{colour.band1}}"}]},
            "mark": {"type": "bar", "clip": True},
            "encoding": {
                "x": {"field": "a", "type": "nominal", "axis": {"labelAngle": 0}},
                "y": {"field": "b", "type": "quantitative"},
                "color": {"field": "c", "scale": None, "type": "nominal"},
            },
        },
        columns={},
        rows=(),
        strings={"title": Text("标题<b>", "{{colour.ink}} & title")},
    )


def test_slots_are_filled_with_one_language_and_one_scheme(figure: Figure) -> None:
    found = merged(figure, "zh", Scheme.DARK, 400)
    assert found["title"] == {"text": ["标题<b>"], "color": PALETTES[Scheme.DARK].ink}
    assert (found["width"], found["config"]["font"], found["params"][0]["value"]) == (400, FONT_STACK, 1)
    assert found["data"]["values"] == [{"a": "标题<b> 1", "b": 1, "c": "#0b3c5d"}]


def test_what_is_filled_in_is_not_searched_for_slots(figure: Figure) -> None:
    assert merged(figure, "en", Scheme.LIGHT)["title"]["text"] == ["{{colour.ink}} & title"]


def test_an_unknown_slot_is_an_error(figure: Figure) -> None:
    bad = Figure("x", Text(), Text(), Text(), {"title": "{{nothing}}"}, {}, ())
    with pytest.raises(KeyError, match="nothing"):
        merged(bad, "zh", Scheme.LIGHT)


def test_drawings_escape_text_and_keep_it_text(figure: Figure) -> None:
    drawn = render_svg(figure, "zh", Scheme.LIGHT, 200)
    assert drawn.startswith('<svg role="img" aria-label="两根&quot;柱&quot;" ')
    assert "标题&lt;b&gt;" in drawn
    assert "<b>" not in drawn
    assert "PingFang SC" in drawn
    assert "style=" not in drawn


def test_ids_of_variants_differ_and_every_reference_has_its_target(figure: Figure) -> None:
    seen: set[str] = set()
    for scheme in Scheme:
        for width in (WIDE, NARROW):
            drawn = render_svg(figure, "en", scheme, width)
            ids = set(re.findall(r'\bid="([^"]+)"', drawn))
            assert ids, "a clipped mark has an id"
            assert not ids & seen
            assert set(re.findall(r"url\(#([^)]+)\)", drawn)) <= ids
            seen |= ids


def test_the_same_figure_is_drawn_the_same(figure: Figure) -> None:
    assert render_svg(figure, "zh", Scheme.LIGHT) == render_svg(figure, "zh", Scheme.LIGHT)


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("", 10, []),
        ("一二三，四", 6, ["一二", "三，四"]),
        ("one two", 3, ["one", "two"]),
        ("unbreakable", 4, ["unbreakable"]),
        ("IPv4地址数", 8, ["IPv4地址", "数"]),
    ],
)
def test_lines_break_at_spaces_and_between_characters(text: str, limit: int, lines: list[str]) -> None:
    assert wrapped(text, limit) == lines
