"""Complete trees under OUT, switched in one rename.

``OUT`` is a symlink into ``OUT.runs/``, where each run is a folder that is never changed once it has its name.
Beside it lies ``<run>.json``, its manifest: for what it was made, its place in the order of runs, its files.
"""

import errno
import hashlib
import itertools
import json
import os
import re
import secrets
import shlex
import shutil
import socket
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from chengshu.model import CallError, Issue, RunLockedError, Severity, Text, Where

_KEPT_BEFORE = 1
_NAMED_FILES = 5
_MANIFESTS = "[!.]*.json"
_RUN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_FULL = {errno.ENOSPC, errno.EDQUOT}
_UNWRITABLE = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST, errno.ENAMETOOLONG}

_OUTPUT = Text("尚不存在的路径，或本程序先前的输出", "a path that is free, or an earlier output")
_MOVE = Text("程序不会覆盖它；请移走，或换用其他 --out。", "It is kept; move it, or give another --out.")
_ROOM = Text("可写且空间足够的文件夹", "a folder that can be written and has room")
_MAKE_ROOM = Text(
    "原有输出仍然完整。请检查文件夹权限和磁盘剩余空间，或换用其他 --out。",
    "The former output is whole. Check the folder's permissions and free space, or give another --out.",
)
_ALONE = Text("没有其他进程正在写入的输出", "an output that no other process is writing")
_WAIT = Text("请待其结束后重试，或换用其他 --out。", "Wait for it to end, or give another --out.")
_UNCHANGED = Text("程序写出后未经改动的输出", "the output as the program wrote it")
_COPY = Text(
    "新的输出不含这些改动。该文件夹再保留一次运行，需要的文件请先复制出来。",
    "The new output is without them. The folder is kept for one more run; copy from it what you need.",
)


@dataclass(frozen=True, slots=True)
class RunIdentity:
    """By what a run is known: the edition's hash, and a hash of edition, program and options."""

    edition_hash: str
    run_id: str


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a command left: `path` is OUT, `folder` the run that it leads to.

    `carried` are the files taken over from the run before; `issues` say what was found changed in it.
    """

    path: Path
    folder: Path
    reused: bool
    carried: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    """A run as its manifest describes it, with the sha256 of its files; no files if it cannot be read."""

    folder: Path
    identity: RunIdentity = field(default_factory=lambda: RunIdentity("", ""))
    order: int = 0
    files: Mapping[str, str] = field(default_factory=dict)

    @property
    def manifest(self) -> Path:
        """The file beside the folder."""
        return self.folder.with_name(f"{self.folder.name}.json")


@dataclass(frozen=True, slots=True)
class _Place:
    """OUT, with real parents, and the folder of its runs."""

    out: Path
    runs: Path

    def current(self) -> Path | None:
        """The folder that OUT leads to."""
        return self.out.parent / self.out.readlink() if self.out.is_symlink() else None

    def temporary(self) -> Path:
        """A name that no other run has and that the next one sweeps away."""
        return self.runs / f".tmp-{secrets.token_hex(8)}"


@dataclass(frozen=True, slots=True)
class _Former:
    """The run that OUT leads to before the call, what is in it, and what of it is carried over."""

    run: _Run
    present: Mapping[str, str]
    carried: Mapping[str, str]


def write_run(
    out: Path, identity: RunIdentity, make: Callable[[Path], None], makes: Collection[str] | None = None
) -> RunResult:
    """The run under `out` that has this identity: made now, or found whole and used again.

    Nothing under `out` changes before the new run is complete and on disk; then one rename switches it.
    The run before is kept, older ones are removed.

    Parameters
    ----------
    out
        Where the output is seen. A symlink into ``<out>.runs`` is made there.
    identity
        What decides whether a run that is there can be used again.
    make
        Writes new files into the folder that it is given. If OUT leads to a run of the same edition, the files
        of that run outside `makes` are in the folder already, as hard links that must not be written to.
    makes
        The files and folders, relative to `out`, that `make` makes; None for all.

    Errors
    ------
    RunLockedError if another process writes the same `out`. CallError if something else is in the
    way there, or if the folder cannot be written or is full. ValueError if `make` wrote outside `makes`.

    Examples
    --------
    >>> import tempfile
    >>> folder = tempfile.TemporaryDirectory()
    >>> out = Path(folder.name) / "out"
    >>> def make(run: Path) -> None:
    ...     _ = (run / "index.html").write_text("城数", "utf-8")
    >>> [write_run(out, RunIdentity("ab12", "9f3c"), make).reused for _ in range(2)]
    [False, True]
    >>> (out / "index.html").read_text("utf-8")
    '城数'
    >>> folder.cleanup()
    """
    if not _RUN_ID.fullmatch(identity.run_id):
        raise ValueError(f"run_id: expected letters, digits, - and _, found {identity.run_id!r}")
    place = _place(out)
    with _told(place), _writer(place):
        _sweep(place)
        runs = _runs(place)
        former = _former(place, runs, identity, makes)
        wanted = _Run(place.runs, identity, 1 + max((run.order for run in runs), default=0))
        found = next((run for run in runs if _usable(run, identity, former, makes)), None)
        if found:
            run = replace(found, order=wanted.order)
            _write_manifest(place, run)
        else:
            run = _made(place, wanted, former, make, makes)
        _switch(place, run)
        _prune(place, run)
    return RunResult(
        place.out, run.folder, found is not None, tuple(former.carried), _left_behind(former, run)
    )


def _place(out: Path) -> _Place:
    """The real place of `out`, or a CallError that says what is in the way."""
    if out.name in ("", ".", ".."):
        raise CallError([_in_the_way(out, Text("没有名称的路径", "a path without a name"))])
    parent = out.parent.resolve()
    place = _Place(parent / out.name, parent / f"{out.name}.runs")
    if place.runs.is_symlink() or (place.runs.exists() and not place.runs.is_dir()):
        raise CallError([_in_the_way(place.runs, Text("已有的文件或链接", "a file or link"))])
    current = place.current()
    if current and current.parent != place.runs:
        found = Text(f"指向{place.out.readlink()}的链接", f"a link to {place.out.readlink()}")
        raise CallError([_in_the_way(place.out, found)])
    if not current and place.out.exists():
        raise CallError([_in_the_way(place.out, Text("已有的文件或文件夹", "a file or folder"))])
    return place


@contextmanager
def _told(place: _Place) -> Iterator[None]:
    """A folder that is full or may not be written becomes a CallError; other errors pass."""
    try:
        yield
    except OSError as error:
        named = Path(str(error.filename or ""))
        ours = named.is_relative_to(place.runs) or place.out.is_relative_to(named)
        if error.errno not in _FULL and not (ours and error.errno in _UNWRITABLE):
            raise
        found = Text(f"“{error.strerror}”", f"'{error.strerror}'")
        raise CallError([_issue("output_unwritable", place.out, _ROOM, found, _MAKE_ROOM)]) from error


@contextmanager
def _writer(place: _Place) -> Iterator[None]:
    """The lock of the one process that writes runs, with its name in a file beside the lock."""
    place.runs.mkdir(parents=True, exist_ok=True)
    name = place.runs / ".writer"
    lock = FileLock(place.runs / ".lock", timeout=0.2)  # by then its holder has written its name
    try:
        lock.acquire()
    except Timeout as error:
        raise RunLockedError([_issue("output_locked", place.out, _ALONE, _holder(name), _WAIT)]) from error
    try:
        holder = {"process": os.getpid(), "host": socket.gethostname(), "command": shlex.join(sys.orig_argv)}
        _write_text(place, name, json.dumps(holder))
        yield
    finally:
        name.unlink(missing_ok=True)
        lock.release()


def _sweep(place: _Place) -> None:
    """Remove what a run that was killed has left."""
    for path in place.runs.glob(".tmp-*"):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    for manifest in place.runs.glob(_MANIFESTS):
        if not manifest.with_suffix("").is_dir():
            manifest.unlink()


def _runs(place: _Place) -> tuple[_Run, ...]:
    """The runs that are there, the latest first."""
    runs = [_read_manifest(manifest) for manifest in place.runs.glob(_MANIFESTS)]
    return tuple(sorted(runs, key=lambda run: run.order, reverse=True))


def _read_manifest(manifest: Path) -> _Run:
    folder = manifest.with_suffix("")
    try:
        said = json.loads(manifest.read_text("utf-8"))
        files = {str(path): str(digest) for path, digest in said["sha256"].items()}
        return _Run(folder, RunIdentity(str(said["edition"]), str(said["run"])), int(said["order"]), files)
    except (ValueError, KeyError, TypeError, AttributeError):
        return _Run(folder)


def _write_manifest(place: _Place, run: _Run) -> None:
    identity = {"edition": run.identity.edition_hash, "run": run.identity.run_id, "order": run.order}
    _write_text(
        place, run.manifest, json.dumps(identity | {"sha256": run.files}, ensure_ascii=False, indent=1)
    )


def _former(
    place: _Place, runs: tuple[_Run, ...], identity: RunIdentity, makes: Collection[str] | None
) -> _Former:
    """The run that OUT leads to, and those of its files that a new one of the same edition takes over."""
    run = next((run for run in runs if run.folder == place.current()), _Run(place.runs))
    present = _inventory(run.folder) if run.files else {}
    unchanged = dict(sorted(run.files.items() & present.items()))
    same_edition = run.identity.edition_hash == identity.edition_hash
    return _Former(run, present, _outside(unchanged, makes) if same_edition else {})


def _usable(run: _Run, identity: RunIdentity, former: _Former, makes: Collection[str] | None) -> bool:
    """Whether a run is the wanted one, whole, and carries what a new one would carry."""
    same_edition = former.run.identity.edition_hash == identity.edition_hash
    if run.identity != identity or (same_edition and _outside(run.files, makes) != former.carried):
        return False
    present = former.present if run == former.run else _inventory(run.folder)
    return bool(run.files) and run.files.items() <= present.items()


def _outside(files: Mapping[str, str], makes: Collection[str] | None) -> dict[str, str]:
    """The files that are neither in `makes` nor below it; none if everything is made."""
    parts = ("",) if makes is None else makes
    made = {path for path in files for part in parts if PurePosixPath(path).is_relative_to(part)}
    return {path: digest for path, digest in files.items() if path not in made}


def _made(
    place: _Place, run: _Run, former: _Former, make: Callable[[Path], None], makes: Collection[str] | None
) -> _Run:
    """The new run, complete and on disk under its name, not yet seen under OUT."""
    folder = place.temporary()
    folder.mkdir()
    try:
        for path in former.carried:
            _link(former.run.folder / path, folder / path)
        make(folder)
        files = _inventory(folder)
        strayed = _outside(files, makes).items() ^ former.carried.items()
        if strayed:
            raise ValueError(f"make wrote outside {makes}: {sorted({path for path, _ in strayed})}")
        _sync(folder, files.keys() - former.carried.keys())
        run = replace(run, folder=_free(place, run.identity.run_id), files=files)
        _write_manifest(place, run)
        folder.rename(run.folder)
        _to_disk(place.runs)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return run


def _free(place: _Place, run_id: str) -> Path:
    """A name for a run; numbered where a damaged run has it, since no folder is ever replaced."""
    names = itertools.chain([run_id], (f"{run_id}.{number}" for number in itertools.count(2)))
    return next(place.runs / name for name in names if not (place.runs / name).exists())


def _link(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        target.hardlink_to(source)
    except OSError:  # not every file system has hard links
        shutil.copy2(source, target)


def _inventory(folder: Path) -> dict[str, str]:
    """The sha256 of every file below `folder`, by its path."""
    found = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        with path.open("rb") as content:
            found[path.relative_to(folder).as_posix()] = hashlib.file_digest(content, "sha256").hexdigest()
    return found


def _sync(folder: Path, files: Collection[str]) -> None:
    """Have these files and all folders on disk, the inner ones first."""
    for path in files:
        _to_disk(folder / path)
    for path, _, _ in os.walk(folder, topdown=False):
        _to_disk(Path(path))


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write_text(place: _Place, path: Path, text: str) -> None:
    """Write a file of ``OUT.runs`` that is there whole or not at all."""
    temporary = place.temporary()
    temporary.write_text(text, "utf-8")
    _to_disk(temporary)
    temporary.replace(path)


def _switch(place: _Place, run: _Run) -> None:
    """Let OUT lead to a run, by a link that still holds when the parent folder is moved."""
    if place.current() != run.folder:
        link = place.temporary()
        link.symlink_to(Path(place.runs.name) / run.folder.name)
        link.replace(place.out)
        _to_disk(place.out.parent)


def _prune(place: _Place, run: _Run) -> None:
    """Remove all runs but this one and the one before."""
    others = [other for other in _runs(place) if other.folder != run.folder]
    for other in others[_KEPT_BEFORE:]:
        folder = place.temporary()
        other.folder.rename(folder)
        other.manifest.unlink()
        shutil.rmtree(folder, ignore_errors=True)


def _issue(code: str, path: Path, expected: Text, found: Text, remedy: Text) -> Issue:
    severity = Severity.WARNING if code == "output_changed" else Severity.ERROR
    return Issue(code, severity, Where(str(path)), expected=expected, found=found, remedy=remedy)


def _in_the_way(path: Path, found: Text) -> Issue:
    return _issue("output_in_the_way", path, _OUTPUT, found, _MOVE)


def _holder(name: Path) -> Text:
    """The process that writes, as it named itself."""
    try:
        said = "{process} ({host}): {command}".format(**json.loads(name.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        said = ""
    return Text(f"正在写入的进程 {said}".rstrip(), f"it being written by process {said}".rstrip())


def _left_behind(former: _Former, run: _Run) -> tuple[Issue, ...]:
    """What somebody else changed in the run before, which this one is without."""
    changed = sorted({path for path, _ in former.run.files.items() ^ former.present.items()})
    if not changed or former.run.folder == run.folder:
        return ()
    named = ", ".join(changed[:_NAMED_FILES]) + (" …" if len(changed) > _NAMED_FILES else "")
    found = Text(
        f"{len(changed)}个文件有改动或增删：{named}", f"{len(changed)} files changed, new or gone: {named}"
    )
    return (_issue("output_changed", former.run.folder, _UNCHANGED, found, _COPY),)
