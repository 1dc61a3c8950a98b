"""Which sources an edition names, whether they are here, and what they yield."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from chengshu.ingest import CodeList, city_code_list
from chengshu.ingest.sources import official_units, read_source, source_fields, source_files
from chengshu.model import (
    Definition,
    Extract,
    Framework,
    Issue,
    Severity,
    SourceError,
    SourceUse,
    Text,
    Where,
)
from chengshu.workflow.cache import Cache
from chengshu.workflow.folders import edition_hash

Yields = Sequence[tuple[SourceUse, Extract]]

FILE = "sources.yaml"


@dataclass(frozen=True)
class FoundSources:
    """The sources that are here, and the digest of each."""

    uses: tuple[SourceUse, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)


def find_sources(definition: Definition) -> tuple[FoundSources, list[Issue]]:
    """The sources that are here with what is wrong: one that the index needs is an error, another is left out."""
    uses: list[SourceUse] = []
    digests: dict[str, str] = {}
    issues = _year_missing(definition)
    for use in definition.sources:
        try:
            source_files(use)
        except SourceError as error:
            issues += (
                error.issues if use.purpose == "index" else [_left_out(use, issue) for issue in error.issues]
            )
            continue
        issues += _field_problems(use)
        uses.append(use)
        digests[use.id] = source_digest(use)
    return FoundSources(tuple(uses), digests), issues


def read_sources(found: FoundSources, year: int | None, cache: Cache) -> Yields:
    """What each source yields for the divisions of a year, from the store where it was read before."""
    return [(use, _extract(use, year, cache)) for use in found.uses] if year is not None else []


def code_list(framework: Framework) -> tuple[CodeList, list[Issue]]:
    """The official codes of the edition's year, empty where it does not ask for them."""
    year = framework.codes_year
    if year is None or framework.unit_kind != "city":
        return CodeList(year), []
    try:
        return city_code_list(year, frozenset(official_units(year).codes)), []
    except SourceError as error:
        return CodeList(year), list(error.issues)


def source_digest(use: SourceUse) -> str:
    """A hash of the files that a source is read from."""
    return edition_hash({**use.sha256, "source": use.source, "package": use.package or use.dataset})


def _extract(use: SourceUse, year: int, cache: Cache) -> Extract:
    content = f"{source_digest(use)}:{year}"
    return cache.extract(content, f"source {use.source}", lambda: read_source(use, year))


def _year_missing(definition: Definition) -> list[Issue]:
    """Records are placed by the divisions of a year: an edition that reads some must name it."""
    if not definition.sources or definition.framework.codes_year is not None:
        return []
    return [
        Issue(
            "codes_missing",
            Severity.ERROR,
            Where("edition.yaml", None, "codes"),
            expected=Text(
                "codes: gbt2260/YYYY（使用来源时必填）", "codes: gbt2260/YYYY, since the edition has sources"
            ),
            found=Text("没有codes", "no codes"),
            remedy=Text(
                "请写明行政区划年份，例如codes: gbt2260/2020。", "Name the year, as in codes: gbt2260/2020."
            ),
        )
    ]


def _left_out(use: SourceUse, issue: Issue) -> Issue:
    return Issue(
        "chapter_left_out",
        Severity.NOTE,
        issue.where,
        expected=issue.expected,
        found=issue.found,
        remedy=Text(
            f"章节“{use.purpose}”因此略去。{issue.remedy.zh}",
            f"The chapter {use.purpose!r} is left out. {issue.remedy.en}",
        ),
    )


def _field_problems(use: SourceUse) -> list[Issue]:
    """An unknown source, or fields that the source does not have."""
    try:
        there = source_fields(use.source)
    except SourceError as error:
        return list(error.issues)
    words = ", ".join(there)
    return [
        Issue(
            "unknown_field",
            Severity.ERROR,
            Where(FILE, use.line, f"{use.id}.values.{indicator}"),
            expected=Text(f"来源{use.source}的字段：{words}", f"a field of {use.source}: {words}"),
            found=Text(f"“{name}”", repr(name)),
            remedy=Text("请改正字段名。", "Correct the name of the field."),
        )
        for indicator, name in use.values.items()
        if name not in there
    ]
