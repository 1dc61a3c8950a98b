import csv
from pathlib import Path

import polars as pl
import pytest

from chengshu.publish.data.cells import file_name, write_table, write_text

FORMULAS = ['=HYPERLINK("x")', "+1+cmd", "-2+3", "@SUM(A1)", "\tx", "\rx", "＝1+1"]


def read(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def test_text_that_could_be_a_formula_gets_an_apostrophe_and_numbers_do_not(tmp_path: Path) -> None:
    table = pl.DataFrame({"text": [*FORMULAS, "-5", "-1.5e-7", "北京"], "number": [-1.5] * 10})
    write_table(table, tmp_path / "t.csv")
    rows = read(tmp_path / "t.csv")[1:]
    assert [row[0] for row in rows] == [*("'" + cell for cell in FORMULAS), "-5", "-1.5e-7", "北京"]
    assert {row[1] for row in rows} == {"-1.5"}


def test_cells_survive_quotes_commas_and_line_ends(tmp_path: Path) -> None:
    cells = ['a"b', "a,b", "a\nb", "a\r\nb", "长" * 10_000, "\u202eabc", "<script>"]
    write_table(pl.DataFrame({"a": cells}), tmp_path / "t.csv")
    assert [row[0] for row in read(tmp_path / "t.csv")[1:]] == cells


def test_blank_is_nothing_and_lines_end_in_lf(tmp_path: Path) -> None:
    write_table(pl.DataFrame({"a": ["", None], "b": [float("nan"), 0.5], "c": [1, None]}), tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_bytes() == b"a,b,c\n,,1\n,0.5,\n"


@pytest.mark.parametrize("value", [0.1 + 0.2, 1 / 3, 1e-7, 5e-324, 1.7976931348623157e308, -0.1, 100.0])
def test_numbers_are_the_shortest_that_come_back_the_same(tmp_path: Path, value: float) -> None:
    write_table(pl.DataFrame({"a": [value]}), tmp_path / "t.csv")
    written = read(tmp_path / "t.csv")[1][0]
    assert float(written) == value
    assert len(written) <= len(f"{value!r}")


def test_an_existing_file_is_replaced_and_its_other_links_keep_the_old_text(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_text("before")
    for name in ("t.csv", "t.txt"):
        (tmp_path / name).hardlink_to(old)
    write_table(pl.DataFrame({"a": [1]}), tmp_path / "t.csv")
    write_text("after", tmp_path / "t.txt")
    assert old.read_text() == "before"
    assert (tmp_path / "t.csv").read_text() == "a\n1\n"
    assert (tmp_path / "t.txt").read_text() == "after"


def test_illustrative_files_say_so_before_their_ending() -> None:
    assert file_name("steps/01_screen", "csv", illustrative=True) == "steps/01_screen.illustrative.csv"
    assert file_name("scores", "csv", illustrative=False) == "scores.csv"
