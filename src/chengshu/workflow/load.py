"""From a folder to an edition: definition, sources, units, panel, scenarios."""

from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from pathlib import Path

from chengshu.definition import read_definition
from chengshu.ingest import CodeList, Vocabulary, read_observations, read_panel, read_scenario, read_units
from chengshu.model import (
    Definition,
    Edition,
    EditionError,
    Issue,
    Panel,
    Severity,
    Text,
    Units,
    Where,
)
from chengshu.workflow.cache import Cache
from chengshu.workflow.folders import edition_hash, readable_files, shipped_editions
from chengshu.workflow.sources import Yields, code_list, find_sources, read_sources

_PLACE = ("lon", "lat")


def load_edition(folder: Path, cache: Cache) -> Edition:
    """The edition in a folder. Raises `EditionError` with every problem of definition, sources and data at once."""
    definition = _read_definition(folder)
    framework = definition.framework
    issues = [*definition.issues, *_unknown_companions(definition)]
    found, problems = find_sources(definition)
    codes, more = code_list(framework)
    issues += [*problems, *more]
    yields = read_sources(found, framework.codes_year, cache)
    units, problems = read_units(folder, codes, _yielded_units(yields), _places(yields))
    issues += problems
    vocabulary = Vocabulary(units.codes if units else None, framework.columns, framework.indicators, codes)
    issues += _unknown_groups(definition, units) if units else []
    files, problems = readable_files(folder)
    issues += problems
    if units is None or _has_errors(issues):
        raise EditionError(dict.fromkeys([*issues, *read_observations(folder, vocabulary)[1]]))
    digest = edition_hash({**files, **{f"source:{name}": sha for name, sha in found.digests.items()}})
    panel = cache.panel(digest, "panel", lambda: _panel(folder, vocabulary, yields, issues))
    scenarios, problems = _scenarios(folder, definition, vocabulary, panel)
    issues += [*panel.issues, *problems]
    if _has_errors(issues):
        raise EditionError(issues)
    extracts = {use.id: extract for use, extract in yields}
    return Edition(definition, units, panel, digest, files, scenarios, extracts, tuple(issues))


def _read_definition(folder: Path) -> Definition:
    """The definition; where it is wrong, what can be said of units and observations without it is said too."""
    try:
        return read_definition(folder)
    except EditionError as error:
        units, issues = (
            read_units(folder, CodeList(), None, {}) if (folder / "units.csv").exists() else (None, [])
        )
        vocabulary = Vocabulary(units.codes if units else None)
        raise EditionError([*error.issues, *issues, *read_observations(folder, vocabulary)[1]]) from error


def _panel(folder: Path, vocabulary: Vocabulary, yields: Yields, before: Sequence[Issue]) -> Panel:
    panel, issues = read_panel(folder, vocabulary, yields)
    if _has_errors(issues):
        raise EditionError([*before, *issues])
    return panel


def _scenarios(
    folder: Path, definition: Definition, vocabulary: Vocabulary, base: Panel
) -> tuple[Mapping[str, Panel], list[Issue]]:
    panels: dict[str, Panel] = {}
    issues: list[Issue] = []
    for scenario in definition.framework.scenarios:
        panels[scenario.id], problems = read_scenario(folder, scenario.id, vocabulary, base)
        issues += problems
    return panels, issues


def _yielded_units(yields: Yields) -> Units | None:
    return next(
        (extract.yielded_units for use, extract in yields if use.units and extract.yielded_units), None
    )


def _places(yields: Yields) -> Mapping[str, Mapping[str, float]]:
    """Longitude and latitude by code, from the source that has both."""
    for _, extract in yields:
        if set(_PLACE) <= set(extract.fields):
            at = [extract.fields.index(name) for name in _PLACE]
            rows = zip(extract.units, extract.values[:, at].tolist(), strict=True)
            return {
                code: {"lon": lon, "lat": lat} for code, (lon, lat) in rows if isfinite(lon) and isfinite(lat)
            }
    return {}


def _unknown_groups(definition: Definition, units: Units) -> list[Issue]:
    """Grouping columns that an imputation asks for and units.csv does not have."""
    asked = {
        item.impute.by: item.id for item in definition.framework.indicators if item.impute and item.impute.by
    }
    there = "、".join(units.group_columns), ", ".join(units.group_columns)
    return [
        Issue(
            "unknown_group",
            Severity.ERROR,
            Where("edition.yaml", None, f"indicators.{indicator}.impute.by"),
            expected=Text(f"units.csv中的分组列：{there[0]}", f"a grouping column of units.csv: {there[1]}")
            if units.group_columns
            else Text("units.csv中的分组列", "a grouping column of units.csv"),
            found=Text(f"“{column}”", repr(column)),
            remedy=Text(
                "请改正列名，或在units.csv中补上该列。", "Correct the name, or add the column to units.csv."
            ),
        )
        for column, indicator in asked.items()
        if column not in units.group_columns
    ]


def _unknown_companions(definition: Definition) -> Iterable[Issue]:
    shipped = shipped_editions()
    for companion in definition.framework.companions:
        if companion not in shipped:
            there = ", ".join(shipped)
            yield Issue(
                "unknown_companion",
                Severity.ERROR,
                Where("edition.yaml", None, f"companions.{companion}"),
                expected=Text(
                    f"随程序提供的版本：{there}", f"an edition that ships with the program: {there}"
                ),
                found=Text(f"“{companion}”", repr(companion)),
                remedy=Text("请改正编号，或删去。", "Correct the id or remove it."),
            )


def _has_errors(issues: Iterable[Issue]) -> bool:
    return any(issue.severity is Severity.ERROR for issue in issues)
