"""The tables of the store and all its statements."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import duckdb
import numpy as np

from chengshu.model import Scores, Status
from chengshu.store.records import Record, layout

Connection = duckdb.DuckDBPyConnection

# One more whenever a table below changes its columns or their meaning.
_SCHEMA = 1
_CREATE = """
CREATE TABLE setting (schema INTEGER);
CREATE TABLE entry (
    kind VARCHAR, key VARCHAR, layout VARCHAR, text VARCHAR, bytes BIGINT, used BIGINT);
CREATE TABLE piece (
    kind VARCHAR, key VARCHAR, place INTEGER, dtype VARCHAR, shape BIGINT[], data BLOB);
CREATE TABLE score (
    key VARCHAR, unit VARCHAR, period VARCHAR, node VARCHAR, level INTEGER,
    score DOUBLE, rank DOUBLE, status VARCHAR, estimated_share DOUBLE);
"""


def prepare(connection: Connection) -> bool:
    """Whether the file has the tables of this version; an empty one is given them."""
    names = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not names:
        with transaction(connection):
            connection.execute(_CREATE)
            connection.execute("INSERT INTO setting VALUES (?)", [_SCHEMA])
        return True
    if "setting" not in names:
        return False
    return connection.execute("FROM setting").fetchall() == [(_SCHEMA,)]


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All statements inside are written, or none."""
    connection.begin()
    try:
        yield
    except BaseException:
        with suppress(duckdb.Error):
            connection.rollback()
        raise
    connection.commit()


def read(connection: Connection, kind: str, key: str) -> Record | None:
    """The record of that kind and key, now the most recently used; None where there is none."""
    named = [kind, key]
    found = connection.execute("SELECT layout, text FROM entry WHERE kind = ? AND key = ?", named).fetchone()
    if found is None or found[0] != layout():
        return None
    pieces = connection.execute(
        "SELECT dtype, shape, data FROM piece WHERE kind = ? AND key = ? ORDER BY place", named
    ).fetchall()
    connection.execute(
        "UPDATE entry SET used = (SELECT max(used) + 1 FROM entry) WHERE kind = ? AND key = ?", named
    )
    # A bytearray is writable, as the arrays were that the record was made from.
    arrays = (np.frombuffer(bytearray(data), dtype).reshape(shape) for dtype, shape, data in pieces)
    return Record(found[1], tuple(arrays))


def write(connection: Connection, kind: str, key: str, record: Record) -> None:
    """Put a record in the place of the former one of that kind and key."""
    delete(connection, kind, key)
    for place, array in enumerate(record.arrays):
        row = [kind, key, place, array.dtype.str, list(array.shape), array.tobytes()]
        connection.execute("INSERT INTO piece VALUES (?, ?, ?, ?, ?, ?)", row)
    connection.execute(
        "INSERT INTO entry SELECT ?, ?, ?, ?, ?, coalesce(max(used), 0) + 1 FROM entry",
        [kind, key, layout(), record.text, record.size],
    )


def write_scores(connection: Connection, key: str, scores: Scores) -> None:
    """Put the scores above the indicators as rows, one for each unit of a period's sample."""
    above = np.flatnonzero(np.array(scores.levels, dtype=np.int64) > 0)
    period, unit, place = np.nonzero(
        np.broadcast_to(scores.sample[..., None], (*scores.sample.shape, len(above)))
    )
    node = above[place]
    cells = (period, unit, node)
    labels = np.array([status.label for status in Status], dtype=object)
    rows = {
        "unit": np.array(scores.units, dtype=object)[unit],
        "period": np.array(scores.periods, dtype=object)[period],
        "node": np.array(scores.nodes, dtype=object)[node],
        "level": np.array(scores.levels, dtype=np.int64)[node],
        "score": scores.values[cells],
        "rank": scores.ranks[cells],
        "status": labels[scores.status[cells]],
        "estimated_share": scores.estimated_share[cells],
    }
    connection.register("rows_of_scores", rows)
    connection.execute("INSERT INTO score BY NAME SELECT ? AS key, * FROM rows_of_scores", [key])
    connection.unregister("rows_of_scores")


def delete(connection: Connection, kind: str, key: str) -> None:
    """Remove a record and its rows."""
    connection.execute("DELETE FROM entry WHERE kind = ? AND key = ?", [kind, key])
    connection.execute("DELETE FROM piece WHERE kind = ? AND key = ?", [kind, key])
    if kind == Scores.__name__:
        connection.execute("DELETE FROM score WHERE key = ?", [key])


def evict(connection: Connection, limit: int) -> None:
    """Remove the least recently used records until `limit` bytes hold the rest."""
    surplus = connection.execute(
        "SELECT kind, key FROM entry QUALIFY sum(bytes) OVER (ORDER BY used DESC) > ?", [limit]
    ).fetchall()
    for kind, key in surplus:
        delete(connection, kind, key)
