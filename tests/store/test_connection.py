"""Opening a store makes its folder and leaves a file that opens again."""

from pathlib import Path

from chengshu.store.connection import connect


def test_a_new_store_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "store.duckdb"
    connection, issues = connect(path, 1.0)
    connection.close()
    assert (path.is_file(), tuple(issues)) == (True, ())
    connection, issues = connect(path, 1.0)
    connection.close()
    assert tuple(issues) == ()
