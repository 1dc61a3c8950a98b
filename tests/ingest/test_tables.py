"""Tables are read as text: nothing is guessed, and every fault of the file as a whole is told."""

from pathlib import Path

import polars as pl
import pytest

from chengshu.ingest.tables import ROW, Columns, Table, read_table
from chengshu.model import Issue

COLUMNS = Columns(("unit", "value"), ("note",))


def read(folder: Path, content: str | bytes, name: str = "t.csv") -> tuple[Table | None, list[Issue]]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_table(path, folder, COLUMNS)


def test_cells_are_stripped_text_and_blank_is_null(tmp_path: Path) -> None:
    table, issues = read(tmp_path, "unit, value\n a , 007 \n\nb,\n")
    assert not issues
    assert table is not None
    assert table.frame["unit"].to_list() == ["a", "b"]
    assert table.frame["value"].to_list() == ["007", None]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_encodings_give_the_same_table(tmp_path: Path, encoding: str) -> None:
    table, issues = read(tmp_path, "unit,value\n上海市,数据\n".encode(encoding))
    assert table is not None
    assert table.frame["unit"].to_list() == ["上海市"]
    assert [issue.code for issue in issues] == (["legacy_encoding"] if encoding == "gb18030" else [])


def test_windows_line_ends(tmp_path: Path) -> None:
    table, issues = read(tmp_path, "unit,value\r\na,1\r\nb,2\r\n")
    assert not issues
    assert table is not None
    assert table.frame["value"].to_list() == ["1", "2"]


@pytest.mark.parametrize(
    ("content", "row", "line"),
    [
        ("unit,value\na,1\n\nb,2\n", 2, 4),
        ('unit,value\na,"1\n2"\nb,2\n', 1, 4),
        ('unit,value\na,"x, y"\n\nb,2\n', 2, 4),
    ],
)
def test_lines_are_those_of_the_file(tmp_path: Path, content: str, row: int, line: int) -> None:
    table, _ = read(tmp_path, content)
    assert table is not None
    last = table.frame[ROW].to_list()[-1]
    assert last == row
    assert table.lines([last]) == {row: line}


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        ("", ["empty_file"]),
        (" \n\n", ["empty_file"]),
        ("unit;value\na;1\n", ["separator"]),
        ("unit\tvalue\na\t1\n", ["separator"]),
        ("unit，value\n", ["separator"]),
        ("unit,note\na,1\n", ["missing_column"]),
        ("unit,value,valeu\na,1,2\n", ["unknown_column"]),
        ("unit,value,value\na,1,2\n", ["duplicate_column"]),
        ("unit,value\na,1,2\nb\n", ["ragged_row", "ragged_row"]),
        ("unit,value\na\n", ["ragged_row"]),
        ('unit,value\na,"1\n', ["not_csv"]),
        ('unit,value\na,1"2\n', ["not_csv"]),
        ("unit,value\n".encode("utf-16"), ["encoding"]),
        (b"PK\x03\x04", ["encoding"]),
    ],
)
def test_faults_of_the_file(tmp_path: Path, content: str | bytes, codes: list[str]) -> None:
    table, issues = read(tmp_path, content)
    assert [issue.code for issue in issues] == codes
    assert table is None


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    table, issues = read(tmp_path, "unit,value\n")
    assert not issues
    assert table is not None
    assert table.frame.is_empty()


def test_parquet(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    pl.DataFrame({"unit": ["a"], "value": [0.1]}).write_parquet(path)
    table, issues = read_table(path, tmp_path, COLUMNS)
    assert not issues
    assert table is not None
    assert float(table.frame["value"][0]) == 0.1


def test_a_damaged_parquet_file_is_named(tmp_path: Path) -> None:
    table, issues = read(tmp_path, b"PAR1 and nothing", "t.parquet")
    assert table is None
    assert [issue.code for issue in issues] == ["encoding"]


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "t.csv").mkdir()
    table, issues = read_table(tmp_path / "t.csv", tmp_path, COLUMNS)
    assert table is None
    assert [issue.code for issue in issues] == ["unreadable_file"]
