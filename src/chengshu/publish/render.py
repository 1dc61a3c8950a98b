"""From a figure to SVG: strings of one language and colours of one scheme merged into its specification."""

import re
import unicodedata
from html import escape
from typing import Any

from chengshu.model import Figure, Language
from chengshu.publish.names import shown
from chengshu.publish.theme import FONT_STACK, Scheme, colours

WIDE, NARROW = 960, 330

_SLOT = re.compile(r"\{\{([a-z]+\.)?([A-Za-z0-9_]+)\}\}")
# Pixels that half a 汉字 takes at the size of a title and of a note.
_SIZES = {"heading": 9.4, "lines": 6.2}
_IDS = re.compile(r'(?P<before>\bid="|url\(#|href="#)(?P<id>[^")]+)')


def render_svg(figure: Figure, language: Language, scheme: Scheme, width: int = WIDE) -> str:
    """The figure as one SVG element, `width` pixels wide inside its axes' margins.

    Text stays text in the system's fonts. Ids carry the figure's name, language, scheme and width, so that
    variants can stand in one page, and are numbered anew, since the renderer counts on from drawing to
    drawing. Nothing is fetched.
    """
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(merged(figure, language, scheme, width))
    name = f"{figure.name}-{language}-{scheme.value}-{width}-"
    alt = escape(shown(figure.alt.get(language)), quote=True)
    opening = f'<svg role="img" aria-label="{alt}" '
    numbers: dict[str, int] = {}

    def renamed(found: re.Match[str]) -> str:
        return f"{found['before']}{name}{numbers.setdefault(found['id'], len(numbers))}"

    return _IDS.sub(renamed, drawn).replace("<svg ", opening, 1)


def merged(figure: Figure, language: Language, scheme: Scheme, width: int = WIDE) -> dict[str, Any]:
    """The figure's Vega-Lite specification with every slot filled.

    ``{{name}}`` is a string of the figure, ``{{colour.name}}`` a colour of the theme, ``{{size.width}}`` the
    width; ``{{lines.name}}`` in a list becomes the string broken into lines of note size, ``{{heading.name}}``
    into lines of title size, ``{{count.name}}`` the number of note lines.
    What is filled in is not searched for slots again.
    """
    bands = int(figure.specification.get("usermeta", {}).get("bands", 1))
    strings = {name: shown(text.get(language)) for name, text in figure.strings.items()}
    slots: dict[str, Any] = {"size.width": width, "size.font": FONT_STACK}
    slots.update({f"colour.{name}": colour for name, colour in colours(scheme, bands).items()})
    for name, text in strings.items():
        lines = {size: wrapped(text, int(width / pixels)) for size, pixels in _SIZES.items()}
        slots.update({name: text, f"count.{name}": len(lines["lines"])})
        slots.update({f"{size}.{name}": broken for size, broken in lines.items()})
    filled: dict[str, Any] = _filled(figure.specification, slots)
    return filled


def _filled(part: Any, slots: dict[str, Any]) -> Any:
    if isinstance(part, dict):
        return {key: _filled(value, slots) for key, value in part.items()}
    if isinstance(part, list | tuple):
        items: list[Any] = []
        for value in part:
            filled = _filled(value, slots)
            if isinstance(value, str) and isinstance(filled, list):
                items.extend(filled)
            else:
                items.append(filled)
        return items
    if not isinstance(part, str):
        return part
    whole = _SLOT.fullmatch(part)
    if whole:
        return slots[(whole[1] or "") + whole[2]]
    return _SLOT.sub(lambda found: str(slots[(found[1] or "") + found[2]]), part)


def wrapped(text: str, limit: int) -> list[str]:
    """The text in lines of at most `limit` half-widths, broken at spaces and between 汉字.

    Punctuation does not begin a line.

    Examples
    --------
    >>> wrapped("城市数字经济，指数", 8)
    ['城市数字', '经济，指', '数']
    >>> wrapped("one two three", 8)
    ['one two', 'three']
    """
    lines, line, used = [], "", 0
    for piece in re.findall(
        r"[\u2e80-\u9fff\uf900-\ufaff][，。；：、！？）》”]*|[^\s\u2e80-\u9fff]+\s*|\s+", text
    ):
        wide = _half_widths(piece.rstrip())
        if line and used + wide > limit:
            lines.append(line.rstrip())
            line, used = "", 0
        line += piece
        used += _half_widths(piece)
    return [*lines, line.rstrip()] if line.strip() else lines


def _half_widths(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
