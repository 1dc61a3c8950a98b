from collections.abc import Callable

import pytest

from chengshu.definition.checks import check_chapters
from chengshu.definition.places import Spot
from chengshu.model import Severity

ReadSpot = Callable[[str], Spot]

EDITION = """
id: me
index:
  id: total
  children: [{id: a, indicators: [{id: x, levels: {no: 0, yes: 1}}, {id: y}]}]
context: [{id: population}]
"""
CLUSTERS = "- {id: one, plan: plan-2020}\n- {id: two, plan: plan-2020}\n"
SOURCES = "- {id: cases, series: covid}\n"


@pytest.mark.parametrize(
    ("chapter", "wrong"),
    [
        ("regions: {clusters: plan-2020}", []),
        ("regions: {clusters: plan-2020, weight: population}", []),
        ("regions: {clusters: one, weight: x}", ["clusters", "weight"]),
        ("stages: {rows: a, columns: total}", []),
        ("stages: {rows: x, columns: b}", ["rows", "columns"]),
        ("epidemic: {series: covid, score: {edition: me, node: x}}", []),
        ("epidemic: {series: sars, score: {edition: me, node: z}}", ["series", "score.node"]),
        ("epidemic: {series: covid, score: {edition: another, node: z}}", []),
        ("adoption: {indicators: [x]}", []),
        ("adoption: {indicators: [y]}", ["indicators[1]"]),
        ("infrastructure: {node: c}", ["node"]),
    ],
)
def test_bindings_are_there(spot: ReadSpot, chapter: str, wrong: list[str]) -> None:
    edition = spot(f"{EDITION}chapters: {{{chapter}}}\n")
    issues = check_chapters(edition, spot(CLUSTERS), spot(SOURCES))
    name = chapter.partition(":")[0]
    errors = [issue.where.path for issue in issues if issue.severity is Severity.ERROR]
    assert errors == [f"chapters.{name}.{path}" for path in wrong]


def test_nothing_is_said_of_files_that_cannot_be_read(spot: ReadSpot) -> None:
    edition = spot(f"{EDITION}chapters: {{regions: {{clusters: p}}, epidemic: {{series: s}}}}\n")
    assert [issue.code for issue in check_chapters(edition, None, None)] == ["computed_later"]


def test_where_there_is_nothing_to_bind_it_is_said(spot: ReadSpot) -> None:
    edition = spot("id: a\nchapters: {stages: {rows: a}}\n")
    issue = next(check_chapters(edition, spot("- {}"), spot("- {}")))
    assert issue.remedy.en == "There is none yet; define it first."


def test_what_a_later_release_computes_is_a_note(spot: ReadSpot) -> None:
    edition = spot("id: a\nchapters: {tiers: , growth: }\nuncertainty: {draws: 10}\n")
    notes = list(check_chapters(edition, None, None))
    assert [(note.severity, note.where.line) for note in notes] == [(Severity.NOTE, 2), (Severity.NOTE, 3)]
    assert "tiers, growth" in notes[0].remedy.en
    assert list(check_chapters(spot("id: a\n"), None, None)) == []
