"""One figure: data and one Vega-Lite specification for site, print and slides."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from chengshu.model.text import Text


@dataclass(frozen=True)
class Figure:
    """A figure with its strings in both languages, its table and its specification.

    `specification` is Vega-Lite whose strings are names of `strings` written ``{{name}}`` and whose
    colours are names of the theme written ``{{colour.name}}``; both are merged at render.
    `rows` are the records of its table, `columns` their headings.
    """

    name: str
    title: Text
    caption: Text
    alt: Text
    specification: Mapping[str, Any]
    columns: Mapping[str, Text]
    rows: tuple[Mapping[str, Any], ...]
    strings: Mapping[str, Text] = field(default_factory=dict)
