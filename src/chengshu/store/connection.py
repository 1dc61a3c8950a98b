"""The one connection to the store's file: its lock, its layout, its health."""

import time
from datetime import UTC, datetime
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from chengshu.model import Issue, StoreError, StoreLockedError, Text
from chengshu.store import faults, tables
from chengshu.store.faults import Fault

_PAUSE = 0.05
_PATIENCE = 1.0
# DuckDB would otherwise look on the network for a reader of a file that it does not know.
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
_OTHER_LAYOUT = Text("其他版本或其他用途的数据库", "a database of another version or for another purpose")

Opened = tuple[duckdb.DuckDBPyConnection, tuple[Issue, ...]]


def connect(path: Path, wait: float) -> Opened:
    """A connection that holds the file's lock, and an issue if the file had to be begun anew.

    Tries for `wait` seconds, at least once. Openings are taken one after another under
    ``<path>.lock``, so that no process sets aside a file that another is just beginning.

    Errors
    ------
    StoreLockedError if another process holds the file for all that time, StoreError if the folder
    cannot be written.
    """
    deadline = time.monotonic() + wait
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        while True:
            try:
                with _opening(path, deadline):
                    return _sound(path)
            except (Timeout, duckdb.Error) as error:
                if time.monotonic() >= deadline:
                    raise StoreLockedError([faults.locked(path, wait, str(error))]) from error
            time.sleep(_PAUSE)
    except OSError as error:
        raise StoreError([faults.unusable(path, error)]) from error


def renew(path: Path, reason: duckdb.Error) -> Opened:
    """A connection to a new file in place of one that turned out to be damaged."""
    try:
        with _opening(path, time.monotonic() + _PATIENCE):
            return _anew(path, faults.quoted(reason))
    except OSError as error:
        raise StoreError([faults.unusable(path, error)]) from error


def _opening(path: Path, deadline: float) -> FileLock:
    return FileLock(f"{path}.lock", timeout=max(0.0, deadline - time.monotonic()))


def _sound(path: Path) -> Opened:
    """A connection to the file as it is or, if it is damaged or not a store, to a new one.

    The error that another process holds the file is let through.
    """
    try:
        connection = duckdb.connect(path, config=_SETTINGS)
    except duckdb.Error as error:
        return _anew(path, _damage(path, error))
    try:
        if tables.prepare(connection):
            return connection, ()
        reason = _OTHER_LAYOUT
    except duckdb.Error as error:
        reason = _damage(path, error)
    connection.close()
    return _anew(path, reason)


def _damage(path: Path, error: duckdb.Error) -> Text:
    fault = faults.fault_of(error)
    if fault is Fault.LOCKED:
        raise error
    if fault is Fault.SURROUNDINGS:
        raise StoreError([faults.unusable(path, error)]) from error
    return faults.quoted(error)


def _anew(path: Path, reason: Text) -> Opened:
    """A connection to a new file; the former one is renamed, and those renamed before it removed."""
    for former in path.parent.glob(f"{path.name}.broken-*"):
        former.unlink()
    kept = path.with_name(f"{path.name}.broken-{datetime.now(UTC):%Y%m%dT%H%M%S}")
    log = path.with_name(f"{path.name}.wal")
    # The log goes first: a new file must never be given the log of the former one.
    if log.exists():
        log.rename(kept.with_name(f"{kept.name}.wal"))
    path.rename(kept)
    try:
        connection = duckdb.connect(path, config=_SETTINGS)
        tables.prepare(connection)
    except duckdb.Error as error:
        raise StoreError([faults.unusable(path, error)]) from error
    return connection, (faults.set_aside(path, kept, reason),)
