"""Colours and type: the only place that knows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

FONT_STACK = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'


class Scheme(Enum):
    """Where a colour is shown."""

    LIGHT = "light"
    DARK = "dark"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one scheme.

    `bands` run from the best band to the last; `hatch` draws "no data" and is no colour of a scale.
    """

    ink: str
    muted: str
    paper: str
    panel: str
    rule: str
    accent: str
    hatch: str
    mark_paper: str
    mark_ink: str
    bands: tuple[str, ...]


_BANDS = ("#0b3c5d", "#1f6f8b", "#4fa3a5", "#a3cfc0", "#e3eedd")

_LIGHT = Palette(
    ink="#17212b",
    muted="#54616d",
    paper="#ffffff",
    panel="#f5f7f9",
    rule="#d5dbe1",
    accent="#0b5c7a",
    hatch="#9aa5af",
    mark_paper="#fff4df",
    mark_ink="#7a4a00",
    bands=_BANDS,
)

PALETTES: Mapping[Scheme, Palette] = {
    Scheme.LIGHT: _LIGHT,
    Scheme.DARK: Palette(
        ink="#e8edf2",
        muted="#a3b0bc",
        paper="#11161c",
        panel="#182028",
        rule="#2b343d",
        accent="#5fb6d4",
        hatch="#6b7884",
        mark_paper="#fff4df",
        mark_ink="#7a4a00",
        bands=_BANDS[::-1],
    ),
    Scheme.PRINT: Palette(
        ink="#000000",
        muted="#444444",
        paper="#ffffff",
        panel="#ffffff",
        rule="#bbbbbb",
        accent="#0b5c7a",
        hatch="#8a8a8a",
        mark_paper="#fff4df",
        mark_ink="#7a4a00",
        bands=_BANDS,
    ),
}

_PLAIN = ("ink", "muted", "paper", "panel", "rule", "accent", "hatch", "mark_paper", "mark_ink")


def band_colours(count: int, scheme: Scheme) -> tuple[str, ...]:
    """The colours of `count` bands, best first.

    Fewer than five are spread over the five of the palette; more are drawn between their neighbours.

    Examples
    --------
    >>> band_colours(3, Scheme.LIGHT)
    ('#0b3c5d', '#4fa3a5', '#e3eedd')
    >>> len(set(band_colours(9, Scheme.DARK)))
    9
    """
    bands = PALETTES[scheme].bands
    last = len(bands) - 1
    places = [last * place / (count - 1) for place in range(count)] if count > 1 else [1.0]
    return tuple(_between(bands, place) for place in places)


def _between(bands: tuple[str, ...], place: float) -> str:
    low = min(int(place), len(bands) - 2)
    share = place - low
    first, second = (
        [int(colour[start : start + 2], 16) for start in (1, 3, 5)] for colour in bands[low : low + 2]
    )
    mixed = (round(one + share * (two - one)) for one, two in zip(first, second, strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def colours(scheme: Scheme, bands: int) -> dict[str, str]:
    """The colours of a scheme by name, with ``band0`` … for the bands.

    Examples
    --------
    >>> colours(Scheme.LIGHT, 5)["band0"]
    '#0b3c5d'
    """
    palette = PALETTES[scheme]
    named = {name: getattr(palette, name) for name in _PLAIN}
    named.update({f"band{place}": colour for place, colour in enumerate(band_colours(bands, scheme))})
    return named


def stylesheet(bands: int) -> str:
    """The colours and the font as CSS custom properties for screen, dark screen and print.

    Examples
    --------
    >>> print(stylesheet(1).splitlines()[0])
    :root { color-scheme: light dark; }
    """
    blocks = (
        (Scheme.LIGHT, ":root"),
        (Scheme.DARK, "@media screen and (prefers-color-scheme: dark) { :root"),
        (Scheme.PRINT, "@media print { :root"),
    )
    lines = [":root { color-scheme: light dark; }", f":root {{ --font: {FONT_STACK}; }}"]
    for scheme, opening in blocks:
        named = colours(scheme, bands)
        body = " ".join(f"--{name.replace('_', '-')}: {colour};" for name, colour in named.items())
        lines.append(f"{opening} {{ {body} }}" + (" }" if "@media" in opening else ""))
    lines.extend(f".band-{place} {{ --band: var(--band{place}); }}" for place in range(bands))
    return "\n".join(lines) + "\n"
