"""How tables are written: UTF-8, LF, RFC 4180, nothing that a spreadsheet would run."""

from pathlib import Path

import polars as pl

# Spreadsheets read a cell that begins with one of these as a formula, or strip it and read on.
_FORMULA = "^[=+\\-@\t\r\n＝＋－＠]"
_NUMBER = r"^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$"


def file_name(stem: str, ending: str, *, illustrative: bool) -> str:
    """A file's name, with the mark of illustrative data before its ending.

    Examples
    --------
    >>> file_name("scores", "csv", illustrative=True)
    'scores.illustrative.csv'
    """
    return f"{stem}.illustrative.{ending}" if illustrative else f"{stem}.{ending}"


def write_table(table: pl.DataFrame, file: Path) -> None:
    """Write a table as CSV.

    Text cells that could be formulas get a leading apostrophe; cells that are a number, whatever their
    column, are left as they are. NaN and empty texts are written as blank. An existing file is replaced,
    never written into: it may be linked from another run.
    """
    texts = [name for name, kind in table.schema.items() if kind == pl.String]
    floats = [name for name, kind in table.schema.items() if kind.is_float()]
    safe = table.with_columns(
        *(neutralised(pl.col(name)) for name in texts),
        *(pl.col(name).fill_nan(None) for name in floats),
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    safe.write_csv(file, line_terminator="\n")


def neutralised(cell: pl.Expr) -> pl.Expr:
    """The texts of a column with an apostrophe before those that could be formulas, null where empty.

    Examples
    --------
    >>> cells = pl.DataFrame({"a": ["=1+1", "-2.5", "x", ""]})
    >>> cells.select(neutralised(pl.col("a")))["a"].to_list()
    ["'=1+1", '-2.5', 'x', None]
    """
    return (
        pl.when(cell == "")
        .then(None)
        .when(cell.str.contains(_FORMULA) & ~cell.str.contains(_NUMBER))
        .then(pl.concat_str(pl.lit("'"), cell))
        .otherwise(cell)
        .name.keep()
    )


def write_text(text: str, file: Path) -> None:
    """Write a text as UTF-8, in the place of an existing file and never into it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
