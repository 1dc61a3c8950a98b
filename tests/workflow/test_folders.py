"""An edition is found by path or by id, and its hash is that of what is in it."""

from pathlib import Path

import pytest

from chengshu.model import CallError
from chengshu.workflow.folders import (
    edition_files,
    edition_hash,
    find_edition,
    readable_files,
    shipped_editions,
)


def test_a_folder_comes_before_an_id(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small.parent)
    assert find_edition("small") == small.resolve()
    assert find_edition("./small") == small.resolve()
    assert find_edition("open-registry") == shipped_editions()["open-registry"]


@pytest.mark.parametrize("name", ["nowhere", "./nowhere", "_blank"])
def test_what_is_not_there_is_named(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CallError, match=f"found no folder '{name}'"):
        find_edition(name)


def test_only_files_of_the_edition_count(small: Path) -> None:
    before = edition_hash(edition_files(small))
    (small / "README.md").write_text("notes", encoding="utf-8")
    assert edition_hash(edition_files(small)) == before
    (small / "samples.csv").write_text("period,unit\n2020,a\n", encoding="utf-8")
    assert edition_hash(edition_files(small)) != before


def test_files_below_are_found(small: Path) -> None:
    (small / "scenarios").mkdir()
    (small / "scenarios" / "high.csv").write_text("x", encoding="utf-8")
    assert "scenarios/high.csv" in edition_files(small)


def test_a_file_that_cannot_be_read_is_named(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the refusal is played."""
    opened = Path.open

    def refuse(path: Path, *words: str, **options: str) -> object:
        if path.name == "units.csv":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *words, **options)

    monkeypatch.setattr(Path, "open", refuse)
    files, issues = readable_files(small)
    assert files == {}
    assert [issue.message("en") for issue in issues] == [
        "units.csv: expected a file that can be read, found Permission denied. Check the permissions of the file."
    ]
