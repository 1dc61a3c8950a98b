"""Opening: one process at a time, and whatever lies there is kept or put aside, never in the way."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from chengshu.model import Severity, StoreError, StoreLockedError
from chengshu.store import connection

HOLDER = """
import sys, duckdb
held = duckdb.connect(sys.argv[1])
print("held", flush=True)
sys.stdin.read()
"""


def opened(path: Path, wait: float = 0.0) -> tuple[list[str], list[tuple[str]]]:
    """The codes of the issues, and the tables that the file has then."""
    held, issues = connection.connect(path, wait)
    with held:
        tables = held.execute("SELECT table_name FROM duckdb_tables() ORDER BY ALL").fetchall()
    held.close()
    return [issue.code for issue in issues], tables


OWN = [("entry",), ("piece",), ("score",), ("setting",)]


def test_a_new_file_and_its_folder_are_made(tmp_path: Path) -> None:
    path = tmp_path / "缓存 a" / "b" / "store.duckdb"
    assert opened(path) == ([], OWN)
    assert opened(path) == ([], OWN)


def test_duckdb_fetches_nothing_from_the_network(tmp_path: Path) -> None:
    held, _ = connection.connect(tmp_path / "store.duckdb", 0.0)
    asked = (
        "SELECT current_setting('autoinstall_known_extensions'), current_setting('autoload_known_extensions')"
    )
    assert held.execute(asked).fetchall() == [(False, False)]
    held.close()


def garbage(path: Path) -> None:
    path.write_bytes(b"not a database " * 1000)


def nothing(path: Path) -> None:
    path.touch()


def cut(path: Path) -> None:
    opened(path)
    path.write_bytes(path.read_bytes()[:20_000])


def newer(path: Path) -> None:
    opened(path)
    with duckdb.connect(path) as held:
        held.execute("UPDATE setting SET schema = 999")


def foreign(path: Path) -> None:
    with duckdb.connect(path) as held:
        held.execute("CREATE TABLE sales (year INTEGER)")


def other_kind(path: Path) -> None:
    with sqlite3.connect(path) as held:
        held.execute("CREATE TABLE sales (year INTEGER)")
    held.close()


def other_format(path: Path) -> None:
    """The number of the storage format is in the first block, under a checksum of its own."""
    opened(path)
    content = bytearray(path.read_bytes())
    content[12] ^= 0xFF
    path.write_bytes(content)


@pytest.mark.parametrize("spoil", [garbage, nothing, cut, newer, foreign, other_kind, other_format])
def test_what_is_no_store_is_renamed_and_told(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    path = tmp_path / "store.duckdb"
    spoil(path)
    content = path.read_bytes()
    held, (issue,) = connection.connect(path, 0.0)
    held.close()
    (kept,) = tmp_path.glob("store.duckdb.broken-*")
    assert kept.read_bytes() == content
    assert (issue.code, issue.severity, issue.where.file) == ("store_renewed", Severity.WARNING, str(path))
    assert kept.name in issue.message("en")
    assert kept.name in issue.message("zh")
    assert opened(path) == ([], OWN)


def test_the_log_goes_with_its_file_and_one_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    (tmp_path / "store.duckdb.broken-20200101T000000").touch()
    (tmp_path / "store.duckdb.broken-20200101T000000.wal").touch()
    (tmp_path / "other.duckdb.broken-20200101T000000").touch()
    garbage(path)
    (tmp_path / "store.duckdb.wal").write_bytes(b"log")
    assert opened(path) == (["store_renewed"], OWN)
    kept = sorted(item.name for item in tmp_path.glob("*.broken-*"))
    assert kept[0] == "other.duckdb.broken-20200101T000000"
    assert kept[1:] == [kept[1], f"{kept[1]}.wal"]
    assert "2020" not in kept[1]


def test_a_damaged_file_is_renewed_while_open(tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    garbage(path)
    held, (issue,) = connection.renew(path, duckdb.Error("Corrupt database file"))
    held.close()
    assert "found 'Corrupt database file'" in issue.message("en")
    assert opened(path) == ([], OWN)


def test_a_file_that_another_process_holds_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout and holder.stdin
        holder.stdout.readline()
        began = time.monotonic()
        with pytest.raises(StoreLockedError) as error:
            connection.connect(path, 0.3)
        assert 0.3 <= time.monotonic() - began < 2
        assert f"found process {holder.pid} (" in error.value.message("en")
        assert f"实为进程{holder.pid}（" in error.value.message("zh")
        assert not list(tmp_path.glob("*.broken-*"))
        holder.stdin.close()
        held, issues = connection.connect(path, 5.0)
        held.close()
    assert issues == ()


def test_an_opening_that_takes_long_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    with connection._opening(path, time.monotonic()):
        with pytest.raises(StoreLockedError, match="found another process using it"):
            connection.connect(path, 0.1)
        with pytest.raises(StoreError):
            connection.renew(path, duckdb.Error("Corrupt database file"))
    assert opened(path) == ([], OWN)


def folder_at_the_path(path: Path) -> None:
    path.mkdir(parents=True)


def file_as_parent(path: Path) -> None:
    path.parent.write_text("")


@pytest.mark.parametrize("spoil", [folder_at_the_path, file_as_parent])
def test_a_place_that_will_not_do_is_told(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    path = tmp_path / "cache" / "store.duckdb"
    spoil(path)
    with pytest.raises(StoreError, match="expected a store that can be read and written") as error:
        connection.connect(path, 0.0)
    assert not isinstance(error.value, StoreLockedError)
    assert not list(tmp_path.rglob("*.broken-*"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="Permission denied"):
        connection.connect(tmp_path / "store.duckdb", 0.0)
    tmp_path.chmod(0o700)
