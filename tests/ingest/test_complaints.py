"""The same problem in many rows is told for the first few and counted for the rest."""

from pathlib import Path

from chengshu.ingest.complaints import SHOWN, Complaint, Wording, complain
from chengshu.ingest.tables import Columns, read_table
from chengshu.model import Text

WORDING = Wording(Text("数字", "a number"), Text("请改正。", "Correct it."))


def test_the_first_are_shown_and_the_others_counted(tmp_path: Path) -> None:
    rows = SHOWN + 7
    (tmp_path / "t.csv").write_text("unit,value\n" + "a,x\n" * rows, encoding="utf-8")
    table, _ = read_table(tmp_path / "t.csv", tmp_path, Columns(("unit", "value")))
    assert table is not None
    issues = complain(table, table.frame, Complaint("not_a_number", "value", WORDING))
    assert len(issues) == SHOWN + 1
    assert issues[0].message("en") == "t.csv:2 value a: expected a number, found 'x'. Correct it."
    assert issues[-1].message("zh") == "t.csv value：实为另有7行有同样问题。请改正。"


def test_no_rows_no_issue(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("unit,value\n", encoding="utf-8")
    table, _ = read_table(tmp_path / "t.csv", tmp_path, Columns(("unit", "value")))
    assert table is not None
    assert complain(table, table.frame, Complaint("not_a_number", "value", WORDING)) == []
