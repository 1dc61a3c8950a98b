"""``observations.csv``: every cell that the edition itself holds, checked row by row."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from chengshu.ingest.codes import ILLUSTRATIVE_PREFIX, CodeList
from chengshu.ingest.complaints import Complaint, Wording, complain
from chengshu.ingest.tables import Columns, Table, read_table
from chengshu.model import Indicator, Issue, Severity, Status, Text, Where

COLUMNS = Columns(("unit", "indicator", "period", "value"), ("status", "as_of", "source", "evidence", "note"))
PERIOD = r"^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$"
DATE = r"^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
KEY = ("unit", "indicator", "period")
STATUSES = tuple(status.label for status in Status)

_UNIT = Wording(
    Text("units.csv中的单位代码", "the code of a unit in units.csv"),
    Text("请改正代码，或在units.csv中添加该单位。", "Correct the code or add the unit to units.csv."),
)
_INDICATOR = Wording(
    Text("edition.yaml中的指标或背景变量", "an indicator or context variable of edition.yaml"),
    Text("请改正编号，或在edition.yaml中定义该指标。", "Correct the id or define it in edition.yaml."),
)
_PERIOD = Wording(
    Text("YYYY、YYYY-Qn或YYYY-MM", "YYYY, YYYY-Qn or YYYY-MM"),
    Text("请改正期次。", "Correct the period."),
)
_DATE = Wording(
    Text("YYYY、YYYY-MM、YYYY-MM-DD或YYYY-Qn", "YYYY, YYYY-MM, YYYY-MM-DD or YYYY-Qn"),
    Text("请填写数值所指的日期。", "Write the date that the value describes."),
)
_NUMBER = Wording(
    Text("数字", "a number"),
    Text(
        "请只写阿拉伯数字，不带千分位、百分号或单位；缺失请留空。",
        "Write digits only, without thousands separators, percent signs or units; leave missing values blank.",
    ),
)
_STATUS = Wording(
    Text("、".join(STATUSES), ", ".join(STATUSES)),
    Text("请改正状态，或留空。", "Correct the status or leave it blank."),
)
_MISSING = Wording(
    Text("status为missing时数值留空", "a blank value where the status is missing"),
    Text("请删去数值，或改正状态。", "Remove the value or correct the status."),
)
_ILLUSTRATIVE = Wording(
    Text("示意数据只用于代码以S-开头的单位", "illustrative values only for units whose code begins with S-"),
    Text(
        "生成的数值不得附在真实地区上：请改用示意单位，或改正状态。",
        "A generated value may not stand beside a real place: use an illustrative unit or correct the status.",
    ),
)
_ONCE = Wording(
    Text("每个单位、指标、期次只有一行", "one row for each unit, indicator and period"),
    Text("请保留一行，删去其余。", "Keep one row and remove the others."),
)
_AGAIN = Text("同一单元格的又一行", "another row for the same cell")


@dataclass(frozen=True)
class Vocabulary:
    """What the rows of an observations file may speak of.

    `units` (codes) or `columns` (ids of indicators and context) is None where units or definition could not be
    read: what depends on it is then not checked. `indicators` are the scored ones.
    """

    units: tuple[str, ...] | None = None
    columns: tuple[str, ...] | None = None
    indicators: tuple[Indicator, ...] = ()
    codes: CodeList = field(default_factory=CodeList)

    @property
    def graded(self) -> tuple[Indicator, ...]:
        """The indicators whose values are levels."""
        return tuple(indicator for indicator in self.indicators if indicator.graded)


def read_observations(folder: Path, vocabulary: Vocabulary) -> tuple[pl.DataFrame, list[Issue]]:
    """All observations of an edition as one frame with what is wrong.

    The frame has ``unit, indicator, period, number, level, status, as_of, source``: `number` is the value (the
    level's score for a graded indicator), `level` its place in the rubric or −1, `status` the code of `Status`.
    """
    paths = observation_files(folder)
    frames, issues = [], []
    for path in paths:
        frame, problems = read_cells(path, folder, vocabulary)
        issues += problems
        if frame is not None:
            frames.append(frame)
    if not frames:
        return empty_cells(), issues
    cells = pl.concat(frames)
    return cells, issues + _repeated_across(cells, len(paths))


def observation_files(folder: Path) -> list[Path]:
    """The files that hold observations: one at the top, or several under ``observations/``, in order of name."""
    top = [folder / name for name in ("observations.csv", "observations.parquet")]
    below = sorted((folder / "observations").glob("*")) if (folder / "observations").is_dir() else []
    return [path for path in (*top, *below) if path.is_file() and path.suffix in {".csv", ".parquet"}]


def empty_cells() -> pl.DataFrame:
    """A frame of cells without rows."""
    return pl.DataFrame(
        schema={
            "unit": pl.String,
            "indicator": pl.String,
            "period": pl.String,
            "number": pl.Float64,
            "level": pl.Int8,
            "status": pl.Int8,
            "as_of": pl.String,
            "source": pl.String,
            "file": pl.String,
        }
    )


def read_cells(path: Path, folder: Path, vocabulary: Vocabulary) -> tuple[pl.DataFrame | None, list[Issue]]:
    """The cells of one file with what is wrong; None where the file cannot be read."""
    table, issues = read_table(path, folder, COLUMNS)
    if table is None:
        return None, issues
    missing = [name for name in COLUMNS.optional if name not in table.frame.columns]
    frame = table.frame.with_columns(pl.lit(None, pl.String).alias(name) for name in missing)
    frame = frame.with_columns(vocabulary.codes.folded("unit"))
    frame = _with_numbers(frame, vocabulary.graded)
    issues += _row_problems(table, frame, vocabulary)
    return _as_cells(frame, table.file), issues


def _with_numbers(frame: pl.DataFrame, graded: Sequence[Indicator]) -> pl.DataFrame:
    """The frame with `number` and `level` worked out from `value`."""
    rubric = [
        (indicator.id, level.id, level.score, place)
        for indicator in graded
        for place, level in enumerate(indicator.levels)
    ]
    scores = pl.DataFrame(
        rubric,
        schema={"indicator": pl.String, "value": pl.String, "_score": pl.Float64, "_level": pl.Int8},
        orient="row",
    )
    joined = frame.join(scores, on=["indicator", "value"], how="left", maintain_order="left")
    is_graded = pl.col("indicator").is_in([item.id for item in graded])
    number = pl.col("value").cast(pl.Float64, strict=False)
    finite = pl.when(number.is_finite()).then(number)
    return joined.with_columns(
        is_graded.alias("_graded"),
        pl.when(is_graded).then(pl.col("_score")).otherwise(finite).alias("number"),
        pl.col("_level").fill_null(-1).alias("level"),
    )


def _row_problems(table: Table, frame: pl.DataFrame, vocabulary: Vocabulary) -> list[Issue]:
    unread = pl.col("value").is_not_null() & pl.col("number").is_null()
    status = pl.col("status")
    blank_period = pl.col("period").is_null()
    illustrative = (status == Status.ILLUSTRATIVE.label) & ~pl.col("unit").str.starts_with(
        ILLUSTRATIVE_PREFIX
    )
    repeated = pl.struct(KEY).is_duplicated() & ~pl.struct(KEY).is_first_distinct()
    checks = [
        (blank_period | ~pl.col("period").str.contains(PERIOD), Complaint("period_form", "period", _PERIOD)),
        (status.is_not_null() & ~status.is_in(STATUSES), Complaint("unknown_status", "status", _STATUS)),
        (_says_missing() & pl.col("value").is_not_null(), Complaint("missing_with_value", "value", _MISSING)),
        (illustrative, Complaint("illustrative_on_real_unit", "unit", _ILLUSTRATIVE)),
        (~pl.col("as_of").str.contains(DATE), Complaint("date_form", "as_of", _DATE)),
        (repeated, Complaint("duplicate_observation", "value", _ONCE, found=_AGAIN)),
    ]
    if vocabulary.units is not None:
        checks.append((_not_in("unit", vocabulary.units), Complaint("unknown_unit", "unit", _UNIT)))
    if vocabulary.columns is not None:
        unknown = _not_in("indicator", vocabulary.columns)
        checks.append((unknown, Complaint("unknown_indicator", "indicator", _INDICATOR)))
        checks.append((unread & ~pl.col("_graded"), Complaint("not_a_number", "value", _NUMBER)))
    issues = [
        issue for wrong, complaint in checks for issue in complain(table, frame.filter(wrong), complaint)
    ]
    return issues + _level_problems(table, frame.filter(unread & pl.col("_graded")), vocabulary.graded)


def _not_in(column: str, allowed: Sequence[str]) -> pl.Expr:
    return pl.col(column).is_null() | ~pl.col(column).is_in(list(allowed))


def _says_missing() -> pl.Expr:
    return pl.col("status") == Status.MISSING.label


def _level_problems(table: Table, rows: pl.DataFrame, graded: Sequence[Indicator]) -> list[Issue]:
    issues: list[Issue] = []
    for indicator in graded:
        words = [level.id for level in indicator.levels]
        wording = Wording(
            Text("、".join(words), ", ".join(words)),
            Text("请填写等级编号，不填分数。", "Write the id of a level, not its score."),
        )
        wrong = rows.filter(pl.col("indicator") == indicator.id)
        issues += complain(table, wrong, Complaint("unknown_level", "value", wording))
    return issues


def _as_cells(frame: pl.DataFrame, file: str) -> pl.DataFrame:
    """The columns that the panel is made of. A blank is missing whatever its status says."""
    codes = {status.label: int(status) for status in Status}
    declared = pl.col("status").fill_null(Status.OBSERVED.label).replace_strict(codes, default=0)
    status = pl.when(pl.col("number").is_null()).then(int(Status.MISSING)).otherwise(declared)
    return frame.select(
        *KEY,
        pl.col("number"),
        pl.col("level").cast(pl.Int8),
        status.cast(pl.Int8).alias("status"),
        "as_of",
        "source",
        pl.lit(file).alias("file"),
    )


def _repeated_across(cells: pl.DataFrame, files: int) -> list[Issue]:
    """Cells that stand in two files; within one file they were told with their lines."""
    if files == 1:
        return []
    twice = (
        cells.unique([*KEY, "file"])
        .group_by(KEY)
        .agg(pl.col("file").sort())
        .filter(pl.col("file").list.len() > 1)
    )
    return [
        Issue(
            "duplicate_observation",
            Severity.ERROR,
            Where(row["file"][1]),
            unit=row["unit"] or "",
            indicator=row["indicator"] or "",
            period=row["period"] or "",
            expected=_ONCE.expected,
            found=Text(f"文件{row['file'][0]}中已有一行", f"a row in {row['file'][0]} as well"),
            remedy=_ONCE.remedy,
        )
        for row in twice.sort(KEY).head(20).iter_rows(named=True)
    ]
