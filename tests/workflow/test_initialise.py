"""A new edition can be checked and built as it is, and nothing is written over."""

from pathlib import Path

import pytest

from chengshu.model import CallError, Severity
from chengshu.workflow import check_edition, initialise_edition
from chengshu.workflow.folders import edition_files, find_edition


@pytest.mark.parametrize("like", [None, "open-registry"])
def test_a_new_edition_has_no_errors(tmp_path: Path, like: str | None) -> None:
    names = initialise_edition(tmp_path / "new", like)
    assert "edition.yaml" in names
    issues = check_edition(str(tmp_path / "new"))
    assert not [issue for issue in issues if issue.severity is Severity.ERROR]


def test_a_copy_is_a_copy(tmp_path: Path) -> None:
    initialise_edition(tmp_path / "new", "open-registry")
    assert edition_files(tmp_path / "new") == edition_files(find_edition("open-registry"))


def test_an_empty_folder_will_do_and_a_full_one_will_not(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    initialise_edition(tmp_path / "empty", None)
    before = edition_files(tmp_path / "empty")
    with pytest.raises(CallError, match="nothing was changed"):
        initialise_edition(tmp_path / "empty", None)
    assert edition_files(tmp_path / "empty") == before


def test_a_file_in_the_way_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(CallError):
        initialise_edition(tmp_path / "file", None)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"
