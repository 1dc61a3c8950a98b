"""Codes of units: their form, the year's official list, and how older and finer codes fold into it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import polars as pl

CODE = r"^[A-Za-z0-9][A-Za-z0-9_-]*$"
ILLUSTRATIVE_PREFIX = "S-"
_DIGITS = 6
_GB_CODE = re.compile(rf"^[1-9][0-9]{{{_DIGITS - 1}}}$")


@dataclass(frozen=True)
class CodeList:
    """The official codes of one year, and the rules by which other codes fold into them.

    `known` is empty where the edition does not ask for a check. `folds` maps the beginning of a code to the
    code that it folds into.
    """

    year: int | None = None
    known: frozenset[str] = frozenset()
    folds: Mapping[str, str] = field(default_factory=dict)

    def folded(self, column: str) -> pl.Expr:
        """The column with every code replaced by the one that it folds into."""
        codes = pl.col(column)
        for start, code in self.folds.items():
            within = codes.str.contains(f"^{start}[0-9]{{{_DIGITS - len(start)}}}$")
            codes = pl.when(within).then(pl.lit(code)).otherwise(codes)
        return codes.alias(column)

    def has(self, code: str) -> bool:
        """Whether the code may stand: it is on the list, or there is none, or it is an illustrative one."""
        return not self.known or code in self.known or code.startswith(ILLUSTRATIVE_PREFIX)


def is_official(code: str) -> bool:
    """Whether a code has the form of GB/T 2260.

    Examples
    --------
    >>> is_official("310000"), is_official("S-041")
    (True, False)
    """
    return bool(_GB_CODE.match(code))


def city_code_list(year: int, known: frozenset[str]) -> CodeList:
    """The list of a year for cities, with municipalities folded whole and merged cities folded as of that year.

    Examples
    --------
    >>> city_code_list(2020, frozenset({"310000", "370100"})).folds["3712"]
    '370100'
    """
    folds = {row["start"]: row["code"] for row in _fold_rules() if int(row["from_year"]) <= year}
    return CodeList(year, known, folds)


@cache
def _fold_rules() -> tuple[dict[str, str], ...]:
    content = files("chengshu.ingest").joinpath("code_folds.csv").read_bytes()
    return tuple(pl.read_csv(content, infer_schema=False).iter_rows(named=True))
