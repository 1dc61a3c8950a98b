"""What one page is filled with."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from chengshu.model import LANGUAGES, STEP_NAMES, Edition, Figure, Language, Scores, Status
from chengshu.publish.content import (
    Facts,
    Group,
    Ranking,
    read_cards,
    read_carried,
    read_facts,
    read_files,
    read_groups,
    read_periods,
    read_ranking,
    read_sources,
)
from chengshu.publish.figures import curve
from chengshu.publish.marks import ILLUSTRATIVE_MARK
from chengshu.publish.names import shown
from chengshu.publish.released import illustrative, released_issues, score_status, shown_period
from chengshu.publish.render import NARROW, WIDE, render_svg
from chengshu.publish.site.writing import LANGUAGE_NAMES, LANGUAGE_TAGS, writing
from chengshu.publish.theme import Scheme

_TOP = 10
_ISSUES_SHOWN = 40
_DRAWINGS = {
    "wide-light": (Scheme.LIGHT, WIDE),
    "wide-dark": (Scheme.DARK, WIDE),
    "narrow-light": (Scheme.LIGHT, NARROW),
    "narrow-dark": (Scheme.DARK, NARROW),
}


@dataclass(frozen=True)
class Shown:
    """What an edition shows in every language: its ranking, tiers, facts and figure, as far as it has them."""

    period: str
    ranking: Ranking | None
    groups: tuple[Group, ...]
    facts: Facts | None
    figure: Figure | None


def read_shown(edition: Edition, scores: Scores | None) -> Shown:
    """What the pages show of an edition."""
    period = shown_period(edition)
    if scores is None or not period:
        return Shown(period, None, (), None, None)
    ranking = read_ranking(edition, scores, period)
    groups = read_groups(edition, scores, period)
    return Shown(period, ranking, groups, read_facts(ranking, groups), curve(edition, ranking, groups))


def page(
    edition: Edition,
    scores: Scores | None,
    shown_parts: Shown,
    provenance: Mapping[str, object],
    folder: Path,
    languages: tuple[Language, ...],
    language: Language,
) -> str:
    """The page of an edition in one language, as HTML."""
    framework = edition.framework
    templates = writing(language, framework.unit_kind)
    words = templates.get_template(f"texts/words.{language}.j2").module
    common = {
        "words": words,
        "language": language,
        "mark": ILLUSTRATIVE_MARK.get(language) if illustrative(edition) else "",
        "several": len(edition.panel.periods) > 1,
    }
    content = {
        **common,
        **_whole(edition, scores, shown_parts, provenance, folder),
        "texts": templates.get_template(f"texts/method.{language}.j2").make_module(common),
        "parts": templates.get_template("pages/parts.html.j2").make_module(common),
        "languages": languages,
        "tags": LANGUAGE_TAGS,
        "language_names": LANGUAGE_NAMES,
        "title": shown(framework.title.get(language)),
        "drawings": _drawings(shown_parts.figure, language),
    }
    templates.filters["along"] = _along(content["axis"])
    content["anchors"] = _anchors(content, words)
    return templates.get_template("pages/home.html.j2").render(content)


def _whole(
    edition: Edition,
    scores: Scores | None,
    shown_parts: Shown,
    provenance: Mapping[str, object],
    folder: Path,
) -> dict[str, Any]:
    ranking = shown_parts.ranking
    issues = released_issues(edition, scores)
    sources = read_sources(edition)
    files = read_files(folder)
    flat = _flat(provenance)
    status = score_status([row.status for row in ranking.scored]) if ranking else Status.MISSING
    return {
        "edition": edition,
        "framework": edition.framework,
        "period": shown_parts.period,
        "ranking": ranking,
        "decimals": ranking.decimals if ranking else 1,
        "groups": shown_parts.groups,
        "facts": shown_parts.facts,
        "figure": shown_parts.figure,
        "figure_file": next((file.path for file in files if file.path.startswith("data/figures/curve.")), ""),
        "status": status.label if status else "",
        **_leading(edition, ranking),
        "group_column": _group_column(edition),
        **_method(edition, scores, shown_parts.period),
        "sources": sources,
        "unplaced": [(source, each) for source in sources for each in source.measures if each.count],
        "issues": issues,
        "shown_issues": issues[:_ISSUES_SHOWN],
        "files": files,
        "provenance": flat,
        "program_version": dict(flat).get("program.version", ""),
    }


def _group_column(edition: Edition) -> str:
    columns = edition.units.group_columns
    return "province" if "province" in columns else next(iter(columns), "")


def _method(edition: Edition, scores: Scores | None, period: str) -> dict[str, Any]:
    pipeline = edition.framework.pipeline if edition.framework.index else ()
    return {
        "periods": read_periods(edition, scores) if scores else (),
        "tier_names": scores.tiers.names if scores and scores.tiers else (),
        "steps": [(STEP_NAMES[type(step)], step) for step in pipeline],
        "cards": read_cards(edition, scores, period),
        "carried": read_carried(edition, period),
    }


def _leading(edition: Edition, ranking: Ranking | None) -> dict[str, Any]:
    if ranking is None or not ranking.scored:
        return {"leading": (), "also_tied": 0, "axis": (0.0, 1.0), "span": (0.0, 0.0)}
    scored = ranking.scored
    leading = ranking.leading(_TOP)
    axis = ranking.axis(edition.framework.scale)
    best, least = max(row.score for row in scored), min(row.score for row in scored)
    along = _along(axis)
    return {
        "leading": leading,
        "also_tied": sum(row.rank == leading[-1].rank for row in scored[_TOP:]),
        "axis": axis,
        "span": (along(least), along(best)),
    }


def _along(axis: tuple[float, float]) -> Any:
    low, high = axis
    return lambda value: round((value - low) / ((high - low) or 1.0) * 100, 2)


def _drawings(figure: Figure | None, language: Language) -> list[tuple[str, Markup]]:
    if figure is None:
        return []
    # The renderer escapes every text that it draws.
    return [
        (shape, Markup(render_svg(figure, language, scheme, width)))
        for shape, (scheme, width) in _DRAWINGS.items()
    ]


def _anchors(content: Mapping[str, Any], words: Any) -> list[tuple[str, str]]:
    ranking, facts = content["ranking"], content["facts"]
    sections = {
        "findings": ranking,
        "leading": facts and facts.scored > 1,
        "curve": content["figure"],
        "ranking": ranking,
        "groups": content["groups"],
        "method": content["cards"] or content["carried"],
        "sources": True,
        "files": True,
    }
    return [(anchor, getattr(words, anchor)) for anchor, there in sections.items() if there]


def _flat(provenance: Mapping[str, object], above: str = "") -> list[tuple[str, str]]:
    """The plain values of a provenance, those of inner mappings under joined names; lists and hashes of files stay out."""
    told: list[tuple[str, str]] = []
    for name, value in provenance.items():
        if isinstance(value, Mapping):
            told.extend(_flat(value, f"{above}{name}.") if name != "files" else [])
        elif isinstance(value, str | int | float):
            told.append((f"{above}{name}", str(value)))
    return told


def titles(edition: Edition) -> dict[str, str]:
    """The edition's title in each language."""
    return {language: shown(edition.framework.title.get(language)) for language in LANGUAGES}
