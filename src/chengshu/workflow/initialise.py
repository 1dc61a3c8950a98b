"""A new edition folder."""

import shutil
from importlib.resources import files
from pathlib import Path

from chengshu.model import CallError, Issue, Severity, Text
from chengshu.workflow.folders import edition_files, find_edition


def initialise_edition(folder: Path, like: str | None) -> tuple[str, ...]:
    """The names of the files that now make up a new edition folder, blank or copied from another edition.

    Raises `CallError` where the folder already holds something.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CallError([_occupied(folder)])
    source = find_edition(like) if like else Path(str(files("chengshu"))) / "editions" / "_blank"
    names = tuple(edition_files(source))
    for name in names:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, target)
    return names


def _occupied(folder: Path) -> Issue:
    return Issue(
        "folder_in_the_way",
        Severity.ERROR,
        value=str(folder),
        expected=Text("一个新文件夹或空文件夹", "a new or empty folder"),
        found=Text(f"“{folder}”已有内容", f"{folder} with something in it"),
        remedy=Text("请另选文件夹；已有内容未被改动。", "Choose another folder; nothing was changed."),
    )
