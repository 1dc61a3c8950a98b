import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

from chengshu.model import Status
from chengshu.publish import write_data


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.csv")}


def test_an_edition_with_scores_has_all_files(factory: Any, tmp_path: Path) -> None:
    made = factory.sample(4)
    write_data(made.edition, made.scores, tmp_path / "data")
    assert names(tmp_path / "data") == {
        "scores.csv",
        "weights.csv",
        "tiers.csv",
        "tier_units.csv",
        "issues.csv",
        "context.csv",
        "observations.csv",
        "unplaced.csv",
        "steps.csv",
        "steps/01_transform.csv",
        "steps/02_normalise.csv",
    }


def test_an_edition_without_index_has_no_scores(factory: Any, tmp_path: Path) -> None:
    made = factory.sample(2)
    bare = factory.change(factory.sample(2), tiers=None)
    write_data(replace(bare.edition, extracts={}), None, tmp_path)
    assert names(tmp_path) == {"issues.csv", "context.csv", "observations.csv"}
    write_data(bare.edition, replace(bare.scores, steps=()), tmp_path / "untiered")
    assert "tiers.csv" not in names(tmp_path / "untiered")
    assert made.scores.tiers is not None


def test_every_file_of_an_illustrative_edition_is_named_so(factory: Any, tmp_path: Path) -> None:
    made = factory.sample(2, status=Status.ILLUSTRATIVE)
    write_data(made.edition, made.scores, tmp_path)
    assert all(name.endswith(".illustrative.csv") for name in names(tmp_path))


def test_withheld_units_are_in_no_row_of_any_file(factory: Any, tmp_path: Path) -> None:
    made = factory.change(factory.sample(4, ("2019", "2020")), aggregates_only=("2019",))
    write_data(made.edition, made.scores, tmp_path)
    for path in tmp_path.rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.reader(lines):
                assert not ("2019" in row and any(cell.startswith("S-0") for cell in row)), path.name


def test_hostile_text_becomes_no_formula_in_any_file(factory: Any, tmp_path: Path) -> None:
    made = factory.hostile(factory.sample(5))
    write_data(made.edition, made.scores, tmp_path)
    for path in tmp_path.rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.reader(lines):
                for cell in row:
                    assert cell[:1] not in {"=", "+", "@", "\t", "\r"}, (path.name, cell[:40])
    with (tmp_path / "tiers.csv").open(encoding="utf-8", newline="") as lines:
        read = {row["name_zh"] for row in csv.DictReader(lines)}
    kept = set(factory.hostile_words) - {factory.hostile_words[1]} | {"'" + factory.hostile_words[1]}
    assert read == kept
