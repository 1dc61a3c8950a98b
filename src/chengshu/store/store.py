"""The store: what was computed once, kept by what it was computed from."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from chengshu.model import Extract, Issue, Panel, Scores, StoreError
from chengshu.store.place import size_limit
from chengshu.store.records import from_record, to_record

if TYPE_CHECKING:
    import duckdb

_Noun = TypeVar("_Noun", Panel, Scores, Extract)

# DuckDB writes a new state beside the old one, so the file may be twice what it holds.
_FILE_TO_CONTENT = 2


def open_store(path: Path, wait: float = 5.0) -> Store:
    """The store in the file `path`, which this process alone holds until it is closed.

    A context manager. A file that is damaged, of another version or not a store at all is renamed
    and a new one begun, which `Store.issues` says. Nothing of DuckDB is loaded before this call.

    Parameters
    ----------
    path
        The file, which is made where it does not exist, with its folder.
    wait
        Seconds for which it is tried to get the file's lock.

    Errors
    ------
    StoreLockedError if another process holds the file, StoreError if the folder cannot be written;
    the caller goes on without the store and shows the issues. CallError if ``CHENGSHU_CACHE_LIMIT``
    is not a positive number.

    Examples
    --------
    >>> import tempfile
    >>> folder = tempfile.TemporaryDirectory()
    >>> with open_store(Path(folder.name) / "store.duckdb") as store:
    ...     store.get_scores("no such key") is None
    True
    >>> folder.cleanup()
    """
    from chengshu.store.connection import connect

    limit = size_limit()
    path = path.absolute()
    connection, issues = connect(path, wait)
    return Store(path, connection, limit, issues)


class Store:
    """An open store.

    What is got equals what was put in every bit, and its arrays belong to the caller. A put is one
    transaction: a process that dies in it leaves the former content. The least recently used
    results give way when the file would pass its limit.
    """

    def __init__(
        self, path: Path, connection: duckdb.DuckDBPyConnection, limit: int, issues: tuple[Issue, ...]
    ) -> None:
        self.path = path
        self.issues = issues
        self._connection = connection
        self._limit = limit // _FILE_TO_CONTENT

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def get_scores(self, key: str) -> Scores | None:
        """The scores kept under `key`, None where there are none."""
        return self._get(Scores, key)

    def put_scores(self, key: str, scores: Scores) -> None:
        """Keep scores under `key`; those of nodes above indicators are also rows of table ``score``."""
        self._put(key, scores)

    def get_panel(self, key: str) -> Panel | None:
        """The panel kept under `key`, None where there is none."""
        return self._get(Panel, key)

    def put_panel(self, key: str, panel: Panel) -> None:
        """Keep a panel under `key`."""
        self._put(key, panel)

    def get_extract(self, key: str) -> Extract | None:
        """The extract kept under `key`, None where there is none."""
        return self._get(Extract, key)

    def put_extract(self, key: str, extract: Extract) -> None:
        """Keep an extract under `key`."""
        self._put(key, extract)

    def _get(self, kind: type[_Noun], key: str) -> _Noun | None:
        import duckdb

        from chengshu.store import tables

        try:
            record = tables.read(self._connection, kind.__name__, key)
        except duckdb.Error as error:
            self._recover(error)
            return None
        noun = None if record is None else from_record(record)
        return noun if isinstance(noun, kind) else None

    def _put(self, key: str, noun: Panel | Scores | Extract) -> None:
        import duckdb

        from chengshu.store import faults, tables

        record = to_record(noun)
        if record.size > self._limit:
            self.issues += (faults.too_large(self.path, record.size, self._limit),)
            return
        try:
            with tables.transaction(self._connection):
                tables.write(self._connection, type(noun).__name__, key, record)
                if isinstance(noun, Scores):
                    tables.write_scores(self._connection, key, noun)
                tables.evict(self._connection, self._limit)
        except duckdb.Error as error:
            self._recover(error)

    def _recover(self, error: duckdb.Error) -> None:
        """Begin a new file if the present one is damaged, or raise a StoreError that says why not."""
        from chengshu.store import faults
        from chengshu.store.connection import renew

        if faults.fault_of(error) is not faults.Fault.DAMAGED:
            raise StoreError([faults.unusable(self.path, error)]) from error
        self._connection.close()
        self._connection, issues = renew(self.path, error)
        self.issues += issues
