"""Colours can be told from each other and from the paper, also by eyes that lack a cone."""

import re
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from chengshu import publish
from chengshu.publish.theme import PALETTES, Scheme, band_colours, stylesheet

ROOM = Path(publish.__file__).parent
# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
EYES = {
    "all cones": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
NOTICED = 2.3  # the CIE76 distance that an eye just notices (Mahy, Van Eycken and Oosterlinck 1994)
WHITE = np.array([0.9505, 1.0, 1.089])


def linear(colour: str) -> np.ndarray:
    parts = np.array([int(colour[start : start + 2], 16) for start in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(first: str, second: str) -> float:
    """WCAG 2.2 contrast ratio."""
    lights = sorted(float(TO_XYZ[1] @ linear(colour)) for colour in (first, second))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def lab(colour: str, eyes: np.ndarray) -> np.ndarray:
    xyz = TO_XYZ @ np.clip(eyes @ linear(colour), 0, 1) / WHITE
    bent = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * bent[1] - 16, 500 * (bent[0] - bent[1]), 200 * (bent[1] - bent[2])])


def test_the_measure_of_contrast_is_that_of_wcag() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", Scheme)
def test_text_stands_out_from_what_it_is_on(scheme: Scheme) -> None:
    palette = PALETTES[scheme]
    for paper in (palette.paper, palette.panel):
        for text in (palette.ink, palette.muted, palette.accent):
            assert contrast(text, paper) >= 4.5, (text, paper)
    assert contrast(palette.mark_ink, palette.mark_paper) >= 4.5
    assert contrast(palette.accent, palette.paper) >= 3
    assert contrast(palette.hatch, palette.paper) >= 2


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("eyes", EYES)
def test_neighbouring_bands_differ_for_every_eye(scheme: Scheme, eyes: str) -> None:
    for first, second in pairwise(PALETTES[scheme].bands):
        assert np.linalg.norm(lab(first, EYES[eyes]) - lab(second, EYES[eyes])) > 4 * NOTICED


def test_the_best_band_is_darkest_on_light_paper_and_lightest_on_dark() -> None:
    for scheme, sign in ((Scheme.LIGHT, 1), (Scheme.PRINT, 1), (Scheme.DARK, -1)):
        lights = [sign * lab(colour, np.eye(3))[0] for colour in band_colours(5, scheme)]
        assert lights == sorted(lights)


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8])
def test_there_is_a_colour_for_each_band(count: int) -> None:
    found = band_colours(count, Scheme.LIGHT)
    assert len(set(found)) == count
    if count > 1:
        assert (found[0], found[-1]) == ("#0b3c5d", "#e3eedd")


def test_colours_are_written_in_the_theme_alone() -> None:
    for path in ROOM.rglob("*"):
        if path.suffix in {".py", ".css", ".js", ".j2"} and path.name != "theme.py":
            written = re.findall(
                r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b(?!;?\w)|\brgba?\(", path.read_text("utf-8")
            )
            assert not written, f"{path.name}: {written}"


def test_the_style_names_every_colour_that_the_pages_use() -> None:
    style = stylesheet(5)
    used = set(re.findall(r"var\((--[a-z0-9-]+)\)", (ROOM / "assets" / "page.css").read_text("utf-8")))
    given = set(re.findall(r"(--[a-z0-9-]+):", style))
    assert used <= given
    assert style.count("--paper:") == 3
