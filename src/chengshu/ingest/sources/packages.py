"""Data files that ship inside installed packages: found by name, checked by version and sha256, never imported."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from chengshu.model import Issue, Severity, SourceError, SourceUse, Text, Where

FILE = "sources.yaml"


def source_files(use: SourceUse) -> Mapping[str, Path]:
    """The files that an entry of ``sources.yaml`` names, each by its name inside the package.

    Parameters
    ----------
    use
        Its `package` reads ``name==version``; its `sha256` names each file and the hash that it must have.

    Raises
    ------
    SourceError
        With every problem at once: the package is absent or of another version, a file is not in it or differs.
        The remedy names the command that installs the pinned release.

    Examples
    --------
    >>> source_files(SourceUse("segments", "number_segments", package="phone"))
    Traceback (most recent call last):
    chengshu.model.errors.SourceError: sources.yaml segments.package: expected name==version, found 'phone'. ...
    """
    name, _, version = use.package.partition("==")
    if not (name and version):
        raise SourceError([_unpinned(use)])
    if not use.sha256:
        raise SourceError([_without_files(use)])
    try:
        installed = distribution(name)
    except PackageNotFoundError:
        raise SourceError([_absent(use)]) from None
    issues = [] if installed.version == version else [_other_version(use, installed.version)]
    paths = _located(installed, use.sha256)
    issues += [_not_in_package(use, file) for file in use.sha256 if file not in paths]
    issues += [_different(use, file, found) for file, found in _differences(paths, use.sha256)]
    if issues:
        raise SourceError(issues)
    return paths


def single_file(use: SourceUse) -> Path:
    """The one file that a reader reads.

    Raises
    ------
    SourceError
        As `source_files` does, and where the entry names more files than one.
    """
    paths = source_files(use)
    if len(paths) != 1:
        raise SourceError([_several_files(use)])
    return next(iter(paths.values()))


def unreadable(path: Path, expected: Text, found: Text) -> SourceError:
    """The error for a file that is not what its reader knows."""
    remedy = Text(
        "文件格式与本程序所知的版本不同，请换用sources.yaml中锁定的版本。",
        "The file is not in the format that this reader knows; use the release that sources.yaml pins.",
    )
    return SourceError(
        [
            Issue(
                "source_format",
                Severity.ERROR,
                Where(path.name),
                expected=expected,
                found=found,
                remedy=remedy,
            )
        ]
    )


def _located(installed: Distribution, names: Iterable[str]) -> dict[str, Path]:
    listed = {str(file) for file in installed.files or ()}
    paths = {name: Path(str(installed.locate_file(name))) for name in names if name in listed}
    return {name: path for name, path in paths.items() if path.is_file()}


def _differences(paths: Mapping[str, Path], pinned: Mapping[str, str]) -> list[tuple[str, str]]:
    found = {name: sha256(path.read_bytes()).hexdigest() for name, path in paths.items()}
    return [(name, digest) for name, digest in found.items() if digest != pinned[name].lower()]


def _install(use: SourceUse) -> Text:
    command = f"pip install --no-deps {use.package}"
    return Text(
        f"请运行 {command}；在本项目的检出目录中也可运行 make install。",
        f"Run {command}, or make install in a checkout of this project.",
    )


def _reinstall(use: SourceUse) -> Text:
    command = f"pip install --no-deps --force-reinstall {use.package}"
    return Text(
        f"请运行 {command}；若确需换用新版本，请同时更新版本号与sha256。",
        f"Run {command}; if another release is meant, pin its version and sha256.",
    )


def _issue(use: SourceUse, code: str, key: str, *texts: Text) -> Issue:
    expected, found, remedy = texts
    where = Where(FILE, use.line, f"{use.id}.{key}")
    return Issue(code, Severity.ERROR, where, expected=expected, found=found, remedy=remedy)


def _unpinned(use: SourceUse) -> Issue:
    return _issue(
        use,
        "package_unpinned",
        "package",
        Text("包名==版本号", "name==version"),
        Text(f"“{use.package}”", repr(use.package)),
        Text("请写明版本，如 phone==0.4.5。", "Pin the release, as in phone==0.4.5."),
    )


def _without_files(use: SourceUse) -> Issue:
    return _issue(
        use,
        "source_without_files",
        "sha256",
        Text("至少一个文件及其sha256", "at least one file with its sha256"),
        Text("空白", "nothing"),
        Text("请写明所读文件及其sha256。", "Name the file that is read and its sha256."),
    )


def _several_files(use: SourceUse) -> Issue:
    return _issue(
        use,
        "source_with_several_files",
        "sha256",
        Text("一个文件", "one file"),
        Text("、".join(use.sha256), ", ".join(use.sha256)),
        Text("此来源只读一个文件，请删去其余。", "This source reads one file; remove the others."),
    )


def _absent(use: SourceUse) -> Issue:
    found = Text("未安装", "no such package installed")
    return _issue(use, "package_missing", "package", Text(use.package, use.package), found, _install(use))


def _other_version(use: SourceUse, version: str) -> Issue:
    found = Text(f"已安装的版本为{version}", f"release {version} installed")
    return _issue(use, "package_version", "package", Text(use.package, use.package), found, _reinstall(use))


def _not_in_package(use: SourceUse, file: str) -> Issue:
    expected = Text(f"{use.package}中的文件", f"a file of {use.package}")
    found = Text(f"包内没有“{file}”", f"no {file!r} in the package")
    return _issue(use, "source_file_missing", f"sha256.{file}", expected, found, _reinstall(use))


def _different(use: SourceUse, file: str, digest: str) -> Issue:
    expected = Text(f"sha256为{use.sha256[file]}", f"sha256 {use.sha256[file]}")
    return _issue(
        use, "source_file_differs", f"sha256.{file}", expected, Text(digest, digest), _reinstall(use)
    )
