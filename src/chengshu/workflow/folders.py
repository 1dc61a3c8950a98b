"""Which folder an edition is in, and what its files are."""

import hashlib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from chengshu.model import CallError, Issue, Severity, Text, Where

_NAMES = (
    "edition.yaml",
    "units.csv",
    "observations.csv",
    "observations.parquet",
    "samples.csv",
    "sources.yaml",
    "clusters.yaml",
    "cases.yaml",
    "published.yaml",
    "flywheel.yaml",
)
_FOLDERS = {"observations": (".csv", ".parquet"), "scenarios": (".csv",)}


def shipped_editions() -> Mapping[str, Path]:
    """The editions that come with the program, by id.

    Examples
    --------
    >>> "open-registry" in shipped_editions()
    True
    """
    root = Path(str(files("chengshu"))) / "editions"
    folders = (path for path in sorted(root.iterdir()) if not path.name.startswith("_"))
    return {path.name: path for path in folders if (path / "edition.yaml").is_file()}


def find_edition(name: str) -> Path:
    """The folder that a command's DIR means: a path where it looks like one or is one, else a shipped edition."""
    path = Path(name)
    if path.is_dir():
        return path.resolve()
    shipped = shipped_editions()
    if name in shipped:
        return shipped[name]
    there = ", ".join(shipped)
    looks_like_path = "/" in name or "\\" in name
    found = Text(f"没有文件夹“{name}”", f"no folder {name!r}")
    raise CallError(
        [
            Issue(
                "no_such_edition",
                Severity.ERROR,
                value=name,
                expected=Text("一个版本文件夹", "an edition folder")
                if looks_like_path
                else Text(
                    f"一个版本文件夹，或随程序提供的版本：{there}", f"an edition folder, or one of {there}"
                ),
                found=found,
                remedy=Text(
                    "请核对名称，或用“chengshu init DIR”新建。",
                    "Check the name, or run 'chengshu init DIR'.",
                ),
            )
        ]
    )


def edition_files(folder: Path) -> Mapping[str, str]:
    """The sha256 of every file of the folder that belongs to the edition, by its name inside the folder."""
    paths = [folder / name for name in _NAMES]
    for below, suffixes in _FOLDERS.items():
        if (folder / below).is_dir():
            paths += [path for path in sorted((folder / below).iterdir()) if path.suffix in suffixes]
    return {path.relative_to(folder).as_posix(): _sha256(path) for path in paths if path.is_file()}


def readable_files(folder: Path) -> tuple[Mapping[str, str], list[Issue]]:
    """The same as `edition_files`, or no file and an issue where one cannot be read."""
    try:
        return edition_files(folder), []
    except OSError as fault:
        issue = Issue(
            "unreadable_file",
            Severity.ERROR,
            Where(Path(str(fault.filename)).name),
            expected=Text("可读的文件", "a file that can be read"),
            found=Text(str(fault.strerror), str(fault.strerror)),
            remedy=Text("请检查文件权限。", "Check the permissions of the file."),
        )
        return {}, [issue]


def edition_hash(digests: Mapping[str, str]) -> str:
    """The sha256 over names and digests, the same for the same content wherever it lies.

    Examples
    --------
    >>> edition_hash({"a": "1", "b": "2"}) == edition_hash({"b": "2", "a": "1"})
    True
    """
    lines = "".join(f"{name}\t{digest}\n" for name, digest in sorted(digests.items()))
    return hashlib.sha256(lines.encode()).hexdigest()


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
