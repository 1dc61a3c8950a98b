"""CSV and Parquet files of an edition, read as text so that nothing is guessed."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from chengshu.model import Issue, Severity, Text, Where, decode

ROW = "_row"
_SEPARATORS = {";": "semicolon", "\t": "tab", "，": "full-width comma", "|": "bar"}


@dataclass(frozen=True, eq=False)
class Table:
    """A table as text.

    Parameters
    ----------
    file
        Its name inside the edition.
    frame
        Every column as stripped text, blank as null, and `ROW`, the number of the record from 0.
    multiline
        Whether a quoted cell may run over several lines, so that lines must be counted anew.
    """

    file: str
    frame: pl.DataFrame
    multiline: bool = False
    text: str = field(default="", repr=False)

    def lines(self, rows: Sequence[int]) -> dict[int, int]:
        """The line in the file (from 1) at which each record begins."""
        if not self.multiline:
            return {row: row + 2 for row in rows}
        wanted, found = set(rows), {}
        reader = csv.reader(io.StringIO(self.text, newline=""))
        next(reader, None)
        before = reader.line_num
        for row, _ in enumerate(reader):
            if row in wanted:
                found[row] = before + 1
            before = reader.line_num
        return found


@dataclass(frozen=True)
class Columns:
    """The columns that a file must have, may have, and whether others are welcome."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    others: bool = False


def read_table(path: Path, folder: Path, columns: Columns) -> tuple[Table | None, list[Issue]]:
    """The table in one file and what is wrong with the file as a whole; None where it cannot be read."""
    file = path.relative_to(folder).as_posix()
    if path.suffix == ".parquet":
        return _read_parquet(path, file, columns)
    text, issues = _text_of(path, file, columns)
    if text is None:
        return None, issues
    header = next(csv.reader(io.StringIO(text, newline="")), [])
    problems = _check_header(file, [name.strip() for name in header], columns)
    if problems:
        return None, issues + problems
    try:
        frame = pl.read_csv(io.BytesIO(text.encode()), infer_schema=False)
    except pl.exceptions.PolarsError:
        return None, issues + (_ragged(file, text, len(header)) or [_no_table(file)])
    # polars fills a record that is too short with blanks, so a blank last cell is reason to count.
    may_be_short = frame[:, -1].null_count() > 0
    problems = _ragged(file, text, len(header)) if may_be_short else []
    table = Table(file, _tidied(frame), '"' in text, text)
    return (None if problems else table), issues + problems


def _text_of(path: Path, file: str, columns: Columns) -> tuple[str | None, list[Issue]]:
    """The text of a CSV file with a note on its encoding; None and the reason where there is none."""
    try:
        text, encoding = decode(path.read_bytes())
    except OSError as fault:
        return None, [_unreadable(file, fault)]
    if text is None:
        return None, [_not_readable(file, encoding)]
    if not text.strip():
        return None, [_empty(file, columns)]
    return text, [_legacy_encoding(file)] if encoding == "GB18030" else []


def _read_parquet(path: Path, file: str, columns: Columns) -> tuple[Table | None, list[Issue]]:
    try:
        frame = pl.read_parquet(path)
    except (pl.exceptions.PolarsError, OSError):
        return None, [_not_readable(file, "a damaged Parquet file")]
    problems = _check_header(file, frame.columns, columns)
    if problems:
        return None, problems
    return Table(file, _tidied(frame.select(pl.all().cast(pl.String, strict=False)))), []


def _tidied(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with stripped names and cells, blank as null, records numbered, blank lines left out."""
    stripped = frame.rename(str.strip).select(pl.all().str.strip_chars())
    blank_is_null = pl.when(pl.all() == "").then(None).otherwise(pl.all()).name.keep()
    numbered = stripped.select(blank_is_null).with_row_index(ROW)
    return numbered.filter(~pl.all_horizontal(pl.exclude(ROW).is_null()))


def _check_header(file: str, header: Sequence[str], columns: Columns) -> list[Issue]:
    where = Where(file, 1)
    for separator, name in _SEPARATORS.items():
        if len(header) == 1 and separator in header[0]:
            return [
                Issue(
                    "separator",
                    Severity.ERROR,
                    where,
                    expected=Text("以英文逗号分隔的列", "columns separated by commas"),
                    found=Text(f"分隔符“{separator}”", f"the separator {separator!r} ({name})"),
                    remedy=Text(
                        "请另存为逗号分隔的 CSV（UTF-8）。", "Save it as comma-separated CSV in UTF-8."
                    ),
                )
            ]
    repeated = sorted({name for name in header if header.count(name) > 1})
    issues = [
        Issue(
            "duplicate_column",
            Severity.ERROR,
            where,
            expected=Text("每个列名只出现一次", "each column name once"),
            found=Text(f"列“{name}”出现{header.count(name)}次", f"{header.count(name)} columns {name!r}"),
            remedy=Text("请改名或删去重复的列。", "Rename or remove the repeated column."),
        )
        for name in repeated
    ]
    issues += [_missing_column(where, name, header) for name in columns.required if name not in header]
    known = {*columns.required, *columns.optional}
    if not columns.others:
        issues += [_unknown_column(where, name, columns) for name in header if name not in known]
    return issues


def _missing_column(where: Where, name: str, header: Sequence[str]) -> Issue:
    there = ", ".join(header)
    return Issue(
        "missing_column",
        Severity.ERROR,
        where,
        expected=Text(f"列“{name}”", f"a column {name!r}"),
        found=Text(f"仅有列：{there}", f"only {there}"),
        remedy=Text(
            f"请在首行补上“{name}”列；列名用半角小写。", f"Add {name!r} to the first line, in lower case."
        ),
    )


def _unknown_column(where: Where, name: str, columns: Columns) -> Issue:
    allowed = ", ".join((*columns.required, *columns.optional))
    return Issue(
        "unknown_column",
        Severity.ERROR,
        where,
        expected=Text(f"列名为其中之一：{allowed}", f"one of {allowed}"),
        found=Text(f"“{name}”", repr(name)),
        remedy=Text("请改正列名或删去该列。", "Correct the name or remove the column."),
    )


def _ragged(file: str, text: str, width: int) -> list[Issue]:
    """Every record whose number of cells is not that of the first line."""
    reader = csv.reader(io.StringIO(text, newline=""))
    next(reader, None)
    issues, before = [], reader.line_num
    for record in reader:
        if record and len(record) != width:
            issues.append(
                Issue(
                    "ragged_row",
                    Severity.ERROR,
                    Where(file, before + 1),
                    expected=Text(f"{width}个单元格，与首行一致", f"{width} cells, as in the first line"),
                    found=Text(f"{len(record)}个", str(len(record))),
                    remedy=Text(
                        "含逗号的内容请加英文双引号。", "Put cells that contain a comma into double quotes."
                    ),
                )
            )
        before = reader.line_num
    return issues


def _no_table(file: str) -> Issue:
    return Issue(
        "not_csv",
        Severity.ERROR,
        Where(file),
        expected=Text("逗号分隔的表格", "a table separated by commas"),
        found=Text("无法解析的内容，如未闭合的双引号", "what cannot be parsed, such as a quote that is not closed"),
        remedy=Text("请检查双引号后另存为CSV。", "Check the double quotes and save it as CSV."),
    )


def _unreadable(file: str, fault: OSError) -> Issue:
    return Issue(
        "unreadable_file",
        Severity.ERROR,
        Where(file),
        expected=Text("可读的文件", "a file that can be read"),
        found=Text(str(fault.strerror), str(fault.strerror)),
        remedy=Text("请检查文件权限。", "Check the permissions of the file."),
    )


def _not_readable(file: str, encoding: str) -> Issue:
    return Issue(
        "encoding",
        Severity.ERROR,
        Where(file),
        expected=Text(
            "UTF-8（带或不带 BOM）或 GB18030 编码的文本", "text in UTF-8 (with or without mark) or GB18030"
        ),
        found=Text(encoding, encoding),
        remedy=Text("请另存为“CSV UTF-8”后重试。", "Save it as 'CSV UTF-8' and try again."),
    )


def _legacy_encoding(file: str) -> Issue:
    return Issue(
        "legacy_encoding",
        Severity.NOTE,
        Where(file),
        found=Text("GB18030编码", "the encoding GB18030"),
        remedy=Text("已按GB18030读取；建议另存为UTF-8。", "It was read as such; UTF-8 is safer to pass on."),
    )


def _empty(file: str, columns: Columns) -> Issue:
    names = ",".join(columns.required)
    return Issue(
        "empty_file",
        Severity.ERROR,
        Where(file),
        expected=Text(f"首行列名：{names}", f"a first line with {names}"),
        found=Text("空文件", "an empty file"),
        remedy=Text("请写入列名和数据，或删去该文件。", "Write columns and rows, or delete the file."),
    )
