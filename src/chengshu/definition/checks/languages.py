"""Texts that are there in one language alone."""

from collections.abc import Iterator

from chengshu.definition.blocks import Block, blank
from chengshu.definition.places import Spot
from chengshu.model import LANGUAGES, Issue, Severity, Text

_NAMES = {"zh": Text("中文", "Chinese"), "en": Text("英文", "English")}


def check_languages(spot: Spot) -> Iterator[Issue]:
    """A warning for each text that lacks a language: a publication in that language would lack it too."""
    if _is_text(spot.value):
        yield from _lacking(spot)
        return
    yield from (issue for key in spot.names if key != "uncertainty" for issue in check_languages(spot[key]))
    yield from (issue for item in spot.items() for issue in check_languages(item))


def _is_text(value: object) -> bool:
    return isinstance(value, Block) and bool(value) and set(value) <= set(LANGUAGES)


def _lacking(spot: Spot) -> Iterator[Issue]:
    written = {language for language in LANGUAGES if not _empty(spot[language].value)}
    for language in LANGUAGES:
        if written and language not in written:
            name = _NAMES[language]
            yield Issue(
                "missing_language",
                Severity.WARNING,
                spot.where,
                expected=Text(f"{name.zh}文字", f"a text in {name.en}"),
                found=Text("缺失", "none"),
                remedy=Text(
                    f"请加上 {language}: …；发布{name.zh}版时必需。",
                    f"Add {language}: …; a publication in {name.en} needs it.",
                ),
            )


def _empty(value: object) -> bool:
    return blank(value) or not str(value).strip()
