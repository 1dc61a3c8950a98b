from collections.abc import Callable
from pathlib import Path

from chengshu.definition.checks import check_files
from chengshu.definition.places import Spot
from chengshu.model import Severity

ReadSpot = Callable[[str], Spot]


def test_a_scenario_needs_its_file(spot: ReadSpot, tmp_path: Path) -> None:
    edition = spot("scenarios: [{id: low}, {id: high}]\n")
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "high.csv").touch()
    assert [(issue.code, issue.where.path) for issue in check_files(tmp_path, edition)] == [
        ("missing_file", "scenarios.low")
    ]


def test_a_file_that_nothing_reads_is_a_warning(spot: ReadSpot, tmp_path: Path) -> None:
    (tmp_path / "scenarios").mkdir()
    for name in (
        "source.yaml",
        "clusters.yml",
        "published.yaml",
        "notes.md",
        "zzz.yaml",
        "scenarios/low.csv",
    ):
        (tmp_path / name).touch()
    issues = list(check_files(tmp_path, spot("id: a\n")))
    assert all(issue.severity is Severity.WARNING for issue in issues)
    assert {issue.where.file: issue.remedy.en for issue in issues} == {
        "clusters.yml": "This file is not read. Did you mean clusters.yaml?",
        "source.yaml": "This file is not read. Did you mean sources.yaml?",
        "zzz.yaml": "This file is not read.",
        "scenarios/low.csv": "This file is not read; declare it under scenarios.",
    }
