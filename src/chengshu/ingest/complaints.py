"""Issues about rows: the same problem in many rows is told for the first few, and counted."""

from dataclasses import dataclass
from typing import NamedTuple

import polars as pl

from chengshu.ingest.tables import ROW, Table
from chengshu.model import Issue, Severity, Text, Where

SHOWN = 20


class Wording(NamedTuple):
    """What is expected and what to do, in both languages."""

    expected: Text
    remedy: Text


@dataclass(frozen=True)
class Complaint:
    """A kind of problem that rows of one column may have.

    `found` is what is told instead of the cell, where the cell alone says nothing.
    """

    code: str
    column: str
    wording: Wording
    severity: Severity = Severity.ERROR
    found: Text | None = None


def complain(table: Table, rows: pl.DataFrame, complaint: Complaint) -> list[Issue]:
    """An issue for each row at fault, the first `SHOWN` of them, and one that counts the others.

    `rows` are records of `table` with its `ROW`.
    """
    if rows.is_empty():
        return []
    shown = rows.head(SHOWN)
    lines = table.lines(shown[ROW].to_list())
    issues = [
        _row_issue(table, complaint, record, lines[record[ROW]]) for record in shown.iter_rows(named=True)
    ]
    if len(rows) > SHOWN:
        issues.append(_remainder(table, complaint, len(rows) - SHOWN))
    return issues


def _row_issue(table: Table, complaint: Complaint, record: dict[str, str | None], line: int) -> Issue:
    cell = record.get(complaint.column) or ""
    quoted = Text(f"“{cell}”", repr(cell)) if cell else Text("空白", "a blank")
    return Issue(
        complaint.code,
        complaint.severity,
        Where(table.file, line, complaint.column),
        unit=record.get("unit") or record.get("code") or "",
        indicator=record.get("indicator") or "",
        period=record.get("period") or "",
        value=cell,
        expected=complaint.wording.expected,
        found=complaint.found or quoted,
        remedy=complaint.wording.remedy,
    )


def _remainder(table: Table, complaint: Complaint, count: int) -> Issue:
    return Issue(
        complaint.code,
        complaint.severity,
        Where(table.file, None, complaint.column),
        found=Text(f"另有{count}行有同样问题", f"the same in {count} more rows"),
        remedy=complaint.wording.remedy,
    )
