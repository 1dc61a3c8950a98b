"""Tables: one transaction, rows that can be asked for, the least used first to go."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import duckdb
import numpy as np
import pytest

from chengshu.model import Scores
from chengshu.store import tables
from chengshu.store.records import Record
from chengshu.store.tables import Connection


@pytest.fixture
def connection() -> Iterator[Connection]:
    with duckdb.connect() as opened:
        assert tables.prepare(opened)
        yield opened


def record(size: int) -> Record:
    return Record("{}", (np.zeros(size - 2, dtype=np.int8),))


def kept(connection: Connection) -> list[tuple[Any, ...]]:
    return connection.execute("SELECT key FROM entry ORDER BY key").fetchall()


def test_prepare_knows_its_own_tables_alone(connection: Connection) -> None:
    assert tables.prepare(connection)
    connection.execute("UPDATE setting SET schema = schema + 1")
    assert not tables.prepare(connection)
    with duckdb.connect() as other:
        other.execute("CREATE TABLE sales (year INTEGER)")
        assert not tables.prepare(other)


def test_a_transaction_is_whole_or_nothing(connection: Connection) -> None:
    with tables.transaction(connection):
        tables.write(connection, "Panel", "a", record(10))
    with pytest.raises(KeyboardInterrupt), tables.transaction(connection):
        tables.write(connection, "Panel", "a", record(20))
        tables.write(connection, "Panel", "b", record(20))
        raise KeyboardInterrupt
    found = tables.read(connection, "Panel", "a")
    assert found is not None
    assert found.size == 10
    assert kept(connection) == [("a",)]


def test_a_record_is_kept_once_for_each_kind_and_key(connection: Connection) -> None:
    for kind, size in (("Panel", 10), ("Scores", 11), ("Panel", 12)):
        tables.write(connection, kind, "a", record(size))
    sizes = {kind: tables.read(connection, kind, "a") for kind in ("Panel", "Scores", "Extract")}
    assert {kind: found and found.size for kind, found in sizes.items()} == {
        "Panel": 12,
        "Scores": 11,
        "Extract": None,
    }
    assert connection.execute("SELECT count(*) FROM piece").fetchall() == [(2,)]


def test_arrays_that_come_back_can_be_written(connection: Connection) -> None:
    tables.write(connection, "Panel", "a", record(10))
    found = tables.read(connection, "Panel", "a")
    assert found is not None
    found.arrays[0][0] = 1


def test_a_record_of_another_layout_is_not_read(connection: Connection) -> None:
    tables.write(connection, "Panel", "a", record(10))
    connection.execute("UPDATE entry SET layout = 'former'")
    assert tables.read(connection, "Panel", "a") is None


def test_the_least_recently_used_give_way(connection: Connection) -> None:
    for key in "abcd":
        tables.write(connection, "Panel", key, record(10))
    tables.read(connection, "Panel", "a")
    tables.evict(connection, 40)
    assert kept(connection) == [("a",), ("b",), ("c",), ("d",)]
    tables.evict(connection, 29)
    assert kept(connection) == [("a",), ("d",)]
    assert connection.execute("SELECT DISTINCT key FROM piece ORDER BY key").fetchall() == [("a",), ("d",)]


def test_scores_above_the_indicators_are_rows(connection: Connection, awkward_scores: Scores) -> None:
    scores = replace(awkward_scores, values=np.arange(24.0).reshape(2, 3, 4), ranks=np.full((2, 3, 4), 1.0))
    scores.values[1, 2, 1] = np.nan
    tables.write_scores(connection, "k", scores)
    rows = connection.execute(
        "SELECT unit, node, level, score, rank, status FROM score WHERE key = 'k' AND period = '2023' ORDER BY ALL"
    ).fetchall()
    # By hand: value = 12 period + 4 unit + node, status = value modulo 4.
    assert rows == [
        ("110000", "infrastructure", 1, 13.0, 1.0, "observed"),
        ("110000", "total", 2, 12.0, 1.0, "missing"),
        ("310000", "infrastructure", 1, 17.0, 1.0, "observed"),
        ("310000", "total", 2, 16.0, 1.0, "missing"),
        ("S-041", "infrastructure", 1, None, 1.0, "observed"),
        ("S-041", "total", 2, 20.0, 1.0, "missing"),
    ]
    outside = "SELECT count(*) FROM score WHERE period = '2022' AND unit = '310000'"
    assert connection.execute(outside).fetchall() == [(0,)]


def test_rows_of_scores_go_with_their_record(
    connection: Connection, awkward_scores: Scores, bits: Callable[[object], Any]
) -> None:
    for key in ("a", "b"):
        tables.write(connection, "Scores", key, record(10))
        tables.write_scores(connection, key, awkward_scores)
    tables.delete(connection, "Panel", "a")
    tables.delete(connection, "Scores", "b")
    assert connection.execute("SELECT DISTINCT key FROM score").fetchall() == [("a",)]


def test_scores_without_units_have_no_rows(connection: Connection, awkward_scores: Scores) -> None:
    tables.write_scores(connection, "k", replace(awkward_scores, sample=np.zeros((2, 3), dtype=np.bool_)))
    assert connection.execute("SELECT count(*) FROM score").fetchall() == [(0,)]
