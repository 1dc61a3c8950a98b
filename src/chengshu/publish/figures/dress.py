"""What every figure wears: title, subtitle, the mark of illustrative data, its sources, sizes and colours."""

from collections.abc import Mapping
from typing import Any

_LINE = 16  # pixels from one line of a note to the next

_NOTE: Mapping[str, Any] = {
    "type": "text",
    "align": "left",
    "baseline": "top",
    "fontSize": 12,
    "lineHeight": _LINE,
    "x": 0,
}
_TITLE: Mapping[str, Any] = {
    "text": ["{{heading.title}}"],
    "subtitle": ["{{lines.subtitle}}"],
    "anchor": "start",
    "frame": "group",
    "fontSize": 16,
    "fontWeight": 600,
    "lineHeight": 22,
    "color": "{{colour.ink}}",
    "subtitleFontSize": 13,
    "subtitlePadding": 5,
    "subtitleColor": "{{colour.muted}}",
    "offset": 8,
}
_CONFIG: Mapping[str, Any] = {
    "font": "{{size.font}}",
    "aria": False,  # the drawing as a whole has its alt text
    "view": {"stroke": None},
    "axis": {
        "domainColor": "{{colour.rule}}",
        "tickColor": "{{colour.rule}}",
        "gridColor": "{{colour.rule}}",
        "labelColor": "{{colour.muted}}",
        "titleColor": "{{colour.muted}}",
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
    },
}


def dressed(chart: Mapping[str, Any], height: int, bands: int) -> dict[str, Any]:
    """A layered chart with all that figures have in common, as slots that are filled at render.

    The figure's strings must have ``title``, ``subtitle``, ``source`` and ``mark``; the last is blank where no
    data are illustrative, and nothing is drawn for it then. `height` is that of the chart in pixels, `bands` the
    number of colours of its scale.

    Examples
    --------
    >>> dressed({"layer": []}, 300, 5)["usermeta"]
    {'bands': 5}
    """
    return {
        **chart,
        "layer": [*chart["layer"], *_notes(height)],
        "width": "{{size.width}}",
        "padding": {"left": 4, "top": 4, "right": 10, "bottom": 4},
        "background": "{{colour.paper}}",
        "params": [{"name": "mark", "value": "{{count.mark}}"}],
        "usermeta": {"bands": max(bands, 1)},
        "title": dict(_TITLE),
        "config": dict(_CONFIG),
    }


def _notes(height: int) -> list[dict[str, Any]]:
    """The source below the chart, and above it a band with the mark, as high as its lines."""
    empty: dict[str, Any] = {"values": [{}]}
    source = {**_NOTE, "y": height + 46, "text": ["{{lines.source}}"], "color": "{{colour.muted}}"}
    band = {
        "type": "rect",
        "x": 0,
        "x2": {"expr": "width"},
        "y": {"expr": f"-(mark * {_LINE} + 20)"},
        "y2": -10,
        "color": "{{colour.mark_paper}}",
    }
    words = {
        **_NOTE,
        "x": 6,
        "y": {"expr": f"-(mark * {_LINE} + 15)"},
        "text": ["{{lines.mark}}"],
        "color": "{{colour.mark_ink}}",
    }
    return [
        {"data": empty, "mark": source},
        {"data": empty, "mark": band, "transform": [{"filter": "mark > 0"}]},
        {"data": empty, "mark": words},
    ]
