"""Templates with the filters of one language."""

import math
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from chengshu.model import Language, Text
from chengshu.publish import names, numbers
from chengshu.publish.marks import measure_name

LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en"}
LANGUAGE_NAMES = {"zh": "中文", "en": "English"}

_ROOM = Path(__file__).parents[1]


def writing(language: Language, kind: str) -> Environment:
    """The templates of the room, escaping everything, with filters for one language and kind of unit."""
    environment = Environment(
        loader=FileSystemLoader(_ROOM),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(_filters(language, kind))
    return environment


def _filters(language: Language, kind: str) -> dict[str, Callable[..., Any]]:
    return {
        "amount": partial(numbers.amount, language=language),
        "counted": partial(names.counted, kind=kind, language=language),
        "decimal": numbers.decimal,
        "found_by": names.found_by,
        "headline": headline,
        "measure_name": lambda measure: measure_name(measure).get(language),
        "name": partial(said, language=language, limit=names.NAME_LIMIT),
        "percent": numbers.percent,
        "period_name": partial(numbers.period_name, language=language),
        "place_name": partial(names.place_name, language=language),
        "plain": lambda text: names.shown(text.get(language)),
        "rank_number": numbers.rank_number,
        "say": partial(said, language=language),
        "short": names.shortened,
        "short_number": short_number,
        "size": numbers.size,
        "unit_name": partial(names.unit_name, language=language),
        "web_address": web_address,
        "whole": numbers.whole,
    }


def said(text: Text, limit: int | None = None, *, language: Language) -> Markup:
    """A text, cut at `limit` where there is one, apart in its direction and marked where it is in the other language.

    Examples
    --------
    >>> said(Text("城市", "City"), language="en"), said(Text("城市"), language="en")
    (Markup('<bdi>City</bdi>'), Markup('<bdi lang="zh-CN">城市</bdi>'))
    """
    words = names.shown(text.get(language))
    words = words if limit is None else names.shortened(words, limit)
    if not words:
        return Markup()
    if text.has(language):
        return Markup("<bdi>{}</bdi>").format(words)
    other = "en" if language == "zh" else "zh"
    return Markup('<bdi lang="{}">{}</bdi>').format(LANGUAGE_TAGS[other], words)


def headline(title: str) -> tuple[str, str]:
    """A title and what it adds in brackets at its end.

    Examples
    --------
    >>> headline("某指数（2020年）"), headline("Some Index")
    (('某指数', '2020年'), ('Some Index', ''))
    """
    for opening, closing in (("（", "）"), (" (", ")")):
        head, found, tail = title.partition(opening)
        if found and head and tail.endswith(closing):
            return head, tail.removesuffix(closing)
    return title, ""


def short_number(value: float) -> str:
    """A number with at most six significant digits and a true minus.

    Examples
    --------
    >>> short_number(0.25), short_number(100.0), short_number(-3.5)
    ('0.25', '100', '−3.5')
    """
    return "" if math.isnan(value) else f"{value:g}".replace("-", "−")


def web_address(address: str) -> bool:
    """Whether an address may become a link: only addresses of the web do.

    Examples
    --------
    >>> web_address("https://example.org"), web_address("javascript:alert(1)")
    (True, False)
    """
    return address.startswith(("https://", "http://"))
