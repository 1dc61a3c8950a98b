"""Faults of the store are told apart and told in both languages."""

from pathlib import Path

import duckdb
import pytest

from chengshu.model import Text
from chengshu.store import faults
from chengshu.store.faults import Fault, fault_of

LOCK = (
    'IO Error: Could not set lock on file "/c/store.duckdb": Conflicting lock is held in '
    "/usr/bin/python3.11 (PID 4242). See also https://duckdb.org/docs/current/connect/concurrency"
)


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (duckdb.IOException(LOCK), Fault.LOCKED),
        (duckdb.IOException('Cannot open file "a": Read-only file system'), Fault.SURROUNDINGS),
        (duckdb.TransactionException("Failed to commit: No space left on device"), Fault.SURROUNDINGS),
        (duckdb.TransactionException("Conflict on update!"), Fault.SURROUNDINGS),
        (duckdb.OutOfMemoryException("failed to allocate"), Fault.SURROUNDINGS),
        (duckdb.IOException('"a" exists, but it is not a valid DuckDB database file!'), Fault.DAMAGED),
        (duckdb.SerializationException("Failed to deserialize"), Fault.DAMAGED),
    ],
)
def test_faults_are_told_apart(error: duckdb.Error, fault: Fault) -> None:
    assert fault_of(error) is fault


def test_a_closed_connection_is_no_damage(tmp_path: Path) -> None:
    connection = duckdb.connect(tmp_path / "a.duckdb")
    connection.close()
    with pytest.raises(duckdb.Error) as error:
        connection.execute("SELECT 1")
    assert fault_of(error.value) is Fault.SURROUNDINGS


def test_the_holder_is_named() -> None:
    issue = faults.locked(Path("/c/store.duckdb"), 5.0, LOCK)
    assert issue.message("en").startswith(
        "/c/store.duckdb: expected a store that is free within 5 s, "
        "found process 4242 (/usr/bin/python3.11) using it. This run goes on without the store;"
    )
    assert "应为5秒内可独占打开的存储文件，实为进程4242（/usr/bin/python3.11）正在使用。" in issue.message(
        "zh"
    )


def test_an_unnamed_holder_is_another_process() -> None:
    issue = faults.locked(Path("s"), 0.5, "Could not set lock on file")
    assert "found another process using it." in issue.message("en")
    assert "实为另一进程正在使用。" in issue.message("zh")


def test_only_the_first_line_of_an_error_is_quoted() -> None:
    assert faults.quoted(duckdb.Error("first\nsecond")) == Text("“first”", "'first'")
    assert faults.quoted(duckdb.Error()) == Text("“Error”", "'Error'")


def test_the_other_issues_say_what_to_do() -> None:
    path = Path("/c/store.duckdb")
    unusable = faults.unusable(path, OSError("Permission denied"))
    assert "found 'Permission denied'. This run goes on without the store" in unusable.message("en")
    renewed = faults.set_aside(path, Path("/c/store.duckdb.broken-1"), Text("“坏”", "'bad'"))
    assert renewed.message("en").endswith("the former file is now store.duckdb.broken-1 and may be deleted.")
    assert "原文件改名为store.duckdb.broken-1" in renewed.message("zh")
    large = faults.too_large(path, 20, 10)
    assert "expected a result of at most 10 bytes, found 20 bytes." in large.message("en")
    assert "应为不超过10字节的结果，实为20字节。" in large.message("zh")
